"""One indicator of one unit: what its figure comes to, and the points that it earns."""

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from scorecard.diagnostic import Finding
from scorecard.measure.completion import ZERO
from scorecard.measure.course import course
from scorecard.measure.criteria import Criterion, Same, most
from scorecard.measure.mark import Mark
from scorecard.measure.outcome import ONE, Outcome, of_claim, outcome
from scorecard.measure.target import ANYTHING, Threshold
from scorecard.model.framework import Indicator
from scorecard.model.scorecard import Absence, Figure, Verdict
from scorecard.numbers.interval import Interval, exactly, held, minus, times
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import ONE_SIDED, Form, Quantity, bounds, nothing_of_nothing

Fault = Literal["other-time", "no-own-target"]
"""Why a figure without a fault of its own counts as missing: its target is for another time, or
it brings none where every figure has to."""


REMEMBERED = 1 << 14
"""How many values are remembered, with what they come to.

Units state the same few thousand: with this, 800 of them are measured in 0.7 s, not 2.4.
"""


class Measured(NamedTuple):
    """One indicator of one unit.

    `outcome` is against the target that decides, `others` against further targets. `error` is the
    code of a finding for which the figure counts as missing. `points` is None where nothing is
    scored; `most` is what it adds to the maximum: 0 for a bonus, a penalty, and what is left out.
    `due` are the points that coverage asks for. A supposed value is one that nobody has reported.
    """

    by: Criterion
    figure: Figure | None
    absent: Absence | None
    value: Interval | None
    outcome: Outcome
    others: tuple[Outcome, ...] = ()
    points: Interval | None = None
    at_pace: Interval | None = None
    most: Fraction = ZERO
    due: Fraction = ZERO
    error: str | None = None
    fault: Fault | None = None
    supposed: bool = False

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return self.by.indicator

    @property
    def extra(self) -> bool:
        """Whether its points are a bonus or a penalty."""
        return self.by.extra

    @property
    def reported(self) -> bool:
        """Whether there is a figure that can be measured."""
        faultless = self.absent is None and self.error is None and self.fault is None
        return faultless and not self.unnamed

    @property
    def applies(self) -> bool:
        """Whether a figure is due."""
        return self.absent in (None, "missing")

    @property
    def unnamed(self) -> bool:
        """Whether it is a bonus or a penalty that is not named, and so did not happen."""
        return self.figure is None and self.extra

    @property
    def target(self) -> Threshold | None:
        """The target that decides."""
        return self.outcome.target

    @property
    def targets(self) -> tuple[Threshold, ...]:
        """All targets, the one that decides first."""
        outcomes = (self.outcome, *self.others)
        return tuple(each.target for each in outcomes if each.target)

    @property
    def completion(self) -> Interval | None:
        """The completion in shares of 1."""
        return self.outcome.completion

    @property
    def completion_basis(self) -> Literal["computed", "reported"] | None:
        """Whether the completion was computed, or is the one that the source states."""
        return self.outcome.completion_basis

    @property
    def verdict(self) -> Verdict | None:
        """What the bounds say about the target that decides."""
        return self.outcome.verdict

    @property
    def mark(self) -> Mark | None:
        """The one word for how it stands."""
        return self.outcome.mark


_NOTHING_YET = Outcome(None)


def measured_by(
    by: Criterion,
    figure: Figure | None,
    period: Period,
    *,
    level: str | None = None,
    error: Finding | None = None,
    supposed: bool = False,
) -> Measured:
    """Measure one indicator of a unit of this level over a period.

    A figure that is not given at all is missing; one with an error counts as missing, and earns up
    to all points where the error is one of its target.
    """
    value = figure.value if figure else None
    if figure and (figure.target or figure.baseline is not None or _share(value)):
        by = by.of(figure)
    absent = _absence(by, figure, level)
    found = Measured(by, figure, absent, None, _NOTHING_YET, supposed=supposed)
    if error and found.applies and not found.unnamed:
        return _at_fault(found._replace(value=_number(by, value, by.limits)), error, period)
    if found.unnamed or absent or figure is None or value is None:
        return _missing(found._replace(value=_number(by, value, by.limits)), period)
    if nothing_of_nothing(value):
        # It asks for nothing, now and on the day of its target.
        target, when, *_ = _targeted(found, period).outcome
        outcome = Outcome(target, when._replace(early=False))
        return _with_points(found._replace(outcome=outcome), exactly(1))
    return _judged(found, figure, value, period)


def _absence(by: Criterion, figure: Figure | None, level: str | None) -> Absence | None:
    """Return why there is no value: what is for other levels, and mostly 0/0, does not apply."""
    if level is not None and by.indicator.levels and level not in by.indicator.levels:
        return "not-applicable"
    if figure is None:
        return None if by.extra else "missing"
    if figure.value is None:
        return figure.absent or "missing"
    empty = nothing_of_nothing(figure.value) and not by.full_at_none
    return "not-applicable" if empty else None


def _at_fault(found: Measured, error: Finding, period: Period) -> Measured:
    """Return an indicator that counts as missing for an error."""
    by, value = found.by, found.figure.value if found.figure else None
    found = found._replace(error=error.code)
    if error.path[0] != "figures":
        return _missing(found._replace(by=replace(by, targets=(), like=None)), period)
    if _of_target(error, found.figure):
        return _as_missing(_targeted(found, period), most(None, by))
    one_sided = value is not None and value.form in ONE_SIDED
    allowed = by.limits if one_sided else ANYTHING
    return _missing(found._replace(value=_number(by, value, allowed)), period)


def _of_target(error: Finding, figure: Figure | None) -> bool:
    """Whether an error is one of the target, so that nothing is known to be held against."""
    stated = figure is not None and (figure.target or figure.baseline is not None)
    return bool(stated) and error.path[2:3] in (("target",), ("baseline",))


def _share(value: Quantity | None) -> bool:
    return value is not None and value.form is Form.SHARE


def _number(by: Criterion, value: Quantity | None, allowed: Interval) -> Interval | None:
    if value is None or nothing_of_nothing(value):
        return None
    return bounds(value, allowed, percent=by.indicator.percent)


class Judged(NamedTuple):
    """What a value comes to, whoever states it; `most` is what it adds to the maximum."""

    value: Interval
    outcome: Outcome
    others: tuple[Outcome, ...]
    points: Interval | None
    at_pace: Interval | None
    most: Fraction


def _judged(found: Measured, figure: Figure, value: Quantity, period: Period) -> Measured:
    """Return what a figure comes to by its targets, or by the completion that its source states."""
    by = found.by
    claimed = figure.claimed.completion if figure.claimed else None
    judged = None if claimed is None else _by_claim(by, value, claimed, figure, period)
    number, first, others, points, at_pace, top = judged or come_to(by, value, period)
    elsewhere = first.course.state == "elsewhere"
    if elsewhere or (by.indicator.target == "own" and not by.targets and not first.reported):
        found = found._replace(value=number, outcome=first, others=others)
        fault: Fault = "other-time" if elsewhere else "no-own-target"
        return _as_missing(found._replace(fault=fault), by.top)
    # Most figures come here, and a new one is made sooner than one in which this is replaced.
    return Measured(
        by, figure, None, number, first, others, points, at_pace, top, top, supposed=found.supposed
    )


def _by_claim(
    by: Criterion, value: Quantity, claimed: Quantity, figure: Figure, period: Period
) -> Judged | None:
    """Return what a completion that the source states comes to; None where it is not asked for."""
    indicator = by.indicator
    if by.targets or indicator.direction == "none" or indicator.method in ("yes-no", "steps"):
        return None
    share = times(bounds(claimed, ANYTHING, percent=False), Fraction(1, 100))
    first = of_claim(share, figure.target_period, by, period)
    return _with_outcomes(by, bounds(value, by.limits, percent=indicator.percent), first)


def come_to(by: Criterion, value: Quantity, period: Period) -> Judged:
    """Return what a value over a period comes to by a criterion."""
    dated = period if by.dated else None
    # What a figure itself brings is seldom met twice.
    return _remembered(by.like, value, dated) if by.like else _held_against(by, value, dated)


@lru_cache(maxsize=REMEMBERED)
def _remembered(like: Same[Criterion], stated: Quantity, period: Period | None) -> Judged:
    return _held_against(like.value, stated, period)


def _held_against(by: Criterion, stated: Quantity, period: Period | None) -> Judged:
    value = bounds(stated, by.limits, percent=by.indicator.percent)
    outcomes = (outcome(value, target, by, period) for target in by.targets or (None,))
    return _with_outcomes(by, value, *outcomes)


def _with_outcomes(by: Criterion, value: Interval, first: Outcome, *others: Outcome) -> Judged:
    if first.earned is None or not by.scored:
        return Judged(value, first, others, None, None, ZERO)
    points = points_of(by, first.earned)
    paced = None if first.at_pace is None else points_of(by, first.at_pace)
    return Judged(value, first, others, points, paced, ZERO if by.extra else by.points)


def _missing(found: Measured, period: Period) -> Measured:
    """Return an indicator without a figure that can be measured."""
    found = _targeted(found, period)
    return _as_missing(found, found.by.top)


def _as_missing(found: Measured, top: Fraction) -> Measured:
    """Return an indicator with all that it may earn; nothing where no figure is due."""
    by = found.by
    if not found.applies:
        return found
    if found.unnamed:
        return _with_points(found, exactly(by.points < 0))
    if by.left_out and not found.error:
        return found._replace(due=by.points) if by.scored and not by.extra else found
    return _with_points(found, Interval(ZERO, top))


def _targeted(found: Measured, period: Period) -> Measured:
    """Return an indicator with its target, and nothing held against it."""
    by = found.by
    target = by.targets[0] if by.targets else None
    when = course(period, target and target.period, target, by.indicator, by.limits.low)
    return found._replace(outcome=Outcome(target, when), others=())


def _with_points(found: Measured, share: Interval) -> Measured:
    """Return an indicator with the points that a share of them comes to."""
    by = found.by
    if not by.scored:
        return found
    most_of_it = ZERO if by.extra else by.points
    return found._replace(points=points_of(by, share), most=most_of_it, due=most_of_it)


def points_of(by: Criterion, share: Interval) -> Interval:
    """Return the points that a share of them comes to; a penalty takes points."""
    if by.points > 0:
        return times(share, by.points)
    # A penalty takes what is not kept.
    return times(minus(exactly(1), held(share, ZERO, ONE)), by.points)
