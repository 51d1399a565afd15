"""The text of a scorecard that an import writes anew, and the sources that it adds to one."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from scorecard.importers.cards import Stated
from scorecard.importers.exported import Sources
from scorecard.importers.figures import Read
from scorecard.importers.map import Card, Usual
from scorecard.importers.written import entry_text
from scorecard.model.fields import Text
from scorecard.toml.data import parse
from scorecard.toml.editing import splice
from scorecard.toml.editing.editor import Put, edited


class Whose(NamedTuple):
    """What a scorecard says beside its figures.

    `by_map` where a map says it, which people edit: what it says anew goes into files that exist.
    """

    card: Card
    sources: Sources
    defaults: Usual | None = None
    by_map: bool = False


def with_sources(text: str, sources: Sources) -> str:
    """Return the text of a scorecard with those sources that it lacks."""
    data = parse(text)
    known = data.get("sources") if isinstance(data, dict) else None
    for id_, keys in sources.items():
        if not isinstance(known, dict) or id_ not in known:
            text = edited(text, [Put(("sources", id_), keys)])
    return text


def stated(read_: Read, whose: Whose) -> Stated:
    """Return what a scorecard says beside its figures, in the order in which files have it."""
    card, unit, usual = whose.card, read_.unit, whose.defaults or Usual()
    period = usual.target_period
    said = {
        ("framework",): card.framework,
        ("period",): card.period.text,
        ("track",): card.track,
        ("defaults", "status"): usual.status,
        ("defaults", "target_period"): period if isinstance(period, str | None) else period.text,
        ("unit", "id"): unit.id,
        ("unit", "name"): unit.name,
        ("unit", "level"): card.unit.level,
        ("unit", "parent"): card.unit.parent,
    }
    written = {path: _text(each) for path, each in said.items() if each}
    for id_, keys in whose.sources.items():
        written |= {("sources", id_, key): each for key, each in keys.items()}
    return written


def new_lines(read_: Read, whose: Whose) -> Iterator[str]:
    """Yield the lines of a new scorecard."""
    yield "format = 1"
    for table, keys in groupby(stated(read_, whose).items(), key=lambda each: each[0][:-1]):
        if table:
            yield from ("", f"[{'.'.join(map(splice.key, table))}]")
        yield from (f"{splice.key(path[-1])} = {said}" for path, said in keys)
    yield from ("", "[figures]")
    width = max(map(len, read_.entries), default=0)
    for id_, entry in read_.entries.items():
        yield f"{id_.ljust(width)} = {entry_text(entry)}"


def _text(text: Text) -> str:
    if isinstance(text, str):
        return splice.literal(text)
    return splice.table({language: splice.literal(each) for language, each in text.items()})
