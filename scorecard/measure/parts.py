"""Whether the parts of a whole add up to it, as far as printed digits tell."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from scorecard.measure.target import decisive, limits
from scorecard.model.framework import Indicator
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.interval import Interval, overlap, total
from scorecard.numbers.quantity import Form, Quantity, bounds, decimals


class Mismatch(NamedTuple):
    """A whole that its parts do not add up to, and the sum that they come to."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    sum: Decimal


def mismatch(scorecard: Scorecard, indicator: Indicator) -> Mismatch | None:
    """Compare a whole with the sum of its parts; None where they agree or one is absent.

    Each number stands for all that print alike, half a unit of its last digit either way; what is
    counted is not rounded.
    """
    names = (indicator.id, *indicator.parts)
    figures = [scorecard.figures[name] for name in names if name in scorecard.figures]
    stated = [figure.value for figure in figures if figure.value]
    if len(stated) < len(names) or not indicator.parts:
        return None
    whole, *parts = stated
    kind = {"percent": indicator.percent, "counted": indicator.counted}
    if overlap(as_rounded(whole, **kind), total(as_rounded(part, **kind) for part in parts)):
        return None
    return Mismatch(whole, tuple(parts), sum((part.first for part in parts), Decimal(0)))


def adds_up(indicator: Indicator) -> bool:
    """Whether values of several units can be added: a rate cannot, nor any percentage."""
    return indicator.kind != "rate" and not indicator.percent


def never_negative(indicator: Indicator) -> bool:
    """Whether no value can be below 0: by its limits, or as it is counted up over time."""
    lowest = limits(indicator).low
    if lowest is not None:
        return lowest >= 0
    targets = decisive(None, indicator)
    return indicator.kind == "flow" and all(target.value.first >= 0 for target in targets)


def as_rounded(quantity: Quantity, *, percent: bool, counted: bool = False) -> Interval:
    """Return all values that a quantity may have been rounded from; a count is itself alone."""
    allowed = bounds(quantity, Interval(None, None), percent=percent)
    exact = counted or quantity.form in (Form.SHARE, Form.DONE, Form.NOT_DONE)
    slack = Fraction(0 if exact else 1, 2 * 10 ** decimals(quantity))
    return Interval(
        None if allowed.low is None else allowed.low - slack,
        None if allowed.high is None else allowed.high + slack,
        approximate=allowed.approximate,
    )
