"""Text that is longer than the screen, shown through the user's pager."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from itertools import chain

from scorecard.cli.output import write

SETTINGS = {"LESS": "FRX", "LESSCHARSET": "utf-8"}
"""What less is told where nobody has told it anything: show colours, and leave the text there."""


def show(pieces: Iterable[str], *, paging: bool) -> None:
    """Write pieces of text to stdout as they come, or to a pager if there are too many lines.

    Each piece is whole lines. Nothing is paged where stdout is no terminal.
    """
    terminal = sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    left = shutil.get_terminal_size().lines
    first: list[str] = []
    rest = iter(pieces)
    while paging and terminal and left > 0 and (piece := next(rest, None)) is not None:
        first.append(piece)
        left -= piece.count("\n")
    everything = chain(first, rest)
    if left <= 0 and _paged(everything):
        return
    for piece in everything:
        if not write(piece, None):
            return


def _paged(pieces: Iterable[str]) -> bool:
    """Give text to the user's pager until it is left; return whether there is one."""
    asked = os.environ.get("SCORECARD_PAGER", os.environ.get("PAGER", "less"))
    # An interruption is for the pager, which may have a use for it; its end is ours.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        process = subprocess.Popen(  # noqa: S603 - the user's own command, and no shell
            shlex.split(asked) or ["cat"],
            stdin=subprocess.PIPE,
            env={**SETTINGS, **os.environ},
            encoding="utf-8",
            errors="backslashreplace",
        )
    except (OSError, ValueError):
        # No program has that name, or a quotation mark is left open.
        signal.signal(signal.SIGINT, before)
        return False
    try:
        # Who leaves the pager early has seen enough.
        with suppress(BrokenPipeError):
            for piece in pieces:
                print(piece, end="", file=process.stdin, flush=True)
        process.communicate()
    finally:
        process.terminate()
        signal.signal(signal.SIGINT, before)
    return True
