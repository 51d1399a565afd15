"""Periods: what each spelling covers, which is the later, and which lies in which."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.i18n.sayings import told
from scorecard.numbers.period import Period, UnreadablePeriodError, before, contains, parse

JAN_2025 = 2025 * 12


@pytest.mark.parametrize(
    ("text", "start", "month", "months"),
    [
        ("2025", JAN_2025, 0, 12),
        ("2025-H1", JAN_2025, 0, 6),
        ("2025-H2", JAN_2025 + 6, 6, 6),
        ("2025-Q1", JAN_2025, 0, 3),
        ("2025-Q2", JAN_2025 + 3, 3, 3),
        ("2025-Q4", JAN_2025 + 9, 9, 3),
        ("2025-01", JAN_2025, 0, 1),
        ("2025-06", JAN_2025 + 5, 5, 1),
        ("2025-12", JAN_2025 + 11, 11, 1),
        ("2021/2025", 2021 * 12, 0, 60),
        ("2025/2025", JAN_2025, 0, 12),
        ("1000/1999", 12000, 0, 12000),
        ("1999-12/1999-12", 1999 * 12 + 11, 11, 1),
        ("2025-01/2025-09", JAN_2025, 0, 9),
        ("2025-11/2026-02", JAN_2025 + 10, 10, 4),
        ("2025-03/2025-03", JAN_2025 + 2, 2, 1),
        ("XXXX-H2", None, 6, 6),
        ("XXXX-Q3", None, 6, 3),
        ("XXXX-12", None, 11, 1),
        ("1000", 12000, 0, 12),
        ("9999", 9999 * 12, 0, 12),
    ],
)
def test_a_period_covers_whole_months(
    text: str, start: int | None, month: int, months: int
) -> None:
    period = parse(text)
    assert period == Period(text, start, month, months)
    assert period.end == (None if start is None else start + months)


NO_PERIOD = "this names no period"
BACKWARDS = "this period ends before it starts"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", NO_PERIOD),
        ("XXXX", NO_PERIOD),
        ("XXXX/2025", NO_PERIOD),
        ("25", NO_PERIOD),
        ("0999", NO_PERIOD),
        ("20250", NO_PERIOD),
        ("2025-H3", NO_PERIOD),
        ("2025-H0", NO_PERIOD),
        ("2025-Q5", NO_PERIOD),
        ("2025-00", NO_PERIOD),
        ("2025-13", NO_PERIOD),
        ("2025-6", NO_PERIOD),
        ("2025-06-30", NO_PERIOD),
        ("2025-h1", NO_PERIOD),
        ("2025-H1\n", NO_PERIOD),
        (" 2025", NO_PERIOD),
        ("2025-H1/2025-H2", NO_PERIOD),
        ("2025/2026-03", NO_PERIOD),
        ("٢٠٢٥", NO_PERIOD),
        ("2025/2021", BACKWARDS),
        ("2025-02/2025-01", BACKWARDS),
    ],
)
def test_text_that_names_no_period_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadablePeriodError) as caught:
        parse(text)
    assert told(caught.value.reason) == reason


LATEST_LAST = [
    "2021/2025",
    "2025",
    "2025-H2",
    "2025-Q4",
    "2025-12",
    "2026-01",
    "2025-11/2026-02",
    "2026-H1",
    "2026-01/2026-09",
    "2026",
]


def test_periods_are_ordered_by_their_end_and_then_the_longer_first() -> None:
    periods = [parse(text) for text in LATEST_LAST]
    for left, right in product(range(len(periods)), repeat=2):
        assert before(periods[left], periods[right]) is (left < right)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("XXXX-H1", "XXXX-H2", None),
        ("XXXX-H1", "2025-H1", None),
        ("2025-H1", "XXXX-H1", None),
        ("XXXX-H1", "XXXX-H1", False),
        ("2025", "2025/2025", False),
    ],
)
def test_the_order_is_open_where_a_year_is_not_stated(
    left: str, right: str, expected: bool | None
) -> None:
    assert before(parse(left), parse(right)) is expected


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("2025", "2025-H1", True),
        ("2025", "2025", True),
        ("2021/2025", "2025-12", True),
        ("2025", "2026-01", False),
        ("2025-H1", "2025", False),
        ("2025", "2024-12/2025-01", False),
        ("2025", "XXXX-H1", None),
        ("2025-H1", "XXXX-H1", None),
        ("2025-H1", "XXXX-H2", False),
        ("2025-11/2026-02", "XXXX-01", None),
        ("2025-11/2026-02", "XXXX-Q1", False),
        ("XXXX-H1", "2025-Q2", None),
        ("XXXX-H1", "2025", False),
        ("XXXX-H1", "XXXX-Q1", None),
        ("XXXX-H1", "XXXX-Q3", False),
    ],
)
def test_containment_of_known_and_unstated_years(
    outer: str, inner: str, expected: bool | None
) -> None:
    assert contains(parse(outer), parse(inner)) is expected


YEARS = range(2020, 2027)
PARTS = ["H1", "H2", "Q1", "Q2", "Q3", "Q4", *(f"{month:02}" for month in range(1, 13))]
YEAR = st.sampled_from(YEARS)
MONTH = st.builds("{}-{:02}".format, YEAR, st.integers(1, 12))
KNOWN = st.one_of(
    YEAR.map(str),
    st.builds("{}-{}".format, YEAR, st.sampled_from(PARTS)),
    st.lists(YEAR.map(str), min_size=2, max_size=2).map(sorted).map("/".join),
    st.lists(MONTH, min_size=2, max_size=2).map(sorted).map("/".join),
).map(parse)
UNSTATED = st.sampled_from(PARTS).map("XXXX-{}".format).map(parse)


def months(period: Period) -> Iterator[set[int]]:
    """The months that a period may be, one set for each year that it may be in."""
    for year in range(2018, 2029) if period.start is None else [period.start // 12]:
        first = year * 12 + period.month
        yield set(range(first, first + period.months))


@given(outer=KNOWN | UNSTATED, inner=KNOWN | UNSTATED)
def test_containment_is_decided_by_the_months(outer: Period, inner: Period) -> None:
    found = {small <= large for large in months(outer) for small in months(inner)}
    assert contains(outer, inner) is (None if len(found) == 2 else found.pop())


@given(left=KNOWN, right=KNOWN)
def test_the_order_of_known_years_is_decided_by_the_last_month_and_then_the_first(
    left: Period, right: Period
) -> None:
    (one,), (other,) = months(left), months(right)
    assert before(left, right) is ((max(one), min(one)) < (max(other), min(other)))
    assert len(one) == left.months


@given(period=KNOWN | UNSTATED)
def test_the_text_of_a_period_reads_as_the_same_period(period: Period) -> None:
    assert parse(period.text) == period
