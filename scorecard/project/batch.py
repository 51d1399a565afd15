"""A batch of files examined, but for those that are unchanged since they were recorded."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from scorecard.diagnostic import Finding
from scorecard.project.examining import Examined, Record, examine
from scorecard.project.remembering import look
from scorecard.project.shelf import Shelf, Use
from scorecard.rules.facts import Facts
from scorecard.toml.reading import Reader

if TYPE_CHECKING:
    from scorecard.project.records import Records


class Batch(NamedTuple):
    """What was found in some files, in their order, and the frameworks that they are under."""

    records: list[Record]
    used: dict[str, Use]

    def __reduce__(self) -> tuple[object, ...]:
        """Have it sent to another process as plain tuples, which takes half the time."""
        return _received, (list(map(_plain, self.records)), self.used)


def _plain(record: Record) -> tuple[Any, ...]:
    look, digest, (known, *said) = record
    return (look, digest, known and tuple(known), *said)


def _received(records: list[tuple[Any, ...]], used: dict[str, Use]) -> Batch:
    return Batch(
        [
            Record(look, digest, Examined(known and Facts._make(known), *said))
            for look, digest, known, *said in records
        ],
        used,
    )


Examine = Callable[[Sequence[str]], Batch]
"""Examines the files of a batch."""


def examiner(read: Reader, records: "Records | None") -> Examine:
    """Return what examines files, but those that are unchanged since they were recorded."""
    shelf = Shelf(noted=records is not None)

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
            # What could not be read looks no other once it can.
            seen = looks[name] if isinstance(data[name], bytes) else None
            known[name] = Record(seen, _digest(data[name]), each)
        return Batch([known[name] for name in names], shelf.used)

    return anew if records is None else partial(changed, records=records)


def _digest(data: bytes | Finding) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest() if isinstance(data, bytes) else ""
