"""Workbooks of rows and columns: what their cells may hold, and how they look and are printed."""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

from scorecard.formats import DoesNotFitError
from scorecard.numbers.digits import decimal_text
from scorecard.pool import made_of_each
from scorecard.report.blocks import LongTable
from scorecard.text.json import REMEMBERED, Raw
from scorecard.text.printable import printable

if TYPE_CHECKING:
    # Only who writes a workbook needs the library for it.
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1 << 20
"""The most rows of a sheet."""

MOST_COLUMNS = 1 << 14
"""The most columns of a sheet."""

LONGEST = 32_767
"""The most characters of a cell, those beyond 16 bits counted twice."""

KEPT = 15
"""The significant digits that a cell keeps of a number."""

WIDEST = 45
"""The width, in digits, beyond which the text of a column is wrapped."""

MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""When every workbook was made: the same content is the same bytes."""

Look = Callable[..., "Format"]
"""Gives the format with some properties, the same one each time."""

# XML 1.0 has no way to write these two, and nothing else in a printable text that it refuses.
_REFUSED = re.compile("[\ufffe\uffff]")


class Book:
    """A workbook that is written row by row, and what it looks like."""

    def __init__(self, right_to_left: bool) -> None:
        import xlsxwriter

        self._data = io.BytesIO()
        self._right_to_left = right_to_left
        self._book = xlsxwriter.Workbook(self._data, {"constant_memory": True})
        self._book.set_properties({"created": MADE})
        self.look: Look = cache(partial(self._format))

    def _format(self, **properties: object) -> "Format":
        return self._book.add_format({"valign": "top", **properties})

    def sheet(self, name: str) -> "Worksheet":
        """Return a new sheet, printed on A4 across and as wide as a page."""
        sheet = self._book.add_worksheet(name)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P / &N")
        if self._right_to_left:
            sheet.right_to_left()
        return sheet

    def head(self) -> "Format":
        """Return the format of what heads a column."""
        return self.look(bold=True, text_wrap=True, bottom=1, bg_color="#E7ECF3")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._book.close()

    @property
    def data(self) -> bytes:
        """The workbook, once it is closed."""
        return self._data.getvalue()


@lru_cache(maxsize=REMEMBERED)
def cell_text(text: str) -> str:
    """Return a text as a cell may hold it, cut where it is longer."""
    shown = _REFUSED.sub("\N{REPLACEMENT CHARACTER}", printable(text))
    if shown.startswith("<r>") and shown.endswith("</r>"):
        # The writer takes what looks like this for a text with formats of its own.
        shown = f"{shown} "
    units = shown.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return shown
    # Half of a character is left out.
    return f"{units[: 2 * (LONGEST - 1)].decode('utf-16-le', 'ignore')}…"


def write_text(
    sheet: "Worksheet", row: int, column: int, text: str, look: "Format | None" = None
) -> None:
    """Write a text, which no spreadsheet takes for anything else."""
    refuse_to_overflow(row, column)
    sheet.write_string(row, column, cell_text(text), look)


def refuse_to_overflow(row: int, column: int) -> None:
    """Raise DoesNotFitError for a row or a column that no sheet has."""
    if row >= MOST_ROWS:
        raise DoesNotFitError("rows", MOST_ROWS)
    if column >= MOST_COLUMNS:
        raise DoesNotFitError("columns", MOST_COLUMNS)


def write_number(
    sheet: "Worksheet", row: int, column: int, number: Fraction, look: "Format | None" = None
) -> None:
    """Write a number; one with more digits than a cell keeps as text, so that none is lost."""
    digits = decimal_text(number)
    if keeps(digits):
        refuse_to_overflow(row, column)
        sheet.write_number(row, column, float(digits), look)
    else:
        write_text(sheet, row, column, digits, look)


def keeps(digits: str) -> bool:
    """Whether a cell keeps all digits of a number."""
    return len(digits) <= KEPT or len(digits.lstrip("-").replace(".", "").strip("0")) <= KEPT


def write_long(book: Book, name: str, table: LongTable[Any]) -> None:
    """Write a sheet of a long table, with its head frozen and a filter over it.

    What units come to is reckoned by all processors, if they can.
    """
    sheet, last = book.sheet(name), 0
    for column, key in enumerate(table.keys):
        sheet.set_column(column, column, max(9, len(key) + 3))
        write_text(sheet, 0, column, key, book.head())
    rows = chain.from_iterable(made_of_each(lambda unit: list(table.rows(unit)), table.units))
    for last, told in enumerate(rows, start=1):
        for column, value in enumerate(told):
            _write(sheet, last, column, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(table.keys) - 1)
    sheet.repeat_rows(0)


def refuse_too_many(table: LongTable[Any]) -> None:
    """Raise DoesNotFitError for more figures than a sheet has rows below its head."""
    if len(table) >= MOST_ROWS:
        raise DoesNotFitError("figures", len(table))


def _write(sheet: "Worksheet", row: int, column: int, value: Raw) -> None:
    match value:
        case None:
            pass
        case bool():
            sheet.write_boolean(row, column, value)
        case int() | Decimal() | Fraction():
            write_number(sheet, row, column, Fraction(value))
        case _:
            write_text(sheet, row, column, value)


def widths(texts: Iterable[Sequence[str]], least: int) -> Iterator[int]:
    """Yield how wide each column is that holds these texts."""
    for column in zip(*texts, strict=True):
        yield min(max(least, *(len(text) + 2 for text in column)), WIDEST)
