"""What every reader makes of a book: sheets of cells, each as it is stored and as it is shown."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from scorecard.diagnostic import Diagnostic, Finding, Spot
from scorecard.i18n import written
from scorecard.text.printable import CONTROL, INVISIBLE, LONGEST_LINE, printable, printable_in_place

Value = str | Decimal | bool | date | None
"""What a cell holds: a text, a number, an answer, a date, or nothing."""

Position = tuple[int, int]
"""The row and the column of a cell, from 1."""

_UNSEEN = re.compile(f"[{CONTROL}{INVISIBLE}]")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]*)")
_WIDEST = 60
_ALPHABET = 26


class Cell(NamedTuple):
    """A cell: its value, how its number is formatted, the error it shows, and its font.

    `unsolved` is a formula whose value the book does not hold.
    """

    value: Value
    format: str = "General"
    error: str = ""
    font: str = ""
    unsolved: bool = False


class Area(NamedTuple):
    """Cells that are merged: the first and the last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int


Merged = Mapping[int, Sequence[Area]]
"""Merged cells by each of their rows."""


class Sheet(NamedTuple):
    """A sheet by its name; a CSV has none. `converted` is the old encoding of its texts."""

    name: str
    cells: Mapping[Position, Cell]
    merged: Merged = MappingProxyType({})
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    converted: str = ""

    @property
    def last_row(self) -> int:
        """The last row that has a cell; 0 where there is none."""
        return max((row for row, _ in self.cells), default=0)

    def area(self, at: Position) -> Area | None:
        """Return the merged cells that a cell is one of, if it is of any."""
        row, column = at
        for each in self.merged.get(row, ()):
            if each.left <= column <= each.right:
                return each
        return None

    def text(self, at: Position) -> str:
        """Return what a cell says as one line, merged cells all what their first one says."""
        area = self.area(at)
        cell = self.cells.get((area.top, area.left) if area else at)
        return shown(cell) if cell else ""

    def as_written(self, at: Position, said: str) -> str:
        """Return what is said of a cell; of a number, with the marks of the language of the run.

        A number has none of its own: every program shows those of its user.
        """
        cell = self.cells.get(at)
        is_number = cell is not None and isinstance(cell.value, Decimal)
        return written(said) if is_number else said


class Book(NamedTuple):
    """A book by the name that the user knows it by."""

    name: str
    sheets: tuple[Sheet, ...]
    findings: tuple["Told", ...] = ()


class Told(NamedTuple):
    """A finding in a book, at a cell where there is one to blame."""

    finding: Finding
    sheet: Sheet | None = None
    at: Position | None = None


class UnreadableBookError(Exception):
    """What is no book, or none that is safe to open; `finding` says why."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.finding = Finding(code, arguments=arguments)


def diagnostics(name: str, told: Iterable[Told]) -> list[Diagnostic]:
    """Return what was found in a book of this name, each at its cell."""
    return [_diagnostic(name, each) for each in told]


def _diagnostic(name: str, told: Told) -> Diagnostic:
    finding, sheet, at = told
    row, column = at or (1, 1)
    said = sheet.text(at) if sheet and at else ""
    source = printable_in_place(shortened(sheet.as_written(at, said) if sheet and at else ""))
    cell = printable(reference(at) if at else "")
    return Diagnostic(
        code=finding.code,
        severity=finding.severity,
        message=printable(shortened(finding.message, 500)),
        hint=printable(shortened(finding.hint, 500)),
        file=printable(name),
        spot=Spot(
            *(row, column, row, column + 1, source, (0, len(source))),
            sheet=printable(sheet.name if sheet else ""),
            cell=cell,
        ),
        related=None,
        subject=printable(f"{sheet.name if sheet else ''} {cell} {shortened(said)}".strip()),
    )


def shown(cell: Cell) -> str:
    """Return what a cell says as one line that can be a text of a scorecard."""
    value = cell.value
    if cell.error:
        return cell.error
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if value else ""


def one_line(text: str) -> str:
    """Return a text without line breaks and what cannot be seen, cut where it is too long."""
    # What is as long as a book is cut before it is taken apart.
    spaced = " ".join(text[: 4 * LONGEST_LINE].split())
    return _UNSEEN.sub("", spaced)[:LONGEST_LINE].strip()


def shortened(text: str, most: int = _WIDEST) -> str:
    """Return a text of no more characters than so many."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def letters(column: int) -> str:
    """Return the letters of a column, from 1: A, Z, AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, _ALPHABET)
        name = chr(ord("A") + rest) + name
    return name


def column_number(name: str) -> int:
    """Return the number of a column, from 1, by its letters."""
    number = 0
    for letter in name:
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number


def reference(at: Position) -> str:
    """Return a cell as people write it: F10."""
    return f"{letters(at[1])}{at[0]}"


def position(name: str) -> Position | None:
    """Return the row and column of a cell as people write it, if it is one."""
    match = _REFERENCE.fullmatch(name)
    return (int(match[2]), column_number(match[1])) if match else None
