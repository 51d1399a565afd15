"""A state of a folder in git, unpacked so that it is read as any folder is."""

import os
import posixpath
import re
from collections.abc import Sequence
from pathlib import Path

from scorecard.i18n.sayings import refusal, say
from scorecard.project.errors import CannotRunError
from scorecard.project.folders import is_toml
from scorecard.project.git import (
    MOST_MEGABYTES,
    Entry,
    contents,
    entries,
    root_of,
    sizes,
    too_large,
)
from scorecard.project.source_texts import SUFFIX
from scorecard.toml.coaching.fault import shortened
from scorecard.toml.reading import LARGEST

_LINK, _SUBMODULE = b"120000", b"160000"
_LONGEST_LINK = 4096
_LARGEST_TOLD = 1 << 40
_NAME = re.compile(rb"[^/\"'\n\\]+\.toml")
"""The last part of the path of a framework, as a scorecard names it."""

_NOWHERE = ".nowhere"
"""The folder, which is not there, that a link leads to where it cannot be as it is."""


def unpack(tree: str, folder: Path, into: Path) -> Path:
    """Write the files of a folder in a state; return where it would be.

    What else of the repository they name is there, too. Links are as they are, but those that
    lead out of it lead to nothing. Raise CannotRunError where it cannot be unpacked.
    """
    root, into = root_of(folder), Path(os.path.normpath(into))
    inside = Path(os.path.relpath(os.path.realpath(folder), root)).as_posix()
    others: dict[str, list[Entry]] = {}
    wanted: list[Entry] = []
    links: list[Entry] = []
    for each in entries(tree, root):
        within = _is_in(each.name, inside)
        if within and each.mode == _SUBMODULE:
            raise CannotRunError(say("error.submodule", name=each.name))
        if each.mode == _LINK:
            links.append(each)
        elif within and (is_toml(each.name) or each.name.endswith(SUFFIX)):
            wanted.append(each)
        elif each.mode != _SUBMODULE:
            others.setdefault(posixpath.basename(each.name), []).append(each)
    # What it says of links and names stays in there.
    (into / ".git").mkdir(parents=True)
    led = _targets(links, root)
    names = {posixpath.basename(os.fsdecode(target)) for target in led}
    while wanted := [*wanted, *(each for name in names for each in others.pop(name, ()))]:
        names, wanted = _write(wanted, root, into), []
    for entry, target in zip(links, led, strict=True):
        _put(entry, into, target)
    return into / inside


def _targets(links: Sequence[Entry], root: Path) -> list[bytes]:
    """Return where links lead to; nothing for one that is longer than any can be."""
    measured = zip(links, sizes(links, root), strict=True)
    short = [each for each, size in measured if size <= _LONGEST_LINK]
    found = dict(zip(short, contents(short, root), strict=True))
    return [found.get(each, b"") for each in links]


def _write(wanted: Sequence[Entry], root: Path, into: Path) -> set[str]:
    """Write files, and return the names of files that they say something of."""
    measured = list(zip(wanted, sizes(wanted, root), strict=True))
    if sum(size for _, size in measured if size <= LARGEST) > MOST_MEGABYTES << 20:
        raise too_large()
    for each, size in measured:
        if size > LARGEST:
            # Its size is all that is told of it.
            _put(each, into, b"", size=min(size, _LARGEST_TOLD))
    names: set[str] = set()
    small = [each for each, size in measured if size <= LARGEST]
    for entry, content in zip(small, contents(small, root), strict=True):
        _put(entry, into, content)
        names.update(map(os.fsdecode, _NAME.findall(content)))
    return names


def _put(entry: Entry, into: Path, content: bytes, *, size: int | None = None) -> None:
    """Write a file or a link; raise CannotRunError for what no folder can hold."""
    path = Path(os.path.normpath(into / entry.name))
    # A name that somebody made up may lead out of the folder.
    if not path.is_relative_to(into):
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if entry.mode == _LINK:
            path.symlink_to(_leads_to(path, content, into))
        else:
            with path.open("xb") as file:
                file.write(content)
                file.truncate(size)
    except OSError as error:
        said = {"name": shortened(entry.name), "reason": refusal(error)}
        raise CannotRunError(say("error.state-odd", **said)) from None


def _leads_to(path: Path, content: bytes, into: Path) -> str:
    """Return where a link is to lead: as it says, to nothing outside, or to nothing inside."""
    target = os.fsdecode(content)
    if not Path(os.path.normpath(path.parent / target)).is_relative_to(into):
        # Inside of it a link may go on to one that leads out: that is seen once it is read.
        return str(into.parent / _NOWHERE / path.relative_to(into))
    return f"{_NOWHERE}/{path.name}" if not target or "\0" in target else target


def _is_in(name: str, folder: str) -> bool:
    return folder in (".", name) or name.startswith(f"{folder}/")
