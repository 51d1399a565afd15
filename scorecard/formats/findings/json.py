"""Diagnostics as JSON."""

from scorecard.diagnostic import Diagnostic, Spot
from scorecard.formats.findings import Report
from scorecard.text.json import Json, json_text
from scorecard.text.medium import Medium


def annotate_json(report: Report, _: Medium) -> str:
    """Return all diagnostics; lines and columns count from 1, columns in code points."""
    record: dict[str, Json] = {"version": 2, "command": report.command, "checked": report.checked}
    record["diagnostics"] = map(finding_record, report.diagnostics)
    return f"{json_text(record)}\n"


def finding_record(item: Diagnostic) -> dict[str, Json]:
    """Return a finding as JSON has it."""
    related = item.related and _place(item.related.spot, message=item.related.message)
    return {
        "code": item.code,
        "severity": item.severity.value,
        "message": item.message,
        "hint": item.hint or None,
        "file": item.file,
        **_place(item.spot),
        "related": related,
    }


def _place(spot: Spot, **said: Json) -> dict[str, Json]:
    if spot.sheet is not None:
        return said | {"sheet": spot.sheet or None, "cell": spot.cell or None}
    return said | dict(zip(Spot._fields[:4], spot[:4], strict=True))
