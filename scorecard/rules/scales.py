"""What values each indicator can have, worked out once for all scorecards of a framework."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from scorecard.diagnostic import Path
from scorecard.measure.assessment import Assessment
from scorecard.measure.criteria import FRAMEWORKS, Same
from scorecard.measure.target import ANYTHING, limits
from scorecard.model.fields import ANY_LANGUAGE
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Figure
from scorecard.numbers.interval import overlap
from scorecard.numbers.quantity import Form, Quantity, bounds

# Looked up once: rules ask for them of every figure.
_DONE, _NOT_DONE = Form.DONE, Form.NOT_DONE


class Scale(NamedTuple):
    """What values an indicator can have: within limits, answers of yes or no, counted.

    One is aimless that measures by a target, but leaves it to each unit.
    """

    indicator: Indicator
    percent: bool
    yes_no: bool
    counted: bool
    aimless: bool
    limited: bool
    low: Decimal
    high: Decimal

    @property
    def parts(self) -> bool:
        """Whether any part of a whole is within the limits, in per cent."""
        return self.low <= 0 and self.high >= HUNDRED


HUNDRED = 100

Pair = tuple[str, Figure, Scale]
"""A figure by the id of its indicator, and the scale of that."""

Pairs = Sequence[Pair]

Stated = tuple[Path, Quantity]
"""A quantity, and where it stands."""


def pairs(assessment: Assessment) -> Pairs:
    """Return the figures whose indicators the framework has, in the order of the file."""
    known = scales(assessment.framework)
    return [
        (name, figure, known[name])
        for name, figure in assessment.scorecard.figures.items()
        if name in known
    ]


def scale(indicator: Indicator) -> Scale:
    """Return what values an indicator can have; 0 to 0 where it has no limits."""
    low, high = indicator.limits or (Decimal(0), Decimal(0))
    return Scale(
        indicator=indicator,
        percent=indicator.percent,
        yes_no="yes-no" in indicator.unit.values() or indicator.method == "yes-no",
        counted=indicator.unit.get(ANY_LANGUAGE) == "count",
        aimless=not indicator.target and indicator.method in ("baseline", "within"),
        limited=indicator.limits is not None,
        low=low,
        high=high,
    )


def stated_by_figure(name: str, figure: Figure) -> Iterator[Stated]:
    """Yield the quantities that a figure states itself: value, targets and baseline."""
    if figure.value is not None:
        yield ("figures", name, "value"), figure.value
    for number, target in enumerate(figure.target or ()):
        yield ("figures", name, "target", number, "value"), target.value
    if figure.baseline is not None:
        yield ("figures", name, "baseline"), figure.baseline


def stated_by_indicator(position: int, indicator: Indicator) -> Iterator[Stated]:
    """Yield the quantities that a framework states of an indicator: targets and baseline."""
    for number, target in enumerate(indicator.target):
        yield ("indicators", position, "target", number, "value"), target.value
    if indicator.baseline is not None:
        yield ("indicators", position, "baseline"), indicator.baseline


def stated_by_framework(framework: Framework) -> Iterator[tuple[Iterator[Stated], Scale]]:
    """Yield what a framework states of each indicator, beside the values that this can have."""
    for position, indicator in enumerate(framework.indicators):
        yield stated_by_indicator(position, indicator), scale(indicator)


def beyond(quantity: Quantity, allowed: Scale) -> bool:
    """Whether a quantity names a value that its indicator cannot have."""
    if not allowed.limited or answers(quantity):
        return False
    span = limits(allowed.indicator)
    stated = bounds(quantity, ANYTHING, percent=allowed.percent)
    ends = [end for end in (stated.low, stated.high) if end is not None]
    return not overlap(stated, span) or any(end not in span for end in ends)


def answers(quantity: Quantity) -> bool:
    """Whether a quantity is done or not done, and so no number."""
    return quantity.form is _DONE or quantity.form is _NOT_DONE


def scales(framework: Framework) -> Mapping[str, Scale]:
    """Return what values each indicator of a framework can have, by its id."""
    return _scales(Same(framework))


def wholes(framework: Framework) -> Sequence[Indicator]:
    """Return the indicators of a framework that have parts."""
    return _wholes(Same(framework))


@lru_cache(maxsize=FRAMEWORKS)
def _wholes(same: Same) -> Sequence[Indicator]:
    return [indicator for indicator in same.framework.indicators if indicator.parts]


@lru_cache(maxsize=FRAMEWORKS)
def _scales(same: Same) -> Mapping[str, Scale]:
    return {indicator.id: scale(indicator) for indicator in same.framework.indicators}
