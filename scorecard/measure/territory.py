"""Units over time, by registers: what a unit was at a time, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

from scorecard.model.fields import Text, by_language
from scorecard.model.level import Level
from scorecard.model.register import Entry, Register
from scorecard.numbers.period import MONTHS, Period
from scorecard.text.naming import plain

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
        found = (_letters(name) for name in by_language(self.name).values())
        return frozenset(each for each in found if each.isascii())


class Version(NamedTuple):
    """A unit as it is for a time, by one register."""

    register: str
    entry: Entry

    @property
    def unit(self) -> tuple[str, Level, str]:
        """What it has in common with what it was before and is after."""
        return self.register, self.entry.level, self.entry.id

    @property
    def letters(self) -> frozenset[str]:
        """The letters of its name in each language."""
        return frozenset(_letters(name) for name in by_language(self.entry.name).values())

    def during(self, period: Period) -> bool:
        """Whether it is there in any month of a period whose year is stated."""
        since, until = self.entry.since, self.entry.until
        start, end = period.start or 0, period.end or 0
        begun = since is None or since.year * MONTHS + since.month - 1 < end
        return begun and (until is None or until.year * MONTHS + until.month - 1 >= start)

    def lasts(self, other: "Version") -> bool:
        """Whether another one begins on the day after this one ends, or is there before."""
        until = self.entry.until
        if until is None:
            return False
        since, last = other.entry.since, other.entry.until
        return (since is None or since <= until + DAY) and (last is None or last > until)


class Found(NamedTuple):
    """What registers know of a unit: as it ever was, as it is at the time, and so called then."""

    versions: Sequence[Version]
    current: Sequence[Version]
    named: Sequence[Version]


class Territory:
    """All units of some registers."""

    def __init__(self, registers: Iterable[Register] = ()) -> None:
        self.versions = [
            Version(register.id, entry) for register in registers for entry in register.units
        ]

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, ...], Sequence[Version]]:
        """Units by each thing that they can be found by: id, code, and letters of the name."""
        found: dict[tuple[str, ...], list[Version]] = defaultdict(list)
        for version in self.versions:
            entry = version.entry
            keys = {("id", entry.level, entry.id)}
            keys |= {("code", entry.level, *code) for code in entry.codes.items()}
            keys |= {("name", entry.level, each) for each in version.letters}
            for key in keys:
                found[key].append(version)
        return found

    @cached_property
    def _above(self) -> Mapping[str, frozenset[str]]:
        """The ids of all that each unit ever lay in, by its id."""
        found: dict[str, set[str]] = defaultdict(set)
        for version in self.versions:
            if version.entry.parent is not None:
                found[version.entry.id].add(version.entry.parent)
        return {name: frozenset(parents) for name, parents in found.items()}

    def knows(self, name: str) -> bool:
        """Whether an id is one of a unit here."""
        return name in self._above

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
        keys = [("code", who.level, *code) for code in who.codes.items()]
        keys += [("name", who.level, each) for each in who.letters]
        near = [each for key in (*keys, ("id", who.level, who.id)) for each in self._by_key.get(key, ())]
        units = dict.fromkeys(each.unit for each in near if self._signs(who, each) >= SURE)
        if not units:
            return None
        versions = [each for unit in units for each in self._of(unit)]
        current = [each for each in versions if each.during(period)]
        so_called = [each for each in versions if called(who, each)]
        exactly = [each for each in so_called if who.letters & each.letters]
        return Found(versions, current, [each for each in exactly or so_called if each in current])

    def _of(self, unit: tuple[str, Level, str]) -> Iterator[Version]:
        _, level, name = unit
        return (each for each in self._by_key[("id", level, name)] if each.unit == unit)

    def _signs(self, who: Who, version: Version) -> int:
        entry = version.entry
        code = any(entry.codes.get(system) == code for system, code in who.codes.items())
        name = entry.id == who.id or bool(who.letters & version.letters)
        # Of units in none that is here, a parent need not be named.
        top = entry.parent is None or not self.knows(entry.parent)
        inside = top if who.parent is None else who.parent in self.above(version)
        return code + name + inside

    def successors(self, version: Version) -> list[Version]:
        """Return what a unit went to; of one without successors, what those in it went to."""
        if not version.entry.successors:
            parts = self.inside(version)
            return _once(each for part in parts if part.entry.successors for each in self._next(part))
        return self._next(version)

    def inside(self, version: Version) -> list[Version]:
        """Return the units that lay in one when it ended."""
        last = version.entry.until
        return [
            each
            for each in self.versions
            if each.register == version.register
            and each.entry.parent == version.entry.id
            and each.entry.until == last
        ]

    def _next(self, version: Version) -> list[Version]:
        names = {each.id for each in version.entry.successors}
        units = [(version.register, version.entry.level, name) for name in sorted(names)]
        return [each for unit in units for each in self._of(unit) if version.lasts(each)]

    def predecessors(self, version: Version) -> list[Version]:
        """Return the units that went to one, or parts of them."""
        return [
            each
            for each in self.versions
            if each.entry.successors and each.unit[:2] == version.unit[:2]
            if version in self._next(each)
        ]


def called(who: Who, version: Version) -> bool:
    """Whether a unit is called so, at least in part: Thành phố Huế, Thừa Thiên Huế."""
    own = who.letters
    return not own or any(
        mine.startswith(its) or mine.endswith(its) for mine in own for its in version.letters
    )


def _once(versions: Iterable[Version]) -> list[Version]:
    return list({each.unit: each for each in versions}.values())


def _letters(name: str) -> str:
    return plain(name).replace(" ", "")
