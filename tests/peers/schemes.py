"""Schemes that others published: as frameworks, and their figures as scorecards."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework
from scorecard.model.level import Level
from scorecard.model.scorecard import Scorecard

Row = Mapping[str, str]
Keys = Mapping[str, object]

ASEM_WEIGHTS = {
    **dict.fromkeys(("conecfin", "instit", "p2p", "physical", "political"), 3),
    **dict.fromkeys(("environ", "social", "susecfin"), 5),
}
"""Five pillars of connectivity and three of sustainability; both halves weigh 15."""

NIRF_POINTS = {"tlr": 30, "rpc": 30, "go": 20, "oi": 10, "pr": 10}


def published(name: str) -> list[Row]:
    """Return the rows of a published table, such as "nirf/institutes"."""
    path = Path(__file__).parent / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def half_up(number: Fraction, decimals: int) -> Fraction:
    """Return a number rounded to so many decimals, a half upwards."""
    unit = Fraction(1, 10**decimals)
    return (number + unit / 2) // unit * unit


def asem() -> dict[str, Assessment]:
    """Return countries by code: each indicator runs from the worst figure to the best."""
    countries = published("asem/figures")
    indicators = [
        _from_worst_to_best(row, [Decimal(each[row["indicator"]]) for each in countries])
        for row in published("asem/indicators")
    ]
    groups = [{"id": name, "weight": weight} for name, weight in ASEM_WEIGHTS.items()]
    under = _framework("asem", "2018", groups, indicators)
    return {row["country"]: _assessed(under, row["country"], "nation", row) for row in countries}


def nirf(**scoring: object) -> dict[str, Assessment]:
    """Return institutes by name: parameters of at most 100, which weigh by their points."""
    indicators = [
        {
            "id": name,
            "group": name,
            "target": {"value": 100, "basis": "maximum"},
            "points": points,
            # One published value lies beyond the maximum.
            "limits": [0, Decimal("100.04")],
        }
        for name, points in NIRF_POINTS.items()
    ]
    under = _framework("nirf", "2021", [{"id": name} for name in NIRF_POINTS], indicators, scoring)
    institutes = published("nirf/institutes")
    return {row["name"]: _assessed(under, row["name"], "agency", row) for row in institutes}


def openssf(**scoring: object) -> dict[str, Assessment]:
    """Return projects by name: checks of at most 10, which weigh by their risk."""
    checks = published("openssf/checks")
    indicators = [
        {
            "id": _name(row["check"]),
            "group": row["risk"],
            "target": {"value": 10, "basis": "maximum"},
            "points": Decimal(row["points"]),
        }
        for row in checks
    ]
    groups = [{"id": risk} for risk in dict.fromkeys(row["risk"] for row in checks)]
    under = _framework("openssf", "2023", groups, indicators, {"scale": 10, **scoring})
    projects = published("openssf/projects")
    return {row["project"]: _assessed(under, row["project"], "agency", row) for row in projects}


def _from_worst_to_best(row: Row, figures: Sequence[Decimal]) -> Keys:
    lowest, highest = min(figures), max(figures)
    higher = row["direction"] == "1"
    worst, best = (lowest, highest) if higher else (highest, lowest)
    return {
        "id": _name(row["indicator"]),
        "group": _name(row["pillar"]),
        "direction": "higher" if higher else "lower",
        "method": "baseline",
        "baseline": worst,
        # No scale: where lower is better, there is none.
        "target": {"value": best, "basis": "external", "source": "the best of all countries"},
        "limits": [lowest, highest],
    }


def _framework(
    name: str,
    edition: str,
    groups: Iterable[Keys],
    indicators: Iterable[Keys],
    scoring: Keys | None = None,
) -> Framework:
    return Framework.model_validate(
        {
            "format": 1,
            "id": name,
            "edition": edition,
            "name": name,
            "basis": "as published",
            "scoring": scoring or {},
            "groups": [{"name": keys["id"], **keys} for keys in groups],
            "defaults": {"unit": "points", "kind": "rate"},
            "indicators": [{"name": keys["id"], **keys} for keys in indicators],
        }
    )


def _assessed(under: Framework, unit: str, level: Level, row: Row) -> Assessment:
    """Put the figures of a row under a framework, whose edition is their year."""
    stated = {_name(key): text for key, text in row.items()}
    figures = {indicator.id: _figure(stated[indicator.id]) for indicator in under.indicators}
    slug = _name(unit).replace("_", "-")
    card = {
        "format": 1,
        "framework": under.id,
        "period": under.edition,
        "unit": {"id": slug, "name": unit, "level": level},
        "figures": figures,
    }
    return Assessment(Scorecard.model_validate(card), under)


def _figure(text: str) -> object:
    return {"absent": "missing"} if text == "?" else Decimal(text)


def _name(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
