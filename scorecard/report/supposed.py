"""What is said of figures that nobody has reported, and of scorecards that are not shown."""

from collections.abc import Iterator, Sequence

from scorecard.i18n import Words
from scorecard.measure.what_if import Supposition
from scorecard.numbers.quantity import spell
from scorecard.report.blocks import Note
from scorecard.report.texts import note
from scorecard.text.printable import Printable


def what_if_note(suppositions: Sequence[Supposition], words: Words) -> Iterator[Note]:
    """Yield the note that goes before everything else where something is supposed."""
    if suppositions:
        names = "; ".join(
            f"{item.unit or words('what-if.all')}: {item.indicator} = {spell(item.value)}"
            for item in suppositions
        )
        yield note(words("what-if", suppositions=names), words)


def other_frameworks(
    others: Sequence[tuple[str, str]], words: Words
) -> Iterator[tuple[str, Printable]]:
    """Yield the note, with its code, that names frameworks, by id and edition, left out."""
    if others:
        names = ", ".join(f"{name} ({edition})" for name, edition in others)
        yield "other-frameworks", words("note.other-frameworks", names=names)
