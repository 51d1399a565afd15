"""What JSON has of what two states say differently."""

from collections.abc import Iterable

from scorecard.diagnostic import Diagnostic
from scorecard.measure.difference import (
    COMES_TO,
    MOVING,
    Change,
    Difference,
    FigureDifference,
    FrameworkDifference,
    Pair,
    UnitDifference,
    kind,
    last,
)
from scorecard.measure.field import Standing
from scorecard.measure.measured import Measured
from scorecard.report import texts
from scorecard.report.blocks import Note
from scorecard.report.record import (
    VERSION,
    framework_id,
    interval_record,
    outward,
    text_record,
)
from scorecard.text.json import Json
from scorecard.version import __version__


def diff_record(
    found: Difference, names: tuple[str, str], notes: Iterable[Note]
) -> dict[str, Json]:
    """Return what differs between two states of these names."""
    return {
        "version": VERSION,
        "tool": __version__,
        "command": "diff",
        "then": names[0],
        "now": names[1],
        "differs": any(found),
        "differing_frameworks": [_framework(each) for each in found.frameworks],
        "differing_units": [_unit(each) for each in found.units],
        "differing_findings": [_finding(each) for each in found.findings],
        "notes": [{"code": note.code, "message": note.text} for note in notes],
    }


def _stated(changes: Iterable[Change]) -> list[Json]:
    return [each._asdict() for each in changes]


def _framework(found: FrameworkDifference) -> Json:
    change = "changed" if found.changes else kind(found.frameworks)
    return {**framework_id(found.framework), "change": change, "stated": _stated(found.changes)}


def _unit(found: UnitDifference) -> Json:
    card = found.standing.assessment.scorecard
    then, now = (_comes_to(each) for each in found.standings)
    return {
        "id": card.unit.id,
        "name": text_record(card.unit.name),
        "framework": framework_id(found.standing.assessment.framework),
        "period": card.period.text,
        "track": card.track,
        "change": found.kind,
        "stated": _stated(found.changes),
        **_sides(then, now, found.moved, COMES_TO),
        "figures": [_figure(each) for each in found.figures],
    }


def _figure(found: FigureDifference) -> Json:
    then, now = found.figures
    of = now or then
    before, after = (_earned(each) for each in found.measured)
    return {
        "id": found.indicator,
        "change": found.kind,
        "source": of and of.source,
        "stated": _stated(found.changes),
        **_sides(before, after, found.moved, MOVING),
    }


def _sides(
    then: dict[str, Json], now: dict[str, Json], moved: Iterable[str], keys: Iterable[str]
) -> dict[str, Json]:
    """Return what moved, before and after; null of what stayed."""
    kept = set(moved)
    return {key: {"then": then[key], "now": now[key]} if key in kept else None for key in keys}


def _comes_to(standing: Standing | None) -> dict[str, Json]:
    if standing is None:
        return {}
    of, rank = standing.assessment, standing.rank
    return {
        "score": interval_record(of.total.score),
        "score_at_pace": interval_record(of.at_pace and of.at_pace.score),
        "coverage": outward(of.coverage, -1),
        "band": [band.id for band in reversed(of.bands)] or None,
        "rank": rank and rank._asdict(),
        "unranked": standing.unranked,
    }


def _earned(item: Measured | None) -> dict[str, Json]:
    return {
        "completion": interval_record(texts.percent(item and item.completion)),
        "pace": interval_record(texts.percent(item and item.outcome.pace)),
        "verdict": item and item.verdict,
        "mark": item and item.mark,
        "points": interval_record(item and item.points),
    }


def _finding(pair: Pair[Diagnostic]) -> Json:
    of = last(pair)
    return {
        "change": kind(pair),
        "code": of.code,
        "severity": of.severity.value,
        "message": of.message,
        "file": of.file,
        "line": of.line,
    }
