"""The figures of one unit as a table, by group."""

from collections.abc import Iterator, Sequence

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, Sum
from scorecard.measure.outcome import Measured
from scorecard.model.framework import Framework, Group
from scorecard.report import texts
from scorecard.report.blocks import Cell, Row, Table, row, table
from scorecard.report.cells import EMPTY
from scorecard.report.columns import for_people
from scorecard.report.figures import FIGURES, FigureColumn, FigureRow, figure_rows
from scorecard.text.printable import printable


def figures_table(assessment: Assessment, earlier: Assessment | None, words: Words) -> Table:
    """Return a row for each figure below its group, and one for each further target."""
    figures = figure_rows(assessment, earlier)
    columns = for_people(FIGURES, figures)
    rows: list[Row] = []
    for group, summed in assessment.groups:
        below = [
            each
            for figure in figures
            if figure.measured.indicator.group == group.id and has_row(figure.measured)
            for each in _figure_rows(figure, columns, words)
        ]
        if below:
            rows += [_group_row(group, summed, assessment.framework, columns, words), *below]
    return table([column.column(words) for column in columns], rows, words("left-out.columns"))


def has_row(item: Measured) -> bool:
    """Whether a figure has a row: it was given, or it counts and is missed."""
    return item.figure is not None or item.points is not None


def _figure_rows(figure: FigureRow, columns: Sequence[FigureColumn], words: Words) -> Iterator[Row]:
    yield row(*(column.cell(figure, words) for column in columns))
    for other in figure.measured.others:
        target, against = other.target, figure.against(other)
        named = {
            "indicator": Cell(words("other-target", id=(target and target.id) or "")),
            "source": Cell(printable((target and target.source) or ""), "quiet"),
        }
        yield row(
            *(
                column.cell(against, words) if column.by_target else named.get(column.key, EMPTY)
                for column in columns
            )
        )


def _group_row(
    group: Group,
    summed: Sum,
    framework: Framework,
    columns: Sequence[FigureColumn],
    words: Words,
) -> Row:
    """Return the name of a group, with its score and points where it has any."""
    found = {"indicator": texts.name_text(group.name, words)}
    if summed.most:
        found["completion"] = texts.score_text(summed.score, framework)
        found["points"] = texts.points_of_text(summed.points, summed.most, framework, words)
    cells = (
        Cell(found[column.key], "strong") if column.key in found else EMPTY for column in columns
    )
    return row(*cells, section=True)
