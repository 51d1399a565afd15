"""What a book is, told by its bytes: its name says nothing."""

import codecs
import re

from scorecard.i18n.sayings import say
from scorecard.importers.cells import UnreadableBookError
from scorecard.toml.coaching.encoding import binary, document_kind, wide

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00")
"""How a sheet of the Excel before 5 begins."""

_MARKUP = (
    (re.compile(rb"<(?:\w+:)?Workbook\b|urn:schemas-microsoft-com:office:spreadsheet"), "XML"),
    (re.compile(rb"<(?:!doctype html|html|table|meta|head)\b", re.IGNORECASE), "HTML"),
)
_BEGINNING = 4096


def _name(text: str) -> bytes:
    return text.encode("utf-16-le")


def kind(data: bytes) -> str:
    """Return "xlsx", "xls" or "csv"; raise UnreadableBookError for what is none of these."""
    if not data.strip(b"\0\r\n\t "):
        raise UnreadableBookError("SC001", kind=say("file.empty"))
    if data.startswith(ZIP):
        return "xlsx"
    if data.startswith(OLE):
        return _compound(data)
    if _BIFF.match(data):
        return "xls"
    if other := document_kind(data):
        raise UnreadableBookError("SC001", kind=other)
    beginning = data[:_BEGINNING].removeprefix(codecs.BOM_UTF8).lstrip()
    beginning = beginning.replace(b"\0", b"") if wide(data) else beginning
    if beginning[:1] == b"<" or beginning[2:3] == b"<":
        for pattern, markup in _MARKUP:
            if pattern.search(beginning):
                raise UnreadableBookError("SC001", kind=say("file.markup-table", markup=markup))
    if not wide(data) and binary(data):
        raise UnreadableBookError("SC001", kind=say("file.program"))
    return "csv"


def _compound(data: bytes) -> str:
    if _name("EncryptedPackage") in data:
        raise UnreadableBookError("SC002")
    if _name("Workbook") in data or _name("Book") in data:
        return "xls"
    key = "file.old-word" if _name("WordDocument") in data else "file.other-program"
    raise UnreadableBookError("SC001", kind=say(key))
