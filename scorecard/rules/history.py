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
from scorecard.rules.registry import on_folders

FACTORS = (10, 100, 1000)
"""What a slipped decimal mark makes of a figure."""

LEAST, MOST = Decimal("0.98"), Decimal("1.02")
"""How near to a factor a ratio is taken for it."""

UNLIKE = (0.11, 9.0)
"""No ratio between these is near a factor, which doubles tell for sure."""


@on_folders("SC709")
def older_editions(folder: Folder) -> Iterator[tuple[str, Finding]]:
    """No scorecard is under an older edition than another one for the same time or before.

    An edition is older by the numbers in it; earlier periods keep the edition of their time.
    """
    first: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for name, record in folder.records.items():
        end, under = record.period.end, record.under
        if end is not None:
            editions = first[under.framework]
            editions[under.edition] = min(editions.get(under.edition, (end, name)), (end, name))
    for name, record in folder.records.items():
        end, own = record.period.end, record.under.edition
        for edition, (since, other) in first[record.under.framework].items():
            if end is not None and since <= end and edition != own and older(own, edition):
                arguments = {
                    "own": own,
                    "framework": record.under.framework,
                    "newer": edition,
                    "other": other,
                }
                yield name, Finding("SC709", ("framework",), arguments)
                break


@on_folders("SC710")
def jumps(folder: Folder) -> Iterator[tuple[str, Finding]]:
    """No figure is 10, 100 or 1000 times that of the unit's previous period, or a part as small.

    One that jumps back in the next period is told once.
    """
    for names in folder.units.values():
        series: dict[tuple[object, ...], list[tuple[int, str]]] = defaultdict(list)
        for name in names:
            record = folder.records[name]
            if record.period.start is not None:
                series[record.under.digest, record.period.months].append(
                    (record.period.start, name)
                )
        for dated in series.values():
            yield from _jumps_in_series(folder, sorted(dated))


def _jumps_in_series(
    folder: Folder, dated: Sequence[tuple[int, str]]
) -> Iterator[tuple[str, Finding]]:
    astray: dict[int, int] = {}
    for (start, earlier), (then, later) in pairwise(dated):
        last, now = folder.records[earlier], folder.records[later]
        found = _jumps(last, now) if then - start >= now.period.months else {}
        # What goes back to where it was went astray in between, and was told there.
        fresh = {place: jump for place, jump in found.items() if astray.get(place) != -jump}
        for place, factor in fresh.items():
            if not (last.faulty | now.faulty) >> place & 1:
                yield later, _told(place, factor, (now, last), earlier)
        astray = fresh


def _jumps(earlier: Record, later: Record) -> dict[int, int]:
    """Return the factor of each figure that jumps, by place; below 0 where it is a part."""
    found: dict[int, int] = {}
    low, high = UNLIKE
    for place, (then, now) in enumerate(zip(earlier.doubles(), later.doubles(), strict=True)):
        if not then or isnan(ratio := now / then) or low < ratio < high or ratio <= 0:
            continue
        more = max(exact := _exact(now) / _exact(then), 1 / exact)
        for factor in FACTORS:
            if LEAST * factor <= more <= MOST * factor:
                found[place] = factor if exact > 1 else -factor
    return found


def _exact(number: float) -> Decimal:
    """Return the number of at most 15 digits that a double stands for."""
    return Decimal(repr(number))


def _told(place: int, factor: int, records: tuple[Record, Record], other: str) -> Finding:
    now, before_it = (spell(value) for each in records if (value := each.value(place)))
    name = records[0].under.indicators[place]
    arguments = {
        "name": name,
        "value": now,
        "way": f"{factor} times" if factor > 0 else f"a {-factor}th of",
        "before": before_it,
        "other": other,
    }
    return Finding("SC710", ("figures", name, "value"), arguments)


@on_folders("SC711")
def still_estimated(folder: Folder) -> Iterator[tuple[str, Finding]]:
    """Once a later figure is final, an earlier one of the same unit is no longer estimated."""
    for names in folder.units.values():
        records = {name: folder.records[name] for name in names}
        final: dict[tuple[str, str], tuple[Period, str]] = {}
        for name, record in records.items():
            for figure in _marked(record, record.final):
                latest = final.setdefault((record.under.framework, figure), (record.period, name))
                if before(latest[0], record.period):
                    final[record.under.framework, figure] = (record.period, name)
        for name, record in records.items() if final else ():
            for figure in _marked(record, record.estimated):
                known = final.get((record.under.framework, figure))
                if known and before(record.period, known[0]):
                    arguments = {
                        "name": figure,
                        "later": known[0].text,
                        "other": known[1],
                        "period": record.period.text,
                    }
                    yield name, Finding("SC711", ("figures", figure, "status"), arguments)


def _marked(record: Record, bits: int) -> Iterator[str]:
    """Yield the ids of the indicators at the places of these bits."""
    ids = record.under.indicators
    return (figure for place, figure in enumerate(ids) if bits >> place & 1) if bits else iter(())


def older(left: str, right: str) -> bool:
    """Whether an edition is older than another by the numbers in their names."""
    numbers = [[int(number) for number in re.findall("[0-9]+", text)] for text in (left, right)]
    return all(numbers) and numbers[0] < numbers[1]
