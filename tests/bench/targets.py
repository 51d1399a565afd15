"""Ratios between medians of one run of the benchmark, and what they are to come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from bench.timing import Result

TARGET_FILES = 10_000
"""The size that targets are stated for."""

Way = Literal["at most", "at least"]
Unit = Literal["×", "MB", "GB", "s", "h", "ms", "files/s"]


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as much, MB, seconds or milliseconds; without a limit for information."""

    what: str
    value: float
    limit: float | None = None
    way: Way = "at most"
    unit: Unit = "×"
    layout: str = ""
    """The layout that it is of, which is the worst of all."""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.limit is None:
            return None
        return self.value <= self.limit if self.way == "at most" else self.value >= self.limit


def worst(
    what: str, values: Mapping[str, float], limit: float, way: Way = "at most", unit: Unit = "×"
) -> Ratio:
    """Return the ratio of the layout that is farthest from the target, or nearest to missing it."""
    layout = (max if way == "at most" else min)(values, key=lambda name: values[name])
    return Ratio(what, values[layout], limit, way, unit, layout)


def by_name(results: Iterable[Result]) -> dict[tuple[int, str, str], Result]:
    """Return results by number of files, layout and name."""
    return {(each.case.files, each.case.layout, each.case.name): each for each in results}
