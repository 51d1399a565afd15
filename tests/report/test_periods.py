"""Periods and numbers as each language says them."""

from datetime import date

import pytest

from scorecard.i18n import Words
from scorecard.numbers.period import parse
from scorecard.report.periods import period_text

PERIODS = [
    ("2026", "2026", "năm 2026"),
    ("2026-H1", "2026-H1", "6 tháng đầu năm 2026"),
    ("2026-H2", "2026-H2", "6 tháng cuối năm 2026"),
    ("2026-01/2026-06", "2026-H1", "6 tháng đầu năm 2026"),
    ("2026-Q3", "2026-Q3", "quý III năm 2026"),
    ("2026-06", "2026-06", "tháng 6 năm 2026"),
    ("2026-01/2026-09", "2026-01/2026-09", "9 tháng đầu năm 2026"),
    ("2026-02/2026-11", "2026-02/2026-11", "từ tháng 2 năm 2026 đến tháng 11 năm 2026"),
    ("2025-10/2026-03", "2025-10/2026-03", "từ tháng 10 năm 2025 đến tháng 3 năm 2026"),
    ("2021/2025", "2021/2025", "giai đoạn 2021–2025"),
    ("XXXX-H1", "XXXX-H1 (year not stated)", "6 tháng đầu năm … (không rõ năm)"),
]


@pytest.mark.parametrize(("text", "english", "vietnamese"), PERIODS)
def test_a_period_is_said_in_words(text: str, english: str, vietnamese: str) -> None:
    assert period_text(parse(text), Words("en")) == english
    assert period_text(parse(text), Words("vi")) == vietnamese


NUMBERS = [
    ("61.9", "61.9", "61,9"),
    ("12630", "12,630", "12.630"),
    ("1250000.50", "1,250,000.50", "1.250.000,50"),
    ("≥ 431000", "≥ 431,000", "≥ 431.000"),
    ("358660/405424", "358,660/405,424", "358.660/405.424"),
    (">68.4–89.1", ">68.4–89.1", ">68,4–89,1"),
    ("-0.25", "-0.25", "-0,25"),
    ("88.465409…", "88.465409…", "88,465409…"),
    ("0.0001", "0.0001", "0,0001"),
    ("999", "999", "999"),
]


@pytest.mark.parametrize(("text", "english", "vietnamese"), NUMBERS)
def test_a_number_is_written_as_the_language_does(text: str, english: str, vietnamese: str) -> None:
    assert Words("en").number(text) == english
    assert Words("vi").number(text) == vietnamese
    assert Words("ar").number(text) == english


def test_numbers_and_days_are_written_as_unicode_has_them() -> None:
    dates = pytest.importorskip("babel.dates")
    numbers = pytest.importorskip("babel.numbers")
    # Arabic with Latin digits is written as in the Emirates.
    for language, locale in (("en", "en"), ("vi", "vi"), ("ar", "ar_AE")):
        words = Words(language)
        for number in ("0", "999", "1000", "61.9", "12630", "1250000.5", "-0.25"):
            text = numbers.format_decimal(number, locale=locale).replace("\u200e", "")
            assert words.number(number) == text, language
    day = date(2026, 6, 3)
    assert Words("en").date(day) == "2026-06-03"
    for language, locale in (("vi", "vi"), ("ar", "ar_AE")):
        order = dates.get_date_format("short", locale).pattern.replace("\u200f", "")
        longer = order.replace("yy", "y").replace("d", "03").replace("M", "06").replace("y", "2026")
        assert Words(language).date(day) == longer
