"""What JSON has of a report, version 1."""

from collections.abc import Iterable

from scorecard.measure.target import Threshold
from scorecard.measure.what_if import Supposition
from scorecard.model.fields import Text, by_language
from scorecard.model.framework import Framework
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


def target_record(target: Threshold | None) -> dict[str, Json] | None:
    """Return a target with its basis, period and source."""
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


def text_record(text: Text) -> dict[str, Json]:
    """Return a text of a file by language."""
    return {language or UNDETERMINED: words for language, words in by_language(text).items()}
