"""Quantities found again in running text, in three languages, and no other than these."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.numbers.printed import Passage
from scorecard.numbers.quantity import Form, Quantity, parse


def found(text: str, spelling: str) -> tuple[str, bool] | None:
    passage = Passage(text)
    spot = passage.find(parse(spelling))
    return spot and (passage.text[spot.start : spot.end], spot.same)


@pytest.mark.parametrize(
    ("text", "spelling", "printed"),
    [
        ("đạt 98,56%", "98.56", "98,56"),
        ("gần 20.000 hộ", "<~20000", "20.000"),
        ("ما يقرب من 20,000", "<~20000", "20,000"),
        ("trên 98%", ">98", "98"),
        ("more than 98 percent", ">98", "98"),
        ("بأكثر من ٨٥٪", ">85", "٨٥"),
        ("12 trên 18", "12/18", "12 trên 18"),
        ("12 of 18", "12/18", "12 of 18"),
        ("١٢ من ١٨", "12/18", "١٢ من ١٨"),
        ("12 chỉ tiêu trên tổng số 18", "12/18", "12 chỉ tiêu trên tổng số 18"),
        ("12 chỉ tiêu trên tổng số 18", "12", "12"),
        ("٩٨٫٥٦٪", "98.56", "٩٨٫٥٦"),
        ("từ 6,6 đến 6,8 %", "6.6..6.8", "6,6 đến 6,8"),
        ("6.6–6.8 per cent", "6.6..6.8", "6.6–6.8"),
        ("between 6.6 and 6.8", "6.6..6.8", "6.6 and 6.8"),
        ("98 and 99", "98", "98"),
        ("hơn một chút 98", ">~98", "98"),
        ("hơn 98 % một chút", ">~98", "98"),
        ("từ 95 % trở lên", ">=95", "95"),
        ("5 households or less", "<=5", "5"),
        ("≥ 95", ">=95", "95"),
        ("(>98)", ">98", "98"),
        ("~ 722.95", "~722.95", "722.95"),
        ("ước đạt 4,46%", "~4.46", "4,46"),
        ("ước đạt 4,46%", "4.46", "4,46"),
        ("2 triệu", "2000000", "2 triệu"),
        ("2 đến 3 triệu", "2000000..3000000", "2 đến 3 triệu"),
        ("12 nghìn tỷ đồng", "12000", "12 nghìn tỷ"),
        ("12 nghìn tỷ đồng", "12", "12 nghìn tỷ"),
        ("12 thousand thousand thousand", "12000000", "12 thousand thousand"),
        ("20 000 hộ", "20000", "20 000"),
        ("1.234.567,5", "1234567.5", "1.234.567,5"),
        ("1,234,567", "1234567", "1,234,567"),
        ("20.000", "20", "20.000"),
        ("giảm 2,5%", "-2.5", "2,5"),
        ("là −2,5%", "-2.5", "2,5"),
        ("50ha rừng, 30m2", "50", "50"),
        ("3tr đồng", "3000000", "3tr"),
        ("Three teams", "3", "Three"),
        ("ثلاثة فرق", "3", "ثلاثة"),
        ("tăng\n98\u00a0%", "98", "98"),
    ],
)
def test_it_is_found_as_it_is_said(text: str, spelling: str, printed: str) -> None:
    assert found(text, spelling) == (printed, True)


@pytest.mark.parametrize(
    ("text", "spelling", "printed"),
    [
        ("trên 98%", "98", "trên 98"),
        ("đạt 98 điểm", "~98", "98"),
        ("98 % trở lên", "98", "98 % trở lên"),
        ("12/18", "12", "12/18"),
        ("12/18", "18", "12/18"),
        ("1998-2025", "1998", "1998-2025"),
        ("6.6/6.8", "6.6..6.8", "6.6/6.8"),
    ],
)
def test_the_same_number_in_other_words_is_told(text: str, spelling: str, printed: str) -> None:
    assert found(text, spelling) == (printed, False)


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("", "98"),
        ("năm 1998", "98"),
        ("98,5", "98"),
        ("1998-2025", "98"),
        ("12/18", "12/19"),
        ("12. Có 18", "12/18"),
        ("12 and 18", "12..18"),
        ("18/01/2022", "18"),
        ("21.11.2025", "21"),
        ("Q98", "98"),
        ("98_a", "98"),
        ("a_98", "98"),
        ("98a", "98"),
        ("12-NQ/TW", "12"),
        ("COVID-19", "19"),
        ("-5", "5"),
        ("1.000.00", "1000"),
        ("0.125", "125"),
        ("1" * 101, "1"),
        (f"12 {'a' * 70} of 18", "12/18"),
        ("12-NQ of 18", "12/18"),
    ],
)
def test_what_is_no_such_number_is_not_found(text: str, spelling: str) -> None:
    assert found(text, spelling) is None


NUMBERS = st.one_of(
    st.integers(11, 10**9).map(Decimal),
    st.decimals("0.01", "99999.99", places=2),
)
SAID = {
    Form.EXACT: ("đạt {}", "was {}", "بلغ {}"),
    Form.ABOVE: ("hơn {}", "more than {}", "أكثر من {}"),
    Form.AT_LEAST: ("ít nhất {}", "at least {}", "ما لا يقل عن {}"),
    Form.BELOW: ("dưới {}", "less than {}", "أقل من {}"),
    Form.AT_MOST: ("không quá {}", "at most {}", "لا يزيد عن {}"),
    Form.ABOUT: ("khoảng {}", "about {}", "حوالي {}"),
    Form.NEARLY: ("gần {}", "nearly {}", "ما يقرب من {}"),
    Form.SOMEWHAT_OVER: ("hơn một chút {}", "a little over {}", "أكثر بقليل من {}"),
    Form.BETWEEN: ("từ {} đến {}", "between {} and {}", "{} إلى {}"),
    Form.SHARE: ("{} trên tổng số {}", "{} out of {}", "{} من أصل {}"),
}
AROUND = (("Toàn tỉnh", "hộ."), ("The province:", "homes."), ("في الإقليم", "أسرة."))
VIETNAMESE = str.maketrans(",.", ".,")
ARABIC = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")


def spelled(number: Decimal, language: int) -> str:
    text = f"{number:,f}"
    return (text.translate(VIETNAMESE), text, text.translate(ARABIC))[language]


QUANTITIES = st.builds(
    lambda form, one, two: (
        Quantity(form, min(one, two), max(one, two))
        if form in (Form.BETWEEN, Form.SHARE)
        else Quantity(form, one)
    ),
    st.sampled_from(list(SAID)),
    NUMBERS,
    NUMBERS,
)


def numbers(quantity: Quantity) -> list[Decimal]:
    return [each for each in (quantity.first, quantity.second) if each is not None]


def sentence(quantity: Quantity, language: int) -> str:
    printed = [spelled(each, language) for each in numbers(quantity)]
    before, behind = AROUND[language]
    return f"{before} {SAID[quantity.form][language].format(*printed)} {behind}"


@given(QUANTITIES, st.integers(0, 2))
def test_any_quantity_is_found_in_any_language(quantity: Quantity, language: int) -> None:
    spot = Passage(sentence(quantity, language)).find(quantity)
    assert spot is not None
    assert spot.same


@given(QUANTITIES, QUANTITIES, st.integers(0, 2))
def test_any_other_quantity_is_not(one: Quantity, other: Quantity, language: int) -> None:
    assume(one != other)
    # 1.234 may be both a thousand and one.
    doubtful = {each * times for each in numbers(one) for times in (1000, Decimal("0.001"))}
    assume(doubtful.isdisjoint(numbers(other)))
    spot = Passage(sentence(one, language)).find(other)
    assert spot is None or not spot.same
    assert spot is None or other.first in numbers(one)


@given(NUMBERS, NUMBERS, st.integers(0, 2))
def test_a_number_is_not_found_inside_of_another(
    one: Decimal, other: Decimal, language: int
) -> None:
    assume(other not in (one, one * 1000, one / 1000))
    text = sentence(Quantity(Form.EXACT, one), language)
    assert Passage(text).find(Quantity(Form.EXACT, other)) is None


@given(st.text(max_size=200), QUANTITIES)
def test_no_text_is_too_odd(text: str, quantity: Quantity) -> None:
    passage = Passage(text)
    spot = passage.find(quantity)
    assert spot is None or 0 <= spot.start < spot.end <= len(passage.text)
