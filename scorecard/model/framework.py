"""A framework: what is measured, against which targets, and what counts how much."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from scorecard.model.fields import (
    NUMBER,
    SPELLED,
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
    amount_schema,
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
    """What a figure should reach."""

    value: Amount
    """What is to be reached: a number, a bound like ">95", or a range like "6.6..6.8"."""

    id: Name | None = None
    """What tells it from the other targets of the same figure."""

    basis: Basis = "stated"
    """Where it comes from: "ceiling" is a share's natural limit, "external" is set elsewhere."""

    source: Line | None = None
    """Where it is stated, as "report" or "report#p3"; needed where it is external."""

    period: When | None = None
    """By when it is to be reached, where that is another period than the figure's."""


def _targets(value: object) -> object:
    if isinstance(value, list) or value == "none":
        return value if isinstance(value, list) else []
    return [value if isinstance(value, dict) else {"value": value}]


_Bare = Annotated[Amount, amount_schema(f"^none$|{SPELLED}")]

Targets = Annotated[
    list[Target], BeforeValidator(_targets, json_schema_input_type=_Bare | Target | list[Target])
]
"""Targets of one figure, the one that decides first; empty where there is none."""


def _limits(value: list[Number]) -> list[Number]:
    if len(value) != 2 or value[0] >= value[1]:  # noqa: PLR2004 - a low and a high
        refuse("limits", "two numbers are needed, the lower first")
    return value


Limits = Annotated[
    list[Number],
    AfterValidator(_limits),
    WithJsonSchema({"type": "array", "items": {"type": NUMBER}, "minItems": 2, "maxItems": 2}),
]
"""The least and the greatest value that an indicator can have."""


def _step(value: list[Number]) -> list[Number]:
    if len(value) != 2 or not 0 <= value[1] <= 1:  # noqa: PLR2004 - from, share
        refuse("steps", "a step is [from, share of the points from 0 to 1]")
    return value


Step = Annotated[
    list[Number],
    AfterValidator(_step),
    WithJsonSchema(
        {
            "type": "array",
            "items": [{"type": NUMBER}, {"type": NUMBER, "minimum": 0, "maximum": 1}],
            "minItems": 2,
            "maxItems": 2,
        }
    ),
]
"""From this value, this share of the points."""


class Scoring(Closed):
    """How completions become points, and points a class; all three are shares of 1."""

    cap: Positive = Decimal(1)
    """Up to here a completion earns points; whatever is beyond is shown all the same."""

    coverage: Share = Decimal("0.8")
    """Where less than this share of the points is reported, there is no band and no rank."""

    near: Share = Decimal("0.9")
    """From here up to 1 a completion is near its target."""


class Band(Closed):
    """A class of scores, from this per cent up to the next band's."""

    id: Name
    """Its short name: small letters, digits and _."""

    name: Text
    """Its name: in quotes, or by language."""

    start: Number = Field(alias="from")
    """The least score in it, in per cent."""


class Group(Closed):
    """Indicators that are read together."""

    id: Name
    """Its short name, which indicators refer to: small letters, digits and _."""

    name: Text
    """Its name: in quotes, or by language."""


class Indicator(Closed):
    """One thing that is measured, the target that it is measured against, and what it counts."""

    id: Name
    """Its short name, under which scorecards give its figure: small letters, digits and _."""

    group: Name
    """The id of its group."""

    name: Text
    """Its name: in quotes, or by language."""

    unit: Text
    """What it is measured in: "percent", "count", "points", "yes-no", or a label of any text."""

    kind: Kind
    """How it behaves in time: a rate is never added, a stock is a state, a flow adds up."""

    direction: Direction
    """Where better lies: higher, lower, within the target's range, or nowhere."""

    method: Method = "ratio"
    """How a completion is computed from a value and a target."""

    target: Targets = Field(default_factory=list)
    """The target of every unit that states none itself; "none" where there is none."""

    points: Positive = Decimal(1)
    """What it counts in the score."""

    limits: Limits | None = None
    """The least and the greatest value that it can have, as [0, 100]."""

    parts: list[Name] = Field(default_factory=list)
    """The ids of the indicators that add up to it."""

    baseline: Amount | None = None
    """The value that progress is counted from, for the method "baseline"."""

    steps: list[Step] = Field(default_factory=list)
    """For the method "steps": from this value, this share of the points; the highest first."""

    @property
    def percent(self) -> bool:
        """Whether values are percentages."""
        return self.unit == "percent"

    @property
    def counted(self) -> bool:
        """Whether values are whole numbers of something."""
        return self.unit == "count"


class Framework(Closed):
    """What is measured, in one edition."""

    format: Format
    """The version of the file format: 1."""

    id: Slug
    """Its short name, which scorecards refer to: small letters, digits and -."""

    edition: Line
    """Which edition it is; units are compared under the same edition only."""

    name: Text
    """Its name: in quotes, or by language."""

    basis: Text
    """The decision or document that it comes from; "assumed" where none states it."""

    scoring: Scoring = Field(default_factory=Scoring)
    """How completions become points, and points a class."""

    bands: list[Band] = Field(default_factory=list)
    """The classes of scores, the highest first."""

    groups: list[Group]
    """The groups of indicators, in the order of reading."""

    indicators: list[Indicator]
    """What is measured, in the order of reading."""
