"""What units are compared by: a column for each group, or for each indicator."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED
from scorecard.measure.comparison import Comparison, Descending, better_up, descending
from scorecard.measure.criteria import criteria
from scorecard.measure.measured import Measured
from scorecard.model.framework import Framework, Group, Indicator
from scorecard.numbers.interval import Interval
from scorecard.numbers.quantity import spell
from scorecard.report import cells, columns, texts
from scorecard.report.blocks import EMPTY, Cell
from scorecard.report.columns import ReportColumn, Values
from scorecard.report.pictures import span_of
from scorecard.report.unit_rows import UnitRow
from scorecard.report.units import scored

By = Literal["groups", "indicators"]
"""What units are compared by."""

Told = tuple[ReportColumn[UnitRow], Values[UnitRow]]
"""What people read of a group or an indicator, and what spreadsheets have of it."""


class ComparedBy(NamedTuple):
    """What is told of each group or indicator, in the order of the framework.

    `beside` is what is told of that which units are sorted by, where it is none of them.
    """

    by: By
    each: Sequence[Told]
    beside: Sequence[Told]

    @property
    def everything(self) -> Sequence[Told]:
        """All of it, as it stands side by side."""
        return [*self.beside, *self.each]

    @property
    def valued(self) -> set[str]:
        """The ids of the indicators whose values are told, and perhaps of a group."""
        told = self.everything if self.by == "indicators" else self.beside
        return {column.name for column, _ in told}


def columns_of(
    comparison: Comparison, by: By, units: Sequence[UnitRow], words: Words
) -> ComparedBy:
    """Return what is told of units that are compared by groups, or by indicators."""
    framework, one = comparison.framework, comparison.sorted_by
    if by == "indicators":
        each = [_by_indicator(*placed, words) for placed in enumerate(framework.indicators)]
    else:
        groups = enumerate(framework.groups)
        each = [_by_group(*placed, framework, units, words) for placed in groups]
    # A group and its only indicator may share an id, and have one column then.
    if one is None or any(column.name == one.id for column, _ in each):
        return ComparedBy(by, each, [])
    if isinstance(one, Indicator):
        beside = _by_indicator(framework.indicators.index(one), one, words)
    else:
        beside = _by_group(framework.groups.index(one), one, framework, units, words)
    return ComparedBy(by, each, [beside])


def _by_group(
    place: int, group: Group, framework: Framework, units: Sequence[UnitRow], words: Words
) -> Told:
    in_points = _add_up(framework)
    own = {each.id for each in framework.indicators if each.group == group.id}
    regular = (each for each in criteria(framework) if not each.extra)
    most = sum(each.points for each in regular if each.indicator.id in own)
    kind = "points" if in_points else "percent"
    heading = words(f"group.{kind}", name=words.name(group.name), most=most)

    # All are told with the decimals of the one that has most.
    decimals = _points_decimals(group, framework, units)

    def text(row: UnitRow, words: Words) -> Cell:
        points, most, score = row.assessment.sums[place]
        supposed = row.assessment.supposed & own
        found = Cell(EMPTY.text, fifth=cells.fifth(points, most), share=scored(row, score))
        if in_points and most:
            told = texts.points_to(decimals, points, most, framework, words)
            return found._replace(
                text=cells.marked(told, supposed), bounds=points, span=span_of(points, most)
            )
        done = texts.percent_of_scale(score, framework)
        told = cells.marked(texts.percent_text(score, framework, words), supposed)
        return found._replace(text=told, bounds=done, span=done and span_of(done, HUNDRED))

    def earned(row: UnitRow) -> Interval | None:
        points, most, _ = row.assessment.sums[place]
        return points if most else None

    def order(row: UnitRow) -> Descending:
        return descending(row.assessment.sums[place].score)

    # A group that nobody earns anything in has nothing to say.
    needed = columns.some(earned)
    column = ReportColumn(group.id, text, "number", needed, heading=heading, order=order)
    return column, {f"{group.id}_points_*": earned}


def _add_up(framework: Framework) -> bool:
    """Whether the points of groups are the score as they are, so that they can stand for it."""
    weighted = any(each.weight is not None for each in framework.groups)
    added = sum(each.points for each in criteria(framework) if not each.extra)
    return added == Fraction(framework.scoring.scale) and not weighted


def _points_decimals(group: Group, framework: Framework, units: Sequence[UnitRow]) -> int:
    """Return how many decimals the points of a group have: of measured points, those printed."""
    indicators = enumerate(framework.indicators)
    own = [at for at, each in indicators if (each.group, each.unit) == (group.id, "points")]
    digits = (unit.assessment.traits.digits for unit in units if own)
    return max([1, *(each[at] - 1 for each in digits for at in own)])


def _by_indicator(place: int, indicator: Indicator, words: Words) -> Told:
    def at(row: UnitRow) -> Measured:
        return row.assessment.measured[place]

    def text(row: UnitRow, words: Words) -> Cell:
        value = cells.with_symbol(cells.value_cell(at(row), words), at(row))
        return cells.shaded(value._replace(status=cells.status_of(at(row))), at(row))

    def stated(row: UnitRow) -> str | None:
        figure = at(row).figure
        return spell(figure.value) if figure and figure.value else at(row).absent

    def order(row: UnitRow) -> Descending:
        return descending(better_up(at(row)))

    heading = texts.heading_name(indicator, words)
    column = ReportColumn(indicator.id, text, "number", heading=heading, order=order)
    return column, {
        f"{indicator.id}_value": stated,
        f"{indicator.id}_*": lambda row: at(row).value,
    }
