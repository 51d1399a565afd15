"""How far a value has come on a target, by each method, and what its bounds say of the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from oracle.quantities import INFINITE, ONE_SIDED, End, Interval, between, point, scaled

SCALES = {"ceiling", "maximum", "whole"}
"""Ends that nobody set: they give completion and points, and never a verdict."""


@dataclass(frozen=True)
class Target:
    """What a value is held against."""

    value: Interval
    sign: str = ""
    basis: str = "stated"
    period: str | None = None
    stated: Interval | None = None
    """The same before it is cut to limits, which changes no number of it."""

    @property
    def scale(self) -> bool:
        """Whether it is the end of a scale."""
        return self.basis in SCALES

    @property
    def bounds(self) -> Interval:
        """Its bounds for all arithmetic, which looks at no side of a target."""
        low = self.value.low[0]
        return point(low, approximate=True) if self.value.approximate else self.value

    def edges(self, direction: str) -> tuple[Fraction | float, Fraction | float]:
        """Return its number, which is the edge met first, and the edge that is met last."""
        stated = self.stated or self.bounds
        edges = stated.low[0], stated.high[0]
        number, far = edges[::-1] if direction == "lower" else edges
        return number, number if self.sign in ONE_SIDED else far

    def number(self, direction: str) -> Fraction:
        """Return the number that a value is divided by."""
        return Fraction(self.edges(direction)[0])


def verdict(value: Interval, target: Target, direction: str) -> str:
    """Return what the bounds of a value say of a target."""
    goal = target.bounds
    if direction == "within":
        if goal.low <= value.low and value.high <= goal.high:
            return "met"
        apart = value.high < goal.low or goal.high < value.low
        return "not met" if apart else "undecided"
    number, far = target.edges(direction)
    if direction == "lower":
        value, number, far = scaled(value, -1), -number, -far
    edge = number, int(target.sign in {">", "<"})
    if value.low > (far, 0):
        return "exceeded"
    if value.low >= edge:
        return "met"
    return "undecided" if value.high >= edge else "not met"


def may_exceed(value: Interval, target: Target, direction: str) -> bool:
    """Return whether some value of these bounds is beyond a target."""
    if direction == "within":
        return False
    far = target.edges(direction)[1]
    return value.low < (far, 0) if direction == "lower" else value.high > (far, 0)


def ratio(value: Interval, number: Fraction, direction: str) -> Interval | None:
    """Return value ÷ target, or target ÷ value where lower is better; None where there is none."""
    if direction == "higher":
        return scaled(value, 1 / number) if number > 0 else None
    if number < 0 or value.high[0] <= 0 or (number == 0 and value.low <= (0, 0)):
        return None
    if number == 0:
        return point(Fraction(0), approximate=value.approximate)
    return Interval(_under(number, value.high), _under(number, value.low), value.approximate)


def _under(number: Fraction, end: End) -> End:
    """Return a number above 0 divided by an end; below 0 and at it there is no end."""
    if end[0] <= 0:
        return INFINITE, 0
    return (Fraction(0), 1) if end[0] == INFINITE else (number / Fraction(end[0]), -end[1])


def on_the_way(value: Interval, base: Interval, goal: Fraction) -> Interval:
    """Return (value - baseline) ÷ (target - baseline): extreme where both are at an end."""
    approximate = value.approximate or base.approximate
    if base.low[0] == base.high[0]:
        way = 1 / (goal - Fraction(base.low[0]))
        found = scaled(value, way, -way * Fraction(base.low[0]))
        return Interval(found.low, found.high, approximate)
    if value.side:  # a side has no width, so that a range takes it
        value = point(value.low[0], approximate=True)
    corners = [_corner(v, b, goal) for v in (value.low, value.high) for b in (base.low, base.high)]
    low = min((number, open_) for number, open_ in corners)
    high = max((number, not open_) for number, open_ in corners)
    return between((low[0], int(low[1])), (high[0], high[1] - 1), approximate=approximate)


def _corner(value: End, base: End, goal: Fraction) -> tuple[Fraction | float, bool]:
    """Return the way from an end of a baseline to an end of a value, and whether it is left out."""
    if abs(value[0]) == INFINITE:
        return (value[0] if base[0] < goal else -value[0]), False
    if abs(base[0]) == INFINITE:
        return Fraction(1), value[0] != goal or value[1] != 0
    way = (Fraction(value[0]) - Fraction(base[0])) / (goal - Fraction(base[0]))
    return way, value[1] != 0 or (base[1] != 0 and value[0] != goal)


def inside(value: Interval, goal: Interval) -> Interval | None:
    """Return 1 inside a range, and outside the ratio of the nearer edge, where it is above 0."""
    below, above = value.low < goal.low, value.high > goal.high
    if (below and goal.low[0] <= 0) or (above and goal.high[0] <= 0):
        return None
    ends = [_to_the_edge(end, goal) for end in (value.low, value.high)]
    if goal.low <= value.high and value.low <= goal.high:
        return between(min(ends), (Fraction(1), 0), approximate=value.approximate)
    return Interval(min(ends), max(ends), value.approximate)


def _to_the_edge(end: End, goal: Interval) -> End:
    if end < goal.low:
        low = goal.low[0]
        return (end[0] if end[0] == -INFINITE else Fraction(end[0]) / Fraction(low)), end[1]
    return _under(Fraction(goal.high[0]), end) if end > goal.high else (Fraction(1), 0)


def steps(value: Interval, table: Sequence[Sequence[object]], direction: str) -> Interval:
    """Return the share of the first step that a value reaches: from here, or up to here."""
    edges = [(Fraction(str(edge)), Fraction(str(share))) for edge, share in table]

    def share(end: End) -> Fraction:
        for edge, part in edges:
            if end <= (edge, 0) if direction == "lower" else end >= (edge, 0):
                return part
        return Fraction(0)

    shares = sorted((share(value.low), share(value.high)))
    return Interval((shares[0], 0), (shares[1], 0), value.approximate)
