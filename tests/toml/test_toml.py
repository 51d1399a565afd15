"""TOML as data: every digit that is printed, and where a text is no TOML."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.toml import data as toml


def numbers(value: object) -> object:
    """The data with each number as its text."""
    match value:
        case dict():
            return {key: numbers(inner) for key, inner in value.items()}
        case list():
            return [numbers(inner) for inner in value]
    return str(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("a = 98.56", {"a": "98.56"}),
        ("a = 98.50", {"a": "98.50"}),
        ("a = 100.00 # 1.0", {"a": "100.00"}),
        ("a = -0.10", {"a": "-0.10"}),
        ("a = +1_000.50", {"a": "1000.50"}),
        ("a = 5e6", {"a": "5E+6"}),
        ("a = 1.50E-2", {"a": "0.0150"}),
        ("a = 1234567890.123456", {"a": "1234567890.123456"}),
        ("a = 0.12345678901234567890", {"a": "0.12345678901234567890"}),
        ("a = 9007199254740993.0", {"a": "9007199254740993.0"}),
        ("a = 5_000_000", {"a": "5000000"}),
        ("a = 9007199254740993", {"a": "9007199254740993"}),
        ("a = 0x1F\nb = 1.10", {"a": "31", "b": "1.10"}),
        ("a = 1e-99999999999999999999", {"a": "0E-1000021"}),
        ("a = [inf, -inf, nan, 2.50]", {"a": ["inf", "-inf", "nan", "2.50"]}),
        ("a = '1.50'\nb = 2.20", {"a": "1.50", "b": "2.20"}),
        (
            "a = '1.420.750 on 30.06.2020, 1__0.50, 1_.50, 1.5e_0, 1e5_'\nb = 2.20",
            {"a": "1.420.750 on 30.06.2020, 1__0.50, 1_.50, 1.5e_0, 1e5_", "b": "2.20"},
        ),
        (
            "[a.b]\nc.d = [1.0, 2.10, {e = 3.00}]\n[[f]]\n[[f]]\ng = 4.40",
            {"a": {"b": {"c": {"d": ["1.0", "2.10", {"e": "3.00"}]}}}, "f": [{}, {"g": "4.40"}]},
        ),
    ],
)
def test_numbers_keep_the_digits_that_the_text_prints(text: str, expected: object) -> None:
    assert numbers(toml.parse(text)) == expected


def test_other_values_keep_their_kinds() -> None:
    text = 'a = true\nb = "1.50"\nc = 2025-11-21\nd = [1.50]\ne = 7\nf = 1.5'
    assert toml.parse(text) == {
        "a": True,
        "b": "1.50",
        "c": date(2025, 11, 21),
        "d": [Decimal("1.50")],
        "e": 7,
        "f": 1.5,
    }


@given(st.from_regex(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}(e-?[0-9]{1,2})?", fullmatch=True))
def test_a_decimal_has_the_value_and_the_digits_of_its_text(printed: str) -> None:
    printed = printed.strip()
    data = toml.parse(f"a = {printed}")
    assert isinstance(data, dict)
    assert Decimal(str(data["a"])).as_tuple() == Decimal(printed).as_tuple()


@given(st.from_regex(r"[0-9][0-9._eE+-]{0,12}0", fullmatch=True))
@example("1.420.750")
@example("1E1000000")
@example("1E-1000000")
def test_a_text_of_digits_stays_one(text: str) -> None:
    assert toml.parse(f'a = 1.50\nb = "{text}"') == {"a": Decimal("1.50"), "b": text}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a = 1\na = 2", "SC104", (6, 7)),
        ("[a]\n[a]", "SC104", (5, 6)),
        ("b.c = 1\nb = 2", "SC104", (8, 9)),
        ("a = {b = 1, b = 2}", "SC104", (12, 13)),
        ("tên = 1", "SC103", (0, 3)),
        ('t = "Bằng" x', "SC103", (11, 12)),
        ("a = 1\r\nb = 1,2", "SC103", (11, 14)),
        ("a =", "SC103", (2, 3)),
        ("a = 2025-02-30", "SC103", (4, 14)),
        ("a = " + "9" * 4301, "SC103", (4, 4305)),
        ("a = " + "[" * 5000, "SC109", (36, 37)),
        ("\n".join(f"k{number} = 1" for number in range(20_001)), "SC108", None),
    ],
)
def test_a_text_that_is_no_toml_is_a_finding_at_its_place(
    text: str, code: str, place: tuple[int, int] | None
) -> None:
    found = toml.parse(text)
    assert isinstance(found, tuple)
    assert [(each.code, each.place) for each in found] == [(code, place)]
    assert found[0].message.startswith("this ")


@given(st.text("[]{}=.,#'\"\\-+_eE0123456789abxT: \n\r\téáº“”%~>/<|;", max_size=40))
def test_any_text_is_data_or_findings_inside_it(text: str) -> None:
    found = toml.parse(text)
    if isinstance(found, tuple):
        assert found
        for each in found:
            assert each.place is not None
            assert 0 <= each.place[0] <= each.place[1] <= len(text)
