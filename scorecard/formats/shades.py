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


_SIGN_INKS = tuple(Style(color=f"color({ink})") for ink in (25, 25, 18, 111, 111))
"""The ink of signs, which is that of no ground that text stands on, so that no sign melts in."""


def drawn(text: str, fifth: int) -> Text:
    """Return a text in the shade of its fifth, with its sign if it has that."""
    shade, sign = SHADES[fifth - 1], SIGNS[fifth - 1]
    number, found, rest = text.partition(sign)
    return Text.assemble((number, shade), (found, shade + _SIGN_INKS[fifth - 1]), (rest, shade))


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
    for fifth, bound in enumerate(bounds, 1):
        text.append(" ").append_text(drawn(f" {SIGNS[fifth - 1]} {bound} ", fifth))
    return text
