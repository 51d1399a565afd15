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

NOTE, LEFT_OUT = printable("Note"), printable("Not shown at this width")
"""The words before a note and before columns left out, where a language has no others."""


class Cell(NamedTuple):
    """One text and what it says."""

    text: Printable
    status: Status = "plain"


class Column(NamedTuple):
    """A column of a table; a key column names the row and is repeated where a table is split.

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
    """The same for a spreadsheet, which has no place for notes: they are written elsewhere."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Raw, ...], ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, eq=False)
class View:
    """What a command shows, each form of it made when it is first asked for."""

    people: Callable[[], Iterable[Block]]
    programs: Callable[[], Mapping[str, Json]]
    spreadsheets: Callable[[], Sheet] = lambda: Sheet((), ())

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

    def reversed_in(place: int) -> bool:
        return any(right_to_left(row.cells[place].text) for row in rows)

    order = sorted(range(len(columns)), key=reversed_in)
    ordered = [Row(tuple(row.cells[place] for place in order), row.section) for row in rows]
    return Table(tuple(columns[place] for place in order), tuple(ordered), left_out)


def right_to_left(text: str) -> bool:
    """Whether a text has letters that are written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text
    )
