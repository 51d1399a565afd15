"""Bytes put aside: in memory where they are few, else in a file that is gone when we are."""

import os
import sys
from typing import IO

MOST = 4 << 20
"""So many bytes are kept in memory: of ten thousand files, all values."""

TOGETHER = 1 << 18
"""So many bytes are written together, once there is a file."""


class Spool:
    """Keeps bytes; where no file can be had or is full, it keeps them in memory all the same."""

    def __init__(self, most: int = MOST) -> None:
        # Other processes read the same open file, each at its own places.
        self._most = most if hasattr(os, "pread") else sys.maxsize
        self._file: IO[bytes] | None = None
        self._written = 0
        self._held = bytearray()

    def keep(self, data: bytes) -> int:
        """Put bytes aside, and return where they are."""
        if len(self._held) >= self._most:
            self._write()
        at = self._written + len(self._held)
        self._held += data
        return at

    def of(self, at: int, length: int) -> bytes | bytearray:
        """Return bytes that were put aside together."""
        start = at - self._written
        if self._file is None or start >= 0:
            return self._held[start : start + length]
        found = os.pread(self._file.fileno(), min(length, -start), at)
        return found + self._held[: length - len(found)]

    def close(self) -> None:
        """Let go of all that was put aside."""
        if self._file:
            self._file.close()

    def _write(self) -> None:
        # Few runs come to this.
        from tempfile import TemporaryFile

        try:
            if not self._file:
                self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - we close it ourselves
            written = self._file.write(self._held)
        except OSError:
            self._most *= 2
            return
        self._written += written
        self._held = self._held[written:]
        self._most = min(self._most, TOGETHER)
