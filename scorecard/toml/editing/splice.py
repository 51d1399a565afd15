"""One range of a text and what stands in its place, and keys and tables as TOML writes them."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import tomli_w

if TYPE_CHECKING:
    # Who only writes a value looks for no place in a text.
    from scorecard.toml.positions import Path, SpanIndex

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def literal(value: str | bool | int | date) -> str:
    """Return a value as TOML writes it."""
    return tomli_w.dumps({"a": value}).removeprefix("a = ").rstrip("\n")


def amount(spelling: str) -> str:
    """Return a quantity as TOML writes it: a plain number without quotes."""
    return spelling if _NUMBER.fullmatch(spelling) else literal(spelling)


class UneditableError(ValueError):
    """A text that cannot be changed as it is wanted; the message says why."""


class Splice(NamedTuple):
    """A range of a text, and what is written in its place."""

    start: int
    end: int
    instead: str


def spliced(text: str, splice: Splice) -> str:
    """Return a text with a splice made."""
    return f"{text[: splice.start]}{splice.instead}{text[splice.end :]}"


def key(name: str) -> str:
    """Return a key as TOML writes it: in quotes where it needs them."""
    return name if _BARE.fullmatch(name) else tomli_w.dumps({name: 1}).removesuffix(" = 1\n")


def table(values: Mapping[str, str]) -> str:
    """Return values, written as TOML, as a table in braces."""
    return f"{{ {', '.join(f'{key(name)} = {value}' for name, value in values.items())} }}"


def end_of(spans: "SpanIndex", path: "Path", before: int | None = None) -> int:
    """Return where the last thing under a path ends, of those that end before an offset."""
    known = (*spans.values.items(), *spans.headers.items())
    ends = (span.end for each, span in known if each[: len(path)] == path)
    return max((end for end in ends if before is None or end <= before), default=0)


def line_start(text: str, offset: int) -> int:
    """Return where the line of an offset starts."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Return where the line of an offset ends, before its line end."""
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    return end - text.endswith("\r", offset, end)


def line_break(text: str, offset: int) -> str:
    """Return how lines end at an offset; where none ends there, as the first of the text."""
    at = text.find("\n", offset)
    at = text.find("\n") if at < 0 else at
    return "\r\n" if text.endswith("\r", 0, max(at, 0)) else "\n"
