"""Edits on the sheet that people look at of a workbook of ours, where no import reads them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from scorecard.diagnostic import Finding
from scorecard.i18n import Words
from scorecard.i18n.language import LANGUAGES
from scorecard.i18n.sayings import say
from scorecard.importers.cells import Book, Position, Sheet, Told, reference
from scorecard.importers.exported import Back, Exported, Table, frameworks_in, spelling
from scorecard.measure.criteria import Criterion, criteria
from scorecard.model.framework import Framework
from scorecard.numbers.interval import Interval
from scorecard.numbers.quantity import DONE, NOT_DONE, parse, states
from scorecard.report.periods import period_text
from scorecard.report.texts import joined, labelled_name, quantity_text, track_text

_ANSWERS = {"true": DONE, "1": DONE, "false": NOT_DONE, "0": NOT_DONE}
"""Answers as the table has them, as printed or as bounds."""


class _Card(NamedTuple):
    """A report card on a sheet: the cell that heads its names, beside that of its values.

    `last` is the last row of the sheet.
    """

    sheet: Sheet
    head: Position
    last: int
    words: Words


def unread_edits(book: Book, of: Exported) -> Iterator[Told]:
    """Yield the values that stand on the report cards of a book, and not in its long table."""
    for card in _cards(book, of.table):
        back, known = _whose(card, of), _labels(of.framework, card.words)
        row, column = card.head
        while back and (label := card.sheet.text((row := row + 1, column))):
            by = known.get(label)
            if by is None or by.indicator.id not in back.rows:
                continue
            at, line = (row, column + 1), back.rows[by.indicator.id]
            if not _is_known(card, at, list(_texts(of.table, line, by, card.words))):
                yield _told(card, at, of.table, line)


def _cards(book: Book, table: Table) -> Iterator[_Card]:
    spoken = map(Words, LANGUAGES)
    heads = {(str(words("indicator")), str(words("value"))): words for words in spoken}
    for sheet in book.sheets:
        last = sheet.last_row
        for row, column in sheet.cells if sheet is not table.sheet else ():
            words = heads.get((sheet.text((row, column)), sheet.text((row, column + 1))))
            if words:
                yield _Card(sheet, (row, column), last, words)


def _whose(card: _Card, of: Exported) -> Back | None:
    """Return the unit of a report card: the only one, else that of the heading above it."""
    if len(frameworks_in(of.table)) > 1 and not _is_under(card, of.framework):
        return None
    if len(of.units) == 1:
        return of.units[0]
    texts = (card.sheet.text((row, 1)) for row in range(card.head[0] - 1, 0, -1))
    heading = next(filter(None, texts), "")
    named = (each for each in of.units if _heading(each, of.framework, card.words) == heading)
    return next(named, None)


def _is_under(card: _Card, framework: Framework) -> bool:
    """Whether the facts below a report card name this framework."""
    edition = card.words("edition", edition=framework.edition)
    told = joined(edition, card.words.name(framework.name))
    below = ((row, 1) for row in range(card.head[0], card.last + 1))
    name = next((at for at in below if card.sheet.text(at) == card.words("framework")), card.head)
    return card.sheet.text((name[0], card.head[1] + 1)) == told


def _heading(back: Back, framework: Framework, words: Words) -> str:
    unit, period, track = back.card.unit, back.card.period, back.card.track
    told = track_text(track, framework, words) if track else ""
    level = words(f"level.{unit.level}")
    return joined(words.name(unit.name or ""), level, period_text(period, words), told)


def _labels(framework: Framework, words: Words) -> Mapping[str, Criterion]:
    """Return the indicators by their names on a report card, but for names that several have."""
    named = [(labelled_name(each.indicator, words), each) for each in criteria(framework)]
    times = Counter(label for label, _ in named)
    return {label: each for label, each in named if times[label] == 1}


def _texts(table: Table, row: int, by: Criterion, words: Words) -> Iterator[str]:
    """Yield how a report card tells the value that the table has, and the one that it had."""
    numbers = [table.text(row, each) for each in ("numerator", "denominator")]
    was = table.interval(row, "value") or Interval(None, None)
    for spelled in (table.text(row, "printed"), "/".join(numbers), spelling(was, by)):
        answer = _ANSWERS.get(spelled.lower()) if by.indicator.yes_no else None
        if answer or states(spelled):
            yield quantity_text(answer or parse(spelled), by.indicator, words)
    yield words(f"absent.{table.text(row, 'absent') or 'unnamed'}")


def _is_known(card: _Card, at: Position, texts: Sequence[str]) -> bool:
    """Whether a cell has one of these texts, or the number that one of them writes."""
    cell = card.sheet.cells.get(at)
    if cell and isinstance(cell.value, Decimal):
        return Fraction(cell.value) in map(card.words.read, texts)
    return card.sheet.text(at) in texts


def _told(card: _Card, at: Position, table: Table, row: int) -> Told:
    said = {
        "here": card.sheet.as_written(at, card.sheet.text(at)) or say("book.nothing"),
        "there": table.text(row, "printed") or table.text(row, "absent") or say("book.nothing"),
        "sheet": table.sheet.name,
        "cell": reference(table.at(row, "printed")),
    }
    return Told(Finding("SC027", arguments=said), card.sheet, at)
