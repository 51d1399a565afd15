"""Changes to a TOML text in place: all that a change is not about stays as it is, byte for byte."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from scorecard.i18n.sayings import say
from scorecard.toml.data import Data, parse
from scorecard.toml.editing import insertion, removal
from scorecard.toml.editing.insertion import Value
from scorecard.toml.editing.splice import Splice, UneditableError, spliced, table
from scorecard.toml.positions import Path, SpanIndex, index


class Put(NamedTuple):
    """Give a key a value; one that is new stands where `order` has it among those beside it."""

    path: Path
    value: Value
    order: Sequence[str] = ()


class Rename(NamedTuple):
    """Give a key another name, and its value another text where there is one."""

    path: Path
    name: str
    value: str | None = None


class Drop(NamedTuple):
    """Take a key out, if it is there; a comment beside it stays."""

    path: Path


Change = Put | Rename | Drop


def edited(text: str, changes: Sequence[Change]) -> str:
    """Return a TOML text with changes made one after the other.

    It is read again after each, and must hold the same data but for that change. Raise
    UneditableError for a text that is no TOML, and where a change cannot be made in place.
    """
    for change in changes:
        text = _with(text, change)
    return text


def _with(text: str, change: Change) -> str:
    before = parse(text)
    if not isinstance(before, dict):
        raise UneditableError(say("edit.no-toml"))
    splice = _splice(text, index(text), change)
    if splice is None and isinstance(change, Drop):
        return text
    after = spliced(text, splice) if splice else text
    data, meant = parse(after), _changed(before, change) if splice else None
    if not isinstance(data, dict) or _plain(data) != _plain(meant):
        name = ".".join(map(str, change.path))
        raise UneditableError(say("edit.in-place", name=name))
    return after


def _splice(text: str, spans: SpanIndex, change: Change) -> Splice | None:
    path = change.path
    if isinstance(change, Drop):
        return removal.removed(text, spans, path)
    if isinstance(change, Rename):
        return removal.renamed(text, spans, path, change.name, change.value)
    if path in spans.keys or path in spans.values:
        span, value = spans.values.get(path), change.value
        return Splice(*span, value if isinstance(value, str) else table(value)) if span else None
    return insertion.inserted(text, spans, path, change.value, change.order)


def _changed(data: Data, change: Change) -> Data:
    """Return data with a change made for which there is a place."""
    *outer, last = change.path
    holder: Any = data
    for part in outer:
        # What is not there yet is a table: of arrays only what they hold can be changed.
        holder = holder.setdefault(part, {}) if isinstance(holder, dict) else holder[part]
    if isinstance(change, Drop):
        del holder[last]
    elif isinstance(change, Rename):
        kept = holder.pop(last)
        holder[change.name] = kept if change.value is None else _read(change.value)
    else:
        value = change.value
        holder[last] = _read(value if isinstance(value, str) else table(value))
    return data


def _read(written: str) -> object:
    data = parse(f"a = {written}\n")
    return data["a"] if isinstance(data, dict) else None


def _plain(value: object) -> object:
    """Return data that are equal only where every number has the same digits."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else repr(value)
