"""Diagnostics for people: what is wrong, the line with a mark below it, and how to mend it."""

import io
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from scorecard.annotate.report import Report
from scorecard.diagnostic import Diagnostic, Severity
from scorecard.medium import Medium

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}


def annotate_text(report: Report, medium: Medium) -> str:
    """Return each diagnostic with its source line and hint, and a summary at the end."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=10**6,
        force_terminal=medium.colour,
        color_system="standard" if medium.colour else None,
        no_color=not medium.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for item in report.diagnostics:
        for line in _diagnostic(item):
            console.print(line, soft_wrap=True)
        console.print()
    console.print(_summary(report), soft_wrap=True)
    return out.getvalue()


def _diagnostic(item: Diagnostic) -> Iterator[Text]:
    style = STYLES[item.severity]
    yield Text.assemble((f"{item.severity.value}[{item.code}]", style), f": {item.message}")
    yield Text.assemble("  --> ", f"{item.file}:{item.line}:{item.column}")
    if item.source.strip():
        gutter = len(str(item.line))
        before = item.source[: item.column - 1]
        last = item.end_column - 1 if item.end_line == item.line else len(item.source)
        width = max(cell_len(item.source[item.column - 1 : last]), 1)
        yield Text(f"{item.line} | {item.source}")
        marks = Text.assemble(" " * gutter, " | ", " " * cell_len(before), ("^" * width, style))
        yield marks
    if item.hint:
        yield Text.assemble("  = ", ("help", "bold"), f": {item.hint}")


def _summary(report: Report) -> Text:
    counts = [
        f"{number} {severity.value}{'s' if number != 1 else ''}"
        for severity in Severity
        if (number := report.count(severity))
    ]
    files = f"{report.checked} file{'s' if report.checked != 1 else ''} checked"
    return Text(f"{files}: {', '.join(counts) or 'no findings'}")
