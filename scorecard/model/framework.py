"""A framework: what is measured, against which targets, and what counts how much."""

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from scorecard.i18n.sayings import say
from scorecard.model.editions import Comparable, Track
from scorecard.model.fields import (
    NUMBER,
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
    WordOr,
    by_language,
    no_items,
    no_keys,
    refuse,
    with_defaults,
)
from scorecard.model.level import Level
from scorecard.model.target import SharedTargets

Kind = Literal["rate", "stock", "flow"]
"""How figures behave in time: a rate is never added, a stock is a state, a flow adds up."""

Direction = Literal["higher", "lower", "within", "none"]
"""Where better lies."""

Method = Literal["ratio", "baseline", "within", "yes-no", "steps"]
"""How a completion is computed from a value and a target."""

Assumed = Literal["weights", "bands"]
"""What a framework has that no document states."""


def _limits(value: list[Number]) -> list[Number]:
    if len(value) != 2 or value[0] >= value[1]:  # noqa: PLR2004 - a low and a high
        refuse("limits", say("shape.limits"))
    return value


Limits = Annotated[
    list[Number],
    AfterValidator(_limits),
    WithJsonSchema({"type": "array", "items": {"type": NUMBER}, "minItems": 2, "maxItems": 2}),
]
"""The least and the greatest value that an indicator can have."""


def _step(value: list[Number]) -> list[Number]:
    if len(value) != 2 or not 0 <= value[1] <= 1:  # noqa: PLR2004 - from, share
        refuse("steps", say("shape.step"))
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
    """How completions become points, and points a class; cap, coverage and near are of 1."""

    cap: Positive = Decimal(1)
    """Up to here a completion earns points; whatever is beyond is shown all the same."""

    scale: Positive = Decimal(100)
    """What a full score is: scores are printed, claimed and banded on this scale."""

    missing: Literal["unknown", "left-out"] = "unknown"
    """What a missing figure is to the score: open, or left out of it where the rules say so."""

    zero_of_zero: Literal["not-applicable", "full"] = "not-applicable"
    """What 0/0 is: "full" where the rules say that it earns all points."""

    coverage: Share = Decimal("0.8")
    """Where less than this share of the points is reported, there is no band and no rank."""

    near: Share = Decimal("0.9")
    """From here up to 1 a completion is near its target."""


def _usual_scoring() -> Scoring:
    return Scoring()


Requires = Annotated[
    list[Name] | Literal["all"],
    WordOr("all", list[Name]),
    WithJsonSchema({"type": ["array", "string"], "items": {"type": "string"}, "pattern": "^all$"}),
]
"""Indicators by their ids, or "all"."""


class Band(Closed):
    """A class of scores, from this one up to the next band's."""

    id: Name
    """Its short name: small letters, digits and _."""

    name: Text
    """Its name: in quotes, or by language."""

    start: Number = Field(alias="from")
    """The least score in it, on the scale of the framework."""

    requires: Requires = Field(default_factory=no_items)
    """The indicators whose targets must be met and whose scales be full for it, or "all"."""


class Group(Closed):
    """Indicators that are read together."""

    id: Name
    """Its short name, which indicators refer to: small letters, digits and _."""

    name: Text
    """Its name: in quotes, or by language."""

    weight: Positive | None = None
    """What it weighs, however many of its points apply; for all groups or none."""


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

    short: Text | None = None
    """A shorter name, for headings."""

    kind: Kind = "stock"
    """How it behaves in time: a rate is never added, a stock is a state, a flow adds up."""

    direction: Direction = "higher"
    """Where better lies: higher, lower, within the target's range, or nowhere."""

    method: Method = "ratio"
    """How a completion is computed from a value and a target."""

    target: SharedTargets = Field(default_factory=no_items)
    """The target of every unit that states none itself; "own" or "none" where there is none."""

    points: Number = Decimal(1)
    """What it counts in the score: 0 is listed only, less than 0 is a penalty."""

    bonus: bool = False
    """Whether its points come on top of the score."""

    limits: Limits | None = None
    """The least and the greatest value that it can have, as [0, 100]."""

    parts: list[Name] = Field(default_factory=no_items)
    """The ids of the indicators that add up to it."""

    baseline: Amount | None = None
    """The value that progress is counted from, for the method "baseline"."""

    steps: list[Step] = Field(default_factory=no_items)
    """For the method "steps": from this value, this share of the points; the highest first."""

    levels: list[Level] = Field(default_factory=no_items)
    """The levels of units that it applies to; all where none is given."""

    @cached_property
    def percent(self) -> bool:
        """Whether values are percentages."""
        return self.unit == "percent"

    @cached_property
    def counted(self) -> bool:
        """Whether values are whole numbers of something."""
        return self.unit == "count"

    @cached_property
    def yes_no(self) -> bool:
        """Whether values are answers, done or not done."""
        return self.method == "yes-no" or "yes-no" in by_language(self.unit).values()


class IndicatorDefaults(Closed):
    """What every indicator has that does not say otherwise."""

    group: Name | None = None
    """The id of the group."""

    unit: Text | None = None
    """What indicators are measured in."""

    kind: Kind | None = None
    """How they behave in time."""

    direction: Direction | None = None
    """Where better lies."""

    method: Method | None = None
    """How completions are computed."""

    target: SharedTargets | None = None
    """The target of each."""

    points: Number | None = None
    """What each counts in the score."""

    bonus: bool | None = None
    """Whether their points come on top of the score."""

    limits: Limits | None = None
    """The least and the greatest value that each can have."""

    baseline: Amount | None = None
    """The value that progress is counted from."""

    steps: list[Step] | None = None
    """From each value, the share of the points."""

    levels: list[Level] | None = None
    """The levels of units that they apply to."""


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
    """The decision or document that it comes from."""

    assumed: list[Assumed] = Field(default_factory=no_items)
    """What no document states: "weights", "bands"."""

    scoring: Scoring = Field(default_factory=_usual_scoring)
    """How completions become points, and points a class."""

    comparable: Comparable | None = None
    """Which other editions can be compared with this one; none where it does not say so."""

    tracks: dict[Slug, Track] = Field(default_factory=no_keys)
    """Whose judgements there are, such as self and appraised, by the tracks of scorecards."""

    bands: list[Band] = Field(default_factory=no_items)
    """The classes of scores, the highest first."""

    groups: list[Group]
    """The groups of indicators, in the order of reading."""

    defaults: IndicatorDefaults | None = None
    """What every indicator has that does not say otherwise."""

    indicators: list[Indicator]
    """What is measured, in the order of reading."""

    @model_validator(mode="before")
    @classmethod
    def _with_defaults(cls, value: object) -> object:
        return with_defaults(value, "indicators")
