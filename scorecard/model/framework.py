"""A framework: what is measured, against which targets, and what counts how much."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from scorecard.model.fields import (
    ANY_LANGUAGE,
    Amount,
    Closed,
    Format,
    Line,
    Name,
    Number,
    Positive,
    Share,
    Slug,
    Text,
    When,
    refuse,
)

Kind = Literal["rate", "stock", "flow"]
"""How figures behave in time: a rate is never added, a stock is a state, a flow adds up."""

Direction = Literal["higher", "lower", "within", "none"]
"""Where better lies."""

Method = Literal["ratio", "baseline", "within", "yes-no", "steps"]
"""How a completion is computed from a value and a target."""

Basis = Literal["stated", "implied", "ceiling", "external"]
"""Where a target comes from."""


class Target(Closed):
    """What a figure should reach. `period` is given where it is another than the figure's."""

    value: Amount
    id: Name | None = None
    basis: Basis = "stated"
    source: Line | None = None
    period: When | None = None


def _targets(value: object) -> object:
    match value:
        case "none":
            return []
        case list():
            return value
        case dict():
            return [value]
    return [{"value": value}]


Targets = Annotated[list[Target], BeforeValidator(_targets)]
"""Targets of one figure, the one that decides first; empty where there is none."""


def _limits(value: list[Number]) -> list[Number]:
    if len(value) != 2 or value[0] >= value[1]:  # noqa: PLR2004 - a low and a high
        refuse("limits", "two numbers are needed, the lower first")
    return value


Limits = Annotated[list[Number], AfterValidator(_limits)]
"""The least and the greatest value that an indicator can have."""


def _step(value: list[Number]) -> list[Number]:
    if len(value) != 2 or not 0 <= value[1] <= 1:  # noqa: PLR2004 - from, share
        refuse("steps", "a step is [from, share of the points from 0 to 1]")
    return value


Step = Annotated[list[Number], AfterValidator(_step)]
"""From this value, this share of the points."""


class Scoring(Closed):
    """How completions become points, and points a class; all three are shares of 1."""

    cap: Positive = Decimal(1)
    coverage: Share = Decimal("0.8")
    near: Share = Decimal("0.9")


class Band(Closed):
    """A class of scores, from this per cent up to the next band's."""

    id: Name
    name: Text
    start: Number = Field(alias="from")


class Group(Closed):
    """Indicators that are read together."""

    id: Name
    name: Text


class Indicator(Closed):
    """One thing that is measured, the target that it is measured against, and what it counts."""

    id: Name
    group: Name
    name: Text
    unit: Text
    kind: Kind
    direction: Direction
    method: Method = "ratio"
    target: Targets = Field(default_factory=list)
    points: Positive = Decimal(1)
    limits: Limits | None = None
    parts: list[Name] = Field(default_factory=list)
    baseline: Amount | None = None
    steps: list[Step] = Field(default_factory=list)

    @property
    def percent(self) -> bool:
        """Whether values are percentages."""
        return self.unit.get(ANY_LANGUAGE) == "percent"


class Framework(Closed):
    """What is measured, in one edition."""

    format: Format
    id: Slug
    edition: Line
    name: Text
    basis: Text
    scoring: Scoring = Field(default_factory=Scoring)
    bands: list[Band] = Field(default_factory=list)
    groups: list[Group]
    indicators: list[Indicator]
