"""What is kept of a scorecard for rules that look across files: little, as they may be many."""

from array import array
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from hashlib import blake2b
from math import isnan, nan
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.criteria import FRAMEWORKS, Same
from scorecard.measure.parts import adds_up, never_negative
from scorecard.measure.target import decisive, limits
from scorecard.model.fields import Text
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.interval import exactly, inside
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import DONE, EXACT, NOT_DONE, Quantity, parse, spell

UNITS = 1 << 12
"""Of how many units names and codes are remembered; those of one unit mostly follow each other."""

ANSWERS = {spell(answer): answer for answer in (DONE, NOT_DONE)}


class Under(NamedTuple):
    """The framework of a scorecard: id, edition, the ids of its indicators, and a digest of it all.

    Bits of `additive` are the places of indicators that add up over units, of `positive` those
    whose values cannot be below 0, and so on. `targets` holds the numbers of their targets.
    """

    digest: str
    framework: str
    edition: str
    indicators: tuple[str, ...]
    additive: int
    positive: int
    flows: int
    counted: int
    percent: int
    targets: tuple[float | None, ...]


class Record(NamedTuple):
    """One scorecard in short; indicators go by their place in the framework.

    `numbers` holds the number of each value as a double, and nan where there is none: a number of
    at most 15 digits is exact in it. `spelled` holds values that say more than their number does,
    by place: bounds, ranges, shares, and digits that a double does not print. `targets` holds the
    first target that a figure states itself. Bits of the other whole numbers are the places of
    figures that are so; `faulty` ones are wrong by themselves.
    """

    under: Under
    period: Period
    unit: str
    level: str
    parent: str | None
    track: str | None
    name: Text
    codes: Mapping[str, str]
    claims_rank: bool
    numbers: bytes
    spelled: Mapping[int, str]
    targets: Mapping[int, str]
    estimated: int
    final: int
    inapplicable: int
    faulty: int

    @property
    def months(self) -> tuple[int | None, int, int]:
        """The months of the period, however it is spelled."""
        return (self.period.start, self.period.month, self.period.months)

    def doubles(self) -> "array[float]":
        """Return the number of each value."""
        return array("d", self.numbers)

    def value(self, place: int) -> Quantity | None:
        """Return the value at a place, as it is printed."""
        printed = self.printed(place)
        return _read(printed) if printed else None

    def printed(self, place: int) -> str:
        """Return the value at a place as a file spells it; empty where there is none."""
        number = self.doubles()[place]
        if place in self.spelled or isnan(number):
            return self.spelled.get(place, "")
        # A double prints the at most 15 digits that it was read from, a whole number's with ".0".
        return f"{Decimal(repr(number).removesuffix('.0')):f}"

    def target(self, place: int) -> Quantity | None:
        """Return the target that a figure states itself."""
        return _read(self.targets[place]) if place in self.targets else None

    def plans(self) -> "array[float]":
        """Return the number of each target that a figure states itself."""
        numbers = array("d", [nan]) * len(self.under.indicators)
        for place, text in self.targets.items():
            numbers[place] = float(_read(text).first)
        return numbers


def record(assessment: Assessment, faulty: Iterable[str] = ()) -> Record:
    """Return a scorecard in short; `faulty` are the figures that are wrong by themselves."""
    card, unit = assessment.scorecard, assessment.scorecard.unit
    under, places = _under(Same(assessment.framework))
    numbers = array("d", [nan]) * len(places)
    spelled: dict[int, str] = {}
    targets: dict[int, str] = {}
    estimated = final = inapplicable = 0
    for name, figure in card.figures.items():
        place = places.get(name)
        if place is None:
            continue
        if value := figure.value:
            digits = str(value.first)
            if value.second is None:
                # Of a Decimal itself it takes five times as long.
                numbers[place] = float(digits)
            if value.form is not EXACT or not (digits.isdigit() or _as_a_double(digits)):
                spelled[place] = spell(value)
        if figure.target:
            targets[place] = spell(figure.target[0].value)
        if figure.absent == "not-applicable":
            inapplicable |= 1 << place
        status = figure.status
        if status == "final":
            final |= 1 << place
        elif status == "estimated":
            estimated |= 1 << place
    wrong = sum(1 << places[name] for name in set(faulty) if name in places)
    marked = (estimated, final, inapplicable, wrong)
    who = (under, card.period, unit.id, unit.level, unit.parent, card.track)
    names = (unit.name if isinstance(unit.name, str) else shared(unit.name), shared(unit.codes))
    claims_rank = checked_rank(card) is not None
    return Record(*who, *names, claims_rank, numbers.tobytes(), spelled, targets, *marked)


def shared(texts: Mapping[str, str]) -> dict[str, str]:
    """Return one mapping for all that are equal: a unit has its names and codes in every period."""
    return _shared(tuple(texts.items()))


@lru_cache(maxsize=UNITS)
def _shared(items: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return dict(items)


def _read(text: str) -> Quantity:
    return ANSWERS.get(text) or parse(text)


def checked_rank(card: Scorecard) -> int | None:
    """Return the rank that a source claims; one among so many others is of another field."""
    claim = card.claimed
    return claim.rank if claim and claim.rank_of is None else None


def _as_a_double(digits: str) -> bool:
    """Whether a double prints a number that is not whole with these digits."""
    return not ((digits[-1] == "0" and "." in digits) or "E" in digits)


@lru_cache(maxsize=FRAMEWORKS)
def _under(same: Same[Framework]) -> tuple[Under, Mapping[str, int]]:
    framework, indicators = same.value, same.value.indicators
    ids = tuple(each.id for each in indicators)
    # Answers of yes or no cannot be added.
    bits = (
        _bits(adds_up(each) and not each.yes_no for each in indicators),
        _bits(never_negative(each) for each in indicators),
        _bits(each.kind == "flow" for each in indicators),
        _bits(each.counted for each in indicators),
        _bits(each.percent for each in indicators),
    )
    said = (framework.id, framework.edition, ids, *bits, tuple(map(_target, indicators)))
    digest = blake2b(repr(said).encode(), digest_size=8).hexdigest()
    return Under(digest, *said), {name: place for place, name in enumerate(ids)}


def _target(indicator: Indicator) -> float | None:
    """Return the number of its target; None where that is out of its limits, so wrong itself."""
    first = decisive(None, indicator)[:1]
    if not first or indicator.yes_no:
        return None
    number, allowed = first[0].value.first, limits(indicator)
    return float(number) if inside(exactly(Fraction(number)), allowed) else None


def _bits(places: Iterable[bool]) -> int:
    return sum(yes << place for place, yes in enumerate(places))
