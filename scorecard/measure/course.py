"""How the time of a figure lies to the time of its target: due, before its day, or elsewhere."""

from fractions import Fraction
from typing import Literal, NamedTuple

from scorecard.measure.target import Threshold
from scorecard.model.fields import YEAR
from scorecard.model.framework import Indicator
from scorecard.numbers.period import Period, contains, year_of

State = Literal["due", "running", "later", "waiting", "apart", "elsewhere"]
"""Whether a target is due; or, before its day, whether a flow runs from the start of its time or
starts later, and decides by growing; whether a value waits for the day as it stands, or is that of
a later part, which says nothing of the whole; or whether a flow belongs to another time."""


class Course(NamedTuple):
    """How far the time of a target has come at the end of a figure.

    `elapsed` is the share of the target's months that have passed, where the figure runs from
    their start. `until` is the period of the target.
    """

    state: State
    elapsed: Fraction | None = None
    until: Period | None = None
    early: bool = False
    """Whether it is before the target's day."""


DUE = Course("due")


def course(
    period: Period | None,
    until: Period | str | None,
    target: Threshold | None,
    indicator: Indicator,
    least: Fraction | None,
) -> Course:
    """Return how the period of a figure lies to that of its target, or of a claimed completion.

    `least` is the least that the figure can be; below 0, nothing is decided before the day.
    Scales, answers of yes or no and steps have no day.
    """
    timeless = indicator.method in ("yes-no", "steps") or (target is not None and target.scale)
    if period is None or until is None or timeless:
        return DUE
    last = year_of(period) if until == YEAR else until
    if not isinstance(last, Period):
        # The year is not stated, or there are several.
        waits = indicator.kind != "flow" and period.start is None
        return Course("waiting" if waits else "elsewhere", early=period.start is None)
    if last[1:] == period[1:]:
        return Course("due", until=last)
    open_ = period.end is None or last.end is None or last.end > period.end
    if indicator.kind != "flow":
        return Course("waiting" if open_ else "due", until=last, early=open_)
    state = _of_flow(period, last, paced=_measured_by_pace(target, indicator, least))
    passed = Fraction(period.months, last.months) if state == "running" else None
    return Course(state, passed, last, early=state != "elsewhere" or open_)


def _of_flow(period: Period, last: Period, *, paced: bool) -> State:
    if period.start is None or last.start is None or not contains(last, period):
        return "elsewhere"
    if period.start > last.start:
        return "later" if paced else "apart"
    return "running" if paced else "waiting"


def _measured_by_pace(
    target: Threshold | None, indicator: Indicator, least: Fraction | None
) -> bool:
    """Whether a flow only grows, and is held against its target by a ratio."""
    shrinks = least is not None and least < 0
    negative = target is not None and target.nearer < 0
    return indicator.method == "ratio" and not shrinks and not negative
