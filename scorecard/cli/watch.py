"""Waiting for files to change."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from scorecard.workspace.errors import CannotRunError
from scorecard.workspace.targets import files_at

PAUSE = 0.5
"""Seconds between two looks. Looking works on network drives too, where events do not."""

State = tuple[tuple[Path, int, int], ...]
"""Files with the time of their last change, in nanoseconds, and their sizes."""


def changes(places: Sequence[Path], pause: float = PAUSE) -> Iterator[None]:
    """Yield whenever a file in the places has changed, come or gone; for ever."""
    before = _state(places)
    while True:
        time.sleep(pause)
        now = _state(places)
        if now != before:
            before = now
            yield


def _state(places: Sequence[Path]) -> State:
    try:
        found = files_at(places)
    except CannotRunError:
        return ()
    return tuple(
        (path, path.stat().st_mtime_ns, path.stat().st_size) for path in found if path.exists()
    )
