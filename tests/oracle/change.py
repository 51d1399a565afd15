"""What has changed since an earlier scorecard of the same unit."""

from collections.abc import Iterable
from dataclasses import dataclass

from oracle.arithmetic import Result
from oracle.figures import Outcome
from oracle.quantities import Interval, Months, months, scaled, total


@dataclass(frozen=True)
class Change:
    """A difference, and the sign that its bounds decide."""

    difference: Interval
    arrow: str | None


def earlier(one: Result, results: Iterable[Result]) -> Result | None:
    """Return the scorecard that one is held against: None if there is none, or of another name."""
    own = months(one.scorecard["period"])
    if own is None:
        return None
    mine = [other for other in results if _identity(other) == _identity(one)]
    periods = {when: other for other in mine if (when := months(other.scorecard["period"]))}
    shift = max(own[1] - own[0] + 1, 12)
    before = own[0] - shift, own[1] - shift
    latest = max((when for when in periods if _alike(when, own)), default=before)
    then = periods.get(before, periods.get(latest))
    return then if then and _same_names(one, then) else None


def _identity(one: Result) -> tuple[object, ...]:
    card, framework = one.scorecard, one.framework
    return framework["id"], framework["edition"], card["unit"]["id"], card.get("track")


def _same_names(one: Result, other: Result) -> bool:
    """Return whether a unit has the same name, and the same code in each system that both know."""
    now, then = one.scorecard["unit"], other.scorecard["unit"]
    old, new = then.get("codes", {}), now.get("codes", {})
    shared = old.keys() & new.keys()
    return now["name"] == then["name"] and all(old[key] == new[key] for key in shared)


def _alike(then: Months, own: Months) -> bool:
    """Return whether a period is as long, the same part of its year, and over before the other."""
    as_long = then[1] - then[0] == own[1] - own[0]
    return as_long and (own[0] - then[0]) % 12 == 0 and then[1] < own[0]


def change(now: Interval | None, then: Interval | None) -> Change | None:
    """Return the difference of two amounts; what is approximate decides no sign."""
    if now is None or then is None:
        return None
    difference = total([now, scaled(then, -1)])
    if difference.approximate:
        return Change(difference, None)
    up, down = difference.low > (0, 0), difference.high < (0, 0)
    return Change(difference, "up" if up else "down" if down else None)


def of_figure(now: Outcome, then: Outcome) -> Change | None:
    """Return the change of a value; an answer of yes or no has none."""
    return None if now.case.method == "yes-no" else change(now.value, then.value)
