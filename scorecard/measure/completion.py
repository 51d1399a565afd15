"""How far a value has come towards its target, as an interval of shares of 1."""

from fractions import Fraction
from itertools import product
from operator import ge, le

from scorecard.measure.target import Threshold
from scorecard.model.framework import Indicator
from scorecard.numbers.interval import (
    End,
    Interval,
    between,
    exactly,
    high_end,
    inside,
    low_end,
    overlap,
    times,
)

ZERO = Fraction(0)


def completion(
    value: Interval, target: Threshold | None, indicator: Indicator, baseline: Interval | None
) -> Interval | None:
    """Return value against target by the method of the indicator; None where there is no ratio.

    There is none without a target, for an indicator without a direction, for a target that
    nothing can be divided by, and for a value of 0 or less where lower is better.
    """
    if indicator.direction == "none":
        return None
    match indicator.method:
        case "steps":
            return _by_steps(value, indicator)
        case "yes-no":
            return None if target is None else _by_answer(value, target.nearer)
    if target is None:
        return None
    if indicator.method == "baseline":
        found = None if baseline is None else _from_baseline(value, target.nearer, baseline)
    elif indicator.method == "within":
        found = _within(value, target.bounds)
    elif indicator.direction == "lower":
        found = _lower(value, target.nearer)
    else:
        found = _ratio(value, target.nearer)
    return found._replace(approximate=True) if found and target.approximate else found


def _ratio(value: Interval, target: Fraction) -> Interval | None:
    """Value / target, which must be above 0."""
    return times(value, 1 / target) if target > 0 else None


def _by_answer(value: Interval, wanted: Fraction) -> Interval:
    """1 for the answer that is wanted, else 0."""
    given = inside(value, exactly(wanted))
    low, high = Fraction(given is True), Fraction(given is not False)
    return Interval(low, high, approximate=value.approximate)


def _lower(value: Interval, target: Fraction) -> Interval | None:
    """Target / value. A value that can come down to 0 leaves the ratio without an upper end."""
    at_zero = low_end(value) <= (0, ZERO, 0)
    if target < 0 or (value.high is not None and value.high <= 0) or (target == 0 and at_zero):
        return None
    # A value without an upper end comes as near to 0 as one likes, and never there.
    low = (0, ZERO, 1) if value.high is None else (0, target / value.high, -value.high_side)
    high = (1, ZERO, 0)
    if value.low is not None and value.low > 0:
        high = (0, target / value.low, -value.low_side)
    if target == 0:
        low = high = (0, ZERO, 0)
    return between(low, high, approximate=value.approximate)


def _from_baseline(value: Interval, target: Fraction, baseline: Interval) -> Interval | None:
    """(value - baseline) / (target - baseline), whichever way the target lies.

    While one of value and baseline stays, the share moves one way only as the other moves; so
    its ends are among the corners. There is none where the baseline may come as near to the
    target as one likes.
    """
    if target in baseline._replace(low_side=0, high_side=0):
        return None
    # The side of one number is lost where the other is a range, and a baseline's is not looked at.
    value_side, high_value_side = value[2:4]
    if value.low == value.high and baseline.low != baseline.high:
        value_side = high_value_side = 0
    ends = ((value.low, value_side, -1), (value.high, high_value_side, 1))
    low_side, high_side = (0, 0) if baseline.low == baseline.high else baseline[2:4]
    starts = ((baseline.low, low_side, -1), (baseline.high, high_side, 1))
    corners = [_corner(end, start, target) for end, start in product(ends, starts)]
    approximate = value.approximate or baseline.approximate
    return between(min(corners), max(corners), approximate=approximate)


_Edge = tuple[Fraction | None, int, int]
"""An end: its number, or None without a bound; its side; and on which side a bound is missing."""


def _corner(end: _Edge, start: _Edge, target: Fraction) -> End:
    (value, value_side, infinity), (baseline, baseline_side, nowhere) = end, start
    way = -nowhere if baseline is None else _sign(target - baseline)
    if value is None:
        return (infinity * way, ZERO, 0)
    short = _sign(value - target)
    if baseline is None:
        # The farther away the baseline lies, the nearer every value is to the target.
        return (0, Fraction(1), (short or value_side) * way)
    # The share moves with the value by 1/span, and with the baseline by (value - target)/span².
    moved = value_side * way + baseline_side * short
    return (0, (value - baseline) / (target - baseline), _sign(Fraction(moved)))


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _within(value: Interval, target: Interval) -> Interval | None:
    """1 inside the range; outside it the ratio to the nearer edge, which must be above 0."""
    below, beyond = low_end(value) < low_end(target), high_end(value) > high_end(target)
    edges = (*((target.low,) if below else ()), *((target.high,) if beyond else ()))
    if any(edge is not None and edge <= 0 for edge in edges):
        return None
    ends = [_share_of_edge(end, target) for end in (low_end(value), high_end(value))]
    highest = (0, Fraction(1), 0) if overlap(value, target) else max(ends)
    return between(min(ends), highest, approximate=value.approximate)


def _share_of_edge(end: End, target: Interval) -> End:
    infinity, number, side = end
    if end < low_end(target) and target.low is not None:
        return (infinity, number / target.low, side)
    if end > high_end(target) and target.high is not None:
        return (0, ZERO, 1) if infinity else (0, target.high / number, -side)
    return (0, Fraction(1), 0)


def _by_steps(value: Interval, indicator: Indicator) -> Interval:
    """Return the share of the highest step that is reached, at either end of the value."""
    reached = le if indicator.direction == "lower" else ge
    steps = [((0, Fraction(start), 0), Fraction(share)) for start, share in indicator.steps]
    shares = [
        max((share for start, share in steps if reached(end, start)), default=ZERO)
        for end in (low_end(value), high_end(value))
    ]
    return Interval(min(shares), max(shares), approximate=value.approximate)
