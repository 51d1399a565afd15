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
from scorecard.cli.output import Exit, exit_code, leave, medium, write
from scorecard.cli.watch import changes
from scorecard.diagnostic import Diagnostic, Finding
from scorecard.files.text import LARGEST, read
from scorecard.printable import printable
from scorecard.workspace.baseline import baseline_text, new_findings
from scorecard.workspace.codes import RULES, chosen_codes
from scorecard.workspace.errors import CannotRunError
from scorecard.workspace.opening import Opened, open_files
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
    code = _check(wanted)
    for _ in changes(places) if watch else ():
        code = _check(wanted)
    leave(code)


def _check(wanted: _Wanted) -> Exit:
    """Check once, and write what was found."""
    opened = _opened(wanted)
    found = [item for file in opened for item in file.diagnostics if item.code in wanted.codes]
    if wanted.write_baseline and wanted.baseline:
        write(baseline_text(found), wanted.baseline)
    counted: Sequence[Diagnostic] = found
    if wanted.baseline:
        counted = new_findings(found, wanted.baseline)
    report = Report(
        checked=len(opened),
        diagnostics=counted,
        files=[printable(file.document.name) for file in opened],
        rules=RULES,
        accepted=len(found) - len(counted),
    )
    text = FORMATS[wanted.format](report, medium(wanted.colour, to_file=wanted.output is not None))
    write(text, wanted.output)
    return exit_code(counted, wanted.fail_on)


def _opened(wanted: _Wanted) -> list[Opened]:
    if STDIN not in wanted.places:
        return open_files(files_at(wanted.places))
    if len(wanted.places) > 1:
        raise CannotRunError("- stands for standard input, and goes with no other file")
    data = sys.stdin.buffer.read(LARGEST + 1)

    def from_stdin(path: Path) -> bytes | Finding:
        return data if path == wanted.stdin_name else read(path)

    return open_files([wanted.stdin_name], from_stdin)
