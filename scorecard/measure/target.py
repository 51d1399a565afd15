"""Where a target is reached and where it is surpassed."""

from fractions import Fraction
from typing import NamedTuple

from scorecard.model.framework import Basis, Direction, Indicator, Target
from scorecard.model.scorecard import Figure
from scorecard.numbers.interval import Interval
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import Form, Quantity, bounds

ANYTHING = Interval(None, None)
"""The limits of an indicator that has none."""


class Threshold(NamedTuple):
    """A target as numbers.

    `nearer` is where it is reached and `farther` where it is surpassed, in the unit of the
    indicator; a strict target (`">95"`) is reached beyond `nearer` only, and as it asks for
    more than a number, nothing surpasses it. `bounds` are all values that it names.
    """

    stated: Quantity
    basis: Basis
    bounds: Interval
    nearer: Fraction
    farther: Fraction
    strict: bool = False
    approximate: bool = False
    source: str | None = None
    period: Period | None = None
    id: str | None = None


def limits(indicator: Indicator) -> Interval:
    """Return the values that an indicator can have."""
    if indicator.limits is None:
        return ANYTHING
    low, high = indicator.limits
    return Interval(Fraction(low), Fraction(high))


def targets_of(figure: Figure | None, indicator: Indicator) -> list[Threshold]:
    """Return the targets of a figure, the one that decides first; empty where none is stated.

    A figure's own targets go before the denominator of its share (12 of 18), and that before
    the framework's.
    """
    own = own_targets(figure, indicator) if figure else None
    stated = indicator.target if own is None else own
    return [threshold(target, indicator) for target in stated]


def own_targets(figure: Figure, indicator: Indicator) -> list[Target] | None:
    """Return the targets that a figure itself brings; None where the framework's count."""
    if figure.target is not None:
        return figure.target
    share = figure.value
    if share is None or share.form is not Form.SHARE or share.second is None or indicator.percent:
        return None
    return [Target(value=Quantity(Form.EXACT, share.second))]


def threshold(target: Target, indicator: Indicator) -> Threshold:
    """Return a target as numbers, seen from where worse values lie."""
    allowed = bounds(target.value, limits(indicator), percent=indicator.percent)
    nearer, farther = _edges(target.value, allowed, indicator.direction)
    strict = target.value.form in (Form.ABOVE, Form.BELOW)
    numbers = (allowed, nearer, farther, strict, allowed.approximate)
    return Threshold(target.value, target.basis, *numbers, target.source, target.period, target.id)


def _edges(stated: Quantity, allowed: Interval, direction: Direction) -> tuple[Fraction, Fraction]:
    if stated.form is Form.BETWEEN and stated.second is not None:
        low, high = Fraction(stated.first), Fraction(stated.second)
        return (high, low) if direction == "lower" else (low, high)
    if stated.form is Form.SHARE and allowed.low is not None:
        return allowed.low, allowed.low
    return Fraction(stated.first), Fraction(stated.first)
