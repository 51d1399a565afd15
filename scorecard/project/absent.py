"""Which children of a parent have no scorecard for the period that they are summed up for."""

from collections import defaultdict
from collections.abc import Sequence

from scorecard.measure.kept import Card
from scorecard.measure.rollup import Parent
from scorecard.project.expecting import Expecting
from scorecard.project.load import File, measured
from scorecard.rules.expected import is_recent


class Absent:
    """What the scorecards of a folder, and its lists, say of those that are not there."""

    def __init__(self, files: Sequence[File], expecting: Expecting) -> None:
        self._expecting = expecting
        self._families: dict[tuple[object, ...], list[Card]] = defaultdict(list)
        self._here: dict[tuple[object, ...], set[str]] = defaultdict(set)
        self._units: set[str] = set()
        self._known: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for each in measured(files):
            card, framework = each.card, each.framework.id
            unit, track = card.unit, card.track
            self._families[framework, track, unit.level, unit.parent].append(card)
            self._here[framework, track, card.period[1:]].add(unit.id)
            self._units.add(unit.id)
            self._known[track, unit.level].add(unit.id)

    def of(self, parent: Parent) -> list[str]:
        """Return the ids of children that are expected, or reported the year before, in order.

        A file that cannot be read gives nothing to a sum.
        """
        first, period, same = parent.children[0], parent.period, (parent.track, parent.level)
        framework = first.framework.id
        family = self._families[framework, *same, parent.id]
        recent = {card.unit.id for card in family if _recent(card, parent)}
        listed = self._expecting.listed(first, parent.id)
        # Who is of another track or level is expected there.
        others = self._units - self._known[same]
        here = self._here[framework, parent.track, period[1:]]
        return sorted((recent | (listed - others)) - here - self._expecting.dismissed)


def _recent(card: Card, parent: Parent) -> bool:
    stated = card.period.start is not None and parent.period.start is not None
    return stated and is_recent(card.period, parent.period)
