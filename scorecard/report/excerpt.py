"""Which units of a comparison are shown, and what is said of those that are not."""

from collections.abc import Iterator
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.comparison import Comparison, Standing
from scorecard.text.printable import Printable


class Excerpt(NamedTuple):
    """How many units are shown from the top and from the bottom; all where neither is said."""

    top: int | None = None
    bottom: int | None = None


ALL = Excerpt()


class Shown(NamedTuple):
    """The units of a comparison that are shown: the first ones, and the last ones."""

    comparison: Comparison
    first: tuple[Standing, ...]
    last: tuple[Standing, ...]

    @property
    def standings(self) -> tuple[Standing, ...]:
        """All that are shown, in the order of the comparison."""
        return (*self.first, *self.last)

    @property
    def left_out(self) -> int:
        """How many are not shown."""
        return len(self.comparison.standings) - len(self.first) - len(self.last)


def excerpt(comparison: Comparison, asked: Excerpt) -> Shown:
    """Return the units that are asked for, each once."""
    standings = comparison.standings
    if asked == ALL:
        return Shown(comparison, standings, ())
    first = standings[: asked.top or 0]
    rest = standings[len(first) :]
    return Shown(comparison, first, rest[max(0, len(rest) - (asked.bottom or 0)) :])


def left_out_note(shown: Shown, asked: Excerpt, words: Words) -> Iterator[tuple[str, Printable]]:
    """Yield the note, with its code, that says how many units are not shown."""
    if shown.left_out:
        named = (("--top", asked.top), ("--bottom", asked.bottom))
        options = " ".join(f"{name} {count}" for name, count in named if count)
        count = len(shown.comparison.standings)
        yield "left-out", words("note.left-out", count=shown.left_out, all=count, options=options)
