"""Values that are written in another way: what they mean, and how that is written."""

import re

import pytest
import rtoml
from hypothesis import given
from hypothesis import strategies as st

from scorecard.numbers.quantity import parse, states
from scorecard.toml.coaching.fault import shortened
from scorecard.toml.coaching.spelling import QUOTES, misspelled, readable

LARGE = "give a number with at most 31 digits before its point"
AS_PRINTED = "write the digits that the source prints"
MORE = "write the number alone, in the unit of its indicator; or quotes around a text"

NUMBERS = {
    "91,2": "91.2",
    "-0,5": "-0.5",
    "+1,5": "1.5",
    "1.234.567": "1_234_567 or 1234567",
    "1.234,56": "1234.56",
    "1.234.567,8": "1234567.8",
    "1,234,567.8": "1234567.8",
    "1 234": "1_234 or 1234",
    "1 234 567,8": "1234567.8",
    "1'234": "1_234 or 1234",
    "1’234": "1_234 or 1234",
    "95%": "95",
    "95 %": "95",
    "٩٥٫٥٪": "95.5",
    "١٬٢٣٤٬٥٦٧": "1_234_567 or 1234567",
    "۱۲": "12",
    "９１．２": "91.2",
    "−5": "-5",
    "–5": "-5",
    ".5": "0.5",
    "5.": "5",
    "5,": "5",
    "0,50": "0.50",
    "007,5": "7.5",
    "007": '7, or "007" where it is a code',
    "٠٧": '7, or "07" where it is a code',
    "20,000": "20.000 where it is a decimal comma, 20000 where it parts thousands",
    "1_000_": "1000",
}


@pytest.mark.parametrize(("value", "right"), NUMBERS.items())
def test_a_number_is_written_right(value: str, right: str) -> None:
    reason, hint = misspelled(value, "value")
    assert reason.startswith(f"{value} has ")
    assert hint == f"write {right}"
    first = right.split(maxsplit=1)[0].rstrip(",")
    assert readable(first)
    assert parse(first.replace("_", "")) is not None


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("91,2%", "a percent sign and a decimal comma"),
        ("1.234,5", "dots between its thousands and a decimal comma"),
        ("1,234", "a comma"),
        ("٧٤", "Arabic-Indic digits"),
        ("۷۴", "Persian digits"),
        ("７４", "full-width digits"),
        ("९", "other digits"),
        ("٧۴", "Arabic-Indic digits and Persian digits"),
        ("−7", "a minus sign that is none of ASCII's"),
        ("9" * 30, "more than 15 significant digits"),
    ],
)
def test_what_is_wrong_with_a_number_is_said_in_full(value: str, reason: str) -> None:
    assert misspelled(value, "value")[0] == f"{value} has {reason}"


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("30/06/2026", "2026-06-30"),
        ("30-06-2026", "2026-06-30"),
        ("30.6.2026", "2026-06-30"),
        ("1/2/2026", "2026-02-01"),
        ("06/30/2026", "2026-06-30"),
        ("2026/06/30", "2026-06-30"),
        ("2026-6-30", "2026-06-30"),
        ("٣٠/٠٦/٢٠٢٦", "2026-06-30"),
    ],
)
def test_a_date_is_written_year_first(value: str, right: str) -> None:
    expected = f"{value} is no date as it is written here", f"write {right}"
    assert misspelled(value, "published") == expected


@pytest.mark.parametrize("value", ["2026-02-30", "31/04/2026", "99.99.2026"])
def test_a_day_that_is_in_no_calendar_is_not_made_up(value: str) -> None:
    reason, hint = misspelled(value, "published")
    assert reason == f"{value} is no day of the calendar"
    assert hint == "check the day and the month against the source"


@pytest.mark.parametrize(
    ("value", "key", "reason", "hint"),
    [
        ("True", "a", "is no value", "write true"),
        ("có", "a", "is no value", "write true"),
        ("no", "a", "is no value", "write false"),
        ("Không", "a", "is no value", "write false"),
        (
            "n/a",
            "a",
            "is no value",
            'leave the key out, or write absent = "missing" in a figure',
        ),
        ("missing", "papi", "is no value", 'write { absent = "missing" }'),
        (
            "missing",
            "value",
            "is no value",
            'write absent = "missing" in place of value = missing',
        ),
        ("not-due", "absent", "needs quotes", 'write "not-due"'),
        ("~20", "value", "needs quotes", 'write "~20"'),
        (">=98", "value", "needs quotes", 'write ">=98"'),
        ("≤ 5 %", "value", "needs quotes", 'write "<=5"'),
        ("6.6–6.8", "value", "needs quotes", 'write "6.6..6.8"'),
        ("12/18", "value", "needs quotes", 'write "12/18"'),
        ("2025-Q1", "period", "needs quotes", 'write "2025-Q1"'),
        ("đúng hạn", "note", "needs quotes", 'write "đúng hạn"'),
        ("C:\\data", "note", "needs quotes", r'write "C:\\data"'),
        (
            "98 tỷ",
            "value",
            "is more than a number",
            "write the number alone, in the unit of its indicator; or quotes around a text",
        ),
    ],
)
def test_a_word_is_told_by_what_it_may_mean(value: str, key: str, reason: str, hint: str) -> None:
    assert misspelled(value, key) == (f"{value} {reason}", hint)


@pytest.mark.parametrize(
    ("value", "quotes"),
    [("“Huế”", "“ ”"), ("„Huế“", "„ “"), ("‘Huế’", "‘ ’"), ("＂Huế＂", "＂"), ("“Huế", "“")],
)
def test_quotes_of_another_kind_are_made_straight(value: str, quotes: str) -> None:
    assert misspelled(value, "name") == (f"{quotes} are no straight quotes", 'write "Huế"')


@pytest.mark.parametrize(
    ("value", "reason", "hint"),
    [
        ("1e400", "is too large", LARGE),
        ("-1e400", "is too large", LARGE),
        ("1e99999999999999999999", "is too large", LARGE),
        ("9" * 32, "is too large", LARGE),
        ("1_" + "0" * 32 + "_", "is too large", LARGE),
        ("1" + ".000" * 11, "is too large", LARGE),
        ("1" + ".000" * 1900, "has more than 100 characters", AS_PRINTED),
        ("1_" + "0" * 5000 + ".5", "has more than 100 characters", AS_PRINTED),
        ("1," + "0" * 20, "has more than 15 decimals", AS_PRINTED),
        ("0,12345678901234567", "has more than 15 significant digits", AS_PRINTED),
        ("<" + "9" * 5000, "is more than a number", MORE),
        ("+-5", "has more than one sign", "keep one of them"),
        ("–+5", "has more than one sign", "keep one of them"),
    ],
)
def test_a_number_that_is_not_kept_is_told_as_that(value: str, reason: str, hint: str) -> None:
    assert misspelled(value, "value") == (f"{shortened(value)} {reason}", hint)


WRITE = re.compile(r"write (?P<right>\"(?:[^\"\\]|\\.)*\"|[-+]?[0-9][0-9_.]*)")


@given(
    value=st.one_of(
        st.text(alphabet="0123456789.,-+<>=~/%_ e'’≥≤–−٧９", min_size=1, max_size=12),
        st.text(alphabet='01a.\\"é “”<-', min_size=1, max_size=60),
        st.from_regex(r"[-+<>]{0,2}[0-9]{1,40}([.,_ ][0-9]{1,3}){0,40}[%.,]?", fullmatch=True),
    )
)
def test_what_a_hint_says_to_write_is_accepted(value: str) -> None:
    value = value.strip()
    if not value or readable(value):
        return
    hint = misspelled(value, "value")[1]
    for right in WRITE.findall(hint):
        content = rtoml.loads(f"a = {right}")["a"]
        # Curly quotes make a text of what they stand around.
        curly = value[0] in QUOTES or value[-1] in QUOTES
        if not curly and re.match(r"[-+<>=~]*[0-9]", str(content)):
            assert states(str(content))


def test_a_long_value_is_quoted_in_part() -> None:
    reason, hint = misspelled("x" * 10**6, "a")
    assert reason == "x" * 39 + "… needs quotes"
    assert hint == 'write "' + "x" * 39 + '…"'
