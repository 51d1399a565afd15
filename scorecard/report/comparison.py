"""Units side by side."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import chain
from typing import Literal

from scorecard.i18n import Words
from scorecard.measure.comparison import (
    Comparison,
    leader,
)
from scorecard.measure.field import Fields
from scorecard.measure.measured import Measured
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Group
from scorecard.report import blocks, cells, columns, notes, texts
from scorecard.report.blocks import (
    EMPTY,
    Block,
    Cell,
    Column,
    Note,
    Orders,
    Row,
    Table,
    View,
    row,
)
from scorecard.report.charts import field_strip
from scorecard.report.columns import Apart, Columns, Said, Values
from scorecard.report.compared_by import By, ComparedBy, columns_of
from scorecard.report.excerpt import ALL, Excerpt, Shown, excerpt
from scorecard.report.legend import with_legend
from scorecard.report.notes import LeftOut
from scorecard.report.periods import period_text
from scorecard.report.record import record
from scorecard.report.sections import in_sections, named
from scorecard.report.tracks import movement_records, tracks_table
from scorecard.report.unit_rows import UnitRow, decimals_of_ends, unit_rows
from scorecard.report.units import UNIT_VALUES, UNITS, unit_record
from scorecard.report.workbook import workbook
from scorecard.text.json import Each, Json
from scorecard.text.printable import Printable, printable

TOGETHER = 200
"""So many units at the most are laid out before a terminal shows the first of them."""

SIDE_BY_SIDE = 5
"""So many units at the most stand side by side where nothing else is asked for."""

Rows = Literal["units", "indicators"]
"""What has a row each; the other has columns."""


def compare_view(
    comparison: Comparison,
    fields: Fields,
    words: Words,
    left_out: LeftOut = notes.NOTHING_LEFT_OUT,
    suppositions: Sequence[Supposition] = (),
    asked: Excerpt = ALL,
    *,
    rows: Rows | None = None,
    by: By | None = None,
    tracks: Sequence[str] = (),
) -> View:
    """Return units side by side; rows are units, or indicators where units are few.

    Units that have the rows are compared by groups, if any has a score, else by indicators, unless
    `by` is given; of several `tracks`, by their scores.
    """
    shown, (rows, by) = excerpt(comparison, asked), _laid_out(comparison, rows, by)
    units = unit_rows(shown.standings, fields)
    compared_by = columns_of(comparison, by, units, words)
    cut_off = list(notes.left_out_note(shown, asked, words))
    # What ranks hang on takes longer than the units, which are shown first.
    noted = partial(notes.comparison_notes, shown, left_out, units, fields, words)
    said = cache(lambda: [*cut_off, *noted()])

    def people(together: int | None = None) -> Iterator[Block]:
        yield from notes.what_if_note(suppositions, words)
        yield _heading(comparison, units, words)
        tables = _tables(rows, compared_by, units, shown, words, together)
        yield from with_legend(_of_tracks(units, tracks, words) or tables, words)
        yield from chain(_marked_and_unranked(units, compared_by.valued, words), said())

    return View(
        people,
        lambda: _record(units, said(), suppositions, tracks),
        lambda: columns.sheet_rows(_values(compared_by), map(UnitRow.lean, units), words.language),
        cut_off,
        workbook(units, words, suppositions),
        screens=partial(people, TOGETHER),
    )


def _values(compared_by: ComparedBy) -> Values[UnitRow]:
    of_each = (more.items() for _, more in compared_by.everything)
    return {**UNIT_VALUES, **dict(chain(*of_each))}


def _tables(
    rows: Rows,
    compared_by: ComparedBy,
    units: Sequence[UnitRow],
    shown: Shown,
    words: Words,
    together: int | None,
) -> Iterator[Table]:
    # An indicator that has a row needs no column.
    down = (rows, compared_by.by) == ("indicators", "indicators")
    beside = compared_by.beside if down else compared_by.everything
    told = [*UNITS, *(column for column, _ in beside)]
    if rows == "units":
        yield from _units_down(told, units, shown, words, together)
    elif down:
        yield _indicators_down(told, shown.comparison, units, words)
    else:
        yield _groups_down(told, units, words)


def _of_tracks(units: Sequence[UnitRow], tracks: Sequence[str], words: Words) -> list[Table] | None:
    """Return the scores by track side by side; None where they are not of several."""
    return [tracks_table(units, tracks, words)] if len(tracks) > 1 else None


def _marked_and_unranked(
    units: Sequence[UnitRow], valued: set[str], words: Words
) -> Iterator[Note]:
    """Yield what the mark of figures that count as missing stands for, and who has no rank."""
    items = (item for unit in units for item in unit.lean().assessment.measured)
    faulty = (item for item in items if item.error or item.fault)
    if valued and any(item.indicator.id in valued for item in faulty):
        yield texts.note(words("faulty", symbol=cells.FAULTY), words)
    yield from notes.unranked_notes([unit.standing for unit in units], words)


def _record(
    units: Sequence[UnitRow],
    said: Sequence[Note],
    suppositions: Sequence[Supposition],
    tracks: Sequence[str],
) -> dict[str, Json]:
    assessed, shown = [unit.assessment for unit in units], Each(units, unit_record)
    return record("compare", assessed, shown, said, suppositions, movement_records(units, tracks))


def _laid_out(comparison: Comparison, rows: Rows | None, by: By | None) -> tuple[Rows, By]:
    units = len(comparison.standings)
    many = units > SIDE_BY_SIDE or units >= len(comparison.framework.indicators)
    rows = rows or ("units" if many else "indicators")
    # Groups say nothing where no indicator has a target.
    groups = rows == "units" and any(
        each.assessment.total.score is not None for each in comparison.standings
    )
    return rows, by or ("groups" if groups else "indicators")


def _heading(comparison: Comparison, units: Sequence[UnitRow], words: Words) -> Block:
    framework = comparison.framework
    periods = {period_text(each, words) for each in {unit.assessment.card.period for unit in units}}
    edition = words("edition", edition=framework.edition)
    period = periods if len(periods) == 1 else ()
    parts = [words.name(framework.name), edition, *period]
    if by := comparison.sorted_by:
        parts.append(words("sorted-by", name=words.name(by.name)))
    return blocks.Heading(texts.joined(*parts))


def nothing_to_compare() -> View:
    """Return the view of no units at all."""
    sheet = columns.sheet_of(UNIT_VALUES, (), "")
    return View(tuple, lambda: record("compare", (), ()), lambda: sheet)


def _units_down(
    told: Columns[UnitRow],
    units: Sequence[UnitRow],
    shown: Shown,
    words: Words,
    together: int | None,
) -> Iterator[Table]:
    """Yield a row a unit, and one between the first and the last for those left out.

    Where more than so many are told together, each table that is made of them stands alone.
    """
    lines: list[UnitRow | Said] = list(units)
    if shown.gap:
        said = Cell(words("left-out", count=shown.left_out), "quiet")
        lines.insert(shown.gap, Said({"unit": said}))
    if together and len(lines) > together:
        yield from columns.tables_of(told, lines, words, together)
        return
    more = columns.table_of(told, lines, words)
    strip = field_strip([unit.standing for unit in units], None, words, decimals_of_ends(units))
    by = shown.comparison.sorted_by
    given = words.name(by.name) if by else words("rank")

    @cache
    def orders() -> Orders | None:
        return columns.orders_of(told, lines, given, words)

    yield more._replace(orders=orders, pictures=strip)


def _groups_down(told: Columns[UnitRow], units: Sequence[UnitRow], words: Words) -> Table:
    """Return a row a group, and a column a unit."""
    heads = [Column(name, "number") for name in _names(units, words)]
    rows = [row(title, *of_units) for title, of_units in _as_a_whole(told, units, words)]
    columns = [Column(words("group"), key=True), *heads]
    return blocks.table(columns, rows, fifths=words("fifths"))


def _indicators_down(
    told: Columns[UnitRow], comparison: Comparison, units: Sequence[UnitRow], words: Words
) -> Table:
    """Return a row an indicator, and two columns a unit: the value and the completion."""
    framework = comparison.framework

    def below(group: Group) -> list[Row]:
        return list(_indicator_rows(comparison, group, units, words))

    heads = [Column(words("indicator"), key=True), Column(words("target"), "number")]
    for name in _names(units, words):
        heads.append(Column(name, "number"))
        heads.append(Column(words("completion.of", unit=name), "number"))
    rows = [
        row(title, EMPTY, *(part for cell in of_units for part in (cell, EMPTY)))
        for title, of_units in _as_a_whole(told, units, words)
    ]
    for line in in_sections(framework, below, partial(named, words), words, first=False):
        match line:
            case Said(cells=said):
                rows.append(row(said["indicator"], *[EMPTY] * (len(heads) - 1), section=True))
            case Apart(item=only):
                rows.append(only._replace(apart=True))
            case _:
                rows.append(line)
    return blocks.table(heads, rows, fifths=words("fifths"))


def _names(units: Sequence[UnitRow], words: Words) -> Iterator[Printable]:
    """Yield the names of units as headings."""
    return (unit.heading(words) for unit in units)


def _as_a_whole(
    told: Columns[UnitRow], units: Sequence[UnitRow], words: Words
) -> Iterator[tuple[Printable, list[Cell]]]:
    """Yield what is told of units as a whole: the heading, and a cell a unit."""
    for column in columns.for_people(told, units):
        if column.name != "unit" and column.kind != "ornament":
            of_units = [column.cell(unit, words) for unit in units]
            yield column.title(words, units), of_units


def _indicator_rows(
    comparison: Comparison, group: Group, units: Sequence[UnitRow], words: Words
) -> Iterator[Row]:
    for place, indicator in enumerate(comparison.framework.indicators):
        items = [unit.assessment.measured[place] for unit in units]
        if indicator.group == group.id and any(item.figure for item in items):
            found = _indicator_cells(comparison, place, items, words)
            yield row(texts.labelled_name(indicator, words), *found)


def _indicator_cells(
    comparison: Comparison, place: int, items: Sequence[Measured], words: Words
) -> Iterator[Cell]:
    """Yield the target, and the value and completion of each unit; the leader has a star.

    Where targets differ, or a value has none, each stands beside its value.
    """
    # Who is surely the best leads all units, shown or not.
    of_all = [standing.assessment.measured[place] for standing in comparison.standings]
    lengths, levels = comparison.lengths_differ, comparison.levels_differ
    first = leader(of_all, lengths_differ=lengths, levels_differ=levels)
    valued = (item for item in items if item.target or (item.figure and item.figure.value))
    stated = {cells.targets_text(item, words) for item in valued}
    differ = len(stated) > 1
    yield Cell(words("targets-differ") if differ else next(iter(stated), None) or texts.DASH)
    for item in items:
        leads = first if first and item is of_all[first.place] else None
        value = cells.value_cell(item, words)
        if differ and item.target:
            told = {"value": value.text, "targets": cells.targets_text(item, words)}
            value = value._replace(text=words("value.against", **told))
        complete = cells.with_symbol(cells.completion_cell(item, words), item)
        complete = cells.shaded(complete, item)
        starred = _starred(value, leads and not leads.by_completion)
        yield columns.numbered(starred, words)
        yield columns.numbered(_starred(complete, leads and leads.by_completion), words)


def _starred(cell: Cell, star: object) -> Cell:
    return cell._replace(text=printable(f"★ {cell.text}")) if star else cell
