"""Signals that end the program, and moments in which they have to wait."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

ENDINGS = tuple(each for each in signal.Signals if each.name in ("SIGINT", "SIGTERM", "SIGHUP"))
"""What ends the program as an interruption does: what is being written is tidied up."""


@contextmanager
def held() -> Iterator[None]:
    """Have signals that end the program wait until this is done, where the system can do that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
