"""What was found in each file by itself, a line each, for when only some of them have changed."""

import hashlib
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from sys import intern
from typing import IO, Any

from scorecard.numbers.period import parse
from scorecard.project.examining import Examined, Record
from scorecard.project.remembering import FOREIGN, checksum, prepare, program, told, untold
from scorecard.project.shelf import UNSURE, Use, use
from scorecard.rules.facts import Facts, Under, shared

LONGEST = 1 << 32
"""No line has so many bytes; with the place of a line, its length makes one number."""


class Records:
    """Records by the names of their files, all under the frameworks that are used."""

    def __init__(self, file: int, places: Mapping[str, int], used: Mapping[str, Use]) -> None:
        self._file = file
        self._places = places
        self.used = used

    def of(self, name: str) -> Record | None:
        """Return the record of a file."""
        at, length = divmod(self._places.get(name, 0), LONGEST)
        # Several processes read the same open file, each at its own places.
        try:
            return _record(json.loads(os.pread(self._file, length, at))) if length else None
        except FOREIGN:
            return None


NONE = Records(-1, {}, {})


@contextmanager
def opened_records(path: Path) -> Iterator[Records]:
    """Open records, of which there are none where they are not whole, or under other rules."""
    try:
        file = path.open("rb") if hasattr(os, "pread") else None
    except OSError:
        file = None
    if file is None:
        yield NONE
        return
    with file:
        yield _checked(file, path.name) or NONE


def _checked(file: IO[bytes], place: str) -> Records | None:
    digest = hashlib.sha256()
    places: dict[str, int] = {}
    at, last = 0, b""
    try:
        for line in file:
            name, _, rest = line.partition(b"\t")
            if rest:
                places[json.loads(name)] = (at + len(name) + 1) * LONGEST + len(rest)
            digest.update(last)
            at += len(line)
            last = line
        told_of, _, said = last.partition(b" ")
        end = json.loads(said) if told_of == checksum(said) else {}
        whole = end["lines"] == digest.hexdigest() and end["program"] == program()
        used = {name: use(name) for name, _ in end["frameworks"]}
        alike = all(used[name].digest == digest for name, digest in end["frameworks"])
        if whole and alike and end["place"] == place:
            return Records(file.fileno(), places, used)
    except FOREIGN:
        return None
    return None


class Recording:
    """Records being written; what cannot be written is only found again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f".scorecard.{os.urandom(8).hex()}.part")
        self._digest = hashlib.sha256()
        self._file: IO[bytes] | None = None
        with suppress(OSError):
            prepare(path.parent)
            self._file = self._part.open("xb")

    def add(self, name: str, record: Record) -> None:
        """Write what was found in a file."""
        line = f"{json.dumps(name)}\t{json.dumps(_listed(record))}\n".encode()
        self._digest.update(line)
        self._write(line)

    def end(self, frameworks: Mapping[str, Use]) -> None:
        """Put the records in the place of those before, with what tells that they are whole."""
        if UNSURE in frameworks.values():
            return
        end = {
            "lines": self._digest.hexdigest(),
            "program": program(),
            "place": self._path.name,
            "frameworks": sorted((name, used.digest) for name, used in frameworks.items()),
        }
        text = json.dumps(end).encode()
        self._write(checksum(text) + b" " + text)
        if self._file:
            with suppress(OSError):
                self._file.close()
                self._part.replace(self._path)

    def clear(self) -> None:
        """Leave nothing that is not whole."""
        with suppress(OSError):
            if self._file:
                self._file.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)

    def _write(self, data: bytes) -> None:
        if self._file:
            try:
                self._file.write(data)
            except OSError:
                self.clear()
                self._file = None


@contextmanager
def recording(path: Path) -> Iterator[Recording]:
    """Give what records are written with."""
    now = Recording(path)
    try:
        yield now
    finally:
        now.clear()


def _listed(record: Record) -> list[object]:
    facts, found, ignored = record.examined
    short = None
    if facts:
        *among, period = facts.shared
        short = [(*among, period.text), *facts[1:-2], b64encode(facts.values).decode()]
    return [record.look, record.digest, short, [told(each) for each in found], ignored]


def _record(line: list[Any]) -> Record:
    seen, digest, short, found, ignored = line
    facts = None
    if short:
        (under, level, parent, period), unit, *rest, values = short
        among = shared(Under._make(under), level, parent, parse(period))
        facts = Facts._make([among, intern(unit), *rest, b64decode(values), 0])
    examined = Examined(facts, tuple(untold(each) for each in found), tuple(ignored))
    return Record(seen, digest, examined)
