"""Files opened, put under their frameworks and checked, each by itself and all together."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from scorecard.diagnostic import Diagnostic, Finding
from scorecard.i18n.rules import Severity
from scorecard.measure.assessment import Assessment, assess
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Scorecard
from scorecard.project.ignoring import heeded
from scorecard.project.inspection import Step
from scorecard.project.shelf import Shelf
from scorecard.rules.catalogue import check_scorecard
from scorecard.toml.document import Document
from scorecard.toml.load import MOST, Content, content, shaped_either
from scorecard.toml.reading import Reader
from scorecard.toml.reading import read as read_file

PLACE = attrgetter("line", "column", "code", "message")
"""By what the diagnostics of a file are put in the order of its text."""


class Opened(NamedTuple):
    """One file; the assessment is None where it is no scorecard, but a framework or at fault."""

    path: Path
    document: Document
    assessment: Assessment | None
    findings: tuple[Finding, ...]
    framework: bool = False

    @property
    def unread(self) -> bool:
        """Whether this should have been a scorecard, and cannot be measured."""
        return self.assessment is None and not self.framework

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """The findings at their places, in the order of the text."""
        found = [self.document.diagnostic(finding) for finding in self.findings]
        return sorted(found, key=PLACE)


def measured(files: Iterable[Opened]) -> list[Assessment]:
    """Return the scorecards among files that can be measured, in their order."""
    return [file.assessment for file in files if file.assessment]


def open_files(
    paths: Iterable[Path], read: Reader = read_file, step: Step = lambda _: None
) -> list[Opened]:
    """Open files, each under the framework that it names, and check them all.

    The order is that of the paths; a file that cannot be read comes with the
    finding that says so. `step` is told of each.
    """
    shelf = Shelf()
    files: dict[str, Opened] = {}
    for path in paths:
        files[str(path)] = _opened(path, shelf, read)
        step(1)
    by_name = {name: file.assessment for name, file in files.items() if file.assessment}
    if len(by_name) > 1:
        from scorecard.rules.folder_rules import check_folder

        for name, finding in check_folder(by_name):
            file = files[name]
            files[name] = file._replace(findings=(*file.findings, finding))
    return [heeding(file) for file in files.values()]


def heeding(file: Opened) -> Opened:
    """Return a file without the findings that it says to leave out."""
    if file.assessment is None or not file.assessment.scorecard.ignore:
        return file
    return file._replace(findings=heeded(file.assessment.scorecard, file.findings))


def _opened(path: Path, shelf: Shelf, read: Reader) -> Opened:
    return opened(path, content(path, path.as_posix(), read), shelf)


def opened(path: Path, read: Content, shelf: Shelf) -> Opened:
    """Put what was read of a file under the framework that it names, and check it by itself."""
    loaded = shaped_either(read)
    match loaded.model:
        case Framework() as framework:
            from scorecard.rules.framework_rules import check_framework

            findings = (*loaded.findings, *_first(check_framework(framework)))
            return Opened(path, loaded.document, None, findings, framework=True)
        case Scorecard() as scorecard:
            found = shelf.find(scorecard.framework, path.as_posix())
            if isinstance(found, Finding):
                return Opened(path, loaded.document, None, (*loaded.findings, found))
            assessment = assess(scorecard, found)
            findings = (*loaded.findings, *_first(check_scorecard(assessment)))
            return Opened(path, loaded.document, assessment, findings)
    return Opened(path, loaded.document, None, loaded.findings)


def _first(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield findings up to the hundredth error: who mends those will see the rest."""
    errors = 0
    for finding in findings:
        errors += finding.severity is Severity.ERROR
        if errors > MOST:
            yield Finding("SC110", finding.path, {"count": ""})
            return
        yield finding
