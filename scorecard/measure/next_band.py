"""What a unit lacks for the next better band."""

from fractions import Fraction
from typing import NamedTuple

from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.completion import ZERO
from scorecard.measure.outcome import Measured
from scorecard.model.framework import Band

MOST_GAINS = 3
"""How many indicators are named."""


class Gain(NamedTuple):
    """One indicator brought further: completion earned for sure now and then, in shares of 1."""

    item: Measured
    now: Fraction
    then: Fraction
    points: Fraction


class NextBand(NamedTuple):
    """The next band, the points that are missing to it, and where they are nearest to be had.

    The gains may come to fewer points than are missing.
    """

    band: Band
    points: Fraction
    gains: tuple[Gain, ...]


def next_band(assessment: Assessment) -> NextBand | None:
    """Return what is missing from the band that is sure to the next; None above the highest.

    The points missing are counted from the low end of the score. The indicators are those that
    give them with the least completion to gain in sum: the ones of most points, and among
    equals the ones with most left to gain, so that they are few.
    """
    total, framework = assessment.total, assessment.framework
    if assessment.unclassed or total.score is None:
        return None
    certain = total.points.low or ZERO
    for band in sorted(framework.bands, key=lambda each: each.start):
        missing = Fraction(band.start) * total.most / HUNDRED - certain
        if missing > 0:
            return NextBand(band, missing, _gains(assessment, missing))
    return None


def _gains(assessment: Assessment, missing: Fraction) -> tuple[Gain, ...]:
    cap = Fraction(assessment.framework.scoring.cap)
    shares = [
        (item, (item.points.low or ZERO) / item.most)
        for item in assessment.measured
        if item.points is not None
    ]
    rooms = [(item, cap - share) for item, share in shares if share < cap]
    rooms.sort(key=lambda room: (room[0].most, room[1]), reverse=True)
    gains: list[Gain] = []
    for item, room in rooms[:MOST_GAINS]:
        gained = min(room, missing / item.most)
        if gained > 0:
            gains.append(Gain(item, cap - room, cap - room + gained, gained * item.most))
            missing -= gained * item.most
    return tuple(gains)
