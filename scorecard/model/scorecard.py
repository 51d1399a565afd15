"""A scorecard: the figures of one unit for one period."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from scorecard.model.fields import (
    Amount,
    Closed,
    Format,
    Line,
    Name,
    Number,
    Slug,
    Text,
    Url,
    When,
)
from scorecard.model.framework import Targets

Level = Literal["nation", "region", "province", "district", "commune", "village", "agency"]
"""What kind of unit it is, the largest first."""

Absence = Literal["missing", "not-due", "not-applicable"]
"""Why a figure has no value; none of them is zero."""

Status = Literal["estimated", "preliminary", "final"]
"""How settled a figure is."""

Verdict = Literal["exceeded", "met", "not met", "undecided"]
"""What the bounds of a value say about its target."""

RemarkKind = Literal["model", "strength", "limit", "task", "praise"]
"""What a remark without a number is about."""


class Unit(Closed):
    """Whose figures they are. `codes` are its codes by code system, as text."""

    id: Slug
    name: Text
    level: Level
    parent: Slug | None = None
    codes: dict[Slug, Line] = Field(default_factory=dict)
    eligible: bool = True
    why: Text | None = None


class Source(Closed):
    """A document that figures are taken from."""

    title: Text
    publisher: Text | None = None
    published: date | None = None
    url: Url | None = None


def _percentage(value: object) -> object:
    return value.removesuffix("%").rstrip() if isinstance(value, str) else value


class FigureClaim(Closed):
    """What the source itself concludes from a figure; `completion` is in per cent."""

    completion: Annotated[Amount, BeforeValidator(_percentage)] | None = None
    verdict: Verdict | None = None
    points: Number | None = None


class ScorecardClaim(Closed):
    """What the source itself concludes from all figures; `score` is in per cent."""

    score: Number | None = None
    band: Name | None = None
    rank: Annotated[int, Field(ge=1)] | None = None


class Figure(Closed):
    """One figure as its source states it, or why there is none."""

    value: Amount | None = None
    absent: Absence | None = None
    why: Text | None = None
    target: Targets | None = None
    baseline: Amount | None = None
    source: Line | None = None
    status: Status | None = None
    note: Text | None = None
    claimed: FigureClaim | None = None


def _long_form(value: object) -> object:
    return value if isinstance(value, dict) else {"value": value}


class Remark(Closed):
    """What a report says without a number."""

    kind: RemarkKind
    text: Text
    place: Line | None = None
    source: Line | None = None


class Scorecard(Closed):
    """The figures of one unit for one period, under one framework."""

    format: Format
    framework: Line
    period: When
    unit: Unit
    sources: dict[Slug, Source] = Field(default_factory=dict)
    claimed: ScorecardClaim | None = None
    figures: dict[str, Annotated[Figure, BeforeValidator(_long_form)]]
    remarks: list[Remark] = Field(default_factory=list)
