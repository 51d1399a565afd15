"""`scorecard compare`: units side by side."""

from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli import options
from scorecard.cli.present import present
from scorecard.measure.comparison import compared
from scorecard.view.comparison import By, Rows, compare_view, nothing_to_compare
from scorecard.view.words import Words
from scorecard.workspace.selection import Choice, one_framework, select
from scorecard.workspace.targets import gather, read_period


def compare(
    targets: options.Targets = None,
    folder: options.Folder = Path("scorecards"),
    framework: options.Framework = None,
    period: options.PeriodOption = None,
    level: options.LevelOption = None,
    rows: Annotated[
        Rows | None,
        typer.Option("--rows", help="What has a row each; else whichever is more."),
    ] = None,
    by: Annotated[By | None, typer.Option("--by", help="What units are compared by.")] = None,
    sort: Annotated[
        str,
        typer.Option("--sort", help="rank, unit, or the id of a group or indicator."),
    ] = "rank",
    format_: options.FormatOption = "table",
    output: options.Output = None,
    language: options.Language = "en",
    colour: options.ColourOption = "auto",
) -> None:
    """Set units side by side and rank them, as far as the bounds of their figures decide."""
    gathered = gather(targets or [], folder)
    choice = Choice(framework, read_period(period) if period else None, level)
    words = Words(language)
    chosen = select(gathered, choice)
    if not chosen:
        present(nothing_to_compare(words), gathered.chosen, format_, output, colour)
        return
    assessments, others = one_framework(chosen, gathered)
    comparison = compared(assessments, sort)
    view = compare_view(
        comparison,
        words,
        others,
        rows=rows,
        by=by,
    )
    present(view, gathered.chosen, format_, output, colour)
