"""What a scorecard takes from its sources, and where their texts have it."""

from collections.abc import Iterator
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.target import SCALES
from scorecard.model.fields import SOURCE_REFERENCE
from scorecard.model.scorecard import Figure
from scorecard.numbers.quantity import DONE, NOT_DONE, Form, Quantity
from scorecard.text.source import SourceText


class Taken(NamedTuple):
    """A quantity that a figure takes from a source: the keys that lead to it, and where it is."""

    keys: tuple[str | int, ...]
    quantity: Quantity
    reference: str | None


class Passages(NamedTuple):
    """The text that a reference leads to: one paragraph of it, from 1, or all where none is named.

    `name` is that of the source.
    """

    name: str
    text: SourceText
    paragraph: int | None

    @property
    def there(self) -> bool:
        """Whether the text has that paragraph."""
        return self.paragraph is None or 0 < self.paragraph <= len(self.text.paragraphs)


def taken(figure: Figure) -> Iterator[Taken]:
    """Yield all quantities of a figure that its sources have to print.

    Those are its value, its own baseline and targets, and what it claims; not the end of a scale,
    which nobody set, nor what is implied, nor the target of a framework.
    """
    if figure.value is not None and figure.value not in (DONE, NOT_DONE):
        yield Taken(("value",), figure.value, figure.source)
    for number, target in enumerate(figure.target or ()):
        printed = target.basis not in SCALES and target.basis != "implied"
        if printed and target.value not in (DONE, NOT_DONE):
            source = target.source or figure.source
            yield Taken(("target", number, "value"), target.value, source)
    if figure.baseline is not None:
        yield Taken(("baseline",), figure.baseline, figure.source)
    if figure.claimed and figure.claimed.completion is not None:
        yield Taken(("claimed", "completion"), figure.claimed.completion, figure.source)
    if figure.claimed and figure.claimed.points is not None:
        points = Quantity(Form.EXACT, figure.claimed.points)
        yield Taken(("claimed", "points"), points, figure.source)


def passages(assessment: Assessment, reference: str | None) -> Passages | None:
    """Return the text that a reference leads to; None where its source has none that is read."""
    match = SOURCE_REFERENCE.fullmatch(reference or "")
    text = assessment.texts.get(match["source"]) if match else None
    if match is None or not isinstance(text, SourceText):
        return None
    return Passages(match["source"], text, text.numbered(match["place"]))


def sentence(assessment: Assessment, figure: Figure) -> str | None:
    """Return the sentence of its source that prints the value of a figure, if there is one."""
    where = passages(assessment, figure.source)
    if figure.value is None or where is None or not where.there:
        return None
    found = where.text.find(figure.value, where.paragraph)
    return found.sentence if found else None
