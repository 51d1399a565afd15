"""`scorecard explain`: a number on screen unfolded into what it is made of."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from scorecard.cli import options
from scorecard.cli.present import present
from scorecard.diagnostic import suggestion
from scorecard.measure.assessment import Assessment
from scorecard.measure.change import change, previous
from scorecard.measure.comparison import compared
from scorecard.view.explanation import Explanation, explain_figure, explain_view
from scorecard.view.standing import explain_unit
from scorecard.view.words import Words
from scorecard.workspace.errors import CannotRunError
from scorecard.workspace.selection import Choice, peers, select
from scorecard.workspace.targets import Gathered, gather, read_period

Format = Literal["table", "json", "markdown"]
"""How an explanation is written."""


def explain(
    target: Annotated[
        str,
        typer.Argument(metavar="UNIT", help="A unit (cao-bang, cao-bang@2025-H1) or a file."),
    ],
    indicator: Annotated[
        str | None,
        typer.Argument(
            metavar="[INDICATOR]",
            help="The id of an indicator; without it, score, band, coverage and rank.",
            show_default=False,
        ),
    ] = None,
    folder: options.Folder = Path("scorecards"),
    framework: options.Framework = None,
    period: options.PeriodOption = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = "table",
    output: options.Output = None,
    language: options.Language = "en",
    colour: options.ColourOption = "auto",
) -> None:
    """Explain a number: figures, bounds, formula, points, and where it all comes from."""
    gathered = gather([target], folder)
    found = select(gathered, Choice(framework, read_period(period) if period else None))
    words = Words(language)
    if indicator is None:
        explanations = [_standing(assessment, gathered, words) for assessment in found]
    else:
        explanations = list(_figures(found, indicator, gathered, words))
    present(explain_view(explanations), gathered.chosen, format_, output, colour)


def _standing(assessment: Assessment, gathered: Gathered, words: Words) -> Explanation:
    comparison = compared(peers(assessment, _measured(gathered)))
    standing = next(item for item in comparison.standings if item.assessment is assessment)
    return explain_unit(standing, comparison, words)


def _figures(
    found: Sequence[Assessment], indicator: str, gathered: Gathered, words: Words
) -> Iterator[Explanation]:
    """Explain the indicator under each framework that has it."""
    known = {item.indicator.id for assessment in found for item in assessment.measured}
    if found and indicator not in known:
        hint = suggestion(indicator, known)
        raise CannotRunError(f'there is no indicator "{indicator}"{"; " if hint else ""}{hint}')
    everything = _measured(gathered)
    for assessment in found:
        earlier = previous(assessment, everything)
        for item in assessment.measured:
            if item.indicator.id == indicator:
                yield explain_figure(assessment, item, change(item, earlier), words)


def _measured(gathered: Gathered) -> list[Assessment]:
    return [file.assessment for file in gathered.everything if file.assessment]
