"""Standings as a tree of values for programs, version 1."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from scorecard.measure.assessment import Assessment, Sum
from scorecard.measure.change import Change, change
from scorecard.measure.comparison import Standing
from scorecard.measure.next_band import NextBand, next_band
from scorecard.measure.outcome import Measured, Outcome
from scorecard.measure.sensitivity import Stability
from scorecard.measure.target import Threshold
from scorecard.measure.what_if import Supposition
from scorecard.model.fields import by_language
from scorecard.model.framework import Framework, Group
from scorecard.numbers.interval import Interval
from scorecard.numbers.quantity import spell
from scorecard.text.json import Json

VERSION = 1

UNDETERMINED = "und"
"""The language code of a text that is given without one (ISO 639-2)."""


def record(
    command: str,
    framework: Framework | None,
    units: Json,
    notes: Iterable[tuple[str, str]] = (),
    suppositions: Iterable[Supposition] = (),
) -> dict[str, Json]:
    """Return what a command shows; the framework is None where units are under several."""
    return {
        "version": VERSION,
        "command": command,
        "framework": framework_record(framework) if framework else None,
        "what_if": [
            {"unit": item.unit, "indicator": item.indicator, "value": spell(item.value)}
            for item in suppositions
        ],
        "units": units,
        "notes": [{"code": code, "message": message} for code, message in notes],
    }


def framework_record(framework: Framework) -> dict[str, Json]:
    """Return a framework by id and edition."""
    return {"id": framework.id, "edition": framework.edition}


def unit_record(standing: Standing, earlier: Assessment | None = None) -> dict[str, Json]:
    """Return all that is known of a unit."""
    assessment, rank = standing.assessment, standing.rank
    unit = assessment.scorecard.unit
    return {
        "id": unit.id,
        "name": _text(by_language(unit.name)),
        "level": unit.level,
        "period": assessment.scorecard.period.text,
        "framework": framework_record(assessment.framework),
        "score": interval_record(assessment.total.score),
        "reported_score": _number_orinterval_record(assessment.reported.score),
        "coverage": assessment.coverage,
        "band": [band.id for band in assessment.bands] or None,
        "rank": {"best": rank.best, "worst": rank.worst} if rank else None,
        "unranked": standing.unranked,
        "sensitivity": _stability(standing.stability),
        "next_band": _next_band(next_band(assessment)),
        "groups": [_group(group, summed) for group, summed in assessment.groups],
        "figures": [figure_record(item, change(item, earlier)) for item in assessment.measured],
    }


def _stability(stability: Stability | None) -> dict[str, Json] | None:
    if stability is None:
        return None
    return {"at_rank": stability.at_rank, "best": stability.best, "worst": stability.worst}


def _next_band(ahead: NextBand | None) -> dict[str, Json] | None:
    if ahead is None:
        return None
    gains: list[Json] = [
        {"id": gain.item.indicator.id, "now": gain.now, "then": gain.then, "points": gain.points}
        for gain in ahead.gains
    ]
    return {"id": ahead.band.id, "points": ahead.points, "gains": gains}


def _group(group: Group, summed: Sum) -> dict[str, Json]:
    return {
        "id": group.id,
        "score": interval_record(summed.score),
        "points": interval_record(summed.points),
        "max": summed.most,
    }


def figure_record(item: Measured, changed: Change | None = None) -> dict[str, Json]:
    """Return one figure with everything that is computed from it."""
    figure, outcome = item.figure, item.outcome
    return {
        "id": item.indicator.id,
        "value": interval_record(item.value),
        "printed": spell(figure.value) if figure and figure.value else None,
        "absent": item.absent,
        **_outcome(outcome),
        "points": interval_record(item.points),
        "max": item.most,
        "source": figure.source if figure else None,
        "other_targets": [_outcome(other) for other in item.others],
        "change": interval_record(changed.difference) if changed else None,
        "change_since": changed.since.text if changed else None,
        "what_if": item.supposed,
    }


def _outcome(outcome: Outcome) -> dict[str, Json]:
    return {
        "target": _target(outcome.target),
        "completion": interval_record(outcome.completion),
        "pace": interval_record(outcome.pace),
        "verdict": outcome.verdict,
    }


def _target(target: Threshold | None) -> dict[str, Json] | None:
    if target is None:
        return None
    return {
        "value": interval_record(target.bounds),
        "basis": target.basis,
        "id": target.id,
        "period": target.period.text if target.period else None,
        "source": target.source,
    }


def interval_record(interval: Interval | None) -> dict[str, Json] | None:
    """Return an interval with its ends; None of an end that has no bound."""
    if interval is None:
        return None
    return {
        "low": interval.low,
        "high": interval.high,
        "low_open": interval.low_side > 0,
        "high_open": interval.high_side < 0,
        "approximate": interval.approximate,
    }


def _number_orinterval_record(interval: Interval | None) -> Fraction | dict[str, Json] | None:
    return interval.low if interval and interval.exact else interval_record(interval)


def _text(text: Mapping[str, str]) -> dict[str, Json]:
    return {language or UNDETERMINED: words for language, words in text.items()}
