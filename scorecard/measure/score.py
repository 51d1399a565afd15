"""Points of figures added up: sums, scores on the scale of a framework, and coverage."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from scorecard.measure.completion import ZERO
from scorecard.measure.measured import Measured
from scorecard.model.framework import Framework, Group
from scorecard.numbers.interval import (
    Interval,
    between,
    high_end,
    low_end,
    summed,
    times,
    total,
)


class Sum(NamedTuple):
    """Points of several indicators together, and the most that they can be.

    `score` is on the scale of the framework; None where nothing counts.
    """

    points: Interval
    most: Fraction
    score: Interval | None


PointsOf = Callable[[Measured], Interval | None]
"""Returns the points of an indicator, if it has any."""

Grouped = Sequence[tuple[Group, Sequence[Measured]]]
"""Each group with what is measured in it, bonuses and penalties apart."""


def grouped(framework: Framework, measured: Iterable[Measured]) -> Grouped:
    """Return what is measured by group, in the order of the framework."""
    items: dict[str, list[Measured]] = {}
    for item in measured:
        if not item.extra:
            items.setdefault(item.indicator.group, []).append(item)
    return [(group, items.get(group.id, [])) for group in framework.groups]


def by_group(groups: Grouped, points_of: PointsOf) -> Iterator[Sum]:
    """Yield what the indicators of each group come to that have these points, without a score."""
    return (_sum(items, map(points_of, items)) for _, items in groups)


def of_reported(found: Sum, group: tuple[Group, Sequence[Measured]]) -> Sum:
    """Return what the reported ones of a group come to; `found` is what all of it comes to."""
    _, items = group
    reported = [item for item in items if item.reported]
    if len(reported) == len(items):
        return found
    return _sum(reported, [item.points for item in reported])


def _sum(items: Iterable[Measured], points: Iterable[Interval | None]) -> Sum:
    earned = total(each for each in points if each is not None)
    return Sum(earned, summed(item.most for item in items), None)


def scored(framework: Framework, found: Sum) -> Sum:
    """Return a sum with its score, which is at least 0."""
    if not found.most:
        return found
    score = times(found.points, Fraction(framework.scoring.scale) / found.most)
    low, high = (max(end, (0, ZERO, 0)) for end in (low_end(score), high_end(score)))
    return found._replace(score=between(low, high, approximate=score.approximate))


def whole(
    framework: Framework, groups: Iterable[Sum], measured: Iterable[Measured], points_of: PointsOf
) -> Sum:
    """Return what all groups, in their order, come to with the points of bonuses and penalties.

    Points are added up as they are, or as much as groups weigh where they have weights.
    """
    sums = list(groups)
    if _weighted(framework):
        sums = [
            _weighing(found, Fraction(group.weight or 0))
            for group, found in zip(framework.groups, sums, strict=True)
            if found.most
        ]
    extras = (points for item in measured if item.extra and (points := points_of(item)))
    together = total([*(each.points for each in sums), *extras])
    return scored(framework, Sum(together, summed(each.most for each in sums), None))


def _weighing(found: Sum, weight: Fraction) -> Sum:
    return Sum(times(found.points, weight / found.most), weight, None)


def covered(
    framework: Framework, by_group: Grouped, counts: Callable[[Measured], bool]
) -> Fraction | None:
    """Return the share of the points of figures that count; None where none is due."""
    if not _weighted(framework):
        everything = [item for _, items in by_group for item in items]
        return _share(everything, counts)
    found = all_due = ZERO
    for group, items in by_group:
        share = _share(items, counts)
        if share is not None:
            weight = Fraction(group.weight or 0)
            found, all_due = found + share * weight, all_due + weight
    return found / all_due if all_due else None


def _share(items: Sequence[Measured], counts: Callable[[Measured], bool]) -> Fraction | None:
    due = summed(item.due for item in items)
    return summed(item.due for item in items if counts(item)) / due if due else None


def due(framework: Framework, by_group: Grouped) -> Fraction:
    """Return the most that all points can be, those of figures included that are left out."""
    if _weighted(framework):
        weights = (
            Fraction(group.weight or 0)
            for group, items in by_group
            if any(item.due for item in items)
        )
        return summed(weights)
    return summed(item.due for _, items in by_group for item in items)


def _weighted(framework: Framework) -> bool:
    return any(group.weight is not None for group in framework.groups)
