"""Rows as Parquet, which engines read; duckdb writes it."""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import BinaryIO

ROWS = 10_240
"""How many rows a group has: duckdb has one in memory, and it has to stay below 150 MB."""

LONGEST = 2_000_000
"""The most bytes of a row; a text has at most 2,000 characters."""

TYPES = {"number": "DECIMAL(38, 20)", "truth": "BOOLEAN", "whole": "BIGINT", "day": "DATE"}
"""The types of columns by what they hold; all others are text."""

_FITS = "-?[0-9]{1,18}([.][0-9]{1,20})?"
"""The decimal numbers that the type for them holds exactly."""


class NotInstalledError(Exception):
    """There is no duckdb here."""


@contextmanager
def parquet_rows(stream: BinaryIO, kinds: Mapping[str, str]) -> Iterator[BinaryIO]:
    """Give what takes CSV with a line of headings, and write the same to the stream as Parquet.

    Numbers are exact. A column of which one has more digits than the type for decimals is text
    instead, with the nearest double beside it. Raise NotInstalledError without duckdb.
    """
    try:
        import duckdb
    except ModuleNotFoundError:
        raise NotInstalledError from None
    with TemporaryDirectory(prefix=".scorecard.", dir=_beside(stream)) as made:
        rows, written = Path(made, "rows.csv"), Path(made, "rows.parquet")
        with rows.open("wb") as text:
            yield text
        with duckdb.connect(config={"temp_directory": made, "threads": 1}) as database:
            columns = ", ".join(f"{_name(name)}: 'VARCHAR'" for name in kinds)
            source = (
                f"read_csv({_text(rows)}, header = true, columns = {{{columns}}}, auto_detect = "
                "false, quote = '\"', escape = '\"', delim = ',', nullstr = '', "
                f"max_line_size = {LONGEST}, buffer_size = {LONGEST})"
            )
            numbers = [name for name, kind in kinds.items() if kind == "number"]
            asked = ", ".join(
                f"coalesce(bool_and(regexp_full_match({_name(name)}, '{_FITS}')), true)"
                for name in numbers
            )
            fit = database.execute(f"SELECT {asked} FROM {source}").fetchone() or ()  # noqa: S608 - names of our own
            fitting = {name for name, fits in zip(numbers, fit, strict=True) if fits}
            told = ", ".join(part for name in kinds for part in _told(name, kinds[name], fitting))
            database.execute(
                f"COPY (SELECT {told} FROM {source}) TO {_text(written)} "  # noqa: S608 - as above
                f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROWS})"
            )
        with written.open("rb") as made_of_it:
            copyfileobj(made_of_it, stream)


def _beside(stream: BinaryIO) -> Path | None:
    """Return the folder of a file, which has room for it; None of a pipe, or where none can be."""
    folder = Path(os.path.realpath(stream.name)).parent
    ordinary = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    return folder if ordinary and os.access(folder, os.W_OK) else None


def _told(name: str, kind: str, fitting: set[str]) -> Iterator[str]:
    column = _name(name)
    if kind == "number" and name not in fitting:
        yield column
        yield f"CAST({column} AS DOUBLE) AS {_name(f'{name}_double')}"
    elif kind in TYPES:
        yield f"CAST({column} AS {TYPES[kind]}) AS {column}"
    else:
        yield column


def _name(column: str) -> str:
    return '"{}"'.format(column.replace('"', '""'))


def _text(path: Path) -> str:
    return "'{}'".format(path.as_posix().replace("'", "''"))
