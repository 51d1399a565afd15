"""Rules on registers: at any time a unit is there once, and what it goes to is there."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from scorecard.i18n import written
from scorecard.model.register import Entry, Register
from scorecard.numbers.digits import decimal_text
from scorecard.rules.registry import Findings, finding, on_registers

DAY = timedelta(days=1)


@on_registers("SC521")
def dates_reversed(register: Register) -> Findings:
    """No unit ends before it begins."""
    for number, unit in enumerate(register.units):
        if _since(unit) > _until(unit):
            said = {"since": _since(unit), "until": _until(unit)}
            yield finding("SC521", "units", number, "until", **said)


@on_registers("SC522")
def twice_at_one_time(register: Register) -> Findings:
    """A unit is one thing at a time."""
    for number, _, (_, name) in _overlaps(register, lambda each: [(each.level, each.id)]):
        yield finding("SC522", "units", number, "id", name=name)


@on_registers("SC523")
def codes_twice(register: Register) -> Findings:
    """No two units of one level have one code at one time."""
    coded = _overlaps(register, lambda each: [(each.level, *code) for code in each.codes.items()])
    for number, other, (_, system, code) in coded:
        if register.units[number].id != other.id:
            said = {"system": system, "code": code, "other": other.id}
            yield finding("SC523", "units", number, "codes", system, **said)


@on_registers("SC524")
def unknown_successors(register: Register) -> Findings:
    """A unit that ends goes to units of its level that are there on the day after."""
    there: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for unit in register.units:
        there[unit.level, unit.id].append(unit)
    for number, unit in enumerate(register.units):
        for place, each in enumerate(unit.successors):
            day = unit.until and unit.until + DAY
            now = there.get((unit.level, each.id), ())
            if day and not any(_since(other) <= day <= _until(other) for other in now):
                said = {"name": each.id, "level": unit.level, "day": day}
                yield finding("SC524", "units", number, "successors", place, "id", **said)


@on_registers("SC525")
def successors_of_what_stays(register: Register) -> Findings:
    """What has successors ends."""
    for number, unit in enumerate(register.units):
        if unit.successors and unit.until is None:
            yield finding("SC525", "units", number, "successors", name=unit.id)


@on_registers("SC526")
def shares(register: Register) -> Findings:
    """The shares of all successors are all of it, and those that are known are no more."""
    for number, unit in enumerate(register.units):
        known = [each.share for each in unit.successors if each.share is not None]
        added = sum(known)
        if added > 1 or (known and added < 1 and len(known) == len(unit.successors)):
            yield finding("SC526", "units", number, "successors", sum=written(decimal_text(added)))


@on_registers("SC527")
def parents(register: Register) -> Findings:
    """A parent that is listed here is there for as long as what lies in it."""
    times: dict[str, list[Entry]] = defaultdict(list)
    for unit in sorted(register.units, key=_since):
        times[unit.id].append(unit)
    for number, unit in enumerate(register.units):
        listed = times.get(unit.parent or "", ())
        if listed and not _covered(unit, listed):
            said = {"name": unit.id, "parent": unit.parent}
            yield finding("SC527", "units", number, "parent", **said)


def _covered(unit: Entry, parents: Sequence[Entry]) -> bool:
    """Whether a parent is there on each day of a unit; they come in the order of their days."""
    day = _since(unit)
    for parent in parents:
        if _since(parent) <= day <= _until(parent):
            if _until(parent) >= _until(unit):
                return True
            day = _until(parent) + DAY
    return False


Key = tuple[str, ...]


def _overlaps(
    register: Register, keys: Callable[[Entry], Iterable[Key]]
) -> Iterator[tuple[int, Entry, Key]]:
    """Yield each unit that has a key in common with an earlier one at one time, that, and it."""
    seen: dict[Key, list[Entry]] = defaultdict(list)
    for number, unit in enumerate(register.units):
        for key in keys(unit):
            other = next((each for each in seen[key] if _meet(unit, each)), None)
            if other:
                yield number, other, key
            seen[key].append(unit)


def _meet(unit: Entry, other: Entry) -> bool:
    """Whether there is a day on which both are there."""
    return max(_since(unit), _since(other)) <= min(_until(unit), _until(other))


def _since(unit: Entry) -> date:
    return unit.since or date.min


def _until(unit: Entry) -> date:
    return unit.until or date.max
