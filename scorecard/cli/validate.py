"""`scorecard validate`: every fault at its line, all at once."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from scorecard.annotate import FORMATS
from scorecard.annotate.report import Report
from scorecard.cli import options
from scorecard.cli.output import Exit, exit_code, leave, medium, report, write
from scorecard.cli.watch import changes
from scorecard.diagnostic import Diagnostic, Finding
from scorecard.files.rules import TOO_LARGE, UNREADABLE
from scorecard.files.text import LARGEST
from scorecard.printable import printable
from scorecard.workspace.baseline import baseline_text, new_findings, refuse_other_than_file
from scorecard.workspace.codes import RULES, chosen_codes
from scorecard.workspace.errors import CannotRunError
from scorecard.workspace.opening import Opened, open_files
from scorecard.workspace.places import refuse_to_replace
from scorecard.workspace.targets import files_at

STDIN = Path("-")
"""What stands for standard input on the command line."""


@dataclass(frozen=True)
class _Wanted:
    """What to check, what counts, and where it goes."""

    places: Sequence[Path]
    codes: frozenset[str]
    fail_on: options.FailOn
    baseline: Path | None
    write_baseline: bool
    stdin_name: Path
    format: str
    output: Path | None
    colour: options.Colour


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Files and folders; - is standard input. Else the folder of --dir.",
            show_default=False,
            readable=False,  # what cannot be read is a finding, beside those of other files
        ),
    ] = None,
    folder: options.Folder = Path("scorecards"),
    fail_on: options.FailOnOption = "error",
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = False,
    stdin_filename: options.StdinName = Path("stdin.toml"),
    watch: options.Watch = False,
    format_: options.FindingsFormat = "text",
    output: options.Output = None,
    colour: options.ColourOption = "auto",
) -> None:
    """Check files: shape, names, figures, sums, and what their sources conclude."""
    if write_baseline and baseline is None:
        raise CannotRunError("--write-baseline needs --baseline FILE, the file to write")
    places = paths or [folder]
    codes = chosen_codes(select or [], ignore or [])
    wanted = _Wanted(
        places, codes, fail_on, baseline, write_baseline, stdin_filename, format_, output, colour
    )
    leave(_watched(wanted) if watch else _check(wanted)[0])


def _watched(wanted: _Wanted) -> Exit:
    """Check again and again, for as long as anybody reads; what cannot be done now may be later."""
    if STDIN in wanted.places:
        raise CannotRunError("--watch looks at files, and standard input is none")
    code = Exit.FINE
    for _ in changes(wanted.places):
        try:
            code, is_read = _check(wanted)
        except CannotRunError as error:
            code, is_read = Exit.COULD_NOT_RUN, True
            report(f"scorecard: {printable(str(error))}\n")
        if not is_read:
            break
    return code


def _check(wanted: _Wanted) -> tuple[Exit, bool]:
    """Check once, and write what was found; return also whether anybody still reads."""
    opened = _opened(wanted)
    for written in (wanted.output, wanted.baseline):
        refuse_to_replace(written, [file.path for file in opened])
    counting = wanted.codes | {UNREADABLE.code}
    found = [item for file in opened for item in file.diagnostics if item.code in counting]
    if wanted.write_baseline and wanted.baseline:
        refuse_other_than_file(wanted.baseline)
        write(baseline_text(found), wanted.baseline)
    counted: Sequence[Diagnostic] = found
    if wanted.baseline:
        counted = new_findings(found, wanted.baseline)
    told = Report(
        checked=len(opened),
        diagnostics=counted,
        files=[printable(file.document.name) for file in opened],
        rules=RULES,
        accepted=len(found) - len(counted),
    )
    text = FORMATS[wanted.format](told, medium(wanted.colour, to_file=wanted.output is not None))
    is_read = write(text, wanted.output)
    return exit_code(counted, wanted.fail_on), is_read


def _opened(wanted: _Wanted) -> list[Opened]:
    if STDIN not in wanted.places:
        return open_files(files_at(wanted.places))
    if len(wanted.places) > 1:
        raise CannotRunError("- stands for standard input, and goes with no other file")
    data = _from_stdin()
    return open_files([wanted.stdin_name], lambda _: data)


def _from_stdin() -> bytes | Finding:
    if sys.stdin is None:
        raise CannotRunError("standard input is closed")
    if sys.stdin.isatty():
        raise CannotRunError("standard input is a terminal: give it a file, as in - < FILE")
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise CannotRunError(f"standard input cannot be read: {error.strerror}") from None
    if len(data) <= LARGEST:
        return data
    return Finding(TOO_LARGE, arguments={"size": f"more than {LARGEST}", "limit": LARGEST})
