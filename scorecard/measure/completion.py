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

NO_RATIO: End = (-1, ZERO, 0)
"""The share of an edge that is not above 0: none, so nothing is sure of it."""


def completion(
    value: Interval, target: Threshold | None, indicator: Indicator, baseline: Interval | None
) -> Interval | None:
    """Return value against target by the method of the indicator; None where there is no ratio.

    There is none without a target, for an indicator without a direction, for a target that
    nothing can be divided by, and for a value of 0 where lower is better.
    """
    if indicator.direction == "none":
        return None
    match indicator.method:
        case "steps":
            return _by_steps(value, indicator)
        case "yes-no":
            return _by_answer(value, target.nearer if target else Fraction(1))
    if target is None:
        return None
    if indicator.method == "baseline":
        found = None if baseline is None else _from_baseline(value, target.nearer, baseline)
    elif indicator.method == "within" or indicator.direction == "within":
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
    if target < 0 or (value.high is not None and value.high <= 0):
        return None
    # A value without an upper end comes as near to 0 as one likes, and never there.
    low = (0, ZERO, 1) if value.high is None else (0, target / value.high, -value.high_side)
    high = (1, ZERO, 0)
    if value.low is not None and value.low > 0:
        high = (0, target / value.low, -value.low_side)
    if target == 0:
        low, high = (0, ZERO, 0), (high[0], ZERO, 0)
    return between(low, high, approximate=value.approximate)


def _from_baseline(value: Interval, target: Fraction, baseline: Interval) -> Interval | None:
    """(value - baseline) / (target - baseline), whichever way the target lies.

    While one of value and baseline stays, the share moves one way only as the other moves; so
    its ends are among the corners. There is none where the baseline may come as near to the
    target as one likes.
    """
    if target in baseline._replace(low_side=0, high_side=0):
        return None
    ends = ((value.low, value.low_side, -1), (value.high, value.high_side, 1))
    starts = ((baseline.low, baseline.low_side), (baseline.high, baseline.high_side))
    corners = [_corner(end, start, target) for end, start in product(ends, starts)]
    approximate = value.approximate or baseline.approximate
    return between(min(corners), max(corners), approximate=approximate)


def _corner(
    end: tuple[Fraction | None, int, int], start: tuple[Fraction | None, int], target: Fraction
) -> End:
    value, value_side, infinity = end
    baseline, baseline_side = start
    if baseline is None:
        # The farther away the baseline lies, the nearer every value is to the target.
        return (0, Fraction(1), 0)
    span = target - baseline
    if value is None:
        return (infinity * _sign(span), ZERO, 0)
    # The share moves with the value by 1/span, and with the baseline by (value - target)/span².
    moved = value_side * _sign(span) + baseline_side * _sign(value - target)
    return (0, (value - baseline) / span, _sign(Fraction(moved)))


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _within(value: Interval, target: Interval) -> Interval | None:
    """1 inside the range; outside it the ratio to the nearer edge, which must be above 0."""
    ends = [_share_of_edge(end, target) for end in (low_end(value), high_end(value))]
    highest = (0, Fraction(1), 0) if overlap(value, target) else max(ends)
    if highest == NO_RATIO:
        return None
    return between(min(ends), highest, approximate=value.approximate)


def _share_of_edge(end: End, target: Interval) -> End:
    infinity, number, side = end
    if end < low_end(target) and target.low is not None:
        return (infinity, number / target.low, side) if target.low > 0 else NO_RATIO
    if end > high_end(target) and target.high is not None:
        if target.high <= 0:
            return NO_RATIO
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
