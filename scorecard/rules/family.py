"""Rules on parents and children: what children report does not go beyond their parent."""

from collections import defaultdict
from collections.abc import Sequence
from math import fsum, isnan

from scorecard.i18n.sayings import say
from scorecard.measure.target import ANYTHING, limits
from scorecard.model.level import LEVELS
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import spell
from scorecard.rules.expected import is_recent
from scorecard.rules.folder import Folder
from scorecard.rules.record import Record
from scorecard.rules.registry import FindingsInFiles, finding, on_folders
from scorecard.rules.sums import disagreement, sum_text


@on_folders("SC705", "SC706", "SC717")
def children_and_parent(folder: Folder) -> FindingsInFiles:
    """The sum of children agrees with the parent's own figure, within rounding and coverage.

    A child of the year before that is not here is one of those that are missing.
    """
    families = _families(folder)
    known: dict[object, dict[Period, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (parent, *_), names in families.items():
        for record in (folder.records[name] for name in names):
            known[parent][record.period].add(record.unit)
    for (parent, *shared), names in families.items():
        for own in folder.units.get(str(parent), ()):
            if _shared(folder.records[own]) == shared:
                period, here = folder.records[own].period, {folder.records[n].unit for n in names}
                recent = (units for at, units in known[parent].items() if is_recent(at, period))
                gone = len(set().union(*recent) - here)
                yield from _disagreements(folder, own, names, gone)
                yield from _plans(folder, own, names, gone)
                break


@on_folders("SC719")
def children_of_two_levels(folder: Folder) -> FindingsInFiles:
    """The children of one parent are of one level, so that none is counted twice in their sum."""
    told: set[object] = set()
    for (parent, *_), names in _families(folder).items():
        levels = {folder.records[name].level for name in names} - {"agency"}
        last = max(names, key=lambda name: LEVELS.index(folder.records[name].level))
        if len(levels) > 1 and folder.records[last].under.additive and parent not in told:
            told.add(parent)
            ordered = say("list.and").join(sorted(levels, key=LEVELS.index))
            yield last, finding("SC719", "unit", "parent", parent=parent, levels=ordered)


def _families(folder: Folder) -> dict[tuple[object, ...], list[str]]:
    families: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name, record in folder.records.items():
        if record.parent is not None and record.parent != record.unit:
            families[record.parent, *_shared(record)].append(name)
    return families


def _shared(record: Record) -> list[object]:
    return [record.under.digest, record.months, record.track]


def _disagreements(folder: Folder, own: str, names: Sequence[str], gone: int) -> FindingsInFiles:
    parent = folder.records[own]
    children = [folder.records[name] for name in names]
    sound = parent.under.additive & ~parent.faulty
    for child in children:
        sound &= ~child.faulty
    columns = zip(*(child.doubles() for child in children), strict=True)
    for place, (number, column) in enumerate(zip(parent.doubles(), columns, strict=False)):
        if not sound >> place & 1 or _adds_up(number, column, place, children):
            continue
        whole, parts = parent.value(place), [v for each in children if (v := each.value(place))]
        applying = gone + sum(not child.inapplicable >> place & 1 for child in children)
        complete = len(parts) == applying
        if whole is None or not parts or not (complete or parent.under.positive >> place & 1):
            continue
        counted = bool(parent.under.counted >> place & 1)
        off = disagreement(whole, parts, counted=counted, complete=complete)
        opened = folder.opened([own]) if off else {}
        if own in opened:
            indicator = opened[own].framework.indicators[place]
            added = sum_text(parts, limits(indicator), complete=complete)
            said = {"own": spell(whole), "given": len(parts), "children": applying, "sum": added}
            code = "SC705" if off > 0 else "SC706"
            yield own, finding(code, "figures", indicator.id, "value", name=indicator.id, **said)


def _plans(folder: Folder, own: str, names: Sequence[str], gone: int) -> FindingsInFiles:
    """Tell where the plans of children come to another number than their parent's own."""
    parent = folder.records[own]
    for place in parent.targets if parent.under.additive else ():
        whole, counted = parent.target(place), bool(parent.under.counted >> place & 1)
        parts = [plan for name in names if (plan := folder.records[name].target(place))]
        if whole is None or not parts or not parent.under.additive >> place & 1:
            continue
        children = gone + len(names)
        complete = len(parts) == children
        positive = parent.under.positive >> place & 1
        off = disagreement(whole, parts, counted=counted, complete=complete)
        if off and (complete or positive):
            added = sum_text(parts, ANYTHING, complete=complete)
            said = {"own": spell(whole), "given": len(parts), "children": children, "sum": added}
            name = parent.under.indicators[place]
            yield own, finding("SC717", "figures", name, "target", name=name, **said)


def _adds_up(whole: float, column: Sequence[float], place: int, children: Sequence[Record]) -> bool:
    """Whether the numbers alone add up: then no bound and no rounding says otherwise."""
    added = fsum(number for number in column if not isnan(number))
    return whole == added and not any(
        isnan(number) and place in child.spelled
        for number, child in zip(column, children, strict=True)
    )
