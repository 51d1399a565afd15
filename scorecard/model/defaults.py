"""What a scorecard.toml may say of the options of commands, where the command line says nothing."""

from typing import Annotated, Literal

from pydantic import Field

from scorecard.model.fields import Closed, Line, spelled
from scorecard.model.level import Level
from scorecard.text.formats import FindingsFormat, Format
from scorecard.text.medium import Dialect

Below = Annotated[
    str,
    spelled(
        r"(?:[^/\\:.\x00-\x1f][^/\\:\x00-\x1f]*)(?:/[^/\\:.\x00-\x1f][^/\\:\x00-\x1f]*)*", of="path"
    ),
]
"""A path that leads below the folder of the file, with / between its parts."""

Count = Annotated[int, Field(ge=1)]

Codes = list[Annotated[str, spelled("SC[0-9]{0,3}", of="code")]]


class Everywhere(Closed):
    """Options that several commands take."""

    dir: Below | None = None
    """Where units are looked up."""

    period: Line | None = None
    """The period instead of the latest."""

    track: list[Line] | None = None
    """Only these tracks."""

    format: Format | None = None
    """How results are written."""

    csv_dialect: Dialect | None = None
    """How CSV is written."""

    lang: Line | None = None
    """The language: en, vi, ar."""

    color: Literal["auto", "always", "never"] | None = None
    """When colours are used."""

    no_pager: bool | None = None
    """Whether a long table is written at once."""

    quiet: bool | None = None
    """Whether nothing is said of how far it has come."""


class ForShow(Everywhere):
    """Options of show."""

    framework: Line | None = None
    """Only scorecards under this framework."""

    since: Line | None = None
    """The first of the periods that are shown."""


class ForExplain(Everywhere):
    """Options of explain."""

    framework: Line | None = None
    """Only scorecards under this framework."""


class ForCompare(ForExplain):
    """Options of compare."""

    level: Level | None = None
    """Only units of this level."""

    edition: Line | None = None
    """The edition that others are stated in."""

    rows: Literal["units", "indicators"] | None = None
    """What has a row each."""

    by: Literal["groups", "indicators"] | None = None
    """What units are compared by."""

    sort: Line | None = None
    """rank, unit, or a group or indicator."""

    top: Count | None = None
    """Only the first so many."""

    bottom: Count | None = None
    """Only the last so many."""

    by_parent: bool | None = None
    """Whether children are summed up."""

    sensitivity: bool | None = None
    """Whether it is said how ranks hang on the weights."""


class ForValidate(Closed):
    """Options of validate."""

    dir: Below | None = None
    """What is checked where no path is given."""

    fail_on: Literal["error", "warning", "note", "never"] | None = None
    """The lightest finding that fails."""

    select: Codes | None = None
    """Only these codes."""

    ignore: Codes | None = None
    """All but these codes."""

    baseline: Below | None = None
    """A file of findings that are accepted."""

    jobs: Count | None = None
    """How many processes check files."""

    no_cache: bool | None = None
    """Whether every file is read again."""

    quiet: bool | None = None
    """Whether nothing is said of how far it has come."""

    format: FindingsFormat | None = None
    """How findings are written."""

    lang: Line | None = None
    """The language: en, vi, ar."""

    color: Literal["auto", "always", "never"] | None = None
    """When colours are used."""


class ForDiff(Closed):
    """Options of diff."""

    dir: Below | None = None
    """The folder whose states are held against each other."""

    exit_code: bool | None = None
    """Whether a difference ends with 1."""

    format: Format | None = None
    """How differences are written."""

    csv_dialect: Dialect | None = None
    """How CSV is written."""


class ForNew(Closed):
    """Options of new."""

    level: Level | None = None
    """The level of the units."""

    parent: Line | None = None
    """The id of the unit that they are a part of."""

    period: Line | None = None
    """The period."""

    framework: Line | None = None
    """A bundled framework."""


class ForSet(Closed):
    """Options of set."""

    dir: Below | None = None
    """Where units are looked up."""

    framework: Line | None = None
    """Only scorecards under this framework."""

    period: Line | None = None
    """The period instead of the latest."""


class Defaults(Everywhere):
    """The options of all commands, and a table for each command."""

    show: ForShow | None = None
    """What show does by itself."""

    compare: ForCompare | None = None
    """What compare does by itself."""

    explain: ForExplain | None = None
    """What explain does by itself."""

    validate_: ForValidate | None = Field(default=None, alias="validate")
    """What validate does by itself."""

    diff: ForDiff | None = None
    """What diff does by itself."""

    new: ForNew | None = None
    """What new does by itself."""

    set: ForSet | None = None
    """What set does by itself."""
