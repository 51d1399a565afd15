"""What a report tells of an item, a figure or a unit say: columns for people, keys for programs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from scorecard.i18n import Words
from scorecard.measure.target import ANYTHING
from scorecard.model.fields import Text, in_language
from scorecard.numbers.interval import Interval
from scorecard.report.blocks import Cell, Column, Note, Sheet, Table, row, table
from scorecard.report.record import interval_record
from scorecard.text.json import Json, Raw
from scorecard.text.printable import Printable

Item = TypeVar("Item")

Value = Raw | Text

Values = Mapping[str, Callable[[Item], Value]]
"""What spreadsheets and Python have of an item, by key."""

InJson = Mapping[str, Callable[[Item], Json | Interval]]
"""What JSON has of an item, by key."""


@dataclass(frozen=True, eq=False)
class ReportColumn(Generic[Item]):
    """What people read of each item; its heading is the key of words, or made of them."""

    heading: str | Callable[[Words], Printable]
    text: Callable[[Item, Words], Cell | Printable]
    needed: Callable[[Sequence[Item]], bool] = lambda _: True
    """Whether people need it in a table of these items."""

    numeric: bool = False
    leading: bool = False
    ornament: bool = False
    lesser: bool = False
    by_target: bool = False
    """Whether it is told of a figure once for each of its targets."""

    def title(self, words: Words) -> Printable:
        """Return what heads it."""
        return words(self.heading) if isinstance(self.heading, str) else self.heading(words)

    def column(self, words: Words) -> Column:
        """Return it as a column of a table."""
        return Column(self.title(words), self.numeric, self.leading, self.ornament, self.lesser)

    def cell(self, item: Item, words: Words) -> Cell:
        """Return what is read of an item."""
        text = self.text(item, words)
        return text if isinstance(text, Cell) else Cell(text)


def differ(of: Callable[[Item], object]) -> Callable[[Sequence[Item]], bool]:
    """Return whether items differ in something, for a column that is needed where they do."""
    return lambda items: len({of(item) for item in items}) > 1


def some(of: Callable[[Item], object]) -> Callable[[Sequence[Item]], bool]:
    """Return whether something is so of an item, for a column that is needed where it is."""
    return lambda items: any(of(item) for item in items)


def for_people(
    columns: Iterable[ReportColumn[Item]], items: Sequence[Item]
) -> list[ReportColumn[Item]]:
    """Return the columns that people need in a table of these items."""
    return [column for column in columns if column.needed(items)]


def table_of(columns: Iterable[ReportColumn[Item]], items: Sequence[Item], words: Words) -> Table:
    """Return a row an item, under the columns that people need."""
    needed = for_people(columns, items)
    rows = [row(*(column.cell(item, words) for column in needed)) for item in items]
    return table([column.column(words) for column in needed], rows)


def ends(key: str, interval: Callable[[Item], Interval | None]) -> Values[Item]:
    """Return the ends of an interval for spreadsheets; None for an end without a bound."""
    return {
        f"{key}_low": lambda item: (interval(item) or ANYTHING).low,
        f"{key}_high": lambda item: (interval(item) or ANYTHING).high,
    }


def sheet_of(
    values: Values[Item], items: Iterable[Item], language: str, notes: tuple[Note, ...] = ()
) -> Sheet:
    """Return a row an item; texts are in the language, as far as they are given in it."""

    def said(value: Value) -> Raw:
        return in_language(value, language) if isinstance(value, Mapping) else value

    rows = (tuple(said(value(item)) for value in values.values()) for item in items)
    return Sheet(tuple(values), tuple(rows), notes)


def json_of(branches: InJson[Item], item: Item) -> dict[str, Json]:
    """Return what JSON has of one item."""
    found = ((key, branch(item)) for key, branch in branches.items())
    return {key: interval_record(it) if isinstance(it, Interval) else it for key, it in found}
