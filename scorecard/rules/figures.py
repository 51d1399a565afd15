"""Rules on figures: their values, targets and baselines can be what their indicator measures."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from scorecard.diagnostic import Finding, Path
from scorecard.measure.assessment import Assessment
from scorecard.measure.parts import mismatch
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.quantity import DONE, NOT_DONE, Form, Quantity, spell
from scorecard.rules.marks import counts
from scorecard.rules.scales import (
    Pairs,
    Scale,
    Stated,
    answers,
    beyond,
    pairs,
    stated_by_figure,
    stated_by_framework,
    wholes,
)

_SHARE = Form.SHARE


def value_or_absent(assessment: Assessment) -> Iterator[Finding]:
    """A figure has a value, or says why it has none."""
    for name, figure in assessment.scorecard.figures.items():
        if (figure.value is None) == (figure.absent is None):
            what = (
                "neither a value nor an absence"
                if figure.value is None
                else f'a value and is absent = "{figure.absent}" too'
            )
            path: Path = ("figures", name)
            yield Finding("SC401", path, {"name": name, "what": what}, on_key=True)


def wrong_values(figures: Pairs) -> Iterator[Finding]:
    """True and false go with yes-no indicators, and nothing else does."""
    for name, figure, allowed in figures:
        value = figure.value
        plain = value is None or (not allowed.yes_no and not answers(value))
        if not plain or figure.target or figure.baseline is not None:
            yield from _wrong(stated_by_figure(name, figure), allowed)


def wrong_framework_values(framework: Framework) -> Iterator[Finding]:
    """A framework's targets and baselines are answers for yes-no indicators alone."""
    for stated, allowed in stated_by_framework(framework):
        yield from _wrong(stated, allowed)


def outside_limits(figures: Pairs) -> Iterator[Finding]:
    """No value, target or baseline is beyond what the indicator can be."""
    for name, figure, allowed in figures:
        if not allowed.limited:
            continue
        value = figure.value
        plain = value is None or _between(value, allowed)
        if not plain or figure.target or figure.baseline is not None:
            yield from _outside(stated_by_figure(name, figure), allowed)


def framework_values_outside_limits(framework: Framework) -> Iterator[Finding]:
    """No target or baseline of a framework is beyond what its indicator can be."""
    for stated, allowed in stated_by_framework(framework):
        yield from _outside(stated, allowed)


def shares(figures: Pairs) -> Iterator[Finding]:
    """A part is no more than its whole, where the indicator's limits do not say it already."""
    for name, figure, allowed in figures:
        value = figure.value
        if value is None or value.form is not _SHARE or not allowed.percent or allowed.limited:
            continue
        if value.second is not None and value.first > value.second:
            share = Fraction(value.first) / Fraction(value.second) * 100
            arguments = {"value": spell(value), "share": decimal_text(round(share, 2))}
            yield Finding("SC408", ("figures", name, "value"), arguments)


def parts_of_a_whole(assessment: Assessment) -> Iterator[Finding]:
    """The parts of a whole add up to it, within the rounding of their printed digits."""
    for indicator in wholes(assessment.framework):
        found = mismatch(assessment.scorecard, indicator)
        if found is None or not wrong_by_value(pairs(assessment)).isdisjoint(
            (indicator.id, *indicator.parts)
        ):
            continue
        arguments = {
            "name": indicator.id,
            "whole": spell(found.whole),
            "parts": " + ".join(spell(part) for part in found.parts),
            "sum": decimal_text(found.sum),
        }
        yield Finding("SC405", ("figures", indicator.id, "value"), arguments)


def doubted(figures: Pairs) -> frozenset[str]:
    """Return the figures that are wrong by themselves, so that nothing else follows from them."""
    return frozenset(str(finding.path[1]) for finding in impossible(figures))


def wrong_by_value(figures: Pairs) -> frozenset[str]:
    """Return the figures whose own values are wrong: sums and jumps follow from no target."""
    found = (finding.path for finding in impossible(figures))
    return frozenset(str(path[1]) for path in found if path[2] == "value")


def impossible(figures: Pairs) -> list[Finding]:
    """Return what is wrong where figures state what their indicators cannot have."""
    return [each for rule in (wrong_values, outside_limits, counts) for each in rule(figures)]


def _between(value: Quantity, allowed: Scale) -> bool:
    """Whether all that a value names is surely in the limits."""
    if value.second is None:
        return allowed.low < value.first < allowed.high
    if value.form is _SHARE:
        return allowed.percent and allowed.parts and 0 <= value.first <= value.second
    return allowed.low < value.first and value.second < allowed.high


def _wrong(stated: Iterable[Stated], allowed: Scale) -> Iterator[Finding]:
    for path, quantity in stated:
        yes_no = quantity in (DONE, NOT_DONE)
        if yes_no != allowed.yes_no:
            unit = next(iter(allowed.indicator.unit.values())) if yes_no else "yes-no"
            hint = "write a number" if yes_no else "write true or false"
            arguments = {"value": spell(quantity), "unit": unit, "hint": hint}
            yield Finding("SC402", path, arguments)


def _outside(stated: Iterable[Stated], allowed: Scale) -> Iterator[Finding]:
    for path, quantity in stated:
        if beyond(quantity, allowed):
            arguments = {
                "value": spell(quantity),
                "name": allowed.indicator.id,
                "low": decimal_text(allowed.low),
                "high": decimal_text(allowed.high),
            }
            yield Finding("SC403", path, arguments)
