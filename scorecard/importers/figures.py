"""Figures as the cells of a book state them, each key with the cell that it is from."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from scorecard.diagnostic import Finding
from scorecard.i18n import in_language
from scorecard.i18n.language import spoken
from scorecard.i18n.sayings import say
from scorecard.importers.cells import (
    Position,
    Sheet,
    Told,
    letters,
    one_line,
    reference,
)
from scorecard.importers.map import BookMap
from scorecard.importers.measures import is_measure
from scorecard.importers.numbers import (
    Absent,
    Amount,
    Doubt,
    Reading,
    Wanted,
    amount,
    fixes_decimals,
    is_too_fine,
)
from scorecard.importers.places import FigureCells, UnitCells, where
from scorecard.model.framework import Framework, Indicator
from scorecard.numbers import quantity
from scorecard.numbers.quantity import UnreadableQuantityError
from scorecard.toml.editing import splice

TOO_FINE = "SC028"
"""The code of numbers with many more decimals than their cells show, which is told once a book."""

_COMPLETION = Wanted(percent=True, near=Decimal(100), most=Decimal("Infinity"))
"""What is claimed is computed anew, and may be as much as it says."""


class Entry(NamedTuple):
    """A figure: what is written of it by its keys, as TOML, and from which cell each key is."""

    keys: Mapping[str, str]
    cells: Mapping[str, Position]


class Read(NamedTuple):
    """The figures of a unit, and what is told of their cells."""

    unit: UnitCells
    entries: dict[str, Entry]
    told: list[Told]

    def at(self, id_: str, key: str) -> Position:
        """Return the cell that a key of a figure is from."""
        cells = self.entries[id_].cells
        return cells.get(key, cells["value"])


def read_unit(unit: UnitCells, by: BookMap, framework: Framework, source: str) -> Read:
    """Return the figures of a unit as its cells state them; doubtful ones are missing.

    `source` is the id that the book has among the sources of its scorecard.
    """
    known = {each.id: each for each in framework.indicators}
    read = Read(unit, {}, list(_hidden(unit)))
    if unit.sheet.converted:
        said = {"encoding": unit.sheet.converted}
        read.told.append(Told(Finding("SC008", arguments=said), unit.sheet))
    reader = _Reader(unit.sheet, by, read.told, source)
    for id_, cells in unit.figures.items():
        read.entries[id_] = reader.entry(cells, known[id_])
    return read


class _Reader:
    """Reads the cells of one sheet."""

    def __init__(self, sheet: Sheet, by: BookMap, told: list[Told], source: str) -> None:
        self._sheet = sheet
        self._source = source
        self._told = told
        self._reading = Reading(by.thousands, by.dash, by.percent, by.digits)

    def entry(self, cells: FigureCells, of: Indicator) -> Entry:
        """Return a figure as its cells state it."""
        most = of.limits[1] if of.limits else None
        wanted = Wanted(of.percent, of.yes_no, unit=of.unit, most=most)
        target = self._amount(cells.target, wanted)
        wanted = wanted._replace(near=_near(target, of))
        value = self._value(cells, wanted, of)
        keys: dict[str, str] = {}
        at: dict[str, Position] = {"value": cells.value, "absent": cells.value}
        if isinstance(value, str):
            keys["value"] = literal(value)
        else:
            keys["absent"] = splice.literal("missing" if isinstance(value, Doubt) else value.kind)
            if isinstance(value, Doubt):
                keys["why"] = splice.literal(one_line(str(value.arguments["text"])))
        in_other_unit = isinstance(value, Doubt) and value.code == "SC023"
        if isinstance(target, str) and cells.target and not in_other_unit:
            keys["target"], at["target"] = literal(target), cells.target
        keys["source"] = splice.literal(
            one_line(f"{self._source}#{where(self._sheet, cells.value)}")
        )
        note = one_line(self._sheet.text(cells.note)) if cells.note else ""
        if note.strip("-–— ") and cells.note:
            keys["note"], at["note"] = splice.literal(note), cells.note
        if isinstance(value, str) and cells.claimed:
            # What a source claims is what it prints, whatever digits are behind that.
            printed = self._reading._replace(digits="shown")
            claimed = self._amount(cells.claimed, _COMPLETION, printed)
            if isinstance(claimed, str):
                keys["claimed"] = splice.table({"completion": literal(claimed)})
                at["claimed"] = cells.claimed
        return Entry(keys, at)

    def _value(self, cells: FigureCells, wanted: Wanted, of: Indicator) -> Amount:
        unit = self._sheet.text(cells.unit) if cells.unit else ""
        if unit and not is_measure(unit, of.unit):
            text = f"{self._sheet.text(cells.value)} {unit}".strip()
            meant = in_language(of.unit, spoken())
            self._tell(Doubt("SC023", {"book": unit, "unit": meant}), cells.unit or cells.value)
            return Doubt("SC023", {"text": text})
        return self._amount(cells.value, wanted)

    def _amount(
        self, at: Position | None, wanted: Wanted, reading: Reading | None = None
    ) -> Amount:
        """Return what a cell states, and tell where that is doubtful."""
        if at is None:
            return Absent("missing")
        area, cell = self._sheet.area(at), self._sheet.cells.get(at)
        if area and (at != (area.top, area.left) or area.bottom > area.top):
            first = reference((area.top, area.left))
            other = f"{first}:{reference((area.bottom, area.right))}"
            stated: Amount = Doubt("SC018", {"other": other, "text": self._sheet.text(at) or other})
        else:
            stated = amount(cell, wanted, reading or self._reading)
        if isinstance(stated, Doubt):
            stated = stated._replace(arguments={"text": say("book.no-value"), **stated.arguments})
            self._tell(stated, at)
        elif cell and is_too_fine(cell) and (reading or self._reading).digits == "stored":
            hint = say("book.digits-shown" if fixes_decimals(cell) else "book.digits-format")
            self._tell(Doubt(TOO_FINE, {"stored": stated, "hint": hint}), at)
        return stated

    def _tell(self, doubt: Doubt, at: Position) -> None:
        said = {
            name: self._sheet.as_written(at, str(each)) for name, each in doubt.arguments.items()
        }
        self._told.append(Told(Finding(doubt.code, arguments=said), self._sheet, at))


def literal(spelled: str) -> str:
    """Return a quantity or an answer, as a scorecard spells it, as TOML."""
    return spelled if spelled in ("true", "false") else splice.amount(spelled)


def _near(target: Amount, of: Indicator) -> Decimal | None:
    """Return what a value may be compared with: its target, else that of the framework."""
    if isinstance(target, str):
        try:
            return quantity.parse(target).first
        except UnreadableQuantityError:
            return None
    shared = of.target if isinstance(of.target, list) else []
    return shared[0].value.first if shared else None


def _hidden(unit: UnitCells) -> Iterator[Told]:
    """Yield what of a unit's cells is hidden, each sheet, row and column once."""
    sheet, seen = unit.sheet, set()
    for cells in unit.figures.values():
        for at in (cells.value, cells.target, cells.claimed):
            if at is None:
                continue
            for hidden, what in (
                (sheet.hidden, say("book.hidden-sheet")),
                (at[0] in sheet.hidden_rows, say("book.hidden-row", number=at[0])),
                (at[1] in sheet.hidden_columns, say("book.hidden-column", name=letters(at[1]))),
            ):
                if hidden and what not in seen:
                    seen.add(what)
                    yield Told(Finding("SC017", arguments={"what": what}), sheet, at)
