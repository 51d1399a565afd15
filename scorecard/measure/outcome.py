"""One value against one target: completion, verdict, pace, mark, and the share of points."""

from fractions import Fraction
from typing import Literal, NamedTuple

from scorecard.measure import mark as marks
from scorecard.measure.completion import ZERO, completion
from scorecard.measure.course import DUE, Course, course
from scorecard.measure.criteria import Criterion, most
from scorecard.measure.mark import Mark
from scorecard.measure.target import Threshold
from scorecard.measure.verdict import of_completion, verdict
from scorecard.model.scorecard import Verdict
from scorecard.numbers.interval import Interval, between, held, high_end, low_end, times
from scorecard.numbers.period import Period

ONE = Fraction(1)

REACHED: tuple[Verdict, ...] = ("met", "exceeded")


class Outcome(NamedTuple):
    """A value against one target, or against none; all shares are of 1.

    `course` says how the time of the target lies to that of the figure. `earned` is the share of
    the points so far, and `at_pace` the one that the pace would earn, where there is one. A
    reported completion is one that the source states without its target.
    """

    target: Threshold | None
    course: Course = DUE
    completion: Interval | None = None
    verdict: Verdict | None = None
    mark: Mark | None = None
    pace: Interval | None = None
    earned: Interval | None = None
    at_pace: Interval | None = None
    reported: bool = False

    @property
    def pending(self) -> bool:
        """Whether it is before the target's day, and nothing has decided it early."""
        return self.course.early and self.verdict is None

    @property
    def completion_basis(self) -> Literal["computed", "reported"] | None:
        """Whether the completion was computed, or is the one that the source states."""
        if self.completion is None:
            return None
        return "reported" if self.reported else "computed"


def outcome(
    value: Interval, target: Threshold | None, by: Criterion, period: Period | None
) -> Outcome:
    """Return what becomes of a value against a target of its indicator."""
    when = course(period, target and target.period, target, by.indicator, _least(value, by))
    if when.state == "elsewhere":
        return Outcome(target, when)
    done = completion(value, target, by.indicator, by.baseline)
    judged = verdict(value, target, by.indicator)
    found = Outcome(target, when, done, judged)
    if when.early:
        return _before_its_day(found, value, by)
    if judged is None:
        earned = None if done is None else held(done, ZERO, by.cap)
        return found._replace(mark=marks.of_scale(done, by.end), earned=earned)
    earned = _earned(found, judged, value, by)
    return found._replace(mark=marks.of_verdict(judged, done, by.near), earned=earned)


def _least(value: Interval, by: Criterion) -> Fraction | None:
    """Return the least that the indicator can be, as far as limits or the value itself tell."""
    known = [end for end in (by.limits.low, value.low) if end is not None]
    return min(known, default=None)


def of_claim(done: Interval, until: Period | str | None, by: Criterion, period: Period) -> Outcome:
    """Return what becomes of a completion that the source states without its target."""
    when = course(period, until, None, by.indicator, by.limits.low)
    if when.state == "elsewhere":
        return Outcome(None, when, reported=True)
    judged = of_completion(done, by.indicator)
    found = Outcome(None, when, done, judged, reported=True)
    if when.early:
        return _before_its_day(found, done, by)
    earned = held(done, ZERO, by.cap)
    return found._replace(mark=marks.of_verdict(judged, done, by.near), earned=earned)


def _before_its_day(found: Outcome, value: Interval, by: Criterion) -> Outcome:
    """Return an outcome before the day of its target: decided only where nothing can change it."""
    lower = by.indicator.direction == "lower"
    state, judged, done = found.course.state, found.verdict, found.completion
    # What is counted up can only grow: beyond a target for good, beyond a limit for good.
    decided = judged == "not met" if lower else judged in REACHED
    kept = judged if decided and state in ("running", "later") else None
    if state == "waiting":
        # A limit that is kept by 0 is kept as well as can be.
        target = found.target
        limit = lower and target is not None and target.nearer >= 0
        kept_at_zero = limit and done is None and judged in REACHED
        earned = _earned(found, judged, value, by) if judged and (done or kept_at_zero) else None
        open_ = Interval(ZERO, ONE, approximate=_approximate(found, value))
        return found._replace(verdict=None, mark="pending", earned=earned or open_)
    found = found._replace(verdict=kept)
    if state in ("later", "apart"):
        return _from_later_on(found, value, by)
    return _at_pace(found, judged, value, by)


def _from_later_on(found: Outcome, value: Interval, by: Criterion) -> Outcome:
    """Return an outcome of a part that does not begin with the time of its target."""
    if found.verdict is None:
        return found._replace(mark="pending", earned=Interval(ZERO, most(found.target, by)))
    own = _earned(found, found.verdict, value, by)
    lower = by.indicator.direction == "lower"
    top = (0, most(found.target, by), 0)
    low, high = ((0, ZERO, 0), high_end(own)) if lower else (low_end(own), max(top, low_end(own)))
    earned = between(low, high, approximate=own.approximate)
    return found._replace(mark=found.verdict, earned=earned)


def _at_pace(found: Outcome, judged: Verdict | None, value: Interval, by: Criterion) -> Outcome:
    """Return an outcome of a part that begins with the time of its target."""
    lower, done = by.indicator.direction == "lower", found.completion
    elapsed = found.course.elapsed or ONE
    pace = None if done is None else times(done, elapsed if lower else 1 / elapsed)
    if pace is None:
        return _without_ratio(found, judged, value, by)
    at_pace = held(pace, ZERO, by.cap)
    so_far = at_pace if lower or done is None else held(done, ZERO, by.cap)
    mark = found.verdict or marks.of_pace(pace, by.near)
    return found._replace(pace=pace, mark=mark, earned=so_far, at_pace=at_pace)


def _without_ratio(
    found: Outcome, judged: Verdict | None, value: Interval, by: Criterion
) -> Outcome:
    """Return an outcome before its day of which no ratio can be taken."""
    lower = by.indicator.direction == "lower"
    # Of a limit the verdict holds so far, of a target only what is reached for good.
    so_far = judged if lower else found.verdict
    waiting: Mark = "pending" if not lower else "on pace" if so_far in REACHED else "undecided"
    earned = _earned(found, so_far or "undecided", value, by)
    return found._replace(mark=found.verdict or waiting, earned=earned)


def _earned(found: Outcome, judged: Verdict, value: Interval, by: Criterion) -> Interval:
    """Return the share of the points; where no ratio can be taken, the verdict decides it."""
    if found.completion is not None:
        return held(found.completion, ZERO, by.cap)
    target, indicator = found.target, by.indicator
    lower = indicator.direction == "lower" and indicator.method == "ratio"
    # From 0 down a limit is kept as well as can be.
    top = by.cap if lower and target and target.nearer >= 0 else ONE
    low, high = top * (judged in REACHED), top * (judged != "not met")
    return Interval(low, high, approximate=_approximate(found, value))


def _approximate(found: Outcome, value: Interval) -> bool:
    return value.approximate or (found.target is not None and found.target.approximate)
