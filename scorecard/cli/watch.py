"""Waiting for files to change."""

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

from scorecard.project.errors import CannotRunError
from scorecard.project.folders import files_at
from scorecard.project.source_texts import SUFFIX

PAUSE = 0.5
"""Seconds between two looks. Looking works on network drives too, where events do not."""


def changes(places: Sequence[Path], pause: float = PAUSE) -> Iterator[None]:
    """Yield at once, and whenever a file in the places has changed, come or gone; for ever."""
    before = _state(places)
    while True:
        yield
        while (now := _state(places)) == before:
            time.sleep(pause)
        before = now


def _state(places: Sequence[Path]) -> list[tuple[str, int, int]]:
    """Return files and texts beside them: when each changed last, in nanoseconds, and its size."""
    state = []
    with suppress(CannotRunError):
        names = files_at(places)
        folders = dict.fromkeys(Path(name).parent for name in names)
        texts = chain.from_iterable(folder.glob(f"*{SUFFIX}") for folder in folders)
        for name in (*names, *sorted(map(str, texts))):
            # It may have gone between two looks, or be a link to nothing.
            with suppress(OSError):
                seen = Path(name).stat()
                state.append((name, seen.st_mtime_ns, seen.st_size))
    return state
