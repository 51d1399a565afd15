"""Bytes as text, if text they are."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from scorecard.diagnostic import Finding
from scorecard.files import rules
from scorecard.printable import CONTROL, INVISIBLE

LARGEST = 1 << 20
"""The most bytes that a file may have."""

_SIGNATURES = {
    b"PK\x03\x04": "a Word, Excel or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"%PDF": "a PDF file",
    b"{\\rtf": "a rich-text file",
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Tab, line feed and carriage return are what TOML itself is laid out with.
_HIDDEN = re.compile(f"(?![\t\n\r])[{CONTROL}{INVISIBLE}]")


def read(path: Path) -> bytes | Finding:
    """Return the bytes of a file, or the finding that says why they cannot be had."""
    try:
        if path.exists() and not path.is_file():
            return Finding(rules.UNREADABLE, arguments={"reason": "it is no ordinary file"})
        size = path.stat().st_size
        if size > LARGEST:
            return Finding(rules.TOO_LARGE, arguments={"size": size, "limit": LARGEST})
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "the system refuses"
        return Finding(rules.UNREADABLE, arguments={"reason": reason})


def decode(data: bytes) -> tuple[str, Finding | None]:
    """Return the text without its BOM, and the finding where the bytes are no UTF-8 text.

    With a finding the text has a mark in each place that cannot be read.
    """
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            return "", Finding(rules.NOT_TEXT, arguments={"kind": kind})
    if data.startswith(_UTF_16):
        return "", Finding(rules.ENCODING, arguments={"guess": ", but UTF-16"})
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(), None
    except UnicodeDecodeError as error:
        offset = len(data[: error.start].decode())
        text = data.decode(errors="replace")
        place = (offset, offset + 1)
        return text, Finding(rules.ENCODING, arguments={"guess": ""}, place=place)


def hidden_characters(text: str) -> Iterator[Finding]:
    """Find each control, zero-width or bidi character, in comments too."""
    for match in _HIDDEN.finditer(text):
        name = unicodedata.name(match[0], "a control character")
        yield Finding(
            rules.HIDDEN,
            arguments={"character": f"{name} (U+{ord(match[0]):04X})"},
            place=match.span(),
        )
