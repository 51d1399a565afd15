"""A view as tables for a terminal, of any width, in which no number is lost."""

import io
import re
from collections.abc import Iterator, Sequence

from rich.console import Console, JustifyMethod, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from scorecard.medium import Medium
from scorecard.printable import printable
from scorecard.render.columns import GAP, NARROWEST, Layout, layouts, runs_on
from scorecard.render.lines import STYLES, cell_len, line_text, runs
from scorecard.view.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Facts,
    Heading,
    Note,
    Row,
    Table,
    View,
)

NOTHING = Cell(printable(""))

# What a line ends in: blanks, and escape codes between them.
_BLANKS = re.compile(r"(?: |\x1b\[[0-9;]*m)+\Z")


Part = RenderableType | list[str]
"""What rich lays out, or lines that are set already."""


def render_table(view: View, medium: Medium) -> str:
    """Return the blocks of a view, a blank line between them, none wider than the medium."""
    return "".join(table_pieces(view, medium))


def table_pieces(view: View, medium: Medium) -> Iterator[str]:
    """Yield the same piece by piece, some whole lines each, so that the first is there at once."""
    out = io.StringIO()
    # One letter may take two columns. With its height given, no width but this is ever asked for.
    console = Console(
        file=out,
        width=max(medium.width, 2),
        height=1,
        force_terminal=medium.colour,
        color_system="standard" if medium.colour else None,
        no_color=not medium.colour,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
    )
    for number, block in enumerate(view.people()):
        if number:
            yield "\n"
        for part in _block(block, medium):
            if isinstance(part, list):
                yield _without_blanks(part)
                continue
            console.print(part)
            yield _without_blanks(out.getvalue().split("\n")[:-1])
            out.seek(0)
            out.truncate()


def _without_blanks(lines: Sequence[str]) -> str:
    """Return lines without the blanks at their ends."""
    return "".join(
        f"{_BLANKS.sub(lambda blanks: blanks[0].replace(' ', ''), line)}\n" for line in lines
    )


def _block(block: Block, medium: Medium) -> Iterator[Part]:
    match block:
        case Heading(text, 1):
            yield Text(text, style="bold", overflow="fold")
        case Heading(text, _):
            yield Text(text, style="underline", overflow="fold")
        case Note(text, label):
            yield Text(f"{label}: {text}", style="dim", overflow="fold")
        case Facts():
            yield from _facts(block, medium.width)
        case Code(heading, lines):
            yield Text(heading, style="dim", overflow="fold")
            for line in lines:
                yield Text(line, overflow="fold")
        case _:
            found = layouts(block, medium.width, cell_len)
            if found is None:
                yield from _listed(block)
            for number, layout in enumerate(found or ()):
                if number:
                    yield Text()
                yield from _laid_out(block, layout, colour=medium.colour)


def _facts(facts: Facts, width: int) -> Iterator[RenderableType]:
    """Names beside values, or above them where the terminal is narrow."""
    widest = max((cell_len(name) for name, _ in facts.pairs), default=0)
    if widest + 2 * NARROWEST > width:
        for name, cell in facts.pairs:
            yield Text.assemble((name, "dim"), ": ", _styled(cell), overflow="fold")
        return
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    grid.add_column(width=widest, no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for name, cell in facts.pairs:
        grid.add_row(Text(name), _styled(cell))
    yield grid


def _laid_out(table: Table, layout: Layout, *, colour: bool) -> Iterator[Part]:
    """Headings and rows; from a section to the next, so that its name may run on."""
    columns = [table.columns[number] for number in layout.columns]
    headings = _grid(table, layout)
    headings.add_row(*(Text(column.heading, style="dim") for column in columns))
    yield headings
    together: list[tuple[Cell, ...]] = []
    for row in table.rows:
        cells = tuple(row.cells[number] for number in layout.columns)
        if _told_elsewhere(row, table.columns, layout):
            continue
        if runs_on(cells, row):
            yield from _rows(together, table, layout, colour=colour)
            yield Padding(_styled(cells[0]), (1, 0, 0, 0))
            together = []
            continue
        if row.section:
            together.append((NOTHING,) * len(cells))
        together.append(cells)
    yield from _rows(together, table, layout, colour=colour)


def _rows(
    rows: Sequence[tuple[Cell, ...]], table: Table, layout: Layout, *, colour: bool
) -> Iterator[Part]:
    numeric = [table.columns[number].numeric for number in layout.columns]
    places = list(zip(layout.widths, numeric, strict=True))
    for fitting, together in runs(rows, places):
        if fitting:
            yield [line_text(row, places, colour=colour) for row in together]
            continue
        grid = _grid(table, layout)
        for row in together:
            grid.add_row(*map(_styled, row))
        yield grid


def _told_elsewhere(row: Row, columns: Sequence[Column], layout: Layout) -> bool:
    """Whether all that a row says besides its name stands in other parts of a split table."""
    said = {
        number
        for number, column in enumerate(columns)
        if row.cells[number].text and not column.key and not column.ornament
    }
    return not row.section and bool(said) and said.isdisjoint(layout.columns)


def _grid(table: Table, layout: Layout) -> Grid:
    grid = Grid.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for number, width in zip(layout.columns, layout.widths, strict=True):
        column = table.columns[number]
        justify: JustifyMethod = "right" if column.numeric else "left"
        grid.add_column(width=width, justify=justify, overflow="fold")
    return grid


def _listed(table: Table) -> Iterator[RenderableType]:
    """One line a cell, for a terminal too narrow for any table."""
    for number, row in enumerate(table.rows):
        keys = [cell for cell, column in zip(row.cells, table.columns, strict=True) if column.key]
        if number:
            yield Text()
        yield Text(" ", overflow="fold").join(_styled(cell) for cell in keys)
        for cell, column in zip(row.cells, table.columns, strict=True):
            if cell.text and not column.key and not column.ornament:
                yield Text.assemble(f"{column.heading}: ", _styled(cell), overflow="fold")


def _styled(cell: Cell) -> Text:
    return Text(cell.text, style=STYLES[cell.status], overflow="fold")
