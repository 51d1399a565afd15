"""Characters that nobody sees: each row of them is a finding."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from scorecard.diagnostic import Finding, Mend
from scorecard.i18n.sayings import say
from scorecard.text.printable import INVISIBLE, JOINED, ORDINARY

MOST = 20
"""The most rows of hidden characters in one file that are each a finding."""

# Tab, line feed and carriage return are what TOML itself is laid out with.
_HIDDEN = f"(?:[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{INVISIBLE}](?<!{JOINED}))+"
_ORDINARY = re.compile(f"[{ORDINARY}]*+")
_PLAIN = b"\t\n\r" + bytes(range(ord(" "), ord("~") + 1))


def is_ordinary(data: bytes) -> bool:
    """Whether UTF-8 bytes have nothing but ASCII that is seen and letters that are ordinary."""
    # Most of a file is ASCII, and taking that away is many times faster than looking through it.
    return _ORDINARY.fullmatch(data.translate(None, _PLAIN).decode()) is not None


def hidden_characters(text: str) -> Iterator[Finding]:
    """Find each row of characters that nobody sees; one more finding counts those after 20."""
    rows = re.finditer(_HIDDEN, text)
    for row in islice(rows, MOST):
        first = row[0][0]
        named = unicodedata.name(first, "") or say("hidden.control")
        name = f"{named} (U+{ord(first):04X})"
        if len(row[0]) > 1:
            name = say("hidden.row", number=len(row[0]), name=name)
        # A second byte order mark comes of files that were joined, and means nothing.
        mends = () if row[0].strip("\ufeff") else (Mend("", place=row.span()),)
        yield Finding("SC106", (), {"character": name}, place=row.span(), mends=mends)
    if further := next(rows, None):
        count = f"{1 + sum(1 for _ in rows)} "
        yield Finding("SC110", arguments={"count": count}, place=further.span())
