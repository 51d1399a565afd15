"""Lines break where rich breaks them, letter by letter, and columns stand where they should."""

import io
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
from views import column, made, table

from scorecard.formats.lines import flowed, painted, set_in, wrapped
from scorecard.formats.table import MOST, render_table, table_pieces
from scorecard.report.blocks import Cell
from scorecard.text.medium import Medium
from scorecard.text.printable import printable
from scorecard.text.width import NARROW, width

TEXTS = st.text("aZ9 ế漢字✓█-–،", max_size=40)


def by_rich(text: str, columns: int) -> list[str]:
    out = io.StringIO()
    console = Console(
        file=out, width=columns, height=1, color_system=None, highlight=False, markup=False
    )
    console.print(Text(text, overflow="fold"))
    return [line.rstrip() for line in out.getvalue().split("\n")[:-1]]


@given(TEXTS, st.integers(2, 30))
@example("aa 漢漢漢漢 b", 3)
@settings(deadline=None)
def test_a_text_flows_as_rich_lets_it_flow(text: str, columns: int) -> None:
    assert [line.rstrip() for line in flowed([(text, "")], columns, colour=False)] == by_rich(
        text, columns
    )
    assert [line.rstrip() for line in wrapped(text, columns)] == by_rich(text, columns)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.integers(2, 30))
@settings(deadline=None)
def test_colours_move_no_letter(texts: list[str], columns: int) -> None:
    runs = list(zip(texts, ("1", "", "2;3"), strict=False))
    plain = flowed(runs, columns, colour=False)
    shown = flowed(runs, columns, colour=True)
    assert [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in shown] == plain


def test_a_style_ends_where_its_text_ends() -> None:
    runs = [("Score", "2"), (": ", ""), ("80.06 to 92.9", "1")]
    assert flowed(runs, 13, colour=True) == [
        "\x1b[2mScore\x1b[0m: \x1b[1m80.06\x1b[0m",
        "\x1b[1mto 92.9\x1b[0m",
    ]
    assert painted("", "1") == ""


def test_a_number_stands_flush_right_and_its_blanks_are_not_coloured() -> None:
    cell = Cell(printable("85.0 ✗"), "behind")
    assert set_in(cell, cell.text, 9, flush_right=True, colour=False) == "   85.0 ✗"
    assert set_in(cell, cell.text, 9, flush_right=False, colour=True) == (
        "\x1b[31m85.0 ✗\x1b[0m   "
    )


@given(st.text(max_size=9))
def test_a_text_is_as_wide_as_rich_says(text: str) -> None:
    assert width(text) == cell_len(text)


def test_what_counts_as_narrow_takes_one_column() -> None:
    letters = [chr(code) for code in range(0x10000) if NARROW.fullmatch(chr(code))]
    assert len(letters) > 800
    assert {cell_len(letter) for letter in letters} == {1}


def test_a_long_table_comes_piece_by_piece_and_whole() -> None:
    rows = [[f"unit {number}", str(number)] for number in range(2 * MOST)]
    view = made(table([column("Unit", "k"), column("Points", "n")], *rows))
    pieces = list(table_pieces(view, Medium(40, colour=False)))
    assert [piece.count("\n") for piece in pieces] == [MOST, MOST, 1]
    assert "".join(pieces) == render_table(view, Medium(40, colour=False))
    assert "".join(pieces).split("\n")[1:3] == ["unit 0         0", "unit 1         1"]
