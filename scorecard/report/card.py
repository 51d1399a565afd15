"""One unit's report card, or several below one another."""

from collections.abc import Iterator, Sequence
from itertools import chain

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment, Sum
from scorecard.measure.comparison import Standing
from scorecard.measure.next_band import NextBand, next_band
from scorecard.measure.outcome import Measured
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework, Group
from scorecard.model.scorecard import Remark
from scorecard.numbers.digits import decimal_text, one_decimal
from scorecard.report import cells, texts
from scorecard.report.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Row,
    Table,
    View,
    row,
    table,
)
from scorecard.report.cells import EMPTY
from scorecard.report.columns import for_people, sheet_of
from scorecard.report.figures import FIGURE_VALUES, FIGURES, FigureColumn, FigureRow
from scorecard.report.notes import what_if_note
from scorecard.report.record import record
from scorecard.report.units import UnitRow, marked, score_cell, unit_record
from scorecard.text.json import Each
from scorecard.text.printable import Printable, printable

Card = UnitRow
"""What a card shows: a unit, how many units its rank is among, and its previous period."""


def show_view(
    cards: Sequence[Card], words: Words, suppositions: Sequence[Supposition] = ()
) -> View:
    """Return the report cards of units below one another."""
    frameworks = [card.assessment.framework for card in cards]
    same = frameworks and all(framework == frameworks[0] for framework in frameworks)

    units, framework = Each(cards, unit_record), frameworks[0] if same else None
    language = words.language
    return View(
        lambda: chain(what_if_note(suppositions, words), *(_card(card, words) for card in cards)),
        lambda: record("show", framework, units, (), suppositions),
        lambda: sheet_of(FIGURE_VALUES, (row for card in cards for row in card.figures), language),
    )


def _card(shown: Card, words: Words) -> Iterator[Block]:
    standing, assessment = shown.standing, shown.assessment
    card, framework = assessment.scorecard, assessment.framework
    unit, level = texts.unit_name(assessment, words), words(f"level.{card.unit.level}")
    yield Heading(texts.joined(unit, level, texts.period_text(card.period, words)))
    yield Facts(tuple(_headline(standing, shown.ranked, words)))
    yield _figures(shown, words)
    yield from _left_out(assessment, words)
    if ahead := next_band(assessment):
        yield from _next_band(ahead, assessment, words)
    if standing.rank is None and standing.unranked:
        yield texts.note(texts.unranked_text(standing, words), words)
    if card.remarks:
        yield Heading(words("remarks"), level=2)
        yield _remarks(card.remarks, words)
    if texts.name_text(framework.basis, words) == "assumed":
        yield texts.note(words("basis.assumed"), words)


def _left_out(assessment: Assessment, words: Words) -> Iterator[Block]:
    """Name the indicators that have no row, and those that are missing and count for nothing."""
    measured = assessment.measured
    if left := [item for item in measured if not _has_row(item)]:
        names = texts.indicator_names(left, words)
        yield texts.note(words("unreported", count=len(left), names=names), words)
    if left := [item for item in measured if item.absent == "missing" and item.points is None]:
        names = texts.indicator_names(left, words)
        yield texts.note(words("uncounted", count=len(left), names=names), words)


def _headline(standing: Standing, ranked: int, words: Words) -> Iterator[tuple[Printable, Cell]]:
    assessment = standing.assessment
    framework, reported = assessment.framework, assessment.reported
    name = texts.name_text(framework.name, words)
    yield words("framework"), Cell(texts.joined(words("edition", edition=framework.edition), name))
    yield words("score"), score_cell(assessment)
    if reported.score != assessment.total.score:
        score = texts.score_text(reported.score, framework)
        yield words("score.reported"), Cell(marked(score, assessment))
    if framework.bands:
        yield words("band"), Cell(marked(texts.band_text(assessment, words), assessment))
    if assessment.coverage is not None:
        share = texts.coverage_text(assessment)
        given, most = decimal_text(reported.most), decimal_text(assessment.total.most)
        points = words("coverage.points", share=share, given=given, all=most)
        yield words("coverage"), Cell(marked(points, assessment))
    if standing.rank is not None and ranked > 1:
        rank = words("rank.of", rank=texts.rank_text(standing.rank), count=ranked)
        yield words("rank"), Cell(marked(rank, assessment))


def _figures(shown: Card, words: Words) -> Table:
    """Return a row for each figure below its group, and one for each further target."""
    assessment, figures = shown.assessment, shown.figures
    columns = for_people(FIGURES, figures)
    rows: list[Row] = []
    for group, summed in assessment.groups:
        below = [
            each
            for figure in figures
            if figure.measured.indicator.group == group.id and _has_row(figure.measured)
            for each in _figure_rows(figure, columns, words)
        ]
        if below:
            told = _of_group(group, summed, assessment.framework, words)
            rows += [row(*(told.get(column.heading, EMPTY) for column in columns), section=True)]
            rows += below
    return table([column.column(words) for column in columns], rows, words("left-out.columns"))


def _has_row(item: Measured) -> bool:
    """Whether a figure has a row: it was given, or it counts and is missed."""
    return item.figure is not None or item.points is not None


def _figure_rows(figure: FigureRow, columns: Sequence[FigureColumn], words: Words) -> Iterator[Row]:
    yield row(*(column.cell(figure, words) for column in columns))
    for against in figure.others():
        target = against.measured.target
        told: dict[object, Cell] = {
            "indicator": Cell(words("other-target", id=(target and target.id) or "")),
            "source": Cell(printable((target and target.source) or ""), "quiet"),
        }
        told |= {each.heading: each.cell(against, words) for each in columns if each.by_target}
        yield row(*(told.get(column.heading, EMPTY) for column in columns))


def _of_group(group: Group, summed: Sum, of: Framework, words: Words) -> dict[object, Cell]:
    """Return the name of a group, with its score and points where it has any."""
    told = {"indicator": texts.name_text(group.name, words)}
    if summed.most:
        told["completion"] = texts.score_text(summed.score, of)
        told["points"] = texts.points_of_text(summed.points, summed.most, of, words)
    return {heading: Cell(text, "strong") for heading, text in told.items()}


def _next_band(ahead: NextBand, assessment: Assessment, words: Words) -> Iterator[Block]:
    total, band = assessment.total, texts.name_text(ahead.band.name, words)
    points, most = one_decimal(ahead.points), decimal_text(total.most)
    if total.points.exact:
        yield Heading(words("next-band", band=band, points=points, most=most), level=2)
    else:
        yield Heading(words("next-band.up-to", band=band, points=points, most=most), level=2)
    rows: list[Row] = []
    for gain in ahead.gains:
        name, now = (
            texts.name_text(gain.item.indicator.name, words),
            cells.completion_text(gain.item),
        )
        then, more = one_decimal(gain.then * HUNDRED), one_decimal(gain.points)
        rows.append(row(name, now, printable(then), printable(more)))
    numbers = words("next-band.now"), words("next-band.then"), words("next-band.gain")
    columns = [Column(each, numeric=True) for each in numbers]
    yield table([Column(words("indicator"), key=True), *columns], rows)
    short = ahead.points - sum(gain.points for gain in ahead.gains)
    if short > 0:
        yield texts.note(words("next-band.short", points=one_decimal(short)), words)


def _remarks(remarks: Sequence[Remark], words: Words) -> Table:
    rows: list[Row] = []
    for kind in dict.fromkeys(remark.kind for remark in remarks):
        rows.append(row(Cell(words(f"remark.{kind}"), "strong"), EMPTY, EMPTY, section=True))
        for remark in (each for each in remarks if each.kind == kind):
            text, place = texts.name_text(remark.text, words), printable(remark.place or "")
            rows.append(row(text, place, Cell(printable(remark.source or ""), "quiet")))
    columns = [Column(words("remark"), key=True), Column(words("place"))]
    columns.append(Column(words("source"), lesser=True))
    return table(columns, rows, words("left-out.columns"))
