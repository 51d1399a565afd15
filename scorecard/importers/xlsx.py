"""Workbooks of today's Excel and LibreOffice (.xlsx, .xlsm)."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from scorecard.importers.cells import Cell, Position, Sheet, Value
from scorecard.importers.limits import DIGITS
from scorecard.importers.parts import Layout, refuse_unsafe, sheet_layout, sheet_parts


def read_xlsx(data: bytes) -> Iterator[Sheet]:
    """Yield the sheets of a workbook; raise UnreadableBookError for one that is not safe to open.

    Values are those that the workbook holds: no formula is computed.
    """
    refuse_unsafe(data)
    with ZipFile(io.BytesIO(data)) as archive:
        layouts = {}
        for name, part in sheet_parts(archive).items():
            with archive.open(part) as file:
                layouts[name] = sheet_layout(file)
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        if isinstance(sheet, ReadOnlyWorksheet):
            yield _sheet(sheet, layouts[sheet.title])


def _sheet(sheet: ReadOnlyWorksheet, layout: Layout) -> Sheet:
    cells = dict(_cells(sheet, layout))
    return Sheet(
        name=sheet.title,
        cells=cells,
        merged=layout.merged,
        hidden=sheet.sheet_state != "visible",
        hidden_rows=layout.hidden_rows,
        hidden_columns=layout.hidden_columns,
    )


def _cells(sheet: ReadOnlyWorksheet, layout: Layout) -> Iterator[tuple[Position, Cell]]:
    sheet.reset_dimensions()
    for row in sheet.iter_rows():
        for each in row:
            if isinstance(each, EmptyCell):
                continue
            at = (each.row, each.column)
            unsolved = at in layout.unsolved
            if each.value is not None or unsolved:
                yield at, _cell(each, unsolved=unsolved)


def _cell(cell: ReadOnlyCell, *, unsolved: bool) -> Cell:
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
        return Decimal(f"{value:.{DIGITS}g}")
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else _clock(value)


def _clock(value: object) -> str:
    return value.isoformat() if isinstance(value, time) else str(value)
