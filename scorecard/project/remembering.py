"""What was found in files, kept where caches belong, so that unchanged ones are not read again."""

import json
import os
import stat
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from scorecard import __version__
from scorecard.diagnostic import Diagnostic, SecondSpot, Spot
from scorecard.i18n.rules import Severity
from scorecard.project.write import write_whole
from scorecard.text.printable import printable

Looks = Mapping[str, str | None]
"""How files look from outside, by their paths; None where that cannot be told."""

ABSENT = "absent"
"""How a file looks that is not there."""

_PACKAGE = Path(__file__).parents[1]

_READERS = ("pydantic-", "pydantic_core-", "rtoml-")

FOREIGN = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What can come of reading a file that is not what it should be."""

_JUST_NOW = 2 * 10**9
"""Nanoseconds in which a second change of a file need not show in its times."""

_MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n",
}
"""What tells git and backups that a folder is a cache."""

_MOST = 64
"""The most files that are kept; the oldest go first."""


def cache_folder() -> Path | None:
    """Return where caches belong; None where this system says of no such place."""
    if chosen := os.environ.get("SCORECARD_CACHE_DIR"):
        return Path(chosen)
    if base := os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA"):
        return Path(base, "scorecard")
    with suppress(RuntimeError):
        return Path.home() / (
            "Library/Caches/scorecard" if sys.platform == "darwin" else ".cache/scorecard"
        )
    return None


def look(name: str) -> str | None:
    """Return how a file looks from outside, so that one that looks alike is unchanged.

    None where that cannot be told: it is a link or no file, or has changed just now, or the
    system does not say when a file was changed last, whatever was set since.
    """
    try:
        seen = os.lstat(name)
    except FileNotFoundError:
        return ABSENT
    except OSError:
        return None
    last = max(seen.st_mtime_ns, seen.st_ctime_ns)
    settled = last < time.time_ns() - _JUST_NOW and os.name == "posix"
    if not settled or not stat.S_ISREG(seen.st_mode):
        return None
    return f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino} {seen.st_dev}"


def place(folder: Path, places: Sequence[Path], ending: str) -> Path:
    """Return where that is kept which was found in these places, as they are spelled."""
    from hashlib import sha256

    # The names of files begin as their place is spelled, and mean another elsewhere.
    words = json.dumps([(os.path.abspath(each), str(each)) for each in places])  # noqa: PTH100
    return folder / f"{sha256(words.encode()).hexdigest()[:32]}{ending}"


def linked(path: Path | str) -> bool:
    """Whether a link, which may lead elsewhere the next time, stands on the way to a file."""
    return os.path.realpath(path) != os.path.abspath(path)  # noqa: PTH100 - one rule for both


def outside(names: Sequence[str]) -> str | None:
    """Return a digest of how all files look from outside; None where that cannot be told."""
    from hashlib import sha256

    digest = sha256()
    for name in names:
        seen = look(name)
        if seen is None or seen == ABSENT:
            return None
        digest.update(f"{name}\0{seen}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


@cache
def program() -> str:
    """Return a digest of this program, its rules and frameworks, and of what reads files for it."""
    from hashlib import sha256
    from importlib.util import find_spec

    digest = sha256(f"{__version__} {sys.version}".encode())
    reader = find_spec("rtoml")
    if reader and reader.origin:
        beside = os.listdir(Path(reader.origin).parents[1])  # noqa: PTH208 - names are enough
        digest.update(" ".join(sorted(n for n in beside if n.startswith(_READERS))).encode())
    for folder, below, names in os.walk(_PACKAGE):
        below[:] = sorted(name for name in below if name != "__pycache__")
        for name in sorted(names):
            digest.update(Path(folder, name).read_bytes())
    return digest.hexdigest()


def recall(path: Path, files: str) -> list[Diagnostic] | None:
    """Return what was found when these files looked so; None where that is not known for sure."""
    try:
        told_of, _, text = path.read_bytes().partition(b"\n")
        if told_of != checksum(text):
            return None
        kept = json.loads(text)
        mine = kept["program"] == program() and kept["place"] == path.name
        alike = mine and kept["files"] == files
        if alike and all(look(name) == seen for name, seen in kept["frameworks"]):
            return [untold(each) for each in kept["diagnostics"]]
    except FOREIGN:
        return None
    return None


def remember(path: Path, files: str, frameworks: Looks, diagnostics: Sequence[Diagnostic]) -> None:
    """Keep what was found in files that look so; what cannot be kept is found again."""
    if None in frameworks.values():
        return
    with suppress(OSError):
        _write(path, files, frameworks, diagnostics)


def _write(path: Path, files: str, frameworks: Looks, diagnostics: Sequence[Diagnostic]) -> None:
    kept = {
        "program": program(),
        "place": path.name,
        "files": files,
        "frameworks": sorted(frameworks.items()),
        "diagnostics": [told(each) for each in diagnostics],
    }
    text = json.dumps(kept).encode()
    prepare(path.parent)
    write_whole(path, checksum(text) + b"\n" + text)


def checksum(data: bytes) -> bytes:
    """Return what tells that the data are whole."""
    from hashlib import sha256

    return sha256(data).hexdigest().encode()


def prepare(folder: Path) -> None:
    """Make the folder, for its owner alone, and one that tools leave out; forget the oldest."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in _MARKS.items():
        if not (folder / name).exists():
            (folder / name).write_text(text, "utf-8")
    kept = sorted(folder.glob("*.kept"), key=lambda each: each.stat().st_mtime_ns)
    for path in kept[: 1 - _MOST]:
        path.unlink(missing_ok=True)


def told(item: Diagnostic) -> Sequence[Any]:
    """Return a diagnostic as an array that JSON can hold."""
    return (item.code, item.severity.value, *item[2:])


def untold(kept: Sequence[Any]) -> Diagnostic:
    """Return the diagnostic that `told` made an array of; every text is made harmless anew."""
    code, severity, message, hint, file, spot, second = kept
    related = second and SecondSpot(printable(second[0]), _spot(*second[1]))
    words = (printable(message), printable(hint), printable(file))
    return Diagnostic(printable(code), Severity(severity), *words, _spot(*spot), related)


def _spot(
    line: int, column: int, end_line: int, end_column: int, source: str, mark: Sequence[int]
) -> Spot:
    start, end = mark
    return Spot(line, column, end_line, end_column, printable(source), (start, end))
