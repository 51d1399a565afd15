"""How files look from outside, and what tells this program from another one."""

import os
import stat
import sys
import time
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

import rtoml

from scorecard.diagnostic import Finding
from scorecard.i18n.language import spoken
from scorecard.project.places import is_there, linked
from scorecard.toml.inside import root_of
from scorecard.toml.reading import read
from scorecard.version import __version__

_PACKAGE = Path(__file__).parents[1]
_READERS = ("pydantic-", "pydantic_core-", "rtoml-")

ABSENT = "absent"
"""The digest of a file that is not there."""

_JUST_NOW = 2 * 10**9
"""Nanoseconds in which a second change of a file need not show in its times."""


def fingerprint(name: str) -> str | None:
    """Return how a file looks from outside, so that one that looks alike is unchanged.

    None where that cannot be told: it is a link or no file, or has changed just now, or the
    system does not say when a file was changed last, whatever was set since.
    """
    try:
        seen = os.lstat(name)
    except OSError:
        return None
    last = max(seen.st_mtime_ns, seen.st_ctime_ns)
    settled = last < time.time_ns() - _JUST_NOW and os.name == "posix"
    if not settled or not stat.S_ISREG(seen.st_mode):
        return None
    return f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino} {seen.st_dev}"


def digest(said: bytes | Finding) -> str:
    """Return a digest of what a file says; empty where a finding tells that it cannot be read."""
    return sha256(said).hexdigest() if isinstance(said, bytes) else ""


def digest_of(path: str) -> str:
    """Return what tells what a file says now; empty where that cannot be told.

    Of a folder, told by the stroke at its end, it is in which repository that lies.
    """
    if path.endswith("/"):
        return root_of(path.rstrip("/")) or ABSENT
    if not is_there(Path(path)):
        return ABSENT
    return "" if linked(path) else digest(read(path))


def digest_of_all(paths: Iterable[Path]) -> str:
    """Return one digest of what files say, whatever they are called, and wherever they are."""
    each = sorted(sha256(path.read_bytes()).hexdigest() for path in paths)
    return sha256("".join(f"{digest}\n" for digest in each).encode()).hexdigest()


def program() -> str:
    """Return the language that is spoken, and a digest of this program with all that it reads."""
    return f"{spoken()} {_program()}"


@cache
def _program() -> str:
    """Return a digest of this program, its rules and frameworks, and of what reads files for it."""
    whole = sha256(f"{__version__} {sys.version}".encode())
    beside = os.listdir(Path(rtoml.__file__).parents[1])  # noqa: PTH208 - names are enough
    whole.update(" ".join(sorted(n for n in beside if n.startswith(_READERS))).encode())
    for folder, below, names in os.walk(_PACKAGE):
        below[:] = sorted(name for name in below if name != "__pycache__")
        for name in sorted(names):
            whole.update(Path(folder, name).read_bytes())
    return whole.hexdigest()
