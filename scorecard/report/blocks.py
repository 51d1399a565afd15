"""The blocks that every view is built from; each renderer knows these and nothing else."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from scorecard.text.json import Json, Raw
from scorecard.text.printable import Printable, printable

Status = Literal[
    "plain", "quiet", "strong", "exceeded", "met", "near", "behind", "undecided", "absent"
]
"""What a cell says, for a renderer to mark. The text says it too: never colour alone."""


NOTE = printable("Note")
"""The word before a note, where a language has no other."""


LEFT_OUT = printable("Not shown at this width")
"""What is said of columns that are left out, where a language says nothing else."""


class Cell(NamedTuple):
    """One text and what it says."""

    text: Printable
    status: Status = "plain"


class Column(NamedTuple):
    """A column of a table.

    A key column names the row and is repeated wherever the others do not fit in one table.
    Ornaments and lesser columns are left out where there is no room: an ornament repeats what
    another column says, and lesser ones are named below the table then.
    """

    heading: Printable
    numeric: bool = False
    key: bool = False
    ornament: bool = False
    lesser: bool = False

    @property
    def optional(self) -> bool:
        """Whether it is left out where there is no room."""
        return self.ornament or self.lesser


class Row(NamedTuple):
    """A row; a section heads the rows below it and may carry their subtotals."""

    cells: tuple[Cell, ...]
    section: bool = False


def row(*cells: Cell | Printable, section: bool = False) -> Row:
    """Return a row of cells and plain texts."""
    found = (cell if isinstance(cell, Cell) else Cell(cell) for cell in cells)
    return Row(tuple(found), section)


class Table(NamedTuple):
    """Rows under columns, and what is said before the names of those that are left out."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: Printable = LEFT_OUT


class Heading(NamedTuple):
    """What the blocks below are about; 1 is the highest level."""

    text: Printable
    level: int = 1


class Facts(NamedTuple):
    """Short facts, each with its name."""

    pairs: tuple[tuple[Printable, Cell], ...]


class Note(NamedTuple):
    """A sentence that qualifies what is shown, and the word for one that goes before it."""

    text: Printable
    label: Printable = NOTE


class Code(NamedTuple):
    """Lines of a file, to be set as they are, and what they are an example of."""

    heading: Printable
    lines: tuple[Printable, ...]


Block = Heading | Facts | Table | Note | Code


class Sheet(NamedTuple):
    """The same as plain columns and rows, for a spreadsheet.

    The rows have no place for notes: whoever writes them says elsewhere what these say.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Raw, ...], ...]
    notes: tuple[Note, ...] = ()


def _no_sheet() -> Sheet:
    return Sheet((), ())


@dataclass(frozen=True, eq=False)
class View:
    """What a command shows, each form of it made when it is first asked for."""

    people: Callable[[], Iterable[Block]]
    programs: Callable[[], Mapping[str, Json]]
    spreadsheets: Callable[[], Sheet] = _no_sheet

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What it shows for people."""
        return tuple(self.people())

    @cached_property
    def record(self) -> Mapping[str, Json]:
        """The same for programs."""
        return self.programs()

    @cached_property
    def sheet(self) -> Sheet:
        """The same for spreadsheets."""
        return self.spreadsheets()


def table(columns: Sequence[Column], rows: Sequence[Row], left_out: Printable = LEFT_OUT) -> Table:
    """Return a table with the columns that hold right-to-left text after the others.

    A terminal that lays out such text would carry the numbers beside it along.
    """
    order = sorted(
        range(len(columns)),
        key=lambda index: any(right_to_left(row.cells[index].text) for row in rows),
    )
    return Table(
        tuple(columns[index] for index in order),
        tuple(Row(tuple(row.cells[index] for index in order), row.section) for row in rows),
        left_out,
    )


def right_to_left(text: str) -> bool:
    """Whether a text has letters that are written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text
    )
