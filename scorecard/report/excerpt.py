"""Which units of a comparison are shown."""

from typing import NamedTuple

from scorecard.measure.comparison import Comparison
from scorecard.measure.field import Standing


class Excerpt(NamedTuple):
    """How many units are shown from the top and from the bottom; all where neither is said."""

    top: int | None = None
    bottom: int | None = None


class Shown(NamedTuple):
    """The units of a comparison that are shown, how many are not, and between which of them."""

    comparison: Comparison
    standings: tuple[Standing, ...]
    left_out: int = 0
    gap: int = 0


ALL = Excerpt()


def excerpt(comparison: Comparison, asked: Excerpt) -> Shown:
    """Return the units that are asked for, each once, and all that are tied with the last of them.

    Nothing but ids would tell those apart.
    """
    standings, (top, bottom) = comparison.standings, asked
    count = len(standings)
    first, last = (count, count) if asked == ALL else (min(top or 0, count), count - (bottom or 0))
    while 0 < first < count and comparison.tied(standings[first - 1], standings[first]):
        first += 1
    last = max(last, first)
    while first < last < count and comparison.tied(standings[last - 1], standings[last]):
        last -= 1
    shown, left_out = (*standings[:first], *standings[last:]), last - first
    return Shown(comparison, shown, left_out, first if left_out and last < count else 0)
