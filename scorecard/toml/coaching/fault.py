"""Where a text is no TOML, and what is told of that place."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from scorecard.diagnostic import Finding, Mend, Related
from scorecard.i18n.sayings import say

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


class Fault(NamedTuple):
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
        return self.text[self.start :].partition("\n")[0].removesuffix("\r")

    @property
    def column(self) -> int:
        """The offset in the line."""
        return self.offset - self.start

    @property
    def written(self) -> Range:
        """The columns of the line without the blanks around it."""
        return stripped(self.row, 0, len(self.row))

    def fault(
        self,
        span: Range,
        reason: str,
        hint: str,
        instead: str | None = None,
        over: Range | None = None,
        related: Related | None = None,
        mend: str = "",
    ) -> Fault:
        """Return the fault at a range of the line.

        `instead` is what can be read in its place, or in place of another range that is not empty;
        `mend` what is surely meant by it.
        """
        place = (self.start + span[0], self.start + span[1])
        arguments = {"reason": reason, "hint": hint}
        mends = (Mend(mend, place=place),) if mend else ()
        finding = Finding("SC103", (), arguments, place=place, related=related, mends=mends)
        first, last = over or span
        if instead is None or first == last:
            return Fault(finding)
        return Fault(finding, (Edit(self.start + first, self.start + last, instead),))


@dataclass(frozen=True)
class Sign:
    """Signs that are wrong where they stand: `at`, or all that matches; `over` is passed over.

    The reason and the hint are keys; what is found fills in their `sign`.
    """

    pattern: str
    reason: str
    hint: str
    instead: str | None = None

    def __call__(self, where: Where, column: int | None = None) -> Fault | None:
        """Tell of them at the place, or at another column of its line."""
        pattern = re.compile(self.pattern)
        found = pattern.match(where.row, where.column if column is None else column)
        if found is None:
            return None
        at = found.span("at" if "at" in pattern.groupindex else 0)
        over = found.span("over") if "over" in pattern.groupindex else at
        quoted = shortened(where.row[slice(*at)])
        reason, hint = say(self.reason, sign=quoted), say(self.hint, sign=quoted)
        return where.fault(at, reason, hint, self.instead, over)


def as_text(text: str) -> str:
    """Return a text as it is written in quotes, shortened where it is long."""
    escaped = shortened(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def shortened(text: str) -> str:
    """Return a piece of the text as it is quoted, with its end left out where it is long."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"


def stripped(text: str, start: int, end: int) -> Range:
    """Return a range of a text without the blanks around what it holds."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(text[start:end].rstrip())
