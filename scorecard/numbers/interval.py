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
    number = Fraction(number)
    return Interval(number, number)


def above(left: Interval, right: Interval) -> bool | None:
    """Whether left > right: surely (True), surely not (False), or not decided (None)."""
    if low_end(left) > high_end(right):
        return True
    # Ends without a bound decide nothing.
    open_ = left.high is None or right.low is None
    return None if open_ or high_end(left) > low_end(right) else False


def at_least(left: Interval, right: Interval) -> bool | None:
    """Whether left >= right: surely (True), surely not (False), or not decided (None)."""
    below = above(right, left)
    return None if below is None else not below


def total(intervals: Iterable[Interval]) -> Interval:
    """Return the interval of the sum of one number from each; 0 where there are none.

    A sum of points keeps the side that all its approximate parts have; any other sum has open
    ends where a part has them.
    """
    parts = list(intervals)
    low = _sum([part.low for part in parts])
    high = low if all(part.low is part.high for part in parts) else _sum([p.high for p in parts])
    approximate = any(part.approximate for part in parts)
    if low is not None and (low is high or low == high):
        sides = {part.low_side for part in parts if part.approximate}
        side = sides.pop() if len(sides) == 1 else 0
        return Interval(low, high, side, side, approximate)
    spans = [part for part in parts if part.low is None or part.low != part.high]
    low_side = max((part.low_side for part in spans if low is not None), default=0)
    high_side = min((part.high_side for part in spans if high is not None), default=0)
    return Interval(low, high, max(low_side, 0), min(high_side, 0), approximate)


def _sum(ends: Sequence[Fraction | None]) -> Fraction | None:
    known = [end for end in ends if end is not None]
    return summed(known) if len(known) == len(ends) else None


def summed(numbers: Iterable[Fraction]) -> Fraction:
    """Return the sum of numbers, which are brought to one denominator together: that is quicker."""
    numerators: dict[int, int] = {}
    for number in numbers:
        numerator, denominator = number.as_integer_ratio()
        numerators[denominator] = numerators.get(denominator, 0) + numerator
    common = lcm(*numerators)
    return Fraction(sum(common // below * above for below, above in numerators.items()), common)


def times(interval: Interval, factor: Fraction | int) -> Interval:
    """Return every number of the interval multiplied by the factor."""
    low, high, low_side, high_side, approximate = interval
    sign = factor.numerator
    if sign == 0:
        return Interval(_ZERO, _ZERO, approximate=approximate)
    point = low is high
    low = None if low is None else low * factor
    high = low if point else None if high is None else high * factor
    if sign > 0:
        return Interval(low, high, low_side, high_side, approximate)
    return Interval(high, low, -high_side, -low_side, approximate)


def minus(left: Interval, right: Interval) -> Interval:
    """Return the interval of a number of the left less a number of the right."""
    return total((left, times(right, -1)))


def held(interval: Interval, floor: Fraction, ceiling: Fraction) -> Interval:
    """Return the interval with each number below the floor or above the ceiling moved to it."""
    least, most = (0, floor, 0), (0, ceiling, 0)
    first, last = low_end(interval), high_end(interval)
    low = min(max(first, least), most)
    high = low if first == last else min(max(last, least), most)
    return between(low, high, approximate=interval.approximate)


def within(interval: Interval, limits: Interval) -> Interval:
    """Return the part of the interval inside the limits; the interval itself where none is."""
    low, high = max(low_end(interval), low_end(limits)), min(high_end(interval), high_end(limits))
    if low > high:
        return interval
    return between(low, high, approximate=interval.approximate)


def overlap(left: Interval, right: Interval) -> bool:
    """Whether some number may lie in both."""
    return max(low_end(left), low_end(right)) <= min(high_end(left), high_end(right))


def inside(interval: Interval, limits: Interval) -> bool | None:
    """Whether a number of the interval lies within the limits: surely, surely not, or None."""
    if low_end(limits) <= low_end(interval) and high_end(interval) <= high_end(limits):
        return True
    return None if overlap(interval, limits) else False
