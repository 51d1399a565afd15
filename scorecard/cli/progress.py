"""How far a long reading has come, said on a terminal while it lasts."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

SOON = 1.0
"""Seconds in which nothing is said yet."""

OFTEN = 0.2
"""Seconds between two lines."""

_CLEAR = "\r\x1b[K"


@contextmanager
def progress(*, quiet: bool, soon: float = SOON) -> Iterator[Callable[[int], None]]:
    """Give what is told how many more files have been read; where nobody looks, it says nothing."""
    stream = sys.stderr
    shown = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    if quiet or not shown:
        yield lambda _: None
        return
    read, due, said = 0, time.monotonic() + soon, False

    def say(text: str) -> None:
        # A terminal that has gone away is no reason to stop.
        with suppress(OSError):
            stream.write(text)
            stream.flush()

    def step(more: int) -> None:
        nonlocal read, due, said
        read += more
        if time.monotonic() >= due:
            say(f"{_CLEAR}{read:,} files read")
            due, said = time.monotonic() + OFTEN, True

    try:
        yield step
    finally:
        if said:
            say(_CLEAR)
