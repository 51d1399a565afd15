"""Which units of a folder are expected to report, and have not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from scorecard.diagnostic import Finding
from scorecard.model.settings import CHILDREN, Settings
from scorecard.rules.record import Record

NAMED = 12
"""How many units that have not reported are named at the most."""


class Reported(NamedTuple):
    """What has come in of one framework for its latest period, in the order of what is expected."""

    framework: str
    period: str
    expected: Sequence[str]
    missing: Sequence[str]


def reported(settings: Settings, records: Sequence[Record]) -> Iterator[Reported]:
    """Yield for each framework which of the expected units have a scorecard for its latest period.

    Children are those that name the unit as their parent in any file.
    """
    expected = units(settings, [(record.unit, record.parent) for record in records])
    by_framework: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_framework[record.under.framework].append(record)
    for framework, own in sorted(by_framework.items() if expected else ()):
        latest = max(own, key=lambda each: (each.period.end or 0, each.period.start or 0))
        there = {each.unit for each in own if each.months == latest.months}
        missing = [unit for unit in expected if unit not in there]
        yield Reported(framework, latest.period.text, expected, missing)


def units(settings: Settings, known: Sequence[tuple[str, str | None]]) -> list[str]:
    """Return the units that are expected, each once; known are units with their parents."""
    found: dict[str, None] = {}
    for each in settings.expect:
        parent = each.removeprefix(CHILDREN)
        below = sorted({unit for unit, above in known if above == parent})
        found |= dict.fromkeys(below if each.startswith(CHILDREN) else [each])
    return list(found)


def not_reported(
    settings: Mapping[str, Settings], records: Mapping[str, Record]
) -> Iterator[tuple[str, Finding]]:
    """Tell at each settings file which units in its folder and below have not reported."""
    for name, said in settings.items():
        folder = PurePath(name).parent
        below = [record for file, record in records.items() if folder in PurePath(file).parents]
        for each in reported(said, below):
            if each.missing:
                given, asked = len(each.expected) - len(each.missing), len(each.expected)
                more = ["…"] if len(each.missing) > NAMED else []
                told = {"given": given, "units": asked, "period": each.period}
                told |= {"missing": ", ".join([*each.missing[:NAMED], *more])}
                yield name, Finding("SC720", ("expect",), {**told, "framework": each.framework})
