"""Intervals of exact numbers, and what is sure about them."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

_ZERO = Fraction(0)

End = tuple[int, Fraction, int]
"""An end of an interval, in the order of ends: -1 or 1 where it has no bound, else 0; the
number; and the side of it, -1 or 1, on which the end lies, or 0 at it."""


class Interval(NamedTuple):
    """All numbers from `low` to `high`; None is an end without a bound.

    A side says on which side of its number an end lies: 0 at it, 1 just above, -1 just below.
    So the low end of "more than 98" is 98 with side 1, and both ends of "nearly 20,000" are
    20,000 with side -1. An approximate interval decides at its ends all the same, and carries
    the mark on into everything that is computed from it.
    """

    low: Fraction | None
    high: Fraction | None
    low_side: int = 0
    high_side: int = 0
    approximate: bool = False

    @property
    def exact(self) -> bool:
        """Whether this is one number, known exactly."""
        return self.low is not None and self == Interval(self.low, self.low)

    def __contains__(self, number: object) -> bool:
        return isinstance(number, Fraction) and inside(exactly(number), self) is True


def low_end(interval: Interval) -> End:
    """Return the low end."""
    return (-1, _ZERO, 0) if interval.low is None else (0, interval.low, interval.low_side)


def high_end(interval: Interval) -> End:
    """Return the high end."""
    return (1, _ZERO, 0) if interval.high is None else (0, interval.high, interval.high_side)


def between(low: End, high: End, *, approximate: bool = False) -> Interval:
    """Return the interval with these ends."""
    return Interval(
        None if low[0] else low[1], None if high[0] else high[1], low[2], high[2], approximate
    )


def exactly(number: Fraction | int) -> Interval:
    """Return the interval that holds just this number."""
    fraction = number if isinstance(number, Fraction) else Fraction(number)
    return Interval(fraction, fraction)


def order(left: Fraction, right: Fraction) -> int:
    """Return 1 where left > right, -1 where left < right, else 0."""
    # What `<` of two fractions does, without asking what kinds of numbers they are.
    crossed = left.numerator * right.denominator - right.numerator * left.denominator
    return (crossed > 0) - (crossed < 0)


def above(left: Interval, right: Interval) -> bool | None:
    """Whether left > right: surely (True), surely not (False), or not decided (None)."""
    if left.low is not None and right.high is not None:
        apart = order(left.low, right.high) or left.low_side - right.high_side
        if apart > 0:
            return True
    if left.high is None or right.low is None:
        return None
    apart = order(left.high, right.low) or left.high_side - right.low_side
    return None if apart > 0 else False


def at_least(left: Interval, right: Interval) -> bool | None:
    """Whether left >= right: surely (True), surely not (False), or not decided (None)."""
    below = above(right, left)
    return None if below is None else not below


def added(numbers: Sequence[Fraction]) -> Fraction:
    """Return the sum of numbers."""
    # One common denominator is found at once; adding one by one would look for it each time.
    numerators, denominator = over_one(numbers)
    return Fraction(sum(numerators), denominator)


def over_one(numbers: Sequence[Fraction]) -> tuple[list[int], int]:
    """Return numbers as numerators over one denominator, the least that will do."""
    denominators = [number.denominator for number in numbers]
    common = lcm(*denominators)
    pairs = zip(numbers, denominators, strict=True)
    return [number.numerator * (common // denominator) for number, denominator in pairs], common


def total(intervals: Iterable[Interval]) -> Interval:
    """Return the interval of the sum of one number from each; 0 where there are none."""
    single: list[Fraction] = []
    lows: list[Fraction | None] = []
    highs: list[Fraction | None] = []
    low_sides: set[int] = set()
    high_sides: set[int] = set()
    approximate = False
    for low, high, low_side, high_side, mark in intervals:
        if low is high and low is not None:
            single.append(low)
        else:
            lows.append(low)
            highs.append(high)
        low_sides.add(low_side)
        high_sides.add(high_side)
        approximate |= mark
    known = added(single)
    # Where ends pull both ways, the wider side is the one that says no more than is known.
    low_side = next((side for side in (-1, 1) if side in low_sides), 0)
    high_side = next((side for side in (1, -1) if side in high_sides), 0)
    if not lows:
        return Interval(known, known, low_side, high_side, approximate)
    found = Interval(_more(known, lows), _more(known, highs), low_side, high_side)
    return between(low_end(found), high_end(found), approximate=approximate)


def _more(known: Fraction, ends: Iterable[Fraction | None]) -> Fraction | None:
    """Return a sum with ends added to it; None where one of them has no bound."""
    bounded: list[Fraction] = []
    for end in ends:
        if end is None:
            return None
        bounded.append(end)
    return added((known, *bounded))


def times(interval: Interval, factor: Fraction | int) -> Interval:
    """Return every number of the interval multiplied by the factor."""
    low, high, low_side, high_side, approximate = interval
    sign = factor.numerator
    if sign == 0:
        return Interval(_ZERO, _ZERO, approximate=approximate)
    # An interval of one number is one number ever after, and that is computed once.
    least = None if low is None else product(low, factor)
    most = least if low is high else None if high is None else product(high, factor)
    if sign > 0:
        return Interval(least, most, low_side, high_side, approximate)
    return Interval(most, least, -high_side, -low_side, approximate)


def product(left: Fraction, right: Fraction | int) -> Fraction:
    """Return left times right."""
    # What `*` of two fractions does, in half the time.
    return Fraction(left.numerator * right.numerator, left.denominator * right.denominator)


def minus(left: Interval, right: Interval) -> Interval:
    """Return the interval of a number of the left less a number of the right."""
    return total((left, times(right, -1)))


def held(interval: Interval, floor: Fraction, ceiling: Fraction) -> Interval:
    """Return the interval with each number below the floor or above the ceiling moved to it."""
    if _lies_in(interval, Interval(floor, ceiling)):
        return interval
    low, high = (
        min(max(end, (0, floor, 0)), (0, ceiling, 0))
        for end in (low_end(interval), high_end(interval))
    )
    return between(low, high, approximate=interval.approximate)


def within(interval: Interval, limits: Interval) -> Interval:
    """Return the part of the interval inside the limits; the interval itself where none is."""
    if _lies_in(interval, limits):
        return interval
    low, high = max(low_end(interval), low_end(limits)), min(high_end(interval), high_end(limits))
    if low > high:
        return interval
    return between(low, high, approximate=interval.approximate)


def _lies_in(interval: Interval, limits: Interval) -> bool:
    """Whether an interval with two bounds is surely inside limits, so that nothing is cut off."""
    low, high, low_side, high_side, _ = interval
    if low is None or high is None:
        return False
    if limits.low is not None and (order(low, limits.low) or low_side - limits.low_side) < 0:
        return False
    return limits.high is None or ((order(high, limits.high) or high_side - limits.high_side) <= 0)


def overlap(left: Interval, right: Interval) -> bool:
    """Whether some number may lie in both."""
    return max(low_end(left), low_end(right)) <= min(high_end(left), high_end(right))


def inside(interval: Interval, limits: Interval) -> bool | None:
    """Whether a number of the interval lies within the limits: surely, surely not, or None."""
    if low_end(limits) <= low_end(interval) and high_end(interval) <= high_end(limits):
        return True
    return None if overlap(interval, limits) else False
