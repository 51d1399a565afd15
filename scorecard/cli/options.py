"""Arguments and options, each once; those that go together are a group that commands take whole."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args

import typer
from typer.models import OptionInfo

from scorecard.cli.completion import (
    Offers,
    bundled,
    codes,
    explained,
    files,
    folders,
    frameworks,
    indicators,
    orders,
    periods,
    settings,
    states,
    suppositions,
    targets,
    tongues,
)
from scorecard.formats import Format
from scorecard.formats.findings import FindingsFormat
from scorecard.i18n.language import LANGUAGES, Language, speak, understood
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
        raise typer.BadParameter(f"languages are {', '.join(LANGUAGES)}")
    speak(found)
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


_which = partial(_option, "Which scorecards")
_view = partial(_option, "What is shown")
_counts = partial(_option, "What counts")
_work = partial(_option, "How files are checked")
_writing = partial(_option, "How it is written")

_target = partial(typer.Argument, metavar="TARGET...", parser=text, autocompletion=targets)
Targets = Annotated[list[str], _target(help=TARGET)]
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
    Literal["scorecard", "framework", "output"],
    typer.Argument(metavar="KIND", help="Which of the two files, or what is written as JSON."),
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
    bool, _counts("--exit-code", "End with 1 where anything differs, as git diff does.")
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

Every = Annotated[bool, _which("--all", "Explain every rule.")]
Columns = Annotated[bool, _which("--columns", "Explain every column of CSV and key of JSON.")]
Folder = Annotated[
    Path,
    _which("--dir", "Where units are looked up.", "FOLDER", folders, envvar="SCORECARD_DIR"),
]
LevelOption = Annotated[
    Level | None,
    _which("--level", f"Only units of this kind: {', '.join(LEVELS)}.", "LEVEL"),
]
EditionOption = Annotated[
    str | None,
    _which(
        "--edition",
        "State other editions of the framework in this one, where they say that this can be done.",
        "EDITION",
    ),
]
Since = Annotated[
    str | None,
    _which("--since", "Every period from this one on, beside one another.", "PERIOD", periods),
]
WhatIf = Annotated[
    list[str] | None,
    _view(
        "--what-if",
        "Suppose another value, and mark it; nothing is written to any file.",
        "[UNIT:]INDICATOR=VALUE",
        suppositions,
    ),
]
DryRun = Annotated[bool, _writing("--dry-run", "Show what would change, and write nothing.")]
Output = Annotated[
    Path | None,
    _writing("--output, -o", "A file to write to, whole or not at all.", "FILE", files),
]
Place = Annotated[
    Path | None,
    _writing(
        "--output, -o",
        "A file to write to, whole or not at all; a folder with / for a page a unit.",
        "FILE",
        files,
        parser=place,
    ),
]
LanguageOption = Annotated[
    str | None,
    _writing(
        "--lang",
        f"Language: {', '.join(LANGUAGES)}; else that of the system.",
        "LANGUAGE",
        tongues,
        parser=language,
        envvar="SCORECARD_LANG",
    ),
]
ColourOption = Annotated[Colour, _writing("--color", "When to use colours.")]
Quiet = Annotated[
    bool, _writing("--quiet, -q", "Say nothing of how far it has come, even if slow.")
]


NewKind = Annotated[
    Literal["scorecard", "framework", "example"],
    typer.Argument(metavar="KIND", help="What to write: scorecard, framework or example."),
]


class Starting(NamedTuple):
    """What new files say, and where they are written."""

    units: Annotated[
        list[str] | None,
        _which(
            "--unit", 'A unit: "Xã Nà Hỳ", or "na-hy=Xã Nà Hỳ". Again for each one more.', "NAME"
        ),
    ] = None
    level: Annotated[
        str | None, _which("--level", f"What kind of unit it is: {', '.join(LEVELS)}.", "LEVEL")
    ] = None
    parent: Annotated[
        str | None, _which("--parent", "The id of the unit that they are a part of.", "ID")
    ] = None
    period: Annotated[str | None, _which("--period", "The period: 2026-H1.", "PERIOD")] = None
    framework: Annotated[
        str | None,
        _which(
            "--framework", "A bundled framework, or a path to a .toml file.", "FRAMEWORK", bundled
        ),
    ] = None
    folder: Folder = Path("scorecards")
    output: Annotated[
        Path | None,
        _writing("--output, -o", "A folder to write to, or a .toml file.", "PLACE", files),
    ] = None
    language: LanguageOption = None


class Which(NamedTuple):
    """Which scorecards are meant."""

    folder: Folder = Path("scorecards")
    framework: Annotated[
        str | None,
        _which(
            "--framework",
            "Only those under this framework: pci, pci@2013.",
            "FRAMEWORK",
            frameworks,
        ),
    ] = None
    period: Annotated[
        str | None,
        _which("--period", "This period instead of the latest.", "PERIOD", periods),
    ] = None
    tracks: Annotated[
        list[str] | None,
        _which("--track", "Only this track (self, appraised, …); give several.", "TRACK"),
    ] = None


class Layout(NamedTuple):
    """How units are set side by side."""

    rows: Annotated[
        Literal["units", "indicators"] | None,
        _view("--rows", "What has a row each; else whichever is more."),
    ] = None
    by: Annotated[
        Literal["groups", "indicators"] | None, _view("--by", "What units are compared by.")
    ] = None
    sort: Annotated[
        str,
        _view("--sort", "rank, unit, or the id of a group or indicator.", "ORDER", orders),
    ] = "rank"
    top: Annotated[int | None, _view("--top", "Only the first so many.", "N", min=1)] = None
    bottom: Annotated[int | None, _view("--bottom", "Only the last so many.", "N", min=1)] = None
    by_parent: Annotated[bool, _view("--by-parent", "Sum children up into their parents.")] = False
    sensitivity: Annotated[bool, _view("--sensitivity", "Say how ranks hang on the weights.")] = (
        False
    )


class Writing(NamedTuple):
    """How and where to write what comes of scorecards."""

    format: Annotated[
        Format | None,
        _writing(
            "--format, -f",
            "How to write it; else by the ending of -o (.csv, .html, .json, .md), else as a table.",
        ),
    ] = None
    output: Place = None
    language: LanguageOption = None
    colour: ColourOption = "auto"
    no_pager: Annotated[
        bool, _writing("--no-pager", "Write a long table at once, not page by page.")
    ] = False
    quiet: Quiet = False


class Checking(NamedTuple):
    """What to check, what counts, and where it goes; None for `jobs` is all processors."""

    paths: Paths = None
    folder: Folder = Path("scorecards")
    fail_on: Annotated[
        FailOn,
        _counts(
            "--fail-on",
            f"The lightest finding that fails: {', '.join(get_args(FailOn))}.",
            "SEVERITY",
        ),
    ] = "error"
    select: Annotated[
        list[str] | None,
        _counts("--select", "Only these: SC403, or SC4 for all that begin so.", "CODE", codes),
    ] = None
    ignore: Annotated[list[str] | None, _counts("--ignore", "All but these.", "CODE", codes)] = None
    baseline: Annotated[
        Path | None,
        _counts("--baseline", "A file of findings that are accepted as they are.", "FILE", files),
    ] = None
    write_baseline: Annotated[
        bool, _counts("--write-baseline", "Write what is found now to the baseline.")
    ] = False
    stdin_name: Annotated[
        Path,
        _which("--stdin-filename", "The name of what comes from standard input.", "FILE", files),
    ] = Path("stdin.toml")
    fix: Annotated[bool, _work("--fix", "Mend what is sure to be a slip, in the files.")] = False
    diff: Annotated[bool, _work("--diff", "Show what --fix would change, and write nothing.")] = (
        False
    )
    watch: Annotated[bool, _work("--watch", "Check again whenever a file changes.")] = False
    jobs: Annotated[
        int | None,
        _work(
            "--jobs",
            "How many processes check files; else as many as there are processors at hand.",
            "N",
            min=1,
        ),
    ] = None
    no_cache: Annotated[
        bool, _work("--no-cache", "Read every file again, and keep nothing of it.")
    ] = False
    quiet: Quiet = False
    format: Annotated[
        FindingsFormat,
        _writing(
            "--format, -f",
            f"How to write what is found: {', '.join(get_args(FindingsFormat))}.",
            "FORMAT",
        ),
    ] = "text"
    output: Output = None
    language: LanguageOption = None
    colour: ColourOption = "auto"

    @property
    def places(self) -> Sequence[Path]:
        """The files and folders to check."""
        return self.paths or [self.folder]
