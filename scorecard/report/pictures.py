"""What pictures show that say again what texts say; formats that cannot draw leave them out."""

from fractions import Fraction
from typing import Literal, NamedTuple

from scorecard.numbers.interval import Interval
from scorecard.text.printable import Printable

_NONE, _ALL = Fraction(0), Fraction(1)


class Span(NamedTuple):
    """A part of 1: as far as is sure, and as far as is possible."""

    low: float
    high: float


class Place(NamedTuple):
    """What stands at a place of an axis, as a share of its length, and what is written there."""

    at: Span
    text: Printable


class Strip(NamedTuple):
    """A field of units on one axis: a dot each, or a line where its bounds are apart.

    `told` are the units that are named, the one that it is about first.
    """

    text: Printable
    ticks: tuple[Place, ...]
    dots: tuple[Span, ...]
    median: Place
    told: tuple[Place, ...]


class Scale(NamedTuple):
    """Where a score lies in the bands of a scale, the lowest first."""

    text: Printable
    bands: tuple[Place, ...]
    score: Place


Stands = Literal["met", "undecided", "behind", "quiet"]
"""How targets of a tally stand: met or exceeded, perhaps, surely not, or not yet due."""


class Course(NamedTuple):
    """A value period by period, and itself last: None where its bounds are not known."""

    text: Printable
    spans: tuple[Span | None, ...]


class Part(NamedTuple):
    """So many of a whole, and how they stand."""

    number: int
    status: Stands
    text: Printable


class Parts(NamedTuple):
    """What a whole is made of, one after another, each with its words."""

    parts: tuple[Part, ...]


Picture = Strip | Scale | Parts
"""A picture, with words that say what it shows."""


def span_of(interval: Interval | None, most: Fraction | int = 1, least: Fraction | int = 0) -> Span:
    """Return an interval as a part of what lies from the least to the most, held within these."""
    low, high = (None, None) if interval is None else (interval.low, interval.high)
    return Span(
        0.0 if low is None else part_of(low, least, most),
        1.0 if high is None else part_of(high, least, most),
    )


def part_of(number: Fraction, least: Fraction | int, most: Fraction | int) -> float:
    """Return a number as a part of what lies from the least to the most, held within these."""
    return float(min(max((number - least) / (most - least), _NONE), _ALL))
