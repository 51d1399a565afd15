"""What a scorecard comes to under its framework, in plain fractions.

It was written from the description of the arithmetic alone, and is what the program's numbers are
compared with. It is slow and short, knows no files, and gives no word to people.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from oracle.case import Case, Table
from oracle.figures import Outcome, measure
from oracle.quantities import INFINITE, End, Interval, held, scaled, total


@dataclass(frozen=True)
class Result:
    """What one scorecard comes to; scores are on the scale of the framework."""

    framework: Table
    scorecard: Table
    figures: Sequence[Outcome]
    groups: Mapping[str, tuple[Interval | None, Interval, Fraction]]
    """The score of each group, its points and its maximum."""
    score: Interval | None
    score_at_pace: Interval | None
    reported_score: Interval | None
    coverage: Fraction | None
    figures_reported: int
    figures_due: int
    figures_not_due: int
    tally: Mapping[str, object]
    band: Sequence[str] | None
    barred: bool
    """Whether it may stand in no rank."""


def at_fault(framework: Table) -> bool:
    """Return whether scoring, bands, groups or a unit are at fault: then there is no score."""
    weights = ["weight" in group for group in framework["groups"]]
    edges = [Fraction(band["from"]) for band in framework.get("bands", [])]
    return (
        not 1 <= Fraction(framework.get("scoring", {}).get("cap", 1)) < 10
        or any(weights) != all(weights)
        or any(low >= high for high, low in pairwise(edges))
        or any(each["unit"] == "%" for each in indicators(framework))
    )


def indicators(framework: Table) -> list[Table]:
    """Return the indicators with what they have by default."""
    return [{**framework.get("defaults", {}), **each} for each in framework["indicators"]]


def assess(framework: Table, scorecard: Table, off: Mapping[str, Fraction] = {}) -> Result:
    """Return what one scorecard comes to, each value as far `off` as its indicator's may be."""
    scoring = framework.get("scoring", {})
    figures = [
        measure(Case(scoring, each, scorecard, off.get(each["id"], Fraction(0))))
        for each in indicators(framework)
    ]
    due = [figure for figure in figures if figure.applies]
    reported = [figure for figure in due if figure.reported]
    coverage = _coverage(framework, figures)
    bad = at_fault(framework)
    thin = (
        coverage is None
        or coverage < Fraction(scoring.get("coverage", "0.8"))
        or 2 * len(reported) < len(due)
    )
    groups = [group["id"] for group in framework["groups"]]
    score = None if bad else _score(framework, figures, earned)
    barred = score is None or thin or not scorecard["unit"].get("eligible", True)
    paced = not bad and any(figure.paced for figure in figures)
    return Result(
        framework,
        scorecard,
        figures,
        {group: _group(framework, figures, group, bad) for group in groups},
        score,
        _score(framework, figures, at_pace) if paced else None,
        None if bad else _score(framework, [f for f in figures if f.reported], earned),
        coverage,
        len(reported),
        len(due),
        sum(figure.absent == "not-due" and not figure.case.extra for figure in figures),
        tally(figures),
        None if barred or score is None else _band(framework, figures, score),
        barred,
    )


def earned(figure: Outcome) -> Interval | None:
    return figure.points(figure.share)


def at_pace(figure: Outcome) -> Interval | None:
    return figure.points(figure.paced or figure.share)


def tally(figures: Iterable[Outcome]) -> dict[str, object]:
    """Return how many of the targets that somebody set are surely and possibly met."""
    rows = [(figure, figure.met) for figure in figures if figure.met]
    return {
        "met": [sum(met[end] for _, met in rows) for end in (0, 1)],
        "exceeded": [sum(figure.exceeded[end] for figure, _ in rows) for end in (0, 1)],
        "pending": sum(figure.pending for figure, _ in rows),
        "of": len(rows),
    }


Points = Callable[[Outcome], Interval | None]


def _of_group(figures: Iterable[Outcome], group: str, points: Points) -> tuple[Interval, Fraction]:
    members = [each for each in figures if each.case.indicator["group"] == group and each.max]
    most = sum((each.max for each in members), Fraction(0))
    return total(filter(None, map(points, members))), most


def _group(
    framework: Table, figures: Sequence[Outcome], group: str, bad: bool
) -> tuple[Interval | None, Interval, Fraction]:
    points, most = _of_group(figures, group, earned)
    scale = Fraction(framework.get("scoring", {}).get("scale", 100))
    return scaled(points, scale / most) if most and not bad else None, points, most


def _score(framework: Table, figures: Sequence[Outcome], points: Points) -> Interval | None:
    """Return a score on the framework's scale; bonuses and penalties come after the groups."""
    parts, weights = [], Fraction(0)
    for group in framework["groups"]:
        got, most = _of_group(figures, group["id"], points)
        weight = Fraction(group.get("weight", most))
        if most:
            weights += weight
            parts.append(scaled(got, weight / most))
    if not weights:
        return None
    parts += filter(None, (points(each) for each in figures if each.case.extra))
    scale = Fraction(framework.get("scoring", {}).get("scale", 100))
    return held(scaled(total(parts), scale / weights), (Fraction(0), 0), (INFINITE, 0))


def _coverage(framework: Table, figures: Sequence[Outcome]) -> Fraction | None:
    """Return the share of the points, or of the weights, that figures are reported for."""
    shares, weights = Fraction(0), Fraction(0)
    for group in framework["groups"]:
        members = [each for each in figures if each.case.indicator["group"] == group["id"]]
        due = sum((each.due for each in members), Fraction(0))
        weight = Fraction(group.get("weight", due))
        if due:
            weights += weight
            shares += weight * sum(each.due for each in members if each.reported) / due
    return shares / weights if weights else None


def _band(framework: Table, figures: Sequence[Outcome], score: Interval) -> list[str] | None:
    """Return the bands that a score can lie in, the highest first, or None."""
    bands = framework.get("bands", [])
    pending = any(figure.early for figure in figures)
    if pending or "bands" in framework.get("assumed", []) or not bands:
        return None
    edges: list[End] = [(Fraction(band["from"]), 0) for band in bands]
    if score.low < edges[-1]:
        return None
    first, last = (
        next(place for place, edge in enumerate(edges) if end >= edge)
        for end in (score.high, score.low)
    )
    given: set[int] = set()
    for start in range(first, last + 1):
        for place in range(start, len(bands) + 1):
            given.add(place)
            asked = _asked(bands[place], figures) if place < len(bands) else "met"
            if asked == "missed":
                given.discard(place)
            if asked == "met":
                break
    return None if len(bands) in given else [bands[place]["id"] for place in sorted(given)]


def _asked(band: Table, figures: Iterable[Outcome]) -> str:
    """Return whether what a band requires is "met", "missed" or "open"."""
    requires = band.get("requires", [])
    asks = {
        figure.asks
        for figure in figures
        if (not figure.case.extra if requires == "all" else figure.case.indicator["id"] in requires)
    }
    return "missed" if "missed" in asks else "open" if "open" in asks else "met"
