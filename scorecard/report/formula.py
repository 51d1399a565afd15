"""A completion as sums that a pocket calculator can follow."""

from collections.abc import Iterator
from fractions import Fraction

from scorecard.measure.assessment import HUNDRED
from scorecard.measure.outcome import Measured, baseline_of
from scorecard.model.framework import Indicator
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval, high_end, low_end
from scorecard.numbers.quantity import Form

SHOWN = 6
"""Decimals of a result that has more; what is left out is marked by dots."""

_SIGNS = {-1: "<", 0: "", 1: ">"}


def formulas(item: Measured) -> Iterator[str]:
    """Yield a sum for each end of a value that has one: `98 ÷ 100 = 98 %`."""
    if item.value is None or item.completion is None:
        return
    for infinity, end, side in dict.fromkeys((low_end(item.value), high_end(item.value))):
        if not infinity:
            yield from _formula(item, end, side)


def share_formula(item: Measured) -> str | None:
    """Return how a share becomes a percentage: `358660 ÷ 405424 = 88.465409… %`."""
    stated = item.figure and item.figure.value
    if not stated or stated.form is not Form.SHARE or not item.indicator.percent:
        return None
    share = Fraction(stated.first) / Fraction(stated.second or 1)
    return f"{stated.first:f} ÷ {stated.second:f} = {_percent(share)}"


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


def _formula(item: Measured, end: Fraction, side: int) -> Iterator[str]:
    target, indicator = item.target, item.indicator
    if indicator.method == "steps":
        yield _by_steps(indicator, end, side)
    elif indicator.method == "yes-no" or target is None:
        yield f"{dotted(end)} → {'100' if end == (target.nearer if target else 1) else '0'} %"
    elif indicator.method == "baseline":
        yield from _from_baseline(item, end, target.nearer)
    elif indicator.method == "within" or indicator.direction == "within":
        yield from _within(end, target.bounds)
    elif indicator.direction != "lower":
        yield _quotient(end, target.nearer)
    elif end > 0:
        yield _quotient(target.nearer, end)


def _percent(share: Fraction) -> str:
    return f"{dotted(share * HUNDRED)} %"


def _quotient(part: Fraction, whole: Fraction) -> str:
    return f"{dotted(part)} ÷ {dotted(whole)} = {_percent(part / whole)}"


def _by_steps(indicator: Indicator, end: Fraction, side: int) -> str:
    sign = -1 if indicator.direction == "lower" else 1
    steps = [(Fraction(start), Fraction(share)) for start, share in indicator.steps]
    reached = [each for each in steps if (sign * end, sign * side) >= (sign * each[0], 0)]
    start, share = max(reached, key=lambda step: step[1], default=(None, Fraction(0)))
    from_here = "" if start is None else f" ({decimal_text(start)})"
    return f"{_SIGNS[side]}{dotted(end)}{from_here} → {_percent(share)}"


def _from_baseline(item: Measured, end: Fraction, target: Fraction) -> Iterator[str]:
    baseline = baseline_of(item.figure, item.indicator)
    for start in dict.fromkeys((baseline.low, baseline.high) if baseline else ()):
        if start is not None:
            way, whole = (f"({dotted(to)} − {dotted(start)})" for to in (end, target))
            yield f"{way} ÷ {whole} = {_percent((end - start) / (target - start))}"


def _within(end: Fraction, target: Interval) -> Iterator[str]:
    if target.low is not None and end < target.low:
        if target.low > 0:
            yield _quotient(end, target.low)
    elif target.high is not None and end > target.high:
        if target.high > 0:
            yield _quotient(target.high, end)
    else:
        yield f"{dotted(end)} → 100 %"
