"""The texts that a file gives for people to read, and where each stands."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from scorecard.diagnostic import Path
from scorecard.model.fields import Text, by_language
from scorecard.model.framework import Framework
from scorecard.model.register import Register
from scorecard.model.scorecard import Scorecard
from scorecard.text.printable import ORDINARY

_ORDINARY = re.compile(f"[{ORDINARY} ]*+")


class Texts:
    """The texts of a file: each by itself, and all of them at once for a first look."""

    def __init__(self, placed: Iterable[tuple[Path, Text | None]]) -> None:
        self._placed = [(path, text) for path, text in placed if text is not None]

    def __iter__(self) -> Iterator[tuple[Path, str, str]]:
        """Yield where each text stands, its language, and what it says."""
        for path, text in self._placed:
            for language, said in by_language(text).items():
                yield (*path, language) if language else path, language, said

    @cached_property
    def ordinary(self) -> bool:
        """Whether all of it is written as English and Vietnamese are, in letters that are whole."""
        return _ORDINARY.fullmatch(self.together) is not None

    @cached_property
    def together(self) -> str:
        """All texts, with one blank before and behind each."""
        plain = [text for _, text in self._placed if isinstance(text, str)]
        others = [text for _, text in self._placed if isinstance(text, dict)]
        return " ".join(["", *plain, *chain.from_iterable(map(dict.values, others)), ""])


def scorecard_texts(card: Scorecard) -> Iterator[tuple[Path, Text | None]]:
    """Yield names, titles, reasons, notes and remarks."""
    yield ("unit", "name"), card.unit.name
    yield ("unit", "why"), card.unit.why
    for system, code in card.unit.codes.items():
        yield ("unit", "codes", system), code
    for name, source in card.sources.items():
        yield ("sources", name, "title"), source.title
        yield ("sources", name, "publisher"), source.publisher
    for name, figure in card.figures.items():
        if figure.note is not None:
            yield ("figures", name, "note"), figure.note
        if figure.why is not None:
            yield ("figures", name, "why"), figure.why
    for number, remark in enumerate(card.remarks):
        yield ("remarks", number, "text"), remark.text
        yield ("remarks", number, "place"), remark.place


def framework_texts(framework: Framework) -> Iterator[tuple[Path, Text]]:
    """Yield names, labels of units, and where the framework comes from."""
    yield from framework_labels(framework)
    yield ("edition",), framework.edition
    yield ("basis",), framework.basis


def register_texts(register: Register) -> Iterator[tuple[Path, Text]]:
    """Yield names and codes of units, and what the register follows."""
    yield ("name",), register.name
    yield ("basis",), register.basis
    for number, unit in enumerate(register.units):
        yield ("units", number, "name"), unit.name
        for system, code in unit.codes.items():
            yield ("units", number, "codes", system), code


def framework_labels(framework: Framework) -> Iterator[tuple[Path, Text]]:
    """Yield what headings and rows are labelled with."""
    yield ("name",), framework.name
    for number, band in enumerate(framework.bands):
        yield ("bands", number, "name"), band.name
    for number, group in enumerate(framework.groups):
        yield ("groups", number, "name"), group.name
    for number, indicator in enumerate(framework.indicators):
        yield ("indicators", number, "name"), indicator.name
        yield ("indicators", number, "unit"), indicator.unit
