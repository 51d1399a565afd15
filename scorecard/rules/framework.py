"""Rules on frameworks: methods have what they need, and classes are in order."""

from collections.abc import Iterator
from itertools import pairwise

from scorecard.diagnostic import Finding
from scorecard.model.framework import Framework, Indicator
from scorecard.numbers.quantity import Form
from scorecard.rules.registry import on_frameworks


@on_frameworks("SC501")
def methods(framework: Framework) -> Iterator[Finding]:
    """Each method has what it computes with."""
    for number, indicator in enumerate(framework.indicators):
        needed = _needed(indicator)
        if needed:
            arguments = {"method": indicator.method, "needed": needed[0], "hint": needed[1]}
            yield Finding("SC501", ("indicators", number, "method"), arguments)


@on_frameworks("SC502")
def external_targets(framework: Framework) -> Iterator[Finding]:
    """A target that was set elsewhere says where."""
    for number, indicator in enumerate(framework.indicators):
        for position, target in enumerate(indicator.target):
            if target.basis == "external" and target.source is None:
                yield Finding("SC502", ("indicators", number, "target", position))


@on_frameworks("SC503")
def order(framework: Framework) -> Iterator[Finding]:
    """Bands and steps are listed from the best down."""
    for number, (upper, lower) in enumerate(pairwise(framework.bands), start=1):
        if lower.start >= upper.start:
            arguments = {"what": "bands", "value": lower.start, "before": upper.start}
            yield Finding("SC503", ("bands", number, "from"), arguments)
    for position, indicator in enumerate(framework.indicators):
        shares = [share for _, share in indicator.steps]
        for number, (more, less) in enumerate(pairwise(shares), start=1):
            if less >= more:
                arguments = {"what": "steps", "value": less, "before": more}
                yield Finding("SC503", ("indicators", position, "steps", number), arguments)


def _needed(indicator: Indicator) -> tuple[str, str] | None:
    match indicator.method:
        case "baseline" if indicator.baseline is None:
            return "a baseline", "add baseline = …, the value at the start"
        case "steps" if not indicator.steps:
            return "steps", "add steps = [[95, 1], [90, 0.5]]: from this value, this share"
        case "within" if any(target.value.form is not Form.BETWEEN for target in indicator.target):
            return "a range as target", 'write target = "6.6..6.8"'
    return None
