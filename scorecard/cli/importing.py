"""The argument and the options of `scorecard import`."""

from pathlib import Path
from typing import Annotated, NamedTuple, get_args

import typer

from scorecard.cli.completion import bundled, files
from scorecard.cli.options import ColourOption, LanguageOption
from scorecard.text.formats import FindingsFormat

_READ = "How the book is read"
_WRITING = "How it is written"

Book = Annotated[
    Path,
    typer.Argument(
        metavar="BOOK",
        help="A workbook (.xlsx, .xlsm, .xls) or a CSV.",
        autocompletion=files,
    ),
]


class Importing(NamedTuple):
    """How a book is read, and what becomes of it."""

    map: Annotated[
        Path | None,
        typer.Option(
            "--map",
            rich_help_panel=_READ,
            metavar="FILE",
            help="The map of the book; without it, one is drafted.",
            autocompletion=files,
        ),
    ] = None
    sheet: Annotated[
        str | None,
        typer.Option(
            "--sheet",
            rich_help_panel=_READ,
            metavar="NAME",
            help="This sheet, whatever the map says; * for all, a unit a sheet.",
        ),
    ] = None
    framework: Annotated[
        str | None,
        typer.Option(
            "--framework",
            rich_help_panel=_READ,
            metavar="FRAMEWORK",
            help="Whose indicators a drafted map names: a bundled one, or a .toml file.",
            autocompletion=bundled,
        ),
    ] = None
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            rich_help_panel=_WRITING,
            metavar="FILE",
            help="A new file for a drafted map; a framework that it needs is written beside it.",
            autocompletion=files,
        ),
    ] = None
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            rich_help_panel=_WRITING,
            help="Write the scorecards; else what would change is shown.",
        ),
    ] = False
    format: Annotated[
        FindingsFormat,
        typer.Option(
            "--format",
            "-f",
            rich_help_panel=_WRITING,
            metavar="FORMAT",
            help=f"How to write what is found: {', '.join(get_args(FindingsFormat))}. All but text "
            "are written to standard output, in the place of what would change.",
        ),
    ] = "text"
    language: LanguageOption = None
    colour: ColourOption = "auto"
