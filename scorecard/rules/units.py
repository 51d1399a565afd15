"""Rules on units across files: names and codes hold, and files are named after their units."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import PurePath

from scorecard.diagnostic import Path
from scorecard.i18n.sayings import say
from scorecard.model.fields import by_language
from scorecard.rules.folder import Folder
from scorecard.rules.letters import tidied
from scorecard.rules.record import Record
from scorecard.rules.registry import FindingsInFiles, finding, on_folders

_PERIOD = re.compile(r"[-_.@ ](?:[0-9]|XXXX)")
"""How a period begins behind the unit in a file's name."""

Said = tuple[Path, str, str]
"""Where a file says something of its unit, what it is about, and what it says."""


@on_folders("SC707")
def names_and_codes(folder: Folder) -> FindingsInFiles:
    """A unit has the same name, in each language, and the same codes, or changes them for good.

    What most files say is taken for right; of as many, what one named after the unit says. What
    holds from one period on is a change by law, and no fault.
    """
    for unit, names in folder.units.items():
        first, *others = (folder.records[name] for name in names)
        if all(other.name == first.name and other.codes == first.codes for other in others):
            continue
        ordered = sorted(names, key=lambda name: not named_after(name, unit))
        for told in (_names, _codes):
            said = {name: list(told(folder.records[name])) for name in ordered}
            yield from _unlike(unit, said, folder)


@on_folders("SC708")
def file_names(folder: Folder) -> FindingsInFiles:
    """Where files are named after their units, all are: the file, or a folder above it.

    Behind the unit a file's name may go on with a period: hue-2025. Where fewer than half of the
    files are named so, the names mean something else.
    """
    odd = [name for name, each in folder.records.items() if not named_after(name, each.unit)]
    if 2 * len(odd) <= len(folder.records):
        for name in odd:
            yield name, finding("SC708", "unit", "id", unit=folder.records[name].unit)


def named_after(name: str, unit: str) -> bool:
    """Whether a file, or a folder that it lies in, is named after a unit."""
    path = PurePath(name)
    dated = path.stem.startswith(unit) and _PERIOD.match(path.stem, len(unit))
    return path.stem == unit or unit in path.parts or bool(dated)


def _names(record: Record) -> Iterator[Said]:
    for language, text in by_language(record.name).items():
        yield ("unit", "name", language) if language else ("unit", "name"), say("unit.name"), text


def _codes(record: Record) -> Iterator[Said]:
    for system, code in record.codes.items():
        yield ("unit", "codes", system), say("unit.code", system=system), code


def _unlike(unit: str, said: Mapping[str, Iterable[Said]], folder: Folder) -> FindingsInFiles:
    """Tell of each file the first thing that it says otherwise than the others do.

    What differs in untidiness alone is told as that.
    """
    by_path: dict[Path, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, things in said.items():
        for path, _, text in things:
            by_path[path][tidied(text, str(path[-1]))].append(name)
    most = {
        path: max(texts, key=lambda text: len(texts[text]))
        for path, texts in by_path.items()
        if not _for_good(texts, folder)
    }
    for name, things in said.items():
        for path, what, text in things:
            usual = most.get(path)
            if usual is not None and tidied(text, str(path[-1])) != usual:
                quoted = {"own": f'"{text}"', "usual": f'"{usual}"'}
                told = {"what": what, "unit": unit, "other": by_path[path][usual][0], **quoted}
                yield name, finding("SC707", *path, **told)
                break


def _for_good(texts: Mapping[str, Sequence[str]], folder: Folder) -> bool:
    """Whether each text is said through one run of time, and no two of them in one period."""
    said = {text: [folder.records[name].period for name in names] for text, names in texts.items()}
    if any(period.start is None for periods in said.values() for period in periods):
        return False
    spans = [
        (
            min((each.end or 0, each.start or 0) for each in periods),
            max((each.end or 0, each.start or 0) for each in periods),
        )
        for periods in said.values()
    ]
    return all(left[1] < right[0] for left, right in pairwise(sorted(spans)))
