"""Diagnostics for people: what is wrong, the line with a mark below it, and how to mend it."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style

from scorecard.annotate.report import Report
from scorecard.diagnostic import Diagnostic, Severity, Spot
from scorecard.medium import Medium

_STYLES = {
    Severity.ERROR: Style.parse("bold red"),
    Severity.WARNING: Style.parse("bold yellow"),
    Severity.NOTE: Style.parse("bold cyan"),
}
_BOLD = Style.parse("bold")


def annotate_text(report: Report, medium: Medium) -> str:
    """Return each diagnostic with its source line and hint, and a summary at the end."""
    # A run can find thousands, and they are never wrapped: a console would only take time.
    colours = ColorSystem.STANDARD if medium.colour else None
    lines: list[str] = []
    for item in report.diagnostics:
        lines += [*_diagnostic(item, colours), ""]
    return "\n".join([*lines, _summary(report), ""])


def _diagnostic(item: Diagnostic, colours: ColorSystem | None) -> Iterator[str]:
    style = _STYLES[item.severity]
    head = style.render(f"{item.severity.value}[{item.code}]", color_system=colours)
    yield f"{head}: {item.message}"
    yield from _spot(item.file, item, style, colours)
    if item.hint:
        yield f"  = {_BOLD.render('help', color_system=colours)}: {item.hint}"
    if item.related:
        style = _STYLES[Severity.NOTE]
        yield f"{style.render('note', color_system=colours)}: {item.related.message}"
        yield from _spot(item.file, item.related, style, colours)


def _spot(file: str, spot: Spot, style: Style, colours: ColorSystem | None) -> Iterator[str]:
    yield f"  --> {file}:{spot.line}:{spot.column}"
    if spot.source.strip():
        start, end = spot.mark
        marks = "^" * max(cell_len(spot.source[start:end]), 1)
        before = " " * cell_len(spot.source[:start])
        yield f"{spot.line} | {spot.source}"
        yield f"{' ' * len(str(spot.line))} | {before}{style.render(marks, color_system=colours)}"


def _summary(report: Report) -> str:
    counts = [
        f"{number} {severity.value}{'s' if number != 1 else ''}"
        for severity in Severity
        if (number := report.count(severity))
    ]
    files = f"{report.checked} file{'s' if report.checked != 1 else ''} checked"
    accepted = f" ({report.accepted} accepted by the baseline)" if report.accepted else ""
    return f"{files}: {', '.join(counts) or 'no findings'}{accepted}"
