"""A unit among others, and what each report tells of it."""

from collections.abc import Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment, Sum
from scorecard.measure.comparison import Comparison, Standing
from scorecard.measure.next_band import next_band
from scorecard.measure.rank import Rank
from scorecard.model.framework import Group
from scorecard.model.scorecard import Unit
from scorecard.numbers.digits import one_decimal
from scorecard.numbers.interval import times
from scorecard.report import cells, texts
from scorecard.report.blocks import Cell
from scorecard.report.columns import InJson, ReportColumn, Values, differ, ends, json_of, some
from scorecard.report.figures import FigureRow, figure_record, figure_rows
from scorecard.report.record import framework_record, interval_record, text_record
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable


class UnitRow(NamedTuple):
    """A unit and where it stands among how many; `earlier` is its previous period.

    `levels_differ` says whether units of other levels are among those that it was compared with.
    """

    standing: Standing
    ranked: int = 0
    earlier: Assessment | None = None
    levels_differ: bool = False

    @property
    def assessment(self) -> Assessment:
        """What its figures come to."""
        return self.standing.assessment

    @property
    def unit(self) -> Unit:
        """Whose figures they are."""
        return self.assessment.scorecard.unit

    @property
    def period(self) -> str:
        """The period of its figures."""
        return self.assessment.scorecard.period.text

    @property
    def figures(self) -> list[FigureRow]:
        """Every one of its figures."""
        return figure_rows(self.assessment, self.earlier)


def unit_rows(comparison: Comparison, standings: Sequence[Standing] | None = None) -> list[UnitRow]:
    """Return the units of a comparison, or those of them that are given."""
    shown = comparison.standings if standings is None else standings
    return [UnitRow(standing, 0, None, comparison.levels_differ) for standing in shown]


def unit_record(row: UnitRow) -> dict[str, Json]:
    """Return a unit for JSON."""
    return json_of(_IN_JSON, row)


def score_cell(assessment: Assessment) -> Cell:
    """Return the score in per cent; one that rests on a supposed value is marked."""
    text = texts.score_text(assessment.total.score, assessment.framework)
    return Cell(marked(text, assessment), "strong")


def marked(text: Printable, assessment: Assessment) -> Printable:
    """Return a text about a unit as a whole, marked where it rests on a supposed value."""
    return cells.marked(text) if assessment.supposed else text


def _bar(row: UnitRow, _: Words) -> Cell:
    score = row.assessment.total.score
    return Cell(cells.bar(times(score, 1 / HUNDRED))) if score else cells.EMPTY


def _at_rank(row: UnitRow, _: Words) -> Printable:
    stability = row.standing.stability
    return printable(one_decimal(stability.at_rank * HUNDRED)) if stability else texts.DASH


def _rank_span(row: UnitRow, _: Words) -> Printable:
    stability = row.standing.stability
    return texts.rank_text(stability and Rank(stability.best, stability.worst))


def _bands(row: UnitRow) -> list[str]:
    return [band.id for band in row.assessment.bands]


def _supposed(row: UnitRow) -> str | None:
    return ", ".join(item.indicator.id for item in row.assessment.measured if item.supposed) or None


def _is_tested(rows: Sequence[UnitRow]) -> bool:
    return any(row.standing.stability for row in rows)


UnitColumn = ReportColumn[UnitRow]

UNITS: tuple[UnitColumn, ...] = (
    UnitColumn(
        "rank", lambda row, _: texts.rank_text(row.standing.rank), numeric=True, leading=True
    ),
    UnitColumn("unit", lambda row, words: texts.name_text(row.unit.name, words), leading=True),
    UnitColumn(
        "level",
        lambda row, words: words(f"level.{row.unit.level}"),
        some(lambda row: row.levels_differ),
    ),
    UnitColumn("period", lambda row, _: printable(row.period), differ(lambda row: row.period)),
    UnitColumn("score", lambda row, _: score_cell(row.assessment), numeric=True),
    UnitColumn("completion.bar", _bar, ornament=True),
    UnitColumn(
        "band",
        lambda row, words: marked(texts.band_text(row.assessment, words), row.assessment),
        some(lambda row: row.assessment.framework.bands),
    ),
    UnitColumn(
        "coverage.percent",
        lambda row, _: marked(texts.coverage_text(row.assessment), row.assessment),
        some(lambda row: row.assessment.coverage != 1),
        numeric=True,
    ),
    UnitColumn("sensitivity.at-rank", _at_rank, _is_tested, numeric=True),
    UnitColumn("sensitivity.span", _rank_span, _is_tested, numeric=True),
)
"""What people read of a unit as a whole."""

UNIT_VALUES: Values[UnitRow] = {
    "rank_best": lambda row: row.standing.rank and row.standing.rank.best,
    "rank_worst": lambda row: row.standing.rank and row.standing.rank.worst,
    "unit": lambda row: row.unit.id,
    "name": lambda row: row.unit.name,
    "level": lambda row: row.unit.level,
    "period": lambda row: row.period,
    "score": lambda row: texts.score_text(row.assessment.total.score, row.assessment.framework),
    **ends("score", lambda row: row.assessment.total.score),
    **ends("reported_score", lambda row: row.assessment.reported.score),
    "coverage_percent": lambda row: row.assessment.coverage and row.assessment.coverage * HUNDRED,
    "bands": lambda row: " to ".join(_bands(row)) or None,
    "unranked": lambda row: row.standing.unranked,
    "at_rank_percent": lambda row: (
        row.standing.stability and row.standing.stability.at_rank * HUNDRED
    ),
    "rank_span_best": lambda row: row.standing.stability and row.standing.stability.best,
    "rank_span_worst": lambda row: row.standing.stability and row.standing.stability.worst,
    "what_if": _supposed,
}
"""What spreadsheets and Python have of a unit as a whole."""


def _reported_score(row: UnitRow) -> Json:
    score = row.assessment.reported.score
    return score.low if score and score.exact else score


def _next_band(row: UnitRow) -> Json:
    ahead = next_band(row.assessment)
    if ahead is None:
        return None
    gains: list[Json] = [
        {"id": gain.item.indicator.id, "now": gain.now, "then": gain.then, "points": gain.points}
        for gain in ahead.gains
    ]
    return {"id": ahead.band.id, "points": ahead.points, "gains": gains}


def _group(group: Group, summed: Sum) -> Json:
    score, points = interval_record(summed.score), interval_record(summed.points)
    return {"id": group.id, "score": score, "points": points, "max": summed.most}


_IN_JSON: InJson[UnitRow] = {
    "id": lambda row: row.unit.id,
    "name": lambda row: text_record(row.unit.name),
    "level": lambda row: row.unit.level,
    "period": lambda row: row.period,
    "framework": lambda row: framework_record(row.assessment.framework),
    "score": lambda row: row.assessment.total.score,
    "reported_score": _reported_score,
    "coverage": lambda row: row.assessment.coverage,
    "band": lambda row: _bands(row) or None,
    "rank": lambda row: row.standing.rank and row.standing.rank._asdict(),
    "unranked": lambda row: row.standing.unranked,
    "sensitivity": lambda row: row.standing.stability and row.standing.stability._asdict(),
    "next_band": _next_band,
    "groups": lambda row: [_group(*each) for each in row.assessment.groups],
    "figures": lambda row: list(map(figure_record, row.figures)),
}
