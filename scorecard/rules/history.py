"""Rules across the periods of one unit: nothing jumps for a slipped mark, or stays behind."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import isnan

from scorecard.diagnostic import Finding
from scorecard.numbers.period import Period, before
from scorecard.numbers.quantity import spell
from scorecard.rules.folder import Folder
from scorecard.rules.record import Record
from scorecard.rules.registry import FindingsInFiles, finding, on_folders

FACTORS = (10, 100, 1000)
"""What a slipped decimal mark makes of a figure."""

LEAST, MOST = Decimal("0.98"), Decimal("1.02")
"""How near to a factor a ratio is taken for it."""

UNLIKE = (0.11, 9.0)
"""No ratio between these is near a factor, which doubles tell for sure."""


@on_folders("SC709")
def older_editions(folder: Folder) -> FindingsInFiles:
    """No scorecard is under an older edition than another one for the same time or before.

    An edition is older by the numbers in it; earlier periods keep the edition of their time.
    """
    first: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    dated = [(name, each, end) for name, each in folder.records.items() if (end := each.period.end)]
    for name, record, end in dated:
        editions, edition = first[record.under.framework], record.under.edition
        editions[edition] = min(editions.get(edition, (end, name)), (end, name))
    for name, record, end in dated:
        framework, own = record.under.framework, record.under.edition
        for edition, (since, other) in first[framework].items():
            if since <= end and older(own, edition):
                said = {"own": own, "framework": framework, "newer": edition, "other": other}
                yield name, finding("SC709", "framework", **said)
                break


@on_folders("SC710")
def jumps(folder: Folder) -> FindingsInFiles:
    """No figure is 10, 100 or 1000 times that of the unit's previous period, or a part as small.

    One that jumps back in the next period is told once.
    """
    for names in folder.units.values():
        series: dict[tuple[object, ...], list[tuple[int, str]]] = defaultdict(list)
        for name in names:
            under, period = folder.records[name].under, folder.records[name].period
            if period.start is not None:
                series[under.digest, period.months].append((period.start, name))
        for dated in series.values():
            yield from _jumps_in_series(folder, sorted(dated))


def _jumps_in_series(folder: Folder, dated: Sequence[tuple[int, str]]) -> FindingsInFiles:
    astray: dict[int, int] = {}
    for (start, earlier), (then, later) in pairwise(dated):
        last, now = folder.records[earlier], folder.records[later]
        found = _jumps(last, now) if then - start >= now.period.months else {}
        # What goes back to where it was went astray in between, and was told there.
        astray = {place: jump for place, jump in found.items() if astray.get(place) != -jump}
        for place, factor in astray.items():
            if not (last.faulty | now.faulty) >> place & 1:
                yield later, _told(place, factor, (now, last), earlier)


def _jumps(earlier: Record, later: Record) -> dict[int, int]:
    """Return the factor of each figure that jumps, by place; below 0 where it is a part."""
    found: dict[int, int] = {}
    low, high = UNLIKE
    for place, (then, now) in enumerate(zip(earlier.doubles(), later.doubles(), strict=True)):
        if not then or isnan(ratio := now / then) or low < ratio < high or ratio <= 0:
            continue
        # A double stands for the number of at most 15 digits that it prints.
        exact = Decimal(repr(now)) / Decimal(repr(then))
        for factor in FACTORS:
            if LEAST * factor <= max(exact, 1 / exact) <= MOST * factor:
                found[place] = factor if exact > 1 else -factor
    return found


def _told(place: int, factor: int, records: tuple[Record, Record], other: str) -> Finding:
    now, then = (spell(value) for each in records if (value := each.value(place)))
    name = records[0].under.indicators[place]
    way = f"{factor} times" if factor > 0 else f"a {-factor}th of"
    said = {"name": name, "value": now, "way": way, "before": then, "other": other}
    return finding("SC710", "figures", name, "value", **said)


@on_folders("SC711")
def still_estimated(folder: Folder) -> FindingsInFiles:
    """Once a later figure is final, an earlier one of the same unit is no longer estimated."""
    for names in folder.units.values():
        records = {name: folder.records[name] for name in names}
        final: dict[tuple[str, str], tuple[Period, str]] = {}
        for name, record in records.items():
            for key in _marked(record, record.final):
                latest, _ = final.setdefault(key, (record.period, name))
                if before(latest, record.period):
                    final[key] = (record.period, name)
        for name, record in records.items() if final else ():
            for key in _marked(record, record.estimated):
                latest, other = final.get(key, (record.period, name))
                if before(record.period, latest):
                    figure, own = key[1], record.period.text
                    said = {"name": figure, "later": latest.text, "other": other, "period": own}
                    yield name, finding("SC711", "figures", figure, "status", **said)


def _marked(record: Record, bits: int) -> Iterator[tuple[str, str]]:
    """Yield the framework and the indicator of the places of these bits."""
    framework, ids = record.under.framework, record.under.indicators if bits else ()
    return ((framework, each) for place, each in enumerate(ids) if bits >> place & 1)


def older(left: str, right: str) -> bool:
    """Whether an edition is older than another by the numbers in their names."""
    numbers = [[int(number) for number in re.findall("[0-9]+", text)] for text in (left, right)]
    return all(numbers) and numbers[0] < numbers[1]
