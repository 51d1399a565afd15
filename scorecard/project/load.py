"""Files read, put under their frameworks and checked: the one road for every command."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scorecard.diagnostic import PLACE, Diagnostic, Finding
from scorecard.i18n.rules import Severity
from scorecard.measure.assessment import Assessment
from scorecard.measure.kept import Kept, kept, opened
from scorecard.measure.territory import Territory, who
from scorecard.model.framework import Framework
from scorecard.model.register import Register
from scorecard.model.scorecard import Scorecard
from scorecard.pool import Step, in_batches, processors
from scorecard.project.frameworks import Found, Frameworks, Opened
from scorecard.project.ignoring import heeded
from scorecard.project.import_files import is_of_import, map_findings
from scorecard.project.registers import territory
from scorecard.rules.defaults import told_once
from scorecard.rules.findings import (
    check_figures,
    check_folder,
    check_framework,
    check_register,
    check_scorecard,
    figure_faults,
)
from scorecard.rules.folder import Folder
from scorecard.rules.record import Record, record
from scorecard.toml.document import Document
from scorecard.toml.load import MOST, content, shaped_either
from scorecard.toml.reading import read

if TYPE_CHECKING:
    # Few folders have settings, and their models take long to load.
    from scorecard.model.settings import Settings

NONE: Mapping[str, Any] = {}
"""What most scorecards have of errors and texts: one for all, as there may be very many."""


class File(NamedTuple):
    """One file; the assessment is None where it is no scorecard, but of another kind or at fault.

    `under` is what the scorecard means by the name of its framework. `beside` are the paths of
    the texts of its sources, each with what tells what it says. `ignored` are codes of findings
    that it says to leave out. `of_import` is a map of a book, or what an import keeps beside it.
    """

    path: Path
    document: Document
    assessment: Assessment | None
    findings: tuple[Finding, ...]
    framework: bool = False
    settings: "Settings | None" = None
    register: Register | None = None
    under: Found | None = None
    beside: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    of_import: bool = False

    @property
    def unread(self) -> bool:
        """Whether this should have been a scorecard, and cannot be measured."""
        others = self.framework or self.settings or self.register or self.of_import
        return self.assessment is None and not others

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """The findings at their places, in the order of the text."""
        found = [self.document.diagnostic(finding) for finding in self.findings]
        return sorted(found, key=PLACE)

    @property
    def record(self) -> Record | None:
        """What rules across files see of it; None where it cannot be measured."""
        return record(self.assessment, faulty(self.findings)) if self.assessment else None

    def with_findings(self, findings: Iterable[Finding]) -> "File":
        """Return the file with these findings, but for those that it says to leave out."""
        return self._replace(findings=heeded(self.ignored, findings))


def load(
    data: bytes | Finding,
    path: Path | str,
    frameworks: Frameworks,
    least: Severity = Severity.NOTE,
) -> File:
    """Return what the bytes of a file come to, with all that is wrong in it by itself.

    Of a scorecard that can be measured, what weighs less than `least` need not be there.
    """
    path = Path(path)
    said = content(data, path.as_posix())
    if said.data is not None and is_of_import(said.data):
        return File(path, said.document, None, map_findings(said), of_import=True)
    loaded = shaped_either(said)
    model, file = loaded.model, File(path, loaded.document, None, loaded.findings)
    if isinstance(model, Scorecard):
        return _of_scorecard(file, model, frameworks, least)
    if isinstance(model, Framework):
        findings = (*loaded.findings, *_first(told_once(model, check_framework(model))))
        return file._replace(findings=findings, framework=True)
    if isinstance(model, Register):
        findings = (*loaded.findings, *_first(check_register(model)))
        return file._replace(findings=findings, register=model)
    return file._replace(settings=model)


def load_alone(data: bytes | Finding, path: Path | str, frameworks: Frameworks) -> File:
    """Return what the bytes of a file come to, with all that rules across files say of it alone."""
    file = load(data, path, frameworks)
    name, seen = file.path.as_posix(), file.record
    return check_together({name: file}, {name: seen} if seen else {})[0]


def _of_scorecard(file: File, model: Scorecard, frameworks: Frameworks, least: Severity) -> File:
    path, document = file.path, file.document
    under = frameworks.find(model.framework, path.as_posix())
    if isinstance(under.framework, Finding):
        return file._replace(findings=(*file.findings, under.framework), under=under)
    own = list(check_figures(model, under.framework))
    errors = {**figure_faults(own), **under.faults.errors}
    texts = frameworks.texts.of(model, path)
    assessment = Assessment(
        model,
        under.framework,
        errors=errors,
        fault=under.faults.whole,
        origin=document,
        texts={name: each.text for name, each in texts.items()},
    )
    found = _first(told_once(model, chain(own, check_scorecard(assessment, least))))
    findings = (*file.findings, *found)
    beside = tuple(chain.from_iterable(each.beside for each in texts.values()))
    return file._replace(
        assessment=assessment,
        findings=findings,
        under=under,
        beside=beside,
        ignored=tuple(model.ignore),
    )


def load_all(
    paths: Iterable[Path],
    step: Step = lambda _: None,
    least: Severity = Severity.NOTE,
    to_sum_up: Collection[str] = (),
) -> list[File]:
    """Read files and check them, each by itself and all together; `step` is told of each.

    The order is that of the paths; a file that cannot be read comes with the finding that says so.
    What weighs less than `least` need not be found. The scorecards of the names `to_sum_up` are
    summed up where they are read.
    """
    frameworks = Frameworks()
    files: dict[str, File] = {}
    records: dict[str, Record] = {}
    known = {path.as_posix(): path for path in paths}
    batches = in_batches(partial(_reader, least, to_sum_up), list(known), processors())
    for (name, path), part in zip(known.items(), chain.from_iterable(batches), strict=True):
        files[name] = _joined(part._replace(file=part.file._replace(path=path)), frameworks)
        if part.record:
            records[name] = part.record
        step(1)
    told = check_together(files, records, least)
    # All numbers rest on the frameworks, so what is wrong with them is told as well.
    wrong = (opened for opened in frameworks.faulty() if opened.path.as_posix() not in files)
    return [*told, *(_of_framework(opened) for opened in wrong)]


def check_together(
    files: Mapping[str, File], records: Mapping[str, Record], least: Severity = Severity.NOTE
) -> list[File]:
    """Return files with what they get wrong together as well, if it is of so much weight."""
    found: dict[str, list[Finding]] = defaultdict(list)
    settings = {name: file.settings for name, file in files.items() if file.settings}
    unread = [name for name, file in files.items() if file.unread]
    where = territory_of(files.values())
    together = Folder(records, lambda names: _measured(files, names), settings, unread, where)
    for name, finding in check_folder(together, least):
        found[name].append(finding)
    return [
        file.with_findings((*file.findings, *found.get(name, ()))) for name, file in files.items()
    ]


class _Part(NamedTuple):
    """A file as it is sent from process to process, without its framework, which many share.

    `place` is that of a `Found`, and `sums` are what an assessment can remember.
    """

    file: File
    card: Kept | None
    errors: Mapping[str, Finding]
    record: Record | None
    place: str | None = None
    sums: Mapping[str, object] = NONE


def _reader(least: Severity, to_sum_up: Collection[str]) -> "partial[list[_Part]]":
    """Return what reads the files of a batch, under frameworks read once."""
    return partial(_read_each, Frameworks(), least, to_sum_up)


def _read_each(
    frameworks: Frameworks, least: Severity, to_sum_up: Collection[str], names: Sequence[str]
) -> list[_Part]:
    return [
        _part(load(read(name), name, frameworks, least), summed=name in to_sum_up) for name in names
    ]


def _part(file: File, *, summed: bool) -> _Part:
    whole = file.assessment
    told = whole is None or file.findings
    document = file.document.packed() if told else file.document.left()
    lean = file._replace(document=document, assessment=None, under=None)
    if whole is None:
        return _Part(lean, None, {}, None)
    place = file.under and file.under.place
    sums = whole.sum_up() if summed else NONE
    return _Part(lean, kept(whole.card), whole.errors, file.record, place, sums)


def _joined(part: _Part, frameworks: Frameworks) -> File:
    """Return a file with its scorecard under its framework, which is read once for all."""
    file, card = part.file, part.card
    if card is None:
        return file
    under = frameworks.find_again(card.framework, file.path.as_posix(), part.place)
    if isinstance(under.framework, Finding):
        # It was there a moment ago.
        return file._replace(findings=(*file.findings, under.framework), under=under)
    texts = frameworks.texts.of(opened(card), file.path) if file.beside else {}
    assessment = Assessment(
        card,
        under.framework,
        errors=part.errors or NONE,
        fault=under.faults.whole,
        origin=file.document,
        texts={name: each.text for name, each in texts.items()} or NONE,
    )
    assessment.remember(part.sums)
    return file._replace(assessment=assessment, under=under)


def _of_framework(opened: Opened) -> File:
    return File(opened.path, opened.loaded.document, None, opened.errors, framework=True)


def measured(files: Iterable[File]) -> list[Assessment]:
    """Return the scorecards among files that can be measured, in their order."""
    return [file.assessment for file in files if file.assessment]


def territory_of(files: Iterable[File]) -> Territory:
    """Return what registers, those among the files too, say of units that are like theirs."""
    everything = list(files)
    units = (who(each.card.unit) for each in measured(everything))
    return territory(units, [file.register for file in everything if file.register])


def _measured(files: Mapping[str, File], names: Sequence[str]) -> dict[str, Assessment]:
    # What is looked at of them is gone with what looks at it.
    return {name: whole.lean() for name in names if (whole := files[name].assessment)}


def faulty(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the figures that findings say are wrong by themselves, their targets apart."""
    for finding in findings:
        table, figure, key = (*finding.path[:3], "", "", "")[:3]
        own = table == "figures" and figure and key not in ("target", "baseline")
        if own and finding.severity is Severity.ERROR:
            yield str(figure)


def _first(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings up to the hundredth error: who mends those will see the rest."""
    errors = 0
    for finding in findings:
        errors += finding.severity is Severity.ERROR
        if errors > MOST:
            yield Finding("SC110", finding.path, {"count": ""})
            return
        yield finding
