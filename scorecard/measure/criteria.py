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


@dataclass(frozen=True, slots=True, eq=False)
class Yardstick:
    """An indicator with its own limits, targets and baseline as numbers; it equals itself alone.

    `points`, `cap` and `near` are the framework's, as exact shares and points. It is timed where it
    matters for which period a figure is. `like` is the first
    of the framework's yardsticks by which every value comes to the same as by this one.
    """

    indicator: Indicator
    limits: Interval
    targets: tuple[Threshold, ...]
    baseline: Interval | None
    points: Fraction
    cap: Fraction
    near: Fraction
    timed: bool
    like: "Yardstick | None" = None


class Same:
    """A framework that equals itself alone, so that it need not be compared key by key."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework

    def __hash__(self) -> int:
        return id(self.framework)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.framework is other.framework


def yardstick(indicator: Indicator, framework: Framework) -> Yardstick:
    """Return what one indicator is measured by."""
    stated, targets = indicator.baseline, tuple(targets_of(None, indicator))
    return Yardstick(
        indicator=indicator,
        limits=limits(indicator),
        targets=targets,
        baseline=None if stated is None else bounds(stated, ANYTHING, percent=indicator.percent),
        points=Fraction(indicator.points),
        cap=Fraction(framework.scoring.cap),
        near=Fraction(framework.scoring.near),
        timed=any(target.period for target in targets),
    )


def yardsticks(framework: Framework) -> tuple[Yardstick, ...]:
    """Return what each indicator of a framework is measured by, in their order."""
    return _yardsticks(Same(framework))


@lru_cache(maxsize=FRAMEWORKS)
def _yardsticks(same: Same) -> tuple[Yardstick, ...]:
    framework, found = same.framework, []
    first: dict[object, Yardstick] = {}
    for indicator in framework.indicators:
        by = yardstick(indicator, framework)
        like = first.setdefault(_decisive(by), by)
        found.append(by if like is by else replace(by, like=like))
    return tuple(found)


def _decisive(by: Yardstick) -> object:
    """Return all that what becomes of a value hangs on: not how an indicator is called."""
    own = by.indicator
    steps = tuple((start, share) for start, share in own.steps)
    judged = (own.percent, own.kind, own.direction, own.method, steps)
    return (*judged, by.limits, by.targets, by.baseline, by.points, by.cap)
