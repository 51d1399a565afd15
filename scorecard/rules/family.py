"""Rules on parents and children: what children report does not go beyond their parent."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import fsum, isnan

from scorecard.measure.parts import as_rounded
from scorecard.measure.target import limits
from scorecard.numbers.digits import amount_text
from scorecard.numbers.interval import Interval, above, total
from scorecard.numbers.quantity import Quantity, bounds, spell
from scorecard.rules.folder import Folder
from scorecard.rules.record import Record
from scorecard.rules.registry import FindingsInFiles, finding, on_folders


@on_folders("SC705", "SC706")
def children_and_parent(folder: Folder) -> FindingsInFiles:
    """The sum of children agrees with the parent's own figure, within rounding and coverage."""
    families: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name, record in folder.records.items():
        if record.parent in folder.units:
            families[record.parent, record.under.digest, record.months].append(name)
    for (parent, *shared), names in families.items():
        for own in folder.units[str(parent)]:
            if [folder.records[own].under.digest, folder.records[own].months] == shared:
                yield from _disagreements(folder, own, names)
                break


def _disagreements(folder: Folder, own: str, names: Sequence[str]) -> FindingsInFiles:
    parent = folder.records[own]
    children = [folder.records[name] for name in names if name != own]
    sound = parent.under.additive & ~parent.faulty
    for child in children:
        sound &= ~child.faulty
    columns = zip(*(child.doubles() for child in children), strict=True)
    for place, (number, column) in enumerate(zip(parent.doubles(), columns, strict=False)):
        if not sound >> place & 1 or _adds_up(number, column, place, children):
            continue
        whole, parts = parent.value(place), [v for each in children if (v := each.value(place))]
        applying = sum(not child.inapplicable >> place & 1 for child in children)
        complete = len(parts) == applying
        if whole is None or not parts or not (complete or parent.under.positive >> place & 1):
            continue
        code = _disagreement(whole, parts, complete=complete)
        opened = folder.opened([own]) if code else {}
        if own in opened:
            indicator = opened[own].framework.indicators[place]
            stated = (bounds(part, limits(indicator), percent=False) for part in parts)
            added = amount_text(_sum(stated, complete=complete))
            said = {"own": spell(whole), "given": len(parts), "children": applying, "sum": added}
            name = indicator.id
            yield own, finding(code, "figures", name, "value", name=name, **said)


def _adds_up(whole: float, column: Sequence[float], place: int, children: Sequence[Record]) -> bool:
    """Whether the numbers alone add up: then no bound and no rounding says otherwise."""
    added = fsum(number for number in column if not isnan(number))
    return whole == added and not any(
        isnan(number) and place in child.spelled
        for number, child in zip(column, children, strict=True)
    )


def _disagreement(whole: Quantity, parts: Sequence[Quantity], *, complete: bool) -> str:
    """Return the code of what is wrong with a parent's value and its children's, if anything is."""
    own = as_rounded(whole, percent=False)
    added = _sum((as_rounded(part, percent=False) for part in parts), complete=complete)
    if above(added, own):
        return "SC705"
    return "SC706" if complete and above(own, added) else ""


def _sum(parts: Iterable[Interval], *, complete: bool) -> Interval:
    """Return what a sum can be where some of its parts may lack, none of which is below 0."""
    added = total(parts)
    return added if complete else Interval(added.low, None, added.low_side, 0, added.approximate)
