"""Diagnostics as annotations of a GitHub workflow run."""

from scorecard.diagnostic import Diagnostic
from scorecard.formats.findings import Report, placed, summary
from scorecard.i18n.rules import Severity
from scorecard.text.medium import Medium

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotate_github(report: Report, _: Medium) -> str:
    """Return a workflow command for each diagnostic, with everything in it escaped, and a count.

    What the runner reads is said in actions/toolkit, packages/core/src/command.ts. Its log shows
    the message alone, and a pull request ten annotations a step.
    """
    lines = (*map(_annotation, report.diagnostics), summary(report))
    return "".join(f"{line}\n" for line in lines)


def _annotation(item: Diagnostic) -> str:
    spot = item.spot
    # A workbook has no lines.
    lines = {"line": item.line, "endLine": spot.end_line} if spot.sheet is None else {}
    place = {"file": item.file, **lines, "title": item.code}
    if lines and item.line == spot.end_line:
        # Columns of a range over several lines are refused by the runner.
        place |= {"col": item.column, "endColumn": spot.end_column}
    values = {name: _data(str(value)) for name, value in place.items()}
    safe = {name: each.replace(":", "%3A").replace(",", "%2C") for name, each in values.items()}
    properties = ",".join(f"{name}={each}" for name, each in safe.items())
    message = placed(item, f"{item.code} {item.message}")
    text = f"{message}\n{item.hint}" if item.hint else message
    return f"::{COMMANDS[item.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
