"""`scorecard validate`: every fault at its line, all at once."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from scorecard.annotate import FORMATS
from scorecard.annotate.report import Report
from scorecard.cli import options
from scorecard.cli.output import exit_code, leave, medium, write
from scorecard.workspace.opening import open_files
from scorecard.workspace.targets import files_at

Format = Literal["text", "json"]
"""How findings are written."""


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files and folders; else the folder of --dir.",
            show_default=False,
        ),
    ] = None,
    folder: options.Folder = Path("scorecards"),
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How to write what is found.")
    ] = "text",
    output: options.Output = None,
    colour: options.ColourOption = "auto",
) -> None:
    """Check files: shape, names, figures, sums, and what their sources conclude."""
    opened = open_files(files_at(paths or [folder]))
    found = [diagnostic for file in opened for diagnostic in file.diagnostics]
    text = FORMATS[format_](Report(len(opened), found), medium(colour, to_file=output is not None))
    write(text, output)
    leave(exit_code(opened))
