"""A completion as sums that a pocket calculator can follow."""

from collections.abc import Iterator
from fractions import Fraction

from scorecard.digits import decimal_text
from scorecard.interval import Interval
from scorecard.measure.assessment import HUNDRED
from scorecard.measure.outcome import Measured, Outcome, baseline_of
from scorecard.quantity import Form

SHOWN = 6
"""Decimals of a result that has more; what is left out is marked by dots."""


def formulas(item: Measured, outcome: Outcome) -> Iterator[str]:
    """Yield a sum for each end of a value that has one: `98 ÷ 100 = 98 %`."""
    value, completion = item.value, outcome.completion
    if value is None or completion is None:
        return
    for end in dict.fromkeys((value.low, value.high)):
        if end is not None:
            yield from _formula(item, outcome, end)


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


def _formula(item: Measured, outcome: Outcome, end: Fraction) -> Iterator[str]:
    value, target = dotted(end), outcome.target
    indicator = item.indicator
    if indicator.method == "steps":
        reached = [
            (start, share)
            for start, share in indicator.steps
            if (end <= start if indicator.direction == "lower" else end >= start)
        ]
        start, share = max(reached, key=lambda step: step[1], default=(None, 0))
        from_here = "" if start is None else f" ({decimal_text(start)})"
        yield f"{value}{from_here} → {dotted(Fraction(share) * HUNDRED)} %"
    elif indicator.method == "yes-no" or target is None:
        yield f"{value} → {'100' if end == (target.nearer if target else 1) else '0'} %"
    elif indicator.method == "baseline":
        yield from _from_baseline(item, end, target.nearer)
    elif indicator.method == "within" or indicator.direction == "within":
        yield _within(end, target.bounds)
    elif indicator.direction == "lower":
        if end > 0:
            found = dotted(target.nearer / end * HUNDRED)
            yield f"{dotted(target.nearer)} ÷ {value} = {found} %"
    else:
        yield f"{value} ÷ {dotted(target.nearer)} = {dotted(end / target.nearer * HUNDRED)} %"


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


def _within(end: Fraction, target: Interval) -> str:
    if target.low is not None and end < target.low:
        return f"{dotted(end)} ÷ {dotted(target.low)} = {dotted(end / target.low * HUNDRED)} %"
    if target.high is not None and end > target.high:
        return f"{dotted(target.high)} ÷ {dotted(end)} = {dotted(target.high / end * HUNDRED)} %"
    return f"{dotted(end)} → 100 %"
