"""Diagnostics as Markdown, for the summary of a job."""

from collections.abc import Iterator

from scorecard.formats.findings import Report, advice, summary
from scorecard.formats.markdown import escaped, line
from scorecard.text.medium import Medium
from scorecard.text.printable import printable


def annotate_markdown(report: Report, _: Medium) -> str:
    """Return how much was found, and a row for each diagnostic."""
    return "".join(f"{each}\n" for each in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield summary(report)
    if report.diagnostics:
        yield ""
        yield line(("Place", "Severity", "Code", "What is wrong"))
        yield line(("---",) * 4)
    for item in report.diagnostics:
        place = printable(item.place)
        told = escaped(printable(advice(item)))
        yield line((escaped(place), item.severity.value, item.code, told))
