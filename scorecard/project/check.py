"""All that is wrong in files: in each by itself, by several processes and a cache, and in all."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from scorecard.diagnostic import Diagnostic, Finding
from scorecard.measure.assessment import Assessment
from scorecard.model.register import Register
from scorecard.model.settings import Settings
from scorecard.pool import Step, in_batches
from scorecard.project.cache import Cache
from scorecard.project.cache_file import cache_folder
from scorecard.project.checked import Checked
from scorecard.project.fingerprint import digest, digest_of
from scorecard.project.folders import files_at
from scorecard.project.frameworks import Frameworks
from scorecard.project.load import PLACE, File, check_together, load
from scorecard.project.places import linked
from scorecard.project.registers import territory
from scorecard.rules.findings import check_folder
from scorecard.rules.folder import Folder
from scorecard.toml.document import Document
from scorecard.toml.load import SETTINGS
from scorecard.toml.reading import read


class Inspection(NamedTuple):
    """The files that were checked, and all that is wrong in them, in their order."""

    names: Sequence[str]
    diagnostics: list[Diagnostic]


def check(places: Sequence[Path], step: Step, *, jobs: int, cached: bool) -> Inspection:
    """Check the files at these places.

    What was found in files that have not changed since is taken from the cache where it is
    wanted, and what is found now is kept there; without it the answer is the same. Where links
    lead to a place, nothing is kept. Raise CannotRunError for what is not there.
    """
    names = files_at(places)
    folder = cache_folder() if cached and not any(map(linked, places)) else None
    kept = Cache(folder) if folder else None
    found: dict[str, Checked] = {}
    for name, checked in kept.unchanged(names) if kept else ():
        found[name] = checked
        step(1)
    left = [name for name in names if name not in found]
    for batch in in_batches(partial(_checker, keeping=kept is not None), left, jobs):
        found.update(batch)
        if kept:
            kept.keep(batch)
        step(len(batch))
    files = {name: found[name] for name in names}
    together = kept.together(files) if kept else None
    if together is None:
        together = list(_together(files))
        if kept:
            kept.keep_together(files, together)
    if kept:
        kept.close()
    return Inspection(names, _in_order(files, together))


def check_text(name: str, data: bytes | Finding) -> Inspection:
    """Check what stands for a file of this name, as that is checked where it is named alone."""
    file = load(data, name, Frameworks())
    record = file.record
    (told,) = check_together({name: file}, {name: record} if record else {})
    return Inspection([name], told.diagnostics)


def _checker(*, keeping: bool) -> "partial[list[tuple[str, Checked]]]":
    """Return what checks the files of a batch, each by itself, under frameworks read once."""
    return partial(_check_each, Frameworks(), keeping=keeping)


def _check_each(
    frameworks: Frameworks, names: Sequence[str], *, keeping: bool
) -> list[tuple[str, Checked]]:
    found = []
    for name in names:
        data = read(name)
        # Only where it is kept has it to be known again.
        said = digest(data) if keeping else ""
        found.append((name, _checked(load(data, name, frameworks), said)))
    return found


def _checked(file: File, said: str) -> Checked:
    own = file.with_findings(file.findings)
    under = file.under
    framework: tuple[tuple[str, str], ...] = ()
    if under and under.path:
        # How far its name may lead hangs on the repository.
        home = f"{os.path.dirname(os.path.abspath(file.path))}/"  # noqa: PTH100, PTH120
        framework = (under.path, under.digest), (home, digest_of(home))
    return Checked(
        file.record,
        tuple(own.diagnostics),
        file.ignored,
        said,
        (*framework, *file.beside),
        file.register is not None,
    )


def _together(files: Mapping[str, Checked]) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what files get wrong together, each with the name of its file."""
    records = {name: each.record for name, each in files.items() if each.record}
    again = _Again()
    others = [name for name in files if name not in records]
    said = {name: again.settings(name) for name in others if name.endswith(SETTINGS)}
    settings = {name: each for name, each in said.items() if each}
    listed = (name for name in others if files[name].register)
    own = [register for name in listed if (register := again.register(name))]
    where = territory({each.level for each in records.values()}, own)
    folder = Folder(records, again.measured, settings, others, where)
    for name, finding in check_folder(folder):
        if finding.code not in files[name].ignored:
            yield name, again.document(name).diagnostic(finding)


def _in_order(
    files: Mapping[str, Checked], together: Iterable[tuple[str, Diagnostic]]
) -> list[Diagnostic]:
    """Return all that is wrong, by file and place."""
    wrong = {name: list(each.diagnostics) for name, each in files.items() if each.diagnostics}
    for name, item in together:
        wrong.setdefault(name, []).append(item)
    return [item for name in files if name in wrong for item in sorted(wrong[name], key=PLACE)]


class _Again:
    """Files read a second time, for rules across files that accuse them; few are."""

    def __init__(self) -> None:
        self._frameworks = Frameworks()
        self._documents: dict[str, Document] = {}

    def measured(self, names: Sequence[str]) -> Mapping[str, Assessment]:
        """Return the scorecards of files that are looked at together."""
        files = {name: self._load(name) for name in names}
        return {name: file.assessment for name, file in files.items() if file.assessment}

    def settings(self, name: str) -> Settings | None:
        """Return what a file says of its folder, if it does."""
        return self._load(name).settings

    def register(self, name: str) -> Register | None:
        """Return what a file says of units over time, if it does."""
        return self._load(name).register

    def document(self, name: str) -> Document:
        """Return the text of a file; the last one is kept, as several things are told of it."""
        if name not in self._documents:
            self._documents = {name: self._load(name).document}
        return self._documents[name]

    def _load(self, name: str) -> File:
        return load(read(name), name, self._frameworks)
