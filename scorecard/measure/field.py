"""Where each unit stands in its field: all of one framework, period, level and track."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from scorecard.i18n import in_language
from scorecard.i18n.language import spoken
from scorecard.measure.assessment import Assessment
from scorecard.measure.rank import Rank, ranks
from scorecard.measure.sensitivity import Stability
from scorecard.measure.territory import NOWHERE, Territory, Time, Version, who
from scorecard.model.framework import Framework
from scorecard.model.level import LEVELS
from scorecard.model.scorecard import Unit
from scorecard.pool import FEW, Step, made_of_each
from scorecard.text.naming import Order, alphabetical

Key = tuple[int, str, int, tuple[int, int, int]]
"""What scorecards share that are ranked together, in the order in which fields are listed.

It is the level, the track, and a number of the framework, and the months that are measured.
"""


Unranked = Literal["error", "not-eligible", "no-target", "coverage", "figures", "alone"]
"""Why a unit has no rank; one alone has nothing to be ranked with."""


class Standing(NamedTuple):
    """A unit and its rank in its field; None, and why, without one.

    `stability` says how the rank hangs on the weights, where that was asked for.
    """

    assessment: Assessment
    rank: Rank | None
    unranked: Unranked | None
    stability: Stability | None = None


Field = tuple[Standing, ...]
"""All that are ranked together, the best first."""


class Fields:
    """Scorecards in their fields, each of which is ranked when it is first asked for."""

    def __init__(
        self, everything: Iterable[Assessment] = (), territory: Territory = NOWHERE
    ) -> None:
        self.territory = territory
        self._frameworks: list[Framework] = []
        self._numbers: dict[int, int] = {}
        self._members: dict[Key, list[Assessment]] = defaultdict(list)
        self._units: dict[str, list[Assessment]] = defaultdict(list)
        self._ranked: dict[Key, tuple[Field, dict[int, Standing]]] = {}
        for each in everything:
            self._members[self.key(each)].append(each)
            self._units[each.card.unit.id].append(each)

    def key(self, assessment: Assessment) -> Key:
        """Return what a scorecard shares with those that it is ranked with."""
        card, framework = assessment.card, assessment.compared_under
        if id(framework) not in self._numbers:
            if framework not in self._frameworks:
                self._frameworks.append(framework)
            self._numbers[id(framework)] = self._frameworks.index(framework)
        level = LEVELS.index(card.unit.level)
        return level, card.track or "", self._numbers[id(framework)], card.period.place

    def of_unit(self, unit: str) -> Sequence[Assessment]:
        """Return the scorecards of a unit."""
        return self._units[unit]

    def of_versions(self, versions: Iterable[Version]) -> list[Assessment]:
        """Return the scorecards of units as they were for a time, through all of the period."""
        return [each for version in versions for each in self._versions.get(version.time, ())]

    @cached_property
    def _versions(self) -> Mapping[Time, Sequence[Assessment]]:
        found: dict[Time, list[Assessment]] = defaultdict(list)
        for each in (each for some in self._units.values() for each in some):
            card = each.card
            known = self.territory.find(who(card.unit), card.period)
            if known and len(known.named) == 1:
                found[known.named[0].time].append(each)
        return found

    def field(self, assessment: Assessment) -> Field:
        """Return all that a scorecard is ranked with, itself among them, the best first."""
        return self._of(assessment)[0]

    def standing(self, assessment: Assessment) -> Standing:
        """Return where a scorecard stands in its field."""
        return self._of(assessment)[1][id(assessment)]

    def _of(self, assessment: Assessment) -> tuple[Field, dict[int, Standing]]:
        key = self.key(assessment)
        if key not in self._ranked:
            members = self._members[key]
            sum_up(members)
            scores = [None if each.unclassed else each.total.score for each in members]
            placed = [rank if rank and rank.of > 1 else None for rank in ranks(scores)]
            standings = [
                Standing(each, rank, None if rank else each.unclassed or "alone")
                for each, rank in zip(members, placed, strict=True)
            ]
            by_id = {id(each.assessment): each for each in standings}
            self._ranked[key] = tuple(sorted(standings, key=by_rank)), by_id
        return self._ranked[key]


def sum_up(assessments: Iterable[Assessment], step: Step = lambda _: None) -> None:
    """Have all processors sum up scorecards; where they are few, each is when it is asked.

    `step` is told of each.
    """
    left = [each for each in assessments if not each.summed]
    if len(left) > FEW:
        for each, found in zip(left, made_of_each(_summed_up, left), strict=True):
            each.remember(found)
            step(1)


def _summed_up(assessment: Assessment) -> Mapping[str, object]:
    return assessment.lean().sum_up()


def by_name(unit: Unit) -> tuple[Order, str]:
    """Return what puts units in order of the names that people read; ids part namesakes."""
    return alphabetical(in_language(unit.name, spoken())), unit.id


def by_rank(standing: Standing) -> tuple[bool, int, int, tuple[Order, str], str]:
    """Return what puts the standings of a field in order: the best first, those without last."""
    card = standing.assessment.card
    rank = standing.rank
    best, worst = (rank.best, rank.worst) if rank else (0, 0)
    return (rank is None, best, worst, by_name(card.unit), card.period.text)
