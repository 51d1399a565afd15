"""Children taken together under their parent, indicator by indicator."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from oracle.arithmetic import Result
from oracle.completion import Target, on_the_way, ratio
from oracle.figures import Outcome, turns
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


Family = tuple[object, ...]
"""A parent, and the period, level and track of the children that it has."""


def families(results: Sequence[Result]) -> dict[Family, list[Result]]:
    """Return the children of each parent, of one period, level and track at a time."""
    found: Mapping[Family, list[Result]] = defaultdict(list)
    for one in results:
        card = one.scorecard
        when = months(card["period"]) or card["period"]
        if "parent" in card["unit"]:
            unit = card["unit"]
            found[unit["parent"], when, unit["level"], card.get("track")].append(one)
    return dict(found)


def gone(family: Family, results: Sequence[Result]) -> set[str]:
    """Return the children that reported in the year before, and do not in this period."""
    parent, when, level, track = family
    found, here = set(), set()
    for one in results:
        card, unit = one.scorecard, one.scorecard["unit"]
        then = months(card["period"])
        if card.get("track") != track:
            continue
        if (then or card["period"]) == when:
            here.add(unit["id"])
        alike = (unit.get("parent"), unit["level"]) == (parent, level)
        if alike and then and isinstance(when, tuple):
            start, end = when
            if then[0] <= end and then[1] >= start - max(12, end - start + 1):
                found.add(unit["id"])
    return found - here


def together(children: Sequence[Outcome], gone: int = 0) -> Together:
    """Return what the children of a parent come to in one indicator, if so many more are gone."""
    due = [each for each in children if not _passed_over(each)]
    given = [each for each in due if _value(each)]
    both = [each for each in given if _aim(each)]
    plan = _plan(both)
    done = plan and _completion(both, plan)
    count = len(due) + (gone if _asked(children, due) else 0)
    found = _sum(due, given, count)
    return Together(found, len(given), count, plan, done, len(both) if plan else 0)


def _asked(children: Sequence[Outcome], due: Sequence[Outcome]) -> bool:
    """Return whether those that are gone would be asked: not for what is due of nobody yet."""
    case = children[0].case
    levels = case.indicator.get("levels", [case.scorecard["unit"]["level"]])
    later = not due and any(each.absent == "not-due" for each in children)
    return not later and case.scorecard["unit"]["level"] in levels


def _passed_over(child: Outcome) -> bool:
    """Return whether nothing is due from a child: 0 of 0 is nothing to add either."""
    stated = child.case.quantity
    empty = child.reported and stated is not None and stated.empty
    return child.absent in {"not-due", "not-applicable"} or empty


def _value(child: Outcome) -> Interval | None:
    astray = child.case.day[0] == "not held"
    return None if child.error or child.absent or astray else child.value


def adds(child: Outcome) -> bool:
    """Return whether an indicator adds up over units: a rate, a share and an answer do not."""
    indicator = child.case.indicator
    shares = indicator["unit"] == "percent" or child.case.method == "yes-no"
    return not shares and indicator.get("kind", "stock") != "rate"


def _sum(due: Sequence[Outcome], given: Sequence[Outcome], count: int) -> Interval | None:
    if not given:
        return None
    if not adds(given[0]):
        return _recombined(given, count)
    found = total(filter(None, map(_value, given)))
    if len(given) == count:
        return found
    if found.low[0] == -INFINITE or any(map(_perhaps_negative, due)):
        return None
    return between(found.low, (INFINITE, 0), approximate=found.approximate)


def _perhaps_negative(child: Outcome) -> bool:
    """Return whether a value can be below 0, by the limits; else of a flow something says so."""
    floor = replace(child.case, scorecard={"figures": {}}).limits.low[0]
    if floor > -INFINITE:
        return floor < 0
    return child.case.indicator.get("kind") != "flow" or turns(child.case)


def _recombined(given: Sequence[Outcome], count: int) -> Interval | None:
    """Return the share of all parts in all wholes, where every child states both."""
    stated = [each.case.quantity for each in given]
    numbers = [each.numbers for each in stated if each and each.sign == "/" and each.percent]
    if len(numbers) < count:
        return None
    return point(100 * sum(n for n, _ in numbers) / sum(d for _, d in numbers))


def _aim(child: Outcome) -> Target | None:
    """Return the target or scale that a value is held against, as far as it adds up."""
    case = child.case
    fits = case.method in {"ratio", "baseline"} and adds(child)
    return case.target if fits else None


def _plan(both: Sequence[Outcome]) -> Interval | None:
    """Return the sum of the numbers of targets of one kind and for one time."""
    aims = [aim for aim in map(_aim, both) if aim]
    kinds = {(aim.scale, each.case.until) for aim, each in zip(aims, both, strict=True)}
    if len(kinds) != 1:
        return None
    direction = both[0].case.direction
    numbers = (point(aim.number(direction), approximate=aim.bounds.approximate) for aim in aims)
    return total(numbers)


def _completion(both: Sequence[Outcome], plan: Interval) -> Interval | None:
    """Return how far the children have come that have a value and a plan."""
    done, number = total(filter(None, map(_value, both))), Fraction(plan.low[0])
    case, bases = both[0].case, [each.case.baseline for each in both]
    if case.method == "ratio":
        found = ratio(done, number, case.direction)
    else:
        found = on_the_way(done, total(filter(None, bases)), number)
    return replace(found, approximate=found.approximate or plan.approximate) if found else None
