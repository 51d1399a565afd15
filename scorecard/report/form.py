"""The form that offices fill in: plan, result and completion of each indicator, by group."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.i18n.language import FROM_RIGHT_TO_LEFT
from scorecard.importers.heading import role_named
from scorecard.measure.target import Threshold
from scorecard.report import cells, texts
from scorecard.report.blocks import (
    EMPTY,
    Block,
    Cell,
    Column,
    Heading,
    Kind,
    Row,
    Sheet,
    Table,
    View,
    Workbook,
)
from scorecard.report.columns import numbered
from scorecard.report.figures import FigureRow
from scorecard.report.record import record
from scorecard.report.unit_rows import UnitRow
from scorecard.report.units import unit_record
from scorecard.text.json import Each, Raw
from scorecard.text.printable import Printable, printable

ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
"""What groups are numbered with."""


def _plan(row: FigureRow, words: Words) -> Cell:
    target = set_by_somebody(row)
    if target is None:
        return EMPTY
    text = texts.quantity_text(target.stated, row.measured.indicator, words)
    return Cell(bare(text), bounds=target.bounds)


def set_by_somebody(row: FigureRow) -> Threshold | None:
    """Return the target of a figure; the end of a scale is none."""
    target = row.measured.target
    return None if target is None or target.scale else target


def _result(row: FigureRow, words: Words) -> Cell:
    cell = cells.value_cell(row.measured, words)
    return Cell(bare(cell.text), cell.status, bounds=cell.bounds)


def _completion(row: FigureRow, words: Words) -> Cell:
    if set_by_somebody(row) is None and not row.measured.outcome.reported:
        return EMPTY
    return cells.completion_cell(row.measured, words)._replace(share=None)


def bare(text: str) -> Printable:
    """Return a quantity without the sign for per cent, which stands in a column of its own."""
    return printable(text.removesuffix(" %"))


def _unit(row: FigureRow, words: Words) -> Cell:
    unit = row.measured.indicator.unit
    if unit in texts.KNOWN_UNITS:
        return Cell(words(f"form.{unit}"))
    return Cell(words.name(unit))


def _note(row: FigureRow, words: Words) -> Cell:
    return Cell(words.name(row.figure.note or row.figure.why or ""))


def _source(row: FigureRow, _: Words) -> Cell:
    return Cell(printable(row.figure.source or ""))


def _name(row: FigureRow, words: Words) -> Cell:
    return Cell(words.name(row.measured.indicator.name))


NUMBERED = "TT"
"""The heading of the column that numbers groups and indicators."""

NAMED = "Chỉ tiêu"
"""The heading of the column with the names of groups and indicators."""

HEADINGS: Mapping[str, tuple[Kind, Callable[[FigureRow, Words], Cell]]] = {
    NUMBERED: ("words", lambda _, __: EMPTY),
    NAMED: ("words", _name),
    "ĐVT": ("words", _unit),
    "KH": ("number", _plan),
    "TH": ("number", _result),
    "TH/KH": ("number", _completion),
    "Ghi chú": ("words", _note),
    "Nguồn": ("words", _source),
}
"""The columns that a form can have, by heading, and what each has of a figure."""


class FormColumn(NamedTuple):
    """A column of a form: its heading as it was asked for, and the heading that means the same."""

    heading: str
    known: str


def form_columns(headings: Iterable[str]) -> Iterator[FormColumn | str]:
    """Yield the columns with these headings, or their synonyms; a heading that no form has."""
    known = {heading.casefold(): heading for heading in HEADINGS}
    synonyms = {role: heading for heading in HEADINGS if (role := role_named(heading))}
    for each in headings:
        role = role_named(each)
        if own := known.get(each.casefold()):
            yield FormColumn(own, own)
        elif role in synonyms:
            yield FormColumn(each, synonyms[role])
        else:
            yield each


def form_view(cards: Sequence[UnitRow], asked: Sequence[FormColumn], words: Words) -> View:
    """Return the form of each unit, with these columns."""
    headings = [each.known for each in asked]
    columns = [
        Column(printable(each.heading), HEADINGS[each.known][0], each.known == NAMED)
        for each in asked
    ]

    def blocks() -> Iterator[Block]:
        for card in cards:
            period = card.period_text(words)
            yield Heading(texts.joined(card.named(words), period))
            yield Table(tuple(columns), tuple(_rows(card, headings, words)))

    def sheet() -> Sheet:
        rows = chain(*(_rows(card, headings, words) for card in cards))
        return [
            [each.heading for each in asked],
            *([_raw(cell) for cell in row.cells] for row in rows),
        ]

    shown = [card.assessment for card in cards]
    return View(
        blocks,
        lambda: record("show", shown, Each(cards, unit_record)),
        sheet,
        book=Workbook(
            (words("sheet.view"), "", ""),
            (words("sheet.low"), words("sheet.high")),
            words.language in FROM_RIGHT_TO_LEFT,
        ),
    )


def _raw(cell: Cell) -> Raw:
    return (cell.text or None) if cell.number is None else cell.number


def _rows(card: UnitRow, headings: Sequence[str], words: Words) -> Iterator[Row]:
    """Yield a row a group, numbered in Roman, and below it a row an indicator."""
    figures = card.figures
    for above, group in enumerate(card.assessment.framework.groups, start=1):
        below = [row for row in figures if row.measured.indicator.group == group.id]
        told = {NUMBERED: roman(above), NAMED: words.name(group.name)}
        yield Row(tuple(Cell(printable(told.get(each, ""))) for each in headings), section=True)
        for number, row in enumerate(below, start=1):
            yield Row(tuple(_cell(each, row, number, words) for each in headings))


def _cell(heading: str, row: FigureRow, number: int, words: Words) -> Cell:
    if heading == NUMBERED:
        return Cell(printable(f"{number}"), number=Fraction(number))
    kind, told = HEADINGS[heading]
    cell = told(row, words)
    return numbered(cell, words) if kind == "number" else cell


def roman(number: int) -> str:
    """Return a whole number above 0 in Roman numerals."""
    text = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
