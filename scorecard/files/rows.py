"""Figures in plain rows, lifted out of a text so that the rest of it is short to read."""

import re
from typing import NamedTuple

from scorecard.files import limits
from scorecard.printable import LONGEST_LINE

_NUMBER = r"(?:0|[1-9][0-9]{0,8}+)(?:\.[0-9]{1,2})?+"
_TEXT = rf'"(?! )[^"\\\n\r\t]{{1,{LONGEST_LINE}}}+(?<! )"'
# The keys in the order of the examples, each once, with one blank between all that is not lined up.
_ROW = re.compile(
    r"^(([a-z][a-z0-9_]{0,63}+) *+= *+\{ "
    rf'(?:value = (?:"(>=|<=|>~|<~|>|<|~))?+({_NUMBER})(?(3)")'
    rf'|absent = "(missing|not-due|not-applicable)"(?:, why = {_TEXT})?+)'
    r', source = "([a-z0-9-]{1,64}+)(?:#[!#-\[\]-~]{1,64}+)?+"'
    rf'(?:, status = "(estimated|preliminary|final)")?+(?:, note = {_TEXT})?+ \}}'
    r"(?: *+#[^\n\r]*+)?+\n)",
    re.MULTILINE,
)
_STEP = _ROW.groups + 1
_HEADER = "\n[figures]\n"
# Beside a line that goes on in the next, a row may not be what it looks like.
_GOES_ON = re.compile(r"^[ \t]*+[,}\]]", re.MULTILINE)
# Two blanks in a row, but where names or comments are lined up, may stand in a note.
_BLANKS = re.compile(r"  (?! *[=#])")

_KEYS_IN_A_ROW = 5


Row = tuple[str, str, str | None, str | None, str | None, str, str | None]
"""A row as it stands, its name, sign, number, absence, source without the place, and status."""


class Lifted(NamedTuple):
    """A text without its plain rows, and these rows."""

    rest: str
    rows: list[Row]


def lift(text: str) -> Lifted | None:
    """Take the plain rows out of the table of figures; None where one may be something else.

    They are sure to be figures in it, each with a name of its own, where the rest is TOML, and
    names none of them there. The text has ordinary letters only, so that all it says is seen.
    """
    start = text.find(_HEADER) + len(_HEADER)
    if start < len(_HEADER):
        return None
    end = text.find("\n[", start) + 1 or len(text)
    parts = _ROW.split(text[start:end])
    between = "".join(parts[::_STEP])
    rest = f"{text[:start]}{between}{text[end:]}"
    # A text over several lines may have anything in it.
    if '"""' in rest or "'''" in rest:
        return None
    if _GOES_ON.search(between) or _BLANKS.search(text, start, end):
        return None
    rows = list(zip(*(parts[at::_STEP] for at in range(1, _STEP)), strict=True))
    keys = _KEYS_IN_A_ROW * len(rows) + rest.count("=") + rest.count(",")
    if keys > limits.MOST_VALUES or len(set(parts[2::_STEP])) < len(rows):
        return None
    return Lifted(rest, rows)
