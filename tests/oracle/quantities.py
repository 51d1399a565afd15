"""What a file states, as exact ends: a second reading, that owes nothing to the program's own.

An end is a number and a shift: -1 is just below it, 1 just above it, 0 at it. So "more than 98"
begins at (98, 1), and "nearly 20000" is the point (20000, -1): whatever is asked of an end (a
target, an edge, a rank) is answered by comparing two pairs.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

INFINITE = float("inf")

End = tuple[Fraction | float, int]
"""A number, or an infinity, and a shift of -1, 0 or 1."""

ONE_SIDED = {">", ">=", "<", "<="}

SHOWN = ("low", "high", "low_open", "high_open", "approximate", "side")


@dataclass(frozen=True)
class Interval:
    """All values from one end to the other."""

    low: End
    high: End
    approximate: bool = False

    @property
    def ends(self) -> tuple[End, End]:
        return self.low, self.high

    @property
    def side(self) -> str | None:
        """Where a point lies from its number: "below", "above", or None."""
        return {-1: "below", 1: "above"}.get(self.low[1]) if self.low == self.high else None

    def shown(self, times: Fraction | int = 1) -> dict[str, object]:
        """Return the keys that a file of JSON has for an interval."""
        ends = [None if abs(n) == INFINITE else n * times for n, _ in (self.low, self.high)]
        opens = [shift != 0 and self.side is None for _, shift in (self.low, self.high)]
        return dict(zip(SHOWN, (*ends, *opens, self.approximate, self.side), strict=True))


UNBOUNDED = Interval((-INFINITE, 0), (INFINITE, 0))


@dataclass(frozen=True)
class Quantity:
    """A stated quantity, before it is cut to any limits."""

    bounds: Interval
    sign: str = ""
    """"", or ">", ">=", "<", "<=", "~", "<~", ">~", "..", "/", or "?" for done or not."""
    numbers: tuple[Fraction, ...] = ()
    percent: bool = False

    @property
    def empty(self) -> bool:
        """Whether it is 0 of 0."""
        return self.sign == "/" and not any(self.numbers)

    @property
    def whole(self) -> Fraction | None:
        """The whole that it is a part of."""
        if self.sign != "/":
            return None
        return Fraction(100) if self.percent else self.numbers[1]


def point(number: Fraction | float, shift: int = 0, *, approximate: bool = False) -> Interval:
    return Interval((number, shift), (number, shift), approximate)


def between(low: End, high: End, *, approximate: bool = False) -> Interval:
    """Return what lies between two ends; a side is of a point alone, so width has none."""
    if low == high:
        return Interval(low, high, approximate)
    return Interval((low[0], max(low[1], 0)), (high[0], min(high[1], 0)), approximate)


def scaled(of: Interval, times: Fraction | int, plus: Fraction | int = 0) -> Interval:
    """Return an interval times a number that is not 0, plus another."""
    turn = 1 if times > 0 else -1
    low, high = (((n * times + plus), shift * turn) for n, shift in (of.low, of.high)[::turn])
    return Interval(low, high, of.approximate)


def held(of: Interval, floor: End, top: End) -> Interval:
    low, high = (min(max(end, floor), top) for end in (of.low, of.high))
    return Interval(low, high, of.approximate)


def total(of: Iterable[Interval]) -> Interval:
    """Return a sum: a point keeps the side that all its approximate terms have."""
    terms = list(of)
    approximate = any(term.approximate for term in terms)
    low, high = (sum((end[0] for end in ends), Fraction(0)) for ends in _ends(terms))
    if all(term.low == term.high for term in terms):
        sides = {term.low[1] for term in terms if term.approximate}
        return point(low, sides.pop() if len(sides) == 1 else 0, approximate=approximate)
    wide = [term for term in terms if term.side is None]
    lows, highs = _ends(wide)
    shifts = max(shift for _, shift in lows), min(shift for _, shift in highs)
    return Interval((low, shifts[0]), (high, shifts[1]), approximate)


def _ends(terms: Iterable[Interval]) -> tuple[list[End], list[End]]:
    return [term.low for term in terms], [term.high for term in terms]


_NUMBER = r"-?\d+(?:\.\d+)?"
_SPELLING = re.compile(rf"(<~|>~|~|<=|>=|<|>)?\s*({_NUMBER})(?:\s*(\.\.|/)\s*({_NUMBER}))?")


def read(stated: object, *, percent: bool = False) -> Quantity:
    """Return what a value, target or baseline of a file states; `percent` reads n/d as a share."""
    if isinstance(stated, int | Decimal):
        sign = "?" if isinstance(stated, bool) else ""
        return Quantity(point(Fraction(stated)), sign, (Fraction(stated),))
    found = _SPELLING.fullmatch(str(stated).removesuffix("%").strip())
    assert found, f"{stated!r} is no quantity"
    sign, link = found[1] or "", found[3]
    numbers = tuple(Fraction(text) for text in (found[2], found[4]) if text)
    first = numbers[0]
    if link == "..":
        return Quantity(Interval((first, 0), (numbers[1], 0)), link, numbers)
    if link == "/":
        share = 100 * first / numbers[1] if percent and numbers[1] else first
        return Quantity(point(share), link, numbers, percent)
    shift = {"<": -1, ">": 1}.get(sign.rstrip("~"), 0)
    if sign in ONE_SIDED:
        start = (first, shift) if ">" in sign else (-INFINITE, 0)
        end = (first, shift) if "<" in sign else (INFINITE, 0)
        return Quantity(Interval(start, end), sign, numbers)
    return Quantity(point(first, shift, approximate="~" in sign), sign, numbers)


def cut(quantity: Quantity, limits: Interval) -> Interval | None:
    """Return the bounds within limits: what is one-sided is cut, all else has to fit (or None)."""
    low, high = quantity.bounds.low, quantity.bounds.high
    if quantity.sign in ONE_SIDED:
        low, high = max(low, limits.low), min(high, limits.high)
        return Interval(low, high) if low <= high else None
    return quantity.bounds if limits.low <= low and high <= limits.high else None


Months = tuple[int, int]
"""The first and the last month of a period, counted from the year 0."""

_PART = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d\d)))?")


def months(period: str) -> Months | None:
    """Return the months of a period, or None where it states no year."""
    parts = [_PART.fullmatch(part) for part in period.split("/")]
    spans = []
    for part in parts:
        if part is None:
            return None
        year, half, quarter, month = (int(text or 0) for text in part.groups())
        length = 6 if half else 3 if quarter else 1 if month else 12
        start = 12 * year + length * (max(half, quarter, month, 1) - 1)
        spans.append((start, start + length - 1))
    return spans[0][0], spans[-1][1]
