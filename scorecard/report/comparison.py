"""Units side by side."""

from collections.abc import Iterator, Sequence
from itertools import starmap
from typing import Literal

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED
from scorecard.measure.comparison import Comparison, leader
from scorecard.measure.criteria import criteria
from scorecard.measure.outcome import Measured
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework, Group, Indicator
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval
from scorecard.report import cells, notes, texts
from scorecard.report.blocks import Block, Cell, Column, Heading, Row, Table, View, row, table
from scorecard.report.cells import EMPTY, NOTHING
from scorecard.report.columns import Values, ends, for_people, sheet_of
from scorecard.report.notes import Excerpt, LeftOut, Shown
from scorecard.report.record import record
from scorecard.report.units import UNIT_VALUES, UNITS, UnitColumn, UnitRow, unit_record, unit_rows
from scorecard.text.json import Each
from scorecard.text.printable import Printable, printable

Rows = Literal["units", "indicators"]
"""What has a row each; the other has columns."""

By = Literal["groups", "indicators"]
"""What units are compared by."""

Told = tuple[UnitColumn, Values[UnitRow]]
"""What people read of a group or an indicator, and what spreadsheets have of it."""


def compare_view(
    comparison: Comparison,
    words: Words,
    left_out: LeftOut = notes.NOTHING_LEFT_OUT,
    suppositions: Sequence[Supposition] = (),
    asked: Excerpt = notes.ALL,
    *,
    rows: Rows | None = None,
    by: By | None = None,
) -> View:
    """Return units side by side; rows are units or indicators, whichever is more.

    Units are compared by groups where they have the rows, else by indicators, unless `by` is given.
    """
    framework, shown = comparison.framework, notes.excerpt(comparison, asked)
    more_units = len(comparison.standings) >= len(framework.indicators)
    rows = rows or ("units" if more_units else "indicators")
    by = by or ("groups" if rows == "units" else "indicators")
    units = unit_rows(comparison, shown.standings)
    cut_off = list(notes.left_out_note(shown, asked, words))
    on_sheet = tuple(texts.note(text, words) for _, text in cut_off)
    said = [*cut_off, *notes.comparison_notes(shown, left_out, words)]

    def people() -> Iterator[Block]:
        yield from notes.what_if_note(suppositions, words)
        yield _heading(framework, units, words)
        yield (_units_down if rows == "units" else _units_across)(shown, units, words, by)
        yield from notes.unranked_notes(shown.standings, words)
        yield from (texts.note(message, words) for _, message in said)

    return View(
        people,
        lambda: record("compare", framework, Each(units, unit_record), said, suppositions),
        lambda: sheet_of(_values_by(framework, by), units, words.language, on_sheet),
    )


def nothing_to_compare() -> View:
    """Return the view of no units at all."""
    return View(tuple, lambda: record("compare", None, ()), lambda: sheet_of(UNIT_VALUES, (), ""))


def _heading(framework: Framework, units: Sequence[UnitRow], words: Words) -> Heading:
    """Return the framework, and the period where all units have the same."""
    name, periods = texts.name_text(framework.name, words), {unit.period for unit in units}
    edition = words("edition", edition=framework.edition)
    return Heading(texts.joined(name, edition, *(periods if len(periods) == 1 else ())))


def _units_down(shown: Shown, units: Sequence[UnitRow], words: Words, by: By) -> Table:
    """Return a row a unit, and one between the first and the last for those left out."""
    more = [column for column, _ in _compared_by(shown.comparison.framework, by)]
    told = for_people([*UNITS, *more], units)
    rows = [row(*(column.cell(unit, words) for column in told)) for unit in units]
    if shown.gap:
        said = Cell(words("left-out", count=shown.left_out), "quiet")
        between = (said if column.heading == "unit" else EMPTY for column in told)
        rows.insert(shown.gap, row(*between))
    return table([column.column(words) for column in told], rows)


def _units_across(shown: Shown, units: Sequence[UnitRow], words: Words, by: By) -> Table:
    """Return a row a group or an indicator, and a column or two a unit."""
    if by == "indicators":
        return _indicators_down(shown.comparison, units, words)
    columns = [Column(words("group"), key=True)]
    columns += [Column(name, numeric=True) for name in _headings(units, words)]
    rows = [row(heading, *said) for heading, said in _as_a_whole(units, words)]
    rows += [
        row(group.title(words), *(group.cell(unit, words) for unit in units))
        for group, _ in _compared_by(shown.comparison.framework, by)
    ]
    return table(columns, rows)


def _indicators_down(comparison: Comparison, units: Sequence[UnitRow], words: Words) -> Table:
    """Return a row an indicator, and two columns a unit: the value and the completion."""
    columns = [Column(words("indicator"), key=True), Column(words("target"), numeric=True)]
    for name in _headings(units, words):
        columns.append(Column(name, numeric=True))
        columns.append(Column(words("completion.of", unit=name), numeric=True))
    rows = [
        row(heading, EMPTY, *(part for cell in said for part in (cell, EMPTY)))
        for heading, said in _as_a_whole(units, words)
    ]
    for group in comparison.framework.groups:
        if below := list(_indicator_rows(comparison, group, units, words)):
            title = Cell(texts.name_text(group.name, words), "strong")
            rows += [row(title, *[EMPTY] * (len(columns) - 1), section=True), *below]
    return table(columns, rows)


def _headings(units: Sequence[UnitRow], words: Words) -> list[Printable]:
    """Return the names of units as headings; a terminal would swap those from right to left."""
    return [texts.heading_name(unit.assessment, words.left_to_right()) for unit in units]


def _as_a_whole(units: Sequence[UnitRow], words: Words) -> Iterator[tuple[Printable, list[Cell]]]:
    """Yield what is told of units as a whole: the heading, and a cell a unit."""
    across = words.left_to_right()
    for column in for_people(UNITS, units):
        if column.heading != "unit" and not column.ornament:
            yield column.title(across), [column.cell(unit, across) for unit in units]


def _indicator_rows(
    comparison: Comparison, group: Group, units: Sequence[UnitRow], words: Words
) -> Iterator[Row]:
    for place, indicator in enumerate(comparison.framework.indicators):
        items = [unit.assessment.measured[place] for unit in units]
        if indicator.group != group.id or all(item.figure is None for item in items):
            continue
        targets = dict.fromkeys(
            cells.target_cell(each, words).text for each in items if each.target
        )
        target = Cell(printable(" / ".join(targets))) if targets else NOTHING
        first, found = _leader(comparison, place), [target]
        for item in items:
            value = cells.value_cell(item, words)
            mark = "★ " if item is first else ""
            found.append(Cell(printable(f"{mark}{value.text}"), value.status))
            found.append(cells.with_symbol(cells.completion_cell(item, words), item))
        yield row(texts.labelled_name(indicator, words), *found)


def _leader(comparison: Comparison, place: int) -> Measured | None:
    """Return the figure that is surely the best of all units, shown or not."""
    items = [standing.assessment.measured[place] for standing in comparison.standings]
    lengths_differ, levels_differ = comparison.lengths_differ, comparison.levels_differ
    first = leader(items, lengths_differ=lengths_differ, levels_differ=levels_differ)
    return None if first is None else items[first]


def _compared_by(framework: Framework, by: By) -> list[Told]:
    """Return what is told of each group or indicator, in the order of the framework."""
    if by == "indicators":
        return list(starmap(_by_indicator, enumerate(framework.indicators)))
    # The points of groups are shown where they add up to the score as they are.
    in_points = sum([each.points for each in criteria(framework)]) == HUNDRED
    return [
        _by_group(*each, framework, in_points=in_points) for each in enumerate(framework.groups)
    ]


def _values_by(framework: Framework, by: By) -> Values[UnitRow]:
    """Return what spreadsheets have of a unit, compared by these as well."""
    found = dict(UNIT_VALUES)
    for _, values in _compared_by(framework, by):
        found |= values
    return found


def _by_group(place: int, group: Group, framework: Framework, *, in_points: bool) -> Told:
    def heading(words: Words) -> Printable:
        name = texts.name_text(group.name, words)
        points = sum(item.points for item in framework.indicators if item.group == group.id)
        of_points = words("of-points", name=name, most=decimal_text(points))
        return of_points if in_points else words("in-percent", name=name)

    def text(row: UnitRow, _: Words) -> Printable:
        points, most, score = row.assessment.groups[place][1]
        if in_points and most:
            return texts.points_text(points, most, framework)
        return texts.score_text(score, framework)

    def earned(row: UnitRow) -> Interval | None:
        points, most, _ = row.assessment.groups[place][1]
        return points if most else None

    return UnitColumn(heading, text, numeric=True), ends(f"{group.id}_points", earned)


def _by_indicator(place: int, indicator: Indicator) -> Told:
    def text(row: UnitRow, words: Words) -> Cell:
        item = row.assessment.measured[place]
        value = cells.with_symbol(cells.value_cell(item, words), item)
        return Cell(value.text, cells.status_of(item))

    def stated(row: UnitRow) -> str | None:
        item = row.assessment.measured[place]
        return texts.spreadsheet_text(item.figure.value if item.figure else None) or item.absent

    def value(row: UnitRow) -> Interval | None:
        return row.assessment.measured[place].value

    column = UnitColumn(lambda words: texts.labelled_name(indicator, words), text, numeric=True)
    return column, {f"{indicator.id}_value": stated, **ends(indicator.id, value)}
