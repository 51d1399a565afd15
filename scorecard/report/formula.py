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
    return f"{stated.first:f} ÷ {stated.second:f} = {dotted(share * HUNDRED)} %"


def dotted(number: Fraction) -> str:
    """Return a number to six decimals, with dots where it has more."""
    cut = Fraction(int(abs(number) * 10**SHOWN), 10**SHOWN) * (1 if number >= 0 else -1)
    sign = "-" if number < 0 and cut == 0 else ""
    return f"{sign}{decimal_text(cut)}{'' if cut == number else '…'}"


def ends_text(interval: Interval) -> str:
    """Return an interval with six decimals at most: `>0.98 – 1`, `≈ 0.5`."""
    signs = {-1: "<", 1: ">"}
    ends = ((interval.low, interval.low_side), (interval.high, interval.high_side))
    text = " – ".join(
        f"{signs.get(side, '')}{dotted(end)}"
        for end, side in dict.fromkeys(ends)
        if end is not None
    )
    return f"≈ {text}" if interval.approximate else text


def _formula(item: Measured, end: Fraction, side: int) -> Iterator[str]:
    value, target, indicator = dotted(end), item.target, item.indicator
    if indicator.method == "steps":
        yield _by_steps(indicator, end, side)
    elif indicator.method == "yes-no" or target is None:
        yield f"{value} → {'100' if end == (target.nearer if target else 1) else '0'} %"
    elif indicator.method == "baseline":
        yield from _from_baseline(item, end, target.nearer)
    elif indicator.method == "within" or indicator.direction == "within":
        yield from _within(end, target.bounds)
    elif indicator.direction == "lower":
        if end > 0:
            found = dotted(target.nearer / end * HUNDRED)
            yield f"{dotted(target.nearer)} ÷ {value} = {found} %"
    else:
        yield f"{value} ÷ {dotted(target.nearer)} = {dotted(end / target.nearer * HUNDRED)} %"


def _by_steps(indicator: Indicator, end: Fraction, side: int) -> str:
    reached = [
        (start, share)
        for start, share in ((Fraction(start), share) for start, share in indicator.steps)
        if (
            (end, side) <= (start, 0)
            if indicator.direction == "lower"
            else (end, side) >= (start, 0)
        )
    ]
    start, share = max(reached, key=lambda step: step[1], default=(None, 0))
    from_here = "" if start is None else f" ({decimal_text(start)})"
    sign = {-1: "<", 1: ">"}.get(side, "")
    return f"{sign}{dotted(end)}{from_here} → {dotted(Fraction(share) * HUNDRED)} %"


def _from_baseline(item: Measured, end: Fraction, target: Fraction) -> Iterator[str]:
    baseline = baseline_of(item.figure, item.indicator)
    starts = (baseline.low, baseline.high) if baseline else ()
    for start in dict.fromkeys(starts):
        if start is not None:
            share = (end - start) / (target - start)
            yield (
                f"({dotted(end)} − {dotted(start)}) ÷ ({dotted(target)} − {dotted(start)}) "
                f"= {dotted(share * HUNDRED)} %"
            )


def _within(end: Fraction, target: Interval) -> Iterator[str]:
    if target.low is not None and end < target.low:
        if target.low > 0:
            yield f"{dotted(end)} ÷ {dotted(target.low)} = {dotted(end / target.low * HUNDRED)} %"
    elif target.high is not None and end > target.high:
        if target.high > 0:
            yield f"{dotted(target.high)} ÷ {dotted(end)} = {dotted(target.high / end * HUNDRED)} %"
    else:
        yield f"{dotted(end)} → 100 %"
