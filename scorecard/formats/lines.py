"""Texts as lines of a terminal: wrapped, set in columns and coloured."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from scorecard.report.blocks import Cell, Status
from scorecard.text import width as columns

Run = tuple[str, str]
"""A text and the code of its style; empty where it has none."""

BOLD, DIM, UNDERLINE = "1", "2", "4"

STYLES: dict[Status, str] = {
    "plain": "",
    "quiet": DIM,
    "strong": BOLD,
    "exceeded": "1;32",
    "met": "32",
    "near": "33",
    "behind": "31",
    "undecided": "36",
    "absent": "2;3",
}
"""The style of each status, which the text of its cell says too."""

REMEMBERED = 1 << 14
"""How many texts are remembered with their widths: one mark or number comes over and over."""

_WORD = re.compile(r"\s*\S+\s*")

cell_len = lru_cache(maxsize=REMEMBERED)(columns.width)
"""How many columns of a terminal a text takes."""


def painted(text: str, style: str) -> str:
    """Return a text in a style."""
    return f"\x1b[{style}m{text}\x1b[0m" if style and text else text


def flowed(runs: Sequence[Run], width: int, *, colour: bool) -> list[str]:
    """Return texts that follow one another as lines of a width, as words fit into them."""
    plain = "".join(text for text, _ in runs)
    lines = []
    for start, end in _spans(plain, width):
        pieces, at = [], 0
        for text, style in runs:
            piece = text[max(0, start - at) : max(0, end - at)]
            pieces.append(painted(piece, style if colour else ""))
            at += len(text)
        lines.append("".join(pieces))
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text, as words fit into a width."""
    if cell_len(text) <= width:
        return [text]
    return [text[start:end] for start, end in _spans(text, width)]


def set_in(cell: Cell, line: str, width: int, *, flush_right: bool, colour: bool) -> str:
    """Return a line of a cell as wide as its column."""
    text = line.rstrip() if flush_right else line
    blanks = " " * (width - cell_len(text))
    shown = painted(text, STYLES[cell.status] if colour else "")
    return f"{blanks}{shown}" if flush_right else f"{shown}{blanks}"


def _spans(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a text that stand in a line each, without the blanks at their ends."""
    breaks = [0, *_breaks(text, width), len(text)]
    for start, end in pairwise(breaks):
        yield start, start + len(text[start:end].rstrip())


def _breaks(text: str, width: int) -> Iterator[int]:
    """Yield where a line begins: at a word that does not fit, or within one wider than a line."""
    taken = 0
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        needed = cell_len(word.rstrip())
        if needed <= width - taken:
            taken += cell_len(word)
        elif needed > width:
            pieces = _chopped(word, width)
            for piece in pieces:
                if start:
                    yield start
                start += len(piece)
            taken = cell_len(pieces[-1])
        else:
            yield start
            taken = cell_len(word)


def _chopped(word: str, width: int) -> list[str]:
    """Return a word in pieces, each as long as fits."""
    pieces, taken = [""], 0
    for letter in word:
        needed = cell_len(letter)
        if taken + needed > width and pieces[-1]:
            pieces.append("")
            taken = 0
        pieces[-1] += letter
        taken += needed
    return pieces
