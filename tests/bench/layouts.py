"""One scorecard in four layouts of the same TOML: what is said is equal, its text is not."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

T = TypeVar("T")

Pairs = tuple[tuple[str, str], ...]
"""Keys, each with its value as TOML spells it."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a scorecard says, before it is laid out."""

    path: str
    opening: tuple[str, ...]
    """Comments before the first key."""
    top: Pairs
    tables: Mapping[str, Pairs]
    figures: Mapping[str, Pairs]
    comments: Mapping[str, str]
    """Comments, each by the figure that it stands before."""
    remark: Pairs


def laid_out(card: Card, layout: str) -> str:
    """Return the text of a scorecard in one of `LAYOUTS`."""
    return LAYOUTS[layout](card)


def _inline(card: Card) -> str:
    rows = (f"{name} = {_braced(pairs)}" for name, pairs in card.figures.items())
    return _plain(card, ["", "[figures]", *_commented(card, ([row] for row in rows))])


def _dotted(card: Card) -> str:
    rows = (_lines(pairs, f"{name}.") for name, pairs in card.figures.items())
    return _plain(card, ["", "[figures]", *_commented(card, rows)])


def _tables(card: Card) -> str:
    rows = ([f"[figures.{name}]", *_lines(pairs)] for name, pairs in card.figures.items())
    return _plain(card, list(_commented(card, (["", *row] for row in rows))))


def _plain(card: Card, figures: list[str]) -> str:
    lines = [*card.opening, *_lines(card.top)]
    for name, pairs in card.tables.items():
        lines += ["", f"[{name}]", *_lines(pairs)]
    lines += figures
    if card.remark:
        lines += ["", "[[remarks]]", *_lines(card.remark)]
    return "\n".join([*lines, ""])


def _commented(card: Card, rows: Iterator[list[str]]) -> Iterator[str]:
    for name, row in zip(card.figures, rows, strict=True):
        if name in card.comments:
            yield card.comments[name]
        yield from row


def _lines(pairs: Pairs, before: str = "") -> list[str]:
    return [f"{before}{key} = {value}" for key, value in pairs]


def _braced(pairs: Pairs) -> str:
    return f"{{ {', '.join(_lines(pairs))} }}"


_BETWEEN = ("# Số liệu của xã, đã đối chiếu với sổ", "#\tas the office sent it in", "#", "")
_BEHIND = ("\t# checked", "  # theo sổ của xã", "\t")


def _mixed(card: Card) -> str:
    """Lay it out as many hands would: lines end as on Windows, and each figure is as it comes."""
    draw = random.Random(card.path)  # noqa: S311 - an order, not a secret
    ways = {name: draw.choice((_tabbed, _dots, _table)) for name in card.figures}
    below = [
        ways[name](draw, name, pairs)
        for name, pairs in _shuffled(draw, card.figures.items())
        if ways[name] is not _table
    ]
    sections = [
        *([f"[{name}]", *_spaced(draw, pairs)] for name, pairs in card.tables.items()),
        ["[figures]", *chain.from_iterable(below)],
        *(_table(draw, name, card.figures[name]) for name in ways if ways[name] is _table),
        *([["[[remarks]]", *_spaced(draw, card.remark)]] if card.remark else []),
    ]
    lines = [*card.opening, *_spaced(draw, card.top)]
    lines += chain.from_iterable(_shuffled(draw, sections))
    return "".join(f"{line}\r\n" for line in _with_comments(draw, lines))


def _tabbed(draw: random.Random, name: str, pairs: Pairs) -> list[str]:
    fields = ",\t".join(f"{key}\t=\t{value}" for key, value in _shuffled(draw, pairs))
    return [f"{name}\t=\t{{\t{fields}\t}}"]


def _dots(draw: random.Random, name: str, pairs: Pairs) -> list[str]:
    return [f"{name} . {key} = {value}" for key, value in _shuffled(draw, pairs)]


def _table(draw: random.Random, name: str, pairs: Pairs) -> list[str]:
    return [f"\t[ figures . {name} ]", *_spaced(draw, pairs)]


def _spaced(draw: random.Random, pairs: Pairs) -> list[str]:
    return [f"\t{key}\t= {value}" for key, value in _shuffled(draw, pairs)]


def _shuffled(draw: random.Random, ordered: Iterable[T]) -> list[T]:
    shuffled = list(ordered)
    draw.shuffle(shuffled)
    return shuffled


def _with_comments(draw: random.Random, lines: list[str]) -> Iterator[str]:
    for line in lines:
        chance = draw.random()
        if chance < 0.1:
            yield draw.choice(_BETWEEN)
        yield line + (draw.choice(_BEHIND) if chance > 0.8 else "")


LAYOUTS: dict[str, Callable[[Card], str]] = {
    "inline": _inline,
    "tables": _tables,
    "dotted": _dotted,
    "mixed": _mixed,
}
