"""Rules on units beside each other: each can be told from the others, and lies in one that is."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from scorecard.model.fields import by_language
from scorecard.model.level import LEVELS
from scorecard.rules.folder import Folder
from scorecard.rules.letters import tidied
from scorecard.rules.record import UNITS
from scorecard.rules.registry import FindingsInFiles, finding, on_folders

SHORT = 4
"""Ids shorter than this are too much alike."""


@on_folders("SC713")
def codes_of_two(folder: Folder) -> FindingsInFiles:
    """No two units have one code in one period; in another one a merged unit may inherit it."""
    first: dict[tuple[object, ...], str] = {}
    for name, record in folder.records.items():
        for system, code in record.codes.items():
            other = first.setdefault((system, code, record.months), name)
            unit = folder.records[other].unit
            if unit != record.unit:
                said = {"system": system, "code": code, "unit": unit, "other": other}
                yield name, finding("SC713", "unit", "codes", system, **said)


@on_folders("SC714")
def names_of_two(folder: Folder) -> FindingsInFiles:
    """No two units of one level and parent have one name in one period."""
    first: dict[tuple[object, ...], dict[str, str]] = defaultdict(dict)
    told: set[tuple[str, str]] = set()
    # A unit has the same name in all its periods.
    tidy = lru_cache(maxsize=UNITS)(tidied)
    for name, record in folder.records.items():
        beside = first[record.months, record.level, record.parent]
        for language, text in by_language(record.name).items():
            other = beside.setdefault(f"{language} {tidy(text, language).casefold()}", name)
            unit = folder.records[other].unit
            if unit != record.unit and (record.unit, unit) not in told:
                told.add((record.unit, unit))
                said = {"name": text, "unit": unit, "other": other}
                yield name, finding("SC714", "unit", "name", **said)


@on_folders("SC715")
def misspelt_parents(folder: Folder) -> FindingsInFiles:
    """No unit alone names a parent that is a letter off one that others name, or that is here."""
    children: dict[tuple[str, str], set[str]] = defaultdict(set)
    here: dict[str, set[str]] = defaultdict(set)
    for record in folder.records.values():
        here[record.level].add(record.unit)
        if record.parent is not None:
            children[record.level, record.parent].add(record.unit)
    for name, record in folder.records.items():
        parent, level = record.parent, record.level
        if parent is None or parent in folder.units or len(children[level, parent]) > 1:
            continue
        above = LEVELS[max(0, LEVELS.index(level) - 1)]
        usual = {each for (at, each), units in children.items() if at == level and len(units) > 1}
        if meant := near(parent, {*usual, *here[above]} - {record.unit}):
            yield name, finding("SC715", "unit", "parent", parent=parent, meant=meant[0])


def near(name: str, others: Iterable[str]) -> list[str]:
    """Return the names that differ from one by a letter, left out, added, changed or swapped."""
    return sorted(other for other in others if _one_letter_apart(name, other))


def _one_letter_apart(left: str, right: str) -> bool:
    shorter = min(len(left), len(right))
    pairs = enumerate(zip(left, right, strict=False))
    at = next((at for at, (one, two) in pairs if one != two), shorter)
    mine, other = left[at:], right[at:]
    # Numbers tell places apart, ward-1 and ward-2, and short ids are all alike.
    if shorter < SHORT or any(rest[:1].isdigit() for rest in (mine, other)):
        return False
    swapped = mine[:2] == other[1::-1] and mine[2:] == other[2:]
    return swapped or mine[1:] in (other, other[1:]) or mine == other[1:]
