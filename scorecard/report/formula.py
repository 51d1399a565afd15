"""A completion as sums that a pocket calculator can follow."""

from fractions import Fraction
from itertools import product
from operator import ge, itemgetter, le

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED
from scorecard.measure.completion import completion
from scorecard.measure.measured import Measured
from scorecard.measure.target import ANYTHING
from scorecard.model.framework import Indicator
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import End, Interval, exactly, high_end, low_end
from scorecard.numbers.quantity import Form

SHOWN = 6
"""Decimals of a result that has more; what is left out is marked by dots."""

_SIGNS = {-1: "<", 0: "", 1: ">"}
_RESULTS = {
    "nearly": "explain.just-below",
    "somewhat_over": "explain.just-above",
    "above": "explain.more",
    "at_least": "explain.least",
    "below": "explain.less",
    "at_most": "explain.most",
}
"""How a result is said by the form of a quantity that it is."""

_OTHER_WAY = {
    "nearly": "somewhat_over",
    "somewhat_over": "nearly",
    "above": "below",
    "at_least": "at_most",
    "below": "above",
    "at_most": "at_least",
}
"""The form of a result that falls as the number rises that it comes from."""


def formulas(item: Measured, words: Words) -> list[str]:
    """Return a sum for each end of a value that has one: `98 ÷ 100 = 98 %`."""
    if item.value is None or item.error or item.outcome.reported:
        return []
    starts = (item.by.baseline or ANYTHING)[:2]
    ends = product(ends_of(item.value), starts)
    sums = (_sum(item, end, start, words) for end, start in ends)
    return list(dict.fromkeys(filter(None, sums)))


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


def ends_of(interval: Interval) -> list[tuple[End, str]]:
    """Return each end that has a bound, and the form of the quantity that states it.

    There is no form for a number, for one about it, and for the closed ends of a range.
    """
    low, high = low_end(interval), high_end(interval)
    if low == high:
        return [(low, {-1: "nearly", 1: "somewhat_over"}.get(interval.low_side, ""))]
    closed_low, closed_high = ("at_least", "at_most") if None in interval[:2] else ("", "")
    forms = (
        (low, "above" if interval.low_side else closed_low),
        (high, "below" if interval.high_side else closed_high),
    )
    return [(end, form) for end, form in forms if not end[0]]


def quantity(number: Fraction, form: str, words: Words) -> str:
    """Return a number as it is said: `98`, `nearly 20000`, `>98`."""
    return words(f"quantity.{form}", first=dotted(number)) if form else dotted(number)


def result(number: Fraction, form: str, words: Words, unit: str = " %", *, about: bool) -> str:
    """Return what a sum comes to: ` = 98 %`, ` ≈ 98 %`, `: just below 98 %`."""
    text = f"{dotted(number)}{unit}"
    if form:
        return f": {words(_RESULTS[form], number=text)}"
    return f" {'≈' if about else '='} {text}"


def ends_text(interval: Interval, words: Words) -> str:
    """Return an interval with six decimals at most: `>0.98 – 1`, `≈ 0.5`, `just below 1`."""
    ends = ends_of(interval)
    if len(ends) == 1 and ends[0][1]:
        (_, number, _), form = ends[0]
        return words(_RESULTS[form], number=words.number(dotted(number)))
    text = " – ".join(f"{_SIGNS[side]}{dotted(number)}" for (_, number, side), _ in ends)
    return words.number(f"≈ {text}" if interval.approximate else text)


def _sum(
    item: Measured, bound: tuple[End, str], start: Fraction | None, words: Words
) -> str | None:
    """Return how an end of a value becomes a completion; None where it has no ratio."""
    (end, form), target, indicator = bound, item.target, item.indicator
    _, number, side = end
    value = Interval(number, number, side, side)
    done = completion(value, target, indicator, None if start is None else exactly(start))
    if done is None or done.low is None:
        return None
    share, shown = done.low * HUNDRED, quantity(number, form, words)
    if target is None or indicator.method in ("steps", "yes-no"):
        return f"{shown}{_step(end, indicator)} → {dotted(share)} %"
    edge, falling = target.nearer, indicator.direction == "lower"
    if indicator.method == "within":
        low, high = low_end(target.bounds), high_end(target.bounds)
        if low <= end <= high:
            return f"{shown} → {dotted(share)} %"
        falling = end > high
        edge = high[1] if falling else low[1]
    if indicator.method == "baseline" and start is not None:
        quotient = f"({shown} − {dotted(start)}) ÷ ({dotted(edge)} − {dotted(start)})"
        form = _from_baseline(item, done.low, form, falling=edge < start)
    else:
        quotient = f"{dotted(edge)} ÷ {shown}" if falling else f"{shown} ÷ {dotted(edge)}"
        form = _OTHER_WAY.get(form, "") if falling else form
    about = target.approximate or (item.value is not None and item.value.approximate)
    return f"{quotient}{result(share, form, words, about=about)}"


def _from_baseline(item: Measured, share: Fraction, form: str, *, falling: bool) -> str:
    """Return the form of a share; where the baseline is a range, as an end of the completion."""
    if item.by.baseline and item.by.baseline.low != item.by.baseline.high:
        ends = ends_of(item.completion) if item.completion else []
        return next((form for (_, number, _), form in ends if number == share), "")
    return _OTHER_WAY.get(form, "") if falling else form


def _step(end: End, indicator: Indicator) -> str:
    """Return the step that is reached, where one is: ` (95)`."""
    reached = le if indicator.direction == "lower" else ge
    steps = [step for step in indicator.steps if reached(end, (0, Fraction(step[0]), 0))]
    return f" ({decimal_text(max(steps, key=itemgetter(1))[0])})" if steps else ""
