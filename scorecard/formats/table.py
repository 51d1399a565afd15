"""A view as tables for a terminal, of any width, in which no number is lost."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from rich.align import VerticalAlignMethod
from rich.box import Box
from rich.cells import cell_len
from rich.console import Console, JustifyMethod, RenderableType
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text

from scorecard.formats import shades
from scorecard.formats.columns import GAP, NARROWEST, Layout, layouts, runs_on
from scorecard.report import blocks
from scorecard.report.blocks import Block, Cell, Row, Table, View
from scorecard.text.medium import Medium

ROWS = 100
"""How many rows are laid out at a time, so that the first screen need not wait for the last."""

STYLES: dict[blocks.Status, str] = {
    "plain": "",
    "quiet": "dim",
    "strong": "bold",
    "exceeded": "bold color(64)",
    "met": "color(64)",
    "near": "color(130)",
    "behind": "color(161)",
    "undecided": "color(31)",
    "absent": "dim italic",
}
"""The style of each status, which the text of its cell says too.


Its greens and reds are those of 256 that are read on white and on black, whatever a theme makes of
the first sixteen.
"""

# Between cells from right to left stands a letter that looks like a stroke (U+01C0): to a terminal
# that lays out such text it is one from left to right, as no real stroke is, so every cell keeps
# its place. Marks without a width would not do, as the most common of those terminals drops them.
FENCE = Box("\n".join(["  \u01c0 "] * 8))

# Links, and the random numbers that rich gives them: what is printed has no link where none is
# wanted, and is the same each time.
_LINKS = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
_NUMBERED = re.compile(r"(?<=\x1b\]8;)id=[0-9]+")

# Blanks that nothing but codes of colours follows in their line.
_BLANKS = re.compile(r"(?<! ) ++(?=(?:\x1b\[[0-9;]*m| )*$)", re.MULTILINE)


def render_table(view: View, medium: Medium) -> str:
    """Return the blocks of a view, a blank line between them, none wider than the medium."""
    return "".join(table_pieces(view, medium))


def table_pieces(view: View, medium: Medium) -> Iterator[str]:
    """Yield the same piece by piece, some whole lines each, so that the first is there at once."""
    console = _console(medium)
    for number, block in enumerate((view.screens or view.blocks)()):
        if number:
            yield "\n"
        for piece in _block(block, console):
            with console.capture() as drawn:
                # What does not fit would be a mistake to be seen, and not to be cut off.
                console.print(piece, crop=False)
            yield _BLANKS.sub("", (_NUMBERED if medium.links else _LINKS).sub("", drawn.get()))


def _console(medium: Medium) -> Console:
    """Return a console that asks neither the terminal nor the environment for anything."""
    return Console(
        file=io.StringIO(),
        # One letter may take two columns.
        width=max(medium.width, 2),
        height=1,
        color_system="256" if medium.colour else None,
        no_color=False,
        force_terminal=medium.colour,
        force_jupyter=False,
        legacy_windows=False,
    )


def _block(block: Block, console: Console) -> Iterator[RenderableType]:
    match block:
        case blocks.Heading(text, level):
            yield Text(text, "bold" if level == 1 else "underline")
        case blocks.Note(text, label):
            yield Text(f"{label}: {text}", "dim")
        case blocks.Code(heading, lines):
            yield Text(heading, "dim")
            yield from map(Text, lines)
        case blocks.Facts(pairs):
            # Names beside values, or before them where the terminal is narrow.
            widest = max((cell_len(name) for name, _ in pairs), default=0)
            facts = [(Cell(name, "quiet"), cell) for name, cell in pairs]
            if widest + 2 * NARROWEST > console.width:
                yield from (Text.assemble(_text(name), ": ", _text(value)) for name, value in facts)
            else:
                left = console.width - widest - GAP
                fenced = any(blocks.right_to_left(name) for name, _ in pairs)
                yield _grid(facts, [(widest, "left"), (left, "left")], fenced=fenced)
        case _:
            yield from _table(block, console)


def _table(table: Table, console: Console) -> Iterator[RenderableType]:
    """Parts of a table, and the names of columns that say something and stand in none of them."""
    table, found = _shaded(table, console)
    for number, layout in enumerate(found):
        if number:
            yield Text("")
        yield from _laid_out(table, layout)
    for number, row in enumerate(() if found else table.rows):
        # The terminal is too narrow for any table, so each cell has a line.
        named = list(zip(row.cells, table.columns, strict=True))
        if number:
            yield Text("")
        yield Text(" ").join(_text(cell) for cell, column in named if column.key)
        for cell, column in named:
            if cell.text and column.essential:
                yield Text.assemble(f"{column.heading}: ", _text(cell))
    shown = {number for layout in found for number in layout}
    names = [
        column.heading
        for number, column in enumerate(table.columns)
        if column.kind == "lesser"
        and number not in shown
        and any(row.cells[number].text for row in table.rows)
    ]
    if names:
        yield Text("")
        yield Text(f"{table.left_out}: {', '.join(names)}", "dim")
    if shades.has_shades(table):
        yield Text("")
        yield shades.key(table)


def _shaded(table: Table, console: Console) -> tuple[Table, Sequence[Layout]]:
    """Return a table and its layouts, with shades and their signs where there is room for these.

    They take the room of no column, and make no more parts of a table.
    """
    signed, plain = shades.with_signs(table), shades.unshaded(table)
    with_them, without = layouts(signed, console), layouts(plain, console)
    alike = len(with_them) == len(without) and set().union(*with_them) == set().union(*without)
    return (signed, with_them) if without and alike else (plain, without)


def _laid_out(table: Table, layout: Layout) -> Iterator[RenderableType]:
    """Headings and rows; the name of a section without subtotals runs on over all columns."""
    columns = [table.columns[number] for number in layout]
    sides: list[JustifyMethod] = ["right" if each.kind == "number" else "left" for each in columns]
    places = list(zip(layout.values(), sides, strict=True))
    heads = [Cell(column.heading, "strong") for column in columns]
    yield _grid([heads], places, vertical="bottom", fenced=table.fenced)
    yield Text("─" * (sum(layout.values()) + GAP * (len(places) - 1)), "dim")
    rows: list[Row] = []
    for row in table.rows:
        told = zip(table.columns, row.cells, strict=True)
        said = {number for number, (of, cell) in enumerate(told) if cell.text and of.essential}
        # Left out is a row all of which, besides its name, stands in other parts of the table.
        if row.section or not said or not said.isdisjoint(layout):
            rows.append(row)
    # Whatever stands by itself is laid out by itself.
    for (section, apart), together in groupby(rows, lambda row: (row.section, row.apart)):
        while some := list(islice(together, 1 if section or apart else ROWS)):
            cells = [[row.cells[number] for number in layout] for row in some]
            if (section or apart) and some[0] is not rows[0]:
                yield Text("")
            style = "bold" if section else ""
            if runs_on(cells[0], some[0]):
                yield _text(cells[0][0], style)
            else:
                yield _grid(cells, places, style, fenced=table.fenced)


def _text(cell: Cell, style: str = "") -> Text:
    """Return a text with its style within, so that no blank beside it has one."""
    if cell.fifth:
        return shades.drawn(cell.text, cell.fifth)
    drawn = Style.parse(f"{style} {STYLES[cell.status]}")
    return Text.assemble((cell.text, Style(link=cell.link) + drawn if cell.link else drawn))


def _grid(
    rows: Iterable[Sequence[Cell]],
    places: Sequence[tuple[int, JustifyMethod]],
    style: str = "",
    vertical: VerticalAlignMethod = "top",
    *,
    fenced: bool = False,
) -> Grid:
    """Set cells side by side in columns of these widths and sides."""
    # The blanks behind the last column do not count: none is left at the end of a line.
    width = sum(width + GAP for width, _ in places)
    grid = Grid(box=None, show_header=False, padding=(0, GAP, 0, 0), width=width)
    if fenced:
        # The fence takes the place of the last blank before each column but the first.
        grid.box, grid.show_edge, grid.border_style = FENCE, False, "dim"
        grid.padding, grid.width = (0, GAP - 1, 0, 0), width - 1
    for wide, side in places:
        grid.add_column(width=wide, justify=side, vertical=vertical, overflow="fold")
    for row in rows:
        grid.add_row(*(_text(cell, style) for cell in row))
    return grid
