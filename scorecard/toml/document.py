"""The text of one file, and where in it a finding stands."""

import re
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from scorecard.diagnostic import Diagnostic, Finding, Mend, Path, Related, SecondSpot, Spot
from scorecard.text.printable import Printable, printable, printable_in_place
from scorecard.toml.reading import decode, read

if TYPE_CHECKING:
    from scorecard.toml.positions import SpanIndex

WIDEST = 100
"""The most characters of a line that are shown."""

# A text may hold halves of characters, which no file has.
_ODD = "surrogatepass"

# Packed harder it would be a tenth smaller, and take half as long again.
_FAST = 1

_LEAD = 40
# A message quotes names of the file, and a name can be as long as the file.
_LONGEST_MESSAGE = 500


@dataclass(frozen=True)
class Document:
    """A file by the name that the user knows it by, and its text, as it is or packed.

    Without either, the text is read again where it is asked for.
    """

    name: str
    kept: str | bytes | None

    @cached_property
    def text(self) -> str:
        """The text."""
        if isinstance(self.kept, str):
            return self.kept
        if self.kept is None:
            data = read(self.name)
            return decode(data)[0] if isinstance(data, bytes) else ""
        return zlib.decompress(self.kept).decode(errors=_ODD)

    def packed(self) -> "Document":
        """Return the same in a fifth of the room, as there may be very many."""
        return Document(self.name, zlib.compress(self.text.encode(errors=_ODD), _FAST))

    def left(self) -> "Document":
        """Return the same without the text: of most files of very many, nothing is told by line."""
        return Document(self.name, None)

    @cached_property
    def _spans(self) -> "SpanIndex":
        # Only what is wrong has to have a place.
        from scorecard.toml import positions

        return positions.index(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line(self, offset: int) -> int:
        """Return the line, from 1, of an offset in the text, which may be its length."""
        return bisect_right(self._line_starts, offset)

    def place(self, finding: Finding | Related | Mend) -> tuple[int, int]:
        """Return the range of the text, in code points, that the finding is about."""
        if finding.place is not None or not finding.path:
            return finding.place or (0, 0)
        path: Path = ()
        for part in finding.path:
            here = (*path, part)
            # In the text a single value may stand for an array of one.
            if isinstance(part, str) or here in self._spans.values or here in self._spans.keys:
                path = here
        return self._spans.key(path) if finding.on_key else self._spans.place(path)

    def line_of(self, *path: str) -> int:
        """Return the line, from 1, of the key at a path; that of the file where it has none."""
        return self.line(self._spans.key(path).start)

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """Return the finding with its place as lines and columns."""
        other = finding.related
        return Diagnostic(
            code=finding.code,
            severity=finding.severity,
            message=_told(finding.message),
            hint=_told(finding.hint),
            file=printable(self.name),
            spot=self._spot(finding),
            related=SecondSpot(_told(other.message), self._spot(other)) if other else None,
            subject=self._subject(finding),
        )

    def _subject(self, finding: Finding) -> Printable:
        start, end = self.place(finding)
        keys = ".".join(part for part in finding.path if isinstance(part, str))
        said = self.text[start:end].partition("\n")[0][:WIDEST]
        return printable(f"{keys} {said}".strip())

    def _spot(self, finding: Finding | Related) -> Spot:
        start, end = self.place(finding)
        line, end_line = self.line(start), self.line(end)
        first = self._line_starts[line - 1]
        last = first + len(self.text[first:].partition("\n")[0].removesuffix("\r"))
        left = max(first, min(start - _LEAD, last - WIDEST))
        right = min(last, left + WIDEST)
        before, after = "…" if left > first else "", "…" if right < last else ""
        source = f"{before}{self.text[left:right]}{after}".replace("\t", " ")
        mark = min(start, right) - left + len(before)
        return Spot(
            line=line,
            column=start - first + 1,
            end_line=end_line,
            end_column=end - self._line_starts[end_line - 1] + 1,
            source=printable_in_place(source),
            mark=(mark, max(mark, min(end, right) - left + len(before))),
        )


def _told(text: str) -> Printable:
    cut = text if len(text) <= _LONGEST_MESSAGE else f"{text[: _LONGEST_MESSAGE - 1]}…"
    return printable(cut)
