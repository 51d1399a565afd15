"""The files that paths name: each once, and those in folders in the order of their names."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scorecard.workspace.errors import CannotRunError
from scorecard.workspace.places import each_once, is_there


class Found(NamedTuple):
    """A file by its path with `/` between the parts, and whether it is a link."""

    name: str
    linked: bool


def toml_files(folder: Path) -> Iterator[Found]:
    """Yield the TOML files in a folder and below, in the order of their names.

    Hidden folders are passed over, and links to folders are not followed.
    Raise CannotRunError where a folder cannot be read.
    """
    # A Path for each of a hundred thousand files takes more time and memory than all else here.
    name = folder.as_posix()
    inside = "" if name == "." else f"{name.rstrip('/')}/"
    try:
        with os.scandir(folder) as found:
            entries = sorted(
                (each for each in found if not each.name.startswith(".")),
                key=lambda each: each.name,
            )
        below = [each for each in entries if _is_folder(each)]
        linked = [each.is_symlink() for each in below]
    except OSError as error:
        raise CannotRunError(f"{error.filename}: {error.strerror}") from None
    folders = {each.name for each in below}
    for each in entries:
        if each.name.endswith(".toml") and each.name not in folders:
            yield Found(f"{inside}{each.name}", each.is_symlink())
    for each, is_link in zip(below, linked, strict=True):
        if not is_link:
            yield from toml_files(folder / each.name)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a folder; a link that leads nowhere, or round in a circle, is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def files_in(folder: Path) -> list[Found]:
    """Return the files in a folder; raise CannotRunError where there are none."""
    if not is_there(folder) or not folder.is_dir():
        raise CannotRunError(f"{folder.as_posix()}: there is no such folder")
    found = list(toml_files(folder))
    if not found:
        raise CannotRunError(f"{folder.as_posix()}: there are no .toml files in this folder")
    return found


def files_at(places: Sequence[Path]) -> list[str]:
    """Return files, and the files in folders; raise CannotRunError for what is not there."""
    found: list[Found] = []
    for place in places:
        if not is_there(place):
            raise CannotRunError(f"{place.as_posix()}: there is no such file or folder")
        found += files_in(place) if place.is_dir() else [Found(place.as_posix(), linked=False)]
    names = [file.name for file in found]
    if len(places) == 1 and not any(file.linked for file in found):
        return names
    return [path.as_posix() for path in each_once(map(Path, names))]
