"""The parts of an .xlsx, counted and looked through before a library opens it."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml.ElementTree import iterparse

from scorecard.i18n.sayings import say
from scorecard.importers.cells import Area, Position, UnreadableBookError, position
from scorecard.importers.limits import (
    MOST_BYTES,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_MEMBERS,
    MOST_ROWS,
    too_large,
)

_MOST_TAGS = 1_000_000
_MOST_OTHER_TAGS = 100_000
"""Of one part that holds no cells: styles that are copied into a book by the thousand, names."""

_OF_CELLS = ("xl/worksheets/", "xl/sharedStrings", "xl/pivotCache/", "xl/drawings/", "xl/charts/")
_CHUNK = 1 << 16
_LONGEST = 1 << 17
"""The most bytes of a tag with the text behind it."""

_ASIDE = re.compile(rb"(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>")
_DOCTYPE = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))
_KINDS = (
    ("word/", "file.word"),
    ("ppt/", "file.powerpoint"),
    ("content.xml", "file.opendocument"),
    ("xl/workbook.bin", "file.xlsb"),
)


class Layout(NamedTuple):
    """What is told of the cells of a sheet apart from what they hold.

    `stored` are the columns of the cells that there are, by their rows.
    """

    merged: tuple[Area, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    unsolved: frozenset[Position]
    last: Position
    cells: int
    stored: Mapping[int, Sequence[int]]


def refuse_unsafe(data: bytes) -> None:
    """Raise UnreadableBookError for a zip file that is no workbook, too large, or has a DTD."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _count(archive)
    except BadZipFile:
        raise UnreadableBookError("SC005", reason=say("book.broken-zip")) from None


def _count(archive: ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise too_large("files", number=len(members), most=MOST_MEMBERS)
    names = [each.filename for each in members]
    if "xl/workbook.xml" not in names:
        known = (key for begin, key in _KINDS if any(name.startswith(begin) for name in names))
        raise UnreadableBookError("SC001", kind=say(next(known, "file.zip")))
    if len(set(names)) < len(names):
        raise UnreadableBookError("SC005", reason=say("book.same-names"))
    if any(each.flag_bits & 1 for each in members):
        raise UnreadableBookError("SC002")
    unpacked = tags = 0
    for each in members:
        most = _MOST_TAGS if each.filename.startswith(_OF_CELLS) else tags + _MOST_OTHER_TAGS
        for chunk in _chunks(archive, each):
            unpacked += len(chunk)
            tags += chunk.count(b"<") if each.filename.endswith((".xml", ".rels")) else 0
            if unpacked > MOST_BYTES:
                raise too_large("unpacked", most=MOST_BYTES >> 20)
            if tags > min(most, _MOST_TAGS):
                raise too_large("tags")


def _chunks(archive: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    """Yield a member piece by piece; the end of each is searched with the next piece.

    Raise UnreadableBookError where a document type stands in it, or what takes a reader long.
    """
    is_xml = member.filename.endswith((".xml", ".rels", ".vml"))
    with archive.open(member) as file:
        left = b""
        while chunk := file.read(_CHUNK):
            left = _looked_through(left + chunk, member.filename) if is_xml else b""
            yield chunk


def _looked_through(piece: bytes, part: str) -> bytes:
    """Return the end of a piece of XML that has to be looked at with what follows.

    That is a tag, a comment or the like that does not end in it. Readers begin anew with such a one
    at each piece that they get, so one that is very long takes them minutes.
    """
    if any(each in piece for each in _DOCTYPE):
        raise UnreadableBookError("SC004", part=part)
    whole = _ASIDE.sub(b"", piece)
    aside = [at for at in (whole.find(b"<!"), whole.find(b"<?")) if at >= 0]
    left = whole[min([*aside, max(whole.rfind(b"<"), 0)]) :]
    # No office program writes UTF-16, in which nothing of this could be told.
    if len(left) > _LONGEST or b"\0" in piece:
        raise UnreadableBookError("SC005", reason=say("book.broken-sheet"))
    return left


def sheet_layout(file: IO[bytes]) -> Layout:
    """Read what a sheet's part tells beside its values; raise UnreadableBookError for too much."""
    found = _Found()
    parser = ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = found.begin
    parser.CharacterDataHandler = found.text
    parser.EndElementHandler = found.end
    try:
        parser.Parse(file.read(), True)
    except (ExpatError, ValueError):
        raise UnreadableBookError("SC005", reason=say("book.broken-sheet")) from None
    return found.layout()


def _refuse_doctype(*_: object) -> None:
    raise UnreadableBookError("SC004", part=say("book.sheet"))


class _Found:
    """What is found in a sheet, as its part is read."""

    def __init__(self) -> None:
        self._merged: list[Area] = []
        self._rows: set[int] = set()
        self._columns: set[int] = set()
        self._unsolved: set[Position] = set()
        self._stored: defaultdict[int, list[int]] = defaultdict(list)
        self._inside = ""
        self._row = self._column = self._cells = 0
        self._last = (0, 0)
        self._formula = self._valued = False

    def begin(self, tag: str, said: dict[str, str]) -> None:
        """Take the start of an element."""
        name = tag.rpartition("}")[2]
        if name == "row":
            before, self._row, self._column = self._row, int(said.get("r", self._row + 1)), 0
            if self._row <= before:
                # The library would take it for the next one.
                raise UnreadableBookError("SC005", reason=say("book.broken-sheet"))
            if said.get("hidden") in ("1", "true"):
                self._rows.add(self._row)
        elif name == "c":
            self._cells += 1
            self._row, self._column = position(said.get("r", "")) or (self._row, self._column + 1)
            self._stored[self._row].append(self._column)
            self._last = max(self._last[0], self._row), max(self._last[1], self._column)
            self._formula = self._valued = False
        elif name == "col" and said.get("hidden") in ("1", "true"):
            hidden = range(max(int(said["min"]), 1), min(int(said["max"]), MOST_COLUMNS) + 1)
            self._cells += len(hidden)
            self._columns.update(hidden)
        elif name == "mergeCell":
            self._merge(said.get("ref", ""))
        self._formula |= name == "f"
        self._inside = name
        self._refuse_too_much()

    def text(self, said: str) -> None:
        """Take a piece of the text in an element."""
        self._valued |= self._inside in ("v", "t") and bool(said)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        self._inside = ""
        if tag.rpartition("}")[2] == "c" and self._formula and not self._valued:
            self._unsolved.add((self._row, self._column))

    def _merge(self, area: str) -> None:
        first, _, last = area.partition(":")
        start, end = position(first), position(last or first)
        if not (start and end):
            raise UnreadableBookError("SC005", reason=say("book.broken-sheet"))
        self._merged.append(Area(*start, *end))

    def _refuse_too_much(self) -> None:
        if self._row > MOST_ROWS:
            raise too_large("row", number=self._row, most=MOST_ROWS)
        if self._column > MOST_COLUMNS:
            raise too_large("column", number=self._column, most=MOST_COLUMNS)
        if self._cells > MOST_CELLS:
            raise too_large("cells", most=MOST_CELLS)

    def layout(self) -> Layout:
        """Return all that was found."""
        return Layout(
            tuple(self._merged),
            frozenset(self._rows),
            frozenset(self._columns),
            frozenset(self._unsolved),
            self._last,
            self._cells,
            self._stored,
        )


_ID = re.compile(r"\}id\Z")


def sheet_parts(archive: ZipFile) -> dict[str, str]:
    """Return the parts of sheets by their names, in the order of the book."""
    relations = {
        each.get("Id"): str(each.get("Target"))
        for each in _elements(archive, "xl/_rels/workbook.xml.rels", "Relationship")
    }
    found = {}
    for each in _elements(archive, "xl/workbook.xml", "sheet"):
        target = relations.get(next((v for k, v in each.items() if _ID.search(k)), None), "")
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        found[each.get("name", "")] = path
    return found


def _elements(archive: ZipFile, part: str, name: str) -> list[dict[str, str]]:
    with archive.open(part) as file:
        found = iterparse(file, ("end",), forbid_dtd=True)
        return [dict(each.attrib) for _, each in found if each.tag.rpartition("}")[2] == name]
