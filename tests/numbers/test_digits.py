"""Numbers as text: exact, or rounded without saying more than they do."""

from decimal import Decimal
from fractions import Fraction

import pytest
from builders import interval
from hypothesis import given
from hypothesis import strategies as st

from scorecard.numbers.digits import amount_text, decimal_text, interval_text, one_decimal
from scorecard.numbers.interval import Interval


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("100", "100"),
        ("1200", "1200"),
        ("98.560", "98.56"),
        ("-0.5", "-0.5"),
        ("1/8", "0.125"),
        ("1/3", "0.333333333333333"),
        ("2/3", "0.666666666666667"),
        ("-200/3", "-66.6666666666667"),
        ("1/30000000", "0.0000000333333333333333"),
        ("100000000000000000001/3", "33333333333333333333.6666666667"),
        ("1e-20", "0.00000000000000000001"),
        ("123456789012345678901234567890.5", "123456789012345678901234567890.5"),
    ],
)
def test_a_number_in_decimal_digits(number: str, expected: str) -> None:
    assert decimal_text(Fraction(number)) == expected


def test_every_kind_of_number_is_written_alike() -> None:
    assert decimal_text(98) == decimal_text(Decimal("98.00")) == decimal_text(Fraction(98)) == "98"
    assert decimal_text(Decimal("1E+3")) == "1000"


TERMINATING = st.builds(
    lambda whole, twos, fives: Fraction(whole, 2**twos * 5**fives),
    st.integers(-(10**80), 10**80),
    st.integers(0, 150),
    st.integers(0, 60),
)


@given(TERMINATING)
def test_a_number_whose_decimals_end_reads_back_exactly(number: Fraction) -> None:
    text = decimal_text(number)
    assert Fraction(text) == number
    assert not set(text) - set("-.0123456789")
    assert "." not in text or text[-1] in "123456789"


@given(st.fractions())
def test_any_number_reads_back_to_fifteen_digits(number: Fraction) -> None:
    text = decimal_text(number)
    assert abs(Fraction(text) - number) * 2 * 10**14 <= abs(number)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("98.56", "98.6"),
        ("98.55", "98.6"),
        ("-98.55", "-98.6"),
        ("98.54", "98.5"),
        ("100", "100.0"),
        ("0", "0.0"),
        ("99.95", "99.95"),
        ("99.94", "99.9"),
        ("99.97", "99.97"),
        ("99.9951", "99.995"),
        ("99.9996", "99.9996"),
        ("99.9999999", "<100"),
        ("100.0000001", ">100"),
        ("100.04", "100.04"),
        ("0.04", "0.04"),
        ("-0.04", "-0.04"),
        ("0.0000004", ">0"),
        ("-0.0000004", "<0"),
        ("0.0000005", "0.000001"),
        ("200/3", "66.7"),
        ("1234567.89", "1234567.9"),
    ],
)
def test_one_decimal_or_as_many_as_tell_it_from_0_and_100(number: str, expected: str) -> None:
    assert one_decimal(Fraction(number)) == expected


@pytest.mark.parametrize(
    ("number", "landmarks", "expected"),
    [
        ("79.96", [80], "79.96"),
        ("79.96", [], "80.0"),
        ("80", [80], "80.0"),
        ("99.97", [80], "100.0"),
        ("79.9999999", [0, 80, 100], "<80"),
        ("12.34", ["12.3"], "12.34"),
        ("12.30000001", ["12.3"], ">12.3"),
    ],
)
def test_landmarks_of_its_own(number: str, landmarks: list[str | int], expected: str) -> None:
    assert one_decimal(Fraction(number), [Fraction(each) for each in landmarks]) == expected


NEAR = [
    Fraction(mark) + Fraction(sign, 10**place)
    for mark in (0, 80, 100)
    for sign in (-1, 0, 1)
    for place in range(12)
]


@given(st.fractions(-200, 200) | st.sampled_from(NEAR))
def test_no_landmark_is_shown_unless_it_is_that(number: Fraction) -> None:
    landmarks = [Fraction(0), Fraction(80), Fraction(100)]
    text = one_decimal(number, landmarks)
    if text[0] in "<>":
        mark = Fraction(text[1:])
        assert mark in landmarks
        assert abs(number - mark) < Fraction(1, 10**6)
        assert (number < mark, number > mark) == (text[0] == "<", text[0] == ">")
        return
    shown = Fraction(text)
    decimals = len(text.partition(".")[2])
    assert 1 <= decimals <= 6
    assert abs(shown - number) * 2 * 10**decimals <= 1
    for mark in landmarks:
        assert (shown > mark, shown == mark) == (number > mark, number == mark)


POSSIBLE = "[0, 100]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("98.56", "98.6"),
        ("~4.5", "≈ 4.5"),
        ("~4.5-", "≈ 4.5"),
        ("(98, 100]", "> 98.0"),
        ("[98, 100]", "≥ 98.0"),
        ("[0, 11.8]", "≤ 11.8"),
        ("[0, 11.8)", "< 11.8"),
        ("[80.1, 92.8]", "80.1–92.8"),
        ("~[80.1, 92.8]", "≈ 80.1–92.8"),
        ("[98.61, 98.64]", "98.6–98.7"),
        ("[79.97, 100.5]", "79.9–100.5"),
        ("[0, 100]", "0.0–100.0"),
        ("~[0, 100]", "≈ 0.0–100.0"),
        ("[-17, 100]", "≥ -17.0"),
        ("(98, inf)", "> 98.0"),
        ("(-inf, 5]", "≤ 5.0"),
        ("(-inf, inf)", "?"),
        ("[0, inf)", "?"),
        ("(0.00000001, 100]", "> 0"),
        ("[0.00000001, 100]", "> 0"),
        ("[0, 99.99999999]", "< 100"),
        ("[99.99999999, 100]", "≥ 99.9"),
        ("[99.99999999, 99.999999991]", "99.9–<100"),
    ],
)
def test_an_interval_says_only_what_is_not_plain_from_what_is_possible(
    text: str, expected: str
) -> None:
    assert interval_text(interval(text), interval(POSSIBLE)) == expected


def test_an_interval_where_anything_is_possible() -> None:
    assert interval_text(interval("[0, 100]")) == "0.0–100.0"
    assert interval_text(interval("[0, inf)")) == "≥ 0.0"
    assert interval_text(Interval(None, None)) == "?"


def test_an_interval_is_told_from_landmarks_of_its_own() -> None:
    assert interval_text(interval("[79.97, 84.9999]"), landmarks=(80, 85)) == "79.9–84.9999"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("110.50", "110.5"),
        ("99.99999999", "99.99999999"),
        ("~4.25", "≈ 4.25"),
        ("[40, 42]", "40–42"),
        ("(88000, inf)", "> 88000"),
        ("[88000, inf)", "≥ 88000"),
        ("(-inf, -3)", "< -3"),
        ("~(-inf, -3]", "≈ ≤ -3"),
        ("(-inf, inf)", "?"),
    ],
)
def test_an_amount_has_all_its_digits(text: str, expected: str) -> None:
    assert amount_text(interval(text)) == expected


def test_what_is_no_whole_number_is_never_written_as_one() -> None:
    assert decimal_text(100 - Fraction(1, 3 * 10**16)) == "99.9999999999999999666666666667"
    assert decimal_text(Fraction(10**5000 + 1, 3)).startswith("33333")
