"""What two states say differently: what is stated, what moved because of it, and findings."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scorecard.i18n import PLAIN, Words
from scorecard.measure.difference import Difference
from scorecard.model.fields import by_language
from scorecard.report import texts
from scorecard.report.blocks import Block, Heading, Note, View
from scorecard.report.columns import ReportColumn, Values, differ, sheet_of, some, table_of
from scorecard.report.diff_lines import Line, diff_lines
from scorecard.report.diff_record import diff_record
from scorecard.text.printable import Printable, printable

PARTS = ("frameworks", "scorecards", "stated", "moved", "findings")
"""What is told, in its order: each part has a heading and a table."""

Told = ReportColumn[Line]


def diff_view(
    found: Difference, names: tuple[str, str], unread: Sequence[int], words: Words
) -> View:
    """Return what differs between two states of these names, of which so many files are unread."""
    lines = list(diff_lines(found, words))
    notes = list(_notes(found, names, unread, words))

    def blocks() -> Iterator[Block]:
        yield Heading(words("diff", then=names[0], now=names[1]))
        whole = {part: [each for each in lines if each.part == part] for part in PARTS}
        # The figures of a scorecard that came or went are counted in its line.
        kept = (each for each in whole["stated"] if each.unit and all(each.unit.standings))
        whole["stated"] = list(kept)
        for part, some_ in whole.items():
            if some_:
                yield Heading(words(f"diff.{part}"), level=2)
                yield table_of([each for each in COLUMNS if each.name in SHOWN[part]], some_, words)
        yield from notes

    return View(
        blocks,
        lambda: diff_record(found, names, notes),
        lambda: sheet_of(DIFF_VALUES, diff_lines(found, Words(PLAIN)), words.language),
        notes,
    )


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


def _several_frameworks(lines: Sequence[Line]) -> bool:
    return lines[0].part == "frameworks" or len({each.under for each in lines}) > 1


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
    Told("framework", lambda line, _: line.under, needed=_several_frameworks),
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
