"""Names that a folder has to offer at the prompt, told by plain lines of its files."""

import json
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from scorecard.project.cache_file import FILE, cache_folder
from scorecard.project.errors import CannotRunError
from scorecard.project.folders import toml_files

BUNDLED = Path(__file__).parents[1] / "frameworks"
"""The frameworks that come with the program; the name of a file is the id of its framework."""

MOST = 5000
"""How many files are looked into, so that nobody waits at the prompt."""


LONGEST = 1 << 16
"""How many bytes of a file are read."""

_OPENED = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How files are opened: a pipe among them keeps nobody waiting."""


_CACHED = """SELECT path, unit, period, coalesce(framework_path, framework)
FROM files WHERE path IN (SELECT value FROM json_each(?)) AND unit IS NOT NULL"""


def _line(key: str, value: str) -> re.Pattern[bytes]:
    """Return the pattern of a line that gives a key a text; what is no such name is no match."""
    pattern = rf"""^[ \t]*{key}[ \t]*=[ \t]*["']({value})["'][ \t]*(?:#.*)?\r?$"""
    return re.compile(pattern.encode(), re.MULTILINE)


_TABLE = re.compile(rb"^[ \t]*\[", re.MULTILINE)
_UNIT = re.compile(rb"^[ \t]*\[[ \t]*unit[ \t]*\]", re.MULTILINE)
_ID = _line("id", "[a-z0-9][a-z0-9-]{0,63}")
_PERIOD = _line("period", "[0-9X]{4}[0-9HQ/-]{0,12}")
_BY_ID = _line("framework", "[a-z0-9][a-z0-9-]{0,63}(?=[@\"'])(?:@[A-Za-z0-9.-]{1,64})?")
_BY_PATH = _line("framework", r"""[^/\\\x00-\x1f"'][^\\\x00-\x1f"']{0,255}\.toml""")
_MEASURE = re.compile(
    rb"""^[ \t]*(?:\[\[?[ \t]*([a-z_]+)[ \t]*\]|id[ \t]*=[ \t]*["']([a-z][a-z0-9_]{0,63})["'])""",
    re.MULTILINE,
)


class Named(NamedTuple):
    """A scorecard by its names; the framework is the id of a bundled one, or the path of a file."""

    unit: str
    period: str
    framework: str


class Measures(NamedTuple):
    """The ids of the groups and of the indicators of a framework, in their order."""

    groups: list[str]
    indicators: list[str]


def names_in(place: Path) -> list[Named]:
    """Return the scorecards in a folder and below, or in a file; none where it cannot be read.

    Files that are in the cache are not read.
    """
    paths = list(_paths(place))
    known = _cached(paths)
    return [named for path in paths if (named := known.get(path) or _named(path))]


def _cached(paths: Sequence[str]) -> Mapping[str, Named]:
    found: dict[str, Named] = {}
    folder, here = cache_folder(), f"{Path.cwd().as_posix()}/"
    with suppress(sqlite3.Error):
        place = f"{(folder / FILE).absolute().as_uri()}?mode=ro" if folder else ":memory:"
        with closing(sqlite3.connect(place, uri=True)) as database:
            asked = json.dumps([here + path for path in paths])
            for path, *named in database.execute(_CACHED, (asked,)):
                found[path.removeprefix(here)] = Named(*named)
    return found


def framework_id(framework: str) -> str:
    """Return the id of a framework as `names_in` gives it; empty where its file has none."""
    if not framework.endswith(".toml"):
        return framework
    return _found(_ID, _head(_text(framework)))


def measures(framework: str) -> Measures:
    """Return the groups and indicators of a framework as `names_in` gives it."""
    own = framework.endswith(".toml")
    text = _text(framework if own else os.fspath(BUNDLED / f"{framework}.toml"))
    groups, indicators = Measures([], [])
    table = b""
    for header, name in _MEASURE.findall(text):
        if header:
            table = header
        elif table in (b"groups", b"indicators"):
            (groups if table == b"groups" else indicators).append(name.decode())
    return Measures(groups, indicators)


def _paths(place: Path) -> Iterator[str]:
    with suppress(CannotRunError, OSError):
        if place.is_file():
            yield place.as_posix()
        else:
            yield from (file.name for file in islice(toml_files(place), MOST))


def _named(path: str) -> Named | None:
    text = _text(path)
    unit = _UNIT.search(text)
    if unit is None:
        return None
    head = _head(text)
    named = Named(
        _found(_ID, _head(text[unit.end() :])), _found(_PERIOD, head), _framework(path, head)
    )
    return named if all(named) else None


def _framework(path: str, head: bytes) -> str:
    if by_id := _found(_BY_ID, head):
        return by_id.partition("@")[0]
    by_path = _found(_BY_PATH, head)
    return os.path.normpath(os.path.join(os.path.dirname(path), by_path)) if by_path else ""  # noqa: PTH118, PTH120 - it may lead above the folder


def _text(path: str) -> bytes:
    try:
        file = os.open(path, _OPENED)
    except OSError:
        return b""
    try:
        return os.read(file, LONGEST)
    except OSError:
        return b""
    finally:
        os.close(file)


def _head(text: bytes) -> bytes:
    """Return the lines before the next table."""
    table = _TABLE.search(text)
    return text[: table.start()] if table else text


def _found(pattern: re.Pattern[bytes], text: bytes) -> str:
    match = pattern.search(text)
    return os.fsdecode(match[1]) if match else ""
