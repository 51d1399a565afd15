"""What a check found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """How many files were checked, and all that was found in them, by file and place."""

    checked: int
    diagnostics: Sequence[Diagnostic]

    def count(self, severity: Severity) -> int:
        """Return how many findings are of a severity."""
        return Counter(item.severity for item in self.diagnostics)[severity]
