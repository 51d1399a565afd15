"""Files checked anew: each by itself, as processes share them out, and all together."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from scorecard.diagnostic import Diagnostic, Finding
from scorecard.measure.assessment import Assessment
from scorecard.model.register import Register
from scorecard.project.checked import Checked
from scorecard.project.fingerprint import digest, digest_of
from scorecard.project.frameworks import Frameworks
from scorecard.project.load import File, load, load_alone
from scorecard.project.registers import territory
from scorecard.rules.findings import check_folder
from scorecard.rules.folder import Folder
from scorecard.rules.record import Record
from scorecard.toml.document import Document
from scorecard.toml.load import SETTINGS
from scorecard.toml.reading import read

if TYPE_CHECKING:
    # Few folders have settings, and their models take long to load.
    from scorecard.model.settings import Settings


class New(NamedTuple):
    """What is found in a file by itself, and its record, if it can be measured."""

    checked: Checked
    record: Record | None


UNCHECKED = New(Checked(()), None)
"""What stands for a file of which nothing is known yet."""


def check_text(name: str, data: bytes | Finding) -> list[Diagnostic]:
    """Check what stands for a file of this name, as that is checked where it is named alone."""
    return load_alone(data, name, Frameworks()).diagnostics


def checker(*, keeping: bool) -> "partial[list[tuple[str, New]]]":
    """Return what checks the files of a batch, each by itself, under frameworks read once."""
    return partial(_check_each, Frameworks(), keeping=keeping)


def _check_each(
    frameworks: Frameworks, names: Sequence[str], *, keeping: bool
) -> list[tuple[str, New]]:
    found = []
    for name in names:
        data = read(name)
        # Only where it is kept has it to be known again.
        said = digest(data) if keeping else ""
        found.append((name, _checked(load(data, name, frameworks), said)))
    return found


def _checked(file: File, said: str) -> New:
    own = file.with_findings(file.findings)
    beside = _rests_on(file) if said else ()
    register = file.register is not None
    return New(Checked(tuple(own.diagnostics), file.ignored, said, beside, register), file.record)


def _rests_on(file: File) -> tuple[tuple[str, str], ...]:
    """Return the other files that a file rests on, and the repository that it lies in."""
    under = file.under
    if not (under and under.path):
        return file.beside
    # How far its name may lead hangs on the repository.
    home = f"{os.path.dirname(os.path.abspath(file.path))}/"  # noqa: PTH100, PTH120
    return ((under.path, under.digest), (home, digest_of(home)), *file.beside)


def check_all(files: Mapping[str, New]) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what files get wrong together, each with the name of its file."""
    records = {name: each.record for name, each in files.items() if each.record}
    again = _Again()
    others = [name for name in files if name not in records]
    said = {name: again.settings(name) for name in others if name.endswith(SETTINGS)}
    settings = {name: each for name, each in said.items() if each}
    listed = (name for name in others if files[name].checked.register)
    own = [register for name in listed if (register := again.register(name))]
    where = territory((each.who for each in records.values()), own)
    folder = Folder(records, again.measured, settings, others, where)
    for name, finding in check_folder(folder):
        if finding.code not in files[name].checked.ignored:
            yield name, again.document(name).diagnostic(finding)


class _Again:
    """Files read a second time, for rules across files that accuse them; few are."""

    def __init__(self) -> None:
        self._frameworks = Frameworks()
        self._documents: dict[str, Document] = {}

    def measured(self, names: Sequence[str]) -> Mapping[str, Assessment]:
        """Return the scorecards of files that are looked at together."""
        files = {name: self._load(name) for name in names}
        return {name: file.assessment for name, file in files.items() if file.assessment}

    def settings(self, name: str) -> "Settings | None":
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
