"""One scorecard under its framework: completions, points, scores, coverage and band."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple, Protocol

from scorecard.diagnostic import Finding
from scorecard.measure.band import given
from scorecard.measure.completion import ZERO
from scorecard.measure.criteria import criteria
from scorecard.measure.measured import Measured, measured_by
from scorecard.measure.tally import Tally, tally
from scorecard.model.framework import Band, Framework, Group
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.interval import Interval, between, high_end, low_end, times, total
from scorecard.text.source import SourceText

HUNDRED = Fraction(100)
HALF = Fraction(1, 2)

Unclassed = Literal["error", "not-eligible", "no-target", "coverage", "figures"]
"""Why a unit is given no band and no rank."""


class Sum(NamedTuple):
    """Points of several indicators together, and the most that they can be.

    `score` is on the scale of the framework; None where nothing counts.
    """

    points: Interval
    most: Fraction
    score: Interval | None


class Counted(NamedTuple):
    """How many figures are reported, how many apply, and how many of the others are not due yet.

    Bonuses and penalties are not among them.
    """

    reported: int
    due: int
    not_due: int


class Origin(Protocol):
    """The file that a scorecard was read from."""

    @property
    def name(self) -> str:
        """The name that the user knows it by."""

    def line_of(self, *path: str) -> int:
        """Return the line, from 1, of the key at a path."""


@dataclass(frozen=True, eq=False)
class Assessment:
    """All that is known of one unit for one period, each part computed when it is first asked for.

    `supposed` are the indicators whose values nobody has reported. `errors` are findings by the
    indicators that count as missing for them, and `fault` is one for which there is no score.
    `edition` is the part of another edition that it is stated in, where that was asked for.
    `texts` are those of sources, by their ids, or why one is not read.
    """

    scorecard: Scorecard
    framework: Framework
    supposed: frozenset[str] = frozenset()
    errors: Mapping[str, Finding] = field(default_factory=dict)
    fault: Finding | None = None
    origin: Origin | None = None
    edition: Framework | None = None
    texts: Mapping[str, SourceText | str] = field(default_factory=dict)

    @property
    def compared_under(self) -> Framework:
        """The framework that it shares with all that it is held against."""
        return self.edition or self.framework

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """Every indicator of the framework, in its order."""
        card, level = self.scorecard, self.scorecard.unit.level
        named = ((by.indicator.id, by) for by in criteria(self.framework))
        return tuple(
            measured_by(
                by,
                card.figures.get(name),
                card.period,
                level=level,
                error=self.errors.get(name),
                supposed=name in self.supposed,
            )
            for name, by in named
        )

    @cached_property
    def groups(self) -> tuple[tuple[Group, Sum], ...]:
        """What each group comes to, bonuses and penalties apart."""
        return tuple(
            (group, self._scored(_sums(items, [item.points for item in items])))
            for group, items in self._grouped
        )

    @cached_property
    def total(self) -> Sum:
        """What all indicators come to."""
        return self._whole(self.measured, [item.points for item in self.measured])

    @cached_property
    def at_pace(self) -> Sum | None:
        """The same with the pace in place of what is so far; None where nothing has a pace."""
        if not any(item.points and item.outcome.pace for item in self.measured):
            return None
        return self._whole(self.measured, [item.at_pace or item.points for item in self.measured])

    @cached_property
    def reported(self) -> Sum:
        """What the indicators come to that figures were reported for."""
        items = [item for item in self.measured if item.reported]
        return self._whole(items, [item.points for item in items])

    def whole_of(self, points: Mapping[str, Interval]) -> Sum:
        """Return what all indicators come to where they have these points."""
        return self._whole(self.measured, [points.get(i.indicator.id) for i in self.measured])

    @cached_property
    def worths(self) -> Mapping[str, Fraction]:
        """What all points of each scored indicator are in the total: there, groups can weigh."""
        weights = {
            group.id: Fraction(group.weight) / points.most
            for group, points in self.groups
            if group.weight is not None and points.most
        }
        return {
            item.indicator.id: abs(item.by.points)
            * (1 if item.extra else weights.get(item.indicator.group, 1))
            for item in self.measured
        }

    @cached_property
    def coverage(self) -> Fraction | None:
        """The share of the points that figures were reported for; None where none counts.

        Groups that have a weight weigh as much here, too.
        """
        return self._covered(lambda item: item.reported)

    @property
    def points_due(self) -> Fraction:
        """The most that all points can be, those of figures included that the rules leave out."""
        given = sum((item.due for _, items in self._grouped for item in items), ZERO)
        weights = [
            Fraction(group.weight or 0)
            for group, items in self._grouped
            if any(item.due for item in items)
        ]
        return sum(weights, ZERO) if _weighted(self.framework) else given

    @property
    def points_later(self) -> Fraction:
        """The points of figures that are not due yet, and so in no maximum."""
        waiting = (item.by for item in self.measured if item.absent == "not-due")
        return sum((by.points for by in waiting if by.scored and not by.extra), ZERO)

    @cached_property
    def coverage_estimated(self) -> Fraction | None:
        """The share of the points that figures were reported for as estimates."""
        return self._covered(lambda item: item.reported and _estimated(item))

    @cached_property
    def figures(self) -> Counted:
        """How many figures are reported, due, and not due yet."""
        regular = [item for item in self.measured if not item.extra]
        due = [item for item in regular if item.applies]
        not_due = sum(item.absent == "not-due" for item in regular)
        return Counted(sum(item.reported for item in due), len(due), not_due)

    @cached_property
    def tally(self) -> Tally:
        """How many of its targets are met."""
        return tally(self.measured)

    @cached_property
    def pending(self) -> bool:
        """Whether a scored target is before its day, so that the score is one so far."""
        counted = (item for item in self.measured if item.points is not None and not item.unnamed)
        return any(item.outcome.course.early for item in counted)

    @cached_property
    def unclassed(self) -> Unclassed | None:
        """Why there is no band and no rank, if there is none."""
        figures, scoring = self.figures, self.framework.scoring
        if self.fault:
            return "error"
        if not self.scorecard.unit.eligible:
            return "not-eligible"
        if self.coverage is None:
            return "no-target"
        # What was not reported may be left out of the score, which then has nothing to be of.
        if self.coverage < scoring.coverage or self.total.score is None:
            return "coverage"
        return "figures" if figures.reported < HALF * figures.due else None

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The bands that the score may fall in, the lowest first.

        There are none where it may lie below all of them, where no class is given, while a target
        is pending, and where bands are assumed.
        """
        score, assumed = self.total.score, "bands" in self.framework.assumed
        if self.unclassed or score is None or self.pending or assumed:
            return ()
        return given(score, self.framework.bands, self.measured)

    @cached_property
    def _grouped(self) -> list[tuple[Group, list[Measured]]]:
        items: dict[str, list[Measured]] = {}
        for item in self.measured:
            if not item.extra:
                items.setdefault(item.indicator.group, []).append(item)
        return [(group, items.get(group.id, [])) for group in self.framework.groups]

    def _whole(self, items: Iterable[Measured], points: Iterable[Interval | None]) -> Sum:
        """Return points together: as they are, or by group where groups have weights."""
        scored = list(zip(items, points, strict=True))
        if not _weighted(self.framework):
            found = _sums([item for item, _ in scored], [points for _, points in scored])
            return self._scored(found)
        sums = []
        for group in self.framework.groups:
            own = [each for each in scored if each[0].indicator.group == group.id]
            regular = [each for each in own if not each[0].extra]
            found = _sums([item for item, _ in regular], [points for _, points in regular])
            if found.most:
                weight = Fraction(group.weight or 0)
                sums.append(Sum(times(found.points, weight / found.most), weight, None))
        extras = [points for item, points in scored if item.extra and points is not None]
        together = total([*(each.points for each in sums), *extras])
        return self._scored(Sum(together, sum((each.most for each in sums), ZERO), None))

    def _scored(self, found: Sum) -> Sum:
        """Return a sum with its score, which is at least 0."""
        if not found.most or self.fault:
            return found
        score = times(found.points, Fraction(self.framework.scoring.scale) / found.most)
        low, high = (max(end, (0, ZERO, 0)) for end in (low_end(score), high_end(score)))
        return found._replace(score=between(low, high, approximate=score.approximate))

    def _covered(self, counts: Callable[[Measured], bool]) -> Fraction | None:
        """Return the share of the points of figures that count."""
        weighted = _weighted(self.framework)
        covered = all_due = ZERO
        for group, items in self._grouped:
            due = sum((item.due for item in items), ZERO)
            counted = sum((item.due for item in items if counts(item)), ZERO)
            weight = Fraction(group.weight or 0) / due if weighted and due else Fraction(1)
            covered, all_due = covered + counted * weight, all_due + due * weight
        return covered / all_due if all_due else None


def assess(scorecard: Scorecard, framework: Framework) -> Assessment:
    """Put a scorecard under its framework."""
    return Assessment(scorecard, framework)


def _weighted(framework: Framework) -> bool:
    return any(group.weight is not None for group in framework.groups)


def _sums(items: Iterable[Measured], points: Iterable[Interval | None]) -> Sum:
    earned = total(each for each in points if each is not None)
    return Sum(earned, sum((item.most for item in items), ZERO), None)


def _estimated(item: Measured) -> bool:
    return item.figure is not None and item.figure.status == "estimated"


def frameworks_of(assessments: Iterable[Assessment]) -> list[Framework]:
    """Return the frameworks that scorecards are under, each once."""
    found: list[Framework] = []
    # Most share one that was read once; those of other files may say the same.
    for each in {id(one.framework): one.framework for one in assessments}.values():
        if each not in found:
            found.append(each)
    return found
