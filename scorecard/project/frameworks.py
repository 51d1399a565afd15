"""Frameworks, found by the names that scorecards give them."""

import os
from functools import cache
from itertools import dropwhile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from scorecard.diagnostic import Finding, suggestion
from scorecard.model.framework import Framework
from scorecard.project.fingerprint import digest
from scorecard.project.names import BUNDLED
from scorecard.project.places import is_there, linked
from scorecard.toml.load import Loaded, content, shaped
from scorecard.toml.reading import read

FOLDERS = 1024
"""In how many folders it is remembered what a name means."""


@cache
def bundled_frameworks() -> list[str]:
    """Return the ids of the frameworks that come with the program."""
    return sorted(path.stem for path in BUNDLED.glob("*.toml"))


class Found(NamedTuple):
    """What a name stands for: a framework, or what is wrong with the name.

    Where it stands for a file that does not come with the program, `path` is where that is, or
    would be, and `digest` tells what it said; empty where links may lead elsewhere the next time.
    """

    framework: Framework | Finding
    path: str | None = None
    digest: str = ""


class Frameworks:
    """Frameworks by path, each read once."""

    def __init__(self) -> None:
        self._loaded: dict[str, tuple[Loaded[Framework], str]] = {}
        self._found: dict[tuple[str, str], Found] = {}

    def find(self, name: str, beside: str) -> Found:
        """Return what a scorecard means by the name of a framework."""
        key = (name, os.path.dirname(beside))  # noqa: PTH120 - a Path costs more than all the rest
        if key not in self._found:
            # Files of one folder come together, so that few folders need be known at a time.
            if len(self._found) >= FOLDERS:
                self._found.clear()
            self._found[key] = self._looked_up(name, Path(beside))
        return self._found[key]

    def _looked_up(self, name: str, beside: Path) -> Found:
        if name in bundled_frameworks():
            return Found(self._usable(BUNDLED / f"{name}.toml", name)[0])
        relative = PurePosixPath(name)
        if relative.suffix != ".toml" or relative.is_absolute() or "\\" in name:
            if "/" in name or relative.suffix:
                return Found(_framework_finding("SC308", name))
            return Found(_unknown(name, f"the bundled ones are {', '.join(bundled_frameworks())}"))
        path = beside.parent / relative
        there = is_there(path)
        # The two dots are taken out, too.
        place = os.path.abspath(path)  # noqa: PTH100
        unsure = linked(place) or _leads_back(relative)
        if not there:
            hint = "a path to a .toml file is relative to this one"
            return Found(_unknown(name, hint), place, "" if unsure else ABSENT)
        framework, said = self._usable(path, name)
        return Found(framework, place, "" if unsure else said)

    def _usable(self, path: Path, name: str) -> tuple[Framework | Finding, str]:
        """Return a framework, or that its file is at fault; and a digest of that file."""
        key = os.path.realpath(path)
        if key not in self._loaded:
            found = read(str(path))
            self._loaded[key] = shaped(content(found, name), Framework), digest(found)
        loaded, said = self._loaded[key]
        if loaded.model is not None:
            return loaded.model, said
        first = loaded.document.diagnostic(loaded.findings[0])
        where = {"code": first.code, "line": first.line, "path": path.as_posix()}
        return _framework_finding("SC304", name, **where), said


ABSENT = "absent"
"""The digest of a file that is not there."""


def digest_of(path: str) -> str:
    """Return what tells what a file says now; empty where that cannot be told."""
    if not is_there(Path(path)):
        return ABSENT
    return "" if linked(path) else digest(read(path))


def _leads_back(path: PurePosixPath) -> bool:
    """Whether a path goes into a folder and out again, which has to be there for that."""
    return ".." in dropwhile("..".__eq__, path.parts)


def _unknown(name: str, otherwise: str) -> Finding:
    hint = suggestion(name, bundled_frameworks()) or otherwise
    return _framework_finding("SC301", name, hint=hint)


def _framework_finding(code: str, name: str, /, **arguments: object) -> Finding:
    return Finding(code, ("framework",), {"name": name, **arguments})
