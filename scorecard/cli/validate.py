"""`scorecard validate`: every fault at its line, all at once."""

import sys
from collections.abc import Container, Sequence
from pathlib import Path

from scorecard.cli.groups import Checking
from scorecard.cli.output import STDOUT, Exit, exit_code, format_of, leave, medium, report, write
from scorecard.cli.progress import progress
from scorecard.cli.spreadsheets import workbooks
from scorecard.diagnostic import Diagnostic, Finding
from scorecard.formats.findings import FORMATS, IN_REPOSITORY, Report
from scorecard.i18n.sayings import refusal, say
from scorecard.pool import processors
from scorecard.project.check import Inspection, check
from scorecard.project.codes import chosen_codes
from scorecard.project.errors import CannotRunError
from scorecard.project.places import refuse_to_replace
from scorecard.project.repository import in_repository
from scorecard.project.unified_diff import unified_diff
from scorecard.project.write import write_all
from scorecard.text.formats import FINDINGS_ENDINGS
from scorecard.text.printable import printable
from scorecard.text.signals import held
from scorecard.toml.reading import LARGEST

STDIN = Path("-")
"""What stands for standard input on the command line."""


def validate(wanted: Checking) -> None:
    """Check files: shape, names, figures, sums, and what their sources conclude."""
    if wanted.write_baseline and wanted.baseline is None:
        raise CannotRunError(say("error.needs-baseline"))
    counts = chosen_codes(wanted.select or (), wanted.ignore or ()) | {"SC100"}
    if wanted.fix or wanted.diff:
        leave(_fix(wanted, counts))
    else:
        leave(_watched(wanted, counts) if wanted.watch else _check(wanted, counts)[0])


def _fix(wanted: Checking, counts: Container[str]) -> Exit:
    """Mend files and check what remains; or show the mends, and check the files as they are."""
    if wanted.watch or STDIN in wanted.places:
        raise CannotRunError(say("error.fix"))
    from scorecard.project.mending import mends_in

    changed = mends_in(wanted.places, counts)
    if wanted.diff:
        refuse_to_replace(wanted.output, (file.path for file in changed))
        write(unified_diff(changed), wanted.output)
        found = [item for item in _inspected(wanted).diagnostics if item.code in counts]
        return exit_code(found, wanted.fail_on)
    write_all(changed)
    for file in changed:
        report(f"{say('finding.mended', name=printable(file.path.as_posix()))}\n")
    return _check(wanted, counts)[0]


def _watched(wanted: Checking, counts: Container[str]) -> Exit:
    """Check again and again, for as long as anybody reads; what cannot be done now may be later."""
    if STDIN in wanted.places:
        raise CannotRunError(say("error.watch-stdin"))
    with held():
        from scorecard.cli.watch import changes

    code = Exit.FINE
    for _ in changes(wanted.places):
        try:
            code, is_read = _check(wanted, counts)
        except CannotRunError as error:
            code, is_read = Exit.COULD_NOT_RUN, True
            report(f"scorecard: {printable(str(error))}\n")
        if not is_read:
            break
    return code


def _check(wanted: Checking, counts: Container[str]) -> tuple[Exit, bool]:
    """Check once, and write what was found; return also whether anybody still reads."""
    inspected = _inspected(wanted)
    names, everything = inspected.names, inspected.diagnostics
    for written in (wanted.output, wanted.baseline):
        refuse_to_replace(written, map(Path, names))
    refuse_to_replace(wanted.output, [wanted.baseline] if wanted.baseline else ())
    chosen = format_of(wanted.format, wanted.output, FINDINGS_ENDINGS, "text")
    found = [item for item in everything if item.code in counts]
    counted: Sequence[Diagnostic] = found
    if wanted.baseline:
        counted = _new(found, wanted.baseline, anew=wanted.write_baseline)
    told = Report(
        checked=len(names),
        diagnostics=_for_forge(counted) if chosen in IN_REPOSITORY else counted,
        files=[printable(name) for name in names] if chosen == "junit" else (),
        accepted=len(found) - len(counted),
    )
    to_file = wanted.output not in (None, STDOUT)
    with workbooks():
        content = FORMATS[chosen](told, medium(wanted.colour, to_file=to_file))
    is_read = write(content, wanted.output)
    return exit_code(counted, wanted.fail_on), is_read


def _for_forge(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return findings with the paths of their files from the root of the repository."""
    names = {name: printable(in_repository(name)) for name in {item.file for item in found}}
    return [item._replace(file=names[item.file]) for item in found]


def _new(found: Sequence[Diagnostic], baseline: Path, *, anew: bool) -> list[Diagnostic]:
    """Return what a baseline does not accept; it accepts all where it is written anew."""
    from scorecard.project.baseline import baseline_text, new_findings, refuse_other_than_file

    if anew:
        refuse_other_than_file(baseline)
        write(baseline_text(found), baseline)
    return new_findings(found, baseline)


def _inspected(wanted: Checking) -> Inspection:
    if STDIN not in wanted.places:
        jobs, cached = wanted.jobs or processors(), not wanted.no_cache
        with progress(quiet=wanted.quiet) as step:
            return check(wanted.places, step, jobs=jobs, cached=cached)
    if len(wanted.places) > 1:
        raise CannotRunError(say("error.stdin-alone"))
    with held():
        from scorecard.project.check_files import check_text

    name = wanted.stdin_name.as_posix()
    return Inspection([name], check_text(name, _from_stdin()))


def _from_stdin() -> bytes | Finding:
    if sys.stdin is None:
        raise CannotRunError(say("error.stdin-closed"))
    if sys.stdin.isatty():
        raise CannotRunError(say("error.stdin-terminal"))
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise CannotRunError(say("error.stdin-read", reason=refusal(error))) from None
    if len(data) <= LARGEST:
        return data
    return Finding(
        "SC107", arguments={"size": say("error.more-than", limit=LARGEST), "limit": LARGEST}
    )
