"""A scorecard: the figures of one unit for one period."""

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from scorecard.i18n.sayings import say
from scorecard.model.fields import (
    NUMBER,
    SPELLED,
    Amount,
    Closed,
    Format,
    Line,
    Number,
    Slug,
    TargetPeriod,
    Text,
    Url,
    When,
    no_items,
    no_keys,
    refuse,
    with_defaults,
)
from scorecard.model.level import Level
from scorecard.model.target import Targets

Absence = Literal["missing", "not-due", "not-applicable"]
"""Why a figure has no value; none of them is zero."""

Status = Literal["estimated", "preliminary", "final"]
"""How settled a figure is."""

Verdict = Literal["exceeded", "met", "not met", "undecided"]
"""What the bounds of a value say about its target."""

RemarkKind = Literal["model", "strength", "limit", "task", "praise"]
"""What a remark without a number is about."""


class Unit(Closed):
    """Whose figures they are."""

    id: Slug
    """Its short name, the same in all its scorecards: small letters, digits and -."""

    name: Text
    """Its name: in quotes, or by language."""

    short: Text | None = None
    """A shorter name, for headings."""

    level: Level
    """What kind of unit it is."""

    parent: Slug | None = None
    """The id of the unit that it is a part of."""

    codes: dict[Slug, Line] = Field(default_factory=no_keys)
    """Its codes by code system, in quotes: { nso = "04" }."""

    eligible: bool = True
    """Whether it may be classed and ranked; if not, `why` says why."""

    why: Text | None = None
    """Why it may not be classed and ranked."""


class Source(Closed):
    """A document that figures are taken from."""

    title: Text
    """Its title: in quotes, or by language."""

    publisher: Text | None = None
    """Who published it."""

    published: date | None = None
    """The day on which it was published, without quotes: 2025-11-21."""

    url: Url | None = None
    """Its web address, with https:// or http://."""

    text: Line | None = None
    """A .txt file beside this one that holds what it says: its figures are looked up there."""


def _percentage(value: object) -> object:
    # An answer or a share of two numbers would be taken for so many per cent.
    if isinstance(value, bool) or (isinstance(value, str) and "/" in value):
        refuse("quantity", say("quantity.no-percentage"), say("quantity.percentage"))
    return value.removesuffix("%").rstrip() if isinstance(value, str) else value


_SPELLED = SPELLED.replace("^", "^(?!.*/)", 1).removesuffix("$") + r"\s*%?$"
Percentage = Annotated[
    Amount,
    BeforeValidator(_percentage),
    WithJsonSchema({"type": [*NUMBER, "string"], "pattern": _SPELLED}),
]
"""A quantity in per cent; in quotes the sign may be written too."""


class FigureClaim(Closed):
    """What the source itself concludes from a figure."""

    completion: Percentage | None = None
    """How far the target is reached, in per cent: 98.5, or "98.5 %"."""

    verdict: Verdict | None = None
    """Whether the target is reached."""

    points: Number | None = None
    """The points that it earns."""


class ScorecardClaim(Closed):
    """What the source itself concludes from all figures."""

    score: Number | None = None
    """The score, on the scale of the framework."""

    band: Line | None = None
    """The band, by its id or by its name in any language."""

    rank: Annotated[int, Field(ge=1)] | None = None
    """The rank; the best is 1."""

    rank_of: Annotated[int, Field(ge=1)] | None = None
    """Among how many, where the rank is one in another field: it is shown, and not checked."""

    label: Line | None = Field(default=None, alias="class")
    """A class that depends on the others, as a quartile: it is shown, and not computed."""


class Figure(Closed):
    """One figure as its source states it, or why there is none."""

    value: Amount | None = None
    """A number, or in quotes ">98", "<=5", "~722.95", "<~20000", "6.6..6.8", "12/18"; or done."""

    absent: Absence | None = None
    """Why there is no value; none of these is zero."""

    why: Text | None = None
    """More on why there is no value."""

    target: Targets | None = None
    """The unit's own target, which goes before the framework's; "none" where it has none."""

    target_period: TargetPeriod | None = None
    """By when a target without a period of its own is to be reached, and a claimed completion."""

    baseline: Amount | None = None
    """The unit's own baseline, which goes before the framework's."""

    source: Line | None = None
    """Where it is stated: the id of a source, with a place as in "report#p3"."""

    status: Status | None = None
    """How settled it is."""

    note: Text | None = None
    """What a reader should know about it."""

    claimed: FigureClaim | None = None
    """What the source itself concludes from it; it is computed anew and compared."""


HELD_AGAINST = ("target", "target_period", "baseline")
"""Keys of a figure that say what its value is held against; all others are of the value."""

AMOUNTS = frozenset(
    key
    for key, field in Figure.model_fields.items()
    if any(kind in (Amount, Number, Targets) for kind in get_args(field.annotation))
)
"""Keys of a figure that take numbers, which stand without quotes in a file."""


def _long_form(value: object) -> object:
    return value if isinstance(value, dict) else {"value": value}


Stated = Annotated[Figure, BeforeValidator(_long_form, json_schema_input_type=Amount | Figure)]
"""A figure; a bare value is its short form."""


class FigureDefaults(Closed):
    """What every figure has that does not say otherwise."""

    source: Line | None = None
    """Where they are stated: the id of a source, with a place as in "report#p3"."""

    status: Status | None = None
    """How settled they are."""

    target_period: TargetPeriod | None = None
    """By when targets without a period of their own are to be reached."""


class Remark(Closed):
    """What a report says without a number."""

    kind: RemarkKind
    """What it is about."""

    text: Text
    """What the report says: in quotes, or by language."""

    place: Text | None = None
    """Where in the unit it was seen: in quotes, or by language."""

    source: Line | None = None
    """Where it is stated, as "report" or "report#p2"."""


class Scorecard(Closed):
    """The figures of one unit for one period, under one framework."""

    format: Format
    """The version of the file format: 1."""

    framework: Line
    """A bundled framework's id, or the path of a .toml file, from this file."""

    period: When
    """The period of its figures: 2025, 2025-H1, 2025-Q2, 2025-06, 2021/2025, 2026-01/2026-09."""

    track: Slug | None = None
    """Whose judgement it is: self, appraised, survey, or another; each is a scorecard by itself."""

    unit: Unit
    """Whose figures they are."""

    sources: dict[Slug, Source] = Field(default_factory=no_keys)
    """The documents that figures are taken from, by id."""

    claimed: ScorecardClaim | None = None
    """What the source itself concludes from all figures; it is computed anew and compared."""

    defaults: FigureDefaults | None = None
    """What every figure has that does not say otherwise."""

    figures: dict[str, Stated]
    """The figures, by the id of their indicator; a bare value is the short form of one."""

    remarks: list[Remark] = Field(default_factory=no_items)
    """What the reports say without a number."""

    ignore: dict[str, Line] = Field(default_factory=no_keys)
    """Codes of findings that are left out in this file, each with the reason."""

    @model_validator(mode="before")
    @classmethod
    def _with_defaults(cls, value: object) -> object:
        return with_defaults(value, "figures")
