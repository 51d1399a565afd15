"""Bytes as text, if text they are."""

import codecs
import os
import stat
from pathlib import Path

from scorecard.diagnostic import Finding
from scorecard.i18n.sayings import refusal, say
from scorecard.toml.coaching import encoding
from scorecard.toml.inside import leads_out, reached_out

LARGEST = 1 << 20
"""The most bytes that a file may have."""


def read(path: str) -> bytes | Finding:
    """Return the bytes of a file, or the finding that says why they cannot be had.

    A link is followed inside its repository, or, where it lies in none, inside the folder that
    we work in and its own: one that leads out could have lines of any file of the machine quoted.
    """
    try:
        seen = os.lstat(path)
        linked = stat.S_ISLNK(seen.st_mode)
        # Of what lies outside, not even that is told which can be seen of it.
        if reached_out(path) or (linked and leads_out(path, os.path.dirname(path))):  # noqa: PTH120
            return _refused(say("file.leads-out"))
        if linked:
            seen = Path(path).stat()
        if not stat.S_ISREG(seen.st_mode):
            return _refused(say("file.no-ordinary"))
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            data = _all_of(file, min(seen.st_size, LARGEST) + 1)
        finally:
            os.close(file)
    except OSError as error:
        return _refused(refusal(error))
    if len(data) > LARGEST:
        size = max(seen.st_size, len(data))
        return Finding("SC107", arguments={"size": size, "limit": LARGEST})
    return data


def _refused(reason: str) -> Finding:
    return Finding("SC100", arguments={"reason": reason})


def _all_of(file: int, expected: int) -> bytes:
    """Read a file to its end, or to one byte more than a file may have."""
    data = os.read(file, expected)
    # It has grown, or is of those whose size the system does not tell.
    while expected <= len(data) <= LARGEST and (more := os.read(file, LARGEST + 1 - len(data))):
        data += more
    return data


def decode(data: bytes) -> tuple[str, Finding | None]:
    """Return the text without its BOM, as far as it can be read, and what says it is no UTF-8."""
    if kind := encoding.document_kind(data):
        return "", Finding("SC102", arguments={"kind": kind})
    if name := encoding.wide(data):
        return "", Finding(
            "SC101", arguments={"guess": say("file.but", name=name), "hint": say("file.save")}
        )
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(), None
    except UnicodeDecodeError as error:
        return _foreign(data, error)


def _foreign(data: bytes, error: UnicodeDecodeError) -> tuple[str, Finding]:
    from scorecard.toml.coaching import legacy

    if encoding.binary(data):
        kind = say("file.program")
        return "", Finding("SC102", arguments={"kind": kind})
    offset = len(data[: error.start].decode())
    text = data.decode(errors="replace")
    guess, hint = "", say("file.save")
    if error.reason == "unexpected end of data":
        guess, hint = say("file.cut"), say("file.copy-again")
    elif read := legacy.read_as(data):
        name, text = read
        guess = say("file.but", name=name)
        if name != "Windows-1258":
            hint = say("file.convert", name=name)
        offset = next(at for at, letter in enumerate(text) if not letter.isascii())
    elif text.replace("\ufffd", "").isascii():
        guess = say("file.but-1252")
    else:
        guess = say("file.damaged")
    place = (offset, offset + 1)
    return text, Finding("SC101", arguments={"guess": guess, "hint": hint}, place=place)
