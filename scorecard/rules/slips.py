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
from scorecard.i18n.sayings import say
from scorecard.rules.folder import Folder
from scorecard.rules.record import ANSWERS, Record
from scorecard.rules.registry import FindingsInFiles, finding, on_folders

FITS, OFF = 2, 5
"""Within how many times of another number one fits it, and beyond how many it is off."""

POWERS = (-1, 1, -2, 2, -3, 3)
"""Tens, hundreds and thousands, by which a slip makes a number greater or less."""

SIBLINGS = 5
"""How many units beside it a figure is held against at the least."""

SIGNS = "<>=~"
"""What stands before a number in a spelling that says more than the number."""

_DOTTED = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


class Reference(NamedTuple):
    """A number that a figure is held against, and what it is."""

    number: float
    words: str


class Share(NamedTuple):
    """So many of so many, as doubles."""

    part: float
    whole: float


class Slip(NamedTuple):
    """By which power of ten a figure, its plan or its whole is to be mended, and what tells so."""

    key: str
    place: int
    power: int
    against: str


class Beside:
    """The same figures of the units beside each other, and the median of those of the others."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records

    @cached_property
    def _columns(self) -> Mapping[str, Sequence[Sequence[float]]]:
        keys = ("value", "target")
        rows = {key: [_doubles(record, key) for record in self._records] for key in keys}
        return {key: list(map(_ordered, zip(*each, strict=True))) for key, each in rows.items()}

    def median(self, key: str, place: int, own: float) -> Reference | None:
        """Return the median of the others; None where they are fewer than five, or unlike."""
        column = self._columns[key][place] if len(self._records) > SIBLINGS else ()
        others, at = len(column) - 1, bisect_left(column, own)
        if others < SIBLINGS:
            return None
        low, high = (column[each + (each >= at)] for each in ((others - 1) // 2, others // 2))
        median = (low + high) / 2
        least, most = column[int(at == 0)], column[-1 - (at == others)]
        # Where units differ much by themselves, none of them is off for that.
        if not _fits(least, most):
            return None
        return Reference(median, say("slip.median", number=others, median=f"{median:.15g}"))


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
        last, astray = "", dict[tuple[str, int], int]()
        for name in series:
            record = folder.records[name]
            before = folder.records[last] if last else None
            earlier = (last, before) if before and _follows(folder, before, record) else None
            found = [*_of_wholes(record, earlier), *_slips(record, earlier, beside[_group(record)])]
            # What goes back to where it was went astray in between, and was told there.
            new = [s for s in found if astray.get((s.key, s.place), 0) * s.power >= 0]
            astray = {(slip.key, slip.place): slip.power for slip in new}
            # Of a figure, its whole goes before its value, and that before its plan.
            once = {slip.place: slip for slip in reversed(new)}
            yield from ((name, _told(record, slip)) for slip in once.values())
            last = name


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


def _of_wholes(record: Record, earlier: tuple[str, Record] | None) -> Iterator[Slip]:
    """Yield where a whole is off the last one, and the share would be what it was without that."""
    if not earlier:
        return
    name, before = earlier
    then, wrong = _shares(before), record.faulty | before.faulty
    for place, (part, whole) in _shares(record).items() if then else ():
        last = then.get(place)
        if last is None or wrong >> place & 1:
            continue
        for power in POWERS if _off(whole, last.whole) else ():
            mended = whole * 10.0**power
            if _fits(mended, last.whole) and _fits(part / mended, last.part / last.whole):
                yield Slip(
                    "whole",
                    place,
                    power,
                    say("slip.earlier", value=before.printed(place), name=name),
                )


def _slips(record: Record, earlier: tuple[str, Record] | None, beside: Beside) -> Iterator[Slip]:
    for key in ("value", "target") if record.targets else ("value",):
        then = _doubles(earlier[1], key) if earlier else ()
        for place, number in enumerate(_doubles(record, key)):
            last = then[place] if then else nan
            # Of most figures a look at the last period is enough.
            if not number or isnan(number) or (last and _fits(number, last)):
                continue
            wrong = record.faulty | (earlier[1].faulty if earlier else 0)
            if wrong >> place & 1:
                continue
            usual = [beside.median(key, place, number)]
            if earlier and last and not isnan(last):
                words = say("slip.earlier", value=_printed(earlier[1], key, place), name=earlier[0])
                usual.insert(0, Reference(last, words))
            slip = _slip(record, (key, place, number), [each for each in usual if each])
            if slip:
                yield slip


def _slip(record: Record, of: tuple[str, int, float], usual: Sequence[Reference]) -> Slip | None:
    key, place, number = of
    power = _lost(record, of)
    if not (power or usual) or any(_fits(number, each.number) for each in usual):
        return None
    value, plan = _doubles(record, "value")[place], record.plans()[place]
    share, percent = _shares(record).get(place), record.under.percent >> place & 1
    full = (100 if percent else share.whole) if share and key == "value" else inf
    # The whole of what is counted is its plan.
    plan = full if isnan(plan) and not percent else plan
    aim = plan if key == "value" and place in record.targets else record.under.targets[place]
    aims = [] if aim is None else [Reference(aim, say("slip.target", target=f"{aim:.15g}"))]
    # A larger unit has a plan of its size.
    if _fits(value, plan):
        return None
    if power and not any(_fits(number, each.number) for each in aims):
        for each in (*aims, *usual):
            if _fits(number * 10.0**power, each.number):
                return Slip(key, place, power, each.words)
    for each in usual:
        for power in POWERS if _off(number, each.number) else ():
            mended = number * 10.0**power
            # No part is greater than its whole where the others are not.
            if _fits(mended, each.number) and not mended > full >= each.number:
                return Slip(key, place, power, each.words)
    return None


def _lost(record: Record, of: tuple[str, int, float]) -> int:
    """Return the power of ten that may be lost in a dot between thousands, or in a share of 1."""
    key, place, number = of
    printed = _printed(record, key, place)
    if _DOTTED.fullmatch(printed.lstrip(SIGNS)):
        return 3
    if "/" in printed:
        return 0
    return 2 if record.under.percent >> place & 1 and 0 < number <= 1 else 0


def _fits(number: float, other: float) -> bool:
    return bool(other) and 1 / FITS <= number / other <= FITS


def _off(number: float, other: float) -> bool:
    """Whether a number is far more, or far less, than another of its sign."""
    ratio = number / other if other else 1
    return ratio > OFF or 0 < ratio < 1 / OFF


def _doubles(record: Record, key: str) -> "array[float]":
    """Return the number of each value, or of each plan; a range and an answer have none.

    A share is in per cent where its unit is, to four digits, else it is its numerator.
    """
    if key == "value":
        values = record.doubles()
        for place, share in _shares(record).items():
            percent = record.under.percent >> place & 1
            values[place] = (
                float(f"{100 * share.part / share.whole:.4g}") if percent else share.part
            )
        return values
    plans = record.plans()
    for place, printed in record.targets.items():
        if ".." in printed or printed in ANSWERS:
            plans[place] = nan
    return plans


def _shares(record: Record) -> Mapping[int, Share]:
    """Return the values that are so many of so many, by place; 0/0 is none."""
    split = {place: text.split("/") for place, text in record.spelled.items() if "/" in text}
    shares = {place: Share(*map(float, parts)) for place, parts in split.items()}
    return {place: share for place, share in shares.items() if share.whole}


def _printed(record: Record, key: str, place: int) -> str:
    return record.targets[place] if key == "target" else record.printed(place)


def _ordered(column: Sequence[float]) -> Sequence[float]:
    return sorted(number for number in column if not isnan(number))


def _told(record: Record, slip: Slip) -> Finding:
    printed, name = _printed(record, slip.key, slip.place), record.under.indicators[slip.place]
    what = say("slip.of-target", name=name) if slip.key == "target" else f'"{name}"'
    said = {"what": what, "value": printed, "against": slip.against, "meant": _meant(printed, slip)}
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
