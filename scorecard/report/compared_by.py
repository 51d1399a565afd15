"""What units are compared by besides their scores: a column for each group or indicator."""

from collections.abc import Iterator
from typing import Literal

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Sum
from scorecard.measure.criteria import criteria
from scorecard.measure.outcome import Measured
from scorecard.model.framework import Framework, Group, Indicator
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval
from scorecard.report import cells, texts
from scorecard.report.blocks import Cell
from scorecard.report.units import UnitColumn, UnitRow
from scorecard.text.printable import Printable

By = Literal["groups", "indicators"]
"""What units are compared by."""


def compared_by(framework: Framework, by: By) -> Iterator[UnitColumn]:
    """Yield the columns of each group or indicator, in the order of the framework."""
    if by == "indicators":
        for place, indicator in enumerate(framework.indicators):
            yield from _by_indicator(place, indicator)
        return
    # The points of groups are shown where they add up to the score as they are.
    in_points = sum(each.points for each in criteria(framework)) == HUNDRED
    for place, group in enumerate(framework.groups):
        yield from _by_group(place, group, framework, in_points=in_points)


def _by_group(
    place: int, group: Group, framework: Framework, *, in_points: bool
) -> Iterator[UnitColumn]:
    points = [item.points for item in framework.indicators if item.group == group.id]

    def summed(row: UnitRow) -> Sum:
        return row.assessment.groups[place][1]

    def earned(row: UnitRow) -> Interval | None:
        return summed(row).points if summed(row).most else None

    def heading(words: Words) -> Printable:
        name = texts.name_text(group.name, words)
        if in_points:
            return words("of-points", name=name, most=decimal_text(sum(points)))
        return words("in-percent", name=name)

    def text(row: UnitRow, _: Words) -> Printable:
        found = summed(row)
        if in_points and found.most:
            return texts.points_text(found.points, found.most, framework)
        return texts.score_text(found.score, framework)

    yield UnitColumn(group.id, text=text, heading=heading, numeric=True)
    yield from UnitColumn.ends(f"{group.id}_points", earned)


def _by_indicator(place: int, indicator: Indicator) -> Iterator[UnitColumn]:
    def item(row: UnitRow) -> Measured:
        return row.assessment.measured[place]

    def stated(row: UnitRow) -> str | None:
        figure = item(row).figure
        given = figure and figure.value
        return texts.spreadsheet_text(given) if given else item(row).absent

    def text(row: UnitRow, words: Words) -> Cell:
        value = cells.with_symbol(cells.value_cell(item(row), words), item(row))
        return Cell(value.text, cells.status_of(item(row)))

    yield UnitColumn(
        f"{indicator.id}_value",
        sheet=stated,
        text=text,
        heading=lambda words: texts.labelled_name(indicator, words),
        numeric=True,
    )
    yield from UnitColumn.ends(indicator.id, lambda row: item(row).value)
