"""What two states say differently: what is stated, what moved because of it, and findings."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from scorecard.diagnostic import Diagnostic
from scorecard.i18n import Words
from scorecard.measure.difference import (
    Change,
    Difference,
    FigureDifference,
    FrameworkDifference,
    Pair,
    UnitDifference,
    kind,
)
from scorecard.measure.field import Standing
from scorecard.measure.measured import Measured
from scorecard.model.fields import Text, by_language
from scorecard.model.framework import Framework
from scorecard.numbers.digits import KEPT, UNLIMITED, interval_text
from scorecard.numbers.interval import Interval
from scorecard.report import texts
from scorecard.report.blocks import Block, Heading, Note, View
from scorecard.report.cells import mark_text
from scorecard.report.columns import ReportColumn, Values, differ, sheet_of, some, table_of
from scorecard.report.diff_record import diff_record
from scorecard.text.printable import Printable, printable

PARTS = ("frameworks", "scorecards", "stated", "moved", "findings")
"""What is told, in its order: each part has a heading and a table."""


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
        return self.unit and self.unit.standing.assessment.scorecard.unit.id

    @property
    def name(self) -> Text | None:
        """The name of the unit."""
        return self.unit and self.unit.standing.assessment.scorecard.unit.name

    @property
    def period(self) -> str | None:
        """The period of the scorecard."""
        return self.unit and self.unit.standing.assessment.scorecard.period.text

    @property
    def track(self) -> str | None:
        """The track of the scorecard."""
        return self.unit and self.unit.standing.assessment.scorecard.track

    @property
    def source(self) -> str | None:
        """Where the figure is stated, or was before it was gone."""
        then, now = self.figure.figures if self.figure else (None, None)
        of = now or then
        return of.source if of else None


Told = ReportColumn[Line]


def diff_view(
    found: Difference, names: tuple[str, str], unread: Sequence[int], words: Words
) -> View:
    """Return what differs between two states of these names, of which so many files are unread."""
    lines = list(_lines(found, words))
    notes = list(_notes(found, names, unread, words))

    def blocks() -> Iterator[Block]:
        yield Heading(words("diff", then=names[0], now=names[1]))
        whole = {part: [each for each in lines if each.part == part] for part in PARTS}
        # The figures of a scorecard that came or went are counted in its line.
        whole["stated"] = [each for each in whole["stated"] if all(_sides(each))]
        for part, some_ in whole.items():
            if some_:
                yield Heading(words(f"diff.{part}"), level=2)
                yield table_of([each for each in COLUMNS if each.name in SHOWN[part]], some_, words)
        yield from notes

    return View(
        blocks,
        lambda: diff_record(found, names, notes),
        lambda: sheet_of(DIFF_VALUES, lines, words.language),
        notes,
    )


def _sides(line: Line) -> Pair[Standing]:
    return line.unit.standings if line.unit else (None, None)


def _notes(
    found: Difference, names: tuple[str, str], unread: Sequence[int], words: Words
) -> Iterator[Note]:
    if not any(found):
        yield texts.note(words("diff.nothing"), words)._replace(code="nothing-differs")
    if any(each.changes for each in found.frameworks):
        yield texts.note(words("diff.yardstick"), words)._replace(code="yardstick-moved")
    for name, count in zip(names, unread, strict=True):
        if count:
            said = words("diff.unread", count=count, state=name)
            yield texts.note(said, words)._replace(code="unread")


def _lines(found: Difference, words: Words) -> Iterator[Line]:
    for framework in found.frameworks:
        yield from _of_framework(framework)
    for unit in found.units:
        yield from _of_unit(unit, words)
    for then, now in found.findings:
        if of := now or then:
            what = f"{of.severity.value}[{of.code}]"
            message = of.message if then else None, of.message if now else None
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
        yield Line("stated", "changed", *each, unit=found)
    for figure in found.figures:
        alone = [
            each for each in figure.changes if each.key != "source" or figure.kind == "changed"
        ]
        for each in alone:
            yield Line("stated", figure.kind, *each, unit=found, figure=figure)
    if then and now:
        for figure in found.figures:
            for change in _figure_moves(figure, words):
                yield Line("moved", "moved", *change, unit=found, figure=figure)
        for change in _unit_moves(found, then, now, words):
            yield Line("moved", "moved", *change, unit=found)


def _apart(
    then: Interval | None, now: Interval | None, told: Callable[[Interval, int], str]
) -> tuple[str, str]:
    """Return two numbers with as many decimals as tell one from the other."""
    shown: tuple[str, str] = texts.DASH, texts.DASH
    for decimals in range(1, KEPT + 1):
        first, second = (told(each, decimals) if each else texts.DASH for each in (then, now))
        shown = first, second
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
        "completion": _apart(then and then.completion, now and now.completion, _percent),
        "pace": _apart(then and then.outcome.pace, now and now.outcome.pace, _percent),
        "mark": (_mark(then, words), _mark(now, words)),
        "points": _apart(then and then.points, now and now.points, _number),
    }
    yield from (Change(key, *moves[key]) for key in moves if key in found.moved)


def _mark(item: Measured | None, words: Words) -> str:
    return (mark_text(item, words) if item else None) or texts.DASH


def _unit_moves(
    found: UnitDifference, then: Standing, now: Standing, words: Words
) -> Iterator[Change]:
    old, new = then.assessment, now.assessment
    paced = [each.at_pace.score if each.at_pace else None for each in (old, new)]
    moves: dict[str, tuple[str, str]] = {
        "score": _apart(old.total.score, new.total.score, _number),
        "score_at_pace": _apart(paced[0], paced[1], _number),
        "coverage": (texts.coverage_text(old), texts.coverage_text(new)),
        "band": (texts.band_text(old, words), texts.band_text(new, words)),
        "rank": (texts.place_text(then.rank, words), texts.place_text(now.rank, words)),
        "unranked": (_unranked(then, words), _unranked(now, words)),
    }
    yield from (Change(key, *moves[key]) for key in moves if key in found.moved)


def _unranked(standing: Standing, words: Words) -> str:
    return texts.unranked_text(standing, words) if standing.unranked else texts.DASH


WORDS = {
    "completion": "completion",
    "pace": "explain.pace",
    "mark": "explain.mark",
    "points": "points",
    "score": "score",
    "score_at_pace": "score.at-pace",
    "coverage": "coverage.percent",
    "band": "band",
    "rank": "rank",
    "unranked": "diff.unranked",
    "figures": "figures",
}
"""The words for what a figure or a unit comes to; what a file states is told by its key there."""


def _what(line: Line, words: Words) -> Printable:
    named = line.part in ("moved", "scorecards")
    return words(WORDS[line.key]) if named else printable(line.key)


def _name(line: Line, words: Words) -> Printable | None:
    return words.name(line.name) if line.name else None


def _indicator(line: Line, words: Words) -> Printable | None:
    if line.figure is None:
        return None
    of = next((each.indicator for each in reversed(line.figure.measured) if each), None)
    return words.name(of.name) if of else printable(line.figure.indicator)


def _place(line: Line, _: Words) -> str | None:
    return line.finding and f"{line.finding.file}:{line.finding.line}"


def _period(line: Line, _: Words) -> Printable:
    return texts.joined(line.period or "", line.track or "")


def _namesakes(lines: Sequence[Line]) -> bool:
    """Whether units of different ids have the same name."""
    names = {each.id: by_language(each.name) for each in lines if each.name}
    called = Counter(name for each in names.values() for name in set(each.values()))
    return any(count > 1 for count in called.values())


COLUMNS = (
    Told("diff.change", lambda line, words: words(f"diff.{line.change}")),
    Told("unit", _name, key=True, needed=some(lambda line: line.unit)),
    Told("diff.id", lambda line, _: line.id, key=True, needed=_namesakes),
    Told("period", _period, needed=differ(lambda line: (line.period, line.track))),
    Told("framework", lambda line, _: line.under, needed=differ(lambda line: line.under)),
    Told("indicator", _indicator, key=True, needed=some(lambda line: line.figure)),
    Told("place", _place),
    Told("diff.what", _what, key=True),
    Told("diff.then", lambda line, _: texts.DASH if line.then is None else line.then),
    Told("diff.now", lambda line, _: texts.DASH if line.now is None else line.now),
    Told("diff.finding", lambda line, _: line.now or line.then),
    Told("source", lambda line, _: line.source, "lesser", needed=some(lambda line: line.source)),
)
"""What people read of what differs; each part has some of them."""

_STATED = {"diff.change", "unit", "diff.id", "period", "framework", "indicator", "diff.what"}
_SIDES = {"diff.then", "diff.now"}

SHOWN = {
    "frameworks": {"diff.change", "framework", "diff.what", *_SIDES},
    "scorecards": {*_STATED - {"indicator"}, *_SIDES},
    "stated": {*_STATED, *_SIDES, "source"},
    "moved": {*_STATED - {"diff.change"}, *_SIDES},
    "findings": {"diff.change", "place", "diff.what", "diff.finding"},
}
"""The columns of each part."""

DIFF_VALUES: Values[Line] = {
    "part": lambda line: line.part,
    "change": lambda line: line.change,
    "framework": lambda line: line.under,
    "unit": lambda line: line.id,
    "name": lambda line: line.name,
    "period": lambda line: line.period,
    "track": lambda line: line.track,
    "indicator": lambda line: line.figure and line.figure.indicator,
    "key": lambda line: line.key,
    "then": lambda line: line.then,
    "now": lambda line: line.now,
    "source": lambda line: line.source,
    "file": lambda line: line.finding and line.finding.file,
    "line": lambda line: line.finding and line.finding.line,
}
"""What spreadsheets have of what differs."""
