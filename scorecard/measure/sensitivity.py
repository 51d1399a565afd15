"""How much ranks hang on the weights: as COINr does it, by drawing other weights."""

import random
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.numbers.interval import exactly

if TYPE_CHECKING:
    import numpy as np

    Table = np.ndarray[Any, np.dtype[Any]]

DRAWS = 1000
SEED = 2026
SPREAD = 0.25
"""Each weight is drawn evenly from this share below to this share above its own."""

LOW, HIGH = 0.05, 0.95
"""The span that is printed leaves out this share of the draws at either side."""

# Scores that differ by less are equal: sums of floats differ in their last digits by machine.
_DECIMALS = 9


class Stability(NamedTuple):
    """How a unit's rank fares in the draws.

    `at_rank` is the share of draws in which it has the rank of the weights as they are; `best`
    and `worst` are the ends of the span that 90 % of the draws lie in.
    """

    at_rank: Fraction
    best: int
    worst: int


def sensitivity(assessments: Sequence[Assessment]) -> list[Stability]:
    """Draw other weights for units that are ranked, and rank them each time.

    W. Becker et al., "COINr: an R package for composite indicators", JOSS 7(78), 2022.

    Scores are intervals, so a draw gives each unit a best and a worst rank as the weights
    themselves do. Raise ModuleNotFoundError where numpy is not installed.
    """
    import numpy as np

    draw = random.Random(SEED)  # noqa: S311 - a draw that anyone can repeat
    points = [float(item.points) for item in assessments[0].framework.indicators]
    drawn = [
        [weight * draw.uniform(1 - SPREAD, 1 + SPREAD) for weight in points] for _ in range(DRAWS)
    ]
    weights = np.array([points, *drawn])
    low, high, counts = (np.array(table) for table in _earned(assessments))
    most = weights @ counts.T
    lows = np.round(weights @ low.T / most, _DECIMALS)
    highs = np.round(weights @ high.T / most, _DECIMALS)
    orders = lows.argsort(axis=1), highs.argsort(axis=1)
    best = 1 + _above(lows, highs, *orders)
    worst = best
    if not np.array_equal(lows, highs):
        worst = 1 + _above(highs, lows, *reversed(orders)) - (highs > lows)
    at_rank = ((best[1:] == best[0]) & (worst[1:] == worst[0])).sum(axis=0)
    lowest, highest = round(DRAWS * LOW), round(DRAWS * HIGH)
    ends = (
        np.partition(best[1:], lowest, axis=0)[lowest],
        np.partition(worst[1:], highest, axis=0)[highest],
    )
    return [
        Stability(Fraction(int(share), DRAWS), int(first), int(last))
        for share, first, last in zip(at_rank, *ends, strict=True)
    ]


def _above(ends: "Table", others: "Table", order: "Table", other_order: "Table") -> "Table":
    """Return by draw and unit how many of the ends are above the unit's other end.

    The orders sort each draw: looking up sorted numbers among sorted ones is what is fast.
    """
    found = order.copy()
    for number, row in enumerate(found):
        wanted = other_order[number]
        ordered = ends[number][order[number]]
        row[wanted] = ordered.size - ordered.searchsorted(others[number][wanted], "right")
    return found


def _earned(assessments: Sequence[Assessment]) -> tuple[list[list[float]], ...]:
    """Return by unit and indicator what is earned at least, at most, and whether it counts.

    The first two are shares of the indicator's points, the last is 1 or 0.
    """
    weights = [float(item.points) for item in assessments[0].framework.indicators]
    low: list[list[float]] = []
    high: list[list[float]] = []
    counts: list[list[float]] = []
    for assessment in assessments:
        earned = [item.points or exactly(0) for item in assessment.measured]
        pairs = list(zip(earned, weights, strict=True))
        # Points have ends.
        low.append([float(points.low or 0) / most for points, most in pairs])
        high.append([float(points.high or 0) / most for points, most in pairs])
        counts.append([float(item.points is not None) for item in assessment.measured])
    return low, high, counts
