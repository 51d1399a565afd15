"""What rules across files need to know of each, short enough to be kept of a hundred thousand."""

from array import array
from collections.abc import Mapping, MutableSequence, Sequence
from functools import lru_cache
from hashlib import blake2b
from math import nan
from sys import intern
from typing import NamedTuple

from scorecard.files.rows import Rows
from scorecard.measure.assessment import Assessment
from scorecard.measure.parts import adds_up
from scorecard.measure.yardstick import FRAMEWORKS, Same
from scorecard.model.scorecard import Figure
from scorecard.period import Period
from scorecard.quantity import DIGITS, decimals

Words = tuple[tuple[str, str], ...]
"""Texts by language, or codes by system."""

Values = Sequence[float]
"""A number for each row; nan where there is none."""


_BESIDE = "not-applicable"


class Layout(NamedTuple):
    """The indicators of a framework: a digest of their ids, and the places of what adds up."""

    indicators: int
    additive: tuple[int, ...]


class Facts(NamedTuple):
    """One scorecard in short; indicators go by their place in the framework.

    `naming` tells other names and codes of a unit apart. `estimated` and `final` say whether any
    figure is; bits of `inapplicable` are indicators whose figures are so. `values` are single
    numbers as doubles, with nan for what is none; they are `complete` where nothing else can be
    added up.
    """

    framework: str
    edition: str
    layout: Layout
    unit: str
    level: str
    parent: str | None
    period: Period
    naming: int
    claims_rank: bool
    estimated: bool
    final: bool
    inapplicable: int
    complete: bool
    values: bytes

    @property
    def months(self) -> tuple[int | None, int, int]:
        """The months of the period, however it is spelled."""
        return (self.period.start, self.period.month, self.period.months)


def facts(assessment: Assessment, rows: Rows | None = None, values: Values = ()) -> Facts:
    """Return a scorecard in short; `rows` with their `values` are figures read beside it."""
    card, framework = assessment.scorecard, assessment.framework
    layout, places = _layout(Same(framework))
    entered = array("d", [nan]) * len(places)
    said = dict.fromkeys(("estimated", "final", _BESIDE), 0)
    complete = _enter(card.figures, places, entered, said, layout)
    if rows:
        at = [places[name] for name in rows.names]
        for place, value in zip(at, values, strict=True):
            entered[place] = value
        if _BESIDE in rows.absences:
            for place, absence in zip(at, rows.absences, strict=True):
                said[_BESIDE] |= (absence == _BESIDE) << place
        for word in ("estimated", "final"):
            said[word] |= word in rows.statuses
    unit = card.unit
    return Facts(
        framework.id,
        framework.edition,
        layout,
        # The same names come over and over.
        intern(unit.id),
        unit.level,
        unit.parent and intern(unit.parent),
        card.period,
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
    layout: Layout,
) -> bool:
    """Enter figures into what is kept of them; return whether that is all that can be added up."""
    complete = True
    for name, figure in figures.items():
        place = places.get(name)
        if place is None:
            complete = False
            continue
        single = figure.value is None or figure.value.second is None
        if figure.value is not None and single:
            values[place] = float(figure.value.first)
            complete &= figure.value.first.adjusted() + decimals(figure.value) < DIGITS
        complete &= single or place not in layout.additive
        for word in (figure.status, None if figure.value else figure.absent):
            if word in said:
                said[word] |= 1 << place
    return complete


@lru_cache(maxsize=1024)
def _naming(name: Words, codes: Words) -> int:
    return _digest(repr((sorted(name), sorted(codes))))


@lru_cache(maxsize=FRAMEWORKS)
def _layout(same: Same) -> tuple[Layout, Mapping[str, int]]:
    indicators = same.framework.indicators
    places = {indicator.id: place for place, indicator in enumerate(indicators)}
    additive = tuple(place for place, each in enumerate(indicators) if adds_up(each))
    return Layout(_digest(repr(list(places))), additive), places


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
