"""Where in a book the cells of each figure are, as its map says it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorecard.diagnostic import Finding, Path, suggestion
from scorecard.i18n.sayings import say
from scorecard.importers.cells import Book, Position, Sheet, Told, column_number, reference
from scorecard.importers.map import (
    EVERY_SHEET,
    BookMap,
    FigurePlace,
    column_of,
    rows_of,
)
from scorecard.importers.words import same
from scorecard.model.fields import Text

_NUMBER = re.compile(r"\d")
_MOST_ROWS_TOLD = 8


class FigureCells(NamedTuple):
    """The cells of a figure; None where the map names no column."""

    value: Position
    unit: Position | None = None
    target: Position | None = None
    claimed: Position | None = None
    note: Position | None = None


class UnitCells(NamedTuple):
    """A unit, the sheet that its figures are in, and the cells of each."""

    id: str
    name: Text
    sheet: Sheet
    figures: dict[str, FigureCells]


class Found(NamedTuple):
    """Units and their cells; what is wrong in the map, and what is told of the book."""

    units: list[UnitCells]
    faults: list[Finding]
    told: list[Told]


def cells_of_units(book: Book, by: BookMap) -> Found:
    """Return the cells of all figures that a map finds in a book."""
    found = Found([], [], list(book.findings))
    if by.sheet == EVERY_SHEET:
        for id_, words in by.units.items():
            if sheet := _sheet(book, words, ("units", id_), found):
                figures = _by_row(sheet, by, found)
                found.units.append(UnitCells(id_, words, sheet, figures))
        _tell_other_sheets(book, by, found)
    elif sheet := _sheet(book, by.sheet, ("sheet",), found):
        if by.layout == "units":
            _by_column(sheet, by, found)
        else:
            unit = by.card.unit
            figures = _by_row(sheet, by, found)
            found.units.append(UnitCells(unit.id or "", unit.name or "", sheet, figures))
    return found


def _sheet(book: Book, name: str | None, path: Path, found: Found) -> Sheet | None:
    if name is None and len(book.sheets) == 1:
        return book.sheets[0]
    known = {same(each.name): each for each in book.sheets if each.name}
    if name is not None and not known:
        # A CSV is one sheet, whatever it is called.
        return book.sheets[0]
    sheet = known.get(same(name or ""))
    if sheet is None:
        names = [each.name for each in book.sheets]
        hint = suggestion(name or "", names) or say("error.there-is", names=", ".join(names))
        found.faults.append(Finding("SC007", path, {"name": name or "", "hint": hint}))
    return sheet


def _tell_other_sheets(book: Book, by: BookMap, found: Found) -> None:
    named = {same(each) for each in (*by.units.values(), *by.skip.rows)}
    for sheet in book.sheets:
        if sheet.cells and same(sheet.name) not in named:
            finding = Finding("SC020", arguments={"words": sheet.name, "table": "units"})
            found.told.append(Told(finding, sheet))


class _Rows:
    """The rows of a sheet by their words."""

    def __init__(self, sheet: Sheet, by: BookMap) -> None:
        self._sheet = sheet
        self._column = column_number(by.columns.name)
        self.words: dict[int, str] = {}
        self.by_words: dict[str, list[int]] = {}
        self._ambiguous: set[int] = set()
        for row in rows_of(by.rows, sheet.last_row):
            if words := sheet.text((row, self._column)):
                self.words[row] = words
                self.by_words.setdefault(same(words), []).append(row)

    def find(self, words: str, occurrence: int | None, path: Path, found: Found) -> int | None:
        """Return the row with these words; a finding says why there is none."""
        rows = self.by_words.get(same(words), [])
        if not rows:
            near = suggestion(words, self.words.values()) or say("book.write-words")
            where = say("book.in-sheet", name=self._sheet.name) if self._sheet.name else ""
            said = {"words": words, "where": where, "hint": near}
            found.faults.append(Finding("SC021", path, said))
            return None
        if occurrence is None and len(rows) > 1:
            several = {"words": words, "count": len(rows), "rows": _listed(rows)}
            found.faults.append(Finding("SC022", path, several))
            self._ambiguous.update(rows)
            return None
        if occurrence is not None and occurrence > len(rows):
            fewer = say("book.times", wanted=occurrence, number=len(rows))
            said = {"words": words, "where": fewer}
            said["hint"] = say("book.stands-in", rows=_listed(rows))
            found.faults.append(Finding("SC021", path, said))
            return None
        return rows[(occurrence or 1) - 1]

    def tell_unnamed(
        self, used: set[int], columns: Sequence[int], by: BookMap, told: Found
    ) -> None:
        """Tell the rows with numbers that the map neither names nor skips."""
        skipped = {same(each) for each in by.skip.rows}
        table = "units" if by.layout == "units" else "figures"
        for row, words in self.words.items():
            numbers = (self._sheet.text((row, column)) for column in columns)
            if (
                row not in used | self._ambiguous
                and same(words) not in skipped
                and any(map(_NUMBER.search, numbers))
            ):
                finding = Finding("SC020", arguments={"words": words, "table": table})
                told.told.append(Told(finding, self._sheet, (row, self._column)))


def _listed(rows: Sequence[int]) -> str:
    shown = ", ".join(map(str, rows[:_MOST_ROWS_TOLD]))
    return f"{shown}, …" if len(rows) > _MOST_ROWS_TOLD else shown


def _by_row(sheet: Sheet, by: BookMap, found: Found) -> dict[str, FigureCells]:
    """Return the cells of figures in a table with a row an indicator."""
    rows, figures, used = _Rows(sheet, by), {}, set()
    names = ("unit", "target", "claimed", "note")
    others = {name: column_of(getattr(by.columns, name)) for name in names}
    value = column_number(by.columns.value or "")
    for id_, place in by.figures.items():
        row = rows.find(place.row or "", place.occurrence, ("figures", id_), found)
        if row is not None:
            used.add(row)
            cells = {name: (row, at) for name, at in others.items() if at}
            figures[id_] = FigureCells((row, value), **cells)
    rows.tell_unnamed(used, [value], by, found)
    return figures


def _by_column(sheet: Sheet, by: BookMap, found: Found) -> None:
    """Add the units of a table with a row a unit, and a column an indicator."""
    rows, used = _Rows(sheet, by), set()
    for id_, words in by.units.items():
        row = rows.find(words, None, ("units", id_), found)
        if row is not None:
            used.add(row)
            figures = {name: _in_row(row, place) for name, place in by.figures.items()}
            found.units.append(UnitCells(id_, words, sheet, figures))
    values = [column_number(place.value or "") for place in by.figures.values()]
    rows.tell_unnamed(used, values, by, found)


def _in_row(row: int, place: FigurePlace) -> FigureCells:
    said = {name: column_of(getattr(place, name)) for name in ("target", "claimed", "note")}
    cells = {name: (row, column) for name, column in said.items() if column}
    return FigureCells((row, column_number(place.value or "")), **cells)


def where(sheet: Sheet, at: Position) -> str:
    """Return the place of a cell in its book, as a source names it: Biểu 01!F10."""
    return f"{sheet.name}!{reference(at)}" if sheet.name else reference(at)


def map_faults(by: BookMap, ids: Sequence[str]) -> Iterator[Finding]:
    """Yield what does not fit in a map, whatever its book is; `ids` are those of indicators."""
    several = by.layout == "units" or by.sheet == EVERY_SHEET
    if several and not by.units:
        yield _unfit((), "several")
    if several and "{unit}" not in by.file:
        yield _unfit(("file",), "one-file")
    if not several and not (by.card.unit.id and by.card.unit.name):
        yield _unfit(("card", "unit"), "no-unit")
    if by.layout == "units" and by.sheet == EVERY_SHEET:
        yield _unfit(("sheet",), "row-or-sheet")
    if by.layout == "indicators" and not by.columns.value:
        yield _unfit(("columns",), "no-values")
    for id_, place in by.figures.items():
        path = ("figures", id_)
        if id_ not in ids:
            hint = suggestion(id_, ids) or say("map.no-indicator")
            said = {"framework": by.card.framework, "name": id_, "hint": hint}
            yield Finding("SC302", path, said, on_key=True)
        if by.layout == "units" and (place.row or not place.value):
            yield _unfit(path, "column")
        if by.layout == "indicators" and (place.value or not place.row):
            yield _unfit(path, "row")


def _unfit(path: Path, key: str) -> Finding:
    return Finding("SC025", path, {"what": say(f"map.{key}"), "hint": say(f"map.{key}.hint")})
