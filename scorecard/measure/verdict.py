"""What the bounds of a value say about its target, and nothing more."""

from scorecard.measure.target import Threshold
from scorecard.model.framework import Indicator
from scorecard.model.scorecard import Verdict
from scorecard.numbers.interval import Interval, above, at_least, exactly, inside


def verdict(
    value: Interval, target: Threshold | None, completion: Interval | None, indicator: Indicator
) -> Verdict | None:
    """Return the verdict on a value; None where there is nothing to judge it by.

    A value surpasses a target only beyond the farther edge of its range. A table of steps
    without a target is met where it gives all its points.
    """
    if indicator.direction == "none":
        return None
    if indicator.method == "yes-no" or (indicator.method == "steps" and target is None):
        return None if completion is None else _named(at_least(completion, exactly(1)))
    if target is None:
        return None
    if indicator.method == "within" or indicator.direction == "within":
        return _named(inside(value, target.bounds))
    nearer, farther = exactly(target.nearer), exactly(target.farther)
    if indicator.direction == "lower":
        reached = above(nearer, value) if target.strict else at_least(nearer, value)
        surpassed = above(farther, value)
    else:
        reached = above(value, nearer) if target.strict else at_least(value, nearer)
        surpassed = above(value, farther)
    if surpassed and not target.strict:
        return "exceeded"
    return _named(reached)


def _named(reached: bool | None) -> Verdict:
    return "undecided" if reached is None else "met" if reached else "not met"
