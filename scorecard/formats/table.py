"""A view as tables for a terminal, of any width, in which no number is lost."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from scorecard.formats.columns import GAP, NARROWEST, Layout, layouts, runs_on
from scorecard.formats.lines import (
    BOLD,
    DIM,
    STYLES,
    UNDERLINE,
    cell_len,
    flowed,
    painted,
    set_in,
    wrapped,
)
from scorecard.report.blocks import (
    Block,
    Cell,
    Code,
    Facts,
    Heading,
    Note,
    Row,
    Table,
    View,
)
from scorecard.text.medium import Medium

MOST = 100
"""How many lines are given at a time."""

# What a line ends in: blanks, and escape codes between them.
_BLANKS = re.compile(r"(?: |\x1b\[[0-9;]*m)+\Z")


def render_table(view: View, medium: Medium) -> str:
    """Return the blocks of a view, a blank line between them, none wider than the medium."""
    return "".join(table_pieces(view, medium))


def table_pieces(view: View, medium: Medium) -> Iterator[str]:
    """Yield the same piece by piece, some whole lines each, so that the first is there at once."""
    # One letter may take two columns.
    medium = Medium(max(medium.width, 2), medium.colour)
    for number, block in enumerate(view.people()):
        lines = _block(block, medium)
        if number:
            lines = chain([""], lines)
        while together := [_BLANKS.sub(_without_blanks, line) for line in islice(lines, MOST)]:
            yield "".join(f"{line}\n" for line in together)


def _without_blanks(end: re.Match[str]) -> str:
    return end[0].replace(" ", "")


def _block(block: Block, medium: Medium) -> Iterator[str]:
    width, colour = medium.width, medium.colour
    match block:
        case Heading(text, level):
            style = BOLD if level == 1 else UNDERLINE
            yield from flowed([(text, style)], width, colour=colour)
        case Note(text, label):
            yield from flowed([(f"{label}: {text}", DIM)], width, colour=colour)
        case Facts():
            yield from _facts(block, medium)
        case Code(heading, lines):
            yield from flowed([(heading, DIM)], width, colour=colour)
            for line in lines:
                yield from flowed([(line, "")], width, colour=colour)
        case _:
            found = layouts(block, width, cell_len)
            if found is None:
                yield from _listed(block, medium)
            for number, layout in enumerate(found or ()):
                if number:
                    yield ""
                yield from _laid_out(block, layout, medium)
            yield from _left_out(block, found or (), medium)


def _facts(facts: Facts, medium: Medium) -> Iterator[str]:
    """Names beside values, or above them where the terminal is narrow."""
    widest = max((cell_len(name) for name, _ in facts.pairs), default=0)
    if widest + 2 * NARROWEST > medium.width:
        for name, cell in facts.pairs:
            runs = [(name, DIM), (": ", ""), (cell.text, STYLES[cell.status])]
            yield from flowed(runs, medium.width, colour=medium.colour)
        return
    for name, cell in facts.pairs:
        for number, line in enumerate(wrapped(cell.text, medium.width - widest - GAP)):
            named = "" if number else name
            blanks = " " * (widest + GAP - cell_len(named))
            shown = painted(line, STYLES[cell.status] if medium.colour else "")
            yield f"{painted(named, DIM if medium.colour else '')}{blanks}{shown}"


def _laid_out(table: Table, layout: Layout, medium: Medium) -> Iterator[str]:
    """Headings and rows; the name of a section without subtotals runs on over all columns."""
    columns = [table.columns[number] for number in layout.columns]
    places = list(zip(layout.widths, (column.numeric for column in columns), strict=True))
    headings = [Cell(column.heading, "quiet") for column in columns]
    yield from _row(headings, places, colour=medium.colour)
    for row in table.rows:
        cells = [row.cells[number] for number in layout.columns]
        if _told_elsewhere(row, table, layout):
            continue
        if row.section:
            yield ""
        if runs_on(cells, row):
            run = (cells[0].text, STYLES[cells[0].status])
            yield from flowed([run], medium.width, colour=medium.colour)
            continue
        yield from _row(cells, places, colour=medium.colour)


def _left_out(table: Table, shown: Sequence[Layout], medium: Medium) -> Iterator[str]:
    """Name the columns that say something and stand in no part of the table."""
    numbers = {number for layout in shown for number in layout.columns}
    names = [
        column.heading
        for number, column in enumerate(table.columns)
        if column.lesser
        and number not in numbers
        and any(row.cells[number].text for row in table.rows)
    ]
    if names:
        yield ""
        said = f"{table.left_out}: {', '.join(names)}"
        yield from flowed([(said, DIM)], medium.width, colour=medium.colour)


def _row(
    cells: Sequence[Cell], places: Sequence[tuple[int, bool]], *, colour: bool
) -> Iterator[str]:
    """Set cells side by side, in as many lines as the tallest has."""
    lines = [wrapped(cell.text, width) for cell, (width, _) in zip(cells, places, strict=True)]
    for number in range(max(map(len, lines))):
        yield (" " * GAP).join(
            set_in(
                cell,
                said[number] if number < len(said) else "",
                width,
                flush_right=flush_right,
                colour=colour,
            )
            for cell, said, (width, flush_right) in zip(cells, lines, places, strict=True)
        )


def _told_elsewhere(row: Row, table: Table, layout: Layout) -> bool:
    """Whether all that a row says besides its name stands in other parts of a split table."""
    said = {
        number
        for number, column in enumerate(table.columns)
        if row.cells[number].text and not column.key and not column.optional
    }
    return not row.section and bool(said) and said.isdisjoint(layout.columns)


def _listed(table: Table, medium: Medium) -> Iterator[str]:
    """One line a cell, for a terminal too narrow for any table."""
    for number, row in enumerate(table.rows):
        keys = [cell for cell, column in zip(row.cells, table.columns, strict=True) if column.key]
        if number:
            yield ""
        runs = [run for key in keys for run in ((" ", ""), (key.text, STYLES[key.status]))]
        yield from flowed(runs[1:], medium.width, colour=medium.colour)
        for cell, column in zip(row.cells, table.columns, strict=True):
            if cell.text and not column.key and not column.optional:
                runs = [(f"{column.heading}: ", ""), (cell.text, STYLES[cell.status])]
                yield from flowed(runs, medium.width, colour=medium.colour)
