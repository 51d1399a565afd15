"""What two states of scorecards say differently, and what moved because of it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Literal, NamedTuple, TypeVar

from scorecard.diagnostic import Diagnostic
from scorecard.measure.assessment import Assessment, frameworks_of
from scorecard.measure.field import Fields, Standing
from scorecard.measure.measured import Measured
from scorecard.measure.stated import Stated, stated
from scorecard.model.fields import by_language
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Figure

Item = TypeVar("Item")

Pair = tuple[Item | None, Item | None]
"""The same thing before and after; None where it is not there."""

Key = Callable[[Item], Hashable]

Kind = Literal["added", "gone", "changed", "moved"]
"""What became of a thing; it moved where it says the same, and comes to something else."""

MOVING = ("completion", "pace", "verdict", "mark", "points")
"""What a figure comes to."""

COMES_TO = ("score", "score_at_pace", "coverage", "band", "rank", "unranked")
"""What a unit comes to."""


class Change(NamedTuple):
    """What stands under a key before and after; None where nothing does."""

    key: str
    then: str | None
    now: str | None


class FigureDifference(NamedTuple):
    """A figure before and after, and what it comes to; `moved` are those of MOVING that differ."""

    indicator: str
    figures: Pair[Figure]
    measured: Pair[Measured]
    changes: tuple[Change, ...]
    moved: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """What became of the figure."""
        if not self.changes:
            return "moved"
        return "changed" if all(self.figures) else kind(self.figures)


class UnitDifference(NamedTuple):
    """A scorecard before and after, where it stands, and its figures that differ.

    `moved` are those of COMES_TO that differ.
    """

    standings: Pair[Standing]
    changes: tuple[Change, ...] = ()
    figures: tuple[FigureDifference, ...] = ()
    moved: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        """Where it stands after, or stood before it was gone."""
        return last(self.standings)

    @property
    def kind(self) -> Kind:
        """What became of the scorecard."""
        said = self.changes or any(each.kind != "moved" for each in self.figures)
        return "changed" if said and all(self.standings) else kind(self.standings)


class FrameworkDifference(NamedTuple):
    """A framework before and after."""

    frameworks: Pair[Framework]
    changes: tuple[Change, ...]

    @property
    def framework(self) -> Framework:
        """The framework after, or before it was gone."""
        return last(self.frameworks)


class Difference(NamedTuple):
    """All that differs between two states; nothing in it says that nothing does."""

    frameworks: tuple[FrameworkDifference, ...]
    units: tuple[UnitDifference, ...]
    findings: tuple[Pair[Diagnostic], ...]


class State(NamedTuple):
    """Scorecards under their frameworks, and what is wrong in their files."""

    assessments: Sequence[Assessment]
    findings: Sequence[Diagnostic]


def difference(then: State, now: State) -> Difference:
    """Return what differs; the files that it stands in, and where in them, are nothing to it."""
    frameworks = paired(
        frameworks_of(then.assessments),
        frameworks_of(now.assessments),
        lambda each: (each.id, each.edition),
        lambda each: each.id,
    )
    findings = paired(
        then.findings,
        now.findings,
        lambda each: (each.code, each.message, each.file),
        lambda each: (each.code, each.message),
    )
    return Difference(
        tuple(each for pair in frameworks if (each := _of_framework(pair)).changes or None in pair),
        _units(then.assessments, now.assessments),
        tuple(pair for pair in findings if None in pair),
    )


def kind(pair: Pair[Item]) -> Kind:
    """Return what became of a thing that says the same, if it is there before and after."""
    then, now = pair
    return "added" if then is None else "gone" if now is None else "moved"


def paired(then: Iterable[Item], now: Iterable[Item], *keys: Key[Item]) -> list[Pair[Item]]:
    """Return things before and after side by side: those alike by the first key, else the next."""
    old, new = list(then), list(now)
    found: list[Pair[Item]] = []
    for key in keys:
        waiting: dict[Hashable, list[Item]] = defaultdict(list)
        for each in old:
            waiting[key(each)].append(each)
        left = []
        for each in new:
            if alike := waiting[key(each)]:
                found.append((alike.pop(0), each))
            else:
                left.append(each)
        old, new = [each for some in waiting.values() for each in some], left
    return [*found, *((each, None) for each in old), *((None, each) for each in new)]


def _of_framework(pair: Pair[Framework]) -> FrameworkDifference:
    then, now = pair
    return FrameworkDifference(pair, _changes(stated(then), stated(now)) if then and now else ())


def _units(then: Sequence[Assessment], now: Sequence[Assessment]) -> tuple[UnitDifference, ...]:
    before, after = Fields(then), Fields(now)
    pairs = paired(then, now, _as_it_is, _of_any_edition, _by_name)
    found = [
        _of_unit(before.standing(old) if old else None, after.standing(new) if new else None)
        for old, new in pairs
    ]
    differing = (each for each in found if each.kind != "moved" or each.moved or each.figures)
    return tuple(sorted(differing, key=_what_moved_last))


def _what_moved_last(found: UnitDifference) -> tuple[bool, tuple[str, ...]]:
    return found.kind == "moved", _as_it_is(found.standing.assessment)


def _of_any_edition(each: Assessment) -> tuple[str, ...]:
    card, period = each.card, each.card.period[1:]
    return each.framework.id, *map(str, period), card.track or "", card.unit.id


def _as_it_is(each: Assessment) -> tuple[str, ...]:
    return *_of_any_edition(each), each.framework.edition


def _by_name(each: Assessment) -> Hashable:
    """Return what stays where a unit has another id."""
    *field, _ = _of_any_edition(each)
    unit = each.card.unit
    return *field, unit.level, unit.parent, *by_language(unit.name).values()


def _of_unit(then: Standing | None, now: Standing | None) -> UnitDifference:
    pair = then, now
    old, new = (each and each.assessment for each in pair)
    figures = _figures(old, new)
    if not (then and now and old and new):
        return UnitDifference(pair, (), figures)
    changes = _changes(stated(old.scorecard), stated(new.scorecard))
    before, after = _comes_to(then), _comes_to(now)
    moved = tuple(key for key in before if before[key] != after[key])
    return UnitDifference(pair, changes, figures, moved)


def _comes_to(standing: Standing) -> dict[str, object]:
    """Return what a unit comes to; among how many it is ranked is told by who came and went."""
    of, rank = standing.assessment, standing.rank
    return {
        "score": of.total.score,
        "score_at_pace": of.at_pace and of.at_pace.score,
        "coverage": of.coverage,
        "band": [band.id for band in of.bands],
        "rank": rank and (rank.best, rank.worst, rank.approximate),
        "unranked": standing.unranked,
    }


def _figures(then: Assessment | None, now: Assessment | None) -> tuple[FigureDifference, ...]:
    old, new = _by_indicator(then), _by_indicator(now)
    found = (_of_figure(each, old.get(each), new.get(each)) for each in {**new, **old})
    return tuple(each for each in found if each.changes or (each.moved and then and now))


Given = tuple[Figure | None, Measured | None]


def _by_indicator(assessment: Assessment | None) -> dict[str, Given]:
    """Return figures and what they come to; some are of no indicator, and come to nothing."""
    if not assessment:
        return {}
    figures = assessment.scorecard.figures
    found: dict[str, Given] = {
        item.indicator.id: (figures.get(item.indicator.id), item) for item in assessment.measured
    }
    return {**{name: (figure, None) for name, figure in figures.items()}, **found}


def _of_figure(name: str, then: Given | None, now: Given | None) -> FigureDifference:
    (was, before), (is_, after) = then or (None, None), now or (None, None)
    changes = _changes(stated(was) if was else {}, stated(is_) if is_ else {})
    moved = [key for key in MOVING if getattr(before, key, None) != getattr(after, key, None)]
    return FigureDifference(name, (was, is_), (before, after), changes, tuple(moved))


def _changes(then: Stated, now: Stated) -> tuple[Change, ...]:
    both = (Change(key, then.get(key), now.get(key)) for key in {**now, **then})
    return tuple(each for each in both if each.then != each.now)


def last(pair: Pair[Item]) -> Item:
    """Return a thing as it is after, or was before it was gone."""
    return next(each for each in reversed(pair) if each is not None)
