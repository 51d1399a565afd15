"""Where a text is no TOML, and what is told of that place."""

from dataclasses import dataclass
from functools import cached_property

from scorecard.diagnostic import Finding, Related

_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """What is told of a place, and the text with something that can be read in its stead.

    All else in that text keeps its place; it is None where nothing behind can be trusted.
    """

    finding: Finding
    mended: str | None


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

    def mended(self, span: tuple[int, int], instead: str) -> str:
        """Return the text with something else, filled up with blanks, at a range of the line."""
        first, last = self.start + span[0], self.start + span[1]
        return f"{self.text[:first]}{instead.ljust(last - first)}{self.text[last:]}"

    def fault(
        self,
        span: tuple[int, int],
        reason: str,
        hint: str,
        instead: str | None = None,
        related: Related | None = None,
    ) -> Fault:
        """Return the fault at a range of the line; `instead` is what can be read in its place."""
        place = (self.start + span[0], self.start + span[1])
        arguments = {"reason": reason, "hint": hint}
        finding = Finding("SC103", arguments=arguments, place=place, related=related)
        return Fault(finding, None if instead is None else self.mended(span, instead))


def as_text(text: str) -> str:
    """Return a text as it is written in quotes, shortened where it is long."""
    escaped = shortened(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def shortened(text: str) -> str:
    """Return a piece of the text as it is quoted, with its end left out where it is long."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
