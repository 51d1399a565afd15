"""Files examined one after the other, by this process or by several, and given in their order."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from typing import IO, TYPE_CHECKING, NamedTuple

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
    workers = [_Worker(parts[number::jobs], work) for number in range(jobs)]
    try:
        for number, part in enumerate(parts):
            # Whatever a worker dies of, its files are examined all the same.
            yield workers[number % jobs].next() or work(part)
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    """Another process, which examines its share of the batches and sends what it finds."""

    def __init__(self, parts: Sequence[Sequence[str]], work: Examine) -> None:
        ours, theirs = os.pipe()
        self._id = os.fork()
        if self._id == 0:
            os.close(ours)
            with os.fdopen(theirs, "wb") as stream:
                _send(parts, work, stream)
        os.close(theirs)
        self._stream = os.fdopen(ours, "rb")

    def next(self) -> Batch | None:
        """Return the next batch; None where there will be no more."""
        import pickle

        try:
            found: Batch = pickle.load(self._stream)  # noqa: S301 - it comes from our own process
        except (EOFError, pickle.UnpicklingError):
            return None
        return found

    def end(self) -> None:
        """Wait until the process has ended; it does so when nobody reads what it sends."""
        self._stream.close()
        os.waitpid(self._id, 0)


def _send(parts: Sequence[Sequence[str]], work: Examine, stream: IO[bytes]) -> None:
    """Examine batches and end this process, without what another would do at its end."""
    import pickle

    try:
        for part in parts:
            pickle.dump(work(part), stream, pickle.HIGHEST_PROTOCOL)
            stream.flush()
    except BaseException:  # noqa: BLE001 - the process that reads does what was left
        os._exit(1)
    os._exit(0)
