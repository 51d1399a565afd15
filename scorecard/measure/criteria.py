"""What indicators are measured by, worked out once for all units of a framework."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from scorecard.measure.target import ANYTHING, Threshold, limits, targets_of
from scorecard.model.framework import Framework, Indicator
from scorecard.numbers.interval import Interval
from scorecard.numbers.quantity import bounds

FRAMEWORKS = 16
"""How many frameworks are remembered; more are seldom open at once."""


@dataclass(frozen=True, eq=False)
class Criterion:
    """An indicator with its own limits, targets and baseline as numbers; it equals itself alone.

    `points`, `cap` and `near` are the framework's, as exact points and shares. `like` is the
    first criterion of the framework by which every value comes to the same as by this.
    """

    indicator: Indicator
    limits: Interval
    targets: tuple[Threshold, ...]
    baseline: Interval | None
    points: Fraction
    cap: Fraction
    near: Fraction
    like: "Criterion | None" = None


class Same:
    """A framework that equals itself alone, so that it need not be compared key by key."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework

    def __hash__(self) -> int:
        return id(self.framework)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.framework is other.framework


def criterion(indicator: Indicator, framework: Framework) -> Criterion:
    """Return what one indicator is measured by."""
    stated = indicator.baseline
    return Criterion(
        indicator=indicator,
        limits=limits(indicator),
        targets=tuple(targets_of(None, indicator)),
        baseline=None if stated is None else bounds(stated, ANYTHING, percent=indicator.percent),
        points=Fraction(indicator.points),
        cap=Fraction(framework.scoring.cap),
        near=Fraction(framework.scoring.near),
    )


def criteria(framework: Framework) -> tuple[Criterion, ...]:
    """Return what each indicator of a framework is measured by, in their order."""
    return _criteria(Same(framework))


@lru_cache(maxsize=FRAMEWORKS)
def _criteria(same: Same) -> tuple[Criterion, ...]:
    found: list[Criterion] = []
    first: dict[str, Criterion] = {}
    for indicator in same.framework.indicators:
        own = criterion(indicator, same.framework)
        decisive = repr(indicator.model_dump(exclude={"id", "group", "name", "parts"}))
        found.append(replace(own, like=first.setdefault(decisive, own)))
    return tuple(found)
