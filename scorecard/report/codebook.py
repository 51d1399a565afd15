"""Every column of CSV and every key of JSON, and what it says."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from scorecard.i18n.columns import columns, meaning
from scorecard.i18n.sayings import say
from scorecard.report.blocks import Block, Cell, Column, Heading, Row, View, row, table
from scorecard.report.record import VERSION
from scorecard.schema import output_schema
from scorecard.text.json import Json
from scorecard.text.printable import printable

Shape = Mapping[str, Any]
"""A JSON Schema of something."""


class Entry(NamedTuple):
    """A column or a key, the commands that write it, or the kind of object that it is in."""

    of: str
    name: str
    meaning: str


def codebook_view() -> View:
    """Return all columns, command by command, and all keys, object by object."""
    told = [Entry(of, *each) for of, words in columns().items() for each in words.items()]
    keys = list(_keys())
    record: dict[str, Json] = {
        "version": VERSION,
        "command": "explain",
        "columns": [each._asdict() for each in told],
        "keys": [each._asdict() for each in keys],
    }
    rows = [("csv", *each) for each in told] + [("json", *each) for each in keys]
    sheet = [("format", *Entry._fields), *rows]
    return View(lambda: _blocks(told, keys), lambda: record, lambda: sheet)


def _keys() -> Iterator[Entry]:
    """Yield the keys of each shape that has a title, those of the shapes within it among them."""
    shapes = output_schema()["$defs"]
    for shape in shapes.values():
        if "title" in shape:
            yield from _within(shape, shape["title"], "", shapes)


def _within(shape: Shape, of: str, path: str, shapes: Shape) -> Iterator[Entry]:
    for name, key in shape.get("properties", {}).items():
        title = shapes.get(_referred(key), {}).get("title")
        kind = say("codebook.see", title=title) if title else ""
        said = meaning(key["description"].rstrip("."))
        yield Entry(of, f"{path}{name}", f"{said}{kind}")
        yield from _within(key, of, f"{path}{name}.", shapes)
        if items := key.get("items"):
            inside = shapes.get(_referred(items), items)
            yield from _within(inside, of, f"{path}{name}[].", shapes)
        if isinstance(named := key.get("additionalProperties"), dict):
            yield from _within(named, of, f"{path}{name}.*.", shapes)


def _referred(shape: Shape) -> str:
    """Return the name of the shape that one refers to."""
    return str(shape.get("$ref", "")).rpartition("/")[2]


def _blocks(told: Sequence[Entry], keys: Sequence[Entry]) -> Iterator[Block]:
    yield Heading(printable(say("codebook.all")))
    for kind, entries in (("column", told), ("key", keys)):
        for of, some in groupby(entries, key=lambda each: each.of):
            yield Heading(printable(say(f"codebook.{kind}s", of=of)), level=2)
            heads = ((f"codebook.{kind}", True), ("codebook.meaning", False))
            heading = [Column(printable(say(head)), key=key) for head, key in heads]
            yield table(heading, list(_rows(some)))


def _rows(entries: Iterator[Entry]) -> Iterator[Row]:
    """Yield a row an entry; those inside a list stand below its path."""
    below: dict[str, list[Row]] = {}
    for each in entries:
        path, _, name = each.name.rpartition("[].")
        below.setdefault(path, []).append(row(name, each.meaning))
    for path, rows in below.items():
        if path:
            yield row(Cell(printable(f"{path}[]"), "strong"), "", section=True)
        yield from rows
