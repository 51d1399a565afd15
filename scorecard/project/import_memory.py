"""The file beside a map in which an import keeps what it wrote."""

from collections.abc import Mapping
from pathlib import Path

from scorecard.i18n.sayings import say
from scorecard.project.changing import read_to_change
from scorecard.project.errors import CannotRunError
from scorecard.project.places import is_there
from scorecard.project.write import Changed
from scorecard.toml.data import parse
from scorecard.toml.editing import splice
from scorecard.toml.limits import MOST_VALUES
from scorecard.toml.reading import LARGEST

Figures = Mapping[str, str]
"""Figures of one file by indicator, each as it was written, and what stands beside them."""


class Memory:
    """What an import wrote: figures by the paths of their files from the map."""

    def __init__(self, place: Path) -> None:
        """Read what is kept; raise CannotRunError where the file is there and cannot be read."""
        self._place = place
        self._before: bytes | None = None
        self._files: dict[str, Figures] = {}
        self._anew: dict[str, Figures] = {}
        if is_there(place):
            self._before, text = read_to_change(place)
            self._files = _files(text, place)

    def of_file(self, name: str) -> Figures:
        """Return what was written to a file the last time."""
        return self._files.get(name, {})

    def remember(self, name: str, figures: Figures) -> None:
        """Keep what is written to a file now."""
        self._anew[name] = figures

    def changed(self) -> list[Changed]:
        """Return the file as it is to be, if it changes; raise CannotRunError if it is too large.

        Files that were not written now are kept as far as there is room.
        """
        kept = dict(self._anew)
        for name, figures in self._files.items():
            if name not in kept and _fits({**kept, name: figures}):
                kept[name] = figures
        if not _fits(kept):
            raise CannotRunError(say("error.many-figures"))
        text = _text(kept)
        after = text.encode()
        return [Changed(self._place, self._before, after)] if after != self._before else []


def _text(files: Mapping[str, Figures]) -> str:
    lines = [f"{say('written.head')}\n"]
    for name in sorted(files):
        lines.append(f"\n[{splice.key(name)}]\n")
        lines += [
            f"{splice.key(id_)} = {splice.literal(said)}\n" for id_, said in files[name].items()
        ]
    return "".join(lines)


def _fits(files: Mapping[str, Figures]) -> bool:
    values = len(files) + sum(map(len, files.values()))
    return values <= MOST_VALUES and len(_text(files).encode()) <= LARGEST


def _files(text: str, place: Path) -> dict[str, Figures]:
    found = parse(text)
    files = found if isinstance(found, dict) else {"": None}
    known = {name: each for name, each in files.items() if isinstance(each, dict)}
    if len(known) < len(files):
        raise CannotRunError(say("error.no-memory", name=place.as_posix()))
    return {name: {str(k): str(v) for k, v in each.items()} for name, each in known.items()}
