"""Rows of a table that need no wrapping, set without asking rich, which is slow at thousands."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from rich import cells as rich_cells
from rich.color import ColorSystem
from rich.style import Style

from scorecard.render.columns import GAP
from scorecard.view.blocks import Cell, Status

MOST = 100
"""How many rows are set at a time, so that the first ones are seen at once."""

STYLES: dict[Status, str] = {
    "plain": "",
    "quiet": "dim",
    "strong": "bold",
    "exceeded": "bold green",
    "met": "green",
    "near": "yellow",
    "behind": "red",
    "undecided": "cyan",
    "absent": "dim italic",
}
"""The colour of each status, which the text of its cell says too."""

REMEMBERED = 1 << 14
"""How many widths of texts are remembered: one mark or number comes over and over."""

Places = Sequence[tuple[int, bool]]
"""How wide each column is, and whether it is set flush right."""

Line = tuple[Cell, ...]

cell_len: Callable[[str], int] = lru_cache(maxsize=REMEMBERED)(rich_cells.cell_len)
"""How many columns of a terminal a text takes."""


def runs(lines: Sequence[Line], places: Places) -> Iterator[tuple[bool, list[Line]]]:
    """Yield rows that come one after another, at most so many, and whether all of them fit."""

    def fit(line: Line) -> bool:
        return all(map(_fits, line, places))

    for fitting, together in groupby(lines, key=fit):
        found = list(together)
        for start in range(0, len(found), MOST):
            yield fitting, found[start : start + MOST]


def line_text(line: Line, places: Places, *, colour: bool) -> str:
    """Return a row that fits as a line, blanks at its end and all."""
    return (" " * GAP).join(
        _set(cell, width, flush_right, colour=colour)
        for cell, (width, flush_right) in zip(line, places, strict=True)
    )


def _fits(cell: Cell, place: tuple[int, bool]) -> bool:
    # A blank at either end is for rich to judge.
    return cell_len(cell.text) <= place[0] and cell.text.strip() == cell.text


def _set(cell: Cell, width: int, flush_right: bool, *, colour: bool) -> str:
    blanks = " " * (width - cell_len(cell.text))
    text = f"{blanks}{cell.text}" if flush_right else f"{cell.text}{blanks}"
    style = STYLES[cell.status]
    if not colour or not style:
        return text
    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)
