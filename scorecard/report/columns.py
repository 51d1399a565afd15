"""A column of a report, defined once for tables, spreadsheets, JSON and Python."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from scorecard.i18n import Words
from scorecard.measure.target import ANYTHING
from scorecard.model.fields import Text, in_language
from scorecard.numbers.interval import Interval
from scorecard.report.blocks import Cell, Column, Sheet, Table, row, table
from scorecard.report.record import interval_record
from scorecard.text.json import Json, Raw
from scorecard.text.printable import Printable, printable

Item = TypeVar("Item")

Value = Raw | Text


@dataclass(frozen=True, eq=False)
class ReportColumn(Generic[Item]):
    """What is told of an item, a figure or a unit say, in each of the forms that tell it.

    People read `text` below the words for `heading`, or for the key where there is none. Programs
    get `value` under the key, or where they differ `sheet` in spreadsheets and Python, and `json`.
    Each form has its columns in the order of the list: where they differ in that, or in their keys,
    there is a column for each.
    """

    key: str
    value: Callable[[Item], Value] | None = None
    sheet: Callable[[Item], Value] | None = None
    json: Callable[[Item], Json] | None = None
    text: Callable[[Item, Words], Cell | Printable] | None = None
    heading: str | Callable[[Words], Printable] = ""
    needed: Callable[[Sequence[Item]], bool] = lambda _: True
    """Whether people need it in a table of these items."""

    numeric: bool = False
    leading: bool = False
    ornament: bool = False
    lesser: bool = False
    by_target: bool = False
    """Whether it is told of a figure once for each of its targets."""

    def title(self, words: Words) -> Printable:
        """Return what heads it for people."""
        heading = self.heading or self.key
        return words(heading) if isinstance(heading, str) else heading(words)

    def column(self, words: Words) -> Column:
        """Return it as a column of a table."""
        return Column(self.title(words), self.numeric, self.leading, self.ornament, self.lesser)

    def cell(self, item: Item, words: Words) -> Cell:
        """Return what people read."""
        text = self.text(item, words) if self.text else printable("")
        return text if isinstance(text, Cell) else Cell(text)

    @classmethod
    def ends(
        cls, key: str, interval: Callable[[Item], Interval | None]
    ) -> "tuple[ReportColumn[Item], ReportColumn[Item]]":
        """Return the ends of an interval for spreadsheets; None for an end without a bound."""
        return (
            cls(f"{key}_low", sheet=lambda item: (interval(item) or ANYTHING).low),
            cls(f"{key}_high", sheet=lambda item: (interval(item) or ANYTHING).high),
        )


def for_people(
    columns: Iterable[ReportColumn[Item]], items: Sequence[Item]
) -> list[ReportColumn[Item]]:
    """Return the columns that people need in a table of these items."""
    return [column for column in columns if column.text and column.needed(items)]


def table_of(columns: Iterable[ReportColumn[Item]], items: Sequence[Item], words: Words) -> Table:
    """Return a row an item, under the columns that people need."""
    needed = for_people(columns, items)
    rows = [row(*(column.cell(item, words) for column in needed)) for item in items]
    return table([column.column(words) for column in needed], rows)


def in_sheet(columns: Iterable[ReportColumn[Item]]) -> dict[str, Callable[[Item], Value]]:
    """Return what spreadsheets and Python have of an item, by key."""
    found = ((column.key, column.sheet or column.value) for column in columns)
    return {key: value for key, value in found if value}


def in_json(columns: Iterable[ReportColumn[Item]]) -> dict[str, Callable[[Item], Json]]:
    """Return what JSON has of an item, by key."""
    found = ((column.key, column.json or column.value) for column in columns)
    return {key: value for key, value in found if value}


def sheet_of(columns: Iterable[ReportColumn[Item]], items: Iterable[Item], language: str) -> Sheet:
    """Return a row an item; texts are in the language, as far as they are given in it."""
    found = in_sheet(columns)
    rows = (tuple(_said(value(item), language) for value in found.values()) for item in items)
    return Sheet(tuple(found), tuple(rows))


def json_of(found: Mapping[str, Callable[[Item], Json]], item: Item) -> dict[str, Json]:
    """Return what JSON has of one item."""
    values = ((key, value(item)) for key, value in found.items())
    return {
        key: interval_record(value) if isinstance(value, Interval) else value
        for key, value in values
    }


def _said(value: Value, language: str) -> Raw:
    return in_language(value, language) if isinstance(value, Mapping) else value
