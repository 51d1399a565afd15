"""What has changed since the unit's own previous period."""

from collections.abc import Iterable
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.measured import Measured
from scorecard.numbers.interval import Interval, minus
from scorecard.numbers.period import Period, before


class Change(NamedTuple):
    """The difference to the value of an earlier period, in the unit of the indicator."""

    since: Period
    difference: Interval


def previous(assessment: Assessment, others: Iterable[Assessment]) -> Assessment | None:
    """Return the latest earlier scorecard of the same unit, framework and length of period.

    It ends before this one starts: figures of periods that overlap are not held against each
    other. None where there is none, or where a year is not stated.
    """
    found: Assessment | None = None
    for other in (each for each in others if _precedes(each, assessment)):
        if found is None or before(found.scorecard.period, other.scorecard.period):
            found = other
    return found


def change(item: Measured, earlier: Assessment | None) -> Change | None:
    """Return the change of one indicator; None where either period has no number for it."""
    if earlier is None or item.value is None or item.indicator.method == "yes-no":
        return None
    then = next(one for one in earlier.measured if one.indicator.id == item.indicator.id)
    if then.value is None:
        return None
    return Change(earlier.scorecard.period, minus(item.value, then.value))


def _precedes(other: Assessment, assessment: Assessment) -> bool:
    then, now = other.scorecard, assessment.scorecard
    return (
        then.unit.id == now.unit.id
        and other.framework == assessment.framework
        and then.period.months == now.period.months
        and then.period.end is not None
        and now.period.start is not None
        and then.period.end <= now.period.start
    )
