"""The one word that says how a figure stands, the same in every format."""

from fractions import Fraction
from typing import Literal

from scorecard.model.scorecard import Verdict
from scorecard.numbers.interval import Interval, above, at_least, exactly, high_end, low_end

Mark = Literal[
    "exceeded",
    "met",
    "near",
    "perhaps near",
    "not met",
    "undecided",
    "on pace",
    "near pace",
    "behind",
    "pending",
    "full",
]
"""How a figure stands against its target, the pace to it, or the end of its scale."""


def of_verdict(verdict: Verdict | None, completion: Interval | None, near: Fraction) -> Mark | None:
    """Return the mark of a verdict: what is not met may be near, from this share on."""
    if verdict != "not met" or completion is None:
        return verdict
    edge = (0, near, 0)
    if low_end(completion) >= edge:
        return "near"
    return "perhaps near" if high_end(completion) >= edge else "not met"


def of_pace(pace: Interval, near: Fraction) -> Mark:
    """Return the mark of a pace; undecided where its bounds cross an edge."""
    if at_least(pace, exactly(1)):
        return "on pace"
    if above(exactly(near), pace):
        return "behind"
    surely_between = above(exactly(1), pace) and at_least(pace, exactly(near))
    return "near pace" if surely_between else "undecided"


def of_scale(completion: Interval | None, end: Fraction) -> Mark | None:
    """Return the mark of a scale, of which only the very end has one."""
    return "full" if completion and at_least(completion, exactly(end)) else None
