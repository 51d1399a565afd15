"""The files that paths name: each once, and those in folders in the order of their names."""

import os
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from scorecard.i18n.sayings import refusal, say
from scorecard.project.errors import CannotRunError
from scorecard.project.places import each_once, is_there
from scorecard.toml.names import meant_name


class Found(NamedTuple):
    """A file by its path with `/` between the parts, and whether it is a link."""

    name: str
    linked: bool


def toml_files(folder: Path) -> Iterator[Found]:
    """Return the TOML files in a folder and below, in the order of their names.

    Those are in it, too, whose names end so that only a slip can have made them; these are told.
    Hidden folders are passed over, and links to folders are not followed.
    Raise CannotRunError where a folder cannot be read.
    """
    # A Path for each of a hundred thousand files takes more time and memory than all else here.
    name = folder.as_posix()
    waiting = [(name, "" if name == "." else f"{name.rstrip('/')}/")]
    while waiting:
        # The first of those that are deepest: no folder is too deep for that.
        files, below = _entries(*waiting.pop())
        yield from files
        waiting += ((path, f"{path}/") for path in reversed(below))


def _entries(folder: str, inside: str) -> tuple[list[Found], list[str]]:
    """Return the files in a folder, and the folders in it that are no links."""
    try:
        with os.scandir(folder) as found:
            seen = [each for each in found if not each.name.startswith(".")]
        entries = sorted(seen, key=attrgetter("name"))
        below = [each for each in entries if _is_folder(each)]
        folders = [f"{inside}{each.name}" for each in below if not each.is_symlink()]
    except OSError as error:
        raise CannotRunError(f"{error.filename}: {refusal(error)}") from None
    names = {each.name for each in below}
    toml = [each for each in entries if is_toml(each.name) and each.name not in names]
    return [Found(f"{inside}{each.name}", each.is_symlink()) for each in toml], folders


def is_toml(name: str) -> bool:
    """Whether a name is that of a TOML file, or only a slip can have made it another."""
    return name.lower().endswith(".toml") or meant_name(name) is not None


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a folder; a link that leads nowhere, or round in a circle, is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def files_in(folder: Path) -> Iterator[Found]:
    """Return the files in a folder; raise CannotRunError where there are none."""
    if not is_there(folder) or not folder.is_dir():
        raise CannotRunError(_begin(say("error.no-folder", name=folder.as_posix())))
    found = toml_files(folder)
    first = next(found, None)
    if first is None:
        raise CannotRunError(_begin(say("error.no-files", name=folder.as_posix())))
    return chain((first,), found)


def files_at(places: Sequence[Path]) -> list[str]:
    """Return files, and the files in folders; raise CannotRunError for what is not there."""
    names: list[str] = []
    once = len(places) == 1
    for place in places:
        if not is_there(place):
            reason = say("error.no-place", name=place.as_posix())
            raise CannotRunError(reason if place.suffix else _begin(reason))
        within = files_in(place) if place.is_dir() else (Found(place.as_posix(), linked=False),)
        for file in within:
            names.append(file.name)
            once = once and not file.linked
    return names if once else [path.as_posix() for path in each_once(map(Path, names))]


def _begin(reason: str) -> str:
    return say("error.hinted", reason=reason, hint=say("hint.begin"))
