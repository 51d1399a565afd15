"""Frameworks and scorecards of one group, for examples that are calculated by hand."""

from fractions import Fraction

from oracle.arithmetic import Result, assess
from oracle.case import Table
from oracle.field import rank
from oracle.figures import Outcome
from oracle.quantities import Interval, point

BANDS = {"good": 80, "fair": 50, "weak": 0}


def indicator(name: str, unit: str = "points", kind: str = "stock", **keys: object) -> Table:
    return {"id": name, "group": "g", "name": name, "unit": unit, "kind": kind, **keys}


def percent(name: str, **keys: object) -> Table:
    return indicator(name, "percent", "rate", **keys)


def framework(*indicators: Table, scoring: Table | None = None, **keys: object) -> Table:
    bands = [{"id": band, "from": start} for band, start in BANDS.items()]
    return {
        "id": "f",
        "edition": "1",
        "scoring": scoring or {},
        "bands": bands,
        "groups": [{"id": "g"}],
        "indicators": indicators,
        **keys,
    }


def card(period: str = "2026", **figures: object) -> Table:
    return {"period": period, "unit": {"id": "a", "level": "district"}, "figures": figures}


def card_of(
    unit: str,
    period: str = "2026",
    *,
    figures: Table | None = None,
    track: str | None = None,
    level: str = "district",
    **keys: object,
) -> Table:
    """Return a scorecard of a unit with these keys."""
    about = {"id": unit, "name": unit, "level": level, **keys}
    stated = {"x": 50} if figures is None else figures
    return {"period": period, "track": track, "unit": about, "figures": stated}


def figures(measured: Table, period: str = "2026", **stated: object) -> dict[str, Outcome]:
    found = assess(measured, card(period, **stated)).figures
    return {figure.case.indicator["id"]: figure for figure in found}


def ranks(measured: Table, *cards: Table) -> tuple[list[Result], list[tuple[int, int] | None]]:
    results = [assess(measured, each) for each in cards]
    places = rank(results)
    return results, [None if place is None else (place.best, place.worst) for place in places]


def points(figure: Outcome) -> Interval | None:
    return figure.points(figure.share)


def at(number: str | int | Fraction, shift: int = 0, *, approximate: bool = False) -> Interval:
    return point(Fraction(number), shift, approximate=approximate)


def span(low: Fraction | int, high: Fraction | int) -> Interval:
    return Interval((Fraction(low), 0), (Fraction(high), 0))


YEAR = {"value": 100, "period": "2026", "basis": "stated"}
