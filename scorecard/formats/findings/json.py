"""Diagnostics as JSON, version 1."""

from scorecard.diagnostic import Diagnostic, SecondSpot, Spot
from scorecard.formats.findings.report import Report
from scorecard.text.json import Json, json_text
from scorecard.text.medium import Medium

VERSION = 1


def annotate_json(report: Report, _: Medium) -> str:
    """Return all diagnostics; lines and columns count from 1, columns in code points."""
    record: dict[str, Json] = {
        "version": VERSION,
        "command": "validate",
        "checked": report.checked,
        "diagnostics": map(finding_record, report.diagnostics),
    }
    return f"{json_text(record)}\n"


def finding_record(item: Diagnostic) -> dict[str, Json]:
    """Return a finding as JSON has it."""
    return {
        "code": item.code,
        "severity": item.severity.value,
        "message": item.message,
        "hint": item.hint or None,
        "file": item.file,
        **_place(item.spot),
        "related": _related(item.related) if item.related else None,
    }


def _related(second: SecondSpot) -> Json:
    return {"message": second.message, **_place(second.spot)}


def _place(spot: Spot) -> dict[str, Json]:
    return {
        "line": spot.line,
        "column": spot.column,
        "end_line": spot.end_line,
        "end_column": spot.end_column,
    }
