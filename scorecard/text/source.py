"""The text of a source, by its paragraphs, and where in it a number is printed."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from scorecard.numbers.quantity import Quantity

if TYPE_CHECKING:
    # Its patterns take long to compile, and few scorecards have the text of a source.
    from scorecard.numbers.printed import Passage, Spot

LONGEST_SENTENCE = 240
"""The most characters of a sentence that are shown."""

_UNSEEN = dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF))
_UNSEEN.update(dict.fromkeys(range(0x2066, 0x206A)))
_PARTING = re.compile(r"\n[^\S\n]*\n")
_END = re.compile(r"[.!?؟;؛…]+(?=\s)")
_PLACE = re.compile(r"p\s?([0-9]+)", re.ASCII)


class Where(NamedTuple):
    """A place in a text: the number of the paragraph, from 1, and where in that."""

    paragraph: int
    passage: "Passage"
    spot: "Spot"

    @property
    def printed(self) -> str:
        """What stands there."""
        return self.passage.text[self.spot.start : self.spot.end]

    @property
    def sentence(self) -> str:
        """The sentence around it, cut on both sides where it is long."""
        text, (start, end, _) = self.passage.text, self.spot
        first = max((each.end() for each in _END.finditer(text, 0, start)), default=0)
        after = _END.search(text, end)
        last = after.end() if after else len(text)
        spare = max(0, LONGEST_SENTENCE - (end - start))
        left = max(first, min(start - spare // 2, last - LONGEST_SENTENCE))
        right = min(last, left + LONGEST_SENTENCE)
        before, behind = "…" if left > first else "", "…" if right < last else ""
        return f"{before}{text[left:right].strip()}{behind}"


class SourceText:
    """A text by paragraphs: what blank lines part, or each line where there are none."""

    def __init__(self, text: str) -> None:
        self._text = unicodedata.normalize("NFC", text.translate(_UNSEEN)).strip()

    @cached_property
    def paragraphs(self) -> tuple["Passage", ...]:
        """The paragraphs that say something, in their order."""
        from scorecard.numbers.printed import Passage

        lines = "\n".join(self._text.splitlines())
        parts = _PARTING.split(lines) if _PARTING.search(lines) else lines.split("\n")
        return tuple(Passage(part) for part in parts if part.strip())

    @cached_property
    def _places(self) -> dict[Decimal, list[int]]:
        """In which paragraphs each number is printed."""
        places: dict[Decimal, list[int]] = {}
        for number, passage in enumerate(self.paragraphs, start=1):
            for amount in passage.amounts:
                places.setdefault(amount, []).append(number)
        return places

    def numbered(self, place: str | None) -> int | None:
        """Return which paragraph a place in a source names (p3), if it names one."""
        match = _PLACE.fullmatch(place or "")
        return int(match[1]) if match else None

    def find(self, quantity: Quantity, paragraph: int | None = None) -> Where | None:
        """Return where a quantity is printed, in its own words if anywhere.

        It is looked for in one paragraph, from 1, or in all of them; there has to be that one.
        """
        found: Where | None = None
        for where in self._spots(quantity, paragraph):
            if where.spot.same:
                return where
            found = found or where
        return found

    def _spots(self, quantity: Quantity, paragraph: int | None) -> Iterator[Where]:
        chosen = {paragraph} if paragraph is not None else set[int]()
        if paragraph is None:
            chosen.update(self._places.get(quantity.first, ()))
            chosen.update(self._places.get(abs(quantity.first), ()))
        for number in sorted(chosen):
            passage = self.paragraphs[number - 1]
            if spot := passage.find(quantity):
                yield Where(number, passage, spot)
