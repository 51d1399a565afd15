"""A book read by whichever reader its bytes ask for."""

import os
from pathlib import Path

from scorecard.i18n.sayings import say
from scorecard.importers.cells import Book, Sheet, Told, UnreadableBookError
from scorecard.importers.csv import read_csv
from scorecard.importers.kind import kind
from scorecard.importers.legacy_fonts import in_unicode
from scorecard.importers.limits import MOST_BYTES, too_large


class NoReaderError(Exception):
    """The libraries that read workbooks are not installed."""


def read_book(path: Path, name: str) -> Book:
    """Read a book; raise UnreadableBookError for what is none or is not safe to open.

    Raise OSError where the file cannot be read, and NoReaderError where a library is missing.
    """
    data = _bytes(path)
    sheets, told = _sheets(data)
    return Book(name, tuple(map(in_unicode, sheets)), told)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise too_large("bytes", number=max(size, len(data)), most=MOST_BYTES)
    return data


def _sheets(data: bytes) -> tuple[list[Sheet], tuple[Told, ...]]:
    found = kind(data)
    if found == "csv":
        return [read_csv(data)], ()
    try:
        if found == "xlsx":
            from scorecard.importers.xlsx import read_xlsx

            return list(read_xlsx(data)), ()
        from scorecard.importers.xls import read_xls

        return read_xls(data)
    except ImportError as error:
        raise NoReaderError(error.name) from None
    except UnreadableBookError:
        raise
    except Exception as error:  # noqa: BLE001 - a library meets a damaged book with any of them
        reason = say("book.broken", error=type(error).__name__)
        raise UnreadableBookError("SC005", reason=reason) from None
