"""A figure of a unit with all that it comes to, and what each report tells of it."""

from collections.abc import Callable
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.change import Change, change
from scorecard.measure.outcome import Measured
from scorecard.model.fields import Text
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Figure, Unit
from scorecard.numbers.interval import Interval
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import spell
from scorecard.report import cells, texts
from scorecard.report.blocks import Cell
from scorecard.report.columns import InJson, ReportColumn, Values, differ, ends, json_of, some
from scorecard.report.record import target_record
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable

NOT_GIVEN = Figure()
"""What stands for a figure that a scorecard leaves out."""


class FigureRow(NamedTuple):
    """A figure of a unit against one of its targets, and what has changed since its last period."""

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

    def others(self) -> list["FigureRow"]:
        """Return the same figure against each of its other targets."""
        others = [cells.against(self.measured, other) for other in self.measured.others]
        return [self._replace(measured=other) for other in others]


def figure_rows(assessment: Assessment, earlier: Assessment | None = None) -> list[FigureRow]:
    """Return every figure of a unit; `earlier` is its previous period."""
    card, previous = assessment.scorecard, earlier.scorecard.period if earlier else None
    of = (card.unit, card.period, assessment.framework)
    changes = ((item, change(item, earlier)) for item in assessment.measured)
    return [FigureRow(*of, item, previous, changed) for item, changed in changes]


def figure_record(row: FigureRow) -> dict[str, Json]:
    """Return one figure for JSON."""
    return json_of(_IN_JSON, row)


def _points(row: FigureRow, words: Words) -> Printable:
    points, most = row.measured.points, row.measured.most
    return texts.points_of_text(points, most, row.framework, words) if points else texts.DASH


def _difference(row: FigureRow) -> Interval | None:
    return row.change and row.change.difference


def _since(row: FigureRow) -> str | None:
    return row.change and row.change.since.text


def _note(row: FigureRow) -> Text | None:
    return row.figure.note or row.figure.why


def _quiet(text: Callable[[FigureRow], Text | None]) -> Callable[[FigureRow, Words], Cell]:
    return lambda row, words: Cell(texts.name_text(text(row) or "", words), "quiet")


def _of(text: Callable[[Measured, Words], Cell]) -> Callable[[FigureRow, Words], Cell]:
    return lambda row, words: text(row.measured, words)


FigureColumn = ReportColumn[FigureRow]

FIGURES: tuple[FigureColumn, ...] = (
    FigureColumn(
        "unit",
        lambda row, words: texts.name_text(row.unit.name, words),
        differ(lambda row: row.unit.id),
    ),
    FigureColumn(
        "period", lambda row, _: printable(row.period.text), differ(lambda row: row.period)
    ),
    FigureColumn("indicator", _of(cells.name_cell), leading=True),
    FigureColumn("value", _of(cells.value_cell), numeric=True),
    FigureColumn("target", _of(cells.target_cell), numeric=True, by_target=True),
    FigureColumn("completion", _of(cells.completion_cell), numeric=True, by_target=True),
    FigureColumn("completion.bar", _of(cells.bar_cell), ornament=True, by_target=True),
    FigureColumn("verdict", _of(cells.verdict_cell), by_target=True),
    FigureColumn(
        "change",
        lambda row, _: cells.change_cell(row.change),
        some(lambda row: row.previous),
        numeric=True,
    ),
    FigureColumn(
        "points", _points, some(lambda row: row.measured.indicator.points != 1), numeric=True
    ),
    FigureColumn("source", _quiet(lambda row: row.figure.source), lesser=True),
    FigureColumn("note", _quiet(_note), lesser=True),
)
"""What people read of a figure."""

FIGURE_VALUES: Values[FigureRow] = {
    "unit": lambda row: row.unit.id,
    "period": lambda row: row.period.text,
    "framework": lambda row: row.framework.id,
    "edition": lambda row: row.framework.edition,
    "group": lambda row: row.measured.indicator.group,
    "indicator": lambda row: row.measured.indicator.id,
    "name": lambda row: row.measured.indicator.name,
    "value": lambda row: texts.spreadsheet_text(row.figure.value),
    **ends("value", lambda row: row.measured.value),
    "absent": lambda row: row.measured.absent,
    "target": lambda row: texts.spreadsheet_text(
        row.measured.target and row.measured.target.stated
    ),
    "target_basis": lambda row: row.measured.target and row.measured.target.basis,
    "completion_percent": lambda row: (
        row.measured.completion and cells.completion_text(row.measured)
    ),
    **ends("completion_percent", lambda row: texts.percent(row.measured.completion)),
    "verdict": lambda row: row.measured.verdict,
    **ends("points", lambda row: row.measured.points),
    "points_max": lambda row: row.measured.most,
    **ends("pace_percent", lambda row: texts.percent(row.measured.outcome.pace)),
    "change_since": _since,
    "change": lambda row: row.change and texts.difference_text(row.change.difference),
    **ends("change", _difference),
    "status": lambda row: row.figure.status,
    "source": lambda row: row.figure.source,
    "note": _note,
    "what_if": lambda row: "supposed" if row.measured.supposed else None,
}
"""What spreadsheets and Python have of a figure."""

_BY_TARGET: InJson[FigureRow] = {
    "target": lambda row: target_record(row.measured.target),
    "completion": lambda row: row.measured.completion,
    "pace": lambda row: row.measured.outcome.pace,
    "verdict": lambda row: row.measured.verdict,
}

_IN_JSON: InJson[FigureRow] = {
    "id": lambda row: row.measured.indicator.id,
    "value": lambda row: row.measured.value,
    "printed": lambda row: row.figure.value and spell(row.figure.value),
    "absent": lambda row: row.measured.absent,
    **_BY_TARGET,
    "points": lambda row: row.measured.points,
    "max": lambda row: row.measured.most,
    "source": lambda row: row.figure.source,
    "other_targets": lambda row: [json_of(_BY_TARGET, each) for each in row.others()],
    "change": _difference,
    "change_since": _since,
    "what_if": lambda row: row.measured.supposed,
}
