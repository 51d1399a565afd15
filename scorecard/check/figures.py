"""Rules on figures and targets: they can be what their indicator measures."""

from collections.abc import Iterator

from scorecard.diagnostic import Finding, Path, Rule, Severity
from scorecard.digits import decimal_text
from scorecard.interval import Interval, overlap
from scorecard.measure.assessment import Assessment
from scorecard.measure.outcome import Measured
from scorecard.measure.parts import mismatch
from scorecard.measure.target import ANYTHING, Threshold, limits, threshold
from scorecard.model.framework import Framework, Indicator
from scorecard.quantity import DONE, NOT_DONE, Quantity, bounds, spell

VALUE_OR_ABSENT = Rule(
    "SC401",
    Severity.ERROR,
    'the figure "{name}" has {what}',
    'give either value = … or absent = "missing", "not-due" or "not-applicable"',
)
WRONG_VALUE = Rule("SC402", Severity.ERROR, "{value} is no {unit} value", "{hint}")
OUTSIDE_LIMITS = Rule(
    "SC403",
    Severity.ERROR,
    '{value} is outside the limits of "{name}", {low} to {high}',
    "check the decimal mark and the unit against the source",
)
NO_RATIO = Rule(
    "SC404",
    Severity.ERROR,
    'nothing can be measured against the target {target} of "{name}"',
    "{hint}",
)
PARTS = Rule(
    "SC405",
    Severity.ERROR,
    '"{name}" is {whole}, but its parts {parts} add up to {sum}',
    "check each of them against the source; rounding does not explain the difference",
)


def value_or_absent(assessment: Assessment) -> Iterator[Finding]:
    """A figure has a value, or says why it has none."""
    for name, figure in assessment.scorecard.figures.items():
        if (figure.value is None) == (figure.absent is None):
            what = (
                "neither a value nor an absence"
                if figure.value is None
                else (f'a value and is absent = "{figure.absent}" too')
            )
            path: Path = ("figures", name)
            yield Finding(VALUE_OR_ABSENT, path, {"name": name, "what": what}, on_key=True)


def wrong_values(assessment: Assessment) -> Iterator[Finding]:
    """True and false go with yes-no indicators, and nothing else does."""
    for item in assessment.measured:
        for path, quantity in _quantities(item):
            yes_no = quantity in (DONE, NOT_DONE)
            if yes_no != _is_yes_no(item.indicator):
                unit = "yes-no" if not yes_no else next(iter(item.indicator.unit.values()))
                hint = "write a number" if yes_no else "write true or false"
                arguments = {"value": spell(quantity), "unit": unit, "hint": hint}
                yield Finding(WRONG_VALUE, path, arguments)


def outside_limits(assessment: Assessment) -> Iterator[Finding]:
    """No value or target is beyond what the indicator can be."""
    for item in assessment.measured:
        allowed = limits(item.indicator)
        for path, quantity in _quantities(item):
            stated = bounds(quantity, ANYTHING, percent=item.indicator.percent)
            if _beyond(stated, allowed):
                arguments = {
                    "value": spell(quantity),
                    "name": item.indicator.id,
                    "low": decimal_text(allowed.low or 0),
                    "high": decimal_text(allowed.high or 0),
                }
                yield Finding(OUTSIDE_LIMITS, path, arguments)


def targets_without_ratio(assessment: Assessment) -> Iterator[Finding]:
    """A figure's own target is one that a ratio can be taken of."""
    for item in assessment.measured:
        if item.figure is not None and item.figure.target is not None:
            for number, target in enumerate(item.targets):
                # A target outside the limits is told as that, and once.
                if overlap(target.bounds, limits(item.indicator)):
                    path: Path = ("figures", item.indicator.id, "target", number)
                    yield from _no_ratio(path, item.indicator, target)


def framework_targets_without_ratio(framework: Framework) -> Iterator[Finding]:
    """A framework's target is one that a ratio can be taken of."""
    for position, indicator in enumerate(framework.indicators):
        for number, target in enumerate(indicator.target):
            path: Path = ("indicators", position, "target", number)
            yield from _no_ratio(path, indicator, threshold(target, indicator))


def parts_of_a_whole(assessment: Assessment) -> Iterator[Finding]:
    """The parts of a whole add up to it, within the rounding of their printed digits."""
    for item in assessment.measured:
        found = mismatch(assessment.scorecard, item.indicator)
        if found:
            arguments = {
                "name": item.indicator.id,
                "whole": spell(found.whole),
                "parts": " + ".join(spell(part) for part in found.parts),
                "sum": decimal_text(found.sum),
            }
            yield Finding(PARTS, ("figures", item.indicator.id, "value"), arguments)


def _no_ratio(path: Path, indicator: Indicator, target: Threshold) -> Iterator[Finding]:
    lowest = 0 if indicator.direction == "lower" else None
    if indicator.method != "ratio" or indicator.direction in ("none", "within"):
        return
    if target.nearer > 0 or target.nearer == lowest:
        return
    arguments = {
        "target": spell(target.stated),
        "name": indicator.id,
        "hint": "check it against the source; where none is stated, leave the target out",
    }
    yield Finding(NO_RATIO, path, arguments)


def _quantities(item: Measured) -> Iterator[tuple[Path, Quantity]]:
    """Yield the quantities that a figure states itself, each with its path."""
    figure, name = item.figure, item.indicator.id
    if figure is None:
        return
    if figure.value is not None:
        yield ("figures", name, "value"), figure.value
    for number, target in enumerate(figure.target or ()):
        yield ("figures", name, "target", number, "value"), target.value


def _is_yes_no(indicator: Indicator) -> bool:
    return "yes-no" in indicator.unit.values() or indicator.method == "yes-no"


def _beyond(stated: Interval, allowed: Interval) -> bool:
    ends = [end for end in (stated.low, stated.high) if end is not None]
    return not overlap(stated, allowed) or any(end not in allowed for end in ends)
