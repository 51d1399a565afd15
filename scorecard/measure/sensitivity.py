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
    lows, highs = (np.round(each, _DECIMALS) for each in _scores(assessments, draw))
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


def _scores(assessments: Sequence[Assessment], draw: random.Random) -> tuple["Table", "Table"]:
    """Return the low and high ends of the scores by draw and unit, the weights as they are first.

    A score is the mean of what the groups come to, by their weights where they have some, else by
    their points; bonuses and penalties come on top.
    """
    import numpy as np

    framework = assessments[0].framework
    points = [abs(float(item.points)) for item in framework.indicators]
    weighted = [float(group.weight) for group in framework.groups if group.weight is not None]
    weights = _drawn([*points, *weighted], draw)
    low, high, counts = (np.array(table) for table in _earned(assessments))
    extra = np.array([item.by.extra for item in assessments[0].measured])
    most, lows, highs = 0.0, 0.0, 0.0
    for number, places in enumerate(_places(assessments[0], apart=bool(weighted))):
        own = weights[:, places]
        due = own @ counts[:, places].T
        # What no unit has anything to show for weighs nothing.
        weight = weights[:, [len(points) + number]] * (due > 0) if weighted else due
        shares = weight / np.where(due > 0, due, 1)
        most = most + weight
        lows = lows + own @ low[:, places].T * shares
        highs = highs + own @ high[:, places].T * shares
    beside = weights[:, : len(points)] * extra
    ends = (lows + beside @ low.T, highs + beside @ high.T)
    at_least_none = (np.maximum(end / most, 0) for end in ends)
    return next(at_least_none), next(at_least_none)


def _drawn(weights: list[float], draw: random.Random) -> "Table":
    """Return weights as they are, and below them those of each draw."""
    import numpy as np

    drawn = [
        [weight * draw.uniform(1 - SPREAD, 1 + SPREAD) for weight in weights] for _ in range(DRAWS)
    ]
    return np.array([weights, *drawn])


def _places(assessment: Assessment, *, apart: bool) -> list[list[int]]:
    """Return the places of the indicators that are weighed together, extras not among them."""
    named = [(place, item) for place, item in enumerate(assessment.measured) if not item.extra]
    if not apart:
        return [[place for place, _ in named]]
    ids = [group.id for group in assessment.framework.groups]
    return [[place for place, item in named if item.indicator.group == name] for name in ids]


def _earned(assessments: Sequence[Assessment]) -> tuple[list[list[float]], ...]:
    """Return by unit and indicator what is earned at least, at most, and whether it counts.

    The first two are shares of the indicator's points, the last is 1 or 0.
    """
    weights = [abs(float(item.points)) or 1.0 for item in assessments[0].framework.indicators]
    low: list[list[float]] = []
    high: list[list[float]] = []
    counts: list[list[float]] = []
    for assessment in assessments:
        earned = [item.points or exactly(0) for item in assessment.measured]
        pairs = list(zip(earned, weights, strict=True))
        # Points have ends.
        low.append([float(points.low or 0) / most for points, most in pairs])
        high.append([float(points.high or 0) / most for points, most in pairs])
        counts.append([float(item.most > 0) for item in assessment.measured])
    return low, high, counts
