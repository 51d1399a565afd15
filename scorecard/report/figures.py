"""A figure of a unit with all that it comes to, and what each report tells of it."""

from collections.abc import Callable
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.change import Change, change
from scorecard.measure.outcome import Measured, Outcome
from scorecard.model.fields import Text
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Figure, Unit
from scorecard.numbers.interval import Interval
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import spell
from scorecard.report import cells, texts
from scorecard.report.blocks import Cell
from scorecard.report.columns import ReportColumn, in_json, json_of
from scorecard.report.record import target_record
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable

NOT_GIVEN = Figure()
"""What stands for a figure that a scorecard leaves out."""


class FigureRow(NamedTuple):
    """A figure of a unit, against the target that decides or against another.

    `previous` is the unit's previous period, if there is one, and `change` what has changed since.
    """

    unit: Unit
    period: Period
    framework: Framework
    measured: Measured
    previous: Period | None = None
    change: Change | None = None

    @property
    def figure(self) -> Figure:
        """What the scorecard states."""
        return self.measured.figure or NOT_GIVEN

    @property
    def note(self) -> Text | None:
        """What a reader should know about the figure, or why there is none."""
        return self.figure.note or self.figure.why

    def against(self, other: Outcome) -> "FigureRow":
        """Return the same figure against another of its targets."""
        return self._replace(measured=cells.against(self.measured, other))


def figure_rows(assessment: Assessment, earlier: Assessment | None = None) -> list[FigureRow]:
    """Return every figure of a unit; `earlier` is its previous period."""
    card, framework = assessment.scorecard, assessment.framework
    previous = earlier.scorecard.period if earlier else None
    return [
        FigureRow(card.unit, card.period, framework, item, previous, change(item, earlier))
        for item in assessment.measured
    ]


def figure_record(row: FigureRow) -> dict[str, Json]:
    """Return one figure for JSON."""
    return json_of(_IN_JSON, row)


def _value(row: FigureRow) -> str | None:
    return texts.spreadsheet_text(row.figure.value) if row.figure.value else None


def _target(row: FigureRow) -> str | None:
    return texts.spreadsheet_text(row.measured.target.stated) if row.measured.target else None


def _completion(row: FigureRow) -> str | None:
    return cells.completion_text(row.measured) if row.measured.completion else None


def _points(row: FigureRow, words: Words) -> Printable:
    item = row.measured
    if item.points is None:
        return texts.DASH
    return texts.points_of_text(item.points, item.most, row.framework, words)


def _change(row: FigureRow, _: Words) -> Cell:
    return Cell(texts.change_text(row.change)) if row.change else Cell(texts.DASH, "quiet")


def _difference(row: FigureRow) -> Interval | None:
    return row.change.difference if row.change else None


def _others(row: FigureRow) -> Json:
    return [json_of(_BY_TARGET, row.against(other)) for other in row.measured.others]


def _note(row: FigureRow, words: Words) -> Cell:
    return Cell(texts.name_text(row.note, words) if row.note else printable(""), "quiet")


def _of(text: Callable[[Measured, Words], Cell]) -> Callable[[FigureRow, Words], Cell]:
    return lambda row, words: text(row.measured, words)


FigureColumn = ReportColumn[FigureRow]

FIGURES: tuple[FigureColumn, ...] = (
    FigureColumn(
        "unit",
        sheet=lambda row: row.unit.id,
        text=lambda row, words: texts.name_text(row.unit.name, words),
        needed=lambda rows: len({row.unit.id for row in rows}) > 1,
    ),
    FigureColumn(
        "period",
        sheet=lambda row: row.period.text,
        text=lambda row, _: printable(row.period.text),
        needed=lambda rows: len({row.period for row in rows}) > 1,
    ),
    FigureColumn("framework", sheet=lambda row: row.framework.id),
    FigureColumn("edition", sheet=lambda row: row.framework.edition),
    FigureColumn("group", sheet=lambda row: row.measured.indicator.group),
    FigureColumn("id", json=lambda row: row.measured.indicator.id),
    FigureColumn(
        "indicator",
        sheet=lambda row: row.measured.indicator.id,
        text=lambda row, words: texts.labelled_name(row.measured.indicator, words),
        leading=True,
    ),
    FigureColumn("name", sheet=lambda row: row.measured.indicator.name),
    FigureColumn(
        "value",
        sheet=_value,
        json=lambda row: row.measured.value,
        text=_of(cells.value_cell),
        numeric=True,
    ),
    *FigureColumn.ends("value", lambda row: row.measured.value),
    FigureColumn("printed", json=lambda row: row.figure.value and spell(row.figure.value)),
    FigureColumn("absent", lambda row: row.measured.absent),
    FigureColumn(
        "target",
        sheet=_target,
        json=lambda row: target_record(row.measured.target),
        text=_of(cells.target_cell),
        numeric=True,
        by_target=True,
    ),
    FigureColumn(
        "target_basis", sheet=lambda row: row.measured.target and row.measured.target.basis
    ),
    FigureColumn(
        "completion",
        json=lambda row: row.measured.completion,
        text=_of(cells.completion_cell),
        numeric=True,
        by_target=True,
    ),
    FigureColumn("completion_percent", sheet=_completion),
    *FigureColumn.ends("completion_percent", lambda row: texts.percent(row.measured.completion)),
    FigureColumn("completion.bar", text=_of(cells.bar_cell), ornament=True, by_target=True),
    FigureColumn("pace", json=lambda row: row.measured.outcome.pace, by_target=True),
    FigureColumn(
        "verdict", lambda row: row.measured.verdict, text=_of(cells.verdict_cell), by_target=True
    ),
    FigureColumn(
        "change", text=_change, needed=lambda rows: any(row.previous for row in rows), numeric=True
    ),
    FigureColumn(
        "points",
        json=lambda row: row.measured.points,
        text=_points,
        needed=lambda rows: any(row.measured.indicator.points != 1 for row in rows),
        numeric=True,
    ),
    *FigureColumn.ends("points", lambda row: row.measured.points),
    FigureColumn("points_max", sheet=lambda row: row.measured.most),
    FigureColumn("max", json=lambda row: row.measured.most),
    *FigureColumn.ends("pace_percent", lambda row: texts.percent(row.measured.outcome.pace)),
    FigureColumn("change_since", sheet=lambda row: row.change and row.change.since.text),
    FigureColumn(
        "change", sheet=lambda row: row.change and texts.difference_text(row.change.difference)
    ),
    *FigureColumn.ends("change", _difference),
    FigureColumn("status", sheet=lambda row: row.figure.status),
    FigureColumn(
        "source",
        lambda row: row.figure.source,
        text=lambda row, _: Cell(printable(row.figure.source or ""), "quiet"),
        lesser=True,
    ),
    FigureColumn("note", sheet=lambda row: row.note, text=_note, lesser=True),
    FigureColumn("other_targets", json=_others),
    FigureColumn("change", json=_difference),
    FigureColumn("change_since", json=lambda row: row.change and row.change.since.text),
    FigureColumn(
        "what_if",
        sheet=lambda row: "supposed" if row.measured.supposed else None,
        json=lambda row: row.measured.supposed,
    ),
)
"""All that reports tell of a figure: a new key of a figure is one column here."""

_IN_JSON = in_json(FIGURES)
_BY_TARGET = in_json(column for column in FIGURES if column.by_target)
