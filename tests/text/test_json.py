"""Trees as JSON text: every text and every number comes back as it was."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.text.json import Json, Reckoned, json_text
from scorecard.text.printable import printable

HOSTILE = st.text(st.characters(exclude_categories=[])) | st.text('#[]:a\\"\x00\x1b\n\u202e\u2028')
NUMBERS = st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=9)
TREES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | NUMBERS | HOSTILE,
    lambda inside: st.lists(inside) | st.dictionaries(HOSTILE, inside),
)


@given(TREES)
def test_a_tree_reads_back_as_it_was(tree: Json) -> None:
    text = json_text(tree)
    assert json.loads(text, parse_float=Decimal) == tree
    assert all(printable(line) == line for line in text.split("\n"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (Decimal("0.10"), "0.1"),
        (Decimal("1E+30"), "1" + "0" * 30),
        (Decimal("0.123456789012345"), "0.123456789012345"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 3), "0.333333333333333"),
        ("Cao Bằng", '"Cao Bằng"'),
        (Reckoned("score 68.5"), '"score 68.5"'),
        ("##[x] ::error::", r'"\u0023#[x] \u003a:error::"'),
        ([], "[]"),
        ({}, "{}"),
        ([1, "a", None, True], '[1, "a", null, true]'),
        ({"a": 1, "\x1b": "b"}, r'{"a": 1, "\u001b": "b"}'),
        ((Fraction(1, 2),), "[0.5]"),
    ],
)
def test_a_value_on_one_line(value: Json, expected: str) -> None:
    assert json_text(value) == expected


def test_what_holds_tables_stands_on_lines_of_its_own() -> None:
    tree: Json = {"a": [1, 2], "b": [{"c": None}, []], "d": {}}
    assert json_text(tree) == (
        '{\n  "a": [1, 2],\n  "b": [\n    {"c": null},\n    []\n  ],\n  "d": {}\n}'
    )


def test_a_number_is_never_put_through_a_float() -> None:
    tree: Json = {"a": Decimal("98.560000000000001"), "b": 2**80 + 1, "c": Fraction(1, 2**70)}
    read = json.loads(json_text(tree), parse_float=Decimal)
    assert {name: Fraction(value) for name, value in read.items()} == tree
