"""Files examined one after the other, by this process or by several, and given in their order."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from scorecard.diagnostic import Finding
from scorecard.files.text import Reader
from scorecard.workspace.examining import Record, examine
from scorecard.workspace.remembering import look
from scorecard.workspace.shelf import Shelf, Use

if TYPE_CHECKING:
    from scorecard.workspace.records import Records

BATCH = 50
"""How many files are examined at a time: so few that no process waits long for another."""


class Batch(NamedTuple):
    """What was found in some files, in their order, and the frameworks that they are under."""

    records: list[Record]
    used: dict[str, Use]


_ENDINGS = [number for number in signal.Signals if number.name in ("SIGINT", "SIGTERM", "SIGHUP")]

Examine = Callable[[Sequence[str]], Batch]
"""Examines the files of a batch."""


def examiner(read: Reader, records: "Records | None") -> Examine:
    """Return what examines files, but those that are unchanged since they were recorded."""
    shelf = Shelf()

    def anew(names: Sequence[str]) -> Batch:
        found = examine(names, shelf, read)
        return Batch([Record(None, "", each) for each in found], shelf.used)

    def changed(names: Sequence[str], records: "Records") -> Batch:
        known: dict[str, Record] = {}
        looks: dict[str, str | None] = {}
        data: dict[str, bytes | Finding] = {}
        for name in names:
            seen = looks[name] = look(name)
            before = records.of(name)
            if before and seen and before.look == seen:
                known[name] = before
                continue
            said = data[name] = read(name)
            if before and isinstance(said, bytes) and before.digest == _digest(said):
                known[name] = before._replace(look=seen)
        left = [name for name in names if name not in known]
        found = examine(left, shelf, data.__getitem__)
        for name, each in zip(left, found, strict=True):
            known[name] = Record(looks[name], _digest(data[name]), each)
        return Batch([known[name] for name in names], shelf.used)

    return anew if records is None else partial(changed, records=records)


def _digest(data: bytes | Finding) -> str:
    return sha256(data).hexdigest() if isinstance(data, bytes) else ""


def batches(names: Sequence[str], work: Examine, jobs: int) -> Iterator[Batch]:
    """Yield what is found in files, batch by batch; the same for any number of processes."""
    parts = [names[at : at + BATCH] for at in range(0, len(names), BATCH)]
    jobs = min(jobs, len(parts)) if hasattr(os, "fork") else 1
    if jobs <= 1:
        yield from map(work, parts)
        return
    # This process examines its share as well, so that one less has to send what it finds.
    workers: list[_Worker] = []
    try:
        # Where the system gives no more processes, there are fewer.
        with suppress(OSError):
            for number in range(1, jobs):
                workers.append(_Worker(parts[number::jobs], work, workers))
        for number, part in enumerate(parts):
            worker = number % jobs - 1
            # Whatever a worker dies of, its files are examined all the same.
            yield (workers[worker].next() if 0 <= worker < len(workers) else None) or work(part)
    finally:
        for each in workers:
            each.end()


class _Worker:
    """Another process, which examines its share of the batches and sends what it finds."""

    def __init__(
        self, parts: Sequence[Sequence[str]], work: Examine, others: Sequence["_Worker"]
    ) -> None:
        ours, theirs = os.pipe()
        # A signal between here and there would have the other process do what only this one may.
        held = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
        try:
            self._id = os.fork() or _serve(
                parts, work, theirs, [ours, *(each.reading() for each in others)]
            )
            self._stream = os.fdopen(ours, "rb")
        except OSError:
            os.close(ours)
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
            os.close(theirs)

    def next(self) -> Batch | None:
        """Return the next batch; None where there will be no more."""
        import pickle

        try:
            found: Batch = pickle.load(self._stream)  # noqa: S301 - it comes from our own process
        except (EOFError, pickle.UnpicklingError):
            return None
        return found

    def reading(self) -> int:
        """Return the end of the pipe that is read here."""
        return self._stream.fileno()

    def end(self) -> None:
        """Wait until the process has ended; it does so when nobody reads what it sends."""
        self._stream.close()
        with suppress(ChildProcessError):
            os.waitpid(self._id, 0)


def _serve(
    parts: Sequence[Sequence[str]], work: Examine, into: int, others: Sequence[int]
) -> NoReturn:
    """Examine batches, send what is found, and end without what another would do at its end."""
    import pickle

    try:
        # Who holds an end that is read would keep a worker waiting that nobody reads.
        for other in others:
            os.close(other)
        for number in _ENDINGS:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)
        with os.fdopen(into, "wb") as stream:
            for part in parts:
                pickle.dump(work(part), stream, pickle.HIGHEST_PROTOCOL)
                stream.flush()
    except BaseException:  # noqa: BLE001 - the process that reads does what is left
        os._exit(1)
    os._exit(0)
