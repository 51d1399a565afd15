"""The texts that a file gives for people to read, and where each stands."""

from collections.abc import Iterator, Mapping

from scorecard.diagnostic import Path
from scorecard.model.fields import ANY_LANGUAGE
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Scorecard

Placed = tuple[Path, Mapping[str, str]]
"""A text by language, and where it stands."""


def scorecard_texts(card: Scorecard) -> Iterator[Placed]:
    """Yield names, titles, reasons, notes and remarks."""
    yield ("unit", "name"), card.unit.name
    if card.unit.why is not None:
        yield ("unit", "why"), card.unit.why
    for system, code in card.unit.codes.items():
        yield ("unit", "codes", system), {ANY_LANGUAGE: code}
    for name, source in card.sources.items():
        yield ("sources", name, "title"), source.title
        if source.publisher is not None:
            yield ("sources", name, "publisher"), source.publisher
    for name, figure in card.figures.items():
        if figure.note is not None:
            yield ("figures", name, "note"), figure.note
        if figure.why is not None:
            yield ("figures", name, "why"), figure.why
    for number, remark in enumerate(card.remarks):
        yield ("remarks", number, "text"), remark.text
        if remark.place is not None:
            yield ("remarks", number, "place"), {ANY_LANGUAGE: remark.place}


def framework_texts(framework: Framework) -> Iterator[Placed]:
    """Yield names, labels of units, and where the framework comes from."""
    yield from framework_labels(framework)
    yield ("edition",), {ANY_LANGUAGE: framework.edition}
    yield ("basis",), framework.basis


def framework_labels(framework: Framework) -> Iterator[Placed]:
    """Yield what headings and rows are labelled with."""
    yield ("name",), framework.name
    for number, band in enumerate(framework.bands):
        yield ("bands", number, "name"), band.name
    for number, group in enumerate(framework.groups):
        yield ("groups", number, "name"), group.name
    for number, indicator in enumerate(framework.indicators):
        yield ("indicators", number, "name"), indicator.name
        yield ("indicators", number, "unit"), indicator.unit
