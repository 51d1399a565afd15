"""What rules across files need to know of each, short enough to be kept of a hundred thousand."""

from array import array
from collections.abc import Mapping, MutableSequence, Sequence
from functools import lru_cache
from hashlib import blake2b
from math import nan
from sys import intern
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.criteria import FRAMEWORKS, Same
from scorecard.measure.parts import adds_up
from scorecard.model.scorecard import Figure
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import DIGITS, decimals
from scorecard.toml.rows import Rows

Words = tuple[tuple[str, str], ...]
"""Texts by language, or codes by system."""

Values = Sequence[float]
"""A number for each row; nan where there is none."""


VALUE = array("d").itemsize
"""How many bytes are kept of a value."""

_BESIDE = "not-applicable"


class Under(NamedTuple):
    """What a scorecard is under: a framework by id and edition, and what it measures.

    `indicators` is a digest of their ids, `size` how many there are, and bits of `additive` are
    those that add up.
    """

    framework: str
    edition: str
    indicators: int
    size: int
    additive: int


class Shared(NamedTuple):
    """What a scorecard has in common with those of its siblings."""

    under: Under
    level: str
    parent: str | None
    period: Period

    @property
    def framework(self) -> tuple[str, str]:
        """The framework's id and edition."""
        return (self.under.framework, self.under.edition)

    @property
    def months(self) -> tuple[int | None, int, int]:
        """The months of the period, however it is spelled."""
        return (self.period.start, self.period.month, self.period.months)


class Facts(NamedTuple):
    """One scorecard in short; indicators go by their place in the framework.

    `naming` tells other names and codes of a unit apart. `estimated` and `final` say whether any
    figure is; bits of `inapplicable` are indicators whose figures are so. `values` are single
    numbers as doubles, with nan for what is none; they are `complete` where nothing else can be
    added up. Where they are kept elsewhere, `at` is where.
    """

    shared: Shared
    unit: str
    naming: int
    claims_rank: bool
    estimated: bool
    final: bool
    inapplicable: int
    complete: bool
    values: bytes
    at: int = 0


def facts(assessment: Assessment, rows: Rows | None = None, values: Values = ()) -> Facts:
    """Return a scorecard in short; `rows` with their `values` are figures read beside it."""
    card, framework = assessment.scorecard, assessment.framework
    under, places = _under(Same(framework))
    entered = array("d", [nan]) * len(places)
    said = dict.fromkeys(("estimated", "final", _BESIDE), 0)
    complete = _enter(card.figures, places, entered, said, under.additive)
    if rows:
        for name, value in zip(rows.names, values, strict=True):
            entered[places[name]] = value
        if _BESIDE in rows.absences:
            for name, absence in zip(rows.names, rows.absences, strict=True):
                said[_BESIDE] |= (absence == _BESIDE) << places[name]
        for word in ("estimated", "final"):
            said[word] |= word in rows.statuses
    unit = card.unit
    return Facts(
        # The same names come over and over.
        shared(under, unit.level, unit.parent and intern(unit.parent), card.period),
        intern(unit.id),
        _naming(tuple(unit.name.items()), tuple(unit.codes.items())),
        bool(card.claimed and card.claimed.rank),
        bool(said["estimated"]),
        bool(said["final"]),
        said[_BESIDE],
        complete,
        entered.tobytes(),
    )


def _enter(
    figures: Mapping[str, Figure],
    places: Mapping[str, int],
    values: MutableSequence[float],
    said: dict[str, int],
    additive: int,
) -> bool:
    """Enter figures into what is kept of them; return whether that is all that can be added up."""
    complete = True
    for name, figure in figures.items():
        place = places.get(name)
        if place is None:
            complete = False
            continue
        value = figure.value
        if value and value.second is None:
            text = str(value.first)
            values[place] = float(text)
            # So few characters have no more digits, and digits take longer to count.
            short = len(text) <= DIGITS and value.first.adjusted() < DIGITS
            complete &= short or value.first.adjusted() + decimals(value) < DIGITS
        elif value:
            complete &= not additive >> place & 1
        for word in (figure.status, None if value else figure.absent):
            if word in said:
                said[word] |= 1 << place
    return complete


shared = lru_cache(maxsize=1024)(Shared)
"""Returns what siblings share as one value for all of them."""


@lru_cache(maxsize=1024)
def _naming(name: Words, codes: Words) -> int:
    return _digest(repr((sorted(name), sorted(codes))))


@lru_cache(maxsize=FRAMEWORKS)
def _under(same: Same) -> tuple[Under, Mapping[str, int]]:
    framework = same.framework
    places = {indicator.id: place for place, indicator in enumerate(framework.indicators)}
    additive = sum(adds_up(each) << place for place, each in enumerate(framework.indicators))
    ids = _digest(repr(list(places)))
    return Under(framework.id, framework.edition, ids, len(places), additive), places


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
