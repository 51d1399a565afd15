"""Work on many files done by this process, or by several at once, and given in their order."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from math import ceil
from struct import Struct
from typing import Any, NoReturn, TypeVar

from scorecard.text.signals import ENDINGS, held

BATCH = 50
"""How many files are worked on at a time: so few that no process waits long for another."""

MOST = 2000
"""How many batches there are at most: the numbers of so many fit into the smallest pipe."""

SPARE = 8
"""How many files more can be open at a time, however many processes there are."""

_NUMBER, _HEAD = Struct("=H"), Struct("=HQ")

Result = TypeVar("Result")

Work = Callable[[Sequence[str]], Result]
"""What is done with the files of a batch."""


@contextmanager
def batches(names: Sequence[str], work: Work[Result], jobs: int) -> Iterator[Iterator[Result]]:
    """Give what comes of files, batch by batch; the same for any number of processes.

    Other processes begin at once; this one does its share when it is asked for what comes of it.
    """
    size = max(BATCH, ceil(len(names) / MOST))
    parts = [names[at : at + size] for at in range(0, len(names), size)]
    jobs = min(jobs, len(parts)) if hasattr(os, "fork") else 1
    left = _pipe_of(range(len(parts))) if jobs > 1 else None
    if left is None:
        yield map(work, parts)
        return
    workers: list[_Worker] = []
    spare: list[int] = []
    try:
        # Where the system gives no more processes, or files open at a time, there are fewer.
        with suppress(OSError):
            while len(spare) < SPARE:
                spare.append(os.dup(left))
            for _ in range(1, jobs):
                workers.append(_Worker(lambda: _shares(left, parts, work), workers))
        while spare:
            os.close(spare.pop())
        yield _in_order(left, parts, work, list(workers))
    finally:
        os.close(left)
        for each in workers:
            each.end()


def _pipe_of(numbers: Iterable[int]) -> int | None:
    """Return the end of a pipe that each number is read from by one process; None without one."""
    try:
        ours, theirs = os.pipe()
    except OSError:
        return None
    with os.fdopen(theirs, "wb") as stream:
        stream.write(b"".join(map(_NUMBER.pack, numbers)))
    return ours


def _taken(left: int) -> int | None:
    """Take the next number out of a pipe; None where there is none."""
    data = os.read(left, _NUMBER.size)
    return _NUMBER.unpack(data)[0] if data else None


def _shares(
    left: int, parts: Sequence[Sequence[str]], work: Work[Result]
) -> Iterator[tuple[int, Result]]:
    """Yield what comes of parts that no other process has taken."""
    while (number := _taken(left)) is not None:
        yield number, work(parts[number])


def _in_order(
    left: int, parts: Sequence[Sequence[str]], work: Work[Result], workers: list["_Worker"]
) -> Iterator[Result]:
    """Yield what comes of each part, by workers or by this process, which does its share."""
    done: dict[int, Result] = {}
    ours = _shares(left, parts, work)
    for turn, part in enumerate(parts):
        while turn not in done:
            # What has been sent goes first: who sends it may be waiting for that.
            if sent := _ready(workers, 0):
                _receive(sent, workers, done)
            elif share := next(ours, None):
                done[share[0]] = share[1]
            elif workers:
                _receive(_ready(workers, None), workers, done)
            else:
                # Whatever a worker has died of, its share is done all the same.
                done[turn] = work(part)
        yield done.pop(turn)


def _ready(workers: Iterable["_Worker"], wait: int | None) -> list["_Worker"]:
    """Return the workers that have sent something or ended; wait for one where `wait` is None."""
    from select import POLLIN, poll

    polled, by_number = poll(), {each.fileno(): each for each in workers}
    for number in by_number:
        polled.register(number, POLLIN)
    return [by_number[number] for number, _ in polled.poll(wait)]


def _receive(sent: Iterable["_Worker"], workers: list["_Worker"], done: dict[int, Result]) -> None:
    """Take in what workers have sent, and forget those that have ended."""
    for worker in sent:
        if found := worker.next():
            done[found[0]] = found[1]
        else:
            workers.remove(worker)


@contextmanager
def aside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Have another process do some work meanwhile; give what waits for what comes of it."""
    worker = None
    if hasattr(os, "fork"):
        with suppress(OSError):
            worker = _Worker(lambda: [(0, work())], [])
    if worker is None:
        yield work
        return
    try:
        yield lambda: found[1] if (found := worker.next()) else work()
    finally:
        worker.end()


class _Worker:
    """Another process, which does its share of the work and sends what comes of it."""

    def __init__(
        self, shares: Callable[[], Iterable[tuple[int, object]]], others: Sequence["_Worker"]
    ) -> None:
        # Another process has what has been loaded, however few files more can be open.
        import pickle  # noqa: F401

        self._stream, theirs = os.pipe()
        self._id = 0
        try:
            # A signal in between would have the other process do what only this one may.
            with held():
                self._id = os.fork() or _serve(shares, theirs, self._stream, others)
        except BaseException:
            self.end()
            raise
        finally:
            os.close(theirs)

    def next(self) -> tuple[int, Any] | None:
        """Return the number of a share and what came of it; None where there will be no more."""
        import pickle

        head = self._read(_HEAD.size)
        if not head:
            return None
        number, length = _HEAD.unpack(head)
        data = self._read(length)
        return (number, pickle.loads(data)) if data else None  # noqa: S301 - it is from ourselves

    def fileno(self) -> int:
        """Return the end of the pipe that is read here."""
        return self._stream

    def end(self) -> None:
        """End the process: nobody reads any more what it sends."""
        os.close(self._stream)
        with suppress(ChildProcessError):
            # Nobody else has the number of a process that we have not yet waited for.
            if self._id and os.waitpid(self._id, os.WNOHANG) == (0, 0):
                os.kill(self._id, signal.SIGTERM)
                os.waitpid(self._id, 0)

    def _read(self, length: int) -> bytes:
        """Read so many bytes, or none where they do not come."""
        found = bytearray()
        while more := os.read(self._stream, length - len(found)):
            found += more
            if len(found) == length:
                return bytes(found)
        return b""


def _serve(
    shares: Callable[[], Iterable[tuple[int, object]]],
    into: int,
    ours: int,
    others: Sequence[_Worker],
) -> NoReturn:
    """Do the work, send what comes of it, and end without what another would do at its end."""
    # Whatever happens, nobody but the first process goes on with what the first process does.
    try:
        import pickle

        # Who holds an end that is read would keep a worker waiting that nobody reads.
        for other in (ours, *(each.fileno() for each in others)):
            os.close(other)
        for number in ENDINGS:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)
        with os.fdopen(into, "wb") as stream:
            for share, found in shares():
                data = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
                stream.write(_HEAD.pack(share, len(data)) + data)
                stream.flush()
    except BaseException:  # noqa: BLE001 - the process that reads does what is left
        os._exit(1)
    os._exit(0)
