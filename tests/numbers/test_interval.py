"""Intervals: exact results, sides and marks, and what bounds decide."""

from fractions import Fraction

import pytest

from scorecard.numbers.interval import (
    Interval,
    above,
    at_least,
    exactly,
    held,
    minus,
    times,
    total,
    within,
)


def interval(
    low: int | None,
    high: int | None,
    low_side: int = 0,
    high_side: int = 0,
    approximate: bool = False,
) -> Interval:
    return Interval(
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        low_side,
        high_side,
        approximate,
    )


OVER_98 = interval(98, None, 1)
UP_TO_5 = interval(None, 5)
NEARLY_20 = interval(20, 20, -1, -1, approximate=True)
SOMEWHAT_OVER_20 = interval(20, 20, 1, 1, approximate=True)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (total([]), exactly(0)),
        (total([exactly(Fraction(1, 10)), exactly(Fraction(2, 10))]), exactly(Fraction(3, 10))),
        (total([OVER_98, exactly(2)]), interval(100, None, 1)),
        (total([OVER_98, UP_TO_5]), interval(None, None)),
        (total([NEARLY_20, exactly(1)]), interval(21, 21, -1, -1, approximate=True)),
        (total([NEARLY_20, SOMEWHAT_OVER_20]), interval(40, 40, approximate=True)),
        (times(OVER_98, 2), interval(196, None, 1)),
        (times(OVER_98, -1), interval(None, -98, 0, -1)),
        (times(OVER_98, 0), exactly(0)),
        (times(NEARLY_20, 0), interval(0, 0, approximate=True)),
        (times(NEARLY_20, Fraction(1, 20)), interval(1, 1, -1, -1, approximate=True)),
        (minus(exactly(100), OVER_98), interval(None, 2, 0, -1)),
        (minus(NEARLY_20, NEARLY_20), interval(0, 0, approximate=True)),
        (held(OVER_98, Fraction(0), Fraction(100)), interval(98, 100, 1)),
        (held(UP_TO_5, Fraction(0), Fraction(1)), interval(0, 1)),
        (held(OVER_98, Fraction(0), Fraction(1)), exactly(1)),
        (held(NEARLY_20, Fraction(0), Fraction(20)), NEARLY_20),
        (within(OVER_98, interval(0, 100)), interval(98, 100, 1)),
        (within(UP_TO_5, interval(0, None)), interval(0, 5)),
        (within(exactly(174), interval(0, 100)), exactly(174)),
        (within(interval(100, None, 1), interval(0, 100)), interval(100, None, 1)),
    ],
)
def test_the_arithmetic_is_exact_and_keeps_sides_and_marks(
    result: Interval, expected: Interval
) -> None:
    assert result == expected


@pytest.mark.parametrize(
    ("left", "right", "is_above", "is_at_least"),
    [
        (exactly(99), exactly(98), True, True),
        (exactly(98), exactly(98), False, True),
        (exactly(97), exactly(98), False, False),
        (OVER_98, exactly(98), True, True),
        (exactly(98), OVER_98, False, False),
        (OVER_98, exactly(100), None, None),
        (interval(98, None), exactly(98), None, True),
        (interval(None, 98), exactly(98), False, None),
        (NEARLY_20, exactly(20), False, False),
        (SOMEWHAT_OVER_20, exactly(20), True, True),
        (NEARLY_20, NEARLY_20, False, True),
        (interval(None, None), UP_TO_5, None, None),
    ],
)
def test_comparisons_say_only_what_the_bounds_decide(
    left: Interval, right: Interval, is_above: bool | None, is_at_least: bool | None
) -> None:
    assert above(left, right) is is_above
    assert at_least(left, right) is is_at_least


@pytest.mark.parametrize(
    ("candidate", "exact"),
    [
        (exactly(3), True),
        (interval(3, 4), False),
        (interval(3, None), False),
        (UP_TO_5, False),
        (NEARLY_20, False),
        (interval(3, 3, approximate=True), False),
    ],
)
def test_only_one_number_without_a_mark_is_exact(candidate: Interval, exact: bool) -> None:
    assert candidate.exact is exact


def test_an_open_end_is_not_in_the_interval() -> None:
    assert Fraction(98) not in OVER_98
    assert Fraction(9801, 100) in OVER_98
    assert Fraction(5) in UP_TO_5
    assert Fraction(20) not in NEARLY_20
