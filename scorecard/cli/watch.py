"""Waiting for files to change."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from scorecard.project.errors import CannotRunError
from scorecard.project.folders import files_at

PAUSE = 0.5
"""Seconds between two looks. Looking works on network drives too, where events do not."""

State = tuple[tuple[str, int, int], ...]
"""Files with the time of their last change, in nanoseconds, and their sizes."""


def changes(places: Sequence[Path], pause: float = PAUSE) -> Iterator[None]:
    """Yield at once, and whenever a file in the places has changed, come or gone; for ever."""
    before = _state(places)
    while True:
        yield
        while (now := _state(places)) == before:
            time.sleep(pause)
        before = now


def _state(places: Sequence[Path]) -> State:
    try:
        found = files_at(places)
    except CannotRunError:
        return ()
    return tuple(look for name in found for look in _look(name))


def _look(name: str) -> Iterator[tuple[str, int, int]]:
    try:
        seen = Path(name).stat()
    except OSError:
        # It went between two looks, or is a link to nothing.
        return
    yield name, seen.st_mtime_ns, seen.st_size
