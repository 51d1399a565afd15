"""A completion as sums that a pocket calculator can follow."""

from fractions import Fraction
from itertools import product
from operator import ge, itemgetter, le

from scorecard.measure.assessment import HUNDRED
from scorecard.measure.completion import completion
from scorecard.measure.measured import Measured
from scorecard.measure.target import ANYTHING
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import End, Interval, exactly, high_end, low_end
from scorecard.numbers.quantity import Form

SHOWN = 6
"""Decimals of a result that has more; what is left out is marked by dots."""

_SIGNS = {-1: "<", 0: "", 1: ">"}


def formulas(item: Measured) -> list[str]:
    """Return a sum for each end of a value that has one: `98 ÷ 100 = 98 %`."""
    if item.value is None or item.error or item.outcome.reported:
        return []
    baseline = item.by.baseline or ANYTHING
    ends = product((low_end(item.value), high_end(item.value)), baseline[:2])
    return list(dict.fromkeys(filter(None, (_sum(item, *each) for each in ends))))


def share_formula(item: Measured) -> str | None:
    """Return how a share becomes a percentage: `358660 ÷ 405424 = 88.465409… %`."""
    stated = item.figure and item.figure.value
    if not stated or stated.form is not Form.SHARE or not item.indicator.percent:
        return None
    share = Fraction(stated.first) / Fraction(stated.second or 1)
    return f"{stated.first:f} ÷ {stated.second:f} = {dotted(share * HUNDRED)} %"


def dotted(number: Fraction) -> str:
    """Return a number to six decimals, with dots where it has more."""
    cut = Fraction(int(abs(number) * 10**SHOWN), 10**SHOWN) * (1 if number >= 0 else -1)
    sign = "-" if number < 0 and cut == 0 else ""
    return f"{sign}{decimal_text(cut)}{'' if cut == number else '…'}"


def ends_text(interval: Interval) -> str:
    """Return an interval with six decimals at most: `>0.98 – 1`, `≈ 0.5`."""
    ends = ((interval.low, interval.low_side), (interval.high, interval.high_side))
    given = [(end, side) for end, side in dict.fromkeys(ends) if end is not None]
    text = " – ".join(f"{_SIGNS[side]}{dotted(end)}" for end, side in given)
    return f"≈ {text}" if interval.approximate else text


def _sum(item: Measured, end: End, start: Fraction | None) -> str | None:
    """Return how an end of a value becomes a completion; None where it has no ratio."""
    (infinity, number, side), target, indicator = end, item.target, item.indicator
    value = Interval(number, number, side, side)
    done = completion(value, target, indicator, None if start is None else exactly(start))
    if infinity or done is None:
        return None
    _, share, beside = low_end(done)
    # "Nearly" is no number, so neither is what comes of it; ends of a span are told as bounds.
    about = item.value is not None and item.value.approximate
    shown = f"{_SIGNS[side] if about else ''}{dotted(number)}"
    percent = f"{_SIGNS[beside] if about else ''}{dotted(share * HUNDRED)} %"
    if indicator.method == "steps":
        reached = le if indicator.direction == "lower" else ge
        steps = [step for step in indicator.steps if reached(end, (0, Fraction(step[0]), 0))]
        step = f" ({decimal_text(max(steps, key=itemgetter(1))[0])})" if steps else ""
        return f"{_SIGNS[side]}{dotted(number)}{step} → {percent}"
    ranged = indicator.method == "within"
    if target is None or indicator.method == "yes-no" or (ranged and number in target.bounds):
        return f"{shown} → {percent}"
    edge = dotted(target.nearer)
    percent = f"{'≈' if about or target.approximate else '='} {percent}"
    if indicator.method == "baseline" and start is not None:
        return f"({shown} − {dotted(start)}) ÷ ({edge} − {dotted(start)}) {percent}"
    if ranged:
        above = end > high_end(target.bounds)
        edge = dotted((high_end if above else low_end)(target.bounds)[1])
    else:
        above = indicator.direction == "lower"
    return f"{edge} ÷ {shown} {percent}" if above else f"{shown} ÷ {edge} {percent}"
