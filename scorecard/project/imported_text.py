"""The text of a scorecard that an import writes anew, and the sources that it adds to one."""

from collections.abc import Iterator
from typing import NamedTuple

from scorecard.importers.exported import Sources
from scorecard.importers.figures import Read
from scorecard.importers.map import Card, Usual
from scorecard.importers.written import entry_text
from scorecard.model.fields import Text
from scorecard.toml.data import parse
from scorecard.toml.editing import splice
from scorecard.toml.editing.editor import Put, edited


class Whose(NamedTuple):
    """What a scorecard says beside its figures, and what its file is called."""

    file: str
    card: Card
    sources: Sources
    defaults: Usual | None = None


def with_sources(text: str, sources: Sources) -> str:
    """Return the text of a scorecard with those sources that it lacks."""
    data = parse(text)
    known = data.get("sources") if isinstance(data, dict) else None
    for id_, keys in sources.items():
        if not isinstance(known, dict) or id_ not in known:
            text = edited(text, [Put(("sources", id_), keys)])
    return text


def new_lines(read_: Read, whose: Whose) -> Iterator[str]:
    """Yield the lines of a new scorecard."""
    card, unit = whose.card, read_.unit
    yield "format = 1"
    yield f"framework = {splice.literal(card.framework)}"
    yield f"period = {splice.literal(card.period.text)}"
    if card.track:
        yield f"track = {splice.literal(card.track)}"
    yield from _defaults(whose.defaults)
    yield from ("", "[unit]", f"id = {splice.literal(unit.id)}")
    yield f"name = {_text(unit.name)}"
    yield f"level = {splice.literal(card.unit.level)}"
    if card.unit.parent:
        yield f"parent = {splice.literal(card.unit.parent)}"
    for id_, keys in whose.sources.items():
        yield from ("", f"[sources.{splice.key(id_)}]")
        yield from (f"{key} = {said}" for key, said in keys.items())
    yield from ("", "[figures]")
    width = max(map(len, read_.entries), default=0)
    for id_, entry in read_.entries.items():
        yield f"{id_.ljust(width)} = {entry_text(entry)}"


def _text(text: Text) -> str:
    if isinstance(text, str):
        return splice.literal(text)
    return splice.table({language: splice.literal(each) for language, each in text.items()})


def _defaults(usual: Usual | None) -> Iterator[str]:
    if usual:
        yield from ("", "[defaults]")
        if usual.status:
            yield f"status = {splice.literal(usual.status)}"
        if usual.target_period:
            period = usual.target_period
            said = period if isinstance(period, str) else period.text
            yield f"target_period = {splice.literal(said)}"
