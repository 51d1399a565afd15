"""At every width of a terminal no number is lost and no line is too long."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from sampled import sampled
from views import column, made, real_views, table

from scorecard.formats.table import render_table
from scorecard.report.blocks import Facts, Heading, Note, Table, View
from scorecard.text.medium import Medium

CODES = re.compile(r"\x1b\[[0-9;]*m")


def widths(number: int) -> tuple[int, ...]:
    """Return widths for one of eight views; together these have every narrow one."""
    return (1, *range(2 + number, 40, 8), *range(40 + 4 * number, 201, 32))


def squeezed(text: str) -> str:
    # Fences between cells are no text.
    return "".join(text.replace("ǀ", " ").split())


def numbers(view: View) -> set[str]:
    """Return the text of every cell with a number in it, blanks left out."""
    found = set()
    for block in view.blocks():
        match block:
            case Heading() | Note():
                found.add(block.text)
            case Facts():
                found |= {cell.text for name, cell in block.pairs if len(name) < 40}
            case Table():
                for row in block.rows:
                    found |= {
                        cell.text
                        for cell, column in zip(row.cells, block.columns, strict=True)
                        if column.kind == "number" and cell.status != "absent"
                    }
    return {squeezed(text) for text in found if re.search(r"\d", text)}


@pytest.mark.parametrize("part", sampled(range(3)))
@pytest.mark.parametrize("number", range(8))
def test_every_number_is_shown_at_every_width(number: int, part: int) -> None:
    view = real_views()[number]
    wanted = numbers(view)
    assert len(wanted) > 10
    for width in widths(number)[part::3]:
        text = render_table(view, Medium(width, colour=False))
        shown = squeezed(text)
        assert [each for each in wanted if not _found(each, shown)] == []
        assert all(cell_len(line) <= max(width, 2) for line in text.split("\n"))
        assert not re.search(r"\x1b| $", text, re.MULTILINE)


def _found(number: str, shown: str) -> bool:
    # A fact or a note whose lines stand beside a name is looked for word by word.
    return number in shown or all(part in shown for part in re.findall(r"[\w.%–]+", number))


@pytest.mark.parametrize("width", sampled([80, 1, 20, 200]))
@pytest.mark.parametrize("number", range(8))
def test_colours_change_nothing_but_colours(number: int, width: int) -> None:
    view = real_views()[number]
    coloured = render_table(view, Medium(width, colour=True))
    assert CODES.sub("", coloured) == render_table(view, Medium(width, colour=False))
    assert CODES.search(coloured)


WORDS = st.text("aăÂ漢ｗ\u0301 ا[", min_size=1, max_size=30)
KINDS = st.sampled_from(["k", "n", "kn", "", "o"])


@given(
    kinds=st.lists(KINDS, min_size=1, max_size=9),
    words=st.lists(WORDS, min_size=27, max_size=27),
    sections=st.sets(st.integers(0, 2)),
    width=st.integers(1, 200),
)
def test_any_table_shows_each_number_as_often_as_it_must(
    kinds: list[str], words: list[str], sections: set[int], width: int
) -> None:
    """Every cell holds a number of its own; a key is repeated, all others stand once."""
    kinds = ["k", *kinds[1:]]
    cells = [
        [
            f"{7000 + 10 * row + place}" + ("" if "n" in kind else f" {words[9 * row + place]}")
            for place, kind in enumerate(kinds)
        ]
        for row in range(3)
    ]
    rows = [("§" if row in sections else "") + cells[row][0] for row in range(3)]
    block = table(
        [column(f"h{place}", kind) for place, kind in enumerate(kinds)],
        *([first, *rest[1:]] for first, rest in zip(rows, cells, strict=True)),
    )
    text = render_table(made(block), Medium(width, colour=False))
    assert all(cell_len(line) <= max(width, 2) for line in text.split("\n"))
    shown = squeezed(text)
    for row in range(3):
        for place, kind in enumerate(kinds):
            times = shown.count(f"{7000 + 10 * row + place}")
            if "k" in kind:
                assert times >= 1
            else:
                assert times in ({0, 1} if "o" in kind else {1})
