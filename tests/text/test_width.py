"""How many columns a text takes: at a glance where that is sure, and else as rich says."""

import sys

import pytest
from rich.cells import cell_len

from scorecard.text.width import width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("Quảng Ninh", 10),
        ("Qua\u0309ng Ninh", 10),
        ("éàÿ", 3),
        ("\u02ff", 1),
        ("\u0300", 0),
        ("e\u0301", 1),
        ("漢字", 4),
        ("…", 1),
        ("مرحبا", 5),
    ],
)
def test_a_letter_takes_as_many_columns_as_a_terminal_gives_it(text: str, columns: int) -> None:
    assert width(text) == columns


def test_no_printable_letter_is_told_otherwise_at_a_glance() -> None:
    for code in (*range(0x20, 0x7F), *range(0xA0, 0x300)):
        if code != 0xAD:
            assert (code, width(chr(code))) == (code, cell_len(chr(code)))
    for code in range(0x300, sys.maxunicode + 1, 97):
        assert (code, width(f"a{chr(code)}")) == (code, cell_len(f"a{chr(code)}"))
