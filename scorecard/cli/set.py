"""`scorecard set`: figures changed in files, which keep all else as it is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from scorecard.cli.groups import Which
from scorecard.cli.output import Exit, leave, report, report_findings, write
from scorecard.cli.progress import progress
from scorecard.diagnostic import Diagnostic
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.i18n.rules import Severity
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework
from scorecard.project.errors import CannotRunError
from scorecard.project.frameworks import Frameworks
from scorecard.project.load import File, load_alone
from scorecard.project.measures import indicators_meant
from scorecard.project.places import is_there
from scorecard.project.selection import Choice, select
from scorecard.project.setting import (
    Assignment,
    Beside,
    read_assignment,
    refuse_unknown,
    still_beside,
    with_figures,
)
from scorecard.project.targets import Gathered, gather, read_period
from scorecard.project.unified_diff import unified_diff
from scorecard.project.write import Changed, write_all
from scorecard.rules.references import some_of
from scorecard.text.printable import printable
from scorecard.toml.reading import read


def set_figures(typed: Sequence[str], which: Which, *, dry_run: bool) -> None:
    """Change figures in the files that the words name; all of them are written, or none."""
    targets, assignments = _parted(typed)
    with progress(quiet=False) as step:
        gathered = gather(targets, which.folder, step)
    choice = Choice(which.framework, read_period(which.period))
    files = _chosen(gathered, select(gathered, choice), assignments)
    frameworks = Frameworks()
    changed = [_changed(*each, assignments, frameworks) for each in files]
    new = [item for each in changed for item in each.new]
    _tell(new, len(changed))
    written = [each.file for each in changed if each.file.before != each.file.after]
    if dry_run:
        write(unified_diff(written), None)
    if any(item.severity is Severity.ERROR for item in new):
        report(f"scorecard: {say('error.not-written')}\n")
        leave(Exit.FINDINGS)
    _remind([item for each in changed for item in each.beside])
    if dry_run:
        return
    write_all(written)
    lines = [line for each in changed for line in each.lines]
    words = Words(spoken())
    count = words("set.done", figures=len(lines), files=len(written))
    write("".join(f"{line}\n" for line in [*lines, count]), None)


class _Changed(NamedTuple):
    """A file as it is to be, what is newly wrong with it, and what is told of its figures.

    `beside` is what still stands beside new values.
    """

    file: Changed
    new: list[Diagnostic]
    lines: Sequence[str]
    beside: Sequence[Beside]


def _changed(
    file: File, assessment: Assessment, assignments: Sequence[Assignment], frameworks: Frameworks
) -> _Changed:
    data, text, name = read(str(file.path)), file.document.text, file.path.as_posix()
    if not isinstance(data, bytes) or not data.endswith(text.encode()):
        raise CannotRunError(say("error.changed", name=name))
    better, done = with_figures(text, assessment.framework, assignments)
    after = data.removesuffix(text.encode()) + better.encode()
    was, then = (load_alone(each, file.path, frameworks) for each in (data, after))
    lines = [
        printable(f"{name}: {each.typed.name}: {each.before or '–'} → {each.after or '–'}")
        for each in done
    ]
    beside = list(still_beside(better, done))
    return _Changed(Changed(file.path, data, after), list(_new(then, was)), lines, beside)


def _parted(words: Sequence[str]) -> tuple[list[str], list[Assignment]]:
    """Return which words are targets, and what the others set."""
    assignments = {word: read_assignment(word) for word in words if not is_there(Path(word))}
    targets = [word for word in words if not assignments.get(word)]
    wanted = [each for each in assignments.values() if each]
    if not targets or not wanted:
        raise CannotRunError(say("error.set"))
    return targets, wanted


def _chosen(
    gathered: Gathered, shown: Sequence[Assessment], assignments: Sequence[Assignment]
) -> list[tuple[File, Assessment]]:
    """Return the files to change: of a unit those under the framework that has the indicators."""
    ids = {id(each) for each in shown}
    files = [
        (file, file.assessment)
        for file in gathered.chosen
        if file.assessment and id(file.assessment) in ids
    ]
    if unread := [file.path.as_posix() for file in gathered.chosen if file.unread]:
        raise CannotRunError(say("error.unreadable", name=unread[0]))
    if not files:
        raise CannotRunError(say("error.none-named"))
    wanted = {each.indicator for each in assignments}
    refuse_unknown(wanted, [assessment.framework for _, assessment in files])
    known = [each for each in files if _has(each[1].framework, wanted)]
    named = {file.path for file in gathered.files}
    paths = {file.path for file, _ in known}
    lacking = [each for each in files if each[0].path in named - paths]
    return [*known, *lacking] or files[:1]


def _has(framework: Framework, wanted: Iterable[str]) -> bool:
    return all(indicators_meant(name, [framework]) for name in wanted)


def _new(after: File, before: File) -> Iterable[Diagnostic]:
    """Return what is wrong in a file that was not wrong before."""
    known = Counter((item.code, item.message) for item in before.diagnostics)
    for item in after.diagnostics:
        known[item.code, item.message] -= 1
        if known[item.code, item.message] < 0:
            yield item


def _remind(beside: Sequence[Beside]) -> None:
    """Say, once an indicator, what still stands beside its new values, and how it is changed."""
    for name in dict.fromkeys(each.indicator for each in beside):
        own = [each for each in beside if each.indicator == name]
        keys = dict.fromkeys(each.key for each in own)
        ways = (f"{name}.{key}={'' if key == 'claimed' else '…'}" for key in keys)
        told = {"beside": some_of({each.written for each in own}), "ways": ", ".join(ways)}
        report(f"{printable(say('set.beside', name=name, **told))}\n")


def _tell(found: Sequence[Diagnostic], checked: int) -> None:
    """Say what is newly wrong, notes apart."""
    report_findings([item for item in found if item.severity is not Severity.NOTE], checked)
