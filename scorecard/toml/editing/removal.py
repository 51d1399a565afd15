"""How a key is taken out of a TOML text, or gets another name."""

import re
from collections.abc import Sequence

from scorecard.i18n.sayings import say
from scorecard.toml.editing.splice import (
    Splice,
    UneditableError,
    end_of,
    key,
    line_end,
    line_start,
)
from scorecard.toml.positions import Path, Span, SpanIndex

_COMMA_BEFORE = re.compile(r",[ \t\r\n]*\Z")
_COMMA_BEHIND = re.compile(r"[ \t]*,[ \t]*")
_EQUALS = re.compile(r"(?P<gap>[ \t]*)(?P<rest>=.*)", re.DOTALL)


def removed(text: str, spans: SpanIndex, path: Path) -> Splice | None:
    """Return the splice that takes a key and its value out; None where there is none.

    Raise UneditableError for a table with a header, and where comments stand within.
    """
    if path not in spans.keys:
        return None
    start, end = spans.keys[path].start, end_of(spans, path)
    parts = [span for each, span in spans.values.items() if each[: len(path)] == path]
    apart = any(header[: len(path)] == path for header in spans.headers)
    if apart or "#" in _between(text, start, parts):
        name = ".".join(map(str, path))
        raise UneditableError(say("edit.table", name=name))
    if path[:-1] in spans.values:
        if before := _COMMA_BEFORE.search(text, 0, start):
            return Splice(before.start(), end, "")
        behind = _COMMA_BEHIND.match(text, end)
        return Splice(start, behind.end() if behind else end, "")
    start, last = line_start(text, start), line_end(text, end)
    comment = text.find("#", end, last)
    if comment >= 0:
        return Splice(start, comment, "")
    return Splice(start, text.find("\n", end) + 1 or last, "")


def _between(text: str, start: int, parts: Sequence[Span]) -> str:
    """Return what stands between values, up to the end of the last one."""
    said = ""
    for part in sorted(parts):
        said += text[start : part.start]
        start = max(start, part.end)
    return said


def renamed(text: str, spans: SpanIndex, path: Path, name: str, value: str | None) -> Splice:
    """Return the splice that gives a key another name, and its value another text if one is given.

    Raise UneditableError where there is no such key, or no value in one piece to replace.
    """
    span, held = spans.keys.get(path), spans.values.get(path)
    if span is None or (value is not None and held is None):
        raise UneditableError(say("edit.pieces", name=".".join(map(str, path))))
    if held is None or value is None:
        return Splice(*span, key(name))
    between = text[span.end : held.start]
    match = _EQUALS.fullmatch(between)
    if match and len(match["gap"]) > 1:
        # What stands below one another stays so.
        column = len(match["gap"]) + span.end - span.start
        between = f"{' ' * max(1, column - len(key(name)))}{match['rest']}"
    return Splice(span.start, held.end, f"{key(name)}{between}{value}")
