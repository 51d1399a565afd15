"""The file beside a map in which an import keeps what it wrote."""

from collections.abc import Mapping
from pathlib import Path

from scorecard.diagnostic import Finding
from scorecard.project.errors import CannotRunError
from scorecard.project.places import is_there
from scorecard.project.write import Changed
from scorecard.toml.data import parse
from scorecard.toml.editing import splice
from scorecard.toml.limits import MOST_VALUES
from scorecard.toml.reading import LARGEST, decode, read

HEAD = "# What scorecard import wrote: by this it tells what was changed by hand since. Leave it.\n"

Figures = Mapping[str, str]
"""Figures of one file by indicator, each as it was written."""


class Memory:
    """What an import wrote: figures by the paths of their files from the map."""

    def __init__(self, place: Path) -> None:
        """Read what is kept; raise CannotRunError where the file is there and cannot be read."""
        self._place = place
        self._before: bytes | None = None
        self._files: dict[str, Figures] = {}
        self._anew: dict[str, Figures] = {}
        if is_there(place):
            self._before = _bytes(place)
            self._files = _files(self._before, place)

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
        kept, text = dict(self._anew), HEAD
        for name, figures in self._files.items():
            if name not in kept and _fits({**kept, name: figures}):
                kept[name] = figures
        if not _fits(kept):
            raise CannotRunError("these are more figures than one import may write: part the book")
        text = _text(kept)
        after = text.encode()
        return [Changed(self._place, self._before, after)] if after != self._before else []


def _text(files: Mapping[str, Figures]) -> str:
    lines = [HEAD]
    for name in sorted(files):
        lines.append(f"\n[{splice.key(name)}]\n")
        lines += [f"{id_} = {splice.literal(said)}\n" for id_, said in files[name].items()]
    return "".join(lines)


def _fits(files: Mapping[str, Figures]) -> bool:
    values = len(files) + sum(map(len, files.values()))
    return values <= MOST_VALUES and len(_text(files).encode()) <= LARGEST


def _bytes(place: Path) -> bytes:
    data = read(str(place))
    if isinstance(data, Finding):
        raise CannotRunError(f"{place.as_posix()}: {data.message}")
    return data


def _files(data: bytes, place: Path) -> dict[str, Figures]:
    text, fault = decode(data)
    found = None if fault else parse(text)
    files = found if isinstance(found, dict) else {"": None}
    known = {name: each for name, each in files.items() if isinstance(each, dict)}
    if len(known) < len(files):
        raise CannotRunError(
            f"{place.as_posix()} is not what an import wrote: mend it, or delete it; what was "
            "imported before then counts as written by hand"
        )
    return {name: {str(k): str(v) for k, v in each.items()} for name, each in known.items()}
