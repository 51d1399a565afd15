"""Columns of words from right to left stand after the others, and whether that is enough."""

import pytest
from views import cell, column

from scorecard.report.blocks import Row, right_to_left, table

ARABIC = "محافظة"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("Cao Bang 12", False),
        ("Cao Bằng 漢字 ＡＢ", False),
        (ARABIC, True),
        (f"a {ARABIC}", True),
        ("שלום", True),
        ("١٢٣", True),
    ],
)
def test_what_is_written_from_right_to_left(text: str, *, expected: bool) -> None:
    assert right_to_left(text) is expected


def test_columns_keep_their_order_but_for_those_with_right_to_left_text() -> None:
    columns = [column(name) for name in "abcd"]
    rows = [
        Row((cell(ARABIC), cell("1"), cell("x"), cell("2")), section=True),
        Row((cell("y"), cell("3"), cell(ARABIC), cell("4"))),
    ]
    found = table(columns, rows)
    assert [each.heading for each in found.columns] == ["b", "d", "a", "c"]
    assert [[each.text for each in row.cells] for row in found.rows] == [
        ["1", "2", ARABIC, "x"],
        ["3", "4", "y", ARABIC],
    ]
    assert [row.section for row in found.rows] == [True, False]
    assert found.fenced


def test_numbers_keep_their_order_and_a_single_column_at_the_end_needs_no_fence() -> None:
    columns = [column("a", "k"), column("b", "n"), column("c", "n")]
    found = table(columns, [Row((cell(ARABIC), cell("1"), cell("2")))])
    assert [each.heading for each in found.columns] == ["b", "c", "a"]
    assert not found.fenced
    found = table(columns, [Row((cell(ARABIC), cell(ARABIC), cell("2")))])
    assert [each.heading for each in found.columns] == ["b", "c", "a"]
    assert found.fenced
    assert table([column(ARABIC, "n"), column("b")], []).fenced
    assert not table([column("b"), column(ARABIC)], []).fenced


def test_without_such_text_nothing_moves() -> None:
    found = table([column("a"), column("b")], [Row((cell("x"), cell("y")))])
    assert [each.heading for each in found.columns] == ["a", "b"]
    assert not found.fenced
