"""What pictures show that say again what texts say; formats that cannot draw leave them out."""

from typing import Literal, NamedTuple

from scorecard.text.printable import Printable


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


class Part(NamedTuple):
    """So many of a whole, and how they stand."""

    count: int
    status: Literal["exceeded", "met", "undecided", "behind", "quiet"]
    text: Printable


class Parts(NamedTuple):
    """What a whole is made of, one after another."""

    text: Printable
    parts: tuple[Part, ...]


Picture = Strip | Scale | Parts
"""A picture; its text says in words what it shows."""
