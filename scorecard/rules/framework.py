"""Rules on frameworks: methods have what they need, and classes are in order."""

from itertools import pairwise

from scorecard.model.framework import Framework, Indicator
from scorecard.model.target import Target
from scorecard.rules.registry import Findings, finding, on_frameworks


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
    """Bands and steps are listed from the best down."""
    for number, (above, below) in enumerate(pairwise(framework.bands), start=1):
        if below.start >= above.start:
            said = {"what": "bands", "value": below.start, "before": above.start}
            yield finding("SC503", "bands", number, "from", **said)
    for position, indicator in enumerate(framework.indicators):
        lower = indicator.direction == "lower"
        for number, (upper, next_one) in enumerate(pairwise(indicator.steps), start=1):
            (before, more), (value, less) = upper, next_one
            if less >= more or (value <= before if lower else value >= before):
                said = {"what": "steps", "value": value, "before": before}
                yield finding("SC503", "indicators", position, "steps", number, **said)


def _needed(indicator: Indicator) -> tuple[str, str] | None:
    match indicator.method:
        case "baseline" if indicator.baseline is None:
            return "a baseline", "add baseline = …, the value at the start"
        case "steps" if not indicator.steps:
            return "steps", "add steps = [[95, 1], [90, 0.5]]: from this value, this share"
        case "within" | "baseline" if not indicator.target:
            return "a target", 'add target = …, or target = "own" where every figure brings its own'
    return None
