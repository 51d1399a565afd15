"""Rules on slips of the keyboard: a mark or a digit too many, in a figure or in its plan."""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from math import inf, isnan, nan
from typing import NamedTuple

from scorecard.diagnostic import Finding
from scorecard.i18n.sayings import say, told
from scorecard.numbers.period import MONTHS
from scorecard.numbers.saying import Saying, saying
from scorecard.rules.folder import Folder
from scorecard.rules.record import ANSWERS, Record
from scorecard.rules.registry import FindingsInFiles, finding, on_folders

FITS, OFF = 2, 5
"""Within how many times of another number one fits it, and beyond how many it is off."""

POWERS = (-1, 1, -2, 2, -3, 3)
"""Tens, hundreds and thousands, by which a slip makes a number greater or less."""

DOT = 3
"""The power of ten that a dot between thousands takes away."""

SIBLINGS = 5
"""How many units beside it a figure is held against at the least."""

KEYS = ("value", "target")
"""Where the numbers stand that are looked at."""

SIGNS = "<>=~"
"""What stands before a number in a spelling that says more than the number."""

_DOTTED = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


class Reference(NamedTuple):
    """A number that a figure is held against, and what it is."""

    number: float
    what: Saying


class Share(NamedTuple):
    """So many of so many, as doubles."""

    part: float
    whole: float


class Slip(NamedTuple):
    """By which power of ten a figure, its plan or its whole is to be mended, and what tells so."""

    key: str
    place: int
    power: int
    against: Saying


class Seen:
    """A scorecard in short with its numbers as doubles: one for each value, and for each plan.

    A share is in per cent where its unit is, to four digits, else it is its numerator; a range and
    an answer have no number. `shares` are the values that are so many of so many; 0/0 is none.
    """

    def __init__(self, name: str, record: Record) -> None:
        self.name = name
        self.record = record
        self.spelled, self.targets = record.spelled, record.targets
        split = ((place, text.split("/")) for place, text in self.spelled.items() if "/" in text)
        shares = {place: Share(*map(float, parts)) for place, parts in split}
        self.shares = {place: share for place, share in shares.items() if share.whole}
        self.value, self.target = record.doubles(), record.plans()
        for place, share in self.shares.items():
            percent = record.under.percent >> place & 1
            full = float(f"{100 * share.part / share.whole:.4g}")
            self.value[place] = full if percent else share.part
        for place, printed in self.targets.items():
            if ".." in printed or printed in ANSWERS:
                self.target[place] = nan

    def numbers(self, key: str) -> "array[float]":
        """Return the number of each value, or of each plan."""
        return self.target if key == "target" else self.value

    def printed(self, key: str, place: int) -> str:
        """Return a value or a plan as the file spells it."""
        return self.targets[place] if key == "target" else self.record.printed(place)


class Beside:
    """The same figures of the units beside each other, and the median of those of the others."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records

    @cached_property
    def _columns(self) -> Mapping[str, Sequence[Sequence[float]]]:
        seen = [Seen("", record) for record in self._records]
        rows = {key: [each.numbers(key) for each in seen] for key in KEYS}
        return {key: list(map(_ordered, zip(*each, strict=True))) for key, each in rows.items()}

    def median(self, key: str, place: int, own: float) -> Reference | None:
        """Return the median of the others; None where they are fewer than five, or unlike."""
        column = self._columns[key][place] if len(self._records) > SIBLINGS else ()
        others, at = len(column) - 1, bisect_left(column, own)
        if others < SIBLINGS:
            return None
        low, high = (others - 1) // 2, others // 2
        median = (column[low + (low >= at)] + column[high + (high >= at)]) / 2
        least, most = column[int(at == 0)], column[-1 - (at == others)]
        # Where units differ much by themselves, none of them is off for that.
        if not _fits(least, most):
            return None
        what = saying("slip.median", number=others, median=f"{median:.15g}")
        return Reference(median, what)


@on_folders("SC710")
def slips(folder: Folder) -> FindingsInFiles:
    """No figure and no plan is off by a slipped mark or by a digit too many.

    One with three digits behind its dot, or a share of at most 1 per cent, is told where it fits
    nothing that it is held against and would without the slip. Others are told where they are
    ten, a hundred or a thousand times off the unit's previous period or the units beside it.
    """
    groups: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in folder.records.values():
        groups[_group(record)].append(record)
    beside = {key: Beside(records) for key, records in groups.items()}
    for series in _series(folder):
        before: Seen | None = None
        astray = dict[tuple[str, int], int]()
        for name in series:
            now = Seen(name, folder.records[name])
            earlier = before if before and _follows(folder, before.record, now.record) else None
            found = [*_of_wholes(now, earlier), *_slips(now, earlier, beside[_group(now.record)])]
            # What goes back to where it was went astray in between, and was told there.
            new = [s for s in found if astray.get((s.key, s.place), 0) * s.power >= 0]
            astray = {(slip.key, slip.place): slip.power for slip in new}
            # Of a figure, its whole goes before its value, and that before its plan.
            once = {slip.place: slip for slip in reversed(new)}
            yield from ((name, _told(now, slip)) for slip in once.values())
            before = now


def _group(record: Record) -> tuple[object, ...]:
    return record.under.digest, record.months, record.level, record.parent, record.track


def _series(folder: Folder) -> Iterator[list[str]]:
    """Yield the files of each unit by length of their periods, in the order of time."""
    for names in folder.units.values():
        series: dict[tuple[object, ...], list[tuple[int, str]]] = defaultdict(list)
        for name in names:
            record = folder.records[name]
            key = (record.under.digest, record.period.months, record.track)
            series[key].append((record.period.start or 0, name))
        yield from ([name for _, name in sorted(dated)] for dated in series.values())


def _follows(folder: Folder, earlier: Record, later: Record) -> bool:
    """Whether a period begins once another one has ended, as far as their years are stated.

    A unit that was merged of several in between is another one.
    """
    start, end = later.period.start, earlier.period.end
    follows = start is not None and end is not None and start >= end
    return follows and not folder.merged_since(later, earlier.period.start or 0)


def _of_wholes(now: Seen, earlier: Seen | None) -> Iterator[Slip]:
    """Yield where a whole is off the last one, and the share would be what it was without that."""
    then = earlier.shares if earlier else {}
    for place, (part, whole) in now.shares.items() if then else ():
        last = then.get(place)
        if earlier is None or last is None or _wrong(now, earlier, place):
            continue
        for power in POWERS if _off(whole, last.whole) else ():
            mended = whole * 10.0**power
            if _fits(mended, last.whole) and _fits(part / mended, last.part / last.whole):
                yield Slip("whole", place, power, _earlier(earlier, "value", place))


def _slips(now: Seen, earlier: Seen | None, beside: Beside) -> Iterator[Slip]:
    for key in KEYS if now.targets else KEYS[:1]:
        then = earlier.numbers(key) if earlier else ()
        for place, number in enumerate(now.numbers(key)):
            last = then[place] if then else nan
            # Of most figures a look at the last period is enough.
            ratio = number / last if last else nan
            if (
                1 / FITS <= ratio <= FITS
                or not number
                or isnan(number)
                or _wrong(now, earlier, place)
            ):
                continue
            usual = [beside.median(key, place, number)]
            if earlier and last and not isnan(last):
                usual.insert(0, Reference(last, _earlier(earlier, key, place)))
            slip = _slip(now, (key, place, number), [each for each in usual if each])
            if slip:
                yield slip


def _wrong(now: Seen, earlier: Seen | None, place: int) -> bool:
    """Whether a figure is wrong by itself, or was."""
    wrong = now.record.faulty | (earlier.record.faulty if earlier else 0)
    return bool(wrong >> place & 1)


def _earlier(earlier: Seen, key: str, place: int) -> Saying:
    return saying("slip.earlier", value=earlier.printed(key, place), name=earlier.name)


def _slip(now: Seen, of: tuple[str, int, float], usual: Sequence[Reference]) -> Slip | None:
    key, place, number = of
    if any(_fits(number, each.number) for each in usual):
        return None
    power = _lost(now, of)
    if not (power or usual):
        return None
    under, value, plan = now.record.under, now.value[place], now.record.plans()[place]
    share, percent = now.shares.get(place), under.percent >> place & 1
    full = (100 if percent else share.whole) if share and key == "value" else inf
    # The whole of what is counted is its plan.
    plan = full if isnan(plan) and not percent else plan
    # A larger unit has a plan of its size.
    if _fits(value, plan):
        return None
    aim = plan if key == "value" and place in now.targets else under.targets[place]
    aims = [] if aim is None else [Reference(aim, saying("slip.target", target=f"{aim:.15g}"))]
    if power and not any(_fits(number, each.number) for each in aims):
        # A part of a year has brought a part of its plan.
        times = FITS * max(1, MONTHS / now.record.period.months) if power == DOT else FITS
        for each in (*aims, *usual):
            if _fits(number * 10.0**power, each.number, times):
                return Slip(key, place, power, each.what)
    for each in usual:
        for power in POWERS if _off(number, each.number) else ():
            mended = number * 10.0**power
            # No part is greater than its whole where the others are not.
            if _fits(mended, each.number) and not mended > full >= each.number:
                return Slip(key, place, power, each.what)
    return None


def _lost(now: Seen, of: tuple[str, int, float]) -> int:
    """Return the power of ten that may be lost in a dot between thousands, or in a share of 1."""
    key, place, number = of
    whole = number.is_integer() and key == "value" and place not in now.spelled
    # That of a whole number would show no dot.
    printed = "" if whole else now.printed(key, place)
    if _DOTTED.fullmatch(printed.lstrip(SIGNS)):
        return DOT
    of_one = now.record.under.percent >> place & 1 and 0 < number <= 1 and "/" not in printed
    return 2 if of_one else 0


def _fits(number: float, other: float, times: float = FITS) -> bool:
    return bool(other) and 1 / times <= number / other <= times


def _off(number: float, other: float) -> bool:
    """Whether a number is far more, or far less, than another of its sign."""
    ratio = number / other if other else 1
    return ratio > OFF or 0 < ratio < 1 / OFF


def _ordered(column: Sequence[float]) -> "array[float]":
    return array("d", sorted(number for number in column if not isnan(number)))


def _told(now: Seen, slip: Slip) -> Finding:
    printed, name = now.printed(slip.key, slip.place), now.record.under.indicators[slip.place]
    what = say("slip.of-target", name=name) if slip.key == "target" else f'"{name}"'
    meant, against = _meant(printed, slip), told(slip.against)
    said = {"what": what, "value": printed, "against": against, "meant": meant}
    where = "target" if slip.key == "target" else "value"
    return finding("SC710", "figures", name, where, **said)


def _meant(printed: str, slip: Slip) -> str:
    """Return what is printed with its number, or the whole of its share, mended."""
    before, stroke, whole = printed.partition("/")
    if slip.key == "whole":
        return f"{before}/{_mended(whole, slip.power)}"
    number = before.lstrip(SIGNS)
    return f"{before.removesuffix(number)}{_mended(number, slip.power)}{stroke}{whole}"


def _mended(number: str, power: int) -> str:
    return f"{Decimal(number).scaleb(power).normalize():f}"
