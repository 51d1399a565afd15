"""Children summed up into their parent, as far as their figures can be added."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.measured import Measured
from scorecard.measure.parts import adds_up
from scorecard.measure.target import limits
from scorecard.model.framework import Indicator
from scorecard.model.scorecard import Figure
from scorecard.numbers.interval import Interval, exactly, total
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import Form

Reason = Literal["rate", "partial", "none", "yes-no"]
"""Why there is no sum: rates printed without their numbers, some units missing, or all, or
answers that are no numbers."""


class RolledUp(NamedTuple):
    """One indicator over the children of a parent.

    `value` is their sum, or their rate taken together; None, and why, where there is none.
    `given` of `children` report the indicator. A supposed sum rests on a value that nobody has
    reported.
    """

    indicator: Indicator
    value: Interval | None
    reason: Reason | None
    given: int
    children: int
    supposed: bool = False


class Parent(NamedTuple):
    """Children of one parent for one period, and its own scorecard where there is one."""

    id: str
    period: Period
    children: tuple[Assessment, ...]
    own: Assessment | None
    sums: tuple[RolledUp, ...]


def roll_up(assessments: Sequence[Assessment]) -> list[Parent]:
    """Sum children up by parent and period, in the order of the parents' ids.

    Flows and stocks are added; rates are taken together from their numerators and denominators,
    and from nothing else. Where a child is missing, the sum is a lower bound if values cannot be
    below 0, else there is none.
    """
    families: dict[_Key, list[Assessment]] = defaultdict(list)
    units: dict[_Key, Assessment] = {}
    for assessment in assessments:
        unit = assessment.scorecard.unit
        units.setdefault(_key(unit.id, assessment), assessment)
        if unit.parent is not None:
            families[_key(unit.parent, assessment)].append(assessment)
    found = []
    for key in sorted(families):
        ordered = sorted(families[key], key=lambda child: child.scorecard.unit.id)
        columns = zip(*(child.measured for child in ordered), strict=True)
        sums = tuple(_rolled_up(items) for items in columns)
        period = ordered[0].scorecard.period
        found.append(Parent(key[0], period, tuple(ordered), units.get(key), sums))
    return found


_Key = tuple[str, int, int, int]
"""A unit and a period, in the order of reading."""


def _key(unit: str, assessment: Assessment) -> _Key:
    period = assessment.scorecard.period
    return unit, -1 if period.start is None else period.start, period.month, period.months


def _rolled_up(items: Sequence[Measured]) -> RolledUp:
    indicator = items[0].indicator
    applying = [item for item in items if item.absent != "not-applicable"]
    given = [item for item in applying if item.value is not None and item.error is None]
    value, reason = _together(indicator, given, complete=len(given) == len(applying))
    supposed = any(item.supposed for item in given)
    return RolledUp(indicator, value, reason, len(given), len(applying), supposed)


def _together(
    indicator: Indicator, given: Sequence[Measured], *, complete: bool
) -> tuple[Interval | None, Reason | None]:
    values = [item.value for item in given if item.value is not None]
    if not values:
        return None, "none"
    if indicator.method == "yes-no":
        return None, "yes-no"
    if not adds_up(indicator):
        figures = [item.figure for item in given if item.figure]
        return _rate(figures, percent=indicator.percent, complete=complete)
    added = total(values)
    if complete:
        return added, None
    lowest = limits(indicator).low
    if lowest is None or lowest < 0:
        return None, "partial"
    return Interval(added.low, None, added.low_side, 0, added.approximate), None


def _rate(
    figures: Iterable[Figure], *, percent: bool, complete: bool
) -> tuple[Interval | None, Reason | None]:
    """Return the share of all numerators in all denominators."""
    shares = [figure.value for figure in figures if figure.value]
    if not percent or any(share.form is not Form.SHARE for share in shares):
        return None, "rate"
    if not complete:
        return None, "partial"
    whole = sum(Fraction(share.second or 0) for share in shares)
    if not whole:
        return None, "none"
    return exactly(sum(Fraction(share.first) for share in shares) * HUNDRED / whole), None
