"""A map: a TOML file beside a book that says how it is read, once, for all periods to come."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from scorecard.importers.cells import column_number
from scorecard.model.fields import Closed, Line, Name, Slug, TargetPeriod, Text, When, spelled
from scorecard.model.level import Level
from scorecard.model.levels import level_meant
from scorecard.model.scorecard import Status
from scorecard.text.printable import CONTROL, INVISIBLE

Letters = Annotated[str, spelled("[A-Z]{1,2}", of="column")]
"""A column by its letters: F."""

Rows = Annotated[str, spelled("[1-9][0-9]{0,4}(?::[1-9][0-9]{0,4})?", of="rows")]
"""A row, or the first and the last one: 9:20."""

_PART = rf"[^\\/:*?\"<>|{CONTROL}{INVISIBLE}]+"

FilePattern = Annotated[str, spelled(rf"(?=.{{1,300}}\Z)(?:{_PART}/)*{_PART}\.toml", of="file")]
"""The path of a scorecard from the map, in which {unit} and {period} are filled in."""

EVERY_SHEET = "*"
"""What stands for all sheets: a unit a sheet."""

PERIOD_IN_NAME = "--"
"""What stands in the name of a file for the / of a period."""


class Columns(Closed):
    """Which column holds what, by its letters."""

    name: Letters
    """The words of the row: of the indicator, or with layout "units" of the unit."""

    unit: Letters | None = None
    """The unit of measure."""

    target: Letters | None = None
    """The target."""

    value: Letters | None = None
    """The value; with layout "units" every figure has a column of its own."""

    claimed: Letters | None = None
    """The completion that is printed, in per cent."""

    note: Letters | None = None
    """What is noted of the figure."""


class FigurePlace(Closed):
    """Where a figure is: the words of its row, or with layout "units" its columns."""

    row: Line | None = None
    """The words of its row."""

    occurrence: Annotated[int, Field(ge=1)] | None = None
    """Which of the rows with these words: 1 is the first."""

    value: Letters | None = None
    """The column of the value."""

    target: Letters | None = None
    """The column of the target."""

    claimed: Letters | None = None
    """The column of the completion that is printed, in per cent."""

    note: Letters | None = None
    """The column of what is noted."""


def _long_form(value: object) -> object:
    if not isinstance(value, str):
        return value
    return {"value" if re.fullmatch("[A-Z]{1,2}", value) else "row": value}


Place = Annotated[FigurePlace, BeforeValidator(_long_form)]
"""Where a figure is; a bare text is the words of its row, or the letters of its column."""


def _meant(value: object) -> object:
    return (level_meant(value) if isinstance(value, str) else None) or value


class CardUnit(Closed):
    """Whose figures they are; the id and name of several come from [units]."""

    id: Slug | None = None
    """Its id."""

    name: Text | None = None
    """Its name: in quotes, or by language."""

    level: Annotated[Level, BeforeValidator(_meant)]
    """What kind of unit it is, also in a word of any language: xã."""

    parent: Slug | None = None
    """The id of the unit that it is a part of."""


class Card(Closed):
    """What the scorecards say that are made of the book."""

    framework: Line
    """A bundled framework's id, or the path of a .toml file, from the scorecard."""

    period: When
    """The period of the figures."""

    track: Slug | None = None
    """Whose judgement it is."""

    unit: CardUnit
    """Whose figures they are."""


class Usual(Closed):
    """What all figures have."""

    status: Status | None = None
    """How settled they are."""

    target_period: TargetPeriod | None = None
    """By when targets are to be reached."""


class Skip(Closed):
    """What is left out on purpose."""

    rows: list[Line] = Field(default_factory=list)
    """The words of rows that are no figures and no units."""


class BookMap(Closed):
    """How a book is read."""

    sheet: Line | None = None
    """The name of the sheet; "*" for all, a unit a sheet. A CSV has none."""

    layout: Literal["indicators", "units"] = "indicators"
    """What has a row each."""

    header: Rows | None = None
    """The rows of the head."""

    rows: Rows
    """The rows of the figures."""

    columns: Columns
    """Which column holds what."""

    thousands: Literal[".", ",", ""]
    """What stands between thousands in numbers that are texts; "" for nothing."""

    dash: Literal["zero", "missing", "not-applicable"] = "missing"
    """What a dash says in this book."""

    percent: Literal["formatted", "stored"] = "formatted"
    """Whether 0.131 that is shown as 13,1 % is 13.1 or 0.131."""

    digits: Literal["stored", "shown"] = "stored"
    """Whether a number has the digits that are stored, or those that its cell shows."""

    file: FilePattern
    """Where the scorecards are, from the map: scorecards/{unit}/{period}.toml."""

    card: Card
    """What the scorecards say."""

    defaults: Usual | None = None
    """What all figures have."""

    figures: dict[Name, Place]
    """The words of the row of each indicator; with layout "units" its column."""

    units: dict[Slug, Line] = Field(default_factory=dict)
    """The words of the row or sheet of each unit, by its id."""

    skip: Skip = Field(default_factory=Skip)
    """What is left out on purpose."""


class TableCard(Closed):
    """What the scorecards say that the table does not."""

    framework: Line
    """A bundled framework's id, or the path of a .toml file, from the scorecard."""


class TableMap(Closed):
    """How the long table is read that show and compare write: it says all else itself."""

    sheet: Line | None = None
    """The name of the sheet; else it is found by its columns."""

    layout: Literal["exported"]
    """That it is this table."""

    file: FilePattern
    """Where the scorecards are, from the map: scorecards/{unit}/{period}.toml."""

    card: TableCard
    """What the scorecards say."""


def rows_of(said: str, last: int) -> range:
    """Return the rows of a map that a sheet with so many rows has."""
    first, _, end = said.partition(":")
    return range(int(first), min(int(end or first), last) + 1)


def column_of(name: str | None) -> int | None:
    """Return the number of a column, where one is named."""
    return column_number(name) if name else None
