"""Rules on frameworks: methods have what they need, and classes are in order."""

from itertools import pairwise

from scorecard.model.framework import Framework, Indicator
from scorecard.numbers.quantity import Form
from scorecard.rules.registry import Findings, finding, on_frameworks


@on_frameworks("SC501")
def methods(framework: Framework) -> Findings:
    """Each method has what it computes with."""
    for number, indicator in enumerate(framework.indicators):
        if needed := _needed(indicator):
            what, hint = needed
            said = {"method": indicator.method, "needed": what, "hint": hint}
            yield finding("SC501", "indicators", number, "method", **said)


@on_frameworks("SC502")
def external_targets(framework: Framework) -> Findings:
    """A target that was set elsewhere says where."""
    for number, indicator in enumerate(framework.indicators):
        for position, target in enumerate(indicator.target):
            if target.basis == "external" and target.source is None:
                yield finding("SC502", "indicators", number, "target", position)


@on_frameworks("SC503")
def order(framework: Framework) -> Findings:
    """Bands and steps are listed from the best down."""
    for number, (upper, lower) in enumerate(pairwise(framework.bands), start=1):
        if lower.start >= upper.start:
            said = {"what": "bands", "value": lower.start, "before": upper.start}
            yield finding("SC503", "bands", number, "from", **said)
    for position, indicator in enumerate(framework.indicators):
        for number, ((_, more), (_, less)) in enumerate(pairwise(indicator.steps), start=1):
            if less >= more:
                said = {"what": "steps", "value": less, "before": more}
                yield finding("SC503", "indicators", position, "steps", number, **said)


def _needed(indicator: Indicator) -> tuple[str, str] | None:
    match indicator.method:
        case "baseline" if indicator.baseline is None:
            return "a baseline", "add baseline = …, the value at the start"
        case "steps" if not indicator.steps:
            return "steps", "add steps = [[95, 1], [90, 0.5]]: from this value, this share"
        case "within" if any(target.value.form is not Form.BETWEEN for target in indicator.target):
            return "a range as target", 'write target = "6.6..6.8"'
    return None
