"""Rules on figures: their values, targets and baselines can be what their indicator measures."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from scorecard.check.scales import (
    Pairs,
    Scale,
    Stated,
    pairs,
    scale,
    stated_by_figure,
    stated_by_indicator,
    wholes,
)
from scorecard.diagnostic import Finding, Path, Rule, Severity
from scorecard.digits import decimal_text
from scorecard.interval import overlap
from scorecard.measure.assessment import Assessment
from scorecard.measure.parts import mismatch
from scorecard.measure.target import ANYTHING, limits
from scorecard.model.framework import Framework
from scorecard.quantity import DONE, NOT_DONE, Form, Quantity, bounds, decimals, spell

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
PARTS = Rule(
    "SC405",
    Severity.ERROR,
    '"{name}" is {whole}, but its parts {parts} add up to {sum}',
    "check each of them against the source; rounding does not explain the difference",
)
MORE_THAN_ALL = Rule(
    "SC408",
    Severity.WARNING,
    "{value} is more than the whole: a share of {share} %",
    "check both numbers against the source, and that the part goes before the stroke",
)
DOTTED_THOUSANDS = Rule(
    "SC412",
    Severity.WARNING,
    "{value} is read with three decimals, as if its dot were a decimal mark",
    "if {meant} is meant, write it without a dot; if not, leave out the 0 at its end",
)
NO_COUNT = Rule(
    "SC409",
    Severity.ERROR,
    '{value} is no count, and "{name}" is counted',
    "{hint}",
)

# Looked up once: rules ask for them of every figure.
_EXACT, _DONE, _NOT_DONE, _SHARE = Form.EXACT, Form.DONE, Form.NOT_DONE, Form.SHARE
_ONE = Decimal(1)

_THOUSANDS = 3
"""How many digits stand between two marks for thousands."""


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
            yield Finding(VALUE_OR_ABSENT, path, {"name": name, "what": what}, on_key=True)


def wrong_values(figures: Pairs) -> Iterator[Finding]:
    """True and false go with yes-no indicators, and nothing else does."""
    for name, figure, allowed in figures:
        value = figure.value
        plain = value is None or (not allowed.yes_no and not _answers(value))
        if not plain or figure.target or figure.baseline is not None:
            yield from _wrong(stated_by_figure(name, figure), allowed)


def wrong_framework_values(framework: Framework) -> Iterator[Finding]:
    """A framework's targets and baselines are answers for yes-no indicators alone."""
    for position, indicator in enumerate(framework.indicators):
        yield from _wrong(stated_by_indicator(position, indicator), scale(indicator))


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
    for position, indicator in enumerate(framework.indicators):
        yield from _outside(stated_by_indicator(position, indicator), scale(indicator))


def counts(figures: Pairs) -> Iterator[Finding]:
    """What is counted is a whole number, and no dot stands between its thousands."""
    for name, figure, allowed in figures:
        value = figure.value
        if not allowed.counted or value is None or value.first.same_quantum(_ONE):
            continue
        thousands = _as_thousands(value) > 0
        whole = value.first == value.first.to_integral_value()
        if (whole and not thousands) or beyond(value, allowed):
            continue
        hint = "check the decimal mark and the unit against the source"
        if thousands:
            meant = f"{value.first:f}".replace(".", "")
            hint = f"if {meant} is meant, write it without a dot between the thousands"
        arguments = {"value": spell(value), "name": name, "hint": hint}
        yield Finding(NO_COUNT, ("figures", name, "value"), arguments)


def dotted_thousands(figures: Pairs) -> Iterator[Finding]:
    """No value or target looks as if a dot stood between its thousands: 20.000."""
    for name, figure, allowed in figures:
        if allowed.counted or allowed.percent:
            continue
        for path, stated in stated_by_figure(name, figure):
            if _as_thousands(stated) == 1 and f"{stated.first:f}".endswith("0"):
                meant = f"{stated.first:f}".replace(".", "")
                arguments = {"value": spell(stated), "meant": meant}
                yield Finding(DOTTED_THOUSANDS, path, arguments)


def _as_thousands(stated: Quantity) -> int:
    """Return how many groups of three digits stand behind the dot, where it can part thousands."""
    leading = f"{abs(stated.first):f}".partition(".")[0]
    groups, rest = divmod(decimals(stated), _THOUSANDS)
    return 0 if rest or leading == "0" or len(leading) > _THOUSANDS else groups


def shares(figures: Pairs) -> Iterator[Finding]:
    """A part is no more than its whole, where the indicator's limits do not say it already."""
    for name, figure, allowed in figures:
        value = figure.value
        if value is None or value.form is not _SHARE or not allowed.percent or allowed.limited:
            continue
        if value.second is not None and value.first > value.second:
            share = Fraction(value.first) / Fraction(value.second) * 100
            arguments = {"value": spell(value), "share": decimal_text(round(share, 2))}
            yield Finding(MORE_THAN_ALL, ("figures", name, "value"), arguments)


def parts_of_a_whole(assessment: Assessment) -> Iterator[Finding]:
    """The parts of a whole add up to it, within the rounding of their printed digits."""
    for indicator in wholes(assessment.framework):
        found = mismatch(assessment.scorecard, indicator)
        if found is None or not doubted(pairs(assessment)).isdisjoint(
            (indicator.id, *indicator.parts)
        ):
            continue
        arguments = {
            "name": indicator.id,
            "whole": spell(found.whole),
            "parts": " + ".join(spell(part) for part in found.parts),
            "sum": decimal_text(found.sum),
        }
        yield Finding(PARTS, ("figures", indicator.id, "value"), arguments)


def doubted(figures: Pairs) -> frozenset[str]:
    """Return the figures that are wrong by themselves, so that nothing else follows from them."""
    rules = (wrong_values, outside_limits, counts)
    return frozenset(str(finding.path[1]) for rule in rules for finding in rule(figures))


def beyond(quantity: Quantity, allowed: Scale) -> bool:
    """Whether a quantity names a value that its indicator cannot have."""
    if not allowed.limited or _answers(quantity):
        return False
    span = limits(allowed.indicator)
    stated = bounds(quantity, ANYTHING, percent=allowed.percent)
    ends = [end for end in (stated.low, stated.high) if end is not None]
    return not overlap(stated, span) or any(end not in span for end in ends)


def _between(value: Quantity, allowed: Scale) -> bool:
    """Whether all that a value names is surely in the limits."""
    if value.second is None:
        return allowed.low < value.first < allowed.high
    if value.form is _SHARE:
        return allowed.percent and allowed.parts and 0 <= value.first <= value.second
    return allowed.low < value.first and value.second < allowed.high


def _answers(quantity: Quantity) -> bool:
    return quantity.form is _DONE or quantity.form is _NOT_DONE


def _wrong(stated: Iterable[Stated], allowed: Scale) -> Iterator[Finding]:
    for path, quantity in stated:
        yes_no = quantity in (DONE, NOT_DONE)
        if yes_no != allowed.yes_no:
            unit = next(iter(allowed.indicator.unit.values())) if yes_no else "yes-no"
            hint = "write a number" if yes_no else "write true or false"
            arguments = {"value": spell(quantity), "unit": unit, "hint": hint}
            yield Finding(WRONG_VALUE, path, arguments)


def _outside(stated: Iterable[Stated], allowed: Scale) -> Iterator[Finding]:
    for path, quantity in stated:
        if beyond(quantity, allowed):
            arguments = {
                "value": spell(quantity),
                "name": allowed.indicator.id,
                "low": decimal_text(allowed.low),
                "high": decimal_text(allowed.high),
            }
            yield Finding(OUTSIDE_LIMITS, path, arguments)
