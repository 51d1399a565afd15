"""Runs a command on a terminal until its first screen is there, and says how long that took."""

import fcntl
import os
import pty
import re
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence

LINES, COLUMNS = 40, 140

_ERASED = re.compile(rb"\x1b\[2?K")
"""What removes the line that says how many files have been read."""

_ABOVE = 3
"""Line ends before which it is removed: a pager erases lines as well, but later."""


def main() -> None:
    """Take a command, and print the seconds; fail where the command ends before that."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm-256color"
        del os.environ["COLUMNS"]
        os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - the tool that is measured
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    said, arrived = b"", [(0, time.perf_counter())]
    try:
        while said.count(b"\n") < LINES - 1:
            said += os.read(terminal, 1 << 16)
            arrived.append((len(said), time.perf_counter()))
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    sys.stdout.write(f"{since_loaded(said, arrived)}\n")


def since_loaded(said: bytes, arrived: Sequence[tuple[int, float]]) -> float:
    """Return the seconds since all files were read, else since the start, by when what arrived."""
    ends = (
        erased.end()
        for erased in _ERASED.finditer(said)
        if said.count(b"\n", 0, erased.start()) < _ABOVE
    )
    loaded = max(ends, default=0)
    return arrived[-1][1] - next(when for length, when in arrived if length >= loaded)


if __name__ == "__main__":
    main()
