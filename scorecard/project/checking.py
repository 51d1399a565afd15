"""Any number of files checked, each by itself and then all together."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scorecard.diagnostic import Diagnostic
from scorecard.measure.assessment import Assessment
from scorecard.project.batch import examiner
from scorecard.project.crew import batches
from scorecard.project.examining import Examined
from scorecard.project.inspection import Step
from scorecard.project.opening import PLACE, opened
from scorecard.project.shelf import Shelf, Use, together
from scorecard.project.spool import Spool
from scorecard.rules.facts import VALUE, Facts
from scorecard.toml.document import Document
from scorecard.toml.load import content
from scorecard.toml.reading import Reader
from scorecard.toml.reading import read as read_file

if TYPE_CHECKING:
    from scorecard.project.records import Recording, Records


MANY = 1000
"""What so many files get wrong together takes longer to find than another process to begin."""


class Checked(NamedTuple):
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
    with closing(Spool()) as values, _kept(records) as (before, now):
        found = _Found(values)
        used = dict(before.used) if before else {}
        place = iter(names)
        with batches(names, examiner(read, before), jobs) as examined:
            for batch in examined:
                for record, name in zip(batch.records, place, strict=False):
                    found.add(name, record.examined)
                    if now:
                        now.add(name, record)
                used = together(used, batch.used)
                step(len(batch.records))
        if now:
            now.end(used)
        found.together(read, jobs)
    return Checked(found.in_order(names), used)


class _Found:
    """What is kept of files, by their names, and what is wrong in them."""

    def __init__(self, values: Spool) -> None:
        self._known: dict[str, Facts] = {}
        self._values = values
        self._wrong: dict[str, list[Diagnostic]] = {}
        self._ignored: dict[str, tuple[str, ...]] = {}

    def add(self, name: str, file: Examined) -> None:
        """Keep what was found in a file by itself."""
        if file.facts is not None:
            # Of what is kept of a file, its values are the most, and they are seldom looked at.
            at = self._values.keep(file.facts.values)
            self._known[name] = file.facts._replace(values=b"", at=at)
        if file.diagnostics:
            self._wrong[name] = list(file.diagnostics)
        if file.ignored:
            self._ignored[name] = file.ignored

    def together(self, read: Reader, jobs: int) -> None:
        """Add what all files get wrong together."""
        if len(self._known) <= 1:
            return
        from scorecard.rules.folder_rules import check_together

        again = _Again(read)
        spread = partial(batches, jobs=jobs if len(self._known) > MANY else 1)
        for name, finding in check_together(self._known, again.open, self._numbers, spread):
            if finding.code not in self._ignored.get(name, ()):
                item = again.document(name).diagnostic(finding)
                self._wrong.setdefault(name, []).append(item)

    def _numbers(self, facts: Facts) -> bytes | bytearray:
        return self._values.of(facts.at, VALUE * facts.shared.under.size)

    def in_order(self, names: Sequence[str]) -> list[Diagnostic]:
        """Return all that is wrong, by file and place."""
        wrong = self._wrong
        return [item for name in names if name in wrong for item in sorted(wrong[name], key=PLACE)]


@contextmanager
def _kept(path: Path | None) -> Iterator[tuple["Records | None", "Recording | None"]]:
    """Give what was recorded the last time, and what records it now, where that is wanted."""
    if path is None:
        yield None, None
        return
    from scorecard.project.records import opened_records, recording

    with opened_records(path) as before, recording(path) as now:
        yield before, now


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
