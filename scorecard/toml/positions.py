"""Where each key and value stands in a TOML text that a reader has already accepted."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

import rtoml

Path = tuple[str | int, ...]

# The reader refuses texts that nest, or keys that have, more than 80 levels.
_DEEPEST = 100
# Deeper parts of a path are dropped, or a small text of long nested keys would fill the memory.
# No header comes near: it has at most _DEEPEST keys and as many indices.
_LONGEST = 256

_BLANKS = r"[ \t]*+"
_BLANKS_AND_LINES = r"(?:[ \t\r\n]++|#[^\n]*+)*+"
_GAP = re.compile(_BLANKS_AND_LINES)
_LINE_END = re.compile(rf"{_BLANKS}(?:#[^\n]*+)?+(?:\r?\n{_BLANKS_AND_LINES}|\Z)")
_HEADER_START = re.compile(r"\[\[?+")
_STRING = r'"(?:[^"\\\n]++|\\[^\n])*+"' + r"|'[^'\n]*+'"
# Beyond what TOML allows, the reader lets lines end around the `=` in an inline table.
_KEY_PART = re.compile(
    rf"{_BLANKS}({_STRING}|[A-Za-z0-9_-]++){_BLANKS_AND_LINES}(\.|=|\]\]?+)",
)
_VALUE = re.compile(
    rf"{_BLANKS_AND_LINES}([\[{{]{_BLANKS_AND_LINES}"
    # Up to two quotes may stand right before the three that close a multi-line string.
    r'|"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}' + r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    # One blank may part a date from its time.
    rf"|{_STRING}|(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[ ](?=[0-9]))?+[A-Za-z0-9_.:+-]++)",
    re.DOTALL,
)
# Most keys are such, and most values.
_PLAIN_PAIR = re.compile(
    rf"{_BLANKS}([A-Za-z0-9_-]++(?:\.[A-Za-z0-9_-]++){{0,8}}){_BLANKS}={_BLANKS}"
    rf"(?:(?!\"\"\"|''')({_STRING}|[A-Za-z0-9_.:+-]++(?![ ][0-9])))?+"
)
_SEPARATOR = re.compile(rf"{_BLANKS_AND_LINES}(?:,{_BLANKS_AND_LINES}|(?=[\]}}]))")


class Span(NamedTuple):
    """Half-open range of code points in a text."""

    start: int
    end: int


def index(text: str) -> "SpanIndex":
    """Find the spans of a TOML text in linear time; ValueError for some texts that are none."""
    scan = SpanIndex(text)
    scan.scan()
    return scan


def first_definition(text: str, offset: int) -> Span | None:
    """Find the key that named before what the key at `offset` names, if that can be told."""
    scan = SpanIndex(text, offset)
    # What is not TOML behind the offset does not matter.
    with suppress(ValueError):
        scan.scan()
    if scan.watched is None:
        return None
    choices = (scan.titles.get(scan.watched), scan.keys[scan.watched])
    return next((first for first in choices if first and first.start < offset), None)


def _nearest(path: Path, *choices: Mapping[Path, Span]) -> Span:
    while path:
        for each in choices:
            if path in each:
                return each[path]
        path = path[:-1]
    return Span(0, 0)


def _under(path: Path, part: str | int) -> Path:
    return (*path, part) if len(path) < _LONGEST else path


class SpanIndex:
    """Spans by path; the last part of a path is a key, or an index from 0 into an array.

    `keys` has the key or header part that first names a path, `values` the value with its
    delimiters (none for a table with a header), `headers` the header with its brackets, and
    `titles` the last key part of that header, which need not be the first to name the path.
    One pass over the text fills it, and tells the path that is `watched`: named at an offset.
    """

    def __init__(self, text: str, watched_at: int = -1) -> None:
        self.keys: dict[Path, Span] = {}
        self.values: dict[Path, Span] = {}
        self.headers: dict[Path, Span] = {}
        self.titles: dict[Path, Span] = {}
        self.text, self.at = text, 0
        self.watched_at = watched_at
        self.watched: Path | None = None
        self.latest: dict[Path, int] = {}  # index of the last element of each array of tables

    def place(self, path: Path) -> Span:
        """Find the longest prefix of `path` with a value, title or key; Span(0, 0) if none has."""
        return _nearest(path, self.values, self.titles, self.keys)

    def key(self, path: Path) -> Span:
        """Find the key of the longest prefix of `path` that has one; Span(0, 0) where none has."""
        return _nearest(path, self.keys)

    def scan(self) -> None:
        """Fill the index."""
        table: Path = ()
        # The reader passes over a byte order mark; it is a finding of its own where it is a second.
        self._takes("\ufeff")
        self._take(_GAP)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table, 0)
            self._take(_LINE_END)

    def _header(self) -> Path:
        start = self.at
        brackets = self._take(_HEADER_START)[0]
        *outer, (name, title) = self._key_parts(brackets.replace("[", "]"))
        path: Path = ()
        for part, span in outer:
            path = self._named(path, part, span)
            if path in self.latest:
                path = (*path, self.latest[path])
        path = self._named(path, name, title)
        if brackets == "[[":
            self.latest[path] = self.latest.get(path, -1) + 1
            path = self._named(path, self.latest[path], title)
        self.headers[path] = Span(start, self.at)
        self.titles.setdefault(path, title)
        return path

    def _pair(self, table: Path, depth: int) -> None:
        if plain := _PLAIN_PAIR.match(self.text, self.at):
            path, start = table, plain.start(1)
            for part in plain[1].split("."):
                path = self._named(path, part, Span(start, start + len(part)))
                start += len(part) + 1
            self.at = plain.end()
            if plain[2]:
                self.values[path] = Span(*plain.span(2))
                return
        else:
            path = table
            for part, span in self._key_parts("="):
                path = self._named(path, part, span)
        self._value(path, depth)

    def _key_parts(self, ending: str) -> list[tuple[str, Span]]:
        parts: list[tuple[str, Span]] = []
        mark = "."
        while mark == "." and len(parts) < _DEEPEST:
            match = self._take(_KEY_PART)
            part, mark = match.groups()
            if part[0] == '"' and "\\" in part:
                name = str(rtoml.loads(f"key = {part}")["key"])
            else:
                name = part[1:-1] if part[0] in "\"'" else part
            parts.append((name, Span(*match.span(1))))
        if mark != ending:
            raise ValueError(f"not the end of a TOML key before offset {self.at}")
        return parts

    def _named(self, path: Path, part: str | int, span: Span) -> Path:
        path = _under(path, part)
        self.keys.setdefault(path, span)
        if self.watched is None and span.start <= self.watched_at < span.end:
            self.watched = path
        return path

    def _value(self, path: Path, depth: int) -> None:
        if depth > _DEEPEST:
            raise ValueError(f"values nested too deeply at offset {self.at}")
        match = self._take(_VALUE)
        opening = match[1][0]
        if opening == "[":
            position = 0
            while not self._takes("]"):
                self._value(_under(path, position), depth + 1)
                self._take(_SEPARATOR)
                position += 1
        elif opening == "{":
            while not self._takes("}"):
                self._pair(path, depth + 1)
                self._take(_SEPARATOR)
        self.values[path] = Span(match.start(1), self.at)

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError(f"not TOML at offset {self.at}")
        self.at = match.end()
        return match

    def _takes(self, mark: str) -> bool:
        found = self.text.startswith(mark, self.at)
        if found:
            self.at += len(mark)
        return found
