"""One scorecard under its framework: completions, points, scores, coverage and band."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scorecard.interval import End, Interval, high_end, low_end, times, total
from scorecard.measure.completion import ZERO
from scorecard.measure.outcome import Measured, measure
from scorecard.model.framework import Band, Framework, Group
from scorecard.model.scorecard import Scorecard

HUNDRED = Fraction(100)

Unclassed = Literal["not-eligible", "no-target", "coverage"]
"""Why a unit is given no band and no rank."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Points of several indicators together; `score` is in per cent, None where none counts."""

    points: Interval
    most: Fraction
    score: Interval | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that is known of one unit for one period.

    `coverage` is the share of the points that figures were reported for; None where no
    indicator counts. `bands` are the bands that the score may fall in, the lowest first;
    empty where the score may lie below all of them, and where no class is given, for which
    `unclassed` gives the reason.
    """

    scorecard: Scorecard
    framework: Framework
    measured: tuple[Measured, ...]
    groups: tuple[tuple[Group, Sum], ...]
    total: Sum
    reported: Sum
    coverage: Fraction | None
    bands: tuple[Band, ...]
    unclassed: Unclassed | None


def assess(scorecard: Scorecard, framework: Framework) -> Assessment:
    """Measure every indicator of the framework, and sum up by group and over all."""
    measured = tuple(
        measure(scorecard.figures.get(indicator.id), indicator, framework, scorecard.period)
        for indicator in framework.indicators
    )
    whole = summed(measured)
    reported = summed(item for item in measured if item.absent is None)
    coverage = reported.most / whole.most if whole.most else None
    unclassed = _unclassed(scorecard, framework, coverage)
    return Assessment(
        scorecard=scorecard,
        framework=framework,
        measured=measured,
        groups=tuple(
            (group, summed(item for item in measured if item.indicator.group == group.id))
            for group in framework.groups
        ),
        total=whole,
        reported=reported,
        coverage=coverage,
        bands=() if unclassed or whole.score is None else bands_of(whole.score, framework.bands),
        unclassed=unclassed,
    )


def summed(items: Iterable[Measured]) -> Sum:
    """Add up the points of all that counts."""
    counted = [item for item in items if item.points is not None]
    points = total(item.points for item in counted if item.points is not None)
    most = sum((item.most for item in counted), ZERO)
    return Sum(points, most, times(points, HUNDRED / most) if most else None)


def bands_of(score: Interval, bands: Iterable[Band]) -> tuple[Band, ...]:
    """Return every band that a score in per cent may fall in, the lowest first."""
    ordered = sorted(bands, key=lambda band: band.start)
    reach = [_position(end, ordered) for end in (low_end(score), high_end(score))]
    return () if reach[0] < 0 else tuple(ordered[reach[0] : reach[1] + 1])


def _position(end: End, ordered: list[Band]) -> int:
    return sum(end >= (0, Fraction(band.start), 0) for band in ordered) - 1


def _unclassed(
    scorecard: Scorecard, framework: Framework, coverage: Fraction | None
) -> Unclassed | None:
    if not scorecard.unit.eligible:
        return "not-eligible"
    if coverage is None:
        return "no-target"
    return "coverage" if coverage < framework.scoring.coverage else None
