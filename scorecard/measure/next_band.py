"""What a unit lacks for the next better band."""

from fractions import Fraction
from typing import NamedTuple

from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.completion import ZERO
from scorecard.measure.outcome import Measured
from scorecard.model.framework import Band
from scorecard.numbers.interval import order, over_one

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
    if assessment.unclassed or total.score is None or not framework.bands:
        return None
    certain = total.points.low or ZERO
    above = [
        band for band in framework.bands if Fraction(band.start) * total.most / HUNDRED > certain
    ]
    if not above:
        return None
    band = min(above, key=lambda each: each.start)
    missing = Fraction(band.start) * total.most / HUNDRED - certain
    return NextBand(band, missing, _gains(assessment, missing))


def _gains(assessment: Assessment, missing: Fraction) -> tuple[Gain, ...]:
    cap = Fraction(assessment.framework.scoring.cap)
    earned = [
        (item, _share(item.points.low or ZERO, item.most))
        for item in assessment.measured
        if item.points is not None
    ]
    open_ = [(item, share) for item, share in earned if order(share, cap) < 0]
    # Whole numbers are put in order faster than fractions.
    most, _ = over_one([item.most for item, _ in open_])
    shares, _ = over_one([share for _, share in open_])
    places = sorted(range(len(open_)), key=lambda place: (-most[place], shares[place]))
    rooms = [(open_[place][0], cap - open_[place][1]) for place in places[:MOST_GAINS]]
    gains: list[Gain] = []
    for item, room in rooms:
        gained = min(room, missing / item.most)
        if gained > 0:
            gains.append(Gain(item, cap - room, cap - room + gained, gained * item.most))
            missing -= gained * item.most
    return tuple(gains)


def _share(part: Fraction, whole: Fraction) -> Fraction:
    # What `/` of two fractions does, in half the time.
    return Fraction(part.numerator * whole.denominator, part.denominator * whole.numerator)
