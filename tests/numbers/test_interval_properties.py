"""Intervals: what arithmetic and comparisons say holds for every number inside them."""

from collections.abc import Callable
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.numbers.interval import (
    Interval,
    above,
    at_least,
    between,
    held,
    high_end,
    inside,
    low_end,
    minus,
    overlap,
    times,
    total,
    within,
)

FAR = Fraction(10**6)


class Point(NamedTuple):
    """A number and how many infinitely small steps it lies above it; so points have an order."""

    number: Fraction
    steps: int | Fraction = 0


def holds(interval: Interval, point: Point) -> bool:
    side = (point.steps > 0) - (point.steps < 0)
    return low_end(interval) <= (0, point.number, side) <= high_end(interval)


def spans(interval: Interval, number: Fraction) -> bool:
    """Whether a number is between the ends, on whichever side of them: a sum keeps few sides."""
    above = interval.low is None or interval.low <= number
    return above and (interval.high is None or number <= interval.high)


def ends(interval: Interval) -> list[Point]:
    """Both ends; in the place of one without a bound a number beyond all that are drawn."""
    return [
        Point(-FAR) if interval.low is None else Point(interval.low, interval.low_side),
        Point(FAR) if interval.high is None else Point(interval.high, interval.high_side),
    ]


def hull(one: Interval, other: Interval) -> Interval:
    return between(
        min(low_end(one), low_end(other)),
        max(high_end(one), high_end(other)),
        approximate=one.approximate,
    )


def sideless(interval: Interval) -> Interval:
    return interval._replace(low_side=0, high_side=0)


def covers(wide: Interval, narrow: Interval) -> bool:
    return low_end(wide) <= low_end(narrow) and high_end(narrow) <= high_end(wide)


# Few numbers, so that ends meet often.
NUMBERS = st.integers(-3, 3).map(Fraction) | st.fractions(-3, 3, max_denominator=3)
SIDES = st.sampled_from([-1, 0, 1])


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted([(draw(NUMBERS), draw(SIDES)), (draw(NUMBERS), draw(SIDES))])
    return between(
        (draw(st.sampled_from([-1, 0, 0])), *low),
        (draw(st.sampled_from([1, 0, 0])), *high),
        approximate=draw(st.booleans()),
    )


def points(interval: Interval) -> st.SearchStrategy[Point]:
    low, high = ends(interval)
    number = st.fractions(low.number, high.number, max_denominator=6)
    anywhere = st.builds(Point, number, st.integers(-2, 2))
    return st.sampled_from([low, high]) | anywhere.filter(lambda point: holds(interval, point))


@st.composite
def intervals_with_points(draw: st.DrawFn) -> tuple[Interval, Point]:
    interval = draw(intervals())
    return interval, draw(points(interval))


INSIDE = intervals_with_points()


@given(parts=st.lists(INSIDE, max_size=3))
def test_a_total_holds_the_sum_of_any_numbers_inside(parts: list[tuple[Interval, Point]]) -> None:
    result = total(interval for interval, _ in parts)
    number = sum((point.number for _, point in parts), Fraction(0))
    assert spans(result, number)
    assert result.approximate == any(interval.approximate for interval, _ in parts)


@given(groups=st.lists(st.lists(intervals(), max_size=4), max_size=4))
def test_a_total_of_groups_is_that_of_all_their_parts(groups: list[list[Interval]]) -> None:
    assert total(map(total, groups)) == total(chain.from_iterable(groups))


@given(left=INSIDE, right=INSIDE)
def test_a_difference_holds_the_difference_of_any_numbers_inside(
    left: tuple[Interval, Point], right: tuple[Interval, Point]
) -> None:
    (one, (a, _)), (other, (b, _)) = left, right
    assert spans(minus(one, other), a - b)


@given(part=INSIDE, factor=NUMBERS)
def test_a_product_holds_the_product_of_any_number_inside(
    part: tuple[Interval, Point], factor: Fraction
) -> None:
    interval, (number, steps) = part
    assert holds(times(interval, factor), Point(number * factor, steps * factor))


@given(part=INSIDE, floor=NUMBERS, ceiling=NUMBERS)
def test_what_is_held_holds_any_number_moved_to_the_floor_or_the_ceiling(
    part: tuple[Interval, Point], floor: Fraction, ceiling: Fraction
) -> None:
    assume(floor <= ceiling)
    interval, point = part
    assert holds(held(interval, floor, ceiling), min(max(point, Point(floor)), Point(ceiling)))


@given(part=INSIDE, limits=intervals())
def test_what_is_within_limits_holds_any_number_that_is_and_no_other(
    part: tuple[Interval, Point], limits: Interval
) -> None:
    interval, point = part
    result = within(interval, limits)
    if overlap(interval, limits):
        assert holds(result, point) == holds(limits, point)
    else:
        assert result == interval


WIDENED: dict[str, Callable[[Interval, Interval, Fraction], Interval]] = {
    "total": lambda interval, other, _: total([interval, other]),
    "times": lambda interval, _, number: times(interval, number),
    "minus": lambda interval, other, _: minus(interval, other),
    "taken from": lambda interval, other, _: minus(other, interval),
    "held": lambda interval, _, number: held(interval, number, number + 1),
}


@pytest.mark.parametrize("operation", WIDENED.values(), ids=WIDENED)
@given(narrow=intervals(), extra=intervals(), other=intervals(), number=NUMBERS)
def test_wider_figures_never_give_a_narrower_result(
    operation: Callable[[Interval, Interval, Fraction], Interval],
    narrow: Interval,
    extra: Interval,
    other: Interval,
    number: Fraction,
) -> None:
    wide = hull(narrow, extra)
    found, within_it = operation(wide, other, number), operation(narrow, other, number)
    assert covers(sideless(found), sideless(within_it))
    if overlap(narrow, other):
        assert covers(within(wide, other), within(narrow, other))


def decided(outcomes: set[bool]) -> bool | None:
    return next(iter(outcomes)) if len(outcomes) == 1 else None


@given(left=INSIDE, right=INSIDE)
def test_comparisons_are_decided_exactly_where_all_pairs_of_numbers_agree(
    left: tuple[Interval, Point], right: tuple[Interval, Point]
) -> None:
    pairs = [(a, b) for a in ends(left[0]) for b in ends(right[0])]
    sign = [
        Point(point.number, (point.steps > 0) - (point.steps < 0)) for _, point in (left, right)
    ]
    pairs.append((sign[0], sign[1]))
    assert above(left[0], right[0]) is decided({a > b for a, b in pairs})
    assert at_least(left[0], right[0]) is decided({a >= b for a, b in pairs})


@given(part=INSIDE, limits=intervals())
def test_inside_and_overlap_are_decided_exactly_where_all_numbers_agree(
    part: tuple[Interval, Point], limits: Interval
) -> None:
    interval, point = part
    known = [point, *(end for end in ends(interval) + ends(limits) if holds(interval, end))]
    outcomes = {holds(limits, number) for number in known}
    assert inside(interval, limits) is decided(outcomes)
    assert overlap(interval, limits) is (True in outcomes)
