"""Rules on names: what a scorecard or a framework refers to is there."""

from collections import Counter
from collections.abc import Iterable, Iterator

from scorecard.diagnostic import Finding, Path, suggestion
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework
from scorecard.rules.registry import on_frameworks, on_scorecards
from scorecard.rules.scales import scales

NAMED = 12
"""How many names a hint lists at the most."""


@on_scorecards("SC302")
def unknown_indicators(assessment: Assessment) -> Iterator[Finding]:
    """Every figure belongs to an indicator of the framework."""
    figures = assessment.scorecard.figures
    known = scales(assessment.framework).keys()
    if figures.keys() <= known:
        return
    framework = assessment.framework.id
    for name in figures:
        if name not in known:
            hint = suggestion(name, known) or f"its indicators are {some_of(known)}"
            arguments = {"name": name, "framework": framework, "hint": hint}
            yield Finding("SC302", ("figures", name), arguments, on_key=True)


def some_of(names: Iterable[str]) -> str:
    """Return the first names in their order, and dots where there are more."""
    ordered = sorted(names)
    return ", ".join([*ordered[:NAMED], *(["…"] if len(ordered) > NAMED else [])])


@on_frameworks("SC305")
def unknown_groups(framework: Framework) -> Iterator[Finding]:
    """Every indicator belongs to a group of the framework; what is not there is told once."""
    known = [group.id for group in framework.groups]
    told: set[str] = set()
    for number, indicator in enumerate(framework.indicators):
        if indicator.group not in known and indicator.group not in told:
            told.add(indicator.group)
            hint = suggestion(indicator.group, known) or "give the id of one of [[groups]]"
            arguments = {"name": indicator.group, "hint": hint}
            yield Finding("SC305", ("indicators", number, "group"), arguments)


@on_frameworks("SC306")
def unknown_parts(framework: Framework) -> Iterator[Finding]:
    """Every part of an indicator is an indicator."""
    known = [indicator.id for indicator in framework.indicators]
    for number, indicator in enumerate(framework.indicators):
        for position, part in enumerate(indicator.parts):
            if part not in known:
                hint = suggestion(part, known) or "give the id of one of [[indicators]]"
                path: Path = ("indicators", number, "parts", position)
                yield Finding("SC306", path, {"name": part, "hint": hint})


@on_frameworks("SC307")
def defined_twice(framework: Framework) -> Iterator[Finding]:
    """No two groups, indicators or bands share an id."""
    tables = {
        "indicators": [indicator.id for indicator in framework.indicators],
        "groups": [group.id for group in framework.groups],
        "bands": [band.id for band in framework.bands],
    }
    for table, names in tables.items():
        seen: Counter[str] = Counter()
        for number, name in enumerate(names):
            seen[name] += 1
            if seen[name] > 1:
                arguments = {"what": f"the {table.removesuffix('s')}", "name": name}
                yield Finding("SC307", (table, number, "id"), arguments)
