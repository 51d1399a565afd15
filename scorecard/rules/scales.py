"""What values each indicator can have, worked out once for all scorecards of a framework."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from scorecard.diagnostic import Path
from scorecard.measure.criteria import FRAMEWORKS, Same
from scorecard.measure.target import ANYTHING, limits
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Figure
from scorecard.model.target import Target
from scorecard.numbers.interval import Interval, overlap
from scorecard.numbers.quantity import EXACT, SHARE, Form, Quantity, bounds

_INFINITE = Decimal("Infinity")
_HUNDRED = Decimal(100)
_ANSWERS = (Form.DONE, Form.NOT_DONE)


class Scale(NamedTuple):
    """What values an indicator can have: within limits, answers of yes or no, counted.

    Without a limit, `low` or `high` is infinite; `limited` is whether there is one.
    """

    indicator: Indicator
    percent: bool
    yes_no: bool
    counted: bool
    limits: Interval
    limited: bool
    low: Decimal
    high: Decimal


class Aim(NamedTuple):
    """The targets and baseline of a figure or an indicator, and the path where that stands."""

    path: Path
    scale: Scale
    targets: Sequence[Target]
    baseline: Quantity | None
    figure: Figure | None = None


def scale(indicator: Indicator, figure: Figure | None = None) -> Scale:
    """Return what values an indicator can have, or one figure of it."""
    span = limits(indicator, figure)
    low, high = (_decimal(end) for end in (span.low, span.high))
    ends = (-_INFINITE if low is None else low, _INFINITE if high is None else high)
    limited = span != ANYTHING
    kinds = (indicator.percent, indicator.yes_no, indicator.counted)
    return Scale(indicator, *kinds, span, limited, *ends)


def _decimal(end: Fraction | None) -> Decimal | None:
    # Limits are decimals, so that nothing is lost.
    return None if end is None else Decimal(end.numerator) / Decimal(end.denominator)


def beyond(quantity: Quantity, allowed: Scale) -> bool:
    """Whether a quantity names a value that its indicator cannot have."""
    form, first, second = quantity
    # Of most figures a look at their numbers as they are printed is enough.
    if form is EXACT:
        return not allowed.low <= first <= allowed.high
    if not allowed.limited or form in _ANSWERS:
        return False
    if form is SHARE and allowed.percent:
        if second is not None and allowed.low <= 0 <= first <= second and allowed.high >= _HUNDRED:
            return False
    elif allowed.low < first < allowed.high and (second is None or second < allowed.high):
        return False
    stated = bounds(quantity, ANYTHING, percent=allowed.percent)
    if not overlap(stated, allowed.limits):
        return True
    # What is said on one side only is cut to the limits.
    ends = [] if None in (stated.low, stated.high) else [stated.low, stated.high]
    return any(end not in allowed.limits for end in ends)


def answers(quantity: Quantity) -> bool:
    """Whether a quantity is done or not done, and so no number."""
    return quantity.form in _ANSWERS


def impossible(quantity: Quantity, allowed: Scale) -> bool:
    """Whether a quantity is no value of its indicator, which is told by itself."""
    return answers(quantity) != allowed.yes_no or beyond(quantity, allowed)


def framework_aims(framework: Framework) -> Iterator[Aim]:
    """Yield what a framework states for each indicator."""
    for position, each in enumerate(framework.indicators):
        targets = each.target if isinstance(each.target, list) else ()
        yield Aim(("indicators", position), scale(each), targets, each.baseline)


def scales(framework: Framework) -> Mapping[str, Scale]:
    """Return what values each indicator of a framework can have, by its id."""
    return _scales(Same(framework))


@lru_cache(maxsize=FRAMEWORKS)
def _scales(same: Same[Framework]) -> Mapping[str, Scale]:
    return {each.id: scale(each) for each in same.value.indicators}
