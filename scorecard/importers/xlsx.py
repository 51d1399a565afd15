"""Workbooks of today's Excel and LibreOffice (.xlsx, .xlsm)."""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as Read
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from scorecard.importers.cells import Cell, Position, Sheet, Value
from scorecard.importers.limits import MOST_CELLS_IN_ALL, stored, too_large
from scorecard.importers.merged import by_row
from scorecard.importers.parts import Layout, refuse_unsafe, sheet_layout, sheet_parts


def read_xlsx(data: bytes) -> Iterator[Sheet]:
    """Yield the sheets of a workbook; raise UnreadableBookError for one that is not safe to open.

    Values are those that the workbook holds: no formula is computed.
    """
    refuse_unsafe(data)
    with ZipFile(io.BytesIO(data)) as archive:
        layouts, cells = {}, 0
        for name, part in sheet_parts(archive).items():
            with archive.open(part) as file:
                layouts[name] = sheet_layout(file)
            # Rows without cells are passed over one by one, too.
            cells += max(layouts[name].cells, layouts[name].last[0])
            if cells > MOST_CELLS_IN_ALL:
                raise too_large("cells", most=MOST_CELLS_IN_ALL)
    with warnings.catch_warnings():
        # What the library leaves out, as bars and rules of cells, is no figure.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        yield from [_sheet(sheet, layouts[sheet.title]) for sheet in book.worksheets]


def _sheet(sheet: Worksheet, layout: Layout) -> Sheet:
    return Sheet(
        name=sheet.title,
        cells=dict(_cells(sheet, layout)),
        merged=by_row(layout.merged, layout.last[0]),
        hidden=sheet.sheet_state != "visible",
        hidden_rows=layout.hidden_rows,
        hidden_columns=layout.hidden_columns,
    )


def _cells(sheet: Worksheet, layout: Layout) -> Iterator[tuple[Position, Cell]]:
    last_row, last_column = layout.last
    # What the sheet itself says of its size may be wrong.
    rows = sheet.iter_rows(max_row=last_row, max_col=last_column) if last_row else ()
    # Behind its last row, the library would go on to merged cells, rules and links.
    for row, cells in enumerate(islice(rows, last_row), start=1):
        # Between two cells at the ends of a sheet, there are eight million that it has not.
        for column in layout.stored.get(row, ()):
            each = cells[column - 1]
            unsolved = (row, column) in layout.unsolved
            if each.value is not None or unsolved:
                yield (row, column), _cell(each, unsolved=unsolved)


def _cell(cell: Read | MergedCell, *, unsolved: bool) -> Cell:
    return Cell(
        value=_value(cell.value),
        format=str(cell.number_format or "General"),
        error=str(cell.value) if cell.data_type == "e" else "",
        font=str(cell.font.name or ""),
        unsolved=unsolved,
    )


def _value(value: object) -> Value:
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int | float):
        return stored(value)
    if isinstance(value, datetime):
        return value.date()
    # A time of day, or a length of time, is no figure: it is told as a text.
    return value if isinstance(value, date) else str(value)
