"""`scorecard show`: one unit's report card."""

from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli import options
from scorecard.cli.present import present
from scorecard.measure.change import previous
from scorecard.measure.comparison import compared
from scorecard.view.card import Card, show_view
from scorecard.view.words import Words
from scorecard.workspace.opening import measured
from scorecard.workspace.selection import Choice, peers, select
from scorecard.workspace.supposing import read_suppositions, supposed
from scorecard.workspace.targets import gather, read_period


def show(
    targets: Annotated[
        list[str],
        typer.Argument(
            metavar="TARGET", help="A file, a folder, or a unit: cao-bang, cao-bang@2025-H1."
        ),
    ],
    folder: options.Folder = Path("scorecards"),
    framework: options.Framework = None,
    period: options.PeriodOption = None,
    what_if: options.WhatIf = None,
    format_: options.FormatOption = None,
    output: options.Output = None,
    language: options.Language = "en",
    colour: options.ColourOption = "auto",
) -> None:
    """Show report cards: every figure as reported, its target, completion and verdict."""
    gathered = gather(targets, folder)
    choice = Choice(framework, read_period(period) if period else None)
    suppositions = read_suppositions(what_if or [])
    everything = measured(gathered.everything)
    cards = []
    for assessment in supposed(select(gathered, choice), suppositions):
        table = compared(peers(assessment, everything))
        standing = next(item for item in table.standings if item.assessment is assessment)
        cards.append(Card(standing, table.ranked, previous(assessment, everything)))
    view = show_view(cards, Words(language), suppositions)
    present(view, gathered.chosen, format_, output, colour)
