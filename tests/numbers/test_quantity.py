"""Quantities: every spelling, what it reads as, and what is said of those that are none."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.i18n.sayings import told
from scorecard.numbers.interval import Interval
from scorecard.numbers.quantity import (
    DONE,
    NOT_DONE,
    Form,
    Quantity,
    UnreadableQuantityError,
    bounds,
    decimals,
    number,
    parse,
    spell,
    states,
)
from scorecard.numbers.wording import answer

ANY = Interval(None, None)
SHARE = Interval(Fraction(0), Fraction(100))


def about(text: str, side: int) -> Interval:
    return Interval(Fraction(text), Fraction(text), side, side, approximate=True)


def span(low: str | None, high: str | None, low_side: int = 0, high_side: int = 0, /) -> Interval:
    return Interval(
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        low_side,
        high_side,
    )


SPELLINGS = [
    # spelling, form, bounds without limits, bounds from 0 to 100
    ("98.56", Form.EXACT, span("98.56", "98.56"), span("98.56", "98.56")),
    ("-4.0", Form.EXACT, span("-4", "-4"), span("-4", "-4")),
    (">98", Form.ABOVE, span("98", None, 1), span("98", "100", 1)),
    (">=98", Form.AT_LEAST, span("98", None), span("98", "100")),
    ("<5", Form.BELOW, span(None, "5", 0, -1), span("0", "5", 0, -1)),
    ("<=5", Form.AT_MOST, span(None, "5"), span("0", "5")),
    ("<=500", Form.AT_MOST, span(None, "500"), span("0", "100")),
    ("~72.95", Form.ABOUT, about("72.95", 0), about("72.95", 0)),
    ("<~20000", Form.NEARLY, about("20000", -1), about("20000", -1)),
    ("<~100", Form.NEARLY, about("100", -1), about("100", -1)),
    (">~20", Form.SOMEWHAT_OVER, about("20", 1), about("20", 1)),
    ("6.6..6.8", Form.BETWEEN, span("6.6", "6.8"), span("6.6", "6.8")),
    ("-2..-1", Form.BETWEEN, span("-2", "-1"), span("-2", "-1")),
    ("90..120", Form.BETWEEN, span("90", "120"), span("90", "100")),
    ("0..0", Form.BETWEEN, span("0", "0"), span("0", "0")),
    ("12/18", Form.SHARE, span("12", "12"), span("12", "12")),
    ("-1..0.00", Form.BETWEEN, span("-1", "0"), span("0", "0")),
    ("0/18", Form.SHARE, span("0", "0"), span("0", "0")),
]


@pytest.mark.parametrize(
    ("text", "form", "unlimited", "limited"), SPELLINGS, ids=[row[0] for row in SPELLINGS]
)
def test_every_spelling_has_its_form_and_bounds_and_is_spelled_back(
    text: str, form: Form, unlimited: Interval, limited: Interval
) -> None:
    quantity = parse(text)
    assert quantity.form is form
    assert bounds(quantity, ANY, percent=False) == unlimited
    assert bounds(quantity, SHARE, percent=False) == limited
    assert spell(quantity) == text


@pytest.mark.parametrize(
    ("quantity", "value", "spelled"), [(DONE, "1", "true"), (NOT_DONE, "0", "false")]
)
def test_done_or_not_is_one_or_nought(quantity: Quantity, value: str, spelled: str) -> None:
    assert bounds(quantity, ANY, percent=False) == span(value, value)
    assert spell(quantity) == spelled


@pytest.mark.parametrize(
    ("text", "per_cent"),
    [("12/18", Fraction(200, 3)), ("0/7", Fraction(0)), ("7/7", Fraction(100)), ("1.5/2", 75)],
)
def test_a_share_is_exact_per_cent_of_its_second_number(text: str, per_cent: Fraction) -> None:
    share = bounds(parse(text), SHARE, percent=True)
    assert share == Interval(Fraction(per_cent), Fraction(per_cent))


def test_only_a_share_is_changed_where_the_unit_is_per_cent() -> None:
    assert bounds(parse("98.56"), SHARE, percent=True) == span("98.56", "98.56")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("174.34", span("174.34", "174.34")),
        (">100", span("100", None, 1)),
        ("<0", span(None, "0", 0, -1)),
    ],
)
def test_what_lies_beyond_the_limits_is_left_as_stated(text: str, expected: Interval) -> None:
    assert bounds(parse(text), SHARE, percent=False) == expected


@pytest.mark.parametrize(
    ("text", "digits"),
    [("98", 0), ("98.5", 1), ("98.50", 2), (">=7.125", 3), ("6.60..6.8", 2), ("-0.4", 1)],
)
def test_the_digits_after_the_mark_are_those_printed(text: str, digits: int) -> None:
    assert decimals(parse(text)) == digits


def test_a_number_written_with_an_exponent_has_no_digits_after_the_mark() -> None:
    assert decimals(Quantity(Form.EXACT, number("5E+6"))) == 0
    assert spell(Quantity(Form.EXACT, number("5E+6"))) == "5000000"


NO_QUANTITY = "this states no quantity"
ANY_SPELLING = 'write a number, or "98.56", ">98", "<=5", "~722.95", "<~20000", "6.6..6.8", "12/18"'
TOO_LONG = "more than 15 significant digits"
TOO_LARGE = "this is too large"
AS_PRINTED = "write the digits that the source prints"

ABSENT = 'leave it out, or write absent = "missing", "not-due" or "not-applicable" in its place'
ALL_DIGITS = "write all digits of the number, in the unit of its indicator"
IF_DOTTED = ", if the dot stands between thousands"

NO_ABOUT = 'a range does not say "about": write "{}" if it is surely within that, else wider ends'
ALL_DIGITS = "write all digits of the number, in the unit of its indicator"

UNREADABLE = [
    ("", NO_QUANTITY, 'leave it out, or write absent = "missing"'),
    *(
        (text, NO_QUANTITY, ABSENT)
        for text in ("n/a", "-", "…", "N/A ", "Không có số liệu", "missing")
    ),
    ("not yet due", NO_QUANTITY, 'write absent = "not-due" in its place'),
    ("chưa đến hạn", NO_QUANTITY, 'write absent = "not-due" in its place'),
    ("not-applicable", NO_QUANTITY, 'write absent = "not-applicable" in its place'),
    *((text, NO_QUANTITY, "write true or false, without quotes") for text in ("yes", "Có", "true")),
    ("12 of 18", NO_QUANTITY, 'write "12/18"'),
    ("900 trên tổng số 1.200 nhà", NO_QUANTITY, 'write "900/1200"'),
    ("từ 6,6 đến 6,8", NO_QUANTITY, 'write "6.6..6.8"'),
    ("between 6.6% and 6.8%", NO_QUANTITY, 'write "6.6..6.8"'),
    ("1500-1600", NO_QUANTITY, 'write "1500..1600"'),
    ("98% trở lên", NO_QUANTITY, 'write ">=98"'),
    ("5 or less", NO_QUANTITY, 'write "<=5"'),
    ("không dưới 98 %", NO_QUANTITY, 'write ">=98"'),
    ("xấp xỉ 1.500 nhà", NO_QUANTITY, 'write "~1500"'),
    ("1.250,5 ha", NO_QUANTITY, 'write "1250.5"'),
    (unicodedata.normalize("NFD", "dưới 5 %"), NO_QUANTITY, 'write "<5"'),
    ("12/18 xã", NO_QUANTITY, 'write "12/18"'),
    ("7 m2", NO_QUANTITY, 'write "7"'),
    *(
        (text, NO_QUANTITY, ALL_DIGITS)
        for text in ("2 triệu", "1,5 nghìn tỷ đồng", "3k", "2 million")
    ),
    ("3 tỷ lệ", NO_QUANTITY, ALL_DIGITS),
    (">", NO_QUANTITY, ANY_SPELLING),
    ("more than 98", NO_QUANTITY, 'write ">98"'),
    (">98..99", NO_QUANTITY, ANY_SPELLING),
    ("~12/18", NO_QUANTITY, ANY_SPELLING),
    ("1e5", NO_QUANTITY, ANY_SPELLING),
    (".5", NO_QUANTITY, ANY_SPELLING),
    ("+5", NO_QUANTITY, ANY_SPELLING),
    ("5.000.000", NO_QUANTITY, 'write "5000000"'),
    (
        "20,000",
        NO_QUANTITY,
        'write "20000", or "20.000" if the comma is a decimal mark',
    ),
    ("gần 20.000", NO_QUANTITY, 'write "<~20000"'),
    ("hơn 98 %", NO_QUANTITY, 'write ">98"'),
    ("1.234,5", NO_QUANTITY, 'write "1234.5"'),
    ("98\n", NO_QUANTITY, 'write "98"'),
    ("98 %", NO_QUANTITY, 'write "98"'),
    ("> 98", NO_QUANTITY, 'write ">98"'),
    ("≥98", NO_QUANTITY, 'write ">=98"'),
    ("≤ 5%", NO_QUANTITY, 'write "<=5"'),
    ("91,2", NO_QUANTITY, 'write "91.2"'),
    ("-91,25", NO_QUANTITY, 'write "-91.25"'),
    ("−3", NO_QUANTITY, 'write "-3"'),
    ("6.6–6.8", NO_QUANTITY, 'write "6.6..6.8"'),
    ("khoảng 5 – 6", NO_QUANTITY, NO_ABOUT.format("5..6")),
    ("ước 18% đến 20%", NO_QUANTITY, NO_ABOUT.format("18..20")),
    ("about 2 to 3 million", NO_QUANTITY, ALL_DIGITS),
    ("từ 5 – 6", NO_QUANTITY, 'write "5..6"'),
    ("12 / 18", NO_QUANTITY, 'write "12/18"'),
    ("5_000_000", NO_QUANTITY, 'write "5000000"'),
    ("٧٤٪", NO_QUANTITY, 'write "74"'),
    ("７４", NO_QUANTITY, 'write "74"'),
    ("5..0.900", "the range runs backwards", 'write the smaller number first: "0.900..5"'),
    ("5.0..1.600", "the range runs backwards", 'write the smaller number first: "1.600..5.0"'),
    ("1500..1.600", "the range runs backwards", f'write "1500..1600"{IF_DOTTED}'),
    ("1500..1.400", "the range runs backwards", 'write the smaller number first: "1.400..1500"'),
    (
        "1500.5..1.600",
        "the range runs backwards",
        'write the smaller number first: "1.600..1500.5"',
    ),
    ("80..70", "the range runs backwards", 'write the smaller number first: "70..80"'),
    (
        "0.0000002..0.0000001",
        "the range runs backwards",
        'write the smaller number first: "0.0000001..0.0000002"',
    ),
    ("5/0", "a share of 0 is no share", "the number below the stroke must be above 0"),
    (
        "3/-0.0000001",
        "a share of -0.0000001 is no share",
        "the number below the stroke must be above 0",
    ),
    ("1234567890123456", TOO_LONG, AS_PRINTED),
    ("0.1234567890123456", TOO_LONG, AS_PRINTED),
    ("1.00000000000000001", TOO_LONG, AS_PRINTED),
    ("6.6..1234567890.123456", TOO_LONG, AS_PRINTED),
    ("9" * 4301, "more than 100 characters", AS_PRINTED),
    ("9" * 4301 + "%", NO_QUANTITY, ANY_SPELLING),
    ("1" + "0" * 31, TOO_LARGE, "give a number with at most 31 digits before its point"),
    ("-1" + "0" * 31, TOO_LARGE, "give a number with at most 31 digits before its point"),
    ("0.0000000000000001", "this is 0, or closer to 0 than is kept", "write 0"),
    ("0.0000000000000000", "this is 0, or closer to 0 than is kept", "write 0"),
    ("1.0000000000000000", "more than 15 decimals", AS_PRINTED),
    ("9" * 16 + "%", NO_QUANTITY, ANY_SPELLING),
    ("=20,000", NO_QUANTITY, ANY_SPELLING),
    ("80–70", NO_QUANTITY, ANY_SPELLING),
]


@pytest.mark.parametrize(
    ("text", "reason", "hint"), UNREADABLE, ids=[row[0][:24] for row in UNREADABLE]
)
def test_text_that_states_no_quantity_is_refused_with_a_hint(
    text: str, reason: str, hint: str
) -> None:
    with pytest.raises(UnreadableQuantityError) as caught:
        parse(text)
    assert told(caught.value.reason) == reason
    assert told(caught.value.hint) == hint


WORDED = [
    # what a report says, how that is spelt where it is sure, and what is counted in it
    ("đạt 18%", "18", "%"),
    ("đạt >98 %", ">98", "%"),
    ("đạt 20.000", "20000", ""),
    ("đạt 12/18 chỉ tiêu", "12/18", "chỉ tiêu"),
    ("reached 18%", "18", "%"),
    ("từ 18-20%", "18..20", "%"),
    ("khoảng 18-20%", "", "%"),
    ("đạt khoảng 18 – 20 %", "", "%"),
    ("đạt từ 18 – 20 %", "18..20", "%"),
    ("từ 18% đến 20%", "18..20", "%"),
    ("18-20%", "", "%"),
    ("xấp xỉ 1.250 ngày công", "~1250", "ngày công"),
    ("ước đạt 98,5%", "~98.5", "%"),
    ("ước khoảng 98", "~98", ""),
    ("ước đạt trên 98%", "", ""),
    ("không đạt 95%", "", ""),
    ("28,5 triệu", "28.5", "triệu"),
    ("2-3 triệu", "", "triệu"),
    ("2 triệu đến 3 triệu", "", ""),
    ("1.200 m2", "", "m2"),
    ("120 m2", "120", "m2"),
    ("đạt 98% kế hoạch", "98", "% kế hoạch"),
]


@pytest.mark.parametrize(("text", "meant", "counted"), WORDED)
def test_what_a_report_words_is_understood_as_far_as_it_is_sure(
    text: str, meant: str, counted: str
) -> None:
    with pytest.raises(UnreadableQuantityError) as caught:
        parse(text)
    assert (caught.value.meant, caught.value.counted) == (meant, counted)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1e31", TOO_LARGE),
        ("-1e1000000", TOO_LARGE),
        ("1e99999999999999999999", TOO_LARGE),
        ("0e31", "this is 0 with an exponent that is too large"),
        ("0e99999999999999999999", "this is 0 with an exponent that is too large"),
        ("1e-16", "this is 0, or closer to 0 than is kept"),
        ("1e-99999999999999999999", "this is 0, or closer to 0 than is kept"),
    ],
)
def test_any_exponent_that_is_out_of_reach_is_told_as_that(text: str, reason: str) -> None:
    with pytest.raises(UnreadableQuantityError) as caught:
        number(text)
    assert told(caught.value.reason) == reason


@given(
    st.text(alphabet="0123456789.,-<>=~/% _≥–٧", max_size=24)
    | st.lists(
        st.sampled_from(
            ["12", "1.500", "6,6", "%", " ", "of", "trên", "đến", "-", "hơn", "xã", "or more"]
        )
    ).map("".join)
)
def test_what_a_hint_says_to_write_is_a_quantity(text: str) -> None:
    try:
        parse(text)
    except UnreadableQuantityError as error:
        for written in re.findall(r'(?:write|or|first:) "([^"]*[0-9])"', told(error.hint)):
            assert states(written)


@pytest.mark.parametrize("text", ["nan", "-nan", "sNaN", "inf", "-inf"])
def test_infinity_and_nan_are_no_numbers(text: str) -> None:
    with pytest.raises(UnreadableQuantityError) as caught:
        number(text)
    assert told(caught.value.reason) == "infinity and not-a-number are no figures"
    assert told(caught.value.hint) == 'leave it out, or write absent = "missing"'


@pytest.mark.parametrize(
    "text",
    ["999999999999999", "0.999999999999999", "1" + "0" * 30, "100000.50", "-0.000000000000001"],
)
def test_numbers_of_up_to_15_digits_are_kept_as_printed(text: str) -> None:
    assert spell(parse(text)) == text


PRINTED = st.from_regex(
    r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?", fullmatch=True, alphabet=st.characters(codec="ascii")
)
SIGNED = st.tuples(st.sampled_from(["", ">", ">=", "<", "<=", "~", "<~", ">~"]), PRINTED).map(
    "".join
)
RANGES = st.lists(PRINTED, min_size=2, max_size=2).map(
    lambda two: "..".join(sorted(two, key=Decimal))
)
SHARES = st.tuples(PRINTED, PRINTED.filter(lambda text: Decimal(text) > 0)).map("/".join)
TEXTS = SIGNED | RANGES | SHARES


@given(text=TEXTS)
def test_what_is_parsed_is_spelled_as_it_was(text: str) -> None:
    assert spell(parse(text)) == text
    assert parse(spell(parse(text))) == parse(text)


@given(text=TEXTS)
def test_bounds_hold_the_number_or_end_at_it_on_the_side_that_is_known(text: str) -> None:
    quantity = parse(text)
    stated = bounds(quantity, ANY, percent=False)
    point = Fraction(quantity.first)
    side = {Form.ABOVE: 1, Form.SOMEWHAT_OVER: 1, Form.BELOW: -1, Form.NEARLY: -1}.get(
        quantity.form
    )
    if side is None:
        assert point in stated
    else:
        assert point not in stated
        assert (point, side) in [(stated.low, stated.low_side), (stated.high, stated.high_side)]
    assert stated.approximate is (quantity.form in {Form.ABOUT, Form.NEARLY, Form.SOMEWHAT_OVER})


@given(text=TEXTS, value=PRINTED)
def test_limits_take_away_only_what_lies_beyond_them(text: str, value: str) -> None:
    quantity = parse(text)
    stated = bounds(quantity, ANY, percent=False)
    cut = bounds(quantity, SHARE, percent=False)
    if Fraction(value) in SHARE:
        assert (Fraction(value) in cut) == (Fraction(value) in stated)
    elif Fraction(value) in cut:
        assert cut == stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có", "true"),
        ("ĐẠT", "true"),
        ("hoàn thành", "true"),
        ("yes", "true"),
        ("true", "true"),
        ("نعم", "true"),
        ("Không", "false"),
        ("chưa đạt", "false"),
        ("not done", "false"),
        ("لا", "false"),
        ("có thể", ""),
        ("1", ""),
        ("", ""),
    ],
)
def test_answers_are_read_in_every_language(text: str, expected: str) -> None:
    assert answer(text) == expected
    assert answer(unicodedata.normalize("NFD", text)) == expected
