"""Figures in plain rows, lifted out of a text so that the rest of it is short to read."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scorecard.files import limits
from scorecard.printable import LONGEST_LINE

_NUMBER = r"(?:0|[1-9][0-9]{0,8}+)(?:\.[0-9]{1,2})?+"
_TEXT = rf'"(?! )([^"\\\n\r\t]{{1,{LONGEST_LINE}}}+)(?<! )"'
# The keys in the order of the examples, each once, with one blank between all that is not lined up.
_ROW = re.compile(
    r"^([a-z][a-z0-9_]{0,63}+) ++= *+\{ "
    rf'(?:value = (?:"(>=|<=|>~|<~|>|<|~))?+({_NUMBER})(?(2)")'
    rf'|absent = "(missing|not-due|not-applicable)"(?:, why = {_TEXT})?+)'
    r', source = "([a-z0-9-]{1,64}+)(?:#[!#-\[\]-~]{1,64}+)?+"'
    rf'(?:, status = "(estimated|preliminary|final)")?+(?:, note = {_TEXT})?+ \}}'
    r"(?: *+#[^\n\r]*+)?+\n",
    re.MULTILINE,
)
_STEP = _ROW.groups + 1
_HEADER = "\n[figures]\n"
# Beside a line that goes on in the next, a row may not be what it looks like.
_GOES_ON = re.compile(r"^[ \t]*+[,}\]\[]|\r", re.MULTILINE)

_KEYS_IN_A_ROW = 6
_NEW_VALUE = "=,[."


class Rows(NamedTuple):
    """What rows say, column by column; None is what a row does not say.

    A number is that of the value, and the sign before it; a source is without the place in it.
    """

    names: Sequence[str]
    signs: Sequence[str | None]
    numbers: Sequence[str | None]
    absences: Sequence[str | None]
    reasons: Sequence[str | None]
    sources: Sequence[str]
    statuses: Sequence[str | None]
    notes: Sequence[str | None]


class Lifted(NamedTuple):
    """A text without its plain rows, in two parts between which they stand, and these rows.

    `odd` is what stood between them, at the end of what is before.
    """

    before: str
    behind: str
    section: str
    rows: Rows
    odd: str

    def text_with(self, numbers: Iterable[int]) -> str:
        """Return the text with some of the rows only."""
        found = []
        for number in numbers:
            start = self.section.index(f"\n{self.rows.names[number]} ")
            found.append(self.section[start : self.section.index("\n", start + 1)])
        return f"{self.before}{''.join(found)}\n{self.behind}"


def lift(text: str) -> Lifted | None:
    """Take the plain rows out of the table of figures; None where one may be something else.

    They are sure to be figures in it, each with a name of its own, where the rest is TOML, and
    names none of them there. The text has ordinary letters only, so that all it says is seen.
    """
    start = text.find(_HEADER) + len(_HEADER)
    if start < len(_HEADER):
        return None
    end = text.find("\n[", start - 1) + 1 or len(text)
    section = text[start - 1 : end]
    parts = _ROW.split(section)
    between = "".join(parts[::_STEP])
    before, behind = f"{text[: start - 1]}{between}", text[end:]
    # A text over several lines may have anything in it.
    if '"""' in before or "'''" in before or '"""' in behind or "'''" in behind:
        return None
    rows = Rows(*(parts[at::_STEP] for at in range(1, _STEP)))
    said = "\n".join(filter(None, (*rows.notes, *rows.reasons)))
    if _GOES_ON.search(between) or "  " in said:
        return None
    values = _KEYS_IN_A_ROW * len(rows.names)
    values += sum(map(before.count, _NEW_VALUE)) + sum(map(behind.count, _NEW_VALUE))
    if values > limits.MOST_VALUES or len(set(rows.names)) < len(rows.names):
        return None
    return Lifted(before, behind, section, rows, between)
