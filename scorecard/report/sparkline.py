"""The scores of a unit over time as a line of small bars."""

from collections.abc import Sequence
from fractions import Fraction

from scorecard.measure.assessment import Assessment
from scorecard.numbers.period import MONTHS
from scorecard.text.printable import Printable, printable

BARS = "▁▂▃▄▅▆▇█"

GAP = "·"
"""What stands for a period without a scorecard, or whose score is no single number."""

FEWEST = 3
"""How many scores make a line: what two of them say, the change says."""


def sparkline(history: Sequence[Assessment]) -> tuple[Printable, Assessment] | None:
    """Return bars from the lowest to the highest score, and the scorecard that the first is of.

    A score that bounds or an approximate figure leave open has no bar. There is no line where that
    is the last, or where too few are left.
    """
    known = {_place(each): each for each in history if _number(each) is not None}
    if len(known) < FEWEST or known.get(_place(history[-1])) is not history[-1]:
        return None
    first, last = min(known), max(known)
    scores = [_number(known[place]) if place in known else None for place in range(first, last + 1)]
    return _bars(scores), known[first]


def _bars(scores: Sequence[Fraction | None]) -> Printable:
    low = min(score for score in scores if score is not None)
    span = max(score for score in scores if score is not None) - low
    steps = [
        None if score is None else (score - low) / span if span else Fraction(1, 2)
        for score in scores
    ]
    top = len(BARS) - 1
    return printable("".join(GAP if step is None else BARS[round(step * top)] for step in steps))


def _place(assessment: Assessment) -> int:
    """Return the place of a scorecard on a line of years, or of longer times of equal length."""
    period = assessment.card.period
    return (period.start or 0) // max(period.months, MONTHS)


def _number(assessment: Assessment) -> Fraction | None:
    """Return a score that is one number; None where bounds or an approximate figure leave it."""
    score = assessment.total.score
    return None if score is None or score.approximate or score.low != score.high else score.low
