"""Text that is longer than the screen, shown through the user's pager."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from typing import BinaryIO

from scorecard.cli.output import write

SCREEN = (80, 24)
"""Columns and lines of a terminal that does not tell."""

SETTINGS = {"LESS": "FRX", "LESSCHARSET": "utf-8"}
"""What less is told where nobody has told it anything: show colours, and leave the text there."""


def show(pieces: Iterable[str], *, paging: bool) -> None:
    """Write pieces of text to stdout as they come, or to a pager if there are too many lines.

    Each piece is whole lines. Nothing is paged where stdout is no terminal.
    """
    rest = iter(pieces)
    command = pager(os.environ) if paging and _on_screen() else []
    first = list(_screenful(rest)) if command else []
    if _lines(first) < _height() or not _paged(command, chain(first, rest)):
        for piece in chain(first, rest):
            if not write(piece, None):
                return


def pager(env: Mapping[str, str]) -> list[str]:
    """Return the user's pager as words of a command; none where there is none, or it is cat."""
    asked = env.get("SCORECARD_PAGER", env.get("PAGER", "less"))
    try:
        words = shlex.split(asked)
    except ValueError:
        return []
    return words if words and words != ["cat"] and shutil.which(words[0]) else []


def _on_screen() -> bool:
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return terminal and os.environ.get("TERM") != "dumb"


def _height() -> int:
    return shutil.get_terminal_size(SCREEN).lines


def _lines(pieces: Iterable[str]) -> int:
    return sum(piece.count("\n") for piece in pieces)


def _screenful(pieces: Iterator[str]) -> Iterator[str]:
    """Yield as many pieces as fill the screen, if there are so many."""
    left = _height()
    while left > 0 and (piece := next(pieces, None)) is not None:
        left -= piece.count("\n")
        yield piece


def _paged(command: list[str], pieces: Iterator[str]) -> bool:
    """Give text to a pager and wait until it is left; return whether there was one to start."""
    # An interruption is for the pager, which may have a use for it; its end is ours.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    ends = os.pipe()
    try:
        with os.fdopen(ends[1], "wb") as into:
            with os.fdopen(ends[0], "rb") as out:
                process = subprocess.Popen(  # noqa: S603 - the user's own command, and no shell
                    command, stdin=out, env={**SETTINGS, **os.environ}
                )
            _feed(process, into, pieces)
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return True


def _feed(process: subprocess.Popen[bytes], into: BinaryIO, pieces: Iterator[str]) -> None:
    try:
        # Who leaves the pager early has seen enough.
        with suppress(BrokenPipeError), into:
            for piece in pieces:
                into.write(piece.encode("utf-8", "backslashreplace"))
                into.flush()
        process.wait()
    finally:
        process.terminate()
