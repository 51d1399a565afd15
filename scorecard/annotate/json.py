"""Diagnostics as JSON, version 1."""

from scorecard.annotate.report import Report
from scorecard.diagnostic import SecondSpot
from scorecard.medium import Medium
from scorecard.tree import Json, json_text

VERSION = 1


def annotate_json(report: Report, _: Medium) -> str:
    """Return all diagnostics; lines and columns count from 1, columns in code points."""
    found: list[Json] = [
        {
            "code": item.code,
            "severity": item.severity.value,
            "message": item.message,
            "hint": item.hint or None,
            "file": item.file,
            "line": item.line,
            "column": item.column,
            "end_line": item.end_line,
            "end_column": item.end_column,
            "related": _related(item.related) if item.related else None,
        }
        for item in report.diagnostics
    ]
    record: dict[str, Json] = {
        "version": VERSION,
        "command": "validate",
        "checked": report.checked,
        "diagnostics": found,
    }
    return f"{json_text(record)}\n"


def _related(spot: SecondSpot) -> Json:
    return {
        "message": spot.message,
        "line": spot.line,
        "column": spot.column,
        "end_line": spot.end_line,
        "end_column": spot.end_column,
    }
