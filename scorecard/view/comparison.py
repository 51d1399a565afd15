"""Units side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scorecard.digits import decimal_text
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.comparison import Comparison, Standing, leader
from scorecard.measure.sensitivity import DRAWS, SEED
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework
from scorecard.printable import Printable, printable
from scorecard.view import cells, texts
from scorecard.view.blocks import Cell, Column, Heading, Note, Row, Table, View, table
from scorecard.view.overall import overall
from scorecard.view.record import record, unit_record
from scorecard.view.sheet import unit_sheet
from scorecard.view.supposed import other_frameworks, what_if_note
from scorecard.view.words import Words

By = Literal["groups", "indicators"]
"""What is compared."""

Rows = Literal["units", "indicators"]
"""What has a row each; the other has columns."""

LEADS = "★"
"""The mark of a value that is surely better than the others in its row."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not in a comparison: other frameworks by id and edition, and files at fault."""

    frameworks: Sequence[tuple[str, str]] = ()
    unread: int = 0


NOTHING_LEFT_OUT = LeftOut()


def compare_view(
    comparison: Comparison,
    words: Words,
    left_out: LeftOut = NOTHING_LEFT_OUT,
    suppositions: Sequence[Supposition] = (),
    *,
    rows: Rows | None = None,
    by: By | None = None,
) -> View:
    """Return units side by side; rows are units or indicators, whichever is more.

    Units are compared by groups where they have the rows, else by indicators, unless `by` asks
    for the other.
    """
    framework, standings = comparison.framework, comparison.standings
    rows = rows or ("units" if len(standings) >= len(framework.indicators) else "indicators")
    by = by or ("groups" if rows == "units" else "indicators")
    name = texts.name_text(framework.name, words)
    edition = words("edition", edition=framework.edition)
    body = _units_down if rows == "units" else _units_across
    notes = list(_notes(comparison, left_out, words))
    return View(
        blocks=(
            *what_if_note(suppositions, words),
            Heading(texts.joined(name, edition, _common_period(comparison))),
            body(comparison, words, by),
            *_unranked(standings, words),
            *(texts.note(message, words) for _, message in notes),
        ),
        record=record(
            "compare", framework, [unit_record(each) for each in standings], notes, suppositions
        ),
        sheet=unit_sheet(standings, words, by=by),
    )


def nothing_to_compare(words: Words) -> View:
    """Return the view of no units at all."""
    return View((), record("compare", None, ()), unit_sheet((), words, by="groups"))


def _unranked(standings: Sequence[Standing], words: Words) -> Iterator[Note]:
    """Say why units have no rank, those of one reason together."""
    reasons: dict[Printable, list[Printable]] = {}
    for standing in standings:
        if standing.unranked:
            reason = texts.unranked_text(standing, words)
            reasons.setdefault(reason, []).append(texts.unit_name(standing, words))
    for reason, units in reasons.items():
        yield texts.note(texts.joined(", ".join(units), reason), words)


def _common_period(comparison: Comparison) -> str:
    periods = {standing.assessment.scorecard.period.text for standing in comparison.standings}
    return periods.pop() if len(periods) == 1 else ""


def _notes(
    comparison: Comparison, left_out: LeftOut, words: Words
) -> Iterator[tuple[str, Printable]]:
    """Yield what qualifies the comparison, each with its code."""
    if left_out.unread:
        yield "unread", words("note.unread", count=left_out.unread)
    if comparison.levels_differ:
        yield "levels-differ", words("note.levels-differ")
    if comparison.lengths_differ:
        yield "lengths-differ", words("note.lengths-differ")
    elif comparison.periods_differ:
        yield "periods-differ", words("note.periods-differ")
    fewer = comparison.on_fewer_points
    if fewer:
        names = ", ".join(
            f"{texts.unit_name(standing, words)} {decimal_text(standing.assessment.total.most)}"
            for standing in fewer
        )
        most = max(standing.assessment.total.most for standing in comparison.standings)
        yield "fewer-points", words("note.fewer-points", names=names, most=decimal_text(most))
    if any(standing.stability for standing in comparison.standings):
        yield "sensitivity", words("sensitivity.note", draws=DRAWS, seed=SEED)
    yield from other_frameworks(left_out.frameworks, words)


def _units_down(comparison: Comparison, words: Words, by: By) -> Table:
    framework, standings = comparison.framework, comparison.standings
    said = overall(comparison, words)
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
                *_measured(standing.assessment, words, by),
            )
        )
        for number, standing in enumerate(standings)
    ]
    return table(columns, rows)


def _units_across(comparison: Comparison, words: Words, by: By) -> Table:
    framework, standings = comparison.framework, comparison.standings
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
        for heading, row in _overall_rows(comparison, across, words)
    ]
    if not indicators:
        measured = [_measured(standing.assessment, words, by) for standing in standings]
        headings = _measures(framework, words, by)
        rows += [
            Row((Cell(heading), *row)) for heading, *row in zip(headings, *measured, strict=True)
        ]
    else:
        rows += _indicator_rows(comparison, words)
    return table(columns, rows)


def _indicator_rows(comparison: Comparison, words: Words) -> Iterator[Row]:
    assessments = [standing.assessment for standing in comparison.standings]
    width = 2 + 2 * len(assessments)
    for group in comparison.framework.groups:
        rows = []
        for place, indicator in enumerate(comparison.framework.indicators):
            items = [assessment.measured[place] for assessment in assessments]
            if indicator.group != group.id or all(item.figure is None for item in items):
                continue
            first = leader(
                items,
                lengths_differ=comparison.lengths_differ,
                levels_differ=comparison.levels_differ,
            )
            row: list[Cell] = []
            for number, item in enumerate(items):
                value = cells.value_cell(item, words)
                mark = f"{LEADS} " if number == first else ""
                row.append(Cell(printable(f"{mark}{value.text}"), value.status))
                row.append(cells.marked_completion_cell(item))
            name = texts.labelled_name(indicator, words)
            target = cells.common_target_cell(items, words)
            rows.append(Row((Cell(name), target, *row)))
        if rows:
            heading = Cell(texts.name_text(group.name, words), "strong")
            yield Row((heading, *(Cell(printable("")),) * (width - 1)), section=True)
            yield from rows


def _overall_rows(
    comparison: Comparison, across: Words, words: Words
) -> Iterator[tuple[Printable, list[Cell]]]:
    yield words("rank"), [Cell(texts.rank_text(standing.rank)) for standing in comparison.standings]
    for heading, _, row in overall(comparison, across):
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


def _measured(assessment: Assessment, words: Words, by: By) -> list[Cell]:
    """Return the cells of what is compared, for one unit."""
    if by == "indicators":
        return [cells.marked_value_cell(item, words) for item in assessment.measured]
    framework = assessment.framework
    return [
        Cell(
            texts.points_text(summed.points, summed.most, framework)
            if _adds_up(framework) and summed.most
            else texts.score_text(summed.score, framework)
        )
        for _, summed in assessment.groups
    ]


def _adds_up(framework: Framework) -> bool:
    """Whether the points of the groups add up to the score as they are."""
    return sum(indicator.points for indicator in framework.indicators) == HUNDRED
