"""What the bounds of a value say about its target, and nothing more."""

from scorecard.measure.target import Threshold
from scorecard.model.framework import Indicator
from scorecard.model.scorecard import Verdict
from scorecard.numbers.interval import Interval, above, at_least, exactly, inside


def verdict(value: Interval, target: Threshold | None, indicator: Indicator) -> Verdict | None:
    """Return the verdict on a value; None where nobody set a target.

    A value surpasses a target beyond the farther edge of its range only, and a strict target is
    reached beyond its number only.
    """
    if indicator.direction == "none":
        return None
    if indicator.method == "yes-no":
        return None if target is None else named(inside(value, target.bounds))
    if target is None or target.scale:
        return None
    if indicator.method == "within":
        return named(inside(value, target.bounds))
    nearer, farther = exactly(target.nearer), exactly(target.farther)
    if indicator.direction == "lower":
        reached = above(nearer, value) if target.strict else at_least(nearer, value)
        surpassed = above(farther, value)
    else:
        reached = above(value, nearer) if target.strict else at_least(value, nearer)
        surpassed = above(value, farther)
    return "exceeded" if surpassed else named(reached)


def of_completion(completion: Interval, indicator: Indicator) -> Verdict:
    """Return the verdict on a completion that the source states without its target."""
    if above(completion, exactly(1)) and indicator.method != "within":
        return "exceeded"
    return named(at_least(completion, exactly(1)))


def named(reached: bool | None) -> Verdict:
    """Return the verdict on what is surely reached, surely not, or undecided (None)."""
    return "undecided" if reached is None else "met" if reached else "not met"
