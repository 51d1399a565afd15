"""What one cell states: digits kept, nothing guessed, every doubt named."""

import datetime as dt
from decimal import Decimal

import pytest

from scorecard.importers.cells import Cell, Value
from scorecard.importers.numbers import Absent, Amount, Doubt, Reading, Wanted, amount

VIETNAMESE = Reading(".", "missing", "formatted", "stored")
PLAIN, PERCENT, ANSWER = Wanted(), Wanted(percent=True), Wanted(answer=True)


def number(text: str, format_: str = "General") -> Cell:
    return Cell(Decimal(text), format_)


def test_nothing_is_missing() -> None:
    assert amount(None, PLAIN, VIETNAMESE) == Absent("missing")
    assert amount(Cell(" "), PLAIN, VIETNAMESE) == Absent("missing")


NUMBERS = [
    # value, format, wanted, percent, digits, and what it states
    ("12", "General", PLAIN, "formatted", "stored", "12"),
    ("1234.5", "#,##0", PLAIN, "formatted", "stored", "1234.5"),
    ("1234.5", "#,##0", PLAIN, "formatted", "shown", "1235"),
    ("1234.5", "General", PLAIN, "formatted", "shown", "1234.5"),
    ("0.131", "0.0%", PERCENT, "formatted", "stored", "13.1"),
    ("0.13149", "0.0%", PERCENT, "formatted", "shown", "13.1"),
    ("0.131", "0.0%", PERCENT, "stored", "stored", "0.131"),
    ("0.5", "0%", PERCENT, "formatted", "stored", "50"),
    ("97.6", '0.0"%"', PERCENT, "formatted", "stored", "97.6"),
    ("-1.25", "0.00;[Red]-0.00", PLAIN, "formatted", "shown", "-1.25"),
    ("0.5", "0.0", PERCENT, "formatted", "stored", "0.5"),
    # What is no row of decimals is as it is stored: a fraction, a power of ten, thousands.
    ("0.5", "# ?/?", PLAIN, "formatted", "shown", "0.5"),
    ("0.000123", "0.00E+00", PLAIN, "formatted", "shown", "0.000123"),
    ("1234567", "#,##0.0,", PLAIN, "formatted", "shown", "1234567"),
    # The section is that of the sign, or of the first condition that holds.
    ("-5.25", "0;-0.00", PLAIN, "formatted", "shown", "-5.25"),
    ("-0.05", "0;-0.0%", PERCENT, "formatted", "stored", "-5"),
    ("0", "0.0;-0.0;0", PLAIN, "formatted", "shown", "0"),
    ("0", "0.0;-0.00", PLAIN, "formatted", "shown", "0.0"),
    ("-5.25", "0.0", PLAIN, "formatted", "shown", "-5.3"),
    ("5.25", "[>=100]0;0.00", PLAIN, "formatted", "shown", "5.25"),
    ("525.25", "[Red][>=100]0;0.00", PLAIN, "formatted", "shown", "525"),
    ("5.25", "[<1]0.0%;0", PERCENT, "formatted", "shown", "5"),
    ("0.25", "[<1]0.0%;0", PERCENT, "formatted", "shown", "25.0"),
    ("5.25", "[<1]0;[<10]0.0;0.00", PLAIN, "formatted", "shown", "5.3"),
    ("50.25", "[<1]0;[<10]0.0;0.00", PLAIN, "formatted", "shown", "50.25"),
    ("50.25", "[<1]0", PLAIN, "formatted", "shown", "50"),
    ("5.25", "@", PLAIN, "formatted", "shown", "5.25"),
    ("5.25", "*0 0.0", PLAIN, "formatted", "shown", "5.3"),
    (
        "12345678901234",
        "0.000000000000000",
        PLAIN,
        "formatted",
        "shown",
        f"12345678901234.{'0' * 15}",
    ),
]


@pytest.mark.parametrize(("value", "format_", "wanted", "percent", "digits", "said"), NUMBERS)
def test_a_number_is_what_the_map_says(
    value: str, format_: str, wanted: Wanted, percent: str, digits: str, said: str
) -> None:
    reading = VIETNAMESE._replace(
        percent="stored" if percent == "stored" else "formatted",
        digits="shown" if digits == "shown" else "stored",
    )
    assert amount(number(value, format_), wanted, reading) == said


TEXTS = [
    # text, thousands, wanted, and what it states: a code is a doubt
    ("1.420,75", ".", PLAIN, "1420.75"),
    ("97,6", ".", PLAIN, "97.6"),
    ("2.900", ".", PLAIN, "2900"),
    ("1,420.75", ",", PLAIN, "1420.75"),
    ("1.420", ",", PLAIN, "1.420"),
    ("97.6", ".", PLAIN, "SC014"),
    ("1.420", "", PLAIN, "SC014"),
    ("1.42", "", PLAIN, "1.42"),
    ("1,42", "", PLAIN, "1.42"),
    ("1.420,75", "", PLAIN, "SC014"),
    ("0.420", "", PLAIN, "0.420"),
    ("trên 98%", ".", PERCENT, ">98"),
    ("trên 98%", ".", PLAIN, "SC015"),
    ("98,5 %", ".", PERCENT, "98.5"),
    ("gần 20.000", ".", PLAIN, "<~20000"),
    ("≥95", ".", PLAIN, ">=95"),
    ("12/19", ".", PLAIN, "12/19"),
    ("5-6", ".", PLAIN, "SC011"),
    ("đang thực hiện", ".", PLAIN, "SC011"),
    ("Có", ".", ANSWER, "true"),
    ("Không đạt", ".", ANSWER, "false"),
    ("chưa rõ", ".", ANSWER, "SC011"),
    ("=1+1", ".", PLAIN, "SC011"),
    ("9" * 400, ".", PLAIN, "SC011"),
    ("đạt 18%", ".", PERCENT, "18"),
    ("từ 18-20%", ".", PERCENT, "18..20"),
    ("khoảng 18-20%", ".", PERCENT, "SC011"),
    ("đạt 98% kế hoạch", ".", PERCENT, "SC011"),
    ("xấp xỉ 1.300 ngày công", ".", Wanted(unit="Ngày công"), "~1300"),
    ("xấp xỉ 300 ngày công", ".", PLAIN, "SC011"),
    ("28,5 triệu", ".", Wanted(unit={"vi": "Triệu đồng", "en": "million dong"}), "28.5"),
    ("28,5 triệu", ".", Wanted(unit="tỷ đồng"), "SC011"),
]


def code_or(stated: Amount) -> str:
    if isinstance(stated, Doubt):
        return stated.code
    return stated if isinstance(stated, str) else stated.kind


@pytest.mark.parametrize(("text", "thousands", "wanted", "said"), TEXTS)
def test_a_text_is_a_number_only_where_it_is_sure(
    text: str, thousands: str, wanted: Wanted, said: str
) -> None:
    assert code_or(amount(Cell(text), wanted, VIETNAMESE._replace(thousands=thousands))) == said


def test_a_dash_is_what_the_map_says() -> None:
    said = [
        code_or(amount(Cell("–"), PLAIN, VIETNAMESE._replace(dash="zero"))),
        code_or(amount(Cell("-"), PLAIN, VIETNAMESE._replace(dash="missing"))),
        code_or(amount(Cell("—"), PLAIN, VIETNAMESE._replace(dash="not-applicable"))),
    ]
    assert said == ["0", "missing", "not-applicable"]


DOUBTS: list[tuple[Cell, Wanted, Doubt]] = [
    (Cell("#REF!", error="#REF!"), PLAIN, Doubt("SC010", {"text": "#REF!"})),
    (Cell(None, unsolved=True), PLAIN, Doubt("SC012", {})),
    (Cell(value=True), PLAIN, Doubt("SC011", {"text": "TRUE", "hint": ""})),
    (number("0.131", "0.0%"), PLAIN, Doubt("SC015", {"text": "13.1 %"})),
    (number("0.152"), PERCENT, Doubt("SC016", {"text": "0.152", "times": "15.2"})),
    (
        number("0.95"),
        PERCENT._replace(near=Decimal(98)),
        Doubt("SC016", {"text": "0.95", "times": "95"}),
    ),
    (number("1.5E+300"), PLAIN, Doubt("SC011", {"text": "1.5e+300", "hint": ""})),
    (number("1.5E+300", "0.00"), PLAIN, Doubt("SC011", {"text": "1.5e+300", "hint": ""})),
    (number("1E-300"), PLAIN, Doubt("SC011", {"text": "1e-300", "hint": ""})),
    (Cell("5-6"), PLAIN, Doubt("SC011", {"text": "5-6", "hint": 'write "5..6"'})),
]


@pytest.mark.parametrize(("cell", "wanted", "doubt"), DOUBTS)
def test_a_doubt_says_what_it_is_about(cell: Cell, wanted: Wanted, doubt: Doubt) -> None:
    assert amount(cell, wanted, VIETNAMESE) == doubt
    assert amount(cell, wanted, VIETNAMESE._replace(digits="shown")) == doubt


def test_a_format_of_any_length_is_survived() -> None:
    cell = number("5.25", f"0.{'0' * 100_000}")
    shown = f"5.25{'0' * 28}"
    said = amount(cell, PLAIN, VIETNAMESE._replace(digits="shown"))
    assert said == Doubt("SC011", {"text": shown, "hint": ""})


@pytest.mark.parametrize(
    ("value", "near"), [("0.95", "1"), ("1.5", "98"), ("0.5", "0"), ("0.95", "0.9")]
)
def test_a_small_share_is_taken_where_nothing_speaks_against_it(value: str, near: str) -> None:
    assert amount(number(value), PERCENT._replace(near=Decimal(near)), VIETNAMESE) == value


PER_CENT = [
    # value, what it is compared with, up to where it is said to go, and what it may be
    ("976", "96", None, "97.6"),
    ("1250", "12", None, "12.5"),
    ("9760", "98", None, "97.6"),
    (">976", "96", None, "97.6"),
    ("1250", None, None, "12.5"),
    ("12500", None, None, "12.5"),
    ("1250", "0", None, "12.5"),
    ("1250", "100", None, "125"),
    ("1250", "100", "2000", None),
    ("1250", "400", None, None),
    ("700", None, None, None),
    ("120", "96", None, None),
    ("1200/1300", "96", None, None),
]


@pytest.mark.parametrize(("value", "near", "most", "less"), PER_CENT)
def test_too_many_per_cent_are_doubted_where_they_fit_without_a_slip(
    value: str, near: str | None, most: str | None, less: str | None
) -> None:
    cell = number(value) if value.isdigit() else Cell(value)
    most_of_it = Decimal(most) if most else None
    wanted = PERCENT._replace(near=Decimal(near) if near else None, most=most_of_it)
    doubt = Doubt("SC019", {"text": value, "less": less})
    assert amount(cell, wanted, VIETNAMESE) == (doubt if less else value)


def test_true_is_an_answer() -> None:
    assert amount(Cell(value=True), ANSWER, VIETNAMESE) == "true"


@pytest.mark.parametrize(
    ("day", "guess"),
    [
        (dt.date(2026, 12, 19), "19/12 or 12/19"),
        (dt.date(2026, 6, 5), "5/6 or 6/5"),
        (dt.date(2026, 6, 6), "6/6"),
        (dt.date(2019, 12, 1), "1/12 or 12/1 or 12/19"),
        (dt.date(1919, 12, 1), "1/12 or 12/1 or 12/19"),
    ],
)
def test_a_date_says_what_may_have_been_typed(day: Value, guess: str) -> None:
    stated = amount(Cell(day), PLAIN, VIETNAMESE)
    assert isinstance(stated, Doubt)
    assert (stated.code, stated.arguments["guess"]) == ("SC013", guess)
