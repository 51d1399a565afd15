"""One scorecard under its framework: completions, points, scores, coverage and band."""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

from scorecard.diagnostic import Finding
from scorecard.measure.band import given
from scorecard.measure.completion import ZERO
from scorecard.measure.criteria import criteria
from scorecard.measure.kept import DETAILS, Card, detail, opened, packed
from scorecard.measure.measured import Measured, measured_by
from scorecard.measure.origin import Origin
from scorecard.measure.score import (
    Grouped,
    PointsOf,
    Sum,
    by_group,
    covered,
    due,
    grouped,
    of_reported,
    scored,
    whole,
)
from scorecard.measure.tally import Tally, added
from scorecard.measure.traits import Aim, Traits, traits
from scorecard.model.framework import Band, Framework, Group
from scorecard.model.scorecard import Scorecard
from scorecard.text.source import SourceText

HUNDRED = Fraction(100)
HALF = Fraction(1, 2)

Unclassed = Literal["error", "not-eligible", "no-target", "coverage", "figures"]
"""Why a unit is given no band and no rank."""


class Counted(NamedTuple):
    """How many figures are reported, how many apply, and how many of the others are not due yet.

    Bonuses and penalties are not among them.
    """

    reported: int
    due: int
    not_due: int


@dataclass(frozen=True, eq=False)
class Assessment:
    """All that is known of one unit for one period, each part computed when it is first asked for.

    `supposed` are the indicators whose values nobody has reported. `errors` are findings by the
    indicators that count as missing for them, and `fault` is one for which there is no score.
    `edition` is the part of another edition that it is stated in, where that was asked for.
    `texts` are those of sources, by their ids, or why one is not read.
    """

    card: Card
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
    def scorecard(self) -> Scorecard:
        """All that it states; what is asked of very many is asked of the card."""
        return opened(self.card)

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """Every indicator of the framework, in its order."""
        card, level = self.scorecard, self.card.unit.level
        return tuple(
            measured_by(
                by,
                card.figures.get(name := by.indicator.id),
                card.period,
                level=level,
                error=self.errors.get(name),
                supposed=name in self.supposed,
            )
            for by in criteria(self.framework)
        )

    @cached_property
    def traits(self) -> Traits:
        """What is asked of its figures where there are very many."""
        return traits(self.measured, criteria(self.framework))

    def aim(self, place: int) -> Aim | None:
        """Return the target, set by somebody, that a reported figure at a place is held against."""
        if not self.traits.aimed >> place & 1:
            return None
        own = self.traits.own
        if own and place in own:
            return own[place]
        target = criteria(self.framework)[place].targets[0]
        return target.bounds, target.strict

    @property
    def groups(self) -> tuple[tuple[Group, Sum], ...]:
        """What each group comes to, bonuses and penalties apart."""
        return tuple(zip(self.framework.groups, self.sums, strict=True))

    @detail
    def sums(self) -> tuple[Sum, ...]:
        """The same without the groups, in their order."""
        sums = by_group(self._grouped, attrgetter("points"))
        return tuple(self._unless_at_fault(scored(self.framework, found)) for found in sums)

    @cached_property
    def total(self) -> Sum:
        """What all indicators come to."""
        return self._whole(self.sums, attrgetter("points"))

    @detail
    def at_pace(self) -> Sum | None:
        """The same with the pace in place of what is so far; None where nothing has a pace."""
        if not any(item.points and item.outcome.pace for item in self.measured):
            return None
        return self.whole_of(lambda item: item.at_pace or item.points)

    @detail
    def reported(self) -> Sum:
        """What the indicators come to that figures were reported for."""
        sums = map(of_reported, self.sums, self._grouped)
        return self._whole(sums, lambda item: item.points if item.reported else None)

    def whole_of(self, points_of: PointsOf) -> Sum:
        """Return what all indicators come to where they have these points."""
        return self._whole(by_group(self._grouped, points_of), points_of)

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
        return covered(self.framework, self._grouped, lambda item: item.reported)

    @detail
    def points_due(self) -> Fraction:
        """The most that all points can be, those of figures included that the rules leave out."""
        return due(self.framework, self._grouped)

    @property
    def points_later(self) -> Fraction:
        """The points of figures that are not due yet, and so in no maximum."""
        waiting = (item.by for item in self.measured if item.absent == "not-due")
        return sum((by.points for by in waiting if by.scored and not by.extra), ZERO)

    @detail
    def coverage_estimated(self) -> Fraction | None:
        """The share of the points that figures were reported for as estimates."""
        return covered(self.framework, self._grouped, _estimated)

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
        return added(self.traits.tallies)

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
        if not self.card.unit.eligible:
            return "not-eligible"
        if self.coverage is None:
            return "no-target"
        # What was not reported may be left out of the score, which then has nothing to be of.
        if self.coverage < scoring.coverage or self.total.score is None:
            return "coverage"
        return "figures" if figures.reported < HALF * figures.due else None

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands that the score may fall in, the lowest first.

        There are none where it may lie below all of them, where no class is given, while a target
        is pending, and where bands are assumed.
        """
        known = {band.id: band for band in self.framework.bands}
        return tuple(known[name] for name in self.classes)

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """The ids of the same."""
        score, assumed = self.total.score, "bands" in self.framework.assumed
        if self.unclassed or score is None or self.pending or assumed:
            return ()
        return tuple(band.id for band in given(score, self.framework.bands, self.measured))

    @property
    def summed(self) -> bool:
        """Whether it is known what all its figures come to together."""
        return SUMMED[-1] in vars(self)

    def sum_up(self) -> Mapping[str, object]:
        """Return what all its figures come to together, for `remember`."""
        details = packed({name: getattr(self, name) for name in PACKED})
        return {DETAILS: details, **{name: getattr(self, name) for name in SUMMED}}

    def remember(self, found: Mapping[str, object]) -> None:
        """Take over what another process has summed up."""
        vars(self).update(found)

    def lean(self) -> "Assessment":
        """Return the same, to look at its figures once: they are gone when it is."""
        lean = copy.copy(self)
        # So is what is read of its file for their lines.
        vars(lean)["origin"] = copy.copy(self.origin)
        return lean

    @cached_property
    def _grouped(self) -> Grouped:
        return grouped(self.framework, self.measured)

    def _whole(self, groups: Iterable[Sum], points_of: PointsOf) -> Sum:
        return self._unless_at_fault(whole(self.framework, groups, self.measured, points_of))

    def _unless_at_fault(self, found: Sum) -> Sum:
        return found._replace(score=None) if self.fault else found


SUMMED = ("total", "coverage", "figures", "pending", "unclassed", "classes", "traits")
"""What figures come to together, by name: little, as there may be very many."""

PACKED = ("sums", "at_pace", "reported", "coverage_estimated", "points_due")
"""What is told of units one by one."""


def assess(scorecard: Scorecard, framework: Framework) -> Assessment:
    """Put a scorecard under its framework."""
    return Assessment(scorecard, framework)


def _estimated(item: Measured) -> bool:
    figure = item.figure if item.reported else None
    return figure is not None and figure.status == "estimated"


def frameworks_of(assessments: Iterable[Assessment]) -> list[Framework]:
    """Return the frameworks that scorecards are under, each once."""
    found: list[Framework] = []
    # Most share one that was read once; those of other files may say the same.
    for each in {id(one.framework): one.framework for one in assessments}.values():
        if each not in found:
            found.append(each)
    return found
