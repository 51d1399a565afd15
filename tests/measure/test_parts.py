"""Parts add up to their whole as far as the printed digits tell."""

from decimal import Decimal

import pytest
from builders import indicator, interval, scorecard

from scorecard.measure.parts import Mismatch, as_rounded, mismatch
from scorecard.numbers.quantity import parse

AGREE = [
    # whole, parts
    ("722.95", ["274.15", "247.8", "201"]),
    ("91.05", ["57.66", "9.56", "18.83", "5"]),
    ("722.39", ["274.15", "247.8", "201"]),
    ("10", ["5", "5"]),
    ("10", ["4.6", "4.9"]),
    ("10", ["10.4"]),
    ("11", ["3.5", "3.5", "3.5"]),
    ("100", ["33.3", "33.3", "33.3"]),
    (">700", ["274.15", "247.8", "201"]),
    ("722.95", [">274", "247.8"]),
    ("<9", ["4", "5"]),
    ("9..12", ["5", "6"]),
    ("~723", ["274.15", "247.8", "201"]),
    ("0", ["-5", "5"]),
]
DISAGREE = [
    # whole, parts, sum
    ("722.95", ["274.15", "247.8", "210"], "731.95"),
    ("722.38", ["274.15", "247.8", "201"], "722.95"),
    ("722.95", ["274.15", "247.80", "200.40"], "722.35"),
    ("91.05", ["57.66", "9.56", "18.83", "4"], "90.05"),
    ("10.0", ["4.6", "4.9"], "9.5"),
    ("10", ["4.4", "4.9"], "9.3"),
    ("700", [">274", ">247", ">201"], "722"),
    ("<9", ["5", "6"], "11"),
    ("9..10", ["5.0", "6.0"], "11.0"),
    ("12/18", ["5.0", "6.0"], "11.0"),
    ("0", ["0.4", "0.4"], "0.8"),
]


@pytest.mark.parametrize(("whole", "parts"), AGREE)
def test_parts_that_add_up(whole: str, parts: list[str]) -> None:
    assert compared(whole, parts) is None


@pytest.mark.parametrize(("whole", "parts", "together"), DISAGREE)
def test_parts_that_do_not_add_up(whole: str, parts: list[str], together: str) -> None:
    stated = tuple(parse(part) for part in parts)
    assert compared(whole, parts) == Mismatch(parse(whole), stated, Decimal(together))


@pytest.mark.parametrize(
    ("text", "percent", "expected"),
    [
        ("201", False, "[200.5, 201.5]"),
        ("247.8", False, "[247.75, 247.85]"),
        ("247.80", False, "[247.795, 247.805]"),
        ("-3.5", False, "[-3.55, -3.45]"),
        ("~722.95", False, "~[722.945, 722.955]"),
        ("<~20000", False, "~[19999.5, 20000.5]"),
        (">5", False, "[4.5, inf)"),
        ("<=5", False, "(-inf, 5.5]"),
        ("6.6..6.8", False, "[6.55, 6.85]"),
        ("12/18", False, "12"),
        ("12/18", True, "200/3"),
    ],
)
def test_a_number_stands_for_all_that_print_alike(text: str, percent: bool, expected: str) -> None:
    assert as_rounded(parse(text), percent=percent) == interval(expected)


def test_nothing_is_compared_where_a_part_or_the_whole_is_absent() -> None:
    of = indicator(parts=["a", "b"])
    absent = {"absent": "missing"}
    assert mismatch(scorecard({"a": 1, "b": 2}), of) is None
    assert mismatch(scorecard({"x": 9, "a": 1}), of) is None
    assert mismatch(scorecard({"x": absent, "a": 1, "b": 2}), of) is None
    assert mismatch(scorecard({"x": 9, "a": 1, "b": absent}), of) is None
    assert mismatch(scorecard({"x": 9, "a": 1, "b": 2}), of) is not None


def test_an_indicator_without_parts_is_no_sum() -> None:
    assert mismatch(scorecard({"x": 9, "a": 1}), indicator()) is None


def test_parts_in_per_cent_are_shares_of_the_whole() -> None:
    of = indicator(unit="percent", parts=["a", "b"])
    assert mismatch(scorecard({"x": "75.0", "a": "1/2", "b": "1/4"}), of) is None
    assert mismatch(scorecard({"x": "66.7", "a": "1/2", "b": "1/6"}), of) is None
    found = mismatch(scorecard({"x": "66.8", "a": "1/2", "b": "1/6"}), of)
    assert found is not None
    assert found.whole == parse("66.8")


@pytest.mark.parametrize(("whole", "agrees"), [(9, True), (10, False), ("~9", True), (8, False)])
def test_counts_are_not_rounded(whole: object, *, agrees: bool) -> None:
    of = indicator(unit="count", parts=["a", "b"])
    assert (mismatch(scorecard({"x": whole, "a": 4, "b": 5}), of) is None) is agrees


def compared(whole: str, parts: list[str]) -> Mismatch | None:
    names = [f"part_{number}" for number in range(len(parts))]
    figures = {"x": whole, **dict(zip(names, parts, strict=True))}
    return mismatch(scorecard(figures), indicator(parts=names))
