"""Diagnostics as Markdown, for the summary of a job."""

from collections.abc import Iterator

from scorecard.formats.findings import Report, advice, summary, weight
from scorecard.formats.markdown import escaped, line
from scorecard.i18n.sayings import say
from scorecard.text.medium import Medium
from scorecard.text.printable import printable

_COLUMNS = ("place", "severity", "code", "wrong")


def annotate_markdown(report: Report, _: Medium) -> str:
    """Return how much was found, and a row for each diagnostic."""
    return "".join(f"{each}\n" for each in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield summary(report)
    if report.diagnostics:
        yield ""
        yield line(say(f"finding.{each}") for each in _COLUMNS)
        yield line(("---",) * 4)
    for item in report.diagnostics:
        place = printable(item.place)
        told = escaped(printable(advice(item)))
        yield line((escaped(place), weight(item), item.code, told))
