"""What is passed over around a fault, so that the reader goes on to the next one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scorecard.diagnostic import Finding
from scorecard.toml.coaching.fault import Edit, Range
from scorecard.toml.coaching.tokens import CLOSING, KEY, LONG_TEXT, TEXT
from scorecard.toml.limits import DEEPEST

LARGEST = 1 << 16
"""The most characters of a text in which brackets and statements are told apart."""

_NOT_A_BREAK = re.compile(r"[^\r\n]")
_MARK = re.compile(
    rf"{LONG_TEXT}|{TEXT}|#[^\n]*+|(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<break>\n)", re.DOTALL
)
# A key need not be right.
_PAIR = re.compile(rf"[ \t]*+(?:{KEY}[ \t]*+|[^\s\"'\[\]{{}},#=<>][^\"'\[\]{{}},#=<>\n]*+)=")
_BLANK = re.compile(r"[ \t]*+\r?$", re.MULTILINE)
# What stands in brackets in an array is a value.
_HEADER = re.compile(
    r"[ \t]*+\[\[?+(?!(?:true|false|inf|nan)\b)[A-Za-z_][\w.-]*+\]{0,2}+[ \t]*+(?:#|\r?$)",
    re.MULTILINE,
)
_OPENS_HEADER = re.compile(r"[ \t]*+\[")
_END = r"[ \t\r]*+(?:#[^\n]*+)?+$"
_COMMA = re.compile(rf"[^\n]*?,{_END}", re.MULTILINE)
_BRACE = re.compile(rf"{{{_END}", re.MULTILINE)


@dataclass
class EditedText:
    """A text with edits; its places are told as places of the text that was given."""

    given: str
    text: str
    edited: list[Range] = field(default_factory=list)

    def apply(self, edits: Iterable[Edit]) -> bool:
        """Make edits, of which none overlaps another; return whether they change anything."""
        before = self.text
        self.edited += [self.place(start, end) for start, end, _ in edits]
        for start, end, instead in sorted(edits, reverse=True):
            self.text = f"{self.text[:start]}{instead.ljust(end - start)}{self.text[end:]}"
        return self.text != before

    def is_edited(self, place: Range) -> bool:
        """Whether a place of the text that was given has something else now."""
        start, end = place
        return any((start < last and first < end) or start == first for first, last in self.edited)

    def told(self, finding: Finding) -> Finding:
        """Return a finding in the text as it is in the text that was given."""
        related = finding.related
        if related and related.place:
            related = related._replace(place=self.place(*related.place))
        place = self.place(*finding.place) if finding.place else None
        mends = tuple(
            each._replace(place=self.place(*each.place)) for each in finding.mends if each.place
        )
        return finding._replace(place=place, related=related, mends=mends)

    def place(self, start: int, end: int) -> Range:
        """Return a range of the text as one of the text that was given."""
        if len(self.text) == len(self.given):
            return start, end
        return self._offset(start), self._offset(end)

    def _offset(self, offset: int) -> int:
        start = line_start(self.given, self.text.count("\n", 0, offset))
        column = offset - self.text.rfind("\n", 0, offset) - 1
        return start + min(column, len(self.given[start:].partition("\n")[0]))


def line_start(text: str, line: int) -> int:
    """Return the offset at which a line, from 0, of a text starts."""
    return sum(len(each) + 1 for each in text.split("\n", line)[:line])


def blanked(text: str, start: int, end: int) -> Edit:
    """Return the edit that leaves nothing but line ends of a range."""
    return Edit(start, end, _NOT_A_BREAK.sub(" ", text[start:end]))


def without(text: str, offset: int, *, whole: bool = False) -> Edit:
    """Return the edit that takes out what is around an offset.

    That is what the innermost brackets around it hold, or the `whole` key with its value. A header
    gives way to another one, or its keys would belong to the table before.
    """
    start, end = next(each for each in statements(text) if offset <= each[1])
    if _OPENS_HEADER.match(text, start):
        line = text.count("\n", 0, start)
        return Edit(start, end, f'["line {line}"]')
    if not whole:
        brackets = ((start + at, start + last) for at, last in closed(text[start:end]).items())
        held = [(at + 1, last - 1) for at, last in brackets if at < offset < last]
        start, end = max(held, default=(start, end))
    return blanked(text, start, end)


def statements(text: str) -> Iterator[Range]:
    """Return the ranges of headers, keys with all of their values, and lines that are neither."""
    known = closed(text)
    start = at = 0
    opener: int | None = None
    while mark := _MARK.search(text, at):
        at = mark.end()
        if mark["open"]:
            at = known.get(mark.start(), at)
            opener = mark.start() if at == mark.end() else opener
        # A bracket that is not closed ends before the next line that looks like a statement.
        elif mark["break"] and (opener is None or not _goes_on(text, opener, at)):
            yield start, mark.start()
            start, opener = at, None
    yield start, len(text)


def closed(text: str) -> dict[int, int]:
    """Return where brackets are closed, by their offsets; none of a text that is too large."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for mark in _MARK.finditer(text) if len(text) <= LARGEST else ():
        if mark["open"]:
            opened.append(mark.start())
        elif mark["close"]:
            near = opened[-DEEPEST:]
            openers = (at for at in reversed(near) if CLOSING[text[at]] == mark["close"])
            if (opener := next(openers, None)) is not None:
                found[opener] = mark.end()
                del opened[opened.index(opener, -len(near)) :]
        elif mark["break"] and opened and _ends_bracket(text, opened[-1], mark.end()):
            # No bracket is closed behind a line that cannot be in it.
            opened.clear()
    return found


def _ends_bracket(text: str, opener: int, at: int) -> bool:
    """Whether a line cannot be in the bracket that is opened before it."""
    in_array = text[opener] == "["
    return bool(_HEADER.match(text, at) or (in_array and _PAIR.match(text, at)))


def _goes_on(text: str, opener: int, at: int) -> bool:
    """Whether a line can be in the bracket that is opened before it and nowhere closed."""
    if _ends_bracket(text, opener, at) or _BLANK.match(text, at):
        return False
    if not _PAIR.match(text, at):
        return True
    if not (text[at].isspace() or _BRACE.match(text, opener)):
        return False
    above = text[text.rfind("\n", 0, at - 1) + 1 : at - 1]
    return bool(_COMMA.match(above) or (_BRACE.search(above) and _COMMA.match(text, at)))
