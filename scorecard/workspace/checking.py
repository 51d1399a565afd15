"""Any number of files checked, each by itself and then all together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from scorecard.check.facts import Facts
from scorecard.diagnostic import Diagnostic
from scorecard.files.document import Document
from scorecard.files.load import content
from scorecard.files.text import Reader
from scorecard.files.text import read as read_file
from scorecard.measure.assessment import Assessment
from scorecard.workspace.crew import batches, examiner
from scorecard.workspace.inspection import Step
from scorecard.workspace.opening import opened
from scorecard.workspace.records import opened_records, recording
from scorecard.workspace.shelf import Shelf, Use

_PLACE = attrgetter("line", "column", "code", "message")


@dataclass(frozen=True)
class Checked:
    """All that is wrong in files, by file and place, and the frameworks that were looked up."""

    diagnostics: list[Diagnostic]
    used: Mapping[str, Use]


def check(
    names: Sequence[str],
    step: Step,
    *,
    read: Reader = read_file,
    jobs: int = 1,
    records: Path | None = None,
) -> Checked:
    """Check files; `records` is where is kept what was found in each of them the last time."""
    known: dict[str, Facts] = {}
    found: dict[str, list[Diagnostic]] = {}
    ignored: dict[str, tuple[str, ...]] = {}
    with opened_records(records) as before, recording(records) as now:
        used = dict(before.used) if before else {}
        place = iter(names)
        for batch in batches(names, examiner(read, before), jobs):
            for record, name in zip(batch.records, place, strict=False):
                now.add(name, record)
                file = record.examined
                if file.facts is not None:
                    known[name] = file.facts
                if file.diagnostics:
                    found[name] = list(file.diagnostics)
                if file.ignored:
                    ignored[name] = file.ignored
            used |= batch.used
            step(len(batch.records))
        now.end(used)
    if len(known) > 1:
        for name, item in _found_together(known, read):
            if item.code not in ignored.get(name, ()):
                found.setdefault(name, []).append(item)
    in_order = [item for name in names for item in sorted(found.get(name, ()), key=_PLACE)]
    return Checked(in_order, used)


def _found_together(known: Mapping[str, Facts], read: Reader) -> Iterator[tuple[str, Diagnostic]]:
    from scorecard.check.folder_rules import check_together

    again = _Again(read)
    for name, finding in check_together(known, again.open):
        yield name, again.document(name).diagnostic(finding)


class _Again:
    """Files opened a second time, where rules across files have to see more than their facts."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._shelf = Shelf()
        self._documents: dict[str, Document] = {}

    def open(self, names: Sequence[str]) -> Mapping[str, Assessment]:
        """Return scorecards that are looked at together; their texts are kept until the next."""
        files = [
            opened(Path(name), content(Path(name), name, self._read), self._shelf) for name in names
        ]
        self._documents = {file.document.name: file.document for file in files}
        return {file.document.name: file.assessment for file in files if file.assessment}

    def document(self, name: str) -> Document:
        """Return the text of a file."""
        if name not in self._documents:
            self._documents[name] = content(Path(name), name, self._read).document
        return self._documents[name]
