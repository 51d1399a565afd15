"""Tables as text: cells between semicolons, commas or tabs, in any encoding that is met."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from scorecard.i18n.sayings import say
from scorecard.importers.cells import Cell, Position, Sheet, UnreadableBookError
from scorecard.importers.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, too_large
from scorecard.toml.coaching import legacy
from scorecard.toml.coaching.encoding import wide

SEPARATORS = "\t;,"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_SAMPLE = 50
MOST_OF_LINE = 1 << 20
"""The longest line, in characters, that is taken apart."""


def read_csv(data: bytes) -> Sheet:
    """Return a table as a sheet without a name; raise UnreadableBookError for what is too large."""
    text, converted = _decoded(data)
    # A field as long as the file is refused by its cells, and not by the reader.
    with _fields_up_to(max(len(text), 1)):
        return Sheet("", _cells(text), converted=converted)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines one by one: of millions, the first thousands are looked at."""
    for line in _LINE.finditer(text):
        if line.end() - line.start() > MOST_OF_LINE:
            raise too_large("table", rows=MOST_ROWS, columns=MOST_COLUMNS, cells=MOST_CELLS)
        yield line[0]


@contextmanager
def _fields_up_to(length: int) -> Iterator[None]:
    """Have fields read that are so long; the limit is one for the whole process."""
    before = csv.field_size_limit(length)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _cells(text: str) -> dict[Position, Cell]:
    cells: dict[Position, Cell] = {}
    separator = _separator(list(islice(_lines(text), _SAMPLE)))
    for row, fields in enumerate(csv.reader(_lines(text), delimiter=separator), start=1):
        if row > MOST_ROWS or len(fields) > MOST_COLUMNS or len(cells) > MOST_CELLS:
            raise too_large("table", rows=MOST_ROWS, columns=MOST_COLUMNS, cells=MOST_CELLS)
        for column, said in enumerate(fields, start=1):
            if said.strip():
                cells[row, column] = Cell(said)
    return cells


def _decoded(data: bytes) -> tuple[str, str]:
    """Return the text, and the old encoding that it was in, if it was in one."""
    if name := wide(data):
        try:
            return data.decode(name).removeprefix("\ufeff"), ""
        except UnicodeDecodeError:
            reason = say("book.partly", encoding=name)
            raise UnreadableBookError("SC005", reason=reason) from None
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode(), ""
    except UnicodeDecodeError:
        read = legacy.read_as(data)
        if read is None:
            raise UnreadableBookError("SC005", reason=say("book.encoding")) from None
        return read[1], read[0]


def _separator(lines: list[str]) -> str:
    """Return what parts the cells: of what most lines have the same number of times."""

    def alike(separator: str) -> int:
        rows = csv.reader(lines, delimiter=separator)
        counts = Counter(len(each) for each in rows if len(each) > 1)
        return max(counts.values(), default=0)

    return max(SEPARATORS, key=alike)
