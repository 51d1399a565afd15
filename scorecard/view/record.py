"""Standings as a tree of values for programs, version 1."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from scorecard.interval import Interval
from scorecard.measure.assessment import Measured, Sum
from scorecard.measure.comparison import Standing
from scorecard.measure.target import Threshold
from scorecard.model.framework import Framework, Group
from scorecard.quantity import spell
from scorecard.tree import Json

VERSION = 1

UNDETERMINED = "und"
"""The language code of a text that is given without one (ISO 639-2)."""


def record(
    command: str,
    framework: Framework | None,
    standings: Iterable[Standing],
    notes: Iterable[tuple[str, str]],
) -> dict[str, Json]:
    """Return what a command shows; the framework is None where units are under several."""
    return {
        "version": VERSION,
        "command": command,
        "framework": _framework(framework) if framework else None,
        "units": [_unit(standing) for standing in standings],
        "notes": [{"code": code, "message": message} for code, message in notes],
    }


def _framework(framework: Framework) -> dict[str, Json]:
    return {"id": framework.id, "edition": framework.edition}


def _unit(standing: Standing) -> dict[str, Json]:
    assessment, rank = standing.assessment, standing.rank
    unit = assessment.scorecard.unit
    return {
        "id": unit.id,
        "name": _text(unit.name),
        "level": unit.level,
        "period": assessment.scorecard.period.text,
        "framework": _framework(assessment.framework),
        "score": _interval(assessment.total.score),
        "reported_score": _number_or_interval(assessment.reported.score),
        "coverage": assessment.coverage,
        "band": [band.id for band in assessment.bands] or None,
        "rank": {"best": rank.best, "worst": rank.worst} if rank else None,
        "unranked": standing.unranked,
        "groups": [_group(group, summed) for group, summed in assessment.groups],
        "figures": [_figure(item) for item in assessment.measured],
    }


def _group(group: Group, summed: Sum) -> dict[str, Json]:
    return {
        "id": group.id,
        "score": _interval(summed.score),
        "points": _interval(summed.points),
        "max": summed.most,
    }


def _figure(item: Measured) -> dict[str, Json]:
    figure = item.figure
    return {
        "id": item.indicator.id,
        "value": _interval(item.value),
        "printed": spell(figure.value) if figure and figure.value else None,
        "absent": item.absent,
        "target": _target(item.target),
        "completion": _interval(item.completion),
        "verdict": item.verdict,
        "points": _interval(item.points),
        "max": item.most,
        "source": figure.source if figure else None,
    }


def _target(target: Threshold | None) -> dict[str, Json] | None:
    if target is None:
        return None
    return {"value": _interval(target.bounds), "basis": target.basis}


def _interval(interval: Interval | None) -> dict[str, Json] | None:
    if interval is None:
        return None
    return {
        "low": interval.low,
        "high": interval.high,
        "low_open": interval.low_side > 0,
        "high_open": interval.high_side < 0,
        "approximate": interval.approximate,
    }


def _number_or_interval(interval: Interval | None) -> Fraction | dict[str, Json] | None:
    return interval.low if interval and interval.exact else _interval(interval)


def _text(text: Mapping[str, str]) -> dict[str, Json]:
    return {language or UNDETERMINED: words for language, words in text.items()}
