"""The words of the command line; what a command does is in the module of its name."""

# That is imported when the command is run: help, completion and wrong use go without it. Signals
# wait meanwhile: what they raise while pydantic builds a model would be lost in there.

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any

import typer

from scorecard.cli import groups, importing, options, spreadsheets
from scorecard.cli.defaulting import WithDefaults
from scorecard.cli.endings import ENDINGS
from scorecard.cli.output import write
from scorecard.cli.translation import SpokenCommand, SpokenGroup
from scorecard.text.json import json_text
from scorecard.text.signals import held
from scorecard.version import __version__

app = typer.Typer(
    name="scorecard",
    cls=SpokenGroup,
    help="Show how far provinces, districts and communes have come, without saying more than "
    "their figures do.",
    epilog="scorecard COMMAND --help has the options of a command, examples and exit codes.",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"scorecard {__version__}")
        raise typer.Exit


@app.callback()
def scorecard(
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            callback=_print_version,
            is_eager=True,
            help="Print the version and exit.",
        ),
    ] = False,
) -> None:
    """Take the options that go before a command."""


def _spread(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command as typer reads it, with the options of a group in the place of the group."""
    groups: dict[str, Any] = {}
    parameters: list[Parameter] = []
    for name, each in signature(command).parameters.items():
        if hasattr(each.annotation, "_fields"):
            groups[name] = each.annotation
            parameters += signature(each.annotation).parameters.values()
        else:
            parameters.append(each)

    @wraps(command)
    def run(**given: object) -> None:
        for name, group in groups.items():
            given[name] = group(*(given.pop(field) for field in group._fields))
        command(**given)

    named = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in parameters]
    vars(run)["__signature__"] = Signature(named)
    return run


@app.command(
    cls=WithDefaults,
    short_help="One unit's report card.",
    epilog=ENDINGS["show"],
)
@_spread
def show(
    *,
    targets: options.Targets = None,
    which: groups.Which,
    since: options.Since = None,
    what_if: options.WhatIf = None,
    template: spreadsheets.Template = None,
    writing: groups.Writing,
) -> None:
    """Show report cards: every figure as reported, its target, completion and verdict."""
    with held():
        from scorecard.cli.show import show as run

    run(targets or [], which, since, what_if or [], template, writing)


@app.command(
    cls=WithDefaults,
    short_help="Units side by side, ranked.",
    epilog=ENDINGS["compare"],
)
@_spread
def compare(
    *,
    targets: options.AnyTargets = None,
    which: groups.Which,
    level: options.LevelOption = None,
    edition: options.EditionOption = None,
    layout: groups.Layout,
    what_if: options.WhatIf = None,
    writing: groups.Writing,
) -> None:
    """Set units side by side and rank them, as far as the bounds of their figures decide."""
    with held():
        from scorecard.cli.compare import compare as run

    run(targets or [], which, level, edition, layout, what_if or [], writing)


@app.command(
    cls=WithDefaults,
    short_help="A number unfolded into what it is made of.",
    epilog=ENDINGS["explain"],
)
@_spread
def explain(
    *,
    target: options.ExplainTarget = None,
    indicator: options.IndicatorId = None,
    every: options.Every = False,
    columns: options.Columns = False,
    which: groups.Which,
    writing: groups.Writing,
) -> None:
    """Explain a number: figures, bounds, formula, points, and where it all comes from; or a code.

    A code is that of a finding, like SC403: what is wrong, why it matters, and how to mend it.
    """
    with held():
        from scorecard.cli.explain import explain as run

    run(target, indicator, which, writing, every=every, columns=columns)


@app.command(
    cls=WithDefaults,
    short_help="Every fault of every file, at its line.",
    epilog=ENDINGS["validate"],
)
@_spread
def validate(*, checking: groups.Checking) -> None:
    """Check files: shape, names, figures, sums, and what their sources conclude."""
    with held():
        from scorecard.cli.validate import validate as run

    run(checking)


@app.command(
    cls=WithDefaults,
    short_help="What two states of a folder say differently.",
    epilog=ENDINGS["diff"],
)
@_spread
def diff(
    *,
    then: options.State,
    now: options.OtherState = None,
    folder: options.Folder = Path("scorecards"),
    exit_code: options.ExitCode = False,
    writing: groups.Writing,
) -> None:
    """Tell which figures, frameworks and findings differ, and what moved because of it.

    Layout, comments, the order of keys and the names of files make no difference.
    """
    with held():
        from scorecard.cli.diff import diff as run

    run(then, now, folder, writing, exit_code=exit_code)


@app.command(
    cls=WithDefaults,
    short_help="A first scorecard, framework or example.",
    epilog=ENDINGS["new"],
)
@_spread
def new(*, kind: options.NewKind = "scorecard", wanted: groups.Starting) -> None:
    """Write a scorecard for each unit, in which every figure is missing yet, for you to fill in.

    On a terminal, what is not given is asked for. No file is written over.

    A framework to begin with is small, or a copy of the one that is named.

    The example has the points of 34 provinces.
    """
    with held():
        from scorecard.cli.new import new as run

    run(kind, wanted)


@app.command(
    "import",
    cls=WithDefaults,
    short_help="A workbook or CSV into scorecards.",
    epilog=ENDINGS["import"],
)
@_spread
def import_(*, book: importing.Book, wanted: importing.Importing) -> None:
    """Make scorecards of a workbook or CSV, by a map that says how it is read.

    Without --map, one is drafted: look through it. With -o it is written to a new file.

    What would change is shown, and written with --write, all or nothing.

    What was changed by hand stays. A doubtful cell is told, and not imported.
    """
    with held():
        from scorecard.cli.import_ import import_book as run

    run(book, wanted)


@app.command(
    "set",
    cls=WithDefaults,
    short_help="Figures changed in files.",
    epilog=ENDINGS["set"],
)
@_spread
def set_(
    *,
    words: options.Settings,
    which: groups.Which,
    dry_run: options.DryRun = False,
    _language: options.LanguageOption = None,
) -> None:
    """Change figures in files: comments, order and alignment stay, and all are written or none.

    A value is written as in a file (98.5, ">98", 12/18), or as reports word it
    (gần 20.000), or is missing, not-due or not-applicable.

    INDICATOR.note=TEXT sets another key: target, target_period, baseline,
    source, status, note, why. With nothing behind = it is taken out, and so is claimed.
    """
    with held():
        from scorecard.cli.set import set_figures as run

    run(words, which, dry_run=dry_run)


@app.command(
    cls=WithDefaults,
    short_help="Every figure as one long table, of any size.",
    epilog=ENDINGS["export"],
)
@_spread
def export(
    *,
    paths: options.ExportPaths = None,
    folder: options.Folder = Path("scorecards"),
    place: options.ExportOutput = None,
    kind: options.ExportKind = None,
    by: options.PartitionBy = None,
    csv_dialect: spreadsheets.CsvDialect = "plain",
    sql: options.Sql = False,
    jobs: options.Jobs = None,
    quiet: options.Quiet = False,
    _language: options.LanguageOption = None,
) -> None:
    """Write one row a figure, of every scorecard and period: CSV, JSON lines or Parquet.

    The columns are those of show -f csv. Files that cannot be read are told, and not in it.
    """
    with held():
        from scorecard.cli.export import Wanted
        from scorecard.cli.export import export as run

    run(Wanted(paths or [folder], place, kind, by is not None, csv_dialect, sql, jobs, quiet))


@app.command(
    cls=SpokenCommand,
    short_help="JSON Schema for editors, and of what is written.",
    epilog=ENDINGS["schema"],
)
def schema(kind: options.SchemaKind = "scorecard", output: options.Output = None) -> None:
    """Write the JSON Schema with which an editor completes keys, or that of all JSON written."""
    with held():
        from scorecard.schema import output_schema
        from scorecard.schema import schema as json_schema

    content = output_schema() if kind == "output" else json_schema(kind)
    write(f"{json_text(content)}\n", output)
