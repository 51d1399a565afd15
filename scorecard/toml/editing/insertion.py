"""Where a new key stands in a TOML text, and how: as those beside it."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scorecard.toml.editing.splice import (
    Splice,
    end_of,
    key,
    line_break,
    line_end,
    line_start,
    table,
)
from scorecard.toml.positions import Path, SpanIndex

Value = str | Mapping[str, str]
"""A value as TOML writes it, or the values of a table by their keys."""

_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_COMMENTS_ABOVE = re.compile(r"(?:^[ \t]*#[^\n]*\n)+\Z", re.MULTILINE)


class _Beside(NamedTuple):
    """A key beside which a new one goes, and whether that goes after it or before it."""

    path: Path
    after: bool


def inserted(
    text: str, spans: SpanIndex, path: Path, value: Value, order: Sequence[str]
) -> Splice | None:
    """Return the splice that adds a key; None where its table is no table."""
    *_, name = path
    parent = path[:-1]
    if not isinstance(name, str):
        return None
    if parent in spans.values:
        return _in_braces(text, spans, parent, name, value)
    beside = _beside(spans, parent, name, value, order)
    if beside:
        return _at(text, spans, beside, name, value)
    if not parent:
        end = line_break(text, 0)
        return Splice(0, 0, f"{_line(key(name), value)}{end}")
    if parent in spans.headers:
        at = line_end(text, spans.headers[parent].end)
        return Splice(at, at, f"{line_break(text, at)}{_line(key(name), value)}")
    return _new_table(text, parent, name, value)


def _in_braces(text: str, spans: SpanIndex, parent: Path, name: str, value: Value) -> Splice | None:
    start, end = spans.values[parent]
    pair = _line(key(name), value)
    inside = [path for path in spans.keys if path[:-1] == parent]
    if not inside or text[start] != "{":
        bare = not text[start + 1 : end - 1].strip() and text[start] == "{"
        return Splice(start, end, f"{{ {pair} }}") if bare else None
    first, last = (spans.keys[each].start for each in (inside[0], inside[-1]))
    lead = text[start + 1 : first]
    lead = lead if lead.isspace() and "\n" in lead else " "
    if "#" in text[end_of(spans, inside[-1]) : end]:
        # The comment is one on what it stands beside.
        return Splice(last, last, f"{pair},{lead}")
    at = end_of(spans, inside[-1])
    return Splice(at, at, f",{lead}{pair}")


def _beside(
    spans: SpanIndex, parent: Path, name: str, value: Value, order: Sequence[str]
) -> _Beside | None:
    """Return the nearest key before it in the order, else the nearest behind it, else the last."""
    known = [path for path in spans.keys if path[:-1] == parent and path not in spans.latest]
    if isinstance(value, str):
        # Below the header of another table it would be a key of that.
        known = [path for path in known if path in spans.values]
    if not known:
        return None
    places = {each: place for place, each in enumerate(order)}
    if name in places:
        ranked = sorted((places[str(path[-1])], path) for path in known if path[-1] in places)
        before = [path for place, path in ranked if place < places[name]]
        behind = [path for place, path in ranked if place > places[name]]
        if before:
            return _Beside(before[-1], after=True)
        if behind:
            return _Beside(behind[0], after=False)
    return _Beside(max(known, key=lambda path: end_of(spans, path)), after=True)


def _at(text: str, spans: SpanIndex, beside: _Beside, name: str, value: Value) -> Splice:
    path = beside.path
    start = line_start(text, spans.keys[path].start)
    lead = text[start : spans.keys[path].start]
    headed = "[" in lead
    if headed:
        lines = [f"{lead}{key(name)}]", *_pairs("", value)]
        ends: int | None = None
    else:
        lines = [f"{lead}{each}" for each in _plain(text, spans, path, name, value)]
        headers = (span.start for span in spans.headers.values() if span.start > start)
        ends = min(headers, default=None)
    at = line_end(text, end_of(spans, path, ends))
    if beside.after:
        end = line_break(text, at)
        return Splice(at, at, "".join(f"{end}{line}" for line in ["", *lines][not headed :]))
    above = _COMMENTS_ABOVE.search(text, 0, start)
    end, at = line_break(text, start), above.start() if above else start
    return Splice(at, at, "".join(f"{line}{end}" for line in [*lines, ""][: len(lines) + headed]))


def _plain(text: str, spans: SpanIndex, path: Path, name: str, value: Value) -> list[str]:
    """Return the lines of a key as those of the one beside it are written."""
    if path not in spans.values and not isinstance(value, str):
        return _pairs(f"{key(name)}.", value)
    columns = [_column(text, spans, each) for each in _around(text, spans, path)]
    width = columns[0] - len(key(name)) if columns else 0
    loose = len(columns) > 1 or not text.startswith(" =", spans.keys[path].end)
    aligned = len(set(columns)) == 1 and loose and width > 0
    return [_line(f"{key(name)}{' ' * (width - 1) if aligned else ''}", value)]


def _around(text: str, spans: SpanIndex, path: Path) -> list[Path]:
    """Return the keys of the same table whose lines no empty line parts from that of a key."""
    at = spans.keys[path].start
    found = []
    for other in spans.keys:
        if other[:-1] == path[:-1] and other in spans.values:
            first, last = sorted((at, spans.keys[other].start))
            if not _EMPTY_LINE.search(text, first, last):
                found.append(other)
    return found


def _column(text: str, spans: SpanIndex, path: Path) -> int:
    """Return how far behind the start of a key its = stands."""
    start, end = spans.keys[path]
    return text.index("=", end) - start


def _pairs(lead: str, value: Value) -> list[str]:
    values = {"value": value} if isinstance(value, str) else value
    return [f"{lead}{key(name)} = {each}" for name, each in values.items()]


def _line(name: str, value: Value) -> str:
    return f"{name} = {value if isinstance(value, str) else table(value)}"


def _new_table(text: str, parent: Path, name: str, value: Value) -> Splice:
    end = line_break(text, len(text))
    before = "" if not text else end if text.endswith("\n") else f"{end}{end}"
    header = ".".join(key(str(part)) for part in parent)
    return Splice(len(text), len(text), f"{before}[{header}]{end}{_line(key(name), value)}{end}")
