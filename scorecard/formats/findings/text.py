"""Diagnostics for people: what is wrong, the line with a mark below it, and how to mend it."""

from collections.abc import Iterator

from scorecard.diagnostic import Diagnostic, Spot
from scorecard.formats.findings import Report, summary, weight
from scorecard.i18n.rules import Severity
from scorecard.i18n.sayings import say
from scorecard.text.medium import Medium
from scorecard.text.printable import Printable

_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_BOLD = "1"


def annotate_text(report: Report, medium: Medium) -> str:
    """Return each diagnostic with its source line and hint, and a summary at the end."""
    # A run can find thousands, and they are never wrapped: a console would only take time.
    lines: list[str] = []
    for item in report.diagnostics:
        lines += [*_diagnostic(item, medium.colour), ""]
    return "\n".join([*lines, summary(report), ""])


def _diagnostic(item: Diagnostic, colour: bool) -> Iterator[str]:
    style = _STYLES[item.severity]
    head = _painted(f"{weight(item)}[{item.code}]", style, colour)
    yield f"{head}: {item.message}"
    yield from _spot(item.file, item.spot, style, colour)
    if item.hint:
        yield f"  = {_painted(say('finding.help'), _BOLD, colour)}: {item.hint}"
    if item.related:
        style = _STYLES[Severity.NOTE]
        yield f"{_painted(say('finding.note'), style, colour)}: {item.related.message}"
        yield from _spot(item.file, item.related.spot, style, colour)


def _spot(file: Printable, spot: Spot, style: str, colour: bool) -> Iterator[str]:
    yield f"  --> {spot.within(file)}"
    if spot.source.strip():
        # Where nothing is found, nothing is to be measured: rich takes its time to begin with.
        from rich.cells import cell_len

        start, end = spot.mark
        marks = _painted("^" * max(cell_len(spot.source[start:end]), 1), style, colour)
        label = spot.cell or str(spot.line)
        yield f"{label} | {spot.source}"
        yield f"{' ' * len(label)} | {' ' * cell_len(spot.source[:start])}{marks}"


def _painted(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text
