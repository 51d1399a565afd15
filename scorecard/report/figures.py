"""A figure of a unit with all that it comes to, and what each report tells of it."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from scorecard.diagnostic import Finding
from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.change import Change, Earlier, change
from scorecard.measure.criteria import Same
from scorecard.measure.measured import REMEMBERED, Measured
from scorecard.measure.origin import Origin
from scorecard.measure.outcome import Outcome
from scorecard.measure.target import Threshold
from scorecard.model.fields import SOURCE_REFERENCE, Text
from scorecard.model.framework import Framework, Group
from scorecard.model.scorecard import Figure, Scorecard, Source, Unit
from scorecard.numbers.interval import Interval
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import spell
from scorecard.report import cells, texts
from scorecard.report.blocks import Cell
from scorecard.report.charts import course_of
from scorecard.report.claims import claimed_of_figure, figure_claims
from scorecard.report.columns import ReportColumn, differ, several, some
from scorecard.report.periods import period_text
from scorecard.report.record import change_record, interval_record, text_record
from scorecard.text.json import Json, Shared

NOT_GIVEN = Figure.model_construct()
"""What stands for a figure that a scorecard leaves out."""


class FigureRow(NamedTuple):
    """A figure of a unit against one of its targets, and what has changed since its last period.

    `course` has the figure period by period, this one last. `fault` is an error for which the unit
    has no score.
    """

    card: Scorecard
    framework: Framework
    measured: Measured
    origin: Origin | None = None
    previous: Period | None = None
    change: Change | None = None
    course: tuple[tuple[Period, Measured], ...] = ()
    fault: Finding | None = None

    @property
    def unit(self) -> Unit:
        """Whose figure it is."""
        return self.card.unit

    @property
    def period(self) -> Period:
        """The period of the figure."""
        return self.card.period

    @property
    def figure(self) -> Figure:
        """What the scorecard states."""
        return self.measured.figure or NOT_GIVEN

    @property
    def group(self) -> Group | None:
        """The group of its indicator."""
        name = self.measured.indicator.group
        return next((each for each in self.framework.groups if each.id == name), None)

    @property
    def source(self) -> Source | None:
        """The document that it is taken from, where that is listed."""
        found = SOURCE_REFERENCE.fullmatch(self.figure.source or "")
        return self.card.sources.get(found["source"]) if found else None

    def others(self) -> list["FigureRow"]:
        """Return the same figure against each of its other targets."""
        against = [self.measured._replace(outcome=other) for other in self.measured.others]
        return [self._replace(measured=other) for other in against]


def figure_rows(assessment: Assessment, earlier: Earlier | None = None) -> list[FigureRow]:
    """Return every figure of a unit; `earlier` is what it is held against."""
    then = earlier.figures() if earlier and earlier.figures else None
    card, previous = assessment.scorecard, then and then.period
    of, origin = assessment.framework, assessment.origin
    changes = ((item, change(item, then)) for item in assessment.measured)
    fault = assessment.fault
    return [
        FigureRow(card, of, item, origin, previous, changed, fault=fault)
        for item, changed in changes
    ]


def _of(text: Callable[[Measured, Words], Cell]) -> Callable[[FigureRow, Words], Cell]:
    return lambda row, words: text(row.measured, words)


def _value(row: FigureRow, words: Words) -> Cell:
    return cells.value_cell(row.measured, words)._replace(course=course_of(row.course, words))


def _change(row: FigureRow, words: Words) -> Cell:
    supposed = row.measured.supposed
    return cells.change_cell(row.change, words, supposed)


def _since(row: FigureRow) -> Period | None:
    return row.previous


def _points(row: FigureRow, words: Words) -> Cell:
    points, most = row.measured.points, row.measured.most
    return cells.points_cell(points, most, row.framework, [row.measured], words)


def _points_differ(rows: Sequence[FigureRow]) -> bool:
    return any(each.points != 1 for row in rows for each in row.framework.indicators)


def _source(row: FigureRow, _: Words) -> Cell:
    return cells.source_cell(row.figure.source, row.source)


def _note(row: FigureRow) -> Text | None:
    return row.figure.note or row.figure.why


Told = ReportColumn[FigureRow]

FIGURES = (
    Told(
        "unit",
        lambda row, words: words.name(row.unit.name),
        needed=differ(lambda row: row.unit.id),
    ),
    Told(
        "period",
        lambda row, words: period_text(row.period, words),
        needed=differ(lambda row: row.period),
    ),
    Told(
        "indicator", lambda row, words: texts.labelled_name(row.measured.indicator, words), key=True
    ),
    Told("value", _value, "number"),
    Told("target", _of(cells.target_cell), "number", by_target=True),
    Told("completion", _of(cells.completion_cell), "number", by_target=True),
    Told("completion.bar", _of(cells.bar_cell), "ornament", by_target=True),
    Told("verdict", _of(cells.verdict_cell), by_target=True),
    Told("change", _change, "number", some(_since), since=_since),
    Told(
        "since",
        lambda row, words: row.previous and period_text(row.previous, words),
        needed=several(_since),
    ),
    Told("points", _points, "number", _points_differ),
    Told(
        "claims",
        lambda row, words: figure_claims(row.measured, words),
        needed=some(lambda row: row.figure.claimed),
    ),
    Told("source", _source, "lesser"),
    Told("note", lambda row, words: words.name(_note(row) or ""), "lesser"),
)
"""What people read of a figure."""


def figure_record(row: FigureRow) -> dict[str, Json]:
    """Return what JSON has of a figure."""
    item, figure, change = row.measured, row.figure, row.change
    return {
        "id": item.indicator.id,
        "value": _shared(item.value),
        "printed": figure.value and spell(figure.value),
        "absent": item.absent,
        "error": item.error,
        "counts_as_missing": item.fault,
        **_by_target(Same(item.outcome)),
        "points": _shared(item.points),
        "max": item.most,
        "claimed": claimed_of_figure(figure),
        "source": figure.source,
        "status": figure.status,
        "note": text_record(note) if (note := figure.note or figure.why) else None,
        "other_targets": [_by_target(Same(each)) for each in item.others],
        "change": change and change_record(change),
        "what_if": item.supposed,
    }


def _shared(interval: Interval | None) -> Shared | None:
    return None if interval is None else _ends(Same(interval))


@lru_cache(maxsize=REMEMBERED)
def _ends(same: Same[Interval]) -> Shared:
    return Shared(interval_record(same.value))


@lru_cache(maxsize=REMEMBERED)
def _by_target(same: Same[Outcome]) -> Mapping[str, Json]:
    found = same.value
    return {
        "target": found.target and Shared(_target(found.target, found)),
        "completion": found.completion and Shared(interval_record(texts.percent(found.completion))),
        "completion_basis": found.completion_basis,
        "pace": found.pace and Shared(interval_record(texts.percent(found.pace))),
        "verdict": found.verdict,
        "mark": found.mark,
    }


def _target(target: Threshold, outcome: Outcome) -> Json:
    return {
        "value": interval_record(target.bounds),
        "basis": target.basis,
        "id": target.id,
        "period": texts.target_period(outcome),
        "source": target.source,
    }
