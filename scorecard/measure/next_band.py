"""What a unit lacks for the next better band."""

from collections.abc import Mapping
from fractions import Fraction
from heapq import nlargest
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.band import lowest_first, meets, reaches, required
from scorecard.measure.completion import ZERO
from scorecard.measure.measured import Measured
from scorecard.measure.outcome import ONE
from scorecard.model.framework import Band
from scorecard.numbers.interval import Interval, above

MOST_GAINS = 3
"""How many indicators are named."""


class Gain(NamedTuple):
    """One indicator brought further: the share of its points that is sure now, and then.

    `value` is what it takes, in the unit of the indicator; None where that is not known. `points`
    are what the score gains, of the most that it can be.
    """

    item: Measured
    now: Fraction
    then: Fraction
    value: Fraction | None
    points: Fraction


class NextBand(NamedTuple):
    """The next band, the points that are missing to it, and where they are nearest to be had.

    The gains may come to fewer points than are missing. `required` are the indicators that the
    band requires, and that are not surely reached.
    """

    band: Band
    points: Fraction
    gains: tuple[Gain, ...]
    required: tuple[Measured, ...] = ()


def next_band(assessment: Assessment) -> NextBand | None:
    """Return what is missing from the band that is sure to the next; None above the highest.

    The points missing are counted from the low end of the score. The indicators are those that
    give them with the least to gain in sum: the ones of most points, and among equals the ones
    with most left to gain, so that they are few. While a target is pending there is no way to one.
    """
    total, framework = assessment.total, assessment.framework
    if assessment.unclassed or assessment.pending or "bands" in framework.assumed:
        return None
    items = {item.indicator.id: item for item in assessment.measured}
    certain = total.points.low or ZERO
    for band in lowest_first(framework.bands):
        start = Fraction(band.start) * total.most / Fraction(framework.scoring.scale)
        missing = max(start - certain, ZERO)
        if missing or not meets(band, items):
            gains = _gains(assessment, missing)
            return NextBand(band, missing, gains, _unreached(band, items))
    return None


def _unreached(band: Band, items: Mapping[str, Measured]) -> tuple[Measured, ...]:
    return tuple(item for item in required(band, items) if not reaches(item))


def _gains(assessment: Assessment, missing: Fraction) -> tuple[Gain, ...]:
    worths = assessment.worths
    rooms = [
        (worths[item.indicator.id], room, now, item)
        for item in assessment.measured
        # 0/0 that earns all points has no value, and nothing to gain.
        if item.points is not None and not (item.reported and item.value is None)
        if (room := item.by.top - (now := _sure(item))) > 0
    ]
    gains: list[Gain] = []
    for worth, room, now, item in nlargest(MOST_GAINS, rooms, key=lambda room: room[:2]):
        if missing <= 0:
            break
        then = _reachable(item, now, min(room, missing / worth))
        gains.append(Gain(item, now, then, _value(item, then), (then - now) * worth))
        missing -= (then - now) * worth
    return tuple(gains)


def _sure(item: Measured) -> Fraction:
    """Return the share of the points that is sure now."""
    if item.by.points < 0:
        return ONE - (item.points.low or ZERO) / item.by.points if item.points else ONE
    return (item.points.low or ZERO) / item.by.points if item.points else ZERO


def _reachable(item: Measured, now: Fraction, gained: Fraction) -> Fraction:
    """Return the least share that gains as much, as far as the method has one."""
    indicator = item.indicator
    if indicator.method == "yes-no" or not _has_ratio(item):
        return item.by.top
    if indicator.method == "steps":
        shares = sorted(Fraction(share) for _, share in indicator.steps)
        return next((share for share in shares if share >= now + gained), shares[-1])
    return now + gained


def _has_ratio(item: Measured) -> bool:
    """Whether a share of the points between none and all can be had."""
    target, method = item.target, item.indicator.method
    if target is None or method == "baseline" or target.nearer > 0:
        return True
    return method == "within" and item.completion is not None


def _value(item: Measured, share: Fraction) -> Fraction | None:
    """Return the value that earns a share of the points."""
    indicator, target = item.indicator, item.target
    if indicator.method == "yes-no":
        return target and target.nearer
    if indicator.method == "steps":
        return next((Fraction(start) for start, earned in indicator.steps if earned == share), None)
    if target is None or share <= 0:
        return None
    if indicator.method == "baseline":
        return _from_baseline(item.by.baseline, target.nearer, share)
    if indicator.method == "within":
        return _edge(item, target.bounds, share)
    return _by_ratio(target.nearer, share, lower=indicator.direction == "lower")


def _by_ratio(target: Fraction, share: Fraction, *, lower: bool) -> Fraction:
    if target <= 0:
        return target
    return target / share if lower else target * share


def _from_baseline(start: Interval | None, target: Fraction, share: Fraction) -> Fraction | None:
    if start is None or start.low is None or not start.exact:
        return None
    return start.low + share * (target - start.low)


def _edge(item: Measured, bounds: Interval, share: Fraction) -> Fraction | None:
    """Return the value beside the nearer edge of a range that earns a share of the points."""
    down = bounds.high is not None and item.value is not None and above(item.value, bounds)
    edge = bounds.high if down else bounds.low
    if edge is None:
        return None
    return edge / share if down else edge * share
