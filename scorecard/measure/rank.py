"""Where each unit stands among the others, as far as the bounds decide it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from scorecard.numbers.interval import Interval, high_end, low_end


class Rank(NamedTuple):
    """The best and the worst rank that a unit may have; equal where the bounds decide.

    `of` counts all that are ranked. It is approximate where the score is: that decides no order
    among neighbours.
    """

    best: int
    worst: int
    of: int
    approximate: bool = False


def ranks(scores: Sequence[Interval | None]) -> list[Rank | None]:
    """Return the rank of each score among all; None for one that takes no part.

    Best is 1 + the scores surely above, worst 1 + the others possibly above; so equal exact
    scores share a rank, and the next is skipped (1 2 2 4).
    """
    taking_part = [score for score in scores if score is not None]
    lows = sorted(low_end(score) for score in taking_part)
    highs = sorted(high_end(score) for score in taking_part)

    def rank(score: Interval) -> Rank:
        low, high = low_end(score), high_end(score)
        surely = len(lows) - bisect_right(lows, high)
        possibly = len(highs) - bisect_right(highs, low)
        worst = 1 + possibly - (high > low)
        return Rank(1 + surely, worst, len(taking_part), score.approximate)

    return [None if score is None else rank(score) for score in scores]
