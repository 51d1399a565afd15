"""One indicator of one unit: value against target, and the points that it earns."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from scorecard.measure.completion import ZERO, completion
from scorecard.measure.criteria import Criterion, criterion
from scorecard.measure.pace import elapsed, pace
from scorecard.measure.target import ANYTHING, Threshold, own_targets, threshold
from scorecard.measure.verdict import verdict
from scorecard.model.framework import Framework, Indicator, Target
from scorecard.model.scorecard import Absence, Figure, Verdict
from scorecard.numbers.interval import Interval, held, low_end, times
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import Quantity, bounds

REMEMBERED = 1 << 14
"""How many judged values are remembered; units of one archive state the same ones over and over."""


class Outcome(NamedTuple):
    """A value against one target, or against none.

    `completion` is in shares of 1; `pace` is completion over the elapsed `share` of the target's
    period, where the target is for longer than the figure.
    """

    target: Threshold | None
    completion: Interval | None = None
    verdict: Verdict | None = None
    share: Fraction | None = None
    pace: Interval | None = None


class Measured(NamedTuple):
    """One indicator of one unit.

    `outcome` is against the target that decides, `others` against further targets. `points`
    and `most` are None and 0 where the indicator counts for nothing: without a target, not due,
    or not applicable. A supposed value is one that nobody has reported.
    """

    indicator: Indicator
    figure: Figure | None
    absent: Absence | None
    value: Interval | None
    outcome: Outcome
    others: tuple[Outcome, ...]
    points: Interval | None
    most: Fraction
    near_from: Fraction
    supposed: bool = False

    @property
    def target(self) -> Threshold | None:
        """The target that decides."""
        return self.outcome.target

    @property
    def targets(self) -> tuple[Threshold, ...]:
        """All targets, the one that decides first."""
        outcomes = (self.outcome, *self.others)
        return tuple(outcome.target for outcome in outcomes if outcome.target)

    @property
    def completion(self) -> Interval | None:
        """The completion in shares of 1."""
        return self.outcome.completion

    @property
    def verdict(self) -> Verdict | None:
        """What the bounds say about the target that decides."""
        return self.outcome.verdict

    @property
    def near(self) -> bool:
        """Whether the target is surely near, but not reached."""
        return near(self.outcome, self.near_from)


def measure(
    figure: Figure | None,
    indicator: Indicator,
    framework: Framework,
    period: Period | None = None,
) -> Measured:
    """Measure one indicator over a period; a figure that is not given at all is missing."""
    return measured_by(criterion(indicator, framework), figure, period)


def measured_by(
    by: Criterion, figure: Figure | None, period: Period | None = None, *, supposed: bool = False
) -> Measured:
    """Measure one indicator by what has been worked out of its framework."""
    value: Quantity | None = None
    absent: Absence | None = "missing"
    own: Sequence[Target] | None = None
    if figure is not None:
        value = figure.value
        absent = None if value is not None else figure.absent or "missing"
        own = own_targets(figure, by.indicator)
    if own is None and (figure is None or figure.baseline is None):
        judged = _by_framework(by.like or by, value, absent, period if by.timed else None)
    else:
        targets = by.targets if own is None else [threshold(each, by.indicator) for each in own]
        baseline = baseline_of(figure, by.indicator)
        judged = _judged(by, value, absent, period, targets, baseline)
    return Measured(by.indicator, figure, absent, *judged, by.near, supposed)


_Judged = tuple[Interval | None, Outcome, tuple[Outcome, ...], Interval | None, Fraction]
"""What becomes of a value: its bounds, the outcomes, the points, and the most of them."""


@lru_cache(maxsize=REMEMBERED)
def _by_framework(
    by: Criterion, stated: Quantity | None, absent: Absence | None, period: Period | None
) -> _Judged:
    """Judge a value that brings neither target nor baseline: many units state the same."""
    return _judged(by, stated, absent, period, by.targets, by.baseline)


def _judged(
    by: Criterion,
    stated: Quantity | None,
    absent: Absence | None,
    period: Period | None,
    targets: Sequence[Threshold | None],
    baseline: Interval | None,
) -> _Judged:
    indicator, value = by.indicator, None
    if stated is not None:
        value = bounds(stated, by.limits, percent=indicator.percent)
    first, *others = (
        _outcome(value, target, indicator, baseline, period) for target in targets or [None]
    )
    earned = None if first.completion is None else held(first.completion, ZERO, by.cap)
    if absent == "missing":
        earned = Interval(ZERO, by.cap)
    elif value is not None and first.completion is None and _nothing_left(first, indicator):
        earned = Interval(by.cap, by.cap, approximate=value.approximate)
    if earned is None or not _counts(indicator, first.target, baseline):
        return value, first, tuple(others), None, ZERO
    return value, first, tuple(others), times(earned, by.points), by.points


def near(outcome: Outcome, start: Fraction) -> bool:
    """Whether what is not reached is surely near: by its pace, where there is one."""
    if outcome.completion is None or outcome.verdict in ("met", "exceeded"):
        return False
    return low_end(outcome.pace or outcome.completion) >= (0, start, 0)


def baseline_of(figure: Figure | None, indicator: Indicator) -> Interval | None:
    """Return where a figure started from: its own baseline, else the indicator's."""
    stated = (figure and figure.baseline) or indicator.baseline
    return None if stated is None else bounds(stated, ANYTHING, percent=indicator.percent)


def _outcome(
    value: Interval | None,
    target: Threshold | None,
    indicator: Indicator,
    baseline: Interval | None,
    period: Period | None,
) -> Outcome:
    if value is None:
        return Outcome(target)
    done = completion(value, target, indicator, baseline)
    share = elapsed(period, target, indicator) if period else None
    judged = verdict(value, target, done, indicator)
    return Outcome(target, done, judged, share, pace(done, share))


def _nothing_left(outcome: Outcome, indicator: Indicator) -> bool:
    """Whether a target is reached without a ratio: lower is better, and the value is 0."""
    by_ratio = indicator.method == "ratio" and indicator.direction == "lower"
    divisible = outcome.target is not None and outcome.target.nearer >= 0
    return by_ratio and divisible and outcome.verdict in ("met", "exceeded")


def _counts(indicator: Indicator, target: Threshold | None, baseline: Interval | None) -> bool:
    """Whether the indicator earns points: it has a direction, and a ratio can be taken."""
    if indicator.direction == "none":
        return False
    if indicator.method in ("yes-no", "steps"):
        return True
    if target is None or indicator.method == "within" or indicator.direction == "within":
        return target is not None
    if indicator.method == "baseline":
        return baseline is not None and target.nearer not in baseline
    return target.nearer.numerator > 0 or (
        target.nearer.numerator == 0 and indicator.direction == "lower"
    )
