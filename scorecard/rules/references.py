"""Rules on names: what a scorecard or a framework refers to is there."""

from collections.abc import Iterable, Iterator

from scorecard.diagnostic import Mend, Path, slip, suggestion
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework
from scorecard.rules.registry import Findings, finding, finding_on_key, on_frameworks, on_scorecards
from scorecard.rules.scales import scales

NAMED = 12
"""How many names a hint lists at the most."""


@on_scorecards("SC302")
def unknown_indicators(assessment: Assessment) -> Findings:
    """Every figure belongs to an indicator of the framework."""
    framework, figures = assessment.framework, assessment.scorecard.figures
    known = scales(framework).keys()
    if figures.keys() <= known:
        return
    for name in figures:
        if name not in known:
            hint = suggestion(name, known) or say("hint.indicators", names=some_of(known))
            said = {"name": name, "framework": framework.id, "hint": hint}
            right = slip(name, known)
            mends = (Mend(right, ("figures", name), on_key=True),) if right else ()
            yield finding_on_key("SC302", "figures", name, **said)._replace(mends=mends)


def some_of(names: Iterable[str]) -> str:
    """Return the first names in their order, and dots where there are more."""
    ordered = sorted(names)
    return ", ".join([*ordered[:NAMED], *(["…"] if len(ordered) > NAMED else [])])


@on_frameworks("SC305")
def unknown_groups(framework: Framework) -> Findings:
    """Every indicator belongs to a group of the framework; what is not there is told once."""
    known = [group.id for group in framework.groups]
    told: set[str] = set()
    for path, name in _groups(framework):
        if name not in known and name not in told:
            told.add(name)
            hint = suggestion(name, known) or say("hint.id-of-group")
            yield finding("SC305", *path, "group", name=name, hint=hint)


def _groups(framework: Framework) -> Iterator[tuple[Path, str]]:
    """Yield each group that something belongs to, and where that says so."""
    if framework.defaults and framework.defaults.group is not None:
        yield ("defaults",), framework.defaults.group
    for number, indicator in enumerate(framework.indicators):
        yield ("indicators", number), indicator.group


@on_frameworks("SC306")
def unknown_parts(framework: Framework) -> Findings:
    """Every part of an indicator is an indicator."""
    known = [indicator.id for indicator in framework.indicators]
    for number, indicator in enumerate(framework.indicators):
        for position, part in enumerate(indicator.parts):
            if part not in known:
                hint = suggestion(part, known) or say("hint.id-of-indicator")
                yield finding(
                    "SC306", "indicators", number, "parts", position, name=part, hint=hint
                )


@on_frameworks("SC307")
def defined_twice(framework: Framework) -> Findings:
    """No two groups, indicators or bands share an id."""
    tables = {
        "indicators": [indicator.id for indicator in framework.indicators],
        "groups": [group.id for group in framework.groups],
        "bands": [band.id for band in framework.bands],
    }
    for table, names in tables.items():
        seen: set[str] = set()
        for number, name in enumerate(names):
            if name in seen:
                what = say(f"what.the-{table.removesuffix('s')}")
                yield finding("SC307", table, number, "id", what=what, name=name)
            seen.add(name)
