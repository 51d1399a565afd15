"""Points of figures added up: sums, scores on the scale of a framework, and coverage."""

from collections.abc import Callable, Iterable, Sequence
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


Grouped = Sequence[tuple[Group, Sequence[Measured]]]
"""Each group with what is measured in it, bonuses and penalties apart."""


def grouped(framework: Framework, measured: Iterable[Measured]) -> Grouped:
    """Return what is measured by group, in the order of the framework."""
    items: dict[str, list[Measured]] = {}
    for item in measured:
        if not item.extra:
            items.setdefault(item.indicator.group, []).append(item)
    return [(group, items.get(group.id, [])) for group in framework.groups]


def group_sum(framework: Framework, items: Iterable[Measured]) -> Sum:
    """Return what the indicators of a group come to."""
    items = list(items)
    return _scored(framework, _sums(items, [item.points for item in items]))


def whole(
    framework: Framework, items: Iterable[Measured], points: Iterable[Interval | None]
) -> Sum:
    """Return points together: as they are, or by group where groups have weights."""
    scored = list(zip(items, points, strict=True))
    if not _weighted(framework):
        found = _sums([item for item, _ in scored], [points for _, points in scored])
        return _scored(framework, found)
    sums = []
    for group in framework.groups:
        own = [each for each in scored if each[0].indicator.group == group.id]
        regular = [each for each in own if not each[0].extra]
        found = _sums([item for item, _ in regular], [points for _, points in regular])
        if found.most:
            weight = Fraction(group.weight or 0)
            sums.append(Sum(times(found.points, weight / found.most), weight, None))
    extras = [points for item, points in scored if item.extra and points is not None]
    together = total([*(each.points for each in sums), *extras])
    return _scored(framework, Sum(together, summed(each.most for each in sums), None))


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


def _scored(framework: Framework, found: Sum) -> Sum:
    """Return a sum with its score, which is at least 0."""
    if not found.most:
        return found
    score = times(found.points, Fraction(framework.scoring.scale) / found.most)
    low, high = (max(end, (0, ZERO, 0)) for end in (low_end(score), high_end(score)))
    return found._replace(score=between(low, high, approximate=score.approximate))


def _weighted(framework: Framework) -> bool:
    return any(group.weight is not None for group in framework.groups)


def _sums(items: Iterable[Measured], points: Iterable[Interval | None]) -> Sum:
    earned = total(each for each in points if each is not None)
    return Sum(earned, summed(item.most for item in items), None)
