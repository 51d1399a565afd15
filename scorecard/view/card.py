"""One unit's report card, or several below one another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scorecard.digits import decimal_text
from scorecard.measure.assessment import Measured, Sum
from scorecard.measure.comparison import Standing
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Remark
from scorecard.printable import Printable, printable
from scorecard.view import cells, texts
from scorecard.view.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Note,
    Row,
    Table,
    View,
    table,
)
from scorecard.view.record import record
from scorecard.view.sheet import figure_sheet
from scorecard.view.words import Words


@dataclass(frozen=True, slots=True)
class Card:
    """A unit, and how many units its rank is among."""

    standing: Standing
    ranked: int


def show_view(cards: Sequence[Card], words: Words) -> View:
    """Return the report cards of units below one another."""
    standings = [card.standing for card in cards]
    frameworks = [standing.assessment.framework for standing in standings]
    same = frameworks and all(framework == frameworks[0] for framework in frameworks)
    return View(
        blocks=tuple(block for card in cards for block in _card(card, words)),
        record=record("show", frameworks[0] if same else None, standings, ()),
        sheet=figure_sheet(standings, words),
    )


def _card(shown: Card, words: Words) -> Iterator[Block]:
    standing = shown.standing
    assessment = standing.assessment
    card, framework = assessment.scorecard, assessment.framework
    unit = texts.name_text(card.unit.name, words)
    period = texts.period_text(card.period, words)
    yield Heading(texts.joined(unit, words(f"level.{card.unit.level}"), period))
    yield Facts(tuple(_headline(standing, shown.ranked, words)))
    yield _figures(standing, words)
    unreported = _unreported(assessment.measured)
    if unreported:
        names = "; ".join(texts.name_text(item.indicator.name, words) for item in unreported)
        yield Note(words("unreported", count=len(unreported), names=names))
    if standing.rank is None and standing.unranked:
        yield Note(texts.unranked_text(standing, words))
    remarks = _remarks(card.remarks, words)
    if remarks:
        yield Heading(words("remarks"), level=2)
        yield remarks
    if texts.name_text(framework.basis, words) == "assumed":
        yield Note(words("basis.assumed"))


def _headline(standing: Standing, ranked: int, words: Words) -> Iterator[tuple[Printable, Cell]]:
    assessment = standing.assessment
    framework = assessment.framework
    name = texts.name_text(framework.name, words)
    edition = words("edition", edition=framework.edition)
    yield words("framework"), Cell(texts.joined(edition, name))
    score = texts.score_text(assessment.total.score, framework)
    yield words("score"), Cell(score, "strong")
    if assessment.reported.score != assessment.total.score:
        reported = texts.score_text(assessment.reported.score, framework)
        yield words("score.reported"), Cell(reported)
    if framework.bands:
        yield words("band"), Cell(texts.band_text(assessment, words))
    if assessment.coverage is not None:
        given, all_points = assessment.reported.most, assessment.total.most
        share = words(
            "coverage.points",
            share=texts.coverage_text(assessment),
            given=decimal_text(given),
            all=decimal_text(all_points),
        )
        yield words("coverage"), Cell(share)
    if standing.rank is not None and ranked > 1:
        rank = words("rank.of", rank=texts.rank_text(standing.rank), count=ranked)
        yield words("rank"), Cell(rank)


def _figures(standing: Standing, words: Words) -> Table:
    assessment = standing.assessment
    framework = assessment.framework
    weighted = any(indicator.points != 1 for indicator in framework.indicators)
    columns = [
        Column(words("indicator"), key=True),
        Column(words("value"), numeric=True),
        Column(words("target"), numeric=True),
        Column(words("completion"), numeric=True),
        Column(words("completion.bar"), ornament=True),
        Column(words("verdict")),
        *([Column(words("points"), numeric=True)] if weighted else []),
        Column(words("source"), ornament=True),
        Column(words("note"), ornament=True),
    ]
    rows: list[Row] = []
    for group, summed in assessment.groups:
        items = [
            _figure_row(item, framework, words, weighted=weighted)
            for item in assessment.measured
            if item.indicator.group == group.id and _listed(item)
        ]
        if items:
            name = texts.name_text(group.name, words)
            rows += [_group_row(name, summed, framework, words, weighted=weighted), *items]
    return table(columns, rows)


def _figure_row(item: Measured, framework: Framework, words: Words, *, weighted: bool) -> Row:
    figure = item.figure
    points = texts.DASH
    if item.points is not None:
        earned = texts.points_text(item.points, item.most, framework)
        points = words("points.of", points=earned, most=decimal_text(item.most))
    note = figure and (figure.note or figure.why)
    return Row(
        (
            Cell(texts.labelled_name(item.indicator, words)),
            cells.value_cell(item, words),
            cells.target_cell(item.target, item.indicator, words),
            cells.completion_cell(item),
            cells.bar_cell(item),
            cells.verdict_cell(item, words),
            *([Cell(points)] if weighted else []),
            Cell(printable((figure and figure.source) or ""), "quiet"),
            Cell(texts.name_text(note, words) if note else printable(""), "quiet"),
        )
    )


def _group_row(
    name: Printable, summed: Sum, framework: Framework, words: Words, *, weighted: bool
) -> Row:
    nothing = Cell(printable(""))
    points = nothing
    if weighted and summed.most:
        earned = texts.points_text(summed.points, summed.most, framework)
        points = Cell(words("points.of", points=earned, most=decimal_text(summed.most)), "strong")
    score = Cell(texts.score_text(summed.score, framework), "strong")
    return Row(
        (
            Cell(name, "strong"),
            nothing,
            nothing,
            score if summed.score else nothing,
            nothing,
            nothing,
            *([points] if weighted else []),
            nothing,
            nothing,
        ),
        section=True,
    )


def _listed(item: Measured) -> bool:
    """Whether a figure has a row: it was given, or it counts and is missed."""
    return item.figure is not None or item.points is not None


def _unreported(measured: Iterable[Measured]) -> list[Measured]:
    return [item for item in measured if not _listed(item)]


def _remarks(remarks: Sequence[Remark], words: Words) -> Table | None:
    kinds = list(dict.fromkeys(remark.kind for remark in remarks))
    rows: list[Row] = []
    nothing = Cell(printable(""))
    for kind in kinds:
        rows.append(Row((Cell(words(f"remark.{kind}"), "strong"), nothing, nothing), section=True))
        rows += [
            Row(
                (
                    Cell(texts.name_text(remark.text, words)),
                    Cell(printable(remark.place or "")),
                    Cell(printable(remark.source or ""), "quiet"),
                )
            )
            for remark in remarks
            if remark.kind == kind
        ]
    columns = (
        Column(words("remark"), key=True),
        Column(words("place")),
        Column(words("source"), ornament=True),
    )
    return table(columns, rows) if rows else None
