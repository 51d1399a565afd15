"""How many of the targets that somebody set are met."""

from collections.abc import Iterable
from typing import NamedTuple

from scorecard.measure.measured import Measured
from scorecard.numbers.interval import above, exactly


class Tally(NamedTuple):
    """Targets that somebody set and that apply: the fewest and most that are met, or exceeded.

    Those that are exceeded are among those that are met. Pending ones are counted by themselves,
    and are in `of` as well.
    """

    met: tuple[int, int]
    exceeded: tuple[int, int]
    pending: int
    of: int


def tally(items: Iterable[Measured]) -> Tally:
    """Count targets of one unit, or of one indicator."""
    asked = [item for item in items if in_tally(item)]
    pending = [item for item in asked if item.outcome.pending]
    due = [item for item in asked if not item.outcome.pending]
    met = sum(item.verdict in ("met", "exceeded") for item in due)
    perhaps_met = sum(item.verdict in (None, "undecided") for item in due)
    exceeded = sum(item.verdict == "exceeded" for item in due)
    beyond = sum(perhaps_exceeded(item) for item in due)
    return Tally((met, met + perhaps_met), (exceeded, exceeded + beyond), len(pending), len(asked))


def in_tally(item: Measured) -> bool:
    """Whether somebody set a target that applies, and that nothing makes unusable."""
    if not item.applies or item.error or item.indicator.direction == "none":
        return False
    if item.unnamed or (item.absent is None and item.value is None):
        # What is not named, and 0 of 0, has nothing to be met.
        return False
    if item.indicator.method == "steps":
        return False
    return item.outcome.reported or (item.target is not None and not item.target.scale)


def perhaps_exceeded(item: Measured) -> bool:
    """Whether a target that is not surely exceeded may be."""
    target, by = item.target, item.by
    if item.verdict not in (None, "met", "undecided") or by.indicator.method in (
        "yes-no",
        "within",
    ):
        return False
    if target is None:
        done = item.completion
        return done is None or above(done, exactly(1)) is None
    value = item.value if item.reported else None
    reached, farther = value or by.limits, exactly(target.farther)
    lower = by.indicator.direction == "lower"
    beyond = above(farther, reached) if lower else above(reached, farther)
    return beyond is not False
