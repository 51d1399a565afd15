"""Rows that are set without rich look as rich sets them, letter by letter."""

import io
import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console, JustifyMethod
from rich.table import Table as Grid
from rich.text import Text
from views import column, made, table

from scorecard.medium import Medium
from scorecard.printable import printable
from scorecard.render.columns import GAP
from scorecard.render.lines import MOST, STYLES, line_text, runs
from scorecard.render.table import render_table, table_pieces
from scorecard.view.blocks import Cell

TEXTS = st.text("aZ9 ế漢字✓█-–،", max_size=9).map(str.strip)
CELLS = st.builds(Cell, st.builds(printable, TEXTS), st.sampled_from(sorted(STYLES)))
PLACES = [(18, False), (18, True), (20, False)]


def by_rich(line: Sequence[Cell], *, colour: bool) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=100,
        height=1,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
    )
    grid = Grid.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for width, flush_right in PLACES:
        justify: JustifyMethod = "right" if flush_right else "left"
        grid.add_column(width=width, justify=justify, overflow="fold")
    grid.add_row(*(Text(cell.text, style=STYLES[cell.status], overflow="fold") for cell in line))
    console.print(grid)
    return out.getvalue()


def bare(text: str) -> str:
    return re.sub(r"(?: |\x1b\[[0-9;]*m)+\Z", "", text.rstrip("\n"))


@given(st.tuples(CELLS, CELLS, CELLS), st.booleans())
@settings(deadline=None)
def test_a_row_that_fits_looks_as_rich_sets_it(line: tuple[Cell, ...], colour: bool) -> None:
    assert list(runs([line], PLACES)) == [(True, [line])]
    assert bare(line_text(line, PLACES, colour=colour)) == bare(by_rich(line, colour=colour))


def test_what_is_too_wide_or_has_a_blank_at_an_end_is_left_to_rich() -> None:
    fits, wide, blank = ((Cell(printable(text)),) for text in ("four", "fives", "a "))
    places = [(4, True)]
    assert list(runs([fits, fits, wide, blank, fits], places)) == [
        (True, [fits, fits]),
        (False, [wide, blank]),
        (True, [fits]),
    ]


def test_a_long_table_comes_piece_by_piece_and_whole() -> None:
    rows = [[f"unit {number}", str(number)] for number in range(2 * MOST + 1)]
    view = made(table([column("Unit", "k"), column("Points", "n")], *rows))
    pieces = list(table_pieces(view, Medium(40, colour=False)))
    assert [piece.count("\n") for piece in pieces] == [1, MOST, MOST, 1]
    assert "".join(pieces) == render_table(view, Medium(40, colour=False))
    assert "".join(pieces).split("\n")[1:3] == ["unit 0         0", "unit 1         1"]
