"""Units side by side."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.comparison import Comparison, Standing, leader
from scorecard.measure.criteria import criteria
from scorecard.measure.outcome import Measured
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import added
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Column, Heading, Row, Table, View, table
from scorecard.report.caveats import NOTHING_LEFT_OUT, LeftOut, caveats, unranked
from scorecard.report.excerpt import ALL, Excerpt, Shown, excerpt, left_out_note
from scorecard.report.overall import overall
from scorecard.report.record import record, unit_record
from scorecard.report.sheet import empty_sheet, unit_sheet
from scorecard.report.supposed import what_if_note
from scorecard.text.json import Each, Json
from scorecard.text.printable import Printable, printable

By = Literal["groups", "indicators"]
"""What is compared."""

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

    def notes() -> list[tuple[str, Printable]]:
        return [*left_out_note(shown, asked, words), *caveats(shown, left_out, words)]

    def people() -> Iterator[Block]:
        yield from what_if_note(suppositions, words)
        name = texts.name_text(framework.name, words)
        edition = words("edition", edition=framework.edition)
        yield Heading(texts.joined(name, edition, _common_period(shown.standings)))
        yield _units_down(shown, words, by) if rows == "units" else _units_across(shown, words, by)
        yield from unranked(shown.standings, words)
        yield from (texts.note(message, words) for _, message in notes())

    def programs() -> Mapping[str, Json]:
        units = Each(shown.standings, unit_record)
        return record("compare", framework, units, notes(), suppositions)

    return View(people, programs, lambda: unit_sheet(shown, asked, words, by=by))


def nothing_to_compare() -> View:
    """Return the view of no units at all."""
    return View(tuple, lambda: record("compare", None, ()), empty_sheet)


def _common_period(standings: Sequence[Standing]) -> str:
    periods = {standing.assessment.scorecard.period.text for standing in standings}
    return periods.pop() if len(periods) == 1 else ""


def _units_down(shown: Shown, words: Words, by: By) -> Table:
    framework, standings = shown.comparison.framework, shown.standings
    said, in_points = overall(shown, words), _adds_up(framework)
    columns = [
        Column(words("rank"), numeric=True, key=True),
        Column(words("unit"), key=True),
        *(Column(heading, numeric=numeric, ornament=not heading) for heading, numeric, _ in said),
        *(Column(heading, numeric=True) for heading in _measures(framework, words, by)),
    ]
    rows = [
        Row(
            (
                Cell(texts.rank_text(standing.rank)),
                Cell(texts.unit_name(standing, words)),
                *(row[number] for _, _, row in said),
                *_measured(standing.assessment, words, by, in_points=in_points),
            )
        )
        for number, standing in enumerate(standings)
    ]
    if shown.first and shown.last and shown.left_out:
        rows.insert(len(shown.first), _between(shown, columns, words))
    return table(columns, rows)


def _between(shown: Shown, columns: Sequence[Column], words: Words) -> Row:
    """Return the row between the first units and the last that stands for all that are left out."""
    said = words("left-out", count=shown.left_out)
    cells = [Cell(printable("")) for _ in columns]
    cells[1] = Cell(said, "quiet")
    return Row(tuple(cells))


def _units_across(shown: Shown, words: Words, by: By) -> Table:
    framework, standings = shown.comparison.framework, shown.standings
    # A terminal would swap neighbouring headings from right to left, and numbers with them.
    across = words.left_to_right()
    names = [texts.heading_name(standing, across) for standing in standings]
    indicators = by == "indicators"
    columns = [Column(words(by.removesuffix("s")), key=True)]
    if indicators:
        columns.append(Column(words("target"), numeric=True))
    for name in names:
        columns.append(Column(name, numeric=True))
        if indicators:
            columns.append(Column(words("completion.of", unit=name), numeric=True))
    width = 2 if indicators else 1
    blank = (Cell(printable("")),) * (width - 1)
    rows = [
        Row((Cell(heading), *blank, *(part for cell in row for part in (cell, *blank))))
        for heading, row in _overall_rows(shown, across, words)
    ]
    if not indicators:
        in_points = _adds_up(framework)
        measured = [
            _measured(standing.assessment, words, by, in_points=in_points) for standing in standings
        ]
        headings = _measures(framework, words, by)
        rows += [
            Row((Cell(heading), *row)) for heading, *row in zip(headings, *measured, strict=True)
        ]
    else:
        rows += _indicator_rows(shown, words)
    return table(columns, rows)


def _indicator_rows(shown: Shown, words: Words) -> Iterator[Row]:
    comparison, standings = shown.comparison, shown.standings
    width = 2 + 2 * len(standings)
    for group in comparison.framework.groups:
        rows = []
        for place, indicator in enumerate(comparison.framework.indicators):
            items = [standing.assessment.measured[place] for standing in standings]
            if indicator.group != group.id or all(item.figure is None for item in items):
                continue
            first = _leader(comparison, place)
            row: list[Cell] = []
            for item in items:
                value = cells.value_cell(item, words)
                mark = f"{LEADS} " if item is first else ""
                row.append(Cell(printable(f"{mark}{value.text}"), value.status))
                row.append(cells.marked_completion_cell(item))
            name = texts.labelled_name(indicator, words)
            target = cells.common_target_cell(items, words)
            rows.append(Row((Cell(name), target, *row)))
        if rows:
            heading = Cell(texts.name_text(group.name, words), "strong")
            yield Row((heading, *(Cell(printable("")),) * (width - 1)), section=True)
            yield from rows


def _leader(comparison: Comparison, place: int) -> Measured | None:
    """Return the figure that is surely the best of all units, shown or not."""
    items = [standing.assessment.measured[place] for standing in comparison.standings]
    first = leader(
        items, lengths_differ=comparison.lengths_differ, levels_differ=comparison.levels_differ
    )
    return None if first is None else items[first]


def _overall_rows(
    shown: Shown, across: Words, words: Words
) -> Iterator[tuple[Printable, list[Cell]]]:
    yield words("rank"), [Cell(texts.rank_text(standing.rank)) for standing in shown.standings]
    for heading, _, row in overall(shown, across):
        if heading:
            yield heading, row


def _measures(framework: Framework, words: Words, by: By) -> list[Printable]:
    """Return the headings of what is compared."""
    if by == "indicators":
        return [texts.labelled_name(indicator, words) for indicator in framework.indicators]
    headings = []
    for group in framework.groups:
        name = texts.name_text(group.name, words)
        most = sum(item.points for item in framework.indicators if item.group == group.id)
        in_points = words("of-points", name=name, most=decimal_text(most))
        headings.append(in_points if _adds_up(framework) else words("in-percent", name=name))
    return headings


def _measured(assessment: Assessment, words: Words, by: By, *, in_points: bool) -> list[Cell]:
    """Return the cells of what is compared, for one unit."""
    if by == "indicators":
        return [cells.marked_value_cell(item, words) for item in assessment.measured]
    framework = assessment.framework
    return [
        Cell(
            texts.points_text(summed.points, summed.most, framework)
            if in_points and summed.most
            else texts.score_text(summed.score, framework)
        )
        for _, summed in assessment.groups
    ]


def _adds_up(framework: Framework) -> bool:
    """Whether the points of the groups add up to the score as they are."""
    return added([by.points for by in criteria(framework)]) == HUNDRED
