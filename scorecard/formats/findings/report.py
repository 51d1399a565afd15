"""What a check found."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from scorecard.diagnostic import Diagnostic
from scorecard.i18n.rules import Severity
from scorecard.text.printable import Printable


class Report(NamedTuple):
    """How many files were checked, and all that was found in them, by file and place.

    `accepted` counts findings that a baseline knows already and that are left out.
    """

    checked: int
    diagnostics: Sequence[Diagnostic]
    files: Sequence[Printable] = ()
    accepted: int = 0

    def count(self, severity: Severity) -> int:
        """Return how many findings are of a severity."""
        return Counter(item.severity for item in self.diagnostics)[severity]


def advice(item: Diagnostic) -> str:
    """Return what is wrong and how to mend it, as sentences."""
    return f"{item.message}. {item.hint}" if item.hint else item.message
