"""Rules on units across files: each has one name and one code, and its files are named after it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from scorecard.diagnostic import Finding, Path
from scorecard.measure.assessment import Assessment
from scorecard.rules.letters import tidied

_PERIOD = re.compile(r"[-_.@ ](?:[0-9]|XXXX)")
"""How a period begins behind the unit in a file's name."""

Assessments = Mapping[str, Assessment]
"""Assessments by the name of their file."""

Said = tuple[Path, str, str]
"""Where a file says something of its unit, what it is about, and what it says."""


def names_and_codes(assessments: Assessments) -> Iterator[tuple[str, Finding]]:
    """A unit has the same name, in each language, and the same codes in all its files.

    What most files say is taken for right; of as many, what one named after the unit says.
    """
    files: dict[str, list[str]] = defaultdict(list)
    for name, assessment in assessments.items():
        files[assessment.scorecard.unit.id].append(name)
    for unit, names in files.items():
        first, *others = (assessments[name].scorecard.unit for name in names)
        if all(other.name == first.name and other.codes == first.codes for other in others):
            continue
        names.sort(key=lambda name: not named_after(name, unit))
        for told in (_names, _codes):
            said = {name: list(told(assessments[name])) for name in names}
            yield from _unlike(unit, said)


def file_names(units: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Finding]]:
    """Where files are named after their units, all are: the file, or a folder above it.

    Behind the unit a file's name may go on with a period: hue-2025. Where fewer than half of the
    files are named so, the names mean something else. `units` come with the names of their files.
    """
    number, odd = 0, {}
    for name, unit in units:
        number += 1
        if not named_after(name, unit):
            odd[name] = unit
    if 2 * len(odd) <= number:
        for name, unit in odd.items():
            yield name, Finding("SC708", ("unit", "id"), {"unit": unit})


def named_after(name: str, unit: str) -> bool:
    """Whether a file, or a folder that it lies in, is named after a unit."""
    if f"/{unit}/" in name:
        return True
    path = PurePath(name)
    if path.stem == unit or unit in path.parts:
        return True
    return path.stem.startswith(unit) and bool(_PERIOD.match(path.stem, len(unit)))


def _names(assessment: Assessment) -> Iterator[Said]:
    for language, text in assessment.scorecard.unit.name.items():
        path: Path = ("unit", "name", language) if language else ("unit", "name")
        yield path, "name", text


def _codes(assessment: Assessment) -> Iterator[Said]:
    for system, code in assessment.scorecard.unit.codes.items():
        yield ("unit", "codes", system), f"{system} code", code


def _unlike(unit: str, said: Mapping[str, Iterable[Said]]) -> Iterator[tuple[str, Finding]]:
    """Tell of each file the first thing that it says otherwise than the others do.

    What differs in untidiness alone is told as that.
    """
    by_path: dict[Path, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, things in said.items():
        for path, _, text in things:
            by_path[path][text].append(name)
    usual = {path: max(texts, key=lambda text: len(texts[text])) for path, texts in by_path.items()}
    for name, things in said.items():
        for path, what, text in things:
            language = str(path[-1])
            if tidied(text, language) != tidied(usual[path], language):
                arguments = {
                    "what": what,
                    "unit": unit,
                    "own": f'"{text}"',
                    "usual": f'"{usual[path]}"',
                    "other": by_path[path][usual[path]][0],
                }
                yield name, Finding("SC707", path, arguments)
                break
