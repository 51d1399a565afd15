"""Where a scorecard was read from."""

from typing import Protocol


class Origin(Protocol):
    """The file that a scorecard was read from."""

    @property
    def name(self) -> str:
        """The name that the user knows it by."""

    def line_of(self, *path: str) -> int:
        """Return the line, from 1, of the key at a path."""
