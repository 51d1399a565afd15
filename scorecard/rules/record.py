"""What is kept of a scorecard for rules that look across files: little, as they may be many."""

from array import array
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from math import isnan, nan
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.criteria import FRAMEWORKS, Same
from scorecard.measure.parts import adds_up, never_negative
from scorecard.measure.target import decisive, limits
from scorecard.measure.territory import Who
from scorecard.model.fields import Text, by_language
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.interval import exactly, inside
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import DONE, EXACT, NOT_DONE, Quantity, parse, spell

UNITS = 1 << 12
"""Of how many units names and codes are remembered; those of one unit mostly follow each other."""

ANSWERS = {spell(answer): answer for answer in (DONE, NOT_DONE)}


Pairs = tuple[str, ...]
"""Keys and their texts, one after the other: a third of the room of a dict."""

Spellings = str
"""Quantities as they are printed, each after its place: `3:>85 7:12/18`."""


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
    at most 15 digits is exact in it. Bits of the whole numbers are the places of figures that are
    so; `faulty` ones are wrong by themselves. Names, codes and spellings are in little room: they
    are read by `name`, `codes`, `spelled` and `targets`.
    """

    under: Under
    period: Period
    unit: str
    level: str
    parent: str | None
    track: str | None
    in_languages: Pairs
    in_systems: Pairs
    claims_rank: bool
    numbers: bytes
    spellings: Spellings
    own_targets: Spellings
    estimated: int
    final: int
    inapplicable: int
    faulty: int

    @property
    def name(self) -> Text:
        """The name of the unit, or its names by language."""
        first, *_ = self.in_languages
        return dict(_by_two(self.in_languages)) if first else self.in_languages[1]

    @property
    def codes(self) -> Mapping[str, str]:
        """The codes of the unit by their systems."""
        return dict(_by_two(self.in_systems))

    @property
    def spelled(self) -> Mapping[int, str]:
        """The values that say more than their number does, by place.

        They are bounds, ranges, shares, and digits that a double does not print.
        """
        return _by_place(self.spellings)

    @property
    def targets(self) -> Mapping[int, str]:
        """The first target of each figure that states one itself, by place."""
        return _by_place(self.own_targets)

    @property
    def who(self) -> Who:
        """How it calls its unit."""
        return Who(self.unit, self.level, self.parent, self.name, self.codes)

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
        number, spelled = self.doubles()[place], self.spelled
        if place in spelled or isnan(number):
            return spelled.get(place, "")
        # A double prints the at most 15 digits that it was read from, a whole number's with ".0".
        return f"{Decimal(repr(number).removesuffix('.0')):f}"

    def target(self, place: int) -> Quantity | None:
        """Return the target that a figure states itself."""
        stated = self.targets.get(place)
        return _read(stated) if stated else None

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
    names = (shared(by_language(unit.name)), shared(unit.codes))
    claims_rank = checked_rank(card) is not None
    texts = (_in_little_room(spelled), _in_little_room(targets))
    return Record(*who, *names, claims_rank, numbers.tobytes(), *texts, *marked)


def shared(texts: Mapping[str, str]) -> Pairs:
    """Return keys and their texts, one for all that are equal: a unit has them in every period."""
    return _shared(tuple(chain.from_iterable(texts.items())))


@lru_cache(maxsize=UNITS)
def _shared(pairs: Pairs) -> Pairs:
    return pairs


def _by_two(pairs: Pairs) -> Iterable[tuple[str, str]]:
    return zip(pairs[::2], pairs[1::2], strict=True)


def _in_little_room(spelled: Mapping[int, str]) -> Spellings:
    return " ".join(f"{place}:{text}" for place, text in spelled.items())


def _by_place(spellings: Spellings) -> Mapping[int, str]:
    return {int(place): text for place, text in (each.split(":") for each in spellings.split())}


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
