"""Options that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Format = Literal["table", "json", "csv", "markdown"]
"""How a view is written."""

Colour = Literal["auto", "always", "never"]
"""When colours are used."""

Level = Literal["nation", "region", "province", "district", "commune", "village", "agency"]
"""What kind of unit, the largest first."""

Targets = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="TARGET",
        help="A file, a folder, or a unit: cao-bang, cao-bang@2025-H1.",
        show_default=False,
    ),
]
Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Files and folders; - is standard input. Else the folder of --dir.",
        show_default=False,
        readable=False,  # what cannot be read is a finding, beside those of other files
    ),
]
Folder = Annotated[
    Path,
    typer.Option("--dir", envvar="SCORECARD_DIR", help="Where units are looked up."),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="How to write it; else by the ending of -o (.csv, .json, .md), else as a table.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help="A file to write to, whole or not at all.", show_default=False
    ),
]
Language = Annotated[str, typer.Option("--lang", help="Language of names and words: en, vi, ar.")]
ColourOption = Annotated[Colour, typer.Option("--color", help="When to use colours.")]
Framework = Annotated[
    str | None,
    typer.Option("--framework", help="Only scorecards under this framework.", show_default=False),
]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", help="This period instead of the latest.", show_default=False),
]
LevelOption = Annotated[
    Level | None,
    typer.Option("--level", help="Only units of this kind.", show_default=False),
]
WhatIf = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if",
        metavar="[UNIT:]INDICATOR=VALUE",
        help="Suppose another value, and mark it; nothing is written to any file.",
        show_default=False,
    ),
]
FindingsFormat = Annotated[
    Literal["text", "json", "github", "sarif", "junit", "gitlab"],
    typer.Option("--format", "-f", help="How to write what is found."),
]
FailOn = Literal["error", "warning", "note", "never"]
"""The lightest finding that fails."""

FailOnOption = Annotated[FailOn, typer.Option("--fail-on", help="The lightest finding that fails.")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODE",
        help="Only these: SC403, or SC4 for all that begin so.",
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODE", help="All but these.", show_default=False),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline", help="A file of findings that are accepted as they are.", show_default=False
    ),
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Write what is found now to the baseline.")
]
StdinName = Annotated[
    Path,
    typer.Option("--stdin-filename", help="The name of what comes from standard input."),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        min=1,
        help="How many processes check files; else as many as there are processors at hand.",
        show_default=False,
    ),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Read every file again, and keep nothing of it.")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing of how far it has come, even if slow.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes.")]
