"""Scorecards side by side: the period that is compared, ranks, ranks within rounding, tallies."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from oracle.arithmetic import Result, assess, tally
from oracle.case import Table
from oracle.figures import Outcome
from oracle.quantities import INFINITE, Interval, months


@dataclass(frozen=True)
class Rank:
    """A place among those that are ranked."""

    best: int
    worst: int
    of: int
    approximate: bool


def periods_compared(cards: Sequence[Table]) -> set[str]:
    """Return the latest period that most units of the commonest level have, else the latest.

    Where two levels have as many units, the page leaves open which is asked: it may be either.
    """
    had = {(card["period"], card["unit"]["level"], card["unit"]["id"]) for card in cards}
    sizes = Counter(level for level, _ in {(level, unit) for _, level, unit in had})
    having = Counter((period, level) for period, level, _ in had)
    found = set()
    for level in (level for level, size in sizes.items() if size == max(sizes.values())):
        most = [p for (p, of), count in having.items() if of == level and 2 * count > sizes[level]]
        found.add(max(most or {period for period, _, _ in had}, key=_end))
    return found


def _end(period: str) -> tuple[float, float]:
    """Return when a period ends; of those that end together the one that starts last is later."""
    own = months(period)
    return (own[1], own[0]) if own else (-INFINITE, -INFINITE)


def fields(results: Sequence[Result]) -> list[list[Result]]:
    """Return the scorecards that are ranked against each other, field by field."""
    found: Mapping[object, list[Result]] = defaultdict(list)
    for one in results:
        card = one.scorecard
        place = months(card["period"]) or card["period"], card["unit"]["level"], card.get("track")
        found[one.framework["id"], one.framework["edition"], place].append(one)
    return list(found.values())


def rank(field: Sequence[Result]) -> list[Rank | None]:
    """Return the rank of each, in the same order."""
    scores = [None if one.barred else one.score for one in field]
    count = sum(score is not None for score in scores)
    return [_place(score, scores, count) if score else None for score in scores]


def _place(own: Interval, scores: Sequence[Interval | None], of: int) -> Rank | None:
    others = [score for score in scores if score is not None and score is not own]
    if not others:
        return None
    above = sum(other.low > own.high for other in others)
    perhaps = sum(other.high > own.low for other in others)
    return Rank(1 + above, 1 + perhaps, of, own.approximate)


def runs_within_rounding(field: Sequence[Result]) -> list[list[Result]]:
    """Return the runs of units whose scores overlap, one with the next, if figures were rounded.

    Only those where the scores as they stand put one unit surely above another.
    """
    off = rounded_off(field)
    runs: list[tuple[list[Result], Interval]] = []
    for one in (one for one in field if not one.barred):
        wide = assess(one.framework, one.scorecard, off).score
        assert wide
        members = [one]
        for run, reach in list(runs):
            if reach.low <= wide.high and wide.low <= reach.high:
                runs.remove((run, reach))
                members += run
                wide = Interval(min(wide.low, reach.low), max(wide.high, reach.high))
        runs.append((members, wide))
    return [run for run, _ in runs if _surely_apart([one.score for one in run if one.score])]


def _surely_apart(scores: Sequence[Interval]) -> bool:
    return any(one.low > other.high for one in scores for other in scores)


def rounded_off(field: Sequence[Result]) -> dict[str, Fraction]:
    """Return by how much each figure may be off: half of the last decimal that any prints."""
    columns = zip(*(one.figures for one in field), strict=True)
    return {
        column[0].case.indicator["id"]: _last_decimal(filter(_amount, column)) / 2
        for column in columns
    }


def _amount(figure: Outcome) -> bool:
    """Return whether it is an amount that was rounded when it was printed."""
    stated = figure.case.quantity
    exact = stated is None or stated.sign in {"/", "?"} or figure.case.reported
    return figure.reported and not exact


def _last_decimal(figures: Iterable[Outcome]) -> Fraction:
    printed = [str(figure.case.said["value"]) for figure in figures]
    places = [len(digits) for text in printed for digits in re.findall(r"\.(\d+)", text)]
    return Fraction(1, 10 ** max(places, default=0))


def tallies(results: Sequence[Result]) -> dict[str, Mapping[str, object]]:
    """Return the tally of every indicator, over all these scorecards of one framework."""
    columns = zip(*(one.figures for one in results), strict=True)
    return {column[0].case.indicator["id"]: tally(column) for column in columns}
