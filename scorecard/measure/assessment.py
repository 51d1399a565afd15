"""One scorecard under its framework: completions, points, scores, coverage and band."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple

from scorecard.measure.completion import ZERO
from scorecard.measure.criteria import criteria
from scorecard.measure.outcome import Measured, measured_by
from scorecard.model.framework import Band, Framework, Group
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.interval import Interval, high_end, low_end, times, total

HUNDRED = Fraction(100)

Unclassed = Literal["not-eligible", "no-target", "coverage"]
"""Why a unit is given no band and no rank."""


class Sum(NamedTuple):
    """Points of several indicators together; `score` is in per cent, None where none counts."""

    points: Interval
    most: Fraction
    score: Interval | None


@dataclass(frozen=True, eq=False)
class Assessment:
    """All that is known of one unit for one period, each part computed when it is first asked for.

    `supposed` are the indicators whose values nobody has reported.
    """

    scorecard: Scorecard
    framework: Framework
    supposed: frozenset[str] = frozenset()

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """Every indicator of the framework, in its order."""
        card = self.scorecard
        named = ((by.indicator.id, by) for by in criteria(self.framework))
        return tuple(
            measured_by(by, card.figures.get(name), card.period, supposed=name in self.supposed)
            for name, by in named
        )

    @cached_property
    def groups(self) -> tuple[tuple[Group, Sum], ...]:
        """What each group comes to."""
        items: dict[str, list[Measured]] = {}
        for item in self.measured:
            items.setdefault(item.indicator.group, []).append(item)
        return tuple((group, summed(items.get(group.id, ()))) for group in self.framework.groups)

    @cached_property
    def total(self) -> Sum:
        """What all indicators come to: each group once, and what is in none of them."""
        groups = {group.id: of for group, of in self.groups}
        apart = summed(item for item in self.measured if item.indicator.group not in groups)
        sums = [apart, *groups.values()]
        return _sum([each.points for each in sums], [each.most for each in sums])

    @cached_property
    def reported(self) -> Sum:
        """What the indicators come to that figures were reported for."""
        return summed(item for item in self.measured if item.absent is None)

    @cached_property
    def coverage(self) -> Fraction | None:
        """The share of the points that figures were reported for; None where none counts."""
        given = sum((item.most for item in self.measured if item.absent is None), ZERO)
        return given / self.total.most if self.total.most else None

    @cached_property
    def unclassed(self) -> Unclassed | None:
        """Why there is no band and no rank, if there is none."""
        if not self.scorecard.unit.eligible:
            return "not-eligible"
        if self.coverage is None:
            return "no-target"
        return "coverage" if self.coverage < self.framework.scoring.coverage else None

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The bands that the score may fall in, the lowest first.

        There are none where it may lie below all of them, and where no class is given.
        """
        if self.unclassed or self.total.score is None:
            return ()
        return bands_of(self.total.score, self.framework.bands)


def assess(scorecard: Scorecard, framework: Framework) -> Assessment:
    """Put a scorecard under its framework."""
    return Assessment(scorecard, framework)


def summed(items: Iterable[Measured]) -> Sum:
    """Add up the points of all that counts."""
    counted = [(item.points, item.most) for item in items if item.points is not None]
    return _sum([points for points, _ in counted], [most for _, most in counted])


def _sum(points: Iterable[Interval], most: Sequence[Fraction]) -> Sum:
    earned, all_points = total(points), sum(most, ZERO)
    return Sum(earned, all_points, times(earned, HUNDRED / all_points) if all_points else None)


def bands_of(score: Interval, bands: Iterable[Band]) -> tuple[Band, ...]:
    """Return every band that a score in per cent may fall in, the lowest first."""
    ordered = sorted(bands, key=lambda band: band.start)
    starts = [(0, Fraction(band.start), 0) for band in ordered]
    first, last = (bisect_right(starts, end) for end in (low_end(score), high_end(score)))
    return tuple(ordered[first - 1 : last]) if first else ()
