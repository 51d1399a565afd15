"""Rules on what units report over time: parts of a time add up to it, and no unit drops out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from scorecard.i18n.sayings import say
from scorecard.measure.target import ANYTHING
from scorecard.model.expected import NOT
from scorecard.numbers.quantity import spell
from scorecard.rules.expected import below, is_unread, latest
from scorecard.rules.folder import Folder
from scorecard.rules.record import Record
from scorecard.rules.registry import FindingsInFiles, finding, on_folders
from scorecard.rules.sums import disagreement, sum_text


class Span(NamedTuple):
    """The months of a file, from the first to the one after the last."""

    start: int
    end: int
    name: str


@on_folders("SC712")
def sums_over_time(folder: Folder) -> FindingsInFiles:
    """What adds up over time does: quarters to halves, halves to years, and no part is more.

    What was merged of several in between is another unit in the parts before.
    """
    for names in folder.units.values():
        series: dict[tuple[object, ...], list[Span]] = defaultdict(list)
        for name in names if len(names) > 1 else ():
            record = folder.records[name]
            period, stated = record.period, record.period.start is not None
            start = period.month if period.start is None else period.start
            key = (record.under.digest, record.track, stated)
            series[key].append(Span(start, start + period.months, name))
        for spans in series.values():
            for whole in spans:
                inside = [each for each in spans if _inside(each, whole)]
                merged = inside and folder.merged_since(folder.records[whole.name], whole.start)
                yield from _off(folder, whole, inside) if inside and not merged else ()


def _inside(part: Span, whole: Span) -> bool:
    longer = part.end - part.start < whole.end - whole.start
    return longer and whole.start <= part.start and part.end <= whole.end


def _off(folder: Folder, whole: Span, inside: Sequence[Span]) -> FindingsInFiles:
    own = folder.records[whole.name]
    flows = own.under.flows & own.under.additive
    for place, name in enumerate(own.under.indicators):
        value = own.value(place) if flows >> place & 1 and not own.faulty >> place & 1 else None
        if value is None:
            continue
        stated = [each for each in inside if _states(folder.records[each.name], place)]
        chain, complete = _chain(whole, stated)
        records = [folder.records[each.name] for each in chain]
        parts = [part for record in records if (part := record.value(place))]
        counted = bool(own.under.counted >> place & 1)
        off = disagreement(value, parts, counted=counted, complete=complete)
        if off and (complete or own.under.positive >> place & 1):
            added = sum_text(parts, ANYTHING, complete=True)
            times = say("list.and").join(record.period.text for record in records)
            said = {"own": spell(value), "period": own.period.text, "sum": added, "parts": times}
            yield whole.name, finding("SC712", "figures", name, "value", name=name, **said)


def _states(record: Record, place: int) -> bool:
    return bool(record.printed(place)) and not record.faulty >> place & 1


def _chain(whole: Span, inside: Sequence[Span]) -> tuple[list[Span], bool]:
    """Return parts that follow each other, the longest first, and whether they fill the whole."""
    chain: list[Span] = []
    at, gaps = whole.start, False
    for each in sorted(inside, key=lambda span: (span.start, -span.end)):
        if each.start >= at:
            gaps = gaps or each.start > at
            chain.append(each)
            at = each.end
    return chain, at == whole.end and not gaps


@on_folders("SC718")
def units_dropped_out(folder: Folder) -> FindingsInFiles:
    """A unit of the period before has a scorecard now, where most of them have.

    While many are still missing, the time to report has not passed: then the period before is
    looked at. Who is on a list of those that are expected is told there.
    """
    series: dict[tuple[object, ...], dict[int, dict[str, str]]] = defaultdict(dict)
    for name, record in folder.records.items():
        if record.period.start is not None:
            key = (record.under.framework, record.level, record.track, record.period.months)
            series[key].setdefault(record.period.start, {})[record.unit] = name
    listed = set(_listed(folder))
    for periods in series.values():
        ordered = [periods[start] for start in sorted(periods)]
        steps = ((then, now) for then, now in pairwise(ordered) if 2 * len(now) > len(then))
        before, now = [({}, {}), *steps][-1]
        left = [name for unit, name in before.items() if unit not in now]
        gone = [name for name in left if not _has_ended(name, now, folder)]
        if 2 * len(gone) < len(before) and len(gone) <= max(1, len(before) // 4):
            period = folder.records[next(iter(now.values()))].period
            here = len(before) - len(left)
            given = {"given": here, "units": here + len(gone)}
            for name in gone:
                unit = folder.records[name].unit
                if unit not in listed and not is_unread(unit, period, folder.unread):
                    said = {"unit": unit, "period": period.text}
                    yield name, finding("SC718", "period", **said, **given)


def _has_ended(name: str, now: Mapping[str, str], folder: Folder) -> bool:
    """Whether registers know the unit of a file, and not for the period of those that are now."""
    record, period = folder.records[name], folder.records[next(iter(now.values()))].period
    known = folder.territory.find(record.who, record.period)
    return known is not None and not any(each.during(period) for each in known.named)


def _listed(folder: Folder) -> Iterator[str]:
    """Yield the units that are told as expected and not here, or are not expected any more."""
    for name, said in folder.settings.items():
        yield from (each.removeprefix(NOT) for each in said.expect if each.startswith(NOT))
        for each in latest(said, below(name, folder.records), folder.unread):
            yield from each.missing
