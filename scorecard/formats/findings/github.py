"""Diagnostics as annotations of a GitHub workflow run."""

from scorecard.diagnostic import Diagnostic
from scorecard.formats.findings import Report
from scorecard.i18n.rules import Severity
from scorecard.text.medium import Medium

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotate_github(report: Report, _: Medium) -> str:
    """Return a workflow command for each diagnostic, with everything in it escaped.

    What the runner reads is said in actions/toolkit, packages/core/src/command.ts.
    """
    return "".join(f"{_annotation(item)}\n" for item in report.diagnostics)


def _annotation(item: Diagnostic) -> str:
    spot = item.spot
    place = {"file": item.file, "line": item.line, "endLine": spot.end_line, "title": item.code}
    if item.line == spot.end_line:
        # Columns of a range over several lines are refused by the runner.
        place |= {"col": item.column, "endColumn": spot.end_column}
    values = {name: _data(str(value)) for name, value in place.items()}
    safe = {name: each.replace(":", "%3A").replace(",", "%2C") for name, each in values.items()}
    properties = ",".join(f"{name}={each}" for name, each in safe.items())
    message = f"{item.message}\n{item.hint}" if item.hint else item.message
    return f"::{COMMANDS[item.severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
