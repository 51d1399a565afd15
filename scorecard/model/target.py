"""A target, or the end of a scale: what a figure is held against."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from scorecard.model.fields import (
    SPELLED,
    Amount,
    Closed,
    Line,
    Name,
    TargetPeriod,
    WordOr,
    amount_schema,
)

Basis = Literal["stated", "implied", "external", "ceiling", "maximum", "whole"]
"""Where a target comes from; the last three are scales, which nobody set as a target."""


class Target(Closed):
    """What a figure should reach."""

    value: Amount
    """What is to be reached: a number, a bound like ">95", or a range like "6.6..6.8"."""

    id: Name | None = None
    """What tells it from the other targets of the same figure."""

    basis: Basis = "stated"
    """Where it comes from; "ceiling", "maximum" and "whole" are scales, and no targets."""

    source: Line | None = None
    """Where it is stated, as "report" or "report#p3"; needed where it is external."""

    period: TargetPeriod | None = None
    """By when it is to be reached, where that is another period than the figure's; or "year"."""


def _targets(value: object) -> object:
    if isinstance(value, list) or value == "none":
        return value if isinstance(value, list) else []
    return [value if isinstance(value, dict) else {"value": value}]


_Bare = Annotated[Amount, amount_schema(f"^none$|{SPELLED}")]

Targets = Annotated[
    list[Target], BeforeValidator(_targets, json_schema_input_type=_Bare | Target | list[Target])
]
"""Targets of one figure, the one that decides first; empty where there is none."""

_BareOrOwn = Annotated[Amount, amount_schema(f"^(?:none|own)$|{SPELLED}")]
_Shared = Annotated[
    list[Target],
    BeforeValidator(_targets, json_schema_input_type=_BareOrOwn | Target | list[Target]),
]
SharedTargets = Annotated[list[Target] | Literal["own"], WordOr("own", _Shared)]
"""Targets of all units; "own" where every figure brings its own."""
