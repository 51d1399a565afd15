"""Frameworks, found by the names that scorecards give them."""

import os
from collections.abc import Mapping
from functools import cache
from itertools import dropwhile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from scorecard.diagnostic import Finding, suggestion
from scorecard.model.framework import Framework
from scorecard.project.names import BUNDLED
from scorecard.project.places import is_there
from scorecard.project.remembering import ABSENT, linked, look
from scorecard.toml.load import Loaded, load
from scorecard.toml.reading import read


@cache
def bundled_frameworks() -> list[str]:
    """Return the ids of the frameworks that come with the program."""
    return sorted(path.stem for path in BUNDLED.glob("*.toml"))


FOLDERS = 1024
"""In how many folders it is remembered what a name means."""


class Use(NamedTuple):
    """How a file looked from outside before it was read, and a digest of what it said.

    None where that cannot be told, so that nothing that rests on it is remembered.
    """

    look: str | None
    digest: str | None


UNSURE = Use(None, None)


def use(path: str) -> Use:
    """Return how a framework is used that does not come with the program."""
    if linked(path):
        return UNSURE
    seen = look(path)
    if seen == ABSENT:
        return Use(seen, ABSENT)
    import hashlib

    said = read(path)
    return Use(seen, hashlib.sha256(said).hexdigest()) if isinstance(said, bytes) else UNSURE


def together(used: Mapping[str, Use], more: Mapping[str, Use]) -> dict[str, Use]:
    """Return all uses; unsure is one of a file that said two things in one run."""
    changed = {name for name in used.keys() & more.keys() if used[name] != more[name]}
    return {**used, **more, **dict.fromkeys(changed, UNSURE)}


class Shelf:
    """Frameworks by path, each read once; `used` are those beside the bundled ones, if noted."""

    def __init__(self, *, noted: bool = False) -> None:
        self._noted = noted
        self._loaded: dict[str, Loaded[Framework]] = {}
        self._found: dict[tuple[str, str], Framework | Finding] = {}
        self.used: dict[str, Use] = {}

    def find(self, name: str, beside: str) -> Framework | Finding:
        """Return the framework that a scorecard names, or what is wrong with the name."""
        key = (name, os.path.dirname(beside))  # noqa: PTH120 - a Path costs more than all the rest
        if key not in self._found:
            # Files of one folder come together, so that few folders need be known at a time.
            if len(self._found) >= FOLDERS:
                self._found.clear()
            self._found[key] = self._looked_up(name, Path(beside))
        return self._found[key]

    def _looked_up(self, name: str, beside: Path) -> Framework | Finding:
        path, relative = BUNDLED / f"{name}.toml", PurePosixPath(name)
        bundled = name in bundled_frameworks()
        if not bundled:
            if relative.suffix != ".toml" or relative.is_absolute() or "\\" in name:
                if "/" in name or relative.suffix:
                    return _framework_finding("SC308", name)
                return _unknown(name, f"the bundled ones are {', '.join(bundled_frameworks())}")
            path = beside.parent / relative
        key = os.path.abspath(path)  # noqa: PTH100 - the two dots are taken out, too
        if not bundled and (linked(path) or _leads_back(relative)):
            key = os.path.realpath(path) if is_there(path) else str(path)
            self.used[key] = UNSURE
        if key not in self._loaded:
            if not bundled:
                if self._noted:
                    self.used.setdefault(key, use(key))
                if not is_there(path):
                    return _unknown(name, "a path to a .toml file is relative to this one")
            self._loaded[key] = load(path, name, Framework)
        loaded = self._loaded[key]
        if loaded.model is None:
            first = loaded.document.diagnostic(loaded.findings[0])
            return _framework_finding(
                "SC304", name, code=first.code, line=first.line, path=path.as_posix()
            )
        return loaded.model


def _leads_back(path: PurePosixPath) -> bool:
    """Whether a path goes into a folder and out again, which has to be there for that."""
    return ".." in dropwhile("..".__eq__, path.parts)


def _unknown(name: str, otherwise: str) -> Finding:
    hint = suggestion(name, bundled_frameworks()) or otherwise
    return _framework_finding("SC301", name, hint=hint)


def _framework_finding(code: str, name: str, /, **arguments: object) -> Finding:
    return Finding(code, ("framework",), {"name": name, **arguments})
