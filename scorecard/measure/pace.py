"""How a part of a period stands against a target for the whole of it."""

from fractions import Fraction

from scorecard.measure.target import Threshold
from scorecard.model.framework import Indicator
from scorecard.numbers.interval import Interval, times
from scorecard.numbers.period import Period, contains


def elapsed(period: Period, target: Threshold | None, indicator: Indicator) -> Fraction | None:
    """Return which share of the target's period a figure covers; None where pace says nothing.

    It does for what adds up over time, where the target is for a longer period that this one
    belongs to. Only lengths count, so a year that is not stated does no harm.
    """
    if target is None or target.period is None or indicator.kind != "flow":
        return None
    if target.period.months <= period.months or contains(target.period, period) is False:
        return None
    return Fraction(period.months, target.period.months)


def pace(completion: Interval | None, share: Fraction | None) -> Interval | None:
    """Return completion over the elapsed share of the time: 1 is just on plan."""
    return times(completion, 1 / share) if completion and share else None
