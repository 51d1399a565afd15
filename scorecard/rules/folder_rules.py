"""All rules across files, in the order in which they are asked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from itertools import chain
from operator import attrgetter

from scorecard.diagnostic import Finding
from scorecard.i18n.rules import Severity
from scorecard.measure.assessment import Assessment
from scorecard.rules import family, history, ranks, suspects, units
from scorecard.rules.catalogue import check_scorecard
from scorecard.rules.facts import facts

Found = Iterator[tuple[str, Finding]]
"""Findings, each with the name of its file."""

OpenAgain = Callable[[Sequence[str]], Mapping[str, Assessment]]
"""Returns the scorecards of files by their names, without those that are gone meanwhile."""


def _first_parent(assessments: Mapping[str, Assessment], wrong: family.Wrong) -> Found:
    """Find what a parent's figures and its children's get wrong, the parent being the first.

    Others among them can be parents too, but not all of their children are there.
    """
    first = next(iter(assessments), None)
    for name, finding in family.children_and_parent(assessments, wrong):
        if name == first:
            yield name, finding


Suspects = Callable[[suspects.Known, Mapping[str, Sequence[str]]], suspects.Groups]
"""Tells which files a rule has to see together."""

SuspectsByNumbers = Callable[
    [suspects.Known, Mapping[str, Sequence[str]], suspects.Numbers], suspects.Groups
]
"""The same, told by the values of files as well."""

ON_FOLDERS: tuple[tuple[Suspects, Callable[[Mapping[str, Assessment]], Found]], ...] = (
    (suspects.namesakes, units.names_and_codes),
    (suspects.claimants, ranks.claimed_ranks),
    (suspects.outdated, history.older_editions),
    (suspects.estimates, history.still_estimated),
)

OnSoundFigures = Callable[[Mapping[str, Assessment], family.Wrong], Found]
"""A rule that says nothing of figures that are wrong by themselves."""

ON_SOUND_FIGURES: tuple[tuple[SuspectsByNumbers, OnSoundFigures], ...] = (
    (suspects.families, _first_parent),
    (suspects.series, history.jumps),
)
"""The last of them takes as long to tell its files as all other rules together."""

IN_MEMORY: suspects.Numbers = attrgetter("values")
"""Returns values that are kept with the facts."""

Work = Callable[[Sequence[str]], list[list[str]]]
"""Tells the files that a rule has to see together, of some units."""

Spread = Callable[[Sequence[str], Work], AbstractContextManager[Iterator[list[list[str]]]]]
"""Has work begun by others, and gives what comes of all units, in their order."""


@contextmanager
def here(units: Sequence[str], work: Work) -> Iterator[Iterator[list[list[str]]]]:
    """Leave the work to who asks for what comes of it."""
    yield map(work, [units])


def check_folder(assessments: Mapping[str, Assessment]) -> Found:
    """Find everything that scorecards get wrong together, each with the name of its file."""
    known = {name: facts(assessment) for name, assessment in assessments.items()}
    return check_together(known, lambda names: {name: assessments[name] for name in names})


def check_together(
    known: suspects.Known,
    open_again: OpenAgain,
    numbers: suspects.Numbers = IN_MEMORY,
    spread: Spread = here,
) -> Found:
    """Do as `check_folder` does, where of each scorecard no more than its facts are at hand.

    Where it is in doubt whose figures a file has, nothing more is said of its unit.
    """
    groups = suspects.by_unit(known)
    *first, (long, last) = ON_SOUND_FIGURES

    def of_units(units: Sequence[str]) -> list[list[str]]:
        return list(long(known, {unit: groups[unit] for unit in units}, numbers))

    with spread(list(groups), of_units) as begun:
        unclear: set[str] = set()
        for name, finding in _unit_findings(known, groups, open_again):
            if finding.path[0] != "unit" or name not in unclear:
                yield name, finding
            if finding.path == ("unit", "id"):
                unclear.add(name)
        for suspected, rule in first:
            for names in suspected(known, groups, numbers):
                yield from _on_sound(rule, open_again(names))
        for names in chain.from_iterable(begun):
            yield from _on_sound(last, open_again(names))


def _on_sound(rule: OnSoundFigures, opened: Mapping[str, Assessment]) -> Found:
    return rule(opened, _wrong(opened))


def _unit_findings(
    known: suspects.Known, groups: Mapping[str, Sequence[str]], open_again: OpenAgain
) -> Found:
    for names in suspects.twins(known, groups):
        yield from ranks.same_twice(open_again(names))
    yield from units.file_names((name, each.unit) for name, each in known.items())
    for suspected, rule in ON_FOLDERS:
        for names in suspected(known, groups):
            yield from rule(open_again(names))


def _wrong(opened: Mapping[str, Assessment]) -> family.Wrong:
    """Return what tells which figures of a file are wrong by themselves, their targets apart."""

    @cache
    def wrong(name: str) -> frozenset[str]:
        found = check_scorecard(opened[name])
        return frozenset(
            str(finding.path[1])
            for finding in found
            if finding.path[0] == "figures"
            and finding.severity is Severity.ERROR
            and finding.path[2:3] not in (("target",), ("baseline",))
        )

    return wrong
