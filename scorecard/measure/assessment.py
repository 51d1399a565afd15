"""One scorecard under its framework: completions, points, scores, coverage and band."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scorecard.interval import End, Interval, held, high_end, low_end, times, total
from scorecard.measure.completion import ZERO, completion
from scorecard.measure.target import ANYTHING, Threshold, targets_of, value_of
from scorecard.measure.verdict import verdict
from scorecard.model.framework import Band, Framework, Group, Indicator
from scorecard.model.scorecard import Absence, Figure, Scorecard, Verdict
from scorecard.quantity import bounds

HUNDRED = Fraction(100)

Unclassed = Literal["not-eligible", "no-target", "coverage"]
"""Why a unit is given no band and no rank."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One indicator of one unit.

    `completion` is in shares of 1; `points` and `most` are None and 0 where the indicator
    counts for nothing: without a target, not due, or not applicable.
    """

    indicator: Indicator
    figure: Figure | None
    absent: Absence | None
    value: Interval | None
    targets: tuple[Threshold, ...]
    completion: Interval | None
    verdict: Verdict | None
    near: bool
    points: Interval | None
    most: Fraction

    @property
    def target(self) -> Threshold | None:
        """The target that decides."""
        return self.targets[0] if self.targets else None


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
    empty where no class is given, for which `unclassed` gives the reason.
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
        measure(scorecard.figures.get(indicator.id), indicator, framework)
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


def measure(figure: Figure | None, indicator: Indicator, framework: Framework) -> Measured:
    """Measure one indicator; a figure that is not given at all is missing."""
    value = None if figure is None else value_of(figure, indicator)
    absent: Absence | None = None
    if value is None:
        absent = (figure and figure.absent) or "missing"
    targets = tuple(targets_of(figure, indicator))
    target = targets[0] if targets else None
    done: Interval | None = None
    judged: Verdict | None = None
    if value is not None:
        done = completion(value, target, indicator, baseline_of(figure, indicator))
        judged = verdict(value, target, done, indicator)
    cap, near = Fraction(framework.scoring.cap), Fraction(framework.scoring.near)
    earned = None if done is None else held(done, ZERO, cap)
    if absent == "missing":
        earned = Interval(ZERO, cap)
    elif value is not None and done is None and _nothing_left(target, judged, indicator):
        earned = Interval(cap, cap, approximate=value.approximate)
    counts = earned is not None and _counts(indicator, target)
    reached = judged in ("met", "exceeded")
    return Measured(
        indicator=indicator,
        figure=figure,
        absent=absent,
        value=value,
        targets=targets,
        completion=done,
        verdict=judged,
        near=done is not None and not reached and low_end(done) >= (0, near, 0),
        points=times(earned, Fraction(indicator.points)) if earned and counts else None,
        most=Fraction(indicator.points) if counts else ZERO,
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


def baseline_of(figure: Figure | None, indicator: Indicator) -> Interval | None:
    """Return where a figure started from: its own baseline, else the indicator's."""
    stated = (figure and figure.baseline) or indicator.baseline
    return None if stated is None else bounds(stated, ANYTHING, percent=indicator.percent)


def _nothing_left(target: Threshold | None, judged: Verdict | None, indicator: Indicator) -> bool:
    """Whether a target is reached without a ratio: lower is better, and the value is 0."""
    by_ratio = indicator.method == "ratio" and indicator.direction == "lower"
    divisible = target is not None and target.nearer >= 0
    return by_ratio and divisible and judged in ("met", "exceeded")


def _counts(indicator: Indicator, target: Threshold | None) -> bool:
    """Whether the indicator earns points at all."""
    judged = target is not None or indicator.method in ("yes-no", "steps")
    return judged and indicator.direction != "none"


def _unclassed(
    scorecard: Scorecard, framework: Framework, coverage: Fraction | None
) -> Unclassed | None:
    if not scorecard.unit.eligible:
        return "not-eligible"
    if coverage is None:
        return "no-target"
    return "coverage" if coverage < framework.scoring.coverage else None
