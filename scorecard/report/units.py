"""A unit among others, and what each report tells of it."""

from collections.abc import Sequence
from fractions import Fraction

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED
from scorecard.measure.field import by_name
from scorecard.measure.rank import Rank
from scorecard.numbers.digits import one_decimal
from scorecard.numbers.interval import Interval, times
from scorecard.numbers.period import Period
from scorecard.report import cells, texts
from scorecard.report.blocks import Cell
from scorecard.report.claims import claimed_of_unit, claimed_text
from scorecard.report.columns import (
    ReportColumn,
    Rows,
    Values,
    differ,
    number_or,
    several,
    some,
)
from scorecard.report.figures import figure_record
from scorecard.report.periods import period_text
from scorecard.report.record import (
    earlier_record,
    framework_id,
    group_record,
    interval_record,
    next_band_record,
    outward,
    source_record,
    tally_record,
    text_record,
)
from scorecard.report.unit_rows import UnitRow
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable


def score_cell(row: UnitRow, words: Words) -> Cell:
    """Return the score; one that rests on a supposed value is marked."""
    assessment = row.assessment
    text = texts.score_text(assessment.total.score, assessment.framework, words, row.decimals)
    score, supposed = assessment.total.score, assessment.supposed
    return Cell(cells.marked(text, supposed), "strong", share=scored(row, score), bounds=score)


def scored(row: UnitRow, score: Interval | None) -> Fraction | None:
    """Return how much of a full score is surely reached, from 0 to 1."""
    return cells.sure(_of_full(row, score))


def _of_full(row: UnitRow, score: Interval | None) -> Interval | None:
    scale = row.assessment.framework.scoring.scale
    return score and times(score, 1 / Fraction(scale))


def _pending(rows: Sequence[UnitRow]) -> bool:
    return any(row.assessment.pending for row in rows)


def _paced(row: UnitRow) -> Interval | None:
    # Only what is pending has a pace; very many others need not be asked.
    paced = row.assessment.at_pace if row.assessment.pending else None
    return paced and paced.score


def _at_pace(row: UnitRow, words: Words) -> Cell:
    assessment, score = row.assessment, _paced(row)
    text = texts.score_text(score, assessment.framework, words)
    return Cell(cells.marked(text, assessment.supposed), share=scored(row, score), bounds=score)


def banded(row: UnitRow) -> bool:
    """Whether a band could be given: while a target is pending, or bands are assumed, none is."""
    framework = row.assessment.framework
    assumed = "bands" in framework.assumed
    return bool(framework.bands) and not assumed and not row.assessment.pending


def _bar(row: UnitRow, _: Words) -> Cell:
    return cells.drawn(_of_full(row, row.assessment.total.score))


def _band(row: UnitRow, words: Words) -> Printable:
    return cells.marked(texts.band_text(row.assessment, words), row.assessment.supposed)


def _ranked(row: UnitRow, text: Printable) -> Printable:
    return cells.marked(text, row.standing.rank and row.assessment.supposed)


def _coverage(row: UnitRow, words: Words) -> Printable:
    return cells.marked(texts.coverage_text(row.assessment, words), row.assessment.supposed)


def _targets_met(row: UnitRow, words: Words) -> Cell:
    assessment = row.assessment
    text = texts.targets_met_text(assessment.tally, words)
    return Cell(cells.marked(text, assessment.supposed)) if assessment.tally.of else cells.NOTHING


def _change(row: UnitRow, words: Words) -> Cell:
    return cells.change_cell(row.earlier and row.earlier.score, words, row.assessment.supposed)


def _track(row: UnitRow, words: Words) -> Printable:
    track = row.assessment.card.track
    return texts.track_text(track, row.assessment.framework, words) if track else texts.DASH


def _since(row: UnitRow) -> Period | None:
    return row.earlier and row.earlier.since


def _since_text(row: UnitRow) -> str | None:
    since = _since(row)
    return since and since.text


def _since_words(row: UnitRow, words: Words) -> Printable | None:
    since = _since(row)
    return since and period_text(since, words)


def _rank_then(row: UnitRow) -> Rank | None:
    return row.earlier and row.earlier.rank


def _at_rank(row: UnitRow, words: Words) -> Printable:
    return (
        words.number(one_decimal(row.stability.at_rank * HUNDRED)) if row.stability else texts.DASH
    )


def _fields(rows: Sequence[UnitRow]) -> set[int]:
    """Return among how many units there are ranks."""
    return {row.standing.rank.of for row in rows if row.standing.rank}


def _rank_heading(rows: Sequence[UnitRow], words: Words) -> Printable:
    counts = _fields(rows)
    return words("rank.among", count=counts.pop()) if counts else words("rank")


Told = ReportColumn[UnitRow]

UNITS = (
    Told(
        "rank",
        lambda row, words: _ranked(row, texts.rank_text(row.standing.rank, words)),
        "number",
        lambda rows: len(_fields(rows)) <= 1,
        key=True,
        heads=_rank_heading,
    ),
    Told(
        "rank.of",
        lambda row, words: _ranked(row, texts.place_text(row.standing.rank, words)),
        "number",
        lambda rows: len(_fields(rows)) > 1,
        key=True,
        heads=lambda _, words: words("rank"),
    ),
    Told(
        "unit",
        lambda row, words: Cell(row.named(words), link=printable(row.page)),
        key=True,
        order=lambda row: by_name(row.unit),
    ),
    Told(
        "level",
        lambda row, words: words(f"level.{row.unit.level}"),
        needed=differ(lambda row: row.unit.level),
    ),
    Told("period", UnitRow.period_text, needed=differ(lambda row: row.period)),
    Told("track", _track, needed=differ(lambda row: row.assessment.card.track)),
    Told("score", score_cell, "number", lambda rows: not _pending(rows)),
    Told("score.so-far", score_cell, "number", _pending),
    Told("completion.bar", _bar, "ornament"),
    Told("score.at-pace", _at_pace, "number", some(_paced)),
    Told("change", _change, "number", some(_since), since=_since),
    Told("since", _since_words, needed=several(_since)),
    Told(
        "rank.then",
        lambda row, words: texts.rank_text(_rank_then(row), words),
        "number",
        some(_rank_then),
        since=_since,
    ),
    Told("band", _band, needed=some(banded)),
    Told("coverage.percent", _coverage, "number", some(lambda row: row.assessment.coverage != 1)),
    Told("targets-met", _targets_met, "lesser", some(lambda row: row.assessment.tally.of)),
    Told("sensitivity.at-rank", _at_rank, "number", some(lambda row: row.stability)),
    Told(
        "sensitivity.span",
        lambda row, words: texts.rank_text(row.stability, words),
        "number",
        some(lambda row: row.stability),
    ),
)
"""What people read of a unit as a whole."""


def _supposed(row: UnitRow) -> str | None:
    supposed, indicators = row.assessment.supposed, row.assessment.framework.indicators
    return ", ".join(each.id for each in indicators if each.id in supposed) or None


UNIT_VALUES: Values[UnitRow] = {
    "rank_best": lambda row: row.standing.rank and row.standing.rank.best,
    "rank_worst": lambda row: row.standing.rank and row.standing.rank.worst,
    "rank_of": lambda row: row.standing.rank and row.standing.rank.of,
    "rank_approximate": lambda row: row.standing.rank and row.standing.rank.approximate,
    "unit": lambda row: row.unit.id,
    "name": lambda row: row.unit.name,
    "level": lambda row: row.unit.level,
    "parent": lambda row: row.unit.parent,
    "period": lambda row: row.period,
    "track": lambda row: row.assessment.card.track,
    "framework": lambda row: row.assessment.framework.id,
    "edition": lambda row: row.assessment.framework.edition,
    "score": lambda row: number_or(
        texts.score_digits(row.assessment.total.score, row.assessment.framework, row.decimals)
    ),
    "score_*": lambda row: row.assessment.total.score,
    "score_at_pace_*": _paced,
    "reported_score_*": lambda row: row.assessment.reported.score,
    "change_since": _since_text,
    "change_*": lambda row: (then := row.earlier) and then.score and then.score.difference,
    "change_arrow": lambda row: (then := row.earlier) and then.score and then.score.arrow,
    "rank_then_best": lambda row: (rank := _rank_then(row)) and rank.best,
    "rank_then_worst": lambda row: (rank := _rank_then(row)) and rank.worst,
    "coverage_percent": lambda row: row.assessment.coverage and row.assessment.coverage * HUNDRED,
    "figures_reported": lambda row: row.assessment.figures.reported,
    "figures_due": lambda row: row.assessment.figures.due,
    "targets": lambda row: row.assessment.tally.of,
    "targets_met_least": lambda row: row.assessment.tally.met[0],
    "targets_met_most": lambda row: row.assessment.tally.met[1],
    "targets_pending": lambda row: row.assessment.tally.pending,
    "assumed": lambda row: ", ".join(row.assessment.framework.assumed) or None,
    "bands": lambda row: " to ".join(band.id for band in row.assessment.bands) or None,
    "claimed": lambda row: claimed_text(**claimed_of_unit(row.assessment.card)),
    "unranked": lambda row: row.standing.unranked,
    "at_rank_percent": lambda row: row.stability and row.stability.at_rank * HUNDRED,
    "rank_span_best": lambda row: row.stability and row.stability.best,
    "rank_span_worst": lambda row: row.stability and row.stability.worst,
    "what_if": _supposed,
}
"""What spreadsheets and Python have of a unit as a whole."""


def unit_record(row: UnitRow) -> dict[str, Json]:
    """Return what JSON has of a unit."""
    row = row.lean()
    standing, assessment = row.standing, row.assessment
    card, figures, unit = assessment.scorecard, assessment.figures, row.unit
    return {
        "id": unit.id,
        "name": text_record(unit.name),
        "level": unit.level,
        "parent": unit.parent,
        "framework": framework_id(assessment.framework),
        "period": row.period,
        "track": card.track,
        "file": assessment.origin.name if assessment.origin else None,
        "score": interval_record(assessment.total.score),
        "score_at_pace": interval_record(_paced(row)),
        "reported_score": interval_record(assessment.reported.score),
        "coverage": outward(assessment.coverage, -1),
        "coverage_estimated": outward(assessment.coverage_estimated, -1),
        "figures_reported": figures.reported,
        "figures_due": figures.due,
        "figures_not_due": figures.not_due,
        "tally": tally_record(assessment.tally),
        "pending": assessment.pending,
        "band": [band.id for band in reversed(assessment.bands)] or None,
        "error": assessment.fault and assessment.fault.code,
        "claimed": claimed_of_unit(card) or None,
        "rank": standing.rank and standing.rank._asdict(),
        "unranked": standing.unranked,
        "change": row.earlier and earlier_record(row.earlier),
        "sensitivity": standing.stability and standing.stability._asdict(),
        "next_band": next_band_record(assessment),
        "groups": [group_record(*each) for each in assessment.groups],
        "figures": [figure_record(each) for each in row.figures],
        "sources": {name: source_record(each) for name, each in card.sources.items()},
    }


class Units(Rows[UnitRow]):
    """Units side by side, the best first, as `compare --format csv` has them."""

    __slots__ = ()
    columns, values = UNITS, UNIT_VALUES
