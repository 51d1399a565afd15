"""What a report tells of an item, a figure or a unit say: columns for people, keys for programs."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from itertools import chain
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from scorecard.i18n import FALLBACK, Words, in_language
from scorecard.measure.comparison import Descending
from scorecard.model.fields import Text
from scorecard.numbers.interval import Interval
from scorecard.numbers.period import Period
from scorecard.pool import made_of_each
from scorecard.report.blocks import (
    EMPTY,
    Cell,
    Column,
    Kind,
    Order,
    Orders,
    Row,
    Status,
    Table,
    row,
    table,
)
from scorecard.report.periods import period_text
from scorecard.report.record import ENDS, NO_ENDS, interval_ends
from scorecard.text import naming
from scorecard.text.json import Raw, Reckoned, json_text
from scorecard.text.printable import Printable, printable

Item = TypeVar("Item")

Values = Mapping[str, Callable[[Item], Raw | Text | Interval]]
"""What spreadsheets and Python have of an item, by key.

A key that ends in `_*` stands for six: what is told of the ends of an interval, if there is one.
"""


class Said(NamedTuple):
    """What is said between items, by the names of the columns that it stands in."""

    cells: Mapping[str, Cell]
    section: bool = False


@dataclass(frozen=True)
class Apart(Generic[Item]):
    """An item that does not belong to the section before it."""

    item: Item


@dataclass(frozen=True, eq=False)
class ReportColumn(Generic[Item]):
    """What people read of each item; its name is the key of the words that head it."""

    name: str
    text: Callable[[Item, Words], Cell | str | None]
    kind: Kind = "words"
    needed: Callable[[Sequence[Item]], bool] = lambda _: True
    """Whether people need it in a table of these items."""

    key: bool = False
    by_target: bool = False
    """Whether it is told of a figure once for each of its targets."""

    heading: Printable | None = None
    """What heads it where no words have its name."""

    heads: Callable[[Sequence[Item], Words], Printable] | None = None
    """What heads it where that hangs on the items."""

    order: Callable[[Item], Descending | tuple[naming.Order, str]] | None = None
    """What people may put the items in the order of, the least first."""

    since: Callable[[Item], Period | None] | None = None
    """Against which period it is; where that is one for all items, it stands in the heading."""

    def title(self, words: Words, items: Sequence[Item] = ()) -> Printable:
        """Return what heads it over these items."""
        if self.heads:
            return self.heads(items, words)
        periods = periods_of(self.since, items) if self.since else ()
        if len(periods) == 1:
            return words(f"{self.name}.since", period=period_text(periods[0], words))
        return self.heading or words(self.name)

    def cell(self, line: Item | Said, words: Words) -> Cell:
        """Return what is read of an item, or said between items."""
        text = (
            line.cells.get(self.name, EMPTY) if isinstance(line, Said) else self.text(line, words)
        )
        quiet: Status = "quiet" if self.kind == "lesser" else "plain"
        cell = text if isinstance(text, Cell) else Cell(printable(text or ""), quiet)
        return numbered(cell, words) if self.kind == "number" else cell


Columns = Sequence[ReportColumn[Item]]


def numbered(cell: Cell, words: Words) -> Cell:
    """Return a cell with the number that its text writes, if it is one."""
    return cell if cell.number is not None else cell._replace(number=words.read(cell.text))


def differ(of: Callable[[Item], object]) -> Callable[[Sequence[Item]], bool]:
    """Return whether items differ in something, for a column that is needed where they do."""
    return lambda items: len({of(item) for item in items}) > 1


def some(of: Callable[[Item], object]) -> Callable[[Sequence[Item]], bool]:
    """Return whether something is so of an item, for a column that is needed where it is."""
    return lambda items: any(of(item) for item in items)


def periods_of(since: Callable[[Item], Period | None], items: Sequence[Item]) -> Sequence[Period]:
    """Return the periods of items, each once."""
    found = (since(item) for item in items)
    return list({period.text: period for period in found if period}.values())


def several(since: Callable[[Item], Period | None]) -> Callable[[Sequence[Item]], bool]:
    """Return whether items are of several periods, for a column that is needed where they are."""
    return lambda items: len(periods_of(since, items)) > 1


def for_people(columns: Columns[Item], items: Sequence[Item]) -> Columns[Item]:
    """Return the columns that people need in a table of these items."""
    return [column for column in columns if column.needed(items)]


def table_of(
    columns: Columns[Item], lines: Sequence[Item | Said | Apart[Item]], words: Words
) -> Table:
    """Return a row a line, under the columns that people need in a table of these items."""
    return next(tables_of(columns, lines, words, len(lines)))


def tables_of(
    columns: Columns[Item],
    lines: Sequence[Item | Said | Apart[Item]],
    words: Words,
    together: int,
) -> Iterator[Table]:
    """Yield the same in tables of so many lines, each made when it is asked for."""
    told = [line.item if isinstance(line, Apart) else line for line in lines]
    items = [line for line in told if not isinstance(line, Said)]
    needed = for_people(columns, items)
    heads = [Column(each.title(words, items), each.kind, each.key) for each in needed]

    def made(told_of: tuple[Item | Said, Item | Said | Apart[Item]]) -> Row:
        item, line = told_of
        section, apart = isinstance(item, Said) and item.section, isinstance(line, Apart)
        return row(*(each.cell(item, words) for each in needed), section=section, apart=apart)

    for start in range(0, len(lines) or 1, together or 1):
        part = slice(start, start + together)
        rows = list(made_of_each(made, list(zip(told[part], lines[part], strict=True))))
        yield table(heads, rows, words("left-out.columns"), words("fifths"))


def orders_of(
    columns: Columns[Item], lines: Sequence[Item | Said], given: Printable, words: Words
) -> Orders | None:
    """Return the orders that lines may be put in, that in which they are given first.

    What is said between items comes last. Two lines are in order whatever is chosen.
    """
    items = [line for line in lines if not isinstance(line, Said)]
    sortable = [each for each in for_people(columns, items) if each.order]
    # Line by line: what is told of one may have to be unpacked.
    keys = {
        at: [each.order(line) for each in sortable if each.order]
        for at, line in enumerate(lines)
        if not isinstance(line, Said)
    }
    rest = [at for at in range(len(lines)) if at not in keys]
    found = [Order(given, tuple(range(len(lines))))]
    for place, column in enumerate(sortable):
        rows = sorted(keys, key=lambda at: keys[at][place])
        found.append(Order(column.title(words, items), (*rows, *rest)))
    return Orders(words("sort-by"), tuple(found)) if len(found) > 1 and len(items) > 1 else None


def keys_of(values: Values[Item]) -> list[str]:
    """Return the keys that spreadsheets and Python have, those of intervals spelled out."""
    spelled = [[key] if key[-1] != "*" else [key[:-1] + end for end in ENDS] for key in values]
    return list(chain.from_iterable(spelled))


def number_or(text: str) -> Raw:
    """Return what people read as a number for spreadsheets, where it is nothing else."""
    return Decimal(text) if _PLAIN.fullmatch(text) else Reckoned(text)


_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def sheet_of(values: Values[Item], items: Iterable[Item], language: str) -> list[Sequence[Raw]]:
    """Return the keys, and a row an item; texts are in the language, where they are given in it."""
    return list(sheet_rows(values, items, language))


def sheet_rows(
    values: Values[Item], items: Iterable[Item], language: str
) -> Iterator[Sequence[Raw]]:
    """Yield the same row by row."""
    yield keys_of(values)
    yield from rows_of(values, items, language)


def rows_of(values: Values[Item], items: Iterable[Item], language: str) -> Iterator[Sequence[Raw]]:
    """Yield a row an item, without the keys."""
    told = [(value, NO_ENDS if key[-1] == "*" else (None,)) for key, value in values.items()]
    for item in items:
        row: list[Raw] = []
        for value, nothing in told:
            found = value(item)
            if found is None:
                row += nothing
            elif isinstance(found, Interval):
                row += interval_ends(found)
            else:
                row.append(in_language(found, language) if isinstance(found, dict) else found)
        yield row


class Rows(tuple[Item, ...]):
    """Items as rows of exact values, for Python and for notebooks."""

    __slots__ = ()
    columns: ClassVar[Columns[Any]]
    values: ClassVar[Values[Any]]

    def to_dicts(self, language: str = FALLBACK) -> list[dict[str, Raw]]:
        """Return a dict a row with the keys of the command's CSV; numbers are exact."""
        keys, *rows = sheet_of(self.values, self, language)
        return [dict(zip(map(str, keys), row, strict=True)) for row in rows]

    def to_json_lines(self, language: str = FALLBACK) -> Iterator[str]:
        """Yield the same row by row as JSON, each ended by a line feed: what engines read."""
        for record in self.to_dicts(language):
            yield f"{json_text(record)}\n"

    def _repr_html_(self) -> str:
        """Return what people read as a table; no text of a file is taken for HTML."""
        words = Words(FALLBACK)
        shown = [each for each in for_people(self.columns, self) if each.kind != "ornament"]
        head = "".join(f"<th>{escape(each.title(words, self))}</th>" for each in shown)
        texts = [[escape(each.cell(item, words).text) for each in shown] for item in self]
        rows = ("".join(f"<td>{text}</td>" for text in row) for row in texts)
        body = "".join(f"<tr>{row}</tr>\n" for row in rows)
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"
