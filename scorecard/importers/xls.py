"""Workbooks of the Excel up to 2003 (.xls)."""

from collections.abc import Iterator

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book as Workbook
from xlrd.sheet import Sheet as Worksheet

from scorecard.diagnostic import Finding
from scorecard.importers.cells import Area, Cell, Position, Sheet, Told, UnreadableBookError, Value
from scorecard.importers.limits import (
    MOST_CELLS,
    MOST_CELLS_IN_ALL,
    MOST_COLUMNS,
    MOST_ROWS,
    stored,
    too_large,
)
from scorecard.importers.merged import by_row

UNICODE = 80
"""The version of the format from which on texts are in Unicode, times ten."""


def read_xls(data: bytes) -> tuple[list[Sheet], tuple[Told, ...]]:
    """Return the sheets of an old workbook, and what is told of it as a whole."""
    try:
        book = xlrd.open_workbook(
            file_contents=data,
            formatting_info=True,
            # Between two cells at the ends of a sheet, there are millions that it has not.
            ragged_rows=True,
            on_demand=True,
            logfile=_Nowhere(),
        )
    except XLRDError as error:
        if "encrypted" in str(error):
            raise UnreadableBookError("SC002") from None
        raise
    told = (Told(Finding("SC006")),) if book.biff_version < UNICODE else ()
    return list(_sheets(book)), told


def _sheets(book: Workbook) -> Iterator[Sheet]:
    cells = 0
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        yield (read := _sheet(book, sheet))
        # Rows without cells are passed over one by one, too.
        cells += max(len(read.cells), sheet.nrows)
        if cells > MOST_CELLS_IN_ALL:
            raise too_large("cells", most=MOST_CELLS_IN_ALL)
        book.unload_sheet(number)


class _Nowhere:
    """Takes what a library would print."""

    def write(self, _: str) -> None:
        """Take a text."""


def _sheet(book: Workbook, sheet: Worksheet) -> Sheet:
    if sheet.nrows > MOST_ROWS or sheet.ncols > MOST_COLUMNS:
        raise too_large("table", rows=MOST_ROWS, columns=MOST_COLUMNS, cells=MOST_CELLS)
    cells = dict(_cells(book, sheet))
    if len(cells) > MOST_CELLS:
        raise too_large("cells", most=MOST_CELLS)
    return Sheet(
        name=sheet.name,
        cells=cells,
        merged=by_row(
            (Area(top + 1, left + 1, end, last) for top, end, left, last in sheet.merged_cells),
            sheet.nrows,
        ),
        hidden=bool(sheet.visibility),
        hidden_rows=frozenset(row + 1 for row, each in sheet.rowinfo_map.items() if each.hidden),
        hidden_columns=frozenset(at + 1 for at, each in sheet.colinfo_map.items() if each.hidden),
    )


def _cells(book: Workbook, sheet: Worksheet) -> Iterator[tuple[Position, Cell]]:
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            if cell.ctype not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) and cell.value != "":
                format_, font = _style(book, cell.xf_index)
                error = ""
                if cell.ctype == xlrd.XL_CELL_ERROR:
                    error = xlrd.error_text_from_code.get(int(cell.value), "#ERROR")
                value = _value(book, cell.ctype, cell.value)
                yield (row + 1, column + 1), Cell(value, format_, error, font)


def _style(book: Workbook, number: int | None) -> tuple[str, str]:
    """Return the format and the font of a style."""
    style = book.xf_list[number or 0]
    return book.format_map[style.format_key].format_str, book.font_list[style.font_index].name


def _value(book: Workbook, kind: int, value: object) -> Value:
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_DATE and isinstance(value, float):
        return xlrd.xldate_as_datetime(value, book.datemode).date()
    return stored(value) if isinstance(value, int | float) else str(value)
