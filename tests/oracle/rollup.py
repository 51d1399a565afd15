"""Children taken together under their parent, indicator by indicator."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from oracle.arithmetic import Result
from oracle.completion import ratio
from oracle.figures import Outcome
from oracle.quantities import INFINITE, Interval, between, months, point, total


@dataclass(frozen=True)
class Together:
    """What children come to in one indicator."""

    value: Interval | None
    given: int
    """How many children have a value, of those that it is due from."""
    due: int
    plan: Interval | None
    """The sum of the plans of those that have a value and a plan."""
    completion: Interval | None
    planned: int
    """How many have both."""


def families(results: Sequence[Result]) -> dict[tuple[object, ...], list[Result]]:
    """Return the children of each parent: of one framework, period, level and track at a time."""
    found: Mapping[tuple[object, ...], list[Result]] = defaultdict(list)
    for one in results:
        card = one.scorecard
        parent = card["unit"].get("parent")
        edition = one.framework["id"], one.framework["edition"]
        when = months(card["period"]) or card["period"]
        if parent is not None:
            found[parent, edition, when, card["unit"]["level"], card.get("track")].append(one)
    return dict(found)


def together(children: Sequence[Outcome]) -> Together:
    """Return what the children of a parent come to in one indicator."""
    due = [each for each in children if not _passed_over(each)]
    given = [each for each in due if _value(each)]
    both = [each for each in given if _plan(each)]
    plan = total(filter(None, map(_plan, both))) if both else None
    done = _completion(both, plan) if plan else None
    return Together(_sum(due, given), len(given), len(due), plan, done, len(both))


def _passed_over(child: Outcome) -> bool:
    """Return whether nothing is due from a child: 0 of 0 is nothing to add either."""
    stated = child.case.quantity
    return child.absent in {"not-due", "not-applicable"} or bool(stated and stated.empty)


def _value(child: Outcome) -> Interval | None:
    return None if child.error or child.absent else child.value


def adds(child: Outcome) -> bool:
    """Return whether an indicator adds up over units: a rate, a share and an answer do not."""
    indicator = child.case.indicator
    shares = indicator["unit"] == "percent" or child.case.method == "yes-no"
    return not shares and indicator.get("kind", "stock") != "rate"


def _sum(due: Sequence[Outcome], given: Sequence[Outcome]) -> Interval | None:
    if not given:
        return None
    if not adds(given[0]):
        return _recombined(due, given)
    found = total(filter(None, map(_value, given)))
    if len(given) == len(due):
        return found
    floor = min(each.case.limits.low for each in due if not _value(each))
    at_least = between(found.low, (INFINITE, 0), approximate=found.approximate)
    return at_least if floor >= (0, 0) else None


def _recombined(due: Sequence[Outcome], given: Sequence[Outcome]) -> Interval | None:
    """Return the share of all parts in all wholes, where every child states both."""
    stated = [each.case.quantity for each in given]
    numbers = [each.numbers for each in stated if each and each.sign == "/" and each.percent]
    if len(numbers) < len(due):
        return None
    return point(100 * sum(n for n, _ in numbers) / sum(d for _, d in numbers))


def _plan(child: Outcome) -> Interval | None:
    """Return the number of the plan that somebody set for a child, as far as it adds up."""
    target = child.case.target
    if target is None or target.scale or child.case.day[0] == "not held":
        return None
    if child.case.method != "ratio" or not adds(child):
        return None
    return point(target.number(child.case.direction), approximate=target.bounds.approximate)


def _completion(both: Sequence[Outcome], plan: Interval) -> Interval | None:
    """Return how far the children have come that have a value and a plan."""
    done = total(filter(None, map(_value, both)))
    found = ratio(done, Fraction(plan.low[0]), both[0].case.direction)
    return replace(found, approximate=found.approximate or plan.approximate) if found else None
