"""Cells shaded by the fifth of a maximum, with signs and colours, and links to sources."""

from itertools import pairwise

import pytest
from rich.color import Color
from rich.style import Style
from views import cell, column, made

from scorecard.formats.shades import SHADES, SIGNS
from scorecard.formats.table import STYLES, render_table
from scorecard.report.blocks import Cell, Row, Status, Table
from scorecard.text.medium import Medium
from scorecard.text.printable import printable


def number(text: str, fifth: int) -> Cell:
    return Cell(printable(text), fifth=fifth)


def shaded(*cells: Cell) -> Table:
    heads = (column("Unit", "k"), column("All", "n"))
    rows = tuple(Row((cell("u"), each)) for each in cells)
    return Table(heads, rows, fifths=printable("Of the maximum, %"))


FIVE = shaded(*(number(f"{20 * fifth - 1}", fifth) for fifth in range(1, 6)))


def test_each_fifth_has_a_sign_and_the_key_says_what_it_stands_for() -> None:
    assert render_table(made(FIVE), Medium(80, colour=False)).splitlines() == [
        *("Unit   All", "──────────", "u     19 ▁", "u     39 ▂", "u     59 ▄", "u     79 ▆"),
        *("u     99 █", "", "Of the maximum, %:  ▁ <20   ▂ ≥20   ▄ ≥40   ▆ ≥60   █ ≥80"),
    ]


def test_colours_shade_the_cell_and_the_key_alike() -> None:
    text = render_table(made(shaded(number("19", 1))), Medium(80, colour=True))
    assert "u     \x1b[38;5;16;48;5;189m19 \x1b[0m" in text
    assert text.count("\x1b[38;5;16;48;5;189m") == 3


def test_what_has_a_sign_of_its_own_gets_no_other() -> None:
    full = Cell(printable("100.0 ■"), "strong", fifth=5)
    text = render_table(made(shaded(full)), Medium(80, colour=False))
    assert "u     100.0 ■\n" in text


def test_shades_give_way_where_their_signs_have_no_room() -> None:
    heads = (column("Unit", "k"), column("All", "n"), column("Other", "n"))
    table = Table(
        heads, (Row((cell("u"), number("19", 1), number("7", 1))),), fifths=cell("%").text
    )
    assert (
        render_table(made(table), Medium(80, colour=False)).splitlines()[2] == "u     19 ▁    7 ▁"
    )
    narrow = render_table(made(table), Medium(16, colour=True))
    assert "48;5" not in narrow
    assert "▁" not in narrow
    assert "19" in narrow


WHITE, BLACK = (255, 255, 255), (0, 0, 0)
Rgb = tuple[int, int, int]


def luminance(rgb: Rgb) -> float:
    """Return the relative luminance of WCAG 2."""
    shares = (each / 255 for each in rgb)
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of WCAG 2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def rgb(colour: Color | None) -> Rgb:
    assert colour is not None
    found = colour.get_truecolor()
    return found.red, found.green, found.blue


def test_shades_are_read_and_told_apart_without_their_colour() -> None:
    assert len(SIGNS) == len(SHADES) == 5
    assert all(contrast(rgb(each.color), rgb(each.bgcolor)) > 4.5 for each in SHADES)
    grounds = [rgb(each.bgcolor) for each in SHADES]
    assert all(contrast(pale, deep) > 1.5 for pale, deep in pairwise(grounds))
    assert sorted(grounds, key=luminance, reverse=True) == grounds


@pytest.mark.parametrize("status", ["exceeded", "met", "near", "behind", "undecided"])
def test_what_is_judged_is_read_on_light_and_on_dark_ground(status: Status) -> None:
    colour = rgb(Style.parse(STYLES[status]).color)
    assert min(contrast(colour, WHITE), contrast(colour, BLACK)) >= 4


LINKED = Table(
    (column("Source"),), (Row((Cell(printable("report"), link=printable("https://e/1")),)),)
)


def test_a_link_is_written_for_a_terminal_only_and_each_time_alike() -> None:
    with_links = render_table(made(LINKED), Medium(80, colour=True, links=True))
    assert with_links.splitlines()[2] == "\x1b]8;;https://e/1\x1b\\report\x1b]8;;\x1b\\"
    assert "\x1b]8" not in render_table(made(LINKED), Medium(80, colour=True))
    assert "e/1" not in render_table(made(LINKED), Medium(80, colour=False, links=True))
