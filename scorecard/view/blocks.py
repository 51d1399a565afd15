"""The blocks that every view is built from; each renderer knows these and nothing else."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from scorecard.printable import Printable, printable
from scorecard.tree import Json, Raw

Status = Literal[
    "plain", "quiet", "strong", "exceeded", "met", "near", "behind", "undecided", "absent"
]
"""What a cell says, for a renderer to mark. The text says it too: never colour alone."""


NOTE = printable("Note")
"""The word before a note, where a language has no other."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One text and what it says."""

    text: Printable
    status: Status = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    A key column names the row and is repeated wherever the others do not fit in one table;
    an ornament repeats what another column says, and is left out where there is no room.
    """

    heading: Printable
    numeric: bool = False
    key: bool = False
    ornament: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row; a section heads the rows below it and may carry their subtotals."""

    cells: tuple[Cell, ...]
    section: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """What the blocks below are about; 1 is the highest level."""

    text: Printable
    level: int = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts, each with its name."""

    pairs: tuple[tuple[Printable, Cell], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that qualifies what is shown, and the word for one that goes before it."""

    text: Printable
    label: Printable = NOTE


@dataclass(frozen=True, slots=True)
class Code:
    """Lines of a file, to be set as they are, and what they are an example of."""

    heading: Printable
    lines: tuple[Printable, ...]


Block = Heading | Facts | Table | Note | Code


@dataclass(frozen=True, slots=True)
class Sheet:
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


def table(columns: Sequence[Column], rows: Sequence[Row]) -> Table:
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
    )


def right_to_left(text: str) -> bool:
    """Whether a text has letters that are written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text
    )
