"""Rules on parents and children: what children report does not go beyond their parent."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import fsum, isnan
from typing import NamedTuple

from scorecard.diagnostic import Finding
from scorecard.measure.parts import as_rounded
from scorecard.measure.target import limits
from scorecard.model.framework import Indicator
from scorecard.numbers.digits import amount_text
from scorecard.numbers.interval import Interval, above, total
from scorecard.numbers.quantity import Quantity, bounds, spell
from scorecard.rules.folder import Folder
from scorecard.rules.record import Record
from scorecard.rules.registry import on_folders


@on_folders("SC705", "SC706")
def children_and_parent(folder: Folder) -> Iterator[tuple[str, Finding]]:
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


def _disagreements(folder: Folder, own: str, names: Sequence[str]) -> Iterator[tuple[str, Finding]]:
    parent = folder.records[own]
    children = [folder.records[name] for name in names if name != own]
    sound = parent.under.additive & ~parent.faulty
    for child in children:
        sound &= ~child.faulty
    columns = zip(*(child.doubles() for child in children), strict=True)
    for place, (whole, column) in enumerate(zip(parent.doubles(), columns, strict=False)):
        if sound >> place & 1 and not _adds_up(whole, column, place, children):
            found = _disagreement(parent, children, place)
            opened = folder.opened([own]) if found else {}
            if found and own in opened:
                yield own, _told(found, opened[own].framework.indicators[place])


def _adds_up(whole: float, column: Sequence[float], place: int, children: Sequence[Record]) -> bool:
    """Whether the numbers alone add up: then no bound and no rounding says otherwise."""
    added = fsum(number for number in column if not isnan(number))
    return whole == added and not any(
        isnan(number) and place in child.spelled
        for number, child in zip(column, children, strict=True)
    )


class _Disagreement(NamedTuple):
    """A parent's value, and those of the children that have one, of all that could."""

    code: str
    whole: Quantity
    parts: list[Quantity]
    applying: int


def _disagreement(parent: Record, children: Sequence[Record], place: int) -> _Disagreement | None:
    whole = parent.value(place)
    parts = [value for child in children if (value := child.value(place))]
    applying = sum(not child.inapplicable >> place & 1 for child in children)
    complete = len(parts) == applying
    if whole is None or not parts or not (complete or parent.under.positive >> place & 1):
        return None
    own = as_rounded(whole, percent=False)
    added = total(as_rounded(part, percent=False) for part in parts)
    if above(added if complete else _at_least(added), own):
        return _Disagreement("SC705", whole, parts, applying)
    if complete and above(own, added):
        return _Disagreement("SC706", whole, parts, applying)
    return None


def _told(found: _Disagreement, indicator: Indicator) -> Finding:
    given = len(found.parts)
    added = total(bounds(part, limits(indicator), percent=False) for part in found.parts)
    arguments = {
        "name": indicator.id,
        "own": spell(found.whole),
        "given": given,
        "children": found.applying,
        "sum": amount_text(added if given == found.applying else _at_least(added)),
    }
    return Finding(found.code, ("figures", indicator.id, "value"), arguments)


def _at_least(added: Interval) -> Interval:
    """Return what a sum without some of its parts can be, none of which is below 0."""
    return Interval(added.low, None, added.low_side, 0, added.approximate)
