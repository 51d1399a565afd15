"""What is wrong with a value of `[defaults]` is told once, where it stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from scorecard.diagnostic import Finding, Path
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Scorecard

Place = str | int
"""The id of a figure, or the position of an indicator."""


def told_once(file: Scorecard | Framework, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings; what is wrong in all that take a value from the defaults is told there.

    Where it is right in others that take it, each that it is wrong in is told by itself.
    """
    every = list(found)
    takers = _takers(file) if every else {}
    accused: dict[tuple[str, Path], set[Place]] = defaultdict(set)
    for each in every:
        accused[each.code, each.path[2:]].add(each.path[1] if each.path[2:] else "")
    told: set[tuple[str, Path]] = set()
    for each in every:
        kind = (each.code, each.path[2:])
        taking = takers.get((each.path[0], each.path[2])) if each.path[2:] else None
        if taking is None or each.path[1] not in taking or not taking <= accused[kind]:
            yield each
        elif kind not in told:
            told.add(kind)
            yield each._replace(path=("defaults", *each.path[2:]))


def _takers(file: Scorecard | Framework) -> Mapping[tuple[Place, Place], set[Place]]:
    """Return who has the value of the defaults, by its table and key."""
    if file.defaults is None:
        return {}
    table, holders = "figures", dict[Place, object]()
    if isinstance(file, Framework):
        table = "indicators"
        holders.update(enumerate(file.indicators))
    else:
        holders.update(file.figures)
    usual = {key: getattr(file.defaults, key) for key in file.defaults.model_fields_set}
    return {
        (table, key): {place for place, each in holders.items() if getattr(each, key) == value}
        for key, value in usual.items()
    }
