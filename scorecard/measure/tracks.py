"""Scorecards of one unit and period by several tracks: self-scored, appraised, from a survey."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.change import Arrow, Change, change, score_change
from scorecard.measure.merger import as_it_was
from scorecard.numbers.interval import Interval, minus

IN_ORDER = ("self", "appraised", "survey")
"""In which order those who judge mostly come."""


class Movement(NamedTuple):
    """What a track of a unit says against the track before it."""

    before: Assessment
    after: Assessment

    @property
    def score(self) -> Change | None:
        """The difference of the scores; None where either track has none."""
        return score_change(self.after, self.before)

    @property
    def values(self) -> list[Change | None]:
        """The difference of the values, by indicator."""
        then = as_it_was(self.before)
        return [change(item, then) for item in self.after.measured]

    @property
    def points(self) -> list[Change | None]:
        """The difference of the points, by indicator; None where either track scores none."""
        pairs = zip(self.after.measured, self.before.measured, strict=True)
        return [self._points(after.points, before.points) for after, before in pairs]

    def _points(self, after: Interval | None, before: Interval | None) -> Change | None:
        if after is None or before is None:
            return None
        difference = minus(after, before)
        return Change(self.before.card.period, difference, difference)

    @property
    def crossed(self) -> Arrow | None:
        """Which way the band went, where the bounds of the scores decide that it is another."""
        before, after = ([band.start for band in each.bands] for each in (self.before, self.after))
        if not before or not after:
            return None
        if min(after) > max(before):
            return "up"
        return "down" if max(after) < min(before) else None


def in_order(tracks: Sequence[str], first: Sequence[str] = ()) -> list[str]:
    """Return tracks, each once: those that come first, self, appraised, survey, and the others."""
    usual = [*first, *IN_ORDER]
    place = {track: usual.index(track) for track in usual}
    return sorted(set(tracks), key=lambda track: (place.get(track, len(usual)), track))


Beside = Sequence[Assessment]
"""The scorecards of one unit, framework and period, of several tracks, in their order."""


def beside(assessments: Sequence[Assessment], first: Sequence[str] = ()) -> list[Beside]:
    """Return scorecards that differ by nothing but their tracks, together.

    Tracks that come `first` do so in that order.
    """
    alike: dict[tuple[object, ...], dict[str, Assessment]] = defaultdict(dict)
    for each in assessments:
        card = each.card
        if card.track is not None:
            key = (card.unit.id, id(each.compared_under), card.period[1:])
            alike[key][card.track] = each
    return [[found[track] for track in in_order(list(found), first)] for found in alike.values()]
