"""What `show` and `compare` do with a view: write it, and say what is wrong with its files."""

import sys
from collections.abc import Sequence
from pathlib import Path

from scorecard.annotate.report import Report
from scorecard.annotate.text import annotate_text
from scorecard.cli.options import Colour, Format
from scorecard.cli.output import errors, exit_code, leave, medium, report, write
from scorecard.render import FORMATS
from scorecard.view.blocks import View
from scorecard.workspace.opening import Opened

SPREADSHEET = "utf-8-sig"
"""Excel takes a file for UTF-8 only where it begins with the mark for it."""


def present(
    view: View, opened: Sequence[Opened], format_: Format, output: Path | None, colour: Colour
) -> None:
    """Write a view as it was asked for; errors of the files go to stderr and the exit code."""
    text = FORMATS[format_](view, medium(colour, to_file=output is not None))
    write(text, output, encoding=SPREADSHEET if format_ == "csv" else "utf-8")
    found = errors(opened)
    if found:
        report(annotate_text(Report(len(opened), found), medium(colour, sys.stderr)))
    leave(exit_code(found))
