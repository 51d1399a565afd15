"""Rules on decimal marks: what is counted has none, and no dot stands between thousands."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from scorecard.diagnostic import Finding
from scorecard.model.framework import Framework
from scorecard.numbers.quantity import Form, Quantity, spell
from scorecard.rules.scales import (
    Pairs,
    Scale,
    Stated,
    beyond,
    stated_by_figure,
    stated_by_framework,
)

_MAY_BE_THOUSANDS = r"-?[1-9][0-9]{0,2}\.(?:[0-9]{3})+"
_LOOKS_LIKE_THOUSANDS = r"-?[1-9][0-9]{0,2}\.[0-9]{2}0"

_SHARE, _BETWEEN = Form.SHARE, Form.BETWEEN
_ONE, _TENTH, _HUNDREDTH = Decimal(1), Decimal("0.1"), Decimal("0.01")


def counts(figures: Pairs) -> Iterator[Finding]:
    """What is counted is a whole number, and no dot stands between its thousands.

    It may be measured against an average, but against nothing that looks like dotted thousands.
    """
    for name, figure, allowed in figures:
        value = figure.value
        plain = value is None or (value.second is None and value.first.same_quantum(_ONE))
        if allowed.counted and not (plain and not figure.target and figure.baseline is None):
            yield from _no_counts(stated_by_figure(name, figure), allowed)


def framework_counts(framework: Framework) -> Iterator[Finding]:
    """No target or baseline of what is counted has a dot between its thousands."""
    for stated, allowed in stated_by_framework(framework):
        if allowed.counted:
            yield from _no_counts(stated, allowed)


def dotted_thousands(figures: Pairs) -> Iterator[Finding]:
    """No value, target or baseline looks as if a dot stood between its thousands: 20.000."""
    for name, figure, allowed in figures:
        value = figure.value
        plain = value is None or _short(value)
        if not allowed.counted and not (plain and not figure.target and figure.baseline is None):
            yield from _dotted(stated_by_figure(name, figure), allowed)


def framework_dotted_thousands(framework: Framework) -> Iterator[Finding]:
    """No target or baseline of a framework looks as if a dot stood between its thousands."""
    for stated, allowed in stated_by_framework(framework):
        if not allowed.counted:
            yield from _dotted(stated, allowed)


def _no_counts(stated: Iterable[Stated], allowed: Scale) -> Iterator[Finding]:
    for path, quantity in stated:
        value = path[2] == "value"
        meant = _meant(quantity, allowed, _MAY_BE_THOUSANDS if value else _LOOKS_LIKE_THOUSANDS)
        if not (meant or (value and not _whole(quantity))) or beyond(quantity, allowed):
            continue
        hint = "check the decimal mark and the unit against the source"
        if meant:
            hint = f"if {meant} is meant, write it without a dot between the thousands"
        arguments = {"value": spell(quantity), "name": allowed.indicator.id, "hint": hint}
        yield Finding("SC409", path, arguments)


def _dotted(stated: Iterable[Stated], allowed: Scale) -> Iterator[Finding]:
    for path, quantity in stated:
        # A percentage has decimals, but the numbers of a share are what was counted.
        if allowed.percent and quantity.form is not _SHARE:
            continue
        meant = _meant(quantity, allowed, _LOOKS_LIKE_THOUSANDS)
        if meant and not beyond(quantity, allowed):
            yield Finding("SC412", path, {"value": spell(quantity), "meant": meant})


def _short(quantity: Quantity) -> bool:
    """Whether all numbers have fewer than three decimals, as nearly all have."""
    return all(
        number is None
        or number.same_quantum(_ONE)
        or number.same_quantum(_TENTH)
        or number.same_quantum(_HUNDREDTH)
        for number in (quantity.first, quantity.second)
    )


def _whole(quantity: Quantity) -> bool:
    """Whether a count is a whole number; of a share, the second one is what it aims at."""
    ends = (quantity.first, quantity.second if quantity.form is _BETWEEN else None)
    return all(end is None or end == end.to_integral_value() for end in ends)


def _meant(quantity: Quantity, allowed: Scale, pattern: str) -> str | None:
    """Return a quantity without the dots of its numbers, where one of these is as described.

    None where its indicator cannot have that, where a number shows that dots are decimal marks,
    and for a share in per cent of two such numbers, as it is the same in both ways.
    """
    numbers = [f"{each:f}" for each in (quantity.first, quantity.second) if each is not None]
    dotted = [re.fullmatch(_MAY_BE_THOUSANDS, number) is not None for number in numbers]
    if any("." in each and not may for each, may in zip(numbers, dotted, strict=True)):
        return None
    same = allowed.percent and all(dotted)
    if same or not any(re.fullmatch(pattern, number) for number in numbers):
        return None
    without = [number.replace(".", "") for number in numbers]
    ends = [Decimal(number) for number in without]
    if quantity.form is _BETWEEN and ends[0] > ends[1]:
        return None
    meant = Quantity(quantity.form, *ends)
    if beyond(meant, allowed):
        return None
    return without[0] if quantity.second is None else spell(meant)
