"""Which of the opened scorecards are shown: one framework, one period a unit."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scorecard.diagnostic import suggestion
from scorecard.measure.assessment import Assessment
from scorecard.numbers.period import Period
from scorecard.project.errors import CannotRunError
from scorecard.project.load import measured
from scorecard.project.targets import Gathered, same_period

Key = tuple[str, str]
"""A framework by id and edition: what units must share to be compared."""


class Choice(NamedTuple):
    """What the shared options say: None leaves it open."""

    framework: str | None = None
    period: Period | None = None
    level: str | None = None


def select(gathered: Gathered, choice: Choice, *, every_period: bool = False) -> list[Assessment]:
    """Return what the targets name, of each unit under each framework its latest period.

    Files that were named one by one are all taken. The order is that of the targets. Raise
    CannotRunError for a framework, a period or a level that none of them is of.
    """
    named, found = measured(gathered.files), measured(gathered.found)
    known = sorted({assessment.framework.id for assessment in (*named, *found)})
    if choice.framework and known and choice.framework not in known:
        hint = suggestion(choice.framework, known) or f"there is {', '.join(known)}"
        raise CannotRunError(f'no scorecard is under a framework "{choice.framework}": {hint}')
    fitting = _fitting(found, choice)
    chosen = [*_fitting(named, choice), *(fitting if every_period else latest(fitting))]
    if (named or found) and not chosen:
        count = len(named) + len(found)
        raise CannotRunError(f"none of the {count} scorecards here is {_asked(choice)}")
    return chosen


def _asked(choice: Choice) -> str:
    asked = (
        f'under "{choice.framework}"' if choice.framework else "",
        f"for {choice.period.text}" if choice.period else "",
        f"of the level {choice.level}" if choice.level else "",
    )
    return " and ".join(part for part in asked if part)


def peers(assessment: Assessment, everything: Iterable[Assessment]) -> list[Assessment]:
    """Return those that a unit is ranked among: of each other unit its latest, and itself."""
    key, unit = framework_key(assessment), assessment.scorecard.unit.id
    alike = (each for each in everything if framework_key(each) == key)
    return [assessment, *latest(each for each in alike if each.scorecard.unit.id != unit)]


def one_framework(
    assessments: Sequence[Assessment], gathered: Gathered
) -> tuple[list[Assessment], list[Key]]:
    """Return the scorecards under the framework of most units, and the other frameworks.

    Raise CannotRunError where that would leave out a file or a unit that was named, and where
    units are under two frameworks of one id and edition that are not the same.
    """
    tables: dict[Key, list[Assessment]] = defaultdict(list)
    for each in assessments:
        tables[framework_key(each)].append(each)
    units = {key: {each.scorecard.unit.id for each in table} for key, table in tables.items()}
    asked = set(gathered.units)
    most = min(tables, key=lambda key: (-len(units[key] & asked), -len(tables[key]), key))
    odd = [each for each in measured(gathered.files) if framework_key(each) != most]
    left = [each for each in odd if each in assessments]
    left += [each for each in assessments if each.scorecard.unit.id in asked - units[most]]
    first, *more = tables[most]
    if left:
        raise CannotRunError(
            f"units under different frameworks cannot be compared: {_described(first)}, "
            f"and {_described(left[0])}"
        )
    for other in more:
        if other.framework != first.framework:
            raise CannotRunError(
                f'"{first.scorecard.unit.id}" and "{other.scorecard.unit.id}" are under two '
                f'frameworks that are not the same, but both are "{most[0]}", edition {most[1]}: '
                f"give one of them another edition"
            )
    return tables[most], sorted(key for key in tables if key != most)


def framework_key(assessment: Assessment) -> Key:
    """Return what a unit must share with another to be compared with it."""
    return assessment.framework.id, assessment.framework.edition


def latest(assessments: Iterable[Assessment]) -> list[Assessment]:
    """Return the latest of each unit's periods under each framework, in the order given.

    A period whose year is stated counts as later than one whose year is not.
    """
    best: dict[tuple[Key, str], Assessment] = {}
    for assessment in assessments:
        key = (framework_key(assessment), assessment.scorecard.unit.id)
        if key not in best or _recency(assessment) > _recency(best[key]):
            best[key] = assessment
    return list(best.values())


def _recency(assessment: Assessment) -> tuple[bool, int, int]:
    """Return what is greater for a later period; of unstated years the part of the year decides."""
    _, start, month, months = assessment.scorecard.period
    first = month if start is None else start
    return start is not None, first + months, first


def _fitting(assessments: Iterable[Assessment], choice: Choice) -> list[Assessment]:
    return [
        each
        for each in assessments
        if choice.framework in (None, each.framework.id)
        and choice.level in (None, each.scorecard.unit.level)
        and (choice.period is None or same_period(each.scorecard.period, choice.period))
    ]


def _described(assessment: Assessment) -> str:
    framework, edition = framework_key(assessment)
    return f'"{assessment.scorecard.unit.id}" is under "{framework}", edition {edition}'
