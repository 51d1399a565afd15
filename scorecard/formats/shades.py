"""Cells shaded by the fifth of a maximum that they lie in, on light and on dark ground."""

from collections.abc import Callable

from rich.style import Style
from rich.text import Text

from scorecard.report.blocks import Cell, Table
from scorecard.text.printable import printable

SIGNS = "▁▂▄▆█"
"""What stands beside the number of each fifth, so that colour is not all that tells it."""

SHADES = tuple(
    Style(color=f"color({ink})", bgcolor=f"color({ground})")
    for ink, ground in ((16, 189), (16, 111), (16, 68), (231, 25), (231, 18))
)
"""How each fifth is shaded: from pale to deep, each with ink that is read on it."""


def has_shades(table: Table) -> bool:
    """Whether any cell is shaded."""
    return any(cell.fifth for row in table.rows for cell in row.cells)


def with_signs(table: Table) -> Table:
    """Return a table in which each shaded cell has the sign of its fifth, or one of its own."""
    return _each(table, _signed)


def unshaded(table: Table) -> Table:
    """Return a table without shades."""
    return _each(table, lambda cell: cell._replace(fifth=0))


def _each(table: Table, changed: Callable[[Cell], Cell]) -> Table:
    if not has_shades(table):
        return table
    rows = (row._replace(cells=tuple(map(changed, row.cells))) for row in table.rows)
    return table._replace(rows=tuple(rows))


def _signed(cell: Cell) -> Cell:
    if not cell.fifth or cell.status == "strong":
        return cell
    return cell._replace(text=printable(f"{cell.text} {SIGNS[cell.fifth - 1]}"))


def key(table: Table) -> Text:
    """Return what each sign and shade stands for."""
    text = Text.assemble((f"{table.fifths}:", "dim"))
    bounds = ["<20", *(f"≥{20 * number}" for number in range(1, 5))]
    for sign, bound, shade in zip(SIGNS, bounds, SHADES, strict=True):
        text.append(" ").append(f" {sign} {bound} ", shade)
    return text
