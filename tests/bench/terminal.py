"""Runs a command on a terminal until it has read its files, or until its first screen is there."""

import fcntl
import os
import pty
import signal
import struct
import sys
import termios
from collections.abc import Callable

LINES, COLUMNS = 40, 140

_CLEARED = b"\r\x1b[1A\x1b[2K"
"""What goes up to the line that says how many files have been read, and clears it."""

UNTIL: dict[str, Callable[[bytes], bool]] = {
    "loaded": lambda said: said.endswith(_CLEARED),
    "first screen": lambda said: said.count(b"\n") >= LINES - 1,
}


def main() -> None:
    """Take what to wait for and a command; fail where the command ends before that."""
    until, *command = sys.argv[1:]
    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm-256color"
        del os.environ["COLUMNS"]
        os.execv(command[0], command)  # noqa: S606 - the tool that is measured
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    said = b""
    try:
        while not UNTIL[until](said):
            said += os.read(terminal, 1 << 16)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


if __name__ == "__main__":
    main()
