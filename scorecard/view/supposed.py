"""What is said of figures that nobody has reported."""

from collections.abc import Iterator, Sequence

from scorecard.measure.what_if import Supposition
from scorecard.quantity import spell
from scorecard.view.blocks import Note
from scorecard.view.words import Words


def what_if_note(suppositions: Sequence[Supposition], words: Words) -> Iterator[Note]:
    """Yield the note that goes before everything else where something is supposed."""
    if suppositions:
        names = "; ".join(
            f"{item.unit or words('what-if.all')}: {item.indicator} = {spell(item.value)}"
            for item in suppositions
        )
        yield Note(words("what-if", suppositions=names))
