"""What an import wrote, and by it what was changed by hand since: that stays."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from scorecard.i18n.sayings import say
from scorecard.importers.figures import Entry
from scorecard.model.scorecard import Figure
from scorecard.toml.data import parse
from scorecard.toml.editing import splice
from scorecard.toml.editing.editor import Change, Drop, Put, Rename, edited
from scorecard.toml.editing.written import as_written, figures_in

_SLOTS = (("value", "absent", "why", "source"), ("target",), ("note",), ("claimed",))
"""Keys of a figure that are replaced together."""

Said = Mapping[str, str]
"""The keys of a figure, each with what it says; equal only where all digits are."""


class Kept(NamedTuple):
    """What stays of a figure as it was changed by hand, and what the book says."""

    indicator: str
    key: str
    kept: str
    book: str


class Lost(NamedTuple):
    """A figure that had a value and has none now, as its cell states none."""

    indicator: str
    before: str
    absent: str


class BroughtUp(NamedTuple):
    """The text of a scorecard with the figures of a book, what of it stays, and what it loses."""

    text: str
    kept: Sequence[Kept]
    lost: Sequence[Lost]


def entry_text(entry: Entry) -> str:
    """Return a figure as an import writes it, in the order in which files have its keys."""
    return splice.table({key: entry.keys[key] for key in Figure.model_fields if key in entry.keys})


def brought_up(text: str, entries: Mapping[str, Entry], written: Mapping[str, str]) -> BroughtUp:
    """Return a scorecard's text with the figures of a book, and what was changed in it by hand.

    `written` are figures as the last import wrote them. Raise UneditableError for a text that
    cannot be changed.
    """
    kept: list[Kept] = []
    lost: list[Lost] = []
    for id_, entry in entries.items():
        figure = figures_in(text).get(id_)
        last = _said(written[id_]) if id_ in written else None
        if figure is not None:
            after = _updated(text, id_, entry, last, kept)
            lost += _lost(text, after, id_)
            text = after
        elif last is None:
            text = edited(text, [Put(("figures", id_), entry_text(entry), list(entries))])
        else:
            kept.append(Kept(id_, "value", say("book.nothing"), entry_text(entry)))
    return BroughtUp(text, kept, lost)


def _lost(before: str, after: str, id_: str) -> Iterator[Lost]:
    """Yield a figure whose value is gone in the text after."""
    was, now = (figures_in(text)[id_] for text in (before, after))
    if isinstance(was, dict) and "value" in was and "absent" in now:
        yield Lost(id_, as_written(before, ("figures", id_, "value")), str(now["absent"]))


def _updated(text: str, id_: str, entry: Entry, last: Said | None, kept: list[Kept]) -> str:
    """Return a text with those keys of a figure that are as they were written."""
    others = [(key,) for key in entry.keys if not any(key in slot for slot in _SLOTS)]
    for slot in (*_SLOTS, *others):
        path = ("figures", id_)
        figure = figures_in(text)[id_]
        now = _said_of(figure if isinstance(figure, dict) else {"value": figure})
        mine = {key: now[key] for key in slot if key in now}
        new = {key: entry.keys[key] for key in slot if key in entry.keys}
        book = _said(splice.table(new))
        if mine == book:
            continue
        if mine == {key: last[key] for key in slot if last and key in last}:
            if not isinstance(figure, dict):
                text = edited(text, [Put(path, {"value": as_written(text, path)})])
            text = edited(text, list(_changes(id_, mine, new)))
        else:
            differing = [key for key in slot if mine.get(key) != book.get(key)]
            here = ((key, as_written(text, (*path, key), path)) for key in differing if key in mine)
            there = ((key, new[key]) for key in differing if key in new)
            kept.append(Kept(id_, differing[0], _told(here), _told(there)))
    return text


def _changes(id_: str, mine: Said, new: Said) -> Iterator[Change]:
    path, order = ("figures", id_), list(Figure.model_fields)
    for one, other in (("value", "absent"), ("absent", "value")):
        if one in mine and other in new:
            yield Rename((*path, one), other, new[other])
            mine = {**{key: said for key, said in mine.items() if key != one}, other: ""}
    for key in mine:
        if key not in new:
            yield Drop((*path, key))
    for key, said in new.items():
        yield Put((*path, key), said, order)


def _told(pairs: Iterator[tuple[str, str]]) -> str:
    return ", ".join(f"{key} = {said}" for key, said in pairs) or say("book.nothing")


def _said(written: str) -> Said:
    data = parse(f"a = {written}\n")
    figure = data.get("a") if isinstance(data, dict) else None
    return _said_of(figure) if isinstance(figure, dict) else {}


def _said_of(figure: Mapping[str, Any]) -> Said:
    return {key: repr(value) for key, value in figure.items()}
