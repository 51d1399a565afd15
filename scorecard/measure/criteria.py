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
class Criterion:
    """An indicator with its own limits, targets and baseline as numbers; it equals itself alone.

    `points`, `cap` and `near` are the framework's, as exact points and shares. `timed` says whether
    the period of a figure matters. `like` is the first criterion of the framework by which every
    value comes to the same as by this one; None where that is this one itself.
    """

    indicator: Indicator
    limits: Interval
    targets: tuple[Threshold, ...]
    baseline: Interval | None
    points: Fraction
    cap: Fraction
    near: Fraction
    timed: bool
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
    stated, targets = indicator.baseline, tuple(targets_of(None, indicator))
    return Criterion(
        indicator=indicator,
        limits=limits(indicator),
        targets=targets,
        baseline=None if stated is None else bounds(stated, ANYTHING, percent=indicator.percent),
        points=Fraction(indicator.points),
        cap=Fraction(framework.scoring.cap),
        near=Fraction(framework.scoring.near),
        timed=any(target.period for target in targets),
    )


def criteria(framework: Framework) -> tuple[Criterion, ...]:
    """Return what each indicator of a framework is measured by, in their order."""
    return _criteria(Same(framework))


@lru_cache(maxsize=FRAMEWORKS)
def _criteria(same: Same) -> tuple[Criterion, ...]:
    framework, found = same.framework, []
    first: dict[object, Criterion] = {}
    for indicator in framework.indicators:
        new = criterion(indicator, framework)
        like = first.setdefault(_decisive(new), new)
        found.append(new if like is new else replace(new, like=like))
    return tuple(found)


def _decisive(of: Criterion) -> object:
    """Return all that decides what a value comes to: not the name of the indicator, but its kind.

    A flow has a pace towards a target of a longer period, a stock or a rate has none.
    """
    own = of.indicator
    steps = tuple((start, share) for start, share in own.steps)
    judged = (own.percent, own.kind, own.direction, own.method, steps)
    return (*judged, of.limits, of.targets, of.baseline, of.points, of.cap)
