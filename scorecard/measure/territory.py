"""Units over time, by registers: what a unit was at a time, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from scorecard.model.fields import Text, by_language
from scorecard.model.level import Level
from scorecard.model.register import Entry, Register
from scorecard.model.scorecard import Unit
from scorecard.numbers.period import MONTHS, Period
from scorecard.text.naming import letters

SURE = 2
"""So many of code, name or id, and parent tell that a register speaks of a unit."""

DAY = timedelta(days=1)


class Who(NamedTuple):
    """A unit, as a scorecard calls it."""

    id: str
    level: str
    parent: str | None
    name: Text
    codes: Mapping[str, str]

    @property
    def letters(self) -> frozenset[str]:
        """The letters of its name in each language that is written in Latin letters."""
        found = (letters(name) for name in by_language(self.name).values())
        return frozenset(each for each in found if each.isascii())


def who(unit: Unit) -> Who:
    """Return how a scorecard calls its unit."""
    return Who(unit.id, unit.level, unit.parent, unit.name, unit.codes)


Key = tuple[str, Level, str]
"""What all versions of a unit have in common: the register, its level and its id."""

Time = tuple[Key, date | None]
"""A version of a unit: when it begins."""


class Version(NamedTuple):
    """A unit as it is for a time, by one register."""

    register: str
    entry: Entry

    @property
    def unit(self) -> Key:
        """What it has in common with what it was before and is after."""
        return self.register, self.entry.level, self.entry.id

    @property
    def time(self) -> Time:
        """What it alone has."""
        return self.unit, self.entry.since

    @property
    def letters(self) -> frozenset[str]:
        """The letters of its name in each language."""
        return frozenset(letters(name) for name in by_language(self.entry.name).values())

    def during(self, period: Period) -> bool:
        """Whether it is there in any month of a period whose year is stated."""
        until, start, end = self.entry.until, period.start or 0, period.end or 0
        return self.begins < end and (until is None or _month(until) >= start)

    @property
    def begins(self) -> int:
        """The month in which it begins, counted from year 0; 0 where that is not told."""
        return _month(self.entry.since) if self.entry.since else 0

    def ends_before(self, other: "Version") -> bool:
        """Whether another one is there on the day after the last of this one."""
        until, last = self.entry.until, other.entry.until
        if until is None or (last is not None and last <= until):
            return False
        return other.entry.since is None or other.entry.since <= until + DAY

    def has_code(self, who: Who) -> bool:
        """Whether it has a code that a unit is said to have."""
        return any(self.entry.codes.get(system) == code for system, code in who.codes.items())


class Found(NamedTuple):
    """What registers know of a unit at a time: what it can be, and what of that is so called.

    Where nothing there is so called, `former` is what was before, or will be.
    """

    current: Sequence[Version]
    named: Sequence[Version]
    former: Sequence[Version]


class Territory:
    """All units of some registers."""

    def __init__(self, registers: Iterable[Register] = ()) -> None:
        self._registers = tuple(registers)
        self.versions = [
            Version(register.id, entry) for register in self._registers for entry in register.units
        ]

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, ...], Sequence[Version]]:
        """Units by each thing that they can be found by, but for the name: id, code, parent."""
        found: dict[tuple[str, ...], list[Version]] = defaultdict(list)
        for version in self.versions:
            entry = version.entry
            found["id", entry.level, entry.id].append(version)
            for code in entry.codes.items():
                found["code", entry.level, *code].append(version)
            found["in", version.register, entry.parent or ""].append(version)
        return found

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], Sequence[Version]]:
        """Units by level and the letters of a name in each language."""
        found: dict[tuple[str, str], list[Version]] = defaultdict(list)
        for version in self.versions:
            for each in version.letters:
                found[version.entry.level, each].append(version)
        return found

    @cached_property
    def _above(self) -> Mapping[str, frozenset[str]]:
        """The ids of all that each unit ever lay in, by its id."""
        found: dict[str, set[str]] = defaultdict(set)
        for version in self.versions:
            parents, parent = found[version.entry.id], version.entry.parent
            parents.update([parent] if parent else [])
        return {name: frozenset(parents) for name, parents in found.items()}

    @cached_property
    def _parents(self) -> frozenset[tuple[str, str | None]]:
        """What units of each level may lie in; None where that need not be said."""
        known = ((each.entry.level, name) for each in self.versions for name in self.above(each))
        tops = ((each.entry.level, None) for each in self.versions if self._is_top(each))
        return frozenset((*known, *tops))

    def _is_top(self, version: Version) -> bool:
        """Whether a unit lies in none that is here, so that its parent need not be named."""
        return version.entry.parent is None or not self.knows(version.entry.parent)

    def knows(self, name: str) -> bool:
        """Whether an id is one of a unit here."""
        return name in self._above

    def name(self, id_: str) -> Text | None:
        """Return what a unit or the whole of a register is called; None for what is not here."""
        return self._names.get(id_)

    @cached_property
    def _names(self) -> Mapping[str, Text]:
        names = {version.entry.id: version.entry.name for version in self.versions}
        return names | {register.id: register.name for register in self._registers}

    def above(self, version: Version) -> frozenset[str]:
        """Return the ids of the units that a unit lies in: its parent, and what that lay in."""
        parent = version.entry.parent
        return frozenset() if parent is None else self._above.get(parent, frozenset()) | {parent}

    def with_code(self, level: str, system: str, code: str) -> Sequence[Version]:
        """Return the units that ever had a code."""
        return self._by_key.get(("code", level, system, code), ())

    def find(self, who: Who, period: Period) -> Found | None:
        """Return what is known of a unit in a period; None where it need be none of these.

        A name alone is no sign: places have namesakes.
        """
        if period.start is None:
            return None
        keys: list[tuple[str, ...]] = [("code", who.level, *code) for code in who.codes.items()]
        if not self._by_key.keys() & keys and (who.level, who.parent) not in self._parents:
            # Most units are none of these, and their names need not be taken apart.
            return None
        keys.append(("id", who.level, who.id))
        near = [each for key in keys for each in self._by_key.get(key, ())]
        for name in sorted(who.letters):
            near += self._by_name.get((who.level, name), ())
        units = dict.fromkeys(each.unit for each in near if self._signs(who, each) >= SURE)
        if not units:
            return None
        versions = [each for unit in units for each in self._of(unit)]
        current = [each for each in versions if each.during(period)]
        so_called = [each for each in versions if called(who, each)]
        exactly = [each for each in so_called if who.letters & each.letters]
        named = [each for each in exactly or so_called if each.during(period)]
        return Found(current, named, () if named else so_called)

    def _of(self, unit: Key) -> Iterator[Version]:
        _, level, name = unit
        return (each for each in self._by_key[("id", level, name)] if each.unit == unit)

    def _signs(self, who: Who, version: Version) -> int:
        entry = version.entry
        name = entry.id == who.id or bool(who.letters & version.letters)
        inside = self._is_top(version) if who.parent is None else who.parent in self.above(version)
        return version.has_code(who) + name + inside

    def successors(self, version: Version) -> list[Version]:
        """Return what a unit went to; of one without successors, what those in it went to."""
        parts = [version] if version.entry.successors else self.inside(version)
        found = {each.time: each for part in parts for each in self._next(part)}
        return list(found.values())

    def inside(self, version: Version) -> list[Version]:
        """Return the units that lay in one when it ended."""
        within = self._by_key.get(("in", version.register, version.entry.id), ())
        return [each for each in within if each.entry.until == version.entry.until]

    def predecessors(self, version: Version) -> Sequence[Version]:
        """Return the units that went to one, or parts of them."""
        return self._before.get(version.time, ())

    def merged_since(self, who: Who, period: Period, month: int) -> bool:
        """Whether a unit of a period was merged of several after a month counted from year 0."""
        found = self.find(who, period)
        named = found.named if found else ()
        return any(each.begins > month and len(self.predecessors(each)) > 1 for each in named)

    def others(self, version: Version, successor: Version) -> list[Version]:
        """Return what went to a successor of a unit beside that: units of its level."""
        own = {each.time for each in (version, *self.inside(version))}
        strange = [each for each in self.predecessors(successor) if each.time not in own]
        if not version.entry.successors:
            above = {each.entry.parent for each in strange}
            ended = (version.entry.until, version.entry.level)
            beside = [each for each in self.versions if each.entry.id in above]
            return [each for each in beside if (each.entry.until, each.entry.level) == ended]
        return strange

    @cached_property
    def _before(self) -> Mapping[Time, Sequence[Version]]:
        """What went to each unit."""
        found: dict[Time, list[Version]] = defaultdict(list)
        for version in self.versions:
            for each in self._next(version):
                found[each.time].append(version)
        return found

    def _next(self, version: Version) -> Iterator[Version]:
        for each in version.entry.successors:
            unit = (version.register, version.entry.level, each.id)
            yield from (other for other in self._of(unit) if version.ends_before(other))


NOWHERE = Territory()
"""Nothing is known of any unit."""


def called(who: Who, version: Version) -> bool:
    """Whether a unit is called so, at least in part: Thành phố Huế, Thừa Thiên Huế."""
    own = who.letters
    return not own or any(
        mine.startswith(its) or mine.endswith(its) for mine in own for its in version.letters
    )


def _month(day: date) -> int:
    return day.year * MONTHS + day.month - 1
