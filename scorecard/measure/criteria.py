"""What indicators are measured by, worked out once for all units of a framework."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from scorecard.measure.completion import ZERO, completion
from scorecard.measure.target import Threshold, decisive, limits, threshold
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Figure
from scorecard.numbers.interval import Interval, exactly
from scorecard.numbers.quantity import Quantity, bounds

Value = TypeVar("Value")

FRAMEWORKS = 16
"""How many frameworks are remembered; more are seldom open at once."""


class Same(Generic[Value]):
    """A value that equals itself alone, so that it need not be compared key by key."""

    def __init__(self, value: Value) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value


@dataclass(frozen=True)
class Criterion:
    """An indicator with its own limits, targets and baseline as numbers.

    `points`, `cap` and `near` are the framework's, as exact points and shares; the cap of a penalty
    is 1, as it can only be kept. `full_at_none` is whether 0/0 earns all points, and `left_out`
    whether missing figures leave the score. `like` is the first criterion of the framework by which
    every value comes to the same as by this.
    """

    indicator: Indicator
    limits: Interval
    targets: tuple[Threshold, ...]
    baseline: Interval | None
    points: Fraction
    cap: Fraction
    near: Fraction
    full_at_none: bool = False
    left_out: bool = False
    like: "Same[Criterion] | None" = field(default=None, compare=False)

    @cached_property
    def extra(self) -> bool:
        """Whether its points are a bonus or a penalty, which are in no maximum."""
        return self.indicator.bonus or self.points < 0

    @cached_property
    def end(self) -> Fraction:
        """The completion at the very end of its scale: of steps, the share of the highest."""
        shares = [Fraction(share) for _, share in self.indicator.steps]
        return max(shares) if self.indicator.method == "steps" and shares else Fraction(1)

    @cached_property
    def dated(self) -> bool:
        """Whether a target of it is for another period than the figure's own."""
        return any(target.period for target in self.targets)

    @cached_property
    def scored(self) -> bool:
        """Whether it earns points: it has them, a better side, and something to be held against."""
        indicator = self.indicator
        if not self.points or indicator.direction == "none":
            return False
        return indicator.method in ("yes-no", "steps") or bool(indicator.target)

    @cached_property
    def top(self) -> Fraction:
        """The largest share of the points, against the target that decides."""
        return most(self.targets[0] if self.targets else None, self)

    def of(self, figure: Figure) -> "Criterion":
        """Return what a figure with a target, a whole or a baseline of its own is measured by."""
        allowed = limits(self.indicator, figure)
        stated = decisive(figure, self.indicator)
        return replace(
            self,
            limits=allowed,
            targets=tuple(threshold(each, self.indicator, allowed) for each in stated),
            baseline=baseline(self.indicator, figure.baseline, allowed),
            like=None,
        )


def criterion(indicator: Indicator, framework: Framework) -> Criterion:
    """Return what one indicator is measured by."""
    allowed, scoring = limits(indicator), framework.scoring
    return Criterion(
        indicator=indicator,
        limits=allowed,
        targets=tuple(threshold(each, indicator, allowed) for each in decisive(None, indicator)),
        baseline=baseline(indicator, None, allowed),
        points=Fraction(indicator.points),
        cap=Fraction(scoring.cap if indicator.points >= 0 else 1),
        near=Fraction(scoring.near),
        full_at_none=scoring.zero_of_zero == "full",
        left_out=scoring.missing == "left-out",
    )


def baseline(indicator: Indicator, own: Quantity | None, allowed: Interval) -> Interval | None:
    """Return where a figure started from: its own baseline, else the indicator's."""
    stated = indicator.baseline if own is None else own
    return None if stated is None else bounds(stated, allowed, percent=indicator.percent)


def most(target: Threshold | None, by: Criterion) -> Fraction:
    """Return the largest share of the points that method, limits, target and cap allow."""
    indicator = by.indicator
    if indicator.method in ("yes-no", "within", "steps"):
        return by.end
    lower = indicator.direction == "lower"
    best = by.limits.low if lower else by.limits.high
    if target is None:
        return by.cap
    if indicator.method == "ratio" and (target.nearer < 0 or (target.nearer == 0 and not lower)):
        # Without a ratio all points are earned, or none.
        return Fraction(1)
    if best is None:
        return by.cap
    found = completion(exactly(best), target, indicator, by.baseline)
    return by.cap if found is None or found.high is None else min(max(found.high, ZERO), by.cap)


def criteria(framework: Framework) -> tuple[Criterion, ...]:
    """Return what each indicator of a framework is measured by, in their order."""
    return _criteria(Same(framework))


_IDLE = {"id", "group", "name", "short", "parts", "levels"}
"""Keys that change nothing of what a value comes to."""


@lru_cache(maxsize=FRAMEWORKS)
def _criteria(same: Same[Framework]) -> tuple[Criterion, ...]:
    found: list[Criterion] = []
    first: dict[str, Same[Criterion]] = {}
    for indicator in same.value.indicators:
        own = criterion(indicator, same.value)
        said = repr([value for key, value in indicator if key not in _IDLE])
        found.append(replace(own, like=first.setdefault(said, Same(own))))
    return tuple(found)
