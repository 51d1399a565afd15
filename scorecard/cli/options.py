"""Options that several commands share."""

from functools import partial
from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from scorecard.cli import completion
from scorecard.formats import Format
from scorecard.formats.findings import FindingsFormat
from scorecard.model.level import Level

# Options of one panel of the help.
_which = partial(typer.Option, rich_help_panel="Which scorecards")
_view = partial(typer.Option, rich_help_panel="What is shown")
_counts = partial(typer.Option, rich_help_panel="What counts")
_work = partial(typer.Option, rich_help_panel="How files are checked")
_writing = partial(typer.Option, rich_help_panel="How it is written")


ExplanationFormat = Literal["table", "json", "markdown"]
"""How an explanation is written."""

Colour = Literal["auto", "always", "never"]
"""When colours are used."""

FailOn = Literal["error", "warning", "note", "never"]
"""The lightest finding that fails."""

TARGET = "A file, a folder, or a unit: cao-bang, cao-bang@2025-H1."


def text(word: str) -> str:
    """Take a word as it is; the help says `<text>` for this, and else the name of a Python type."""
    return word


_target = partial(
    typer.Argument, metavar="TARGET...", parser=text, autocompletion=completion.targets
)
Targets = Annotated[list[str], _target(help=TARGET)]
AnyTargets = Annotated[list[str] | None, _target(help=f"{TARGET} Without any, all of --dir.")]
Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH...",
        help="Files and folders; - is standard input. Without any, the folder of --dir.",
        readable=False,  # what cannot be read is a finding, beside those of other files
        autocompletion=completion.files,
    ),
]
ExplainTarget = Annotated[
    str | None,
    typer.Argument(
        metavar="[UNIT|CODE]",
        parser=text,
        help="A unit (cao-bang, cao-bang@2025-H1), a file, or the code of a rule (SC403).",
        autocompletion=completion.explained,
    ),
]
IndicatorId = Annotated[
    str | None,
    typer.Argument(
        metavar="[INDICATOR]",
        parser=text,
        help="The id of an indicator; without it, score, band, coverage and rank.",
        autocompletion=completion.indicators,
    ),
]
Every = Annotated[bool, _which("--all", help="Explain every rule.")]
Folder = Annotated[
    Path,
    _which(
        "--dir",
        metavar="FOLDER",
        envvar="SCORECARD_DIR",
        help="Where units are looked up.",
        autocompletion=completion.folders,
    ),
]
Framework = Annotated[
    str | None,
    _which(
        "--framework",
        metavar="FRAMEWORK",
        help="Only scorecards under this framework.",
        autocompletion=completion.frameworks,
    ),
]
PeriodOption = Annotated[
    str | None,
    _which(
        "--period",
        metavar="PERIOD",
        help="This period instead of the latest.",
        autocompletion=completion.periods,
    ),
]
LevelOption = Annotated[
    Level | None,
    _which(
        "--level", metavar="LEVEL", help=f"Only units of this kind: {', '.join(get_args(Level))}."
    ),
]
RowsOption = Annotated[
    Literal["units", "indicators"] | None,
    _view("--rows", help="What has a row each; else whichever is more."),
]
ByOption = Annotated[
    Literal["groups", "indicators"] | None, _view("--by", help="What units are compared by.")
]
Sort = Annotated[
    str,
    _view(
        "--sort",
        metavar="ORDER",
        help="rank, unit, or the id of a group or indicator.",
        autocompletion=completion.orders,
    ),
]
Top = Annotated[int | None, _view("--top", metavar="N", min=1, help="Only the first so many.")]
Bottom = Annotated[int | None, _view("--bottom", metavar="N", min=1, help="Only the last so many.")]
ByParent = Annotated[bool, _view("--by-parent", help="Sum children up into their parents.")]
Sensitivity = Annotated[bool, _view("--sensitivity", help="Say how ranks hang on the weights.")]
WhatIf = Annotated[
    list[str] | None,
    _view(
        "--what-if",
        metavar="[UNIT:]INDICATOR=VALUE",
        help="Suppose another value, and mark it; nothing is written to any file.",
        autocompletion=completion.suppositions,
    ),
]
FormatOption = Annotated[
    Format | None,
    _writing(
        "--format",
        "-f",
        help="How to write it; else by the ending of -o (.csv, .json, .md), else as a table.",
    ),
]
ExplanationFormatOption = Annotated[
    ExplanationFormat, _writing("--format", "-f", help="How to write it.")
]
FindingsFormatOption = Annotated[
    FindingsFormat,
    _writing(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"How to write what is found: {', '.join(get_args(FindingsFormat))}.",
    ),
]
Output = Annotated[
    Path | None,
    _writing(
        "--output",
        "-o",
        metavar="FILE",
        help="A file to write to, whole or not at all.",
        autocompletion=completion.files,
    ),
]
Language = Annotated[
    str,
    _writing(
        "--lang",
        metavar="LANGUAGE",
        help="Language of names and words: en, vi, ar.",
        autocompletion=completion.tongues,
    ),
]
ColourOption = Annotated[Colour, _writing("--color", help="When to use colours.")]
NoPager = Annotated[
    bool, _writing("--no-pager", help="Write a long table at once, not page by page.")
]
Quiet = Annotated[
    bool, _writing("--quiet", "-q", help="Say nothing of how far it has come, even if slow.")
]
FailOnOption = Annotated[
    FailOn,
    _counts(
        "--fail-on",
        metavar="SEVERITY",
        help=f"The lightest finding that fails: {', '.join(get_args(FailOn))}.",
    ),
]
Select = Annotated[
    list[str] | None,
    _counts(
        "--select",
        metavar="CODE",
        help="Only these: SC403, or SC4 for all that begin so.",
        autocompletion=completion.codes,
    ),
]
Ignore = Annotated[
    list[str] | None,
    _counts("--ignore", metavar="CODE", help="All but these.", autocompletion=completion.codes),
]
Baseline = Annotated[
    Path | None,
    _counts(
        "--baseline",
        metavar="FILE",
        help="A file of findings that are accepted as they are.",
        autocompletion=completion.files,
    ),
]
WriteBaseline = Annotated[
    bool, _counts("--write-baseline", help="Write what is found now to the baseline.")
]
StdinName = Annotated[
    Path,
    _which(
        "--stdin-filename",
        metavar="FILE",
        help="The name of what comes from standard input.",
        autocompletion=completion.files,
    ),
]
Jobs = Annotated[
    int | None,
    _work(
        "--jobs",
        metavar="N",
        min=1,
        help="How many processes check files; else as many as there are processors at hand.",
    ),
]
NoCache = Annotated[
    bool, _work("--no-cache", help="Read every file again, and keep nothing of it.")
]
Watch = Annotated[bool, _work("--watch", help="Check again whenever a file changes.")]
SchemaKind = Annotated[
    Literal["scorecard", "framework"],
    typer.Argument(metavar="KIND", help="Which of the two files."),
]
