"""Units side by side."""

from collections.abc import Iterator, Sequence
from typing import Literal

from scorecard.i18n import Words
from scorecard.measure.comparison import Comparison, leader
from scorecard.measure.outcome import Measured
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework, Group
from scorecard.report import cells, texts
from scorecard.report.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Row,
    Sheet,
    Table,
    View,
    row,
    table,
)
from scorecard.report.cells import EMPTY
from scorecard.report.columns import for_people, sheet_of
from scorecard.report.compared_by import By, compared_by
from scorecard.report.excerpt import ALL, Excerpt, Shown, excerpt, left_out_note
from scorecard.report.notes import (
    NOTHING_LEFT_OUT,
    LeftOut,
    comparison_notes,
    unranked_notes,
    what_if_note,
)
from scorecard.report.record import record
from scorecard.report.units import UNITS, UnitRow, unit_record, unit_rows
from scorecard.text.json import Each
from scorecard.text.printable import Printable, printable

Rows = Literal["units", "indicators"]
"""What has a row each; the other has columns."""

LEADS = "★"
"""The mark of a value that is surely better than the others in its row."""


def compare_view(
    comparison: Comparison,
    words: Words,
    left_out: LeftOut = NOTHING_LEFT_OUT,
    suppositions: Sequence[Supposition] = (),
    asked: Excerpt = ALL,
    *,
    rows: Rows | None = None,
    by: By | None = None,
) -> View:
    """Return units side by side; rows are units or indicators, whichever is more.

    Units are compared by groups where they have the rows, else by indicators, unless `by` asks
    for the other. What is asked for cuts units off, and changes nothing of those that stay.
    """
    framework, standings = comparison.framework, comparison.standings
    rows = rows or ("units" if len(standings) >= len(framework.indicators) else "indicators")
    by = by or ("groups" if rows == "units" else "indicators")
    shown = excerpt(comparison, asked)
    units = unit_rows(comparison, shown.standings)
    cut_off = list(left_out_note(shown, asked, words))

    def notes() -> list[tuple[str, Printable]]:
        return [*cut_off, *comparison_notes(shown, left_out, words)]

    def people() -> Iterator[Block]:
        yield from what_if_note(suppositions, words)
        yield _heading(framework, units, words)
        down = rows == "units"
        yield (
            _units_down(shown, units, words, by) if down else _units_across(shown, units, words, by)
        )
        yield from unranked_notes(shown.standings, words)
        yield from (texts.note(message, words) for _, message in notes())

    return View(
        people,
        lambda: record("compare", framework, Each(units, unit_record), notes(), suppositions),
        lambda: _sheet(framework, units, cut_off, words, by),
    )


def nothing_to_compare() -> View:
    """Return the view of no units at all."""
    return View(tuple, lambda: record("compare", None, ()), lambda: sheet_of(UNITS, (), ""))


def _sheet(
    framework: Framework,
    units: Sequence[UnitRow],
    notes: Sequence[tuple[str, Printable]],
    words: Words,
    by: By,
) -> Sheet:
    sheet = sheet_of([*UNITS, *compared_by(framework, by)], units, words.language)
    return sheet._replace(notes=tuple(texts.note(text, words) for _, text in notes))


def _heading(framework: Framework, units: Sequence[UnitRow], words: Words) -> Heading:
    """Return the framework, and the period where all units have the same."""
    name, periods = texts.name_text(framework.name, words), {unit.period for unit in units}
    edition = words("edition", edition=framework.edition)
    return Heading(texts.joined(name, edition, *(periods if len(periods) == 1 else ())))


def _units_down(shown: Shown, units: Sequence[UnitRow], words: Words, by: By) -> Table:
    """Return a row a unit, and one between the first and the last for those left out."""
    framework = shown.comparison.framework
    told = for_people([*UNITS, *compared_by(framework, by)], units)
    rows = [row(*(column.cell(unit, words) for column in told)) for unit in units]
    if shown.first and shown.last and shown.left_out:
        said = Cell(words("left-out", count=shown.left_out), "quiet")
        between = (said if column.key == "unit" else EMPTY for column in told)
        rows.insert(len(shown.first), row(*between))
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
        for group in for_people(compared_by(shown.comparison.framework, by), units)
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
        below = list(_indicator_rows(comparison, group, units, words))
        if below:
            title = Cell(texts.name_text(group.name, words), "strong")
            rows += [row(title, *[EMPTY] * (len(columns) - 1), section=True), *below]
    return table(columns, rows)


def _headings(units: Sequence[UnitRow], words: Words) -> list[Printable]:
    """Return the names of units as headings.

    A terminal would swap neighbouring headings from right to left, and numbers with them.
    """
    return [texts.heading_name(unit.standing, words.left_to_right()) for unit in units]


def _as_a_whole(units: Sequence[UnitRow], words: Words) -> Iterator[tuple[Printable, list[Cell]]]:
    """Yield what is told of units as a whole: the heading, and a cell a unit."""
    across = words.left_to_right()
    for column in for_people(UNITS, units):
        if column.key != "unit" and not column.ornament:
            yield column.title(across), [column.cell(unit, across) for unit in units]


def _indicator_rows(
    comparison: Comparison, group: Group, units: Sequence[UnitRow], words: Words
) -> Iterator[Row]:
    for place, indicator in enumerate(comparison.framework.indicators):
        items = [unit.assessment.measured[place] for unit in units]
        if indicator.group != group.id or all(item.figure is None for item in items):
            continue
        first = _leader(comparison, place)
        found: list[Cell] = []
        for item in items:
            value = cells.value_cell(item, words)
            mark = f"{LEADS} " if item is first else ""
            found.append(Cell(printable(f"{mark}{value.text}"), value.status))
            found.append(cells.with_symbol(cells.completion_cell(item, words), item))
        yield row(texts.labelled_name(indicator, words), _common_target(items, words), *found)


def _common_target(items: Sequence[Measured], words: Words) -> Cell:
    """Return the target that all units share, or all their targets where these differ."""
    targets = dict.fromkeys(cells.target_cell(item, words).text for item in items if item.target)
    return Cell(printable(" / ".join(targets))) if targets else Cell(texts.DASH, "quiet")


def _leader(comparison: Comparison, place: int) -> Measured | None:
    """Return the figure that is surely the best of all units, shown or not."""
    items = [standing.assessment.measured[place] for standing in comparison.standings]
    first = leader(
        items, lengths_differ=comparison.lengths_differ, levels_differ=comparison.levels_differ
    )
    return None if first is None else items[first]
