"""Frameworks, found by the names that scorecards give them."""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import dropwhile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from scorecard.diagnostic import Finding, suggestion
from scorecard.i18n.rules import Severity
from scorecard.i18n.sayings import say
from scorecard.model.framework import Framework
from scorecard.project.fingerprint import ABSENT, digest
from scorecard.project.names import BUNDLED
from scorecard.project.places import is_there, linked
from scorecard.project.source_texts import SourceTexts
from scorecard.rules.defaults import told_once
from scorecard.rules.findings import Faults, check_framework, framework_faults
from scorecard.toml.inside import leads_out, root_of
from scorecard.toml.load import Loaded, content, shaped
from scorecard.toml.reading import read

FOLDERS = 1024
"""In how many folders it is remembered what a name means."""


@cache
def bundled_frameworks() -> list[str]:
    """Return the names of the frameworks that come with the program: an id, or id@edition."""
    return sorted(path.stem for path in BUNDLED.glob("*.toml"))


def bundled_editions(id_: str) -> list[str]:
    """Return the names of the bundled frameworks with an id: of several editions, id@edition."""
    return [name for name in bundled_frameworks() if name.partition("@")[0] == id_]


NO_FAULTS = Faults({})


class Opened(NamedTuple):
    """A framework's file as it was read, under the path that it was first met at."""

    path: Path
    loaded: Loaded[Framework]
    digest: str
    errors: tuple[Finding, ...]
    faults: Faults


class Found(NamedTuple):
    """What a name stands for: a framework, or what is wrong with the name.

    Where it stands for a file that does not come with the program, `path` is where that is, or
    would be, and `digest` tells what it said; empty where links may lead elsewhere the next time.
    `faults` are errors of the framework that nothing can be computed from.
    """

    framework: Framework | Finding
    path: str | None = None
    digest: str = ""
    faults: Faults = NO_FAULTS

    @property
    def place(self) -> str | None:
        """The path where all that name it by that mean one; empty where links may part them."""
        return self.path and (self.path if self.digest else "")


class Frameworks:
    """Frameworks by path, each read once; and the texts of sources, which lie beside scorecards."""

    def __init__(self) -> None:
        self.texts = SourceTexts()
        self._opened: dict[str, Opened] = {}
        self._found: dict[tuple[str, str], Found] = {}
        self._straight: dict[tuple[str, str, str | None], Found] = {}
        self._at: dict[tuple[str, str | None], Found] = {}

    def find(self, name: str, beside: str) -> Found:
        """Return what a scorecard means by the name of a framework."""
        key = (name, os.path.dirname(beside))  # noqa: PTH120 - a Path costs more than all the rest
        if key not in self._found:
            # Files of one folder come together, so that few folders need be known at a time.
            if len(self._found) >= FOLDERS:
                self._found.clear()
            self._found[key] = self._looked_up(name, Path(beside))
        return self._found[key]

    def find_again(self, name: str, beside: str, place: str | None) -> Found:
        """Return the same where its `place` is known; one for all scorecards that share it."""
        if place == "":
            return self.find(name, beside)
        key = (name, place)
        if key not in self._at:
            self._at[key] = self.find(name, beside)
        return self._at[key]

    def _looked_up(self, name: str, beside: Path) -> Found:
        if editions := bundled_editions(name.partition("@")[0]):
            return self._bundled(name, editions)
        relative = PurePosixPath(name)
        if relative.suffix != ".toml" or relative.is_absolute() or "\\" in name:
            if "/" in name or relative.suffix:
                hint = say("framework.where")
                return Found(_framework_finding("SC308", name, hint=hint))
            return Found(
                _unknown(name, say("framework.bundled", names=", ".join(bundled_frameworks())))
            )
        folder = beside.parent
        path = folder / relative
        if not is_there(folder):
            # A scorecard that is yet to be written may be in a folder that is yet to be made.
            path = Path(os.path.normpath(path))
        # The two dots are taken out, too.
        place = os.path.abspath(path)  # noqa: PTH100
        key = (name, place, root_of(os.path.abspath(folder)))  # noqa: PTH100
        straight = not (linked(folder) or _leads_back(relative))
        if straight and key in self._straight:
            return self._straight[key]
        found = self._at_place(name, path, folder)._replace(path=place)
        if not straight or linked(place):
            # It may lead elsewhere the next time.
            return found._replace(digest="")
        # Most folders lead to the same few places.
        return self._straight.setdefault(key, found)

    def _at_place(self, name: str, path: Path, folder: Path) -> Found:
        """Return the framework at a path that a scorecard in a folder names."""
        if leads_out(str(path), str(folder)):
            return Found(_framework_finding("SC308", name, hint=say("framework.outside")))
        if not is_there(path):
            return Found(_unknown(name, say("framework.relative")), digest=ABSENT)
        opened = self._read(path, name)
        return Found(_usable(opened, name), digest=opened.digest, faults=opened.faults)

    def _bundled(self, name: str, editions: Sequence[str]) -> Found:
        """Return the framework of one of the editions that come with the program."""
        if name not in editions and len(editions) > 1:
            hint = say("framework.which-edition", names=", ".join(editions))
            return Found(_framework_finding("SC301", name, hint=hint))
        edition = name if name in editions else editions[0]
        opened = _of_the_program(BUNDLED / f"{edition}.toml", name)
        found = _in_edition(_usable(opened, name), name, name.partition("@")[2])
        return Found(found, faults=opened.faults)

    def faulty(self) -> Iterator[Opened]:
        """Yield the frameworks that scorecards are under although they have errors."""
        return (each for each in self._opened.values() if each.errors)

    def _read(self, path: Path, name: str) -> Opened:
        key = os.path.realpath(path)
        if key not in self._opened:
            self._opened[key] = _opened(path, name)
        return self._opened[key]


def _opened(path: Path, name: str) -> Opened:
    found = read(str(path))
    loaded = shaped(content(found, name), Framework)
    model = loaded.model
    findings = check_framework(model) if model else ()
    wrong = tuple(each for each in findings if each.severity is Severity.ERROR)
    faults = framework_faults(model, wrong) if model else NO_FAULTS
    errors = tuple(told_once(model, wrong)) if model else ()
    return Opened(path, loaded, digest(found), errors, faults)


@cache
def _of_the_program(path: Path, name: str) -> Opened:
    """Read a framework that comes with the program, which has no errors and never changes."""
    return _opened(path, name)


def _usable(opened: Opened, name: str) -> Framework | Finding:
    """Return a framework, or that its file is at fault."""
    path, loaded, *_ = opened
    if loaded.model is not None:
        return loaded.model
    first = loaded.document.diagnostic(loaded.findings[0])
    where = {"code": first.code, "line": first.line, "path": path.as_posix()}
    return _framework_finding("SC304", name, **where)


def _in_edition(found: Framework | Finding, name: str, edition: str) -> Framework | Finding:
    """Return a framework where it is of the edition that is asked for, if one is."""
    if isinstance(found, Finding) or edition in ("", found.edition):
        return found
    return _framework_finding("SC301", name, hint=say("framework.edition", edition=found.edition))


def _leads_back(path: PurePosixPath) -> bool:
    """Whether a path goes into a folder and out again, which has to be there for that."""
    return ".." in dropwhile("..".__eq__, path.parts)


def _unknown(name: str, otherwise: str) -> Finding:
    hint = suggestion(name, bundled_frameworks()) or otherwise
    return _framework_finding("SC301", name, hint=hint)


def _framework_finding(code: str, name: str, /, **arguments: object) -> Finding:
    return Finding(code, ("framework",), {"name": name, **arguments})
