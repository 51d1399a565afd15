"""Which files have to be looked at together, told by the facts that are kept of each."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import filterfalse, pairwise
from math import fsum, isnan, nan
from operator import truediv

from scorecard.numbers.period import before
from scorecard.rules.facts import Facts
from scorecard.rules.history import BETWEEN, FACTORS, LEAST, MOST, older

Known = Mapping[str, Facts]
"""The facts of files, by their names."""

Numbers = Callable[[Facts], bytes | bytearray]
"""Returns the values of a file, wherever they are kept."""

Groups = Iterator[list[str]]
"""Files that a rule has to see together, in the order of all: whatever it finds is among them."""

_CLEAR = 1e-3
"""A ratio of doubles is off by far less than this."""

_ROUNDED = 4e-16
"""As much as a sum of doubles can be off, in proportion, and a bit more."""


def by_unit(known: Known) -> dict[str, list[str]]:
    """Return the files of each unit."""
    units: dict[str, list[str]] = defaultdict(list)
    for name, facts in known.items():
        units[facts.unit].append(name)
    return units


def twins(known: Known, units: Mapping[str, Sequence[str]]) -> Groups:
    """Yield files with the same unit, period and framework."""
    for names in units.values():
        if len({known[name].shared.period.start for name in names}) == len(names):
            continue
        seen: dict[tuple[object, ...], list[str]] = {}
        for name in names:
            shared = known[name].shared
            seen.setdefault((shared.framework, shared.months), []).append(name)
        yield from (same for same in seen.values() if len(same) > 1)


def namesakes(known: Known, units: Mapping[str, Sequence[str]]) -> Groups:
    """Yield files of one unit that do not all give it the same names and codes."""
    for names in units.values():
        if len({known[name].naming for name in names}) > 1:
            yield list(names)


def claimants(known: Known, _: Mapping[str, Sequence[str]]) -> Groups:
    """Yield files of units that are ranked together, where one claims a rank."""

    def table(facts: Facts) -> tuple[object, ...]:
        shared = facts.shared
        return (shared.framework, shared.months, shared.level, shared.parent)

    claimed = {table(facts) for facts in known.values() if facts.claims_rank}
    tables: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name, facts in known.items() if claimed else ():
        if (key := table(facts)) in claimed:
            tables[key].append(name)
    yield from tables.values()


def outdated(known: Known, _: Mapping[str, Sequence[str]]) -> Groups:
    """Yield files under an older edition than others for their time, with the first of each."""
    first: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    named = {facts.shared.framework for facts in known.values()}
    if len({framework for framework, _ in named}) == len(named):
        return
    for name, facts in known.items():
        if (end := facts.shared.period.end) is not None:
            framework, edition = facts.shared.framework
            editions = first[framework]
            editions[edition] = min(editions.get(edition, (end, name)), (end, name))
    for framework, editions in first.items():
        if len(editions) == 1:
            continue
        holders = {name for _, name in editions.values()}
        late = [
            name
            for name, facts in known.items()
            if facts.shared.under.framework == framework
            and (name in holders or _is_outdated(facts, editions))
        ]
        yield late


def _is_outdated(facts: Facts, editions: Mapping[str, tuple[int, str]]) -> bool:
    end = facts.shared.period.end
    return end is not None and any(
        since <= end and older(facts.shared.under.edition, edition)
        for edition, (since, _) in editions.items()
    )


def estimates(known: Known, units: Mapping[str, Sequence[str]]) -> Groups:
    """Yield files of a unit where a figure is estimated, and final for a later period."""
    for names in units.values():
        estimated = [known[name] for name in names if known[name].estimated]
        final = [known[name] for name in names if known[name].final] if estimated else []
        # Figures that the framework does not know have no place among the facts.
        unknown = not all(known[name].complete for name in names)
        if unknown or any(_settled(early, late) for early in estimated for late in final):
            yield list(names)


def _settled(early: Facts, late: Facts) -> bool:
    earlier, later = early.shared, late.shared
    same = earlier.under.framework == later.under.framework
    return same and before(earlier.period, later.period) is True


def families(known: Known, _: Mapping[str, Sequence[str]], numbers: Numbers) -> Groups:
    """Yield a parent's file and those below it, where their sums may not agree."""
    below: dict[tuple[object, ...], list[str]] = defaultdict(list)
    # What siblings share is long, and looked at once for all of them.
    siblings: dict[int, list[str]] = {}
    for name, facts in known.items():
        shared = facts.shared
        if id(shared) not in siblings:
            siblings[id(shared)] = below[shared.parent, shared.under, shared.months]
        siblings[id(shared)].append(name)
    parents = {parent for parent, *_ in below if parent is not None}
    owns: dict[tuple[object, ...], str] = {}
    for name, facts in known.items():
        if facts.unit in parents:
            owns.setdefault((facts.unit, facts.shared.under, facts.shared.months), name)
    for key, names in below.items():
        if key in owns and not _agree(known[owns[key]], [known[name] for name in names], numbers):
            yield list(dict.fromkeys((owns[key], *names)))


def _agree(own: Facts, children: Sequence[Facts], numbers: Numbers) -> bool:
    """Whether no sum of children is surely another than the parent's figure.

    A double misses the decimal that it stands for by less than a quarter of the rounding of 15
    printed digits, and math.fsum adds nothing to that: so what differs by less, agrees.
    """
    if not all(each.complete for each in (own, *children)):
        return False
    columns = zip(*(array("d", numbers(child)) for child in children), strict=True)
    additive = own.shared.under.additive
    for place, (whole, column) in enumerate(zip(array("d", numbers(own)), columns, strict=True)):
        if not additive >> place & 1:
            continue
        added, slack = fsum(filterfalse(isnan, column)), abs(whole) * _ROUNDED
        if added > whole + slack:
            return False
        if added < whole - slack:
            given = len(column) - sum(map(isnan, column))
            applying = sum(not child.inapplicable >> place & 1 for child in children)
            if given and given == applying:
                return False
    return True


def series(known: Known, units: Mapping[str, Sequence[str]], numbers: Numbers) -> Groups:
    """Yield a unit's files for periods of one length, where a figure may jump between two."""
    for names in units.values():
        dated: dict[tuple[object, ...], list[tuple[int, str]]] = defaultdict(list)
        for name in names:
            shared = known[name].shared
            if shared.period.start is not None:
                key = (shared.framework, shared.period.months)
                dated[key].append((shared.period.start, name))
        for found in dated.values():
            ordered = [name for _, name in sorted(found)]
            if _may_jump([known[name] for name in ordered], numbers):
                members = set(ordered)
                yield [name for name in names if name in members]


def _may_jump(ordered: Sequence[Facts], numbers: Numbers) -> bool:
    """Whether a figure may jump from one file to the next."""
    one = len({facts.shared.under for facts in ordered}) == 1
    if not one or not all(each.complete for each in ordered):
        return True
    low, high = (float(edge) for edge in BETWEEN)
    values = [array("d", numbers(facts)).tolist() for facts in ordered]
    for earlier, later in pairwise(values):
        given = [value or nan for value in earlier] if 0 in earlier else earlier
        ratios = [each for each in map(truediv, later, given) if each < low or each > high]
        if ratios and any(_near_a_factor(ratio) for ratio in ratios if ratio > 0):
            return True
    return False


def _near_a_factor(ratio: float) -> bool:
    more = max(ratio, 1 / ratio)
    least, most = float(LEAST) - _CLEAR, float(MOST) + _CLEAR
    return any(least <= more / factor <= most for factor in FACTORS)
