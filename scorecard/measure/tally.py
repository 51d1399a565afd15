"""How many of the targets that somebody set are met."""

from collections import Counter
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


def coded(item: Measured) -> int:
    """Return what one target adds to a tally as a number below 64, for `added`."""
    if not in_tally(item):
        return 0
    if item.outcome.pending:
        return _OF + _PENDING
    met, exceeded = item.verdict in ("met", "exceeded"), item.verdict == "exceeded"
    perhaps = met or item.verdict in (None, "undecided")
    beyond = exceeded or perhaps_exceeded(item)
    return (
        _OF
        + (met and _MET)
        + (perhaps and _PERHAPS_MET)
        + (exceeded and _EXCEEDED)
        + (beyond and _PERHAPS_EXCEEDED)
    )


_BITS = _OF, _PENDING, _MET, _PERHAPS_MET, _EXCEEDED, _PERHAPS_EXCEEDED = 1, 2, 4, 8, 16, 32


def added(codes: Iterable[int]) -> Tally:
    """Return the tally of targets that are coded."""
    times = Counter(codes)
    of, pending, met, most_met, exceeded, most_exceeded = (
        sum(count for code, count in times.items() if code & bit) for bit in _BITS
    )
    return Tally((met, most_met), (exceeded, most_exceeded), pending, of)


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
