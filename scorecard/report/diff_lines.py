"""What two states say differently, line by line and in words."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scorecard.diagnostic import Diagnostic
from scorecard.i18n import Words
from scorecard.measure.difference import (
    Change,
    Difference,
    FigureDifference,
    FrameworkDifference,
    UnitDifference,
    kind,
    last,
)
from scorecard.measure.field import Standing
from scorecard.measure.measured import Measured
from scorecard.model.fields import Text
from scorecard.model.framework import Framework
from scorecard.numbers.digits import KEPT, UNLIMITED, interval_text
from scorecard.numbers.interval import Interval
from scorecard.report import texts
from scorecard.report.cells import mark_text

_AMOUNTS = ("value", "baseline", "target", "claimed")


class Line(NamedTuple):
    """One thing that differs, in words."""

    part: str
    change: str
    key: str = ""
    then: str | None = None
    now: str | None = None
    unit: UnitDifference | None = None
    figure: FigureDifference | None = None
    framework: Framework | None = None
    finding: Diagnostic | None = None

    @property
    def under(self) -> str | None:
        """The framework that it is told of, with its edition."""
        of = self.framework or (self.unit and self.unit.standing.assessment.framework)
        return f"{of.id}@{of.edition}" if of else None

    @property
    def id(self) -> str | None:
        """The id of the unit."""
        return self.unit and self.unit.standing.assessment.card.unit.id

    @property
    def name(self) -> Text | None:
        """The name of the unit."""
        return self.unit and self.unit.standing.assessment.card.unit.name

    @property
    def period(self) -> str | None:
        """The period of the scorecard."""
        return self.unit and self.unit.standing.assessment.card.period.text

    @property
    def track(self) -> str | None:
        """The track of the scorecard."""
        return self.unit and self.unit.standing.assessment.card.track

    @property
    def source(self) -> str | None:
        """Where the figure is stated, or was before it was gone."""
        then, now = self.figure.figures if self.figure else (None, None)
        of = now or then
        return of.source if of else None


def diff_lines(found: Difference, words: Words) -> Iterator[Line]:
    """Yield all that differs: frameworks, units, findings."""
    for framework in found.frameworks:
        yield from _of_framework(framework)
    for unit in found.units:
        yield from _of_unit(unit, words)
    for then, now in found.findings:
        of = last((then, now))
        what = f"{of.severity.value}[{of.code}]"
        message = then and then.message, now and now.message
        yield Line("findings", kind((then, now)), what, *message, finding=of)


def _of_framework(found: FrameworkDifference) -> Iterator[Line]:
    of = found.framework
    if None in found.frameworks:
        yield Line("frameworks", kind(found.frameworks), framework=of)
    for each in found.changes:
        yield Line("frameworks", "changed", *each, framework=of)


def _of_unit(found: UnitDifference, words: Words) -> Iterator[Line]:
    then, now = found.standings
    if not (then and now):
        given = str(len(found.figures))
        count = given if then else None, given if now else None
        yield Line("scorecards", found.kind, "figures", *count, unit=found)
    for each in found.changes:
        yield Line("stated", "changed", *_written(each, words), unit=found)
    for figure in found.figures:
        alone = [
            each for each in figure.changes if each.key != "source" or figure.kind == "changed"
        ]
        for each in alone:
            yield Line("stated", figure.kind, *_written(each, words), unit=found, figure=figure)
    if then and now:
        for figure in found.figures:
            for change in _figure_moves(figure, words):
                yield Line("moved", "moved", *change, unit=found, figure=figure)
        for change in _unit_moves(found, then, now, words):
            yield Line("moved", "moved", *change, unit=found)


def _written(change: Change, words: Words) -> Change:
    """Return a change whose numbers, if it is one of amounts, are as the language writes them."""
    if change.key.partition(".")[0] not in _AMOUNTS:
        return change
    return Change(change.key, *(each and words.number(each) for each in change[1:]))


def _apart(
    ends: tuple[Interval | None, Interval | None],
    told: Callable[[Interval, int], str],
    words: Words,
) -> tuple[str, str]:
    """Return two numbers with as many decimals as tell one from the other."""
    shown: tuple[str, str] = texts.DASH, texts.DASH
    for decimals in range(1, KEPT + 1):
        first, second = (told(each, decimals) if each else texts.DASH for each in ends)
        shown = words.number(first), words.number(second)
        if first != second:
            break
    return shown


def _percent(share: Interval, decimals: int) -> str:
    return interval_text(texts.percent(share) or share, UNLIMITED, (0, 100), decimals)


def _number(number: Interval, decimals: int) -> str:
    return interval_text(number, UNLIMITED, (0,), decimals)


def _figure_moves(found: FigureDifference, words: Words) -> Iterator[Change]:
    then, now = found.measured
    moves: dict[str, tuple[str, str]] = {
        "completion": _apart((then and then.completion, now and now.completion), _percent, words),
        "pace": _apart((then and then.outcome.pace, now and now.outcome.pace), _percent, words),
        "mark": (_mark(then, words), _mark(now, words)),
        "points": _apart((then and then.points, now and now.points), _number, words),
    }
    yield from (Change(key, *moves[key]) for key in moves if key in found.moved)


def _mark(item: Measured | None, words: Words) -> str:
    return (mark_text(item, words) if item else None) or texts.DASH


def _unit_moves(
    found: UnitDifference, then: Standing, now: Standing, words: Words
) -> Iterator[Change]:
    old, new = then.assessment, now.assessment
    paced = tuple(each.at_pace.score if each.at_pace else None for each in (old, new))
    moves: dict[str, tuple[str, str]] = {
        "score": _apart((old.total.score, new.total.score), _number, words),
        "score_at_pace": _apart((paced[0], paced[1]), _number, words),
        "coverage": (texts.coverage_text(old, words), texts.coverage_text(new, words)),
        "band": (texts.band_text(old, words), texts.band_text(new, words)),
        "rank": (texts.place_text(then.rank, words), texts.place_text(now.rank, words)),
        "unranked": (_unranked(then, words), _unranked(now, words)),
    }
    yield from (Change(key, *moves[key]) for key in moves if key in found.moved)


def _unranked(standing: Standing, words: Words) -> str:
    return texts.unranked_text(standing, words) if standing.unranked else texts.DASH
