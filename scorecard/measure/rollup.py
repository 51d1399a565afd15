"""Children summed up into their parent, as far as their figures can be added."""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.completion import completion
from scorecard.measure.measured import Measured
from scorecard.measure.parts import adds_up, never_negative
from scorecard.measure.target import limits
from scorecard.model.framework import Indicator
from scorecard.model.level import LEVELS, Level
from scorecard.numbers.interval import Interval, exactly, total
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import Form

Reason = Literal["rate", "partial", "none", "not-due", "yes-no"]
"""Why there is no sum: rates printed without their numbers, some units missing, or all, none of
them due yet, or answers that are no numbers."""


class Share(NamedTuple):
    """So many of so many."""

    part: Fraction
    whole: Fraction


class Plan(NamedTuple):
    """The targets of so many children that have a value and a target, and what is reached of them.

    Nobody set their sum, so there is no verdict on it. `until` is the period that they are for,
    where they have one.
    """

    target: Interval
    completion: Interval | None
    children: int
    until: Period | None = None


class RolledUp(NamedTuple):
    """One indicator over the children of a parent.

    `value` is their sum, or their rate taken together; None, and why, where there is none. `share`
    is what it is of, where all are given as a share. `given` report the indicator, of the
    `children` that it is due of; of the others it is `not_due` yet. A supposed sum rests on a value
    that nobody has reported.
    """

    indicator: Indicator
    value: Interval | None
    reason: Reason | None
    given: int
    children: int
    not_due: int = 0
    share: Share | None = None
    plan: Plan | None = None
    supposed: bool = False


class Parent(NamedTuple):
    """Children of one parent and level for one period, and its own scorecard where it has one.

    `absent` are the ids of children that have no scorecard for the period.
    """

    id: str
    period: Period
    track: str | None
    level: Level
    children: tuple[Assessment, ...]
    own: Assessment | None
    sums: tuple[RolledUp, ...]
    absent: tuple[str, ...] = ()


def roll_up(assessments: Sequence[Assessment]) -> list[Parent]:
    """Sum children up by parent, period, track and level, in the order of the parents' ids.

    Children of several levels are never added: one may lie in another. Flows and stocks are added;
    rates are taken together from their numerators and denominators, and from nothing else. Where
    a child is missing, the sum is a lower bound if values cannot be below 0, else there is none.
    """
    families: dict[tuple[_Key, int], dict[str, Assessment]] = defaultdict(dict)
    units: dict[_Key, Assessment] = {}
    for assessment in assessments:
        unit = assessment.card.unit
        units.setdefault(_key(unit.id, assessment), assessment)
        if unit.parent is not None:
            family = families[_key(unit.parent, assessment), LEVELS.index(unit.level)]
            family.setdefault(unit.id, assessment)
    found = []
    for (key, level), family in sorted(families.items(), key=lambda each: each[0]):
        children = tuple(family[name] for name in sorted(family))
        card, own, sums = children[0].card, units.get(key), added_up(children)
        found.append(Parent(key[0], card.period, card.track, LEVELS[level], children, own, sums))
    return found


def lacking(parent: Parent, absent: Sequence[str]) -> Parent:
    """Return a parent with sums that lack what children report that have no scorecard."""
    sums = added_up(parent.children, len(absent)) if absent else parent.sums
    return parent._replace(sums=sums, absent=tuple(absent))


_Key = tuple[str, tuple[int, int, int], str]
"""A unit, a period, in the order of reading, and a track."""


def _key(unit: str, assessment: Assessment) -> _Key:
    return unit, assessment.card.period.place, assessment.card.track or ""


def added_up(children: Sequence[Assessment], absent: int = 0) -> tuple[RolledUp, ...]:
    """Sum units of one level up by indicator, with so many more that have no scorecard."""
    level = children[0].card.unit.level
    columns = zip(*(child.measured for child in children), strict=True)
    return tuple(_rolled_up(items, level, absent) for items in columns)


def _rolled_up(items: Sequence[Measured], level: Level, absent: int) -> RolledUp:
    indicator = items[0].indicator
    # A 0/0 that earns all points is reported, and adds nothing.
    due = [item for item in items if item.applies and not (item.reported and item.value is None)]
    # The number of a figure that is wrong, or for another time, is not that of this period.
    given = [item for item in due if item.value and not item.error and item.fault != "other-time"]
    not_due = sum(item.absent == "not-due" for item in items)
    # What is due of none of the others, or is not for their level, is not due of those either.
    only_later = bool(not due and not_due)
    if only_later or (indicator.levels and level not in indicator.levels):
        absent = 0
    count = len(due) + absent
    share = _share(given) if len(given) == count else None
    value, reason = _together(indicator, given, share, due, whole=len(given) == count)
    if only_later:
        reason = "not-due"
    plan, supposed = _plan(indicator, given), any(item.supposed for item in given)
    counts = len(given), count, not_due
    return RolledUp(indicator, value, reason, *counts, value and share, plan, supposed)


def _share(given: Sequence[Measured]) -> Share | None:
    """Return all numerators and all denominators; None where a value is no share."""
    values = [item.figure.value for item in given if item.figure and item.figure.value]
    if not values or any(value.form is not Form.SHARE for value in values):
        return None
    wholes = sum(Fraction(value.second or 0) for value in values)
    return Share(sum((Fraction(value.first) for value in values), Fraction(0)), Fraction(wholes))


def _together(
    indicator: Indicator,
    given: Sequence[Measured],
    share: Share | None,
    due: Sequence[Measured],
    *,
    whole: bool,
) -> tuple[Interval | None, Reason | None]:
    values = _values(given)
    if not values:
        return None, "none"
    if indicator.method == "yes-no":
        return None, "yes-no"
    if not adds_up(indicator):
        return _rate(indicator, given, share)
    added = total(values)
    if whole:
        return added, None
    if added.low is None or not never_negative(indicator) or _below_zero(indicator, due):
        return None, "partial"
    return Interval(added.low, None, max(added.low_side, 0), 0, added.approximate), None


def _rate(
    indicator: Indicator, given: Sequence[Measured], share: Share | None
) -> tuple[Interval | None, Reason | None]:
    """Return the share of all numerators in all denominators, where every child gives both."""
    if not indicator.percent or _share(given) is None:
        return None, "rate"
    if share is None:
        return None, "partial"
    return exactly(share.part * HUNDRED / share.whole), None


def _below_zero(indicator: Indicator, due: Sequence[Measured]) -> bool:
    """Whether a value or a target is below 0, also of a missing child, so that others may be.

    What is below stated limits is a mistake, and says nothing.
    """
    if limits(indicator).low is not None:
        return False
    values = any(value.low is not None and value.low < 0 for value in _values(due))
    return values or any(item.target and item.target.nearer < 0 for item in due)


def _plan(indicator: Indicator, given: Sequence[Measured]) -> Plan | None:
    """Return the sum of the targets, and how far it is reached by those that have one.

    None where they cannot be added: ranges, answers, targets for different times, or scales
    beside targets that somebody set.
    """
    both = [(item, target) for item in given if (target := item.target)]
    untils = {(item.outcome.course.until or (0,))[1:] for item, _ in both}
    alike = len(untils) == 1 and len({target.scale for _, target in both}) == 1
    if not (alike and adds_up(indicator) and indicator.method in ("ratio", "baseline")):
        return None
    number = sum((target.nearer for _, target in both), Fraction(0))
    about = any(target.approximate for _, target in both)
    plan = both[0][1]._replace(nearer=number, farther=number, approximate=about)
    starts = [start for item, _ in both if (start := item.by.baseline)]
    start = total(starts) if len(starts) == len(both) else None
    done = completion(total(_values([item for item, _ in both])), plan, indicator, start)
    until = both[0][0].outcome.course.until
    return Plan(Interval(number, number, approximate=about), done, len(both), until)


def _values(items: Sequence[Measured]) -> list[Interval]:
    return [item.value for item in items if item.value]
