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
from scorecard.report.columns import ReportColumn, in_json, json_of
from scorecard.report.figures import figure_record, figure_rows
from scorecard.report.record import framework_record, interval_record, text_record
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable


class UnitRow(NamedTuple):
    """A unit and where it stands.

    `earlier` is its previous period, and `levels_differ` says whether there are units of other
    levels among those that it was compared with.
    """

    standing: Standing
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


def unit_rows(comparison: Comparison, standings: Sequence[Standing] | None = None) -> list[UnitRow]:
    """Return the units of a comparison, or those of them that are given."""
    shown = comparison.standings if standings is None else standings
    return [UnitRow(standing, None, comparison.levels_differ) for standing in shown]


def unit_record(row: UnitRow) -> dict[str, Json]:
    """Return a unit for JSON."""
    return json_of(_IN_JSON, row)


def score_cell(assessment: Assessment) -> Cell:
    """Return the score in per cent; one that rests on a supposed value is marked."""
    text = texts.score_text(assessment.total.score, assessment.framework)
    return Cell(marked(text, assessment), "strong")


def band_text(assessment: Assessment, words: Words) -> Printable:
    """Return the band, or the span of bands; one that rests on a supposed value is marked."""
    return marked(texts.band_text(assessment, words), assessment)


def marked(text: Printable, assessment: Assessment) -> Printable:
    """Return a text about a unit as a whole, marked where it rests on a supposed value."""
    return cells.marked(text) if assessment.supposed else text


def _bar(row: UnitRow, _: Words) -> Printable:
    score = row.assessment.total.score
    return printable("") if score is None else cells.bar(times(score, 1 / HUNDRED))


def _supposed(row: UnitRow) -> str | None:
    return ", ".join(item.indicator.id for item in row.assessment.measured if item.supposed) or None


def _reported_score(row: UnitRow) -> Json:
    score = row.assessment.reported.score
    return score.low if score and score.exact else score


def _at_rank(row: UnitRow, _: Words) -> Printable:
    stability = row.standing.stability
    return printable(one_decimal(stability.at_rank * HUNDRED)) if stability else texts.DASH


def _rank_span(row: UnitRow, _: Words) -> Printable:
    stability = row.standing.stability
    return texts.rank_text(stability and Rank(stability.best, stability.worst))


def _is_tested(rows: Sequence[UnitRow]) -> bool:
    return any(row.standing.stability for row in rows)


def _next_band(row: UnitRow) -> Json:
    ahead = next_band(row.assessment)
    if ahead is None:
        return None
    gains: list[Json] = [
        {"id": gain.item.indicator.id, "now": gain.now, "then": gain.then, "points": gain.points}
        for gain in ahead.gains
    ]
    return {"id": ahead.band.id, "points": ahead.points, "gains": gains}


def _bands(row: UnitRow) -> list[str]:
    return [band.id for band in row.assessment.bands]


def _group(group: Group, summed: Sum) -> Json:
    score, points = interval_record(summed.score), interval_record(summed.points)
    return {"id": group.id, "score": score, "points": points, "max": summed.most}


def _figures(row: UnitRow) -> Json:
    return [figure_record(each) for each in figure_rows(row.assessment, row.earlier)]


UnitColumn = ReportColumn[UnitRow]

UNITS: tuple[UnitColumn, ...] = (
    UnitColumn(
        "rank", text=lambda row, _: texts.rank_text(row.standing.rank), numeric=True, leading=True
    ),
    UnitColumn("rank_best", sheet=lambda row: row.standing.rank and row.standing.rank.best),
    UnitColumn("rank_worst", sheet=lambda row: row.standing.rank and row.standing.rank.worst),
    UnitColumn("id", json=lambda row: row.unit.id),
    UnitColumn(
        "unit",
        sheet=lambda row: row.unit.id,
        text=lambda row, words: texts.name_text(row.unit.name, words),
        leading=True,
    ),
    UnitColumn(
        "name", sheet=lambda row: row.unit.name, json=lambda row: text_record(row.unit.name)
    ),
    UnitColumn(
        "level",
        lambda row: row.unit.level,
        text=lambda row, words: words(f"level.{row.unit.level}"),
        needed=lambda rows: any(row.levels_differ for row in rows),
    ),
    UnitColumn(
        "period",
        lambda row: row.period,
        text=lambda row, _: printable(row.period),
        needed=lambda rows: len({row.period for row in rows}) > 1,
    ),
    UnitColumn("framework", json=lambda row: framework_record(row.assessment.framework)),
    UnitColumn(
        "score",
        sheet=lambda row: texts.score_text(row.assessment.total.score, row.assessment.framework),
        json=lambda row: row.assessment.total.score,
        text=lambda row, _: score_cell(row.assessment),
        numeric=True,
    ),
    *UnitColumn.ends("score", lambda row: row.assessment.total.score),
    *UnitColumn.ends("reported_score", lambda row: row.assessment.reported.score),
    UnitColumn("reported_score", json=_reported_score),
    UnitColumn("completion.bar", text=_bar, ornament=True),
    UnitColumn(
        "band",
        text=lambda row, words: band_text(row.assessment, words),
        needed=lambda rows: any(row.assessment.framework.bands for row in rows),
    ),
    UnitColumn(
        "coverage",
        json=lambda row: row.assessment.coverage,
        text=lambda row, _: marked(texts.coverage_text(row.assessment), row.assessment),
        heading="coverage.percent",
        needed=lambda rows: any(row.assessment.coverage != 1 for row in rows),
        numeric=True,
    ),
    UnitColumn(
        "coverage_percent",
        sheet=lambda row: row.assessment.coverage and row.assessment.coverage * HUNDRED,
    ),
    UnitColumn("bands", sheet=lambda row: " to ".join(_bands(row)) or None),
    UnitColumn("band", json=lambda row: _bands(row) or None),
    UnitColumn("rank", json=lambda row: row.standing.rank and row.standing.rank._asdict()),
    UnitColumn("unranked", lambda row: row.standing.unranked),
    UnitColumn(
        "at_rank_percent",
        sheet=lambda row: row.standing.stability and row.standing.stability.at_rank * HUNDRED,
        text=_at_rank,
        heading="sensitivity.at-rank",
        needed=_is_tested,
        numeric=True,
    ),
    UnitColumn(
        "rank_span", text=_rank_span, heading="sensitivity.span", needed=_is_tested, numeric=True
    ),
    UnitColumn(
        "rank_span_best", sheet=lambda row: row.standing.stability and row.standing.stability.best
    ),
    UnitColumn(
        "rank_span_worst", sheet=lambda row: row.standing.stability and row.standing.stability.worst
    ),
    UnitColumn(
        "sensitivity", json=lambda row: row.standing.stability and row.standing.stability._asdict()
    ),
    UnitColumn("what_if", sheet=_supposed),
    UnitColumn("next_band", json=_next_band),
    UnitColumn("groups", json=lambda row: [_group(*each) for each in row.assessment.groups]),
    UnitColumn("figures", json=_figures),
)
"""All that reports tell of a unit as a whole."""

_IN_JSON = in_json(UNITS)
