"""Names that a folder has to offer at the prompt, told by plain lines of its files."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from scorecard.project.errors import CannotRunError
from scorecard.project.folders import toml_files

BUNDLED = Path(__file__).parents[1] / "frameworks"
"""The frameworks that come with the program, each in the file of its id, or of id@edition."""

MOST = 5000
"""How many files are looked into, so that nobody waits at the prompt."""

LONGEST = 1 << 16
"""How many bytes of a file are read."""

_OPENED = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How files are opened: a pipe among them keeps nobody waiting."""

_TABLE = re.compile(r"\n[ \t]*\[\[?[ \t]*([a-z][a-z0-9_.-]*)")
_UNIT = re.compile(r"\n[ \t]*\[[ \t]*unit(?![a-z0-9_.-])")
_TEXT = re.compile(
    r"""^[ \t]*([a-z]+)[ \t]*=[ \t]*["']([^"'\\\x00-\x1f]+)["'][ \t]*(?:#.*)?\r?$""", re.MULTILINE
)
_SLUG = re.compile("[a-z0-9][a-z0-9-]{0,63}")
_NAME = re.compile("[a-z][a-z0-9_]{0,63}")
_PERIOD = re.compile("[0-9X]{4}[0-9HQ/-]{0,12}")
_FRAMEWORK = re.compile(rf"{_SLUG.pattern}(?:@[A-Za-z0-9.-]{{1,64}})?|[^/].{{0,255}}\.toml")


class Named(NamedTuple):
    """A scorecard by its names; the framework is a bundled one's, or the path of a file."""

    unit: str
    period: str
    framework: str


class Measures(NamedTuple):
    """The ids of the groups and of the indicators of a framework, in their order."""

    groups: list[str]
    indicators: list[str]


def names_in(place: Path) -> list[Named]:
    """Return the scorecards in a folder and below, or in a file; none where it cannot be read."""
    return [named for path in _paths(place) if all(named := _named(path))]


def framework_id(framework: str) -> str:
    """Return the id of a framework as `names_in` gives it; empty where its file has none."""
    if not framework.endswith(".toml"):
        return framework.partition("@")[0]
    return _fitting(_texts(_text(framework), 0).get("id", ""), _SLUG)


def measures(framework: str) -> Measures:
    """Return the groups and indicators of a framework as `names_in` gives it."""
    own = framework.endswith(".toml")
    edition = BUNDLED / f"{framework}.toml"
    bundled = edition if edition.exists() else BUNDLED / f"{framework_id(framework)}.toml"
    text = _text(framework if own else os.fspath(bundled))
    named = [
        (table[1], _fitting(_texts(text, table.end()).get("id", ""), _NAME))
        for table in _TABLE.finditer(text)
    ]
    groups, indicators = (
        [said for name, said in named if name == kind and said] for kind in ("groups", "indicators")
    )
    return Measures(groups, indicators)


def _paths(place: Path) -> Iterator[str]:
    with suppress(CannotRunError, OSError):
        if place.is_file():
            yield place.as_posix()
        else:
            yield from (file.name for file in islice(toml_files(place), MOST))


def _named(path: str) -> Named:
    """Return the names in a file; those that it does not have are empty."""
    text = _text(path)
    head, unit = _texts(text, 0), _UNIT.search(text)
    framework = _fitting(head.get("framework", ""), _FRAMEWORK)
    if framework.endswith(".toml"):
        # It may lead above the folder.
        framework = os.path.normpath(f"{path}/../{framework}")
    id_ = _texts(text, unit.end()).get("id", "") if unit else ""
    return Named(_fitting(id_, _SLUG), _fitting(head.get("period", ""), _PERIOD), framework)


def _text(path: str) -> str:
    """Return what a file says, a line feed before each line; of one that cannot be read, one."""
    data = b""
    with suppress(OSError):
        file = os.open(path, _OPENED)
        try:
            data = os.read(file, LONGEST)
        finally:
            os.close(file)
    return f"\n{data.decode(errors='replace')}"


def _texts(text: str, start: int) -> dict[str, str]:
    """Return the texts of keys, from a place to the next table."""
    table = _TABLE.search(text, start)
    return dict(_TEXT.findall(text, start, table.start() if table else len(text)))


def _fitting(said: str, name: re.Pattern[str]) -> str:
    """Return a text, if it is such a name, else nothing."""
    return said if name.fullmatch(said) else ""
