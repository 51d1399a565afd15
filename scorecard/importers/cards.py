"""What a scorecard says beside its figures, brought up to what a map says; hand edits stay."""

from collections.abc import Mapping, Sequence
from itertools import chain, count
from typing import NamedTuple

from scorecard.i18n.sayings import say
from scorecard.model.scorecard import Scorecard, Unit
from scorecard.toml.data import parse
from scorecard.toml.editing import splice
from scorecard.toml.editing.editor import Drop, Put, edited
from scorecard.toml.editing.written import as_written

CARD = "[card]"
"""By what name a memory keeps it beside the figures, none of which can have that name."""

Stated = Mapping[tuple[str, ...], str]
"""What is said by the paths of its keys, as TOML writes it."""

BOOK = "book"
"""The id that a book has among the sources of a scorecard; numbered where another has it."""

_ORDER = {(): list(Scorecard.model_fields), ("unit",): list(Unit.model_fields)}

_STATED = frozenset({"framework", "period", "track", "unit", "sources", "defaults"})
"""The first keys of what a map can say: no other is brought up to it."""


class KeptKey(NamedTuple):
    """A key that stays as it was changed by hand, and what a map now says of it."""

    path: tuple[str, ...]
    kept: str
    said: str


def source_id(title: str, text: str, written: str) -> str:
    """Return the id of the book of this title in a scorecard's text: the one that it has, or a new.

    `written` is what was kept of the last import, which may have known it by another title.
    """
    kept = (name.split(".") for name in _values(written))
    found = _value(parse(text), ("sources",))
    known = found if isinstance(found, dict) else {}
    own = [path[1] for path in kept if path[0] == "sources"]
    own += [id_ for id_ in known if _value(known, (id_, "title")) == title]
    free = (id_ for id_ in chain([BOOK], map(f"{BOOK}-{{}}".format, count(2))) if id_ not in known)
    return next(chain(own, free))


def card_text(card: Stated) -> str:
    """Return all that is said as one text, to be kept."""
    return splice.table({".".join(path): said for path, said in card.items()})


def with_card(text: str, card: Stated, written: str) -> tuple[str, Sequence[KeptKey]]:
    """Return a scorecard's text with what a map says anew, and what was changed in it by hand.

    `written` is what was kept of the last import. Raise UneditableError for a text that cannot be
    changed.
    """
    kept: list[KeptKey] = []
    new, last, here = _values(card_text(card)), _values(written), parse(text)
    paths = {".".join(path): path for path in card}
    for name in dict.fromkeys((*new, *last)):
        path = paths.get(name) or tuple(name.split("."))
        now = _value(here, path)
        if new.get(name) in (now, last.get(name)):
            continue
        if now == last.get(name):
            put = Put(path, card[path], _ORDER.get(path[:-1], ())) if path in card else Drop(path)
            text = edited(text, [put])
        else:
            own = "" if now is None else as_written(text, path)
            kept.append(KeptKey(path, _told(path, own), _told(path, card.get(path, ""))))
    return text, kept


def _told(path: tuple[str, ...], written: str) -> str:
    return f"{path[-1]} = {written}" if written else say("book.nothing")


def _values(written: str) -> Mapping[str, object]:
    data = parse(f"a = {written}\n") if written else {}
    values = data.get("a") if isinstance(data, dict) else None
    found = values if isinstance(values, dict) else {}
    return {name: each for name, each in found.items() if name.partition(".")[0] in _STATED}


def _value(data: object, path: tuple[str, ...]) -> object:
    found = data
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found
