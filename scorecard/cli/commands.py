"""The words of the command line; what a command does is in the module of its name."""

# That is imported when the command is run: help, completion and wrong use go without it. Signals
# wait meanwhile: what they raise while pydantic builds a model would be lost in there.

from pathlib import Path
from typing import Annotated

import typer

from scorecard import __version__
from scorecard.cli import options
from scorecard.cli.asked import Asked, Writing
from scorecard.text.signals import held

app = typer.Typer(
    name="scorecard",
    help="Show how far provinces, districts and communes have come, without saying more than "
    "their figures do.",
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


@app.command(short_help="One unit's report card.")
def show(
    targets: options.Targets,
    folder: options.Folder = Path("scorecards"),
    framework: options.Framework = None,
    period: options.PeriodOption = None,
    what_if: options.WhatIf = None,
    format_: options.FormatOption = None,
    output: options.Output = None,
    language: options.Language = "en",
    colour: options.ColourOption = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
) -> None:
    """Show report cards: every figure as reported, its target, completion and verdict."""
    with held():
        from scorecard.cli.show import show as run

    asked = Asked(targets, folder, framework, period, None, what_if or [], language, quiet)
    run(asked, Writing(format_, output, colour, not no_pager))


@app.command(short_help="Units side by side, ranked.")
def compare(
    targets: options.AnyTargets = None,
    folder: options.Folder = Path("scorecards"),
    framework: options.Framework = None,
    period: options.PeriodOption = None,
    level: options.LevelOption = None,
    rows: options.RowsOption = None,
    by: options.ByOption = None,
    sort: options.Sort = "rank",
    top: options.Top = None,
    bottom: options.Bottom = None,
    by_parent: options.ByParent = False,
    sensitivity: options.Sensitivity = False,
    what_if: options.WhatIf = None,
    format_: options.FormatOption = None,
    output: options.Output = None,
    language: options.Language = "en",
    colour: options.ColourOption = "auto",
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
) -> None:
    """Set units side by side and rank them, as far as the bounds of their figures decide."""
    with held():
        from scorecard.cli.compare import compare as run

    asked = Asked(targets or [], folder, framework, period, level, what_if or [], language, quiet)
    run(
        asked,
        Writing(format_, output, colour, not no_pager),
        rows=rows,
        by=by,
        sort=sort,
        top=top,
        bottom=bottom,
        by_parent=by_parent,
        sensitivity=sensitivity,
    )


@app.command(short_help="A number unfolded into what it is made of.")
def explain(
    target: options.ExplainTarget = None,
    indicator: options.IndicatorId = None,
    every: options.Every = False,
    folder: options.Folder = Path("scorecards"),
    framework: options.Framework = None,
    period: options.PeriodOption = None,
    format_: options.ExplanationFormatOption = "table",
    output: options.Output = None,
    language: options.Language = "en",
    colour: options.ColourOption = "auto",
    quiet: options.Quiet = False,
) -> None:
    """Explain a number: figures, bounds, formula, points, and where it all comes from; or a code.

    A code is that of a finding, like SC403: what is wrong, why it matters, and how to mend it.
    """
    with held():
        from scorecard.cli.explain import explain as run

    asked = Asked([], folder, framework, period, None, [], language, quiet)
    run(target, indicator, asked, Writing(format_, output, colour, paging=False), every=every)


@app.command(short_help="Every fault of every file, at its line.")
def validate(
    paths: options.Paths = None,
    folder: options.Folder = Path("scorecards"),
    fail_on: options.FailOnOption = "error",
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = False,
    stdin_filename: options.StdinName = Path("stdin.toml"),
    watch: options.Watch = False,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
    format_: options.FindingsFormatOption = "text",
    output: options.Output = None,
    colour: options.ColourOption = "auto",
) -> None:
    """Check files: shape, names, figures, sums, and what their sources conclude."""
    with held():
        from scorecard.cli.validate import Wanted
        from scorecard.cli.validate import validate as run

    wanted = Wanted(
        places=paths or [folder],
        fail_on=fail_on,
        select=select or [],
        ignore=ignore or [],
        baseline=baseline,
        write_baseline=write_baseline,
        stdin_name=stdin_filename,
        jobs=jobs,
        cached=not no_cache,
        quiet=quiet,
        format=format_,
        output=output,
        colour=colour,
    )
    run(wanted, watch=watch)


@app.command(short_help="JSON Schema for editors.")
def schema(kind: options.SchemaKind = "scorecard", output: options.Output = None) -> None:
    """Write the JSON Schema with which an editor completes keys and marks mistakes."""
    with held():
        from scorecard.cli.schema import schema as run

    run(kind, output)
