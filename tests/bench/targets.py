"""Ratios between medians of one run of the benchmark, and what they are to come to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bench.timing import Result

TARGET_FILES = 10_000
"""The size that targets are stated for."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as much, or MB, or seconds; without a limit it is for information."""

    what: str
    value: float
    limit: float | None = None
    way: Literal["at most", "at least"] = "at most"
    unit: Literal["times", "MB", "s"] = "times"

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.limit is None:
            return None
        return self.value <= self.limit if self.way == "at most" else self.value >= self.limit


def by_name(results: Iterable[Result]) -> dict[tuple[str, int], Result]:
    """Return results by name and number of files."""
    return {(result.case.name, result.case.files): result for result in results}
