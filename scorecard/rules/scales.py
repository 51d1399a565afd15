"""What values each indicator can have, worked out once for all scorecards of a framework."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from scorecard.diagnostic import Path
from scorecard.measure.criteria import FRAMEWORKS, Same
from scorecard.measure.target import ANYTHING, limits
from scorecard.model.fields import by_language
from scorecard.model.framework import Framework, Indicator, Target
from scorecard.model.scorecard import Figure
from scorecard.numbers.interval import overlap
from scorecard.numbers.quantity import Form, Quantity, bounds


class Scale(NamedTuple):
    """What values an indicator can have: within limits, answers of yes or no, counted."""

    indicator: Indicator
    percent: bool
    yes_no: bool
    counted: bool
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


def scale(indicator: Indicator) -> Scale:
    """Return what values an indicator can have; 0 to 0 where it has no limits."""
    yes_no = "yes-no" in by_language(indicator.unit).values() or indicator.method == "yes-no"
    limited = indicator.limits is not None
    low, high = indicator.limits or (Decimal(0), Decimal(0))
    return Scale(indicator, indicator.percent, yes_no, indicator.counted, limited, low, high)


def beyond(quantity: Quantity, allowed: Scale) -> bool:
    """Whether a quantity names a value that its indicator cannot have."""
    if not allowed.limited or answers(quantity):
        return False
    span = limits(allowed.indicator)
    stated = bounds(quantity, ANYTHING, percent=allowed.percent)
    ends = [end for end in (stated.low, stated.high) if end is not None]
    return not overlap(stated, span) or any(end not in span for end in ends)


_ANSWERS = (Form.DONE, Form.NOT_DONE)


def answers(quantity: Quantity) -> bool:
    """Whether a quantity is done or not done, and so no number."""
    return quantity.form in _ANSWERS


def framework_aims(framework: Framework) -> Iterator[Aim]:
    """Yield what a framework states for each indicator."""
    for position, each in enumerate(framework.indicators):
        yield Aim(("indicators", position), scale(each), each.target, each.baseline)


def scales(framework: Framework) -> Mapping[str, Scale]:
    """Return what values each indicator of a framework can have, by its id."""
    return _scales(Same(framework))


@lru_cache(maxsize=FRAMEWORKS)
def _scales(same: Same) -> Mapping[str, Scale]:
    return {each.id: scale(each) for each in same.framework.indicators}
