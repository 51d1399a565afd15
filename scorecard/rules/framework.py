"""Rules on frameworks: methods have what they need, and classes are in order."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from scorecard.i18n.sayings import say
from scorecard.model.framework import Framework, Indicator
from scorecard.model.target import Target
from scorecard.rules.registry import Findings, finding, on_frameworks

First = Literal["highest", "lowest"]
"""Which number of a list comes first."""


@on_frameworks("SC501")
def methods(framework: Framework) -> Findings:
    """Each method has what it computes with."""
    for number, indicator in enumerate(framework.indicators):
        if needed := _needed(indicator):
            what, hint = needed
            said = {"method": indicator.method, "needed": what, "hint": hint}
            yield finding("SC501", "indicators", number, "method", **said)


def stated_targets(indicator: Indicator) -> list[Target]:
    """Return the targets that a framework states for an indicator."""
    return indicator.target if isinstance(indicator.target, list) else []


@on_frameworks("SC502")
def external_targets(framework: Framework) -> Findings:
    """A target that was set elsewhere says where."""
    for number, indicator in enumerate(framework.indicators):
        for position, target in enumerate(stated_targets(indicator)):
            if target.basis == "external" and target.source is None:
                yield finding("SC502", "indicators", number, "target", position)


@on_frameworks("SC503")
def order(framework: Framework) -> Findings:
    """Bands and steps are listed from the best down; of each list the first slip is told."""
    starts = [band.start for band in framework.bands]
    if number := _astray(starts, "highest"):
        yield finding("SC503", "bands", number, "from", **_order("bands", starts, number))
    for position, indicator in enumerate(framework.indicators):
        first: First = "lowest" if indicator.direction == "lower" else "highest"
        starts, shares = ([step[end] for step in indicator.steps] for end in (0, 1))
        path = ("indicators", position, "steps")
        if number := _astray(starts, first):
            yield finding("SC503", *path, number, **_order("steps", starts, number, first))
        elif number := _astray(shares, "highest"):
            yield finding("SC503", *path, number, **_order("shares", shares, number))


def _astray(numbers: Sequence[Decimal], first: First) -> int:
    """Return the place of the first number that is out of order; 0 where none is."""
    for place, (before, value) in enumerate(pairwise(numbers), start=1):
        if value <= before if first == "lowest" else value >= before:
            return place
    return 0


def _order(
    what: str, numbers: Sequence[Decimal], place: int, first: First = "highest"
) -> Mapping[str, object]:
    before, value = numbers[place - 1 : place + 1]
    words = {"what": say(f"order.{what}"), "first": say(f"order.{first}")}
    return {**words, "value": value, "before": before}


def _needed(indicator: Indicator) -> tuple[str, str] | None:
    match indicator.method:
        case "within" if indicator.direction != "within":
            # What it is to be first has to be settled.
            return None
        case "baseline" if indicator.baseline is None:
            return say("method.baseline"), say("hint.add-baseline")
        case "steps" if not indicator.steps:
            return say("method.steps"), say("hint.add-steps")
        case "within" | "baseline" if not indicator.target:
            return say("method.target"), say("hint.add-target")
    return None
