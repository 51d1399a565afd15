"""Rules on decimal marks: what is counted has none, and no dot stands between thousands."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from scorecard.check.scales import (
    Pairs,
    Scale,
    Stated,
    beyond,
    scale,
    stated_by_figure,
    stated_by_indicator,
)
from scorecard.diagnostic import Finding, Rule, Severity
from scorecard.model.framework import Framework
from scorecard.quantity import Form, Quantity, spell

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

_MAY_BE_THOUSANDS = r"-?[1-9][0-9]{0,2}\.(?:[0-9]{3})+"
_LOOKS_LIKE_THOUSANDS = r"-?[1-9][0-9]{0,2}\.[0-9]{2}0"

_SHARE = Form.SHARE
_ONE = Decimal(1)


def counts(figures: Pairs) -> Iterator[Finding]:
    """What is counted is a whole number, and no dot stands between its thousands.

    It may be measured against an average, but against no dotted thousands either.
    """
    for name, figure, allowed in figures:
        value = figure.value
        plain = value is None or (value.second is None and value.first.same_quantum(_ONE))
        if allowed.counted and not (plain and not figure.target and figure.baseline is None):
            yield from _no_counts(stated_by_figure(name, figure), allowed)


def framework_counts(framework: Framework) -> Iterator[Finding]:
    """No target or baseline of what is counted has a dot between its thousands."""
    for position, indicator in enumerate(framework.indicators):
        allowed = scale(indicator)
        if allowed.counted:
            yield from _no_counts(stated_by_indicator(position, indicator), allowed)


def dotted_thousands(figures: Pairs) -> Iterator[Finding]:
    """No value, target or baseline looks as if a dot stood between its thousands: 20.000."""
    for name, figure, allowed in figures:
        if not allowed.counted:
            yield from _dotted(stated_by_figure(name, figure), allowed)


def framework_dotted_thousands(framework: Framework) -> Iterator[Finding]:
    """No target or baseline of a framework looks as if a dot stood between its thousands."""
    for position, indicator in enumerate(framework.indicators):
        allowed = scale(indicator)
        if not allowed.counted:
            yield from _dotted(stated_by_indicator(position, indicator), allowed)


def _no_counts(stated: Iterable[Stated], allowed: Scale) -> Iterator[Finding]:
    for path, quantity in stated:
        meant = _meant(_MAY_BE_THOUSANDS, quantity)
        whole = path[2] != "value" or quantity.first == quantity.first.to_integral_value()
        if (whole and not meant) or beyond(quantity, allowed):
            continue
        hint = "check the decimal mark and the unit against the source"
        if meant:
            hint = f"if {meant} is meant, write it without a dot between the thousands"
        arguments = {"value": spell(quantity), "name": allowed.indicator.id, "hint": hint}
        yield Finding(NO_COUNT, path, arguments)


def _dotted(stated: Iterable[Stated], allowed: Scale) -> Iterator[Finding]:
    for path, quantity in stated:
        # A percentage has decimals, but the numbers of a share are what was counted.
        if not allowed.percent or quantity.form is _SHARE:
            meant = _meant(_LOOKS_LIKE_THOUSANDS, quantity)
            if meant:
                yield Finding(DOTTED_THOUSANDS, path, {"value": spell(quantity), "meant": meant})


def _meant(pattern: str, quantity: Quantity) -> str | None:
    """Return without its dot the first number of a quantity that the pattern describes."""
    numbers = (f"{each:f}" for each in (quantity.first, quantity.second) if each is not None)
    return next((each.replace(".", "") for each in numbers if re.fullmatch(pattern, each)), None)
