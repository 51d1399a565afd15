"""The blocks that every view is built from; each renderer knows these and nothing else."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from scorecard.numbers.interval import Interval
from scorecard.report.pictures import Course, Picture, Span
from scorecard.text.json import Json, Raw
from scorecard.text.printable import Printable, printable

Item = TypeVar("Item")

Status = Literal[
    "plain", "quiet", "strong", "exceeded", "met", "near", "behind", "undecided", "absent"
]
"""What a cell says, for a renderer to mark. The text says it too: never colour alone."""

Kind = Literal["words", "number", "ornament", "lesser"]
"""What a column holds. An ornament repeats what another column says.

Ornaments and lesser columns are left out where there is no room; lesser ones are named then.
"""


class Cell(NamedTuple):
    """One text and what it says, and what a renderer needs that does more than print it.

    `number` is what the text writes, digit for digit, where that is one number and no bound.
    `share` is how much of the most is surely reached, from 0 to 1, and `span` how much is sure and
    how much is possible, for what is drawn. `bounds` holds, exactly, what the text says to some
    decimals. `course` is what came before it, period by period.
    """

    text: Printable
    status: Status = "plain"
    fifth: int = 0
    """In which fifth of a maximum its number lies, from 1; 0 where it is not shaded by that."""

    link: Printable = Printable("")
    """A web address, or a page beside this one, that it leads to, where it can."""
    number: Fraction | None = None
    share: Fraction | None = None
    bounds: Interval | None = None
    span: Span | None = None
    course: Course | None = None


EMPTY = Cell(printable(""))


class Column(NamedTuple):
    """A column of a table; a key names the row and is repeated where a table is split."""

    heading: Printable
    kind: Kind = "words"
    key: bool = False

    @property
    def optional(self) -> bool:
        """Whether it is left out where there is no room."""
        return self.kind in ("ornament", "lesser")

    @property
    def essential(self) -> bool:
        """Whether it says what no other does, and does not name its row."""
        return not self.key and not self.optional


class Row(NamedTuple):
    """A row; a section heads the rows below it and may carry their subtotals.

    One that is apart does not belong to the section before it.
    """

    cells: tuple[Cell, ...]
    section: bool = False
    apart: bool = False


def row(*cells: Cell | str, section: bool = False, apart: bool = False) -> Row:
    """Return a row of cells and plain texts."""
    found = (cell if isinstance(cell, Cell) else Cell(printable(cell)) for cell in cells)
    return Row(tuple(found), section, apart)


class Order(NamedTuple):
    """An order of the rows of a table: its name, and the numbers of the rows."""

    name: Printable
    rows: tuple[int, ...]


class Orders(NamedTuple):
    """What is said before the names of orders, the first of which is that of the table."""

    text: Printable
    orders: tuple[Order, ...]


class Table(NamedTuple):
    """Rows under columns.

    `left_out` is said before the names of columns that are left out, and `fifths` before the key to
    the shades of its cells. It is `fenced` where something stands behind right-to-left text: a
    terminal that lays out such text would carry the numbers beside it along.

    `reading` has the places of the columns in the order in which they are read, where a terminal
    has them in another.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: Printable = EMPTY.text
    fenced: bool = False
    fifths: Printable = EMPTY.text
    reading: tuple[int, ...] = ()
    orders: Callable[[], Orders | None] = lambda: None
    pictures: tuple[Picture, ...] = ()


class Heading(NamedTuple):
    """What the blocks below are about; 1 is the highest level."""

    text: Printable
    level: int = 1


class Facts(NamedTuple):
    """Short facts, each with its name, and pictures of some."""

    pairs: tuple[tuple[Printable, Cell], ...]
    pictures: tuple[Picture, ...] = ()


class Note(NamedTuple):
    """A sentence that qualifies what is shown, and the word for one that goes before it.

    It has a code where programs are told it too.
    """

    text: Printable
    label: Printable
    code: str = ""


class Code(NamedTuple):
    """Lines of a file, to be set as they are, and what they are an example of."""

    heading: Printable
    lines: tuple[Printable, ...]


Block = Heading | Facts | Table | Note | Code


Sheet = Iterable[Sequence[Raw]]
"""Rows for a spreadsheet, the keys of their values first."""


@dataclass(frozen=True, slots=True)
class LongTable(Generic[Item]):
    """Every figure of units, made unit by unit: the keys, and how many rows a unit has."""

    keys: Sequence[str]
    units: Sequence[Item]
    count: Callable[[Item], int]
    rows: Callable[[Item], Iterable[Sequence[Raw]]]

    def __len__(self) -> int:
        return sum(map(self.count, self.units))


class Workbook(NamedTuple):
    """What a workbook has beside what people read: every figure, and what all was made of.

    The names are those of its sheets, the ends what is said of the ends of a bound.
    """

    names: tuple[str, str, str] = ("scorecard", "", "")
    ends: tuple[str, str] = ("", "")
    right_to_left: bool = False
    figures: LongTable[Any] | None = None

    about: Callable[[str], Iterable[Block]] = lambda _: ()
    """What it was made by and from, given the command."""

    command: str = ""


class View(NamedTuple):
    """What a command shows people, programs and spreadsheets, each made when it is asked for.

    A spreadsheet has no place for notes: those that belong to it are written elsewhere.
    """

    blocks: Callable[[], Iterable[Block]]
    record: Callable[[], Mapping[str, Json]]
    sheet: Callable[[], Sheet] = tuple
    notes: Sequence[Note] = ()
    book: Workbook = Workbook()
    foot: Sequence[Printable] = ()
    """What a page says that it was made by and from."""

    screens: Callable[[], Iterable[Block]] | None = None
    """The same blocks for a terminal, with a table of very many rows in several."""


def table(
    columns: Sequence[Column], rows: Sequence[Row], left_out: str = "", fifths: str = ""
) -> Table:
    """Return a table with the columns of right-to-left words after the others, numbers first."""
    cells = [any(right_to_left(row.cells[at].text) for row in rows) for at in range(len(columns))]
    order = sorted(range(len(columns)), key=lambda at: cells[at] and columns[at].kind != "number")
    ordered = [row._replace(cells=tuple(row.cells[place] for place in order)) for row in rows]
    heads = tuple(columns[place] for place in order)
    fenced = any(cells[place] or right_to_left(columns[place].heading) for place in order[:-1])
    reading = tuple(sorted(range(len(order)), key=order.__getitem__))
    return Table(heads, tuple(ordered), printable(left_out), fenced, printable(fifths), reading)


def right_to_left(text: str) -> bool:
    """Whether a text has letters that are written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text
    )
