"""What was found in files, kept in SQLite between runs: one row a file, none of it trusted."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scorecard.diagnostic import Diagnostic
from scorecard.project.cache_file import FILE
from scorecard.project.checked import (
    Checked,
    restored,
    restored_together,
    serialised,
    serialised_together,
)
from scorecard.project.fingerprint import digest, digest_of, fingerprint, program
from scorecard.toml.reading import read

if TYPE_CHECKING:
    from scorecard.project.check_files import New
    from scorecard.rules.record import Record

MOST = 500_000
"""The most files that are kept; those that were checked longest ago go first."""

MOST_TOGETHER = 100
"""The same of the sets of files of which it is kept what they get wrong together."""

AT_ONCE = 500
"""How many rows are asked for at a time."""

FOREIGN = (sqlite3.Error, OSError, ValueError, LookupError, TypeError, RecursionError)
"""What can come of a database that is not what it should be."""

_TABLES = """
CREATE TABLE program (digest TEXT);
CREATE TABLE frameworks (digest TEXT PRIMARY KEY, record TEXT);
CREATE TABLE files (
    path TEXT PRIMARY KEY, fingerprint TEXT,
    unit TEXT, period TEXT, framework TEXT, record TEXT, found TEXT
);
CREATE TABLE together (files TEXT PRIMARY KEY, found TEXT);
"""
_KNOWN = """SELECT path, fingerprint, found
FROM files WHERE path IN (SELECT value FROM json_each(?))"""
_RECORDS = "SELECT path, record FROM files WHERE path IN (SELECT value FROM json_each(?))"
_KEEP = "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)"
_RENEW = "UPDATE files SET fingerprint = ? WHERE path = ?"
_TOGETHER = "SELECT found FROM together WHERE files = ?"
_KEEP_TOGETHER = "INSERT OR REPLACE INTO together VALUES (?, ?)"
_FORGET = """DELETE FROM {0} WHERE rowid IN
(SELECT rowid FROM {0} ORDER BY rowid DESC LIMIT -1 OFFSET ?)"""

_MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n",
}
"""What tells git and backups that a folder is a cache."""


class Cache:
    """The database in a folder, for one run; it is opened where it is asked or told something."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # The same words mean other files in another folder.
        self._here = f"{Path.cwd().as_posix()}/"
        self._fingerprints: dict[str, str | None] = {}
        self._renewed: list[tuple[str, str]] = []
        self._digest_of = lru_cache(digest_of)
        self._writing: sqlite3.Connection | None = None

    def unchanged(self, names: Sequence[str]) -> Iterator[tuple[str, Checked]]:
        """Yield what is known of files that still say what they said.

        How they look is noted, for `keep`; so they are read after this.
        """
        self._fingerprints = {name: fingerprint(name) for name in names}
        with suppress(*FOREIGN), closing(self._opened()) as database:
            for name, before, found in self._rows(database, _KNOWN, names):
                with suppress(*FOREIGN):
                    if known := self._restored(name, before, found):
                        yield name, known

    def records(self, names: Sequence[str]) -> "Iterator[tuple[str, Record | None]]":
        """Yield the records of files that are unchanged; None of those that cannot be measured."""
        from scorecard.project.records import restored_record, restored_under

        with suppress(*FOREIGN), closing(self._opened()) as database:
            kept = database.execute("SELECT digest, record FROM frameworks")
            frameworks = {said: restored_under(record) for said, record in kept}
            for name, record in self._rows(database, _RECORDS, names):
                with suppress(*FOREIGN):
                    yield name, None if record is None else restored_record(record, frameworks)

    def _rows(
        self, database: sqlite3.Connection, asked: str, names: Sequence[str]
    ) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of files, with their names in place of their paths."""
        for start in range(0, len(names), AT_ONCE):
            paths = {self._here + name: name for name in names[start : start + AT_ONCE]}
            for path, *row in database.execute(asked, (json.dumps(list(paths)),)):
                yield (paths[path], *row)

    def keep(self, found: "Iterable[tuple[str, New]]") -> None:
        """Keep what was found in files; what cannot be kept is found again the next time."""
        with suppress(*FOREIGN):
            database = self._begun()
            for name, new in found:
                self._keep(database, name, new)

    def together(self, files: Iterable[tuple[str, Checked]]) -> list[tuple[str, Diagnostic]] | None:
        """Return what these files get wrong together; None where that is not known."""
        with suppress(*FOREIGN), closing(self._opened()) as database:
            for (found,) in database.execute(_TOGETHER, (self._key(files),)):
                return restored_together(found)
        return None

    def keep_together(
        self, files: Iterable[tuple[str, Checked]], found: Iterable[tuple[str, Diagnostic]]
    ) -> None:
        """Keep what these files get wrong together."""
        with suppress(*FOREIGN):
            if key := self._key(files):
                row = (key, serialised_together(found))
                self._begun().execute(_KEEP_TOGETHER, row)

    def _key(self, files: Iterable[tuple[str, Checked]]) -> str | None:
        """Return a digest of where files are and of what they say, and of all that they rest on.

        None where one of these may be another file the next time.
        """
        whole = sha256(self._here.encode())
        for name, checked in files:
            if not _settled(checked):
                return None
            # What is empty ends what is said of a file: nothing else is.
            said = (name, checked.digest, *chain.from_iterable(checked.beside), "", "")
            whole.update("\0".join(said).encode("utf-8", "surrogatepass"))
        return whole.hexdigest()

    def close(self) -> None:
        """Put all that was kept in its place at once."""
        with suppress(*FOREIGN):
            if self._renewed:
                self._begun().executemany(_RENEW, self._renewed)
        if self._writing:
            with suppress(*FOREIGN), closing(self._writing) as database:
                for table, most in (("files", MOST), ("together", MOST_TOGETHER)):
                    database.execute(_FORGET.format(table), (most,))
                database.execute("COMMIT")

    def _begun(self) -> sqlite3.Connection:
        if self._writing is None:
            self._writing = self._opened()
            self._writing.execute("BEGIN IMMEDIATE")
        return self._writing

    def _restored(self, name: str, before: str, found: str) -> Checked | None:
        checked = restored(name, found)
        if any(self._digest_of(path) != then for path, then in checked.beside):
            return None
        seen = self._fingerprints[name]
        if seen is None or seen != before:
            # It may have been written anew with what it said before.
            if digest(read(name)) != checked.digest:
                return None
            if seen is not None:
                self._renewed.append((seen, self._here + name))
        return checked

    def _keep(self, database: sqlite3.Connection, name: str, new: "New") -> None:
        from scorecard.project.records import serialised_record, serialised_under

        checked, record = new
        seen = self._fingerprints.get(name)
        if seen is None or not _settled(checked):
            return
        kept: tuple[str | None, ...] = (None, None, None, None)
        if record:
            said = (record.under.digest, serialised_under(record.under))
            database.execute("INSERT OR REPLACE INTO frameworks VALUES (?, ?)", said)
            who = (record.unit, record.period.text, record.under.framework)
            kept = (*who, serialised_record(record))
        database.execute(_KEEP, (self._here + name, seen, *kept, serialised(checked)))

    def _opened(self) -> sqlite3.Connection:
        """Open the database, made anew where it is not whole or of another program."""
        _prepare(self._folder)
        path = self._folder / FILE
        database = _connected(path)
        try:
            if database.execute("SELECT digest FROM program").fetchall() == [(program(),)]:
                return database
        except sqlite3.Error as error:
            # One that another run is writing is not at fault.
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise
        database.close()
        path.unlink()
        database = _connected(path)
        database.executescript(_TABLES)
        database.execute("INSERT INTO program VALUES (?)", (program(),))
        return database


def _settled(checked: Checked) -> bool:
    """Whether it is known what a file says, and each other file that it rests on."""
    return bool(checked.digest) and all(then for _, then in checked.beside)


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=1, isolation_level=None)


def _prepare(folder: Path) -> None:
    """Make the folder, for its owner alone, and one that tools leave out."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in _MARKS.items():
        # Where a link leads that stands there is nobody's to write.
        with suppress(FileExistsError), (folder / name).open("x", encoding="utf-8") as file:
            file.write(text)
