"""Where a target is reached and where it is surpassed."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from scorecard.model.framework import Direction, Indicator
from scorecard.model.scorecard import Figure
from scorecard.model.target import Basis, Target
from scorecard.numbers.interval import Interval
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import DONE, NOT_DONE, Form, Quantity, bounds, nothing_of_nothing

ANYTHING = Interval(None, None)
"""The limits of an indicator that has none."""

SCALES: frozenset[Basis] = frozenset(("ceiling", "maximum", "whole"))
"""Bases of what nobody set as a target: it gives completion and points, but no verdict."""

_HUNDRED = Quantity(Form.EXACT, Decimal(100))


class Threshold(NamedTuple):
    """A target, or the end of a scale, as numbers.

    `nearer` is where it is reached and `farther` where it is surpassed, in the unit of the
    indicator; a strict target (`">95"`) is reached beyond `nearer` only. `bounds` are all values
    that it names. The period is by when it is to be reached, where that is not the figure's own.
    """

    stated: Quantity
    basis: Basis
    bounds: Interval
    nearer: Fraction
    farther: Fraction
    strict: bool = False
    approximate: bool = False
    source: str | None = None
    period: Period | str | None = None
    id: str | None = None

    @property
    def scale(self) -> bool:
        """Whether it is the end of a scale, which nobody set as a target."""
        return self.basis in SCALES


def limits(indicator: Indicator, figure: Figure | None = None) -> Interval:
    """Return the values that an indicator can have, or one figure of it.

    They are those that the framework states; else from 0 to the end of a scale, and from 0 for a
    count.
    """
    if indicator.limits is not None:
        low, high = indicator.limits
        return Interval(Fraction(low), Fraction(high))
    for first in (*decisive(None, indicator)[:1], *decisive(figure, indicator)[:1]):
        exact = first.value.form is Form.EXACT
        if first.basis in SCALES and exact and first.value.first > 0:
            return Interval(Fraction(0), Fraction(first.value.first))
    return Interval(Fraction(0), None) if indicator.counted else ANYTHING


def decisive(figure: Figure | None, indicator: Indicator) -> list[Target]:
    """Return the targets of a figure, the one that decides first; empty where there is none.

    A figure's own targets go before the framework's. The whole of its share (12 of 18) is the end
    of its scale where the framework has no target for all.
    """
    if figure and figure.target:
        usual = figure.target_period
        return [each if each.period else _dated(each, usual) for each in figure.target]
    if isinstance(indicator.target, list) and indicator.target:
        return indicator.target
    if indicator.method == "yes-no":
        return [Target(value=NOT_DONE if indicator.direction == "lower" else DONE)]
    value = figure.value if figure else None
    if value is None or value.form is not Form.SHARE or indicator.direction != "higher":
        return []
    nothing = nothing_of_nothing(value) and not indicator.percent
    if nothing or indicator.method not in ("ratio", "baseline"):
        return []
    whole = Quantity(Form.EXACT, value.second or Decimal(0))
    return [Target(value=_HUNDRED if indicator.percent else whole, basis="whole")]


def _dated(target: Target, period: object) -> Target:
    return target.model_copy(update={"period": period}) if period else target


def threshold(target: Target, indicator: Indicator, allowed: Interval) -> Threshold:
    """Return a target as numbers, cut to the limits, seen from where worse values lie."""
    named = bounds(target.value, allowed, percent=indicator.percent)
    nearer, farther = _edges(target.value, named, indicator.direction)
    strict = target.value.form in (Form.ABOVE, Form.BELOW)
    numbers = (named, nearer, farther, strict, named.approximate)
    return Threshold(target.value, target.basis, *numbers, target.source, target.period, target.id)


def _edges(stated: Quantity, named: Interval, direction: Direction) -> tuple[Fraction, Fraction]:
    if stated.form is Form.BETWEEN and stated.second is not None:
        low, high = Fraction(stated.first), Fraction(stated.second)
        return (high, low) if direction == "lower" else (low, high)
    if stated.form is Form.SHARE and named.low is not None:
        return named.low, named.low
    return Fraction(stated.first), Fraction(stated.first)
