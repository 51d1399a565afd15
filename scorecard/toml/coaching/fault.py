"""Where a text is no TOML, and what is told of that place."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from scorecard.diagnostic import Finding, Related

_LONGEST_QUOTE = 40

Range = tuple[int, int]
"""A half-open range: of offsets in a text, or of columns in one of its lines."""


class Edit(NamedTuple):
    """What is read in place of a range of a text; it is filled up with blanks.

    It has as many line ends as the range, and is longer only at the end of a line.
    """

    start: int
    end: int
    instead: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is told of a place, and the edits with which the text can be read from there on.

    Where there are none, all that is around an offset must be passed over: that of the place, or
    another one. Behind the `last` fault, which is one of the whole file, nothing else is told.
    """

    finding: Finding
    edits: tuple[Edit, ...] = ()
    around: int | None = None
    last: bool = False


@dataclass(frozen=True)
class Where:
    """The offset in a text at which the reader stopped, and the reason that it gave."""

    text: str
    offset: int
    reason: str

    @cached_property
    def start(self) -> int:
        """The offset of the line."""
        return self.text.rfind("\n", 0, self.offset) + 1

    @cached_property
    def row(self) -> str:
        """The line, without its end."""
        end = self.text.find("\n", self.start)
        return self.text[self.start : end if end >= 0 else None].removesuffix("\r")

    @property
    def column(self) -> int:
        """The offset in the line."""
        return self.offset - self.start

    @property
    def written(self) -> Range:
        """The columns of the line without the blanks around it."""
        start = len(self.row) - len(self.row.lstrip())
        return start, max(start, len(self.row.rstrip()))

    def fault(
        self,
        span: Range,
        reason: str,
        hint: str,
        instead: str | None = None,
        over: Range | None = None,
        related: Related | None = None,
    ) -> Fault:
        """Return the fault at a range of the line.

        `instead` is what can be read in its place, or in place of another range of the line.
        """
        place = (self.start + span[0], self.start + span[1])
        arguments = {"reason": reason, "hint": hint}
        finding = Finding("SC103", arguments=arguments, place=place, related=related)
        if instead is None:
            return Fault(finding)
        first, last = over or span
        return Fault(finding, (Edit(self.start + first, self.start + last, instead),))


def as_text(text: str) -> str:
    """Return a text as it is written in quotes, shortened where it is long."""
    escaped = shortened(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def shortened(text: str) -> str:
    """Return a piece of the text as it is quoted, with its end left out where it is long."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
