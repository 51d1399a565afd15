"""What a check found, as text or bytes: one function a format."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple, get_args

from scorecard.diagnostic import Diagnostic
from scorecard.formats import written
from scorecard.i18n.rules import Severity
from scorecard.i18n.sayings import counted, say
from scorecard.text.formats import FindingsFormat
from scorecard.text.medium import Medium
from scorecard.text.printable import Printable


class Report(NamedTuple):
    """How many files were checked, and all that was found in them, by file and place.

    `accepted` counts findings that a baseline knows already and that are left out; `command` is
    what found them.
    """

    checked: int
    diagnostics: Sequence[Diagnostic]
    files: Sequence[Printable] = ()
    accepted: int = 0
    command: str = "validate"

    def count(self, severity: Severity) -> int:
        """Return how many findings are of a severity."""
        return sum(item.severity is severity for item in self.diagnostics)


def advice(item: Diagnostic) -> str:
    """Return what is wrong and how to mend it, as sentences."""
    return f"{item.message}. {item.hint}" if item.hint else item.message


def placed(item: Diagnostic, text: str) -> str:
    """Return a text behind its place, for readers that show the message alone."""
    return f"{item.place}: {text}"


def summary(report: Report) -> str:
    """Return how many files were checked, and what was found: `2 files checked: 1 error`."""
    numbers = [(report.count(severity), severity.value) for severity in Severity]
    counts = [counted(f"finding.{name}s", number) for number, name in numbers if number]
    accepted = say("finding.accepted", number=report.accepted) if report.accepted else ""
    checked = counted("finding.checked", report.checked)
    return f"{checked}: {', '.join(counts) or say('finding.none')}{accepted}"


def weight(item: Diagnostic) -> str:
    """Return how much a finding weighs, as people read it."""
    return say(f"finding.{item.severity.value}")


IN_REPOSITORY = ("github", "sarif", "gitlab")
"""Formats that forges read: a file's path is from the root of its repository."""

FORMATS: Mapping[str, Callable[[Report, Medium], str | bytes]] = {
    name: partial(written, f"{__name__}.{name}", f"annotate_{name}")
    for name in get_args(FindingsFormat)
}
"""How diagnostics are written: by the `annotate_` function of the module of each name."""
