"""The texts of sources, which lie beside the scorecards that are taken from them."""

import os
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from scorecard.diagnostic import Finding
from scorecard.i18n.sayings import say
from scorecard.model.scorecard import Scorecard
from scorecard.numbers import phrases
from scorecard.project.fingerprint import ABSENT, digest
from scorecard.project.places import is_there, linked
from scorecard.text.source import SourceText
from scorecard.toml.reading import decode, read

SUFFIX = ".txt"
"""How the name of a text ends, so that no other file is quoted."""

MOST_NUMBERS = 20_000
"""The most numbers in all texts of a scorecard: each is looked at for what is said of it."""

_NUMBERS = re.compile(rf"\d+|(?<!\w)(?:{'|'.join(phrases.COUNTED.values())})(?!\w)", re.IGNORECASE)

KEPT = 32
"""How many texts are kept; files of one folder come together."""


class Read(NamedTuple):
    """A text, or why it cannot be read, with the path of the file and what tells what it says.

    There is no path where the name is refused; the digest is empty where it may say another
    thing the next time.
    """

    text: SourceText | str
    beside: tuple[tuple[str, str], ...]
    numbers: int = 0


class SourceTexts:
    """Texts by path, each read once."""

    def __init__(self) -> None:
        self._read = lru_cache(KEPT)(_read)

    def of(self, scorecard: Scorecard, path: Path) -> dict[str, Read]:
        """Return the texts of the sources that have one, by their ids."""
        found: dict[str, Read] = {}
        numbers: dict[object, int] = {}
        for name, source in scorecard.sources.items():
            if source.text is None:
                continue
            read_ = self._found(source.text, path.parent)
            # Several sources may have one text.
            numbers[read_.beside] = read_.numbers
            if sum(numbers.values()) > MOST_NUMBERS:
                read_ = read_._replace(text=say("source.numbers", limit=MOST_NUMBERS))
            found[name] = read_
        return found

    def _found(self, name: str, folder: Path) -> Read:
        relative = PurePosixPath(name)
        odd = relative.is_absolute() or ".." in relative.parts or "\\" in name or ":" in name
        if odd or relative.suffix != SUFFIX:
            return Read(say("source.outside", ending=SUFFIX), ())
        return self._read(str(folder / relative), str(folder))


def _read(path: str, folder: str) -> Read:
    # The two dots of the folder are taken out, too.
    place = os.path.abspath(path)  # noqa: PTH100
    if not is_there(Path(path)):
        return Read(say("source.no-file"), ((place, "" if linked(place) else ABSENT),))
    home = os.path.realpath(folder)
    here = Path(home, os.path.relpath(path, folder))
    if os.path.normcase(os.path.realpath(path)) != os.path.normcase(here):
        return Read(say("source.linked"), ((place, ""),))
    found = read(path)
    beside = ((place, "" if linked(place) else digest(found)),)
    if isinstance(found, Finding):
        return Read(_reason(found), beside)
    said, fault = decode(found)
    if fault:
        return Read(_reason(fault), beside)
    return Read(SourceText(said), beside, sum(1 for _ in _NUMBERS.finditer(said)))


def _reason(fault: Finding) -> str:
    """Say of a text what the finding says of a file."""
    said = fault.arguments
    if "size" in said:
        return say("source.bytes", size=said["size"], limit=said["limit"])
    return str(said.get("reason", re.sub("^this( file)?", "it", fault.message)))
