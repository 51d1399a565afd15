"""Figures in plain rows, lifted out of a text so that the rest of it is short to read."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scorecard.text.printable import LONGEST_LINE
from scorecard.toml import limits

_NUMBER = r"(?:0|[1-9][0-9]{0,8}+)(?:\.[0-9]{1,2})?+"
# What a text must not have in it is looked for in all of them at once.
_TEXT = rf'"(?! )[^"]{{1,{LONGEST_LINE}}}+(?<! )"'
# The keys in the order of the examples, each once, with one blank between all that is not lined up.
_ROW = re.compile(
    r"\n([a-z][a-z0-9_]{0,63}+) ++= *+\{ "
    rf'(?:value = (?:"(>=|<=|>~|<~|>|<|~))?+({_NUMBER})(?(2)")'
    rf'|absent = "(missing|not-due|not-applicable)"(?:, why = {_TEXT})?+)'
    r', source = "([a-z0-9-]{1,64}+)(?:#[!#-\[\]-~]{1,64}+)?+"'
    rf'(?:, status = "(estimated|preliminary|final)")?+(?:, note = {_TEXT})?+ \}}'
    r"(?: *+#[^\n]*+)?+(?=\n)"
)
_STEP = _ROW.groups + 1
_HEADER = "\n[figures]\n"
# Beside a line that goes on in the next, a row may not be what it looks like.
_GOES_ON = re.compile(r"\n *+[,}\]\[]")
_ELSEWHERE = ("\\", "\t", "\r")
_QUOTED = re.compile(r'"([^"\n]*+)"')

_NEW_VALUE = "=,[."


class Rows(NamedTuple):
    """What rows say, column by column; None is what a row does not say.

    A number is that of the value, and the sign before it; a source is without the place in it.
    """

    names: Sequence[str]
    signs: Sequence[str | None]
    numbers: Sequence[str | None]
    absences: Sequence[str | None]
    sources: Sequence[str]
    statuses: Sequence[str | None]


class Lifted(NamedTuple):
    """A text in two parts around its plain rows; `odd` is what stood between the rows."""

    before: str
    behind: str
    section: str
    rows: Rows
    odd: str

    def text_with(self, numbers: Iterable[int], short: Iterable[int] = ()) -> str:
        """Return the text with some rows only, and the source of others; both in their order."""
        found, end = [], 0
        for number in numbers:
            start = self.section.index(f"\n{self.rows.names[number]} ", end)
            end = self.section.index("\n", start + 1)
            found.append(self.section[start:end])
        for number in short:
            name, source = self.rows.names[number], self.rows.sources[number]
            found.append(f'\n{name} = {{ absent = "missing", source = "{source}" }}')
        return f"{self.before}{''.join(found)}\n{self.behind}"


def lift(text: str) -> Lifted | None:
    """Take the plain rows out of the table of figures; None where one may be something else.

    They are sure to be figures in it, each with a name of its own, where the rest is TOML, and
    names none of them there. The text has ordinary letters only, so that all it says is seen.
    """
    start = text.find(_HEADER) + len(_HEADER)
    if start < len(_HEADER):
        return None
    further = text.rfind("[", start) >= 0
    end = (text.find("\n[", start - 1) + 1 if further else 0) or len(text)
    section = text[start - 1 : end]
    parts = _ROW.split(section)
    between = "".join(parts[::_STEP])
    before, behind = f"{text[: start - 1]}{between}", text[end:]
    # A text over several lines may have anything in it.
    if '"""' in before or "'''" in before or '"""' in behind or "'''" in behind:
        return None
    rows = Rows(*(parts[at::_STEP] for at in range(1, _STEP)))
    # There may be something in a text of a row that is told of, or is not as it seems.
    blanks = "  " in section and "  " in "\n".join(_QUOTED.findall(section))
    if blanks or any(letter in section for letter in _ELSEWHERE) or _GOES_ON.search(between):
        return None
    in_one_line = section.count("\n") == between.count("\n") + len(rows.names)
    # Each of the values that a file may hold at most takes a character.
    most = limits.MOST_VALUES
    too_much = len(text) > most and sum(map(text.count, _NEW_VALUE)) > most
    if not in_one_line or len(set(rows.names)) < len(rows.names) or too_much:
        return None
    return Lifted(before, behind, section, rows, between)
