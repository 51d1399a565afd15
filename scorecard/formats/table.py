"""A view as tables for a terminal, of any width, in which no number is lost."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Literal

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Column as GridColumn
from rich.table import Table as Grid
from rich.text import Text

from scorecard.formats.columns import GAP, NARROWEST, Layout, layouts, runs_on
from scorecard.report import blocks
from scorecard.report.blocks import Block, Cell, Column, Facts, Row, Table, View
from scorecard.text.medium import Medium

ROWS = 100
"""How many rows are laid out at a time, so that the first screen need not wait for the last."""

STYLES: dict[blocks.Status, str] = {
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
"""The style of each status, which the text of its cell says too."""

Run = tuple[str, str]
"""A text and its style."""

Side = Literal["left", "right"]
"""Where the texts of a column stand."""

# Blanks that nothing but codes of colours follows in their line.
_BLANKS = re.compile(r"(?<! ) ++(?=(?:\x1b\[[0-9;]*m| )*$)", re.MULTILINE)


def render_table(view: View, medium: Medium) -> str:
    """Return the blocks of a view, a blank line between them, none wider than the medium."""
    return "".join(table_pieces(view, medium))


def table_pieces(view: View, medium: Medium) -> Iterator[str]:
    """Yield the same piece by piece, some whole lines each, so that the first is there at once."""
    console = _console(medium)
    for number, block in enumerate(view.people()):
        if number:
            yield "\n"
        for piece in _block(block, console):
            with console.capture() as drawn:
                # What does not fit would be a mistake to be seen, and not to be cut off.
                console.print(piece, crop=False)
            yield _BLANKS.sub("", drawn.get())


def _console(medium: Medium) -> Console:
    """Return a console that asks neither the terminal nor the environment for anything."""
    return Console(
        file=io.StringIO(),
        # One letter may take two columns.
        width=max(medium.width, 2),
        height=1,
        color_system="standard" if medium.colour else None,
        no_color=False,
        force_terminal=medium.colour,
        force_jupyter=False,
        force_interactive=False,
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
        case Facts():
            yield from _facts(block, console.width)
        case _:
            found = layouts(block, console)
            if not found:
                yield from _listed(block)
            for number, layout in enumerate(found):
                if number:
                    yield Text("")
                yield from _laid_out(block, layout)
            yield from _left_out(block, found)


def _facts(facts: Facts, width: int) -> Iterator[RenderableType]:
    """Names beside values, or above them where the terminal is narrow."""
    widest = max((cell_len(name) for name, _ in facts.pairs), default=0)
    pairs = [((name, "dim"), _run(cell)) for name, cell in facts.pairs]
    if widest + 2 * NARROWEST > width:
        yield from (Text.assemble(name, ": ", value) for name, value in pairs)
    else:
        yield _grid(pairs, [(widest, "left"), (width - widest - GAP, "left")])


def _laid_out(table: Table, layout: Layout) -> Iterator[RenderableType]:
    """Headings and rows; the name of a section without subtotals runs on over all columns."""
    columns = [table.columns[number] for number in layout.columns]
    sides: list[Side] = ["right" if column.numeric else "left" for column in columns]
    places = list(zip(layout.widths, sides, strict=True))
    yield _grid([[(column.heading, "bold") for column in columns]], places, vertical="bottom")
    yield Text("─" * (sum(layout.widths) + GAP * (len(places) - 1)), "dim")
    rows = (row for row in table.rows if not _told_elsewhere(row, table, layout))
    first = True
    for section, together in groupby(rows, key=lambda row: row.section):
        while some := list(islice(together, 1 if section else ROWS)):
            cells = [[row.cells[number] for number in layout.columns] for row in some]
            if section and not first:
                yield Text("")
            first = False
            style = "bold" if section else ""
            if runs_on(cells[0], some[0]):
                yield Text(*_run(cells[0][0], style))
            else:
                yield _grid([[_run(cell, style) for cell in row] for row in cells], places)


def _left_out(table: Table, shown: Sequence[Layout]) -> Iterator[RenderableType]:
    """Name the columns that say something and stand in no part of the table."""
    shown_at = {number for layout in shown for number in layout.columns}
    names = [
        column.heading
        for number, column in enumerate(table.columns)
        if column.lesser
        and number not in shown_at
        and any(row.cells[number].text for row in table.rows)
    ]
    if names:
        yield Text("")
        yield Text(f"{table.left_out}: {', '.join(names)}", "dim")


def _told_elsewhere(row: Row, table: Table, layout: Layout) -> bool:
    """Whether all that a row says besides its name stands in other parts of a split table."""
    told = zip(table.columns, row.cells, strict=True)
    said = {number for number, (of, cell) in enumerate(told) if cell.text and _essential(of)}
    return not row.section and bool(said) and said.isdisjoint(layout.columns)


def _essential(column: Column) -> bool:
    """Whether a column says what no other does, and does not name its row."""
    return not column.key and not column.optional


def _listed(table: Table) -> Iterator[RenderableType]:
    """One line a cell, for a terminal too narrow for any table."""
    for number, row in enumerate(table.rows):
        named = list(zip(row.cells, table.columns, strict=True))
        if number:
            yield Text("")
        yield Text(" ").join(Text(*_run(cell)) for cell, column in named if column.key)
        for cell, column in named:
            if cell.text and _essential(column):
                yield Text.assemble(f"{column.heading}: ", _run(cell))


def _run(cell: Cell, more: str = "") -> Run:
    return cell.text, f"{more} {STYLES[cell.status]}".strip()


def _grid(
    rows: Iterable[Sequence[Run]],
    places: Sequence[tuple[int, Side]],
    vertical: Literal["top", "bottom"] = "top",
) -> Grid:
    """Set texts side by side in columns of these widths."""
    columns = (
        GridColumn(width=w, justify=side, vertical=vertical, overflow="fold") for w, side in places
    )
    # The blanks behind the last column do not count: none is left at the end of a line.
    width = sum(width + GAP for width, _ in places)
    grid = Grid(*columns, box=None, show_header=False, padding=(0, GAP, 0, 0), width=width)
    for row in rows:
        # A style within the text, so that no blank beside it has one.
        grid.add_row(*(Text.assemble(run) for run in row))
    return grid
