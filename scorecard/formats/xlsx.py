"""A view as a workbook: what people read, the long table, and what both were made of."""

import re
from collections.abc import Iterable, Sequence
from math import ceil
from typing import TYPE_CHECKING

from scorecard.formats.workbook import (
    Book,
    cell_text,
    refuse_too_many,
    widths,
    write_long,
    write_number,
    write_text,
)
from scorecard.report.blocks import (
    Block,
    Cell,
    Code,
    Facts,
    Heading,
    Note,
    Row,
    Status,
    Table,
    View,
)
from scorecard.report.record import outward
from scorecard.text.medium import Medium

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

COLOURS: dict[Status, dict[str, object]] = {
    "plain": {},
    "quiet": {"font_color": "#595959"},
    "strong": {"bold": True},
    "exceeded": {"font_color": "#00612E", "bold": True},
    "met": {"font_color": "#00612E"},
    "near": {"font_color": "#7A4B00"},
    "behind": {"font_color": "#9C0006"},
    "undecided": {"font_color": "#0B5394"},
    "absent": {"font_color": "#595959", "italic": True},
}
"""How each status looks, which the text of its cell says too."""

SHADES = ("#FFFFFF", "#F3F8FC", "#E6F0F8", "#D9E8F4", "#CCE0F0", "#BFD8EC")
"""The shade behind a number, by how much of the most it is: the last where it is all of it."""

NARROWEST = 9
LINE = 15
"""The height of a line of text, in points."""

HIGHEST = 409
"""The height that a row may have."""

_DIGITS = re.compile(r"-?[0-9](?:[0-9.,]*[0-9])?")


def render_xlsx(view: View, _: Medium) -> bytes:
    """Return a workbook with the view on its first sheet, in numbers where its cells have them.

    Raise DoesNotFitError for what has more rows, columns or figures than a workbook.
    """
    about = view.book
    if about.figures:
        refuse_too_many(about.figures)
    blocks = list(view.blocks())
    with Book(about.right_to_left) as book:
        _Page(book, about.names[0], about.ends, blocks).write()
        if about.figures:
            write_long(book, about.names[1], about.figures)
            notes = [block for block in blocks if isinstance(block, Note)]
            made_of = [*about.about(about.command), *notes]
            _Page(book, about.names[2], about.ends, made_of).write()
    return book.data


class _Page:
    """A sheet of blocks below one another, on one grid of columns.

    Behind each column in which some cell is a bound stand two hidden ones with its ends.
    """

    def __init__(self, book: Book, name: str, ends: Sequence[str], blocks: Sequence[Block]) -> None:
        self.book, self.ends, self.row = book, ends, 0
        self.sheet: Worksheet = book.sheet(name)
        self.blocks = _tables_first(blocks)
        self.tables = [block for block in blocks if isinstance(block, Table)]
        most = max((len(table.columns) for table in self.tables), default=2)
        titles = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
        self.single = len(titles) <= 1
        self.bounded = {
            column
            for table in self.tables
            for column in range(len(table.columns))
            if _bounded(table, column)
        }
        self.places = [
            column + 2 * sum(other < column for other in self.bounded) for column in range(most)
        ]

    def write(self) -> None:
        """Write all blocks; the head of the first table stays in sight, if all is of one thing."""
        self._set_columns()
        for block in self.blocks:
            match block:
                case Heading():
                    size = 14 if block.level == 1 else 12
                    self._line(block.text, self.book.look(bold=True, font_size=size))
                case Note():
                    self._line(f"{block.label}: {block.text}", self.book.look(text_wrap=True))
                case Facts():
                    for name, cell in block.pairs:
                        write_text(self.sheet, self.row, 0, name, self.book.look(bold=True))
                        write_text(self.sheet, self.row, self.places[1], cell.text)
                        self.row += 1
                case Code():
                    for line in (block.heading, *block.lines):
                        self._line(line, self.book.look())
                case _:
                    self._table(block)
            if not isinstance(block, Heading | Note):
                self.row += 1

    def _set_columns(self) -> None:
        for number, place in enumerate(self.places):
            texts = [
                (cell_text(row.cells[number].text),)
                for table in self.tables
                if number < len(table.columns) and table.columns[number].kind != "ornament"
                for row in table.rows
            ]
            least = NARROWEST if number else 2 * NARROWEST
            width = next(widths(texts, least), least)
            self.sheet.set_column(place, place, width)
            if number in self.bounded:
                self.sheet.set_column(place + 1, place + 2, NARROWEST, None, {"hidden": True})

    def _line(self, text: str, look: "Format") -> None:
        """Write a text over all columns, as high as it needs."""
        last = self.places[-1]
        wide = 12 * len(self.places)
        self.sheet.set_row(self.row, min(LINE * ceil(len(text) * 1.1 / wide) + 4, HIGHEST))
        if last:
            self.sheet.merge_range(self.row, 0, self.row, last, "", look)
        write_text(self.sheet, self.row, 0, text, look)
        self.row += 1

    def _table(self, table: Table) -> None:
        top = self.row
        for number, column in enumerate(table.columns):
            place, heading = self.places[number], column.heading
            write_text(self.sheet, top, place, heading, self.book.head())
            if number in self.bounded and _bounded(table, number):
                for further, end in enumerate(self.ends, start=1):
                    said = f"{heading}: {end}"
                    write_text(self.sheet, top, place + further, said, self.book.head())
        for row in table.rows:
            self.row += 1
            for number, cell in enumerate(row.cells):
                self._cell(number, cell, row, table)
        for number, column in enumerate(table.columns):
            if column.kind == "ornament" and table.rows:
                self._bars(top + 1, self.places[number])
        if self.single and table is self.tables[0]:
            keys = sum(column.key for column in table.columns)
            last = self.places[len(table.columns) - 1]
            self.sheet.freeze_panes(top + 1, self.places[keys] if keys < len(table.columns) else 0)
            self.sheet.autofilter(top, 0, self.row, last)
            self.sheet.repeat_rows(top)
        self.row += 1

    def _bars(self, top: int, place: int) -> None:
        self.sheet.conditional_format(
            top,
            place,
            self.row,
            place,
            {
                "type": "data_bar",
                "data_bar_2010": True,
                "bar_only": True,
                "bar_solid": True,
                "bar_color": "#7F9DB9",
                "min_type": "num",
                "max_type": "num",
                "min_value": 0,
                "max_value": 1,
            },
        )

    def _cell(self, number: int, cell: Cell, row: Row, table: Table) -> None:
        place, kind = self.places[number], table.columns[number].kind
        properties = dict(COLOURS[cell.status])
        if row.section:
            properties |= {"bold": True, "bg_color": "#EDEDED"}
        if kind == "ornament":
            if cell.share is not None:
                write_number(self.sheet, self.row, place, cell.share)
            return
        if kind == "number":
            properties["align"] = "right"
            if cell.share is not None and not row.section:
                properties["bg_color"] = SHADES[int(cell.share * (len(SHADES) - 1))]
        else:
            properties["text_wrap"] = True
        if cell.number is None:
            write_text(self.sheet, self.row, place, cell.text, self.book.look(**properties))
        else:
            properties["num_format"] = number_format(cell)
            look = self.book.look(**properties)
            write_number(self.sheet, self.row, place, cell.number, look)
        if number in self.bounded and cell.bounds:
            for further, bound in enumerate((cell.bounds.low, cell.bounds.high), start=1):
                end = outward(bound, 2 * further - 3)
                if end is not None:
                    write_number(self.sheet, self.row, place + further, end)


def number_format(cell: Cell) -> str:
    """Return the format by which a spreadsheet writes the number of a cell as its text does."""
    number, written = cell.number or 0, _DIGITS.search(cell.text)
    start, end = written.span() if written else (0, 0)
    digits = re.sub("[^0-9]", "", cell.text[start:end])
    decimals = len(digits) - len(str(abs(int(number))))
    shown = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    before, after = cell.text[:start], cell.text[end:]
    told = "".join((_literal(before), shown, _literal(after)))
    # A sign that an arrow says is not written a second time.
    return f"{told};{told}" if number < 0 and cell.text[start] != "-" else told


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""


def _bounded(table: Table, column: int) -> bool:
    """Whether some cell of a column has bounds, and no number."""
    cells = (row.cells[column] for row in table.rows)
    return any(cell.number is None and cell.bounds is not None for cell in cells)


def _tables_first(blocks: Iterable[Block]) -> Sequence[Block]:
    """Return blocks with the facts of each heading behind its table, whose head is in sight so."""
    found: list[Block] = []
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, Facts):
            waiting.append(block)
            continue
        if not isinstance(block, Table):
            found += waiting if not isinstance(block, Note) else ()
            waiting = waiting if isinstance(block, Note) else []
        found.append(block)
        if isinstance(block, Table):
            found += waiting
            waiting = []
    return [*found, *waiting]
