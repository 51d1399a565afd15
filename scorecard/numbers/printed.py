"""Quantities found again in a text that people wrote: 98,56 %, nearly 20,000, ١٢ من ١٨."""

import re
from collections.abc import Iterable, Iterator
from decimal import Context, Decimal
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from scorecard.numbers import phrases
from scorecard.numbers.quantity import LONGEST, Form, Quantity

_REACH = 60
"""How many characters around a number are looked at for what is said of it."""

_MOST_MULTIPLES = 2
"""Twelve thousand billion has two."""

_EXACT = Context(prec=2 * LONGEST)
_ARABIC = re.compile("[\u0600-\u06ff]")
_PLAIN = {**phrases.DIGITS, ord("،"): ",", ord("−"): "-"}

_COUNTED = "|".join(f"(?P<c{number}>{words})" for number, words in phrases.COUNTED.items())
_NUMERAL = re.compile(
    r"(?P<date>[0-9]+(?:[-/][0-9]+){2,})"
    r"|(?P<digits>[0-9]{1,3}(?: [0-9]{3})+(?:[.,٫][0-9]+)?(?![0-9.,])"
    r"|[0-9]+(?:[.,٫٬'’][0-9]+)*)"
    rf"|(?<![^\W_])(?:{_COUNTED})(?![^\W_])",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}([.,٬'’ ])[0-9]{3}(?:\1[0-9]{3})*")
_DECIMAL = re.compile(
    r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?P<mark>[.,٬'’ ])[0-9]{3}(?:(?P=mark)[0-9]{3})*)"
    r"(?!(?P=mark))[.,٫](?P<rest>[0-9]+)"
)
# What is glued to digits is a unit of measure, or they are part of a name: 50ha, and 30a.
_GLUED = re.compile(r"(?:km|kg|ha|cm|m|g|l|đ)[23²³]?(?!\w)")
_TIMES = "|".join(f"(?P<t{times}>{words})" for times, words in phrases.MULTIPLES.items())
_MULTIPLE = re.compile(rf"\s?(?:{_TIMES})(?!\w)", re.IGNORECASE)
_FORMS = {re.sub(r"\{[01]\}", "", form.value): form for form in Form}


def _alternatives(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split("|"), key=len, reverse=True)))


def _signs(by_sign: Iterable[tuple[str, str]]) -> str:
    said = ((_FORMS[sign].name, _alternatives(words)) for sign, words in by_sign)
    return "|".join(f"(?P<{name}>{words})" for name, words in said)


_WRITTEN = {">=": ">=|≥", "<=": "<=|≤", ">": ">", "<": "<", "~": "~|≈"}
_BEFORE = re.compile(
    rf"(?:(?<![^\W_])[وبلف]?(?:{_signs(phrases.SIGNS.items())}|(?P<estimated>"
    rf"{_alternatives(phrases.ESTIMATED)}))|"
    + "|".join(f"(?P<w{_FORMS[sign].name}>{each})" for sign, each in _WRITTEN.items())
    + r")[\s(]*\Z",
    re.IGNORECASE,
)
_UNIT = rf"\s*(?:{phrases.PERCENT})?"
_WORD = r"\s+[^\W\d_]+"
_BEHIND = re.compile(
    rf"{_UNIT}(?:{_WORD}){{0,2}}?\s+(?:{_signs(phrases.BEHIND.items())})(?!\w)", re.IGNORECASE
)
_LINK = re.compile(
    rf"{_UNIT}\s*(?:(?P<range>(?:{phrases.RANGE}))|(?P<and>(?:{phrases.RANGE_AND}))"
    rf"|(?P<share>/|{phrases.SHARE})|(?P<loose>(?:{_WORD}){{1,4}}\s+(?:{phrases.SHARE})))"
    r"\s*",
    re.IGNORECASE,
)
_FROM = re.compile(rf"(?<!\w)(?:{phrases.FROM})\s*\Z", re.IGNORECASE)


_TIGHT = ("range", "share")
"""Links of two numbers that are one quantity."""


class Numeral(NamedTuple):
    """A number as it is printed, with what it may be, and by what that may be multiplied."""

    start: int
    end: int
    values: frozenset[Decimal]
    scales: frozenset[int]

    @property
    def amounts(self) -> frozenset[Decimal]:
        """All numbers that it may be."""
        return _scaled(self.values, self.scales)


class Spot(NamedTuple):
    """Where a quantity is printed; `same` where it is said as the quantity says it."""

    start: int
    end: int
    same: bool


class Passage:
    """A text of one paragraph, with the numbers in it."""

    def __init__(self, text: str) -> None:
        self.text = " ".join(text.split())
        self._plain = self.text.translate(_PLAIN)
        # Many units may have the same number, and a text may print it very often.
        self._found: dict[Quantity, Spot | None] = {}

    @cached_property
    def _numerals(self) -> list[Numeral]:
        return list(_numerals(self._plain))

    @cached_property
    def _places(self) -> dict[Decimal, list[int]]:
        places: dict[Decimal, list[int]] = {}
        for place, numeral in enumerate(self._numerals):
            scales = numeral.scales
            if self._linked(place) in _TIGHT:
                # "2 to 3 million" are millions both.
                scales |= self._numerals[place + 1].scales
            for amount in _scaled(numeral.values, scales):
                places.setdefault(amount, []).append(place)
        return places

    def find(self, quantity: Quantity) -> Spot | None:
        """Return where a quantity is printed, in its own words if anywhere.

        A text may say "less by 5" of -5, so the sign of a negative number is not asked for.
        """
        if quantity not in self._found:
            self._found[quantity] = self._looked_up(quantity)
        return self._found[quantity]

    @property
    def amounts(self) -> Iterable[Decimal]:
        """All numbers that are printed, each of them once."""
        return self._places

    def _looked_up(self, quantity: Quantity) -> Spot | None:
        other: Spot | None = None
        for first in dict.fromkeys((quantity.first, abs(quantity.first))):
            for place in self._places.get(first, ()):
                if end := self._says(place, quantity):
                    return Spot(self._numerals[place].start, end, same=True)
                other = other or self._otherwise(place, quantity)
        return other

    def _otherwise(self, place: int, quantity: Quantity) -> Spot | None:
        """Return where the number stands with other words; a pair has to be one there."""
        if quantity.second is None:
            first = last = place
            if place and self._linked(place - 1) in _TIGHT:
                first -= 1
            if self._linked(place) in _TIGHT:
                last += 1
            start, end = self._numerals[first].start, self._numerals[last].end
            before, behind = self._before(start), _BEHIND.match(self._plain, end)
            start = before.start() if before else start
            return Spot(start, behind.end() if behind else end, same=False)
        if self._linked(place) and self._ends_with(place, quantity.second):
            start, end = self._numerals[place].start, self._numerals[place + 1].end
            return Spot(start, end, same=False)
        return None

    def _before(self, start: int) -> re.Match[str] | None:
        return _BEFORE.search(self._plain, max(0, start - _REACH), start)

    def _says(self, place: int, quantity: Quantity) -> int:
        """Return where a quantity ends that is said at a number; 0 where it is not."""
        linked = self._linked(place)
        if quantity.second is not None:
            wanted = ("range",) if quantity.form is Form.BETWEEN else ("share", "loose")
            said = linked in wanted and self._ends_with(place, quantity.second)
            return self._numerals[place + 1].end if said else 0
        if linked in _TIGHT or (place and self._linked(place - 1) in _TIGHT):
            return 0
        numeral = self._numerals[place]
        return numeral.end if quantity.form in self._forms(numeral) else 0

    def _ends_with(self, place: int, second: Decimal) -> bool:
        amounts = self._numerals[place + 1].amounts
        return second in amounts or abs(second) in amounts

    def _forms(self, numeral: Numeral) -> tuple[Form, ...]:
        """Return what is said of a number: the form of the quantity that it states."""
        if behind := _BEHIND.match(self._plain, numeral.end):
            return (Form[behind.lastgroup or ""],)
        before = self._before(numeral.start)
        if before is None:
            return (Form.EXACT,)
        name = before.lastgroup or ""
        if name == "estimated":
            return (Form.EXACT, Form.ABOUT)
        return (Form[name.removeprefix("w")],)

    def _linked(self, place: int) -> str:
        """Return how a number is linked with the next one; empty where it is not."""
        if place + 1 >= len(self._numerals):
            return ""
        first, second = self._numerals[place : place + 2]
        if not (first.values and second.values) or second.start - first.end > _REACH:
            return ""
        if self._plain[first.end : second.start].isspace():
            return ""
        match = _LINK.fullmatch(self._plain, first.end, second.start)
        kind = (match.lastgroup or "") if match else ""
        if kind != "and":
            return kind
        before = _FROM.search(self._plain, max(0, first.start - _REACH), first.start)
        return "range" if before else ""


def _numerals(plain: str) -> Iterator[Numeral]:
    for match in _NUMERAL.finditer(plain):
        start, end = match.span()
        values = frozenset[Decimal]()
        digits = match["digits"]
        if digits and _stands_alone(plain, start, end):
            values = frozenset(_values(digits))
            if plain[start - 1 : start] == "-" and not plain[: start - 1][-1:].strip(" ("):
                values = frozenset(map(Decimal.copy_negate, values))
        elif not digits and not match["date"]:
            values = frozenset((Decimal(_number_of(match)),))
        times: list[int] = []
        while len(times) < _MOST_MULTIPLES and (more := _MULTIPLE.match(plain, end)):
            times.append(_number_of(more))
            end = more.end()
        yield Numeral(start, end, values, frozenset(accumulate(times, int.__mul__, initial=1)))


def _number_of(match: re.Match[str]) -> int:
    """Return the number that the name of the group ends with, which a word stands for."""
    return int((match.lastgroup or "")[1:])


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether digits are a number by themselves, and no part of a name: Q1, 30a, 12-NQ/TW."""
    before, after = plain[max(0, start - 2) : start], plain[end : end + 2]
    if before and (before[-1] == "_" or _is_letter(before[-1])):
        return False
    if len(before) > 1 and before[-1] in "-/" and _is_letter(before[0]):
        return False
    if after[:1] in ("-", "/") and after[1:].isupper():
        return False
    if after and (after[0] == "_" or _is_letter(after[0])):
        return bool(_GLUED.match(plain, end) or _MULTIPLE.match(plain, end))
    return True


def _is_letter(letter: str) -> bool:
    """Whether a letter makes a word of the digits beside it; prefixes of Arabic do not."""
    return letter.isalpha() and not _ARABIC.match(letter)


def _values(digits: str) -> Iterator[Decimal]:
    """Yield what digits with marks between them may be: 20.000 is twenty, or twenty thousand."""
    if len(digits) > LONGEST:
        return
    if digits.isdecimal():
        yield Decimal(digits)
    if _THOUSANDS.fullmatch(digits):
        yield Decimal(re.sub("[^0-9]", "", digits))
    if match := _DECIMAL.fullmatch(digits):
        yield Decimal(f"{re.sub('[^0-9]', '', match['whole'])}.{match['rest']}")


def _scaled(values: Iterable[Decimal], scales: Iterable[int]) -> frozenset[Decimal]:
    each = list(scales)
    return frozenset(_EXACT.multiply(value, Decimal(n)) for value in values for n in each)
