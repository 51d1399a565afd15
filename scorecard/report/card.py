"""One unit's report card, or several below one another."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.comparison import Standing
from scorecard.measure.next_band import NextBand, next_band
from scorecard.measure.what_if import Supposition
from scorecard.model.scorecard import Remark
from scorecard.numbers.digits import decimal_text, one_decimal
from scorecard.report import cells, texts
from scorecard.report.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Note,
    Row,
    Table,
    View,
    row,
    table,
)
from scorecard.report.cells import EMPTY
from scorecard.report.columns import sheet_of
from scorecard.report.figures import FIGURES, figure_rows
from scorecard.report.figures_table import figures_table, has_row
from scorecard.report.notes import what_if_note
from scorecard.report.record import record
from scorecard.report.units import UnitRow, band_text, marked, score_cell, unit_record
from scorecard.text.json import Each
from scorecard.text.printable import Printable, printable


class Card(NamedTuple):
    """A unit, how many units its rank is among, and its previous period."""

    standing: Standing
    ranked: int
    earlier: Assessment | None = None


def show_view(
    cards: Sequence[Card], words: Words, suppositions: Sequence[Supposition] = ()
) -> View:
    """Return the report cards of units below one another."""
    standings = [card.standing for card in cards]
    frameworks = [standing.assessment.framework for standing in standings]
    same = frameworks and all(framework == frameworks[0] for framework in frameworks)
    return View(
        lambda: chain(
            what_if_note(suppositions, words),
            (block for card in cards for block in _card(card, words)),
        ),
        lambda: record(
            "show",
            frameworks[0] if same else None,
            Each(cards, lambda card: unit_record(UnitRow(card.standing, card.earlier))),
            suppositions=suppositions,
        ),
        lambda: sheet_of(
            FIGURES,
            (row for card in cards for row in figure_rows(card.standing.assessment, card.earlier)),
            words.language,
        ),
    )


def _card(shown: Card, words: Words) -> Iterator[Block]:
    standing = shown.standing
    assessment = standing.assessment
    card, framework = assessment.scorecard, assessment.framework
    unit = texts.name_text(card.unit.name, words)
    period = texts.period_text(card.period, words)
    yield Heading(texts.joined(unit, words(f"level.{card.unit.level}"), period))
    yield Facts(tuple(_headline(standing, shown.ranked, words)))
    yield figures_table(assessment, shown.earlier, words)
    yield from _left_out(assessment, words)
    ahead = next_band(assessment)
    if ahead:
        yield from _next_band(ahead, assessment, words)
    if standing.rank is None and standing.unranked:
        yield texts.note(texts.unranked_text(standing, words), words)
    remarks = _remarks(card.remarks, words)
    if remarks:
        yield Heading(words("remarks"), level=2)
        yield remarks
    if texts.name_text(framework.basis, words) == "assumed":
        yield texts.note(words("basis.assumed"), words)


def _left_out(assessment: Assessment, words: Words) -> Iterator[Note]:
    """Name the indicators that have no row, and those that are missing and count for nothing."""
    measured = assessment.measured
    if left := [item for item in measured if not has_row(item)]:
        names = texts.indicator_names(left, words)
        yield texts.note(words("unreported", count=len(left), names=names), words)
    if left := [item for item in measured if item.absent == "missing" and item.points is None]:
        names = texts.indicator_names(left, words)
        yield texts.note(words("uncounted", count=len(left), names=names), words)


def _headline(standing: Standing, ranked: int, words: Words) -> Iterator[tuple[Printable, Cell]]:
    assessment = standing.assessment
    framework = assessment.framework
    name = texts.name_text(framework.name, words)
    edition = words("edition", edition=framework.edition)
    yield words("framework"), Cell(texts.joined(edition, name))
    yield words("score"), score_cell(assessment)
    if assessment.reported.score != assessment.total.score:
        reported = texts.score_text(assessment.reported.score, framework)
        yield words("score.reported"), Cell(marked(reported, assessment))
    if framework.bands:
        yield words("band"), Cell(band_text(assessment, words))
    if assessment.coverage is not None:
        given, all_points = assessment.reported.most, assessment.total.most
        share = words(
            "coverage.points",
            share=texts.coverage_text(assessment),
            given=decimal_text(given),
            all=decimal_text(all_points),
        )
        yield words("coverage"), Cell(marked(share, assessment))
    if standing.rank is not None and ranked > 1:
        rank = words("rank.of", rank=texts.rank_text(standing.rank), count=ranked)
        yield words("rank"), Cell(marked(rank, assessment))


def _next_band(ahead: NextBand, assessment: Assessment, words: Words) -> Iterator[Block]:
    total, band = assessment.total, texts.name_text(ahead.band.name, words)
    points = one_decimal(ahead.points)
    most = decimal_text(total.most)
    missing = {"band": band, "points": points, "most": most}
    exact = total.points.exact
    title = words("next-band", **missing) if exact else words("next-band.up-to", **missing)
    yield Heading(title, level=2)
    rows = [
        row(
            texts.name_text(gain.item.indicator.name, words),
            cells.completion_text(gain.item),
            printable(one_decimal(gain.then * HUNDRED)),
            printable(one_decimal(gain.points)),
        )
        for gain in ahead.gains
    ]
    columns = (
        Column(words("indicator"), key=True),
        Column(words("next-band.now"), numeric=True),
        Column(words("next-band.then"), numeric=True),
        Column(words("next-band.gain"), numeric=True),
    )
    yield table(columns, rows)
    short = ahead.points - sum(gain.points for gain in ahead.gains)
    if short > 0:
        yield texts.note(words("next-band.short", points=one_decimal(short)), words)


def _remarks(remarks: Sequence[Remark], words: Words) -> Table | None:
    kinds = list(dict.fromkeys(remark.kind for remark in remarks))
    rows: list[Row] = []
    for kind in kinds:
        heading = Cell(words(f"remark.{kind}"), "strong")
        rows.append(row(heading, EMPTY, EMPTY, section=True))
        rows += [
            row(
                texts.name_text(remark.text, words),
                printable(remark.place or ""),
                Cell(printable(remark.source or ""), "quiet"),
            )
            for remark in remarks
            if remark.kind == kind
        ]
    columns = (
        Column(words("remark"), key=True),
        Column(words("place")),
        Column(words("source"), lesser=True),
    )
    return table(columns, rows, words("left-out.columns")) if rows else None
