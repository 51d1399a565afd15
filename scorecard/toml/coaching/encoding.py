"""Bytes that are no UTF-8 text: what they are instead, told by the bytes alone."""

import re

from scorecard.i18n.sayings import say

# The key of what a file is that begins with these bytes.
_SIGNATURES = {
    b"PK\x03\x04": "file.office",
    b"\xd0\xcf\x11\xe0": "file.old-office",
    b"%PDF": "file.pdf",
    b"{\\rtf": "file.rtf",
    b"\x1f\x8b": "file.gzip",
    b"7z\xbc\xaf": "file.7z",
    b"Rar!": "file.rar",
    b"\x89PNG": "file.picture",
    b"\xff\xd8\xff": "file.picture",
    b"SQLite format": "file.database",
}
_WIDE = (
    # A mark, the longer first: UTF-32's begins with UTF-16's.
    (re.compile(rb"\xff\xfe\0\0|\0\0\xfe\xff"), "UTF-32"),
    (re.compile(rb"\xff\xfe|\xfe\xff"), "UTF-16"),
    # TOML begins with an ASCII character, which these write with zeros before or behind it.
    (re.compile(rb"(?:[\t-~]\0\0\0){2}|(?:\0\0\0[\t-~]){2}"), "UTF-32"),
    (re.compile(rb"(?:[\t-~]\0){3}|(?:\0[\t-~]){3}"), "UTF-16"),
)
_CONTROL = bytes({*range(32)} - set(b"\t\n\f\r"))


def document_kind(data: bytes) -> str | None:
    """Return what the file is by its first bytes, where that is a document and no text."""
    return next((say(key) for begin, key in _SIGNATURES.items() if data.startswith(begin)), None)


def wide(data: bytes) -> str | None:
    """Return which encoding of two or four bytes a character the text is in, if in any."""
    return next((name for pattern, name in _WIDE if pattern.match(data)), None)


def binary(data: bytes) -> bool:
    """Whether the bytes are not even text in an encoding that is not known here."""
    beginning = data[:1024]
    return len(beginning.translate(None, _CONTROL)) < 0.95 * len(beginning)
