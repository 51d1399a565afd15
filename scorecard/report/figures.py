"""The figures of one unit as a table, by group."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, Sum
from scorecard.measure.change import change
from scorecard.measure.outcome import Measured, Outcome
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text
from scorecard.report import cells, texts
from scorecard.report.blocks import Cell, Column, Row, Table, table
from scorecard.text.printable import Printable, printable

NOTHING = Cell(printable(""))


class _Columns(NamedTuple):
    """Which of the columns that not every report card needs it has."""

    earlier: Assessment | None
    weighted: bool


def figures_table(assessment: Assessment, earlier: Assessment | None, words: Words) -> Table:
    """Return a row for each figure below its group, and one for each further target.

    Points are shown where indicators differ in them, changes where there is an earlier period.
    """
    framework = assessment.framework
    weighted = any(indicator.points != 1 for indicator in framework.indicators)
    having = _Columns(earlier, weighted)
    columns = [
        Column(words("indicator"), key=True),
        Column(words("value"), numeric=True),
        Column(words("target"), numeric=True),
        Column(words("completion"), numeric=True),
        Column(words("completion.bar"), ornament=True),
        Column(words("verdict")),
        *([Column(words("change"), numeric=True)] if earlier else []),
        *([Column(words("points"), numeric=True)] if weighted else []),
        Column(words("source"), lesser=True),
        Column(words("note"), lesser=True),
    ]
    rows: list[Row] = []
    for group, summed in assessment.groups:
        items = [
            row
            for item in assessment.measured
            if item.indicator.group == group.id and listed(item)
            for row in _rows(item, having, framework, words)
        ]
        if items:
            name = texts.name_text(group.name, words)
            rows += [_group_row(name, summed, having, framework, words), *items]
    return table(columns, rows, words("left-out.columns"))


def listed(item: Measured) -> bool:
    """Whether a figure has a row: it was given, or it counts and is missed."""
    return item.figure is not None or item.points is not None


def unreported(measured: Iterable[Measured]) -> list[Measured]:
    """Return the indicators that have no row."""
    return [item for item in measured if not listed(item)]


def uncounted(measured: Iterable[Measured]) -> list[Measured]:
    """Return the indicators that are said to be missed and yet count for nothing."""
    return [item for item in measured if item.absent == "missing" and item.points is None]


def _rows(item: Measured, having: _Columns, framework: Framework, words: Words) -> Iterator[Row]:
    figure, points = item.figure, texts.DASH
    if item.points is not None:
        earned = texts.points_text(item.points, item.most, framework)
        points = words("points.of", points=earned, most=decimal_text(item.most))
    note = figure and (figure.note or figure.why)
    changed = change(item, having.earlier)
    yield _row(
        Cell(texts.labelled_name(item.indicator, words)),
        cells.value_cell(item, words),
        _judged(item, item.outcome, words),
        Cell(texts.change_text(changed)) if changed else Cell(texts.DASH, "quiet"),
        Cell(points),
        Cell(printable((figure and figure.source) or ""), "quiet"),
        Cell(texts.name_text(note, words) if note else printable(""), "quiet"),
        having=having,
    )
    for outcome, target in zip(item.others, item.targets[1:], strict=True):
        yield _row(
            Cell(words("other-target", id=target.id or "")),
            NOTHING,
            _judged(item, outcome, words),
            NOTHING,
            NOTHING,
            Cell(printable(target.source or ""), "quiet"),
            NOTHING,
            having=having,
        )


def _judged(item: Measured, outcome: Outcome, words: Words) -> Sequence[Cell]:
    return (
        cells.target_cell(outcome.target, item.indicator, words),
        cells.completion_cell(item, outcome),
        cells.bar_cell(item, outcome),
        cells.verdict_cell(item, words, outcome),
    )


def _row(
    name: Cell,
    value: Cell,
    judged: Sequence[Cell],
    changed: Cell,
    points: Cell,
    source: Cell,
    note: Cell,
    *,
    having: _Columns,
    section: bool = False,
) -> Row:
    return Row(
        (
            name,
            value,
            *judged,
            *([changed] if having.earlier else []),
            *([points] if having.weighted else []),
            source,
            note,
        ),
        section=section,
    )


def _group_row(
    name: Printable, summed: Sum, having: _Columns, framework: Framework, words: Words
) -> Row:
    points = score = NOTHING
    if summed.most:
        earned = texts.points_text(summed.points, summed.most, framework)
        points = Cell(words("points.of", points=earned, most=decimal_text(summed.most)), "strong")
        score = Cell(texts.score_text(summed.score, framework), "strong")
    judged = (NOTHING, score, NOTHING, NOTHING)
    title = Cell(name, "strong")
    return _row(
        title, NOTHING, judged, NOTHING, points, NOTHING, NOTHING, having=having, section=True
    )
