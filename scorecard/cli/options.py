"""Arguments and options, each once."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.models import OptionInfo

from scorecard.cli.completion import (
    Offers,
    explained,
    files,
    folders,
    indicators,
    levels,
    periods,
    settings,
    states,
    suppositions,
    targets,
    tongues,
)
from scorecard.i18n.language import LANGUAGES, Language, speak, understood
from scorecard.i18n.sayings import say
from scorecard.model.level import LEVELS, Level

Colour = Literal["auto", "always", "never"]
"""When colours are used."""

FailOn = Literal["error", "warning", "note", "never"]
"""The lightest finding that fails."""

TARGET = "A file, a folder, or a unit: cao-bang, cao-bang@2025-H1."


def text(word: str) -> str:
    """Take a word as it is; the help says `<text>` for this, and else the name of a Python type."""
    return word


def place(text: str) -> Path:
    """Take the name of a file; of a folder, that of its first page."""
    path = Path(text)
    return path / "index.html" if text.endswith(("/", os.sep)) or path.is_dir() else path


def language(text: str) -> Language:
    """Speak the language that is meant; raise BadParameter for one that is not there."""
    found = understood(text)
    if found is None:
        raise typer.BadParameter(say("error.languages", names=", ".join(LANGUAGES)))
    speak(found)
    return found


def level_named(word: str) -> Level:
    """Return the level that a word stands for in any language; raise BadParameter for none."""
    from scorecard.model.levels import level_meant, levels_named

    found = level_meant(word)
    if found is None:
        raise typer.BadParameter(f"levels are {', '.join(levels_named())}")
    return found


def _option(
    panel: str,
    names: str,
    said: str,
    metavar: str | None = None,
    offers: Callable[..., Offers] | None = None,
    **others: object,
) -> OptionInfo:
    """Return an option of a panel of the help; `offers` completes what is typed for it."""
    given: dict[str, Any] = {"help": said, "metavar": metavar, "autocompletion": offers, **others}
    option: OptionInfo = typer.Option(*names.split(", "), rich_help_panel=panel, **given)
    return option


which_option = partial(_option, "Which scorecards")
view_option = partial(_option, "What is shown")
counts_option = partial(_option, "What counts")
work_option = partial(_option, "How files are checked")
writing_option = partial(_option, "How it is written")

_target = partial(typer.Argument, metavar="TARGET...", parser=text, autocompletion=targets)
Targets = Annotated[list[str] | None, _target(help=TARGET)]
AnyTargets = Annotated[list[str] | None, _target(help=f"{TARGET} Without any, all of --dir.")]
Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH...",
        help="Files and folders; - is standard input. Without any, the folder of --dir.",
        readable=False,  # what cannot be read is a finding, beside those of other files
        autocompletion=files,
    ),
]
ExplainTarget = Annotated[
    str | None,
    typer.Argument(
        metavar="[UNIT|CODE]",
        parser=text,
        help="A unit (cao-bang, cao-bang@2025-H1), a file, or the code of a rule (SC403).",
        autocompletion=explained,
    ),
]
IndicatorId = Annotated[
    str | None,
    typer.Argument(
        metavar="[INDICATOR]",
        parser=text,
        help="The id of an indicator; without it, score, band, coverage and rank.",
        autocompletion=indicators,
    ),
]
SchemaKind = Annotated[
    Literal["scorecard", "framework", "register", "output"],
    typer.Argument(metavar="KIND", help="Which kind of file, or what is written as JSON."),
]

State = Annotated[
    str,
    typer.Argument(
        metavar="STATE",
        parser=text,
        help="A file or folder that is there; else a state in git of the folder of --dir (main, "
        "HEAD~1). What is both is refused.",
        autocompletion=states,
    ),
]
OtherState = Annotated[
    str | None,
    typer.Argument(
        metavar="[STATE]",
        parser=text,
        help="What it is held against; without it, the folder of --dir as it is now.",
        autocompletion=states,
    ),
]
ExitCode = Annotated[
    bool, counts_option("--exit-code", "End with 1 where anything differs, as git diff does.")
]
Settings = Annotated[
    list[str],
    typer.Argument(
        metavar="TARGET... INDICATOR=VALUE...",
        parser=text,
        help=f"{TARGET} And what to set: papi=42.5, papi.source=report#p8.",
        autocompletion=settings,
    ),
]

ExportPaths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH...",
        help="Files and folders. Without any, the folder of --dir.",
        readable=False,
        autocompletion=files,
    ),
]
ExportOutput = Annotated[
    Path | None,
    writing_option(
        "--output, -o",
        "A file (.csv, .jsonl, .parquet), whole or not at all; else standard output.",
        "PLACE",
        files,
    ),
]
ExportKind = Annotated[
    Literal["csv", "jsonl", "parquet"] | None,
    writing_option("--format, -f", "How to write it; else by the ending of -o, else as CSV."),
]
PartitionBy = Annotated[
    Literal["period"] | None,
    writing_option("--partition-by", "Write a new folder, with a part for each period.", "COLUMN"),
]
Sql = Annotated[
    bool,
    writing_option(
        "--sql", "Write the SQL that makes scores and ranks of the table, for DuckDB and Spark."
    ),
]
Jobs = Annotated[
    int | None,
    work_option(
        "--jobs",
        "How many processes read files; else as many as there are processors at hand.",
        "N",
        min=1,
    ),
]

Every = Annotated[bool, which_option("--all", "Explain every rule.")]
Columns = Annotated[bool, which_option("--columns", "Explain every column of CSV and key of JSON.")]
Folder = Annotated[
    Path,
    which_option("--dir", "Where units are looked up.", "FOLDER", folders, envvar="SCORECARD_DIR"),
]
LevelOption = Annotated[
    str | None,
    which_option(
        "--level",
        f"Only units of this kind: {', '.join(LEVELS)}.",
        "LEVEL",
        levels,
        parser=level_named,
    ),
]
EditionOption = Annotated[
    str | None,
    which_option(
        "--edition",
        "State other editions of the framework in this one, where they say that this can be done.",
        "EDITION",
    ),
]
Since = Annotated[
    str | None,
    which_option(
        "--since", "Every period from this one on, beside one another.", "PERIOD", periods
    ),
]
WhatIf = Annotated[
    list[str] | None,
    view_option(
        "--what-if",
        "Suppose another value, and mark it; nothing is written to any file.",
        "[UNIT:]INDICATOR=VALUE",
        suppositions,
    ),
]
DryRun = Annotated[bool, writing_option("--dry-run", "Show what would change, and write nothing.")]
Output = Annotated[
    Path | None,
    writing_option(
        "--output, -o",
        "A file to write to, whole or not at all; or - for stdout.",
        "FILE",
        files,
    ),
]
Place = Annotated[
    Path | None,
    writing_option(
        "--output, -o",
        "A file to write to, whole or not at all; or - for stdout; of show, a folder with / for "
        "a page a unit.",
        "FILE",
        files,
        parser=place,
    ),
]
LanguageOption = Annotated[
    str | None,
    writing_option(
        "--lang",
        f"Language: {', '.join(LANGUAGES)}; else that of the system.",
        "LANGUAGE",
        tongues,
        parser=language,
        envvar="SCORECARD_LANG",
    ),
]
ColourOption = Annotated[Colour, writing_option("--color", "When to use colours.")]
Quiet = Annotated[
    bool, writing_option("--quiet, -q", "Say nothing of how far it has come, even if slow.")
]


NewKind = Annotated[
    Literal["scorecard", "framework", "example"],
    typer.Argument(metavar="KIND", help="What to write: scorecard, framework or example."),
]
