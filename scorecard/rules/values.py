"""Rules on single quantities: each is one that its indicator can have, and is read as meant."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from scorecard.i18n import written
from scorecard.i18n.sayings import say
from scorecard.model.framework import Framework, Indicator
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.quantity import SHARE, Form, Quantity, spell
from scorecard.rules.registry import (
    Arguments,
    Findings,
    Role,
    finding,
    on_frameworks,
    on_quantities,
)
from scorecard.rules.scales import Scale, answers, beyond

_ONE = Decimal(1)

_MAY_BE_THOUSANDS = r"-?[1-9][0-9]{0,2}\.(?:[0-9]{3})+"
_LOOKS_LIKE_THOUSANDS = r"-?[1-9][0-9]{0,2}\.[0-9]{2}0"
_THOUSANDS_OF_PER_CENT = r"-?[1-9]\.[0-9]{2}0"


@on_quantities("SC402")
def wrong_values(stated: Quantity, allowed: Scale, _: Role) -> Arguments:
    """True and false go with yes-no indicators, and nothing else does."""
    answer = answers(stated)
    if answer == allowed.yes_no:
        return None
    unit = allowed.indicator.unit if answer else "yes-no"
    name = unit if isinstance(unit, str) else next(iter(unit.values()))
    hint = say("hint.number" if answer else "hint.answer")
    return {"value": spell(stated), "unit": name, "hint": hint}


@on_quantities("SC403")
def outside_limits(stated: Quantity, allowed: Scale, _: Role) -> Arguments:
    """No quantity is beyond what the indicator can be."""
    if not beyond(stated, allowed) or _above_whole(stated):
        return None
    low, high = decimal_text(allowed.low), allowed.high
    span = say("limits.or-more", low=low)
    if high.is_finite():
        span = say("limits.between", low=low, high=decimal_text(high))
    return {"value": spell(stated), "name": allowed.indicator.id, "limits": span}


@on_quantities("SC408")
def shares(stated: Quantity, allowed: Scale, _: Role) -> Arguments:
    """A part is no more than its whole, unless a dot between thousands makes it look so."""
    if stated.second is None or not _above_whole(stated):
        return None
    if allowed.counted and _meant(stated, allowed, _MAY_BE_THOUSANDS):
        return None
    share = Fraction(stated.first) / Fraction(stated.second) * 100
    return {"value": spell(stated), "share": written(decimal_text(round(share, 2)))}


def _above_whole(stated: Quantity) -> bool:
    return stated.form is SHARE and stated.second is not None and stated.first > stated.second


@on_quantities("SC409")
def counts(stated: Quantity, allowed: Scale, role: Role) -> Arguments:
    """What is counted is a whole number, and no dot stands between its thousands.

    It may be measured against an average, but against nothing that looks like dotted thousands.
    """
    if not allowed.counted:
        return None
    value = role == "value"
    negative = value and stated.first < 0 and not beyond(stated, allowed)
    whole = stated.second is None and stated.first.same_quantum(_ONE)
    if whole and not negative:
        return None
    meant = _meant(stated, allowed, _MAY_BE_THOUSANDS if value else _LOOKS_LIKE_THOUSANDS)
    # Of a share, the second number is what it aims at.
    ends = (stated.first, stated.second if stated.form is Form.BETWEEN else None)
    parted = value and any(end is not None and end != end.to_integral_value() for end in ends)
    if not (meant or parted or negative) or beyond(stated, allowed):
        return None
    hint = say("hint.check-unit")
    if meant:
        hint = say("hint.no-dot", meant=meant)
    return {"value": spell(stated), "name": allowed.indicator.id, "hint": hint}


@on_quantities("SC412")
def dotted_thousands(stated: Quantity, allowed: Scale, _: Role) -> Arguments:
    """No quantity looks as if a dot stood between its thousands: 20.000.

    A percentage has decimals, but the numbers of a share are what was counted.
    """
    if allowed.counted or (allowed.percent and stated.form is not SHARE):
        return None
    meant = _meant(stated, allowed, _LOOKS_LIKE_THOUSANDS)
    said = {"value": spell(stated), "meant": meant}
    return said if meant and not beyond(stated, allowed) and not _above_whole(stated) else None


@on_frameworks("SC412")
def dotted_limits_and_steps(framework: Framework) -> Findings:
    """Neither limits nor steps look as if a dot stood between their thousands."""
    for number, indicator in enumerate(framework.indicators):
        starts = [start for start, _ in indicator.steps]
        for place, said in _dotted(indicator.limits or [], indicator):
            yield finding("SC412", "indicators", number, "limits", place, **said)
        for place, said in _dotted(starts, indicator):
            yield finding("SC412", "indicators", number, "steps", place, 0, **said)


def _dotted(
    numbers: Iterable[Decimal], indicator: Indicator
) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Yield the places of numbers that look so, unless another one has decimals.

    Thousands of per cent are a slip, too, but tens of thousands are none.
    """
    printed = [f"{each:f}" for each in numbers]
    if any("." in each and not re.fullmatch(_MAY_BE_THOUSANDS, each) for each in printed):
        return
    pattern = _THOUSANDS_OF_PER_CENT if indicator.percent else _LOOKS_LIKE_THOUSANDS
    for place, each in enumerate(printed):
        if re.fullmatch(pattern, each):
            yield place, {"value": each, "meant": each.replace(".", "")}


def _meant(stated: Quantity, allowed: Scale, pattern: str) -> str | None:
    """Return a quantity without the dots of its numbers, where one of these is as described.

    None where its indicator cannot have that, where a number shows that dots are decimal marks,
    and for a share in per cent of two such numbers, as it is the same in both ways.
    """
    numbers = [f"{each:f}" for each in (stated.first, stated.second) if each is not None]
    if not any("." in each for each in numbers):
        return None
    dotted = [re.fullmatch(_MAY_BE_THOUSANDS, number) is not None for number in numbers]
    if any("." in each and not may for each, may in zip(numbers, dotted, strict=True)):
        return None
    same = allowed.percent and all(dotted)
    if same or not any(re.fullmatch(pattern, number) for number in numbers):
        return None
    without = [number.replace(".", "") for number in numbers]
    ends = [Decimal(number) for number in without]
    if stated.form is Form.BETWEEN and ends[0] > ends[1]:
        return None
    meant = Quantity(stated.form, *ends)
    if beyond(meant, allowed):
        return None
    return without[0] if stated.second is None else spell(meant)
