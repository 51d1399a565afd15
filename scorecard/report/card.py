"""One unit's report card, or several below one another."""

from collections.abc import Iterator, Sequence
from itertools import chain

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.measured import Measured
from scorecard.measure.score import Sum
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework, Group
from scorecard.model.scorecard import Remark, Scorecard
from scorecard.numbers.digits import one_decimal
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Facts, Heading, View
from scorecard.report.charts import band_scale, field_strip, tally_parts
from scorecard.report.claims import unit_claims
from scorecard.report.columns import Apart, ReportColumn, Said, sheet_rows, table_of
from scorecard.report.figures import FIGURES, FigureRow
from scorecard.report.legend import with_legend
from scorecard.report.long_table import FIGURE_VALUES, SUPPOSED_VALUES
from scorecard.report.next_band import next_band_blocks
from scorecard.report.notes import (
    Asked,
    assumed_note,
    break_notes,
    reported_notes,
    what_if_note,
)
from scorecard.report.periods import period_text
from scorecard.report.pictures import Picture
from scorecard.report.record import record
from scorecard.report.sections import in_sections
from scorecard.report.sparkline import sparkline
from scorecard.report.tracks import movement_records, tracks_beside
from scorecard.report.unit_rows import UnitRow, all_figures
from scorecard.report.units import score_cell, unit_record
from scorecard.report.workbook import workbook
from scorecard.text.json import Each
from scorecard.text.printable import Printable, printable

Card = UnitRow
"""What a card shows: a unit, how many units its rank is among, and its previous period."""


def show_view(
    cards: Sequence[Card],
    words: Words,
    suppositions: Sequence[Supposition] = (),
    asked: Sequence[Asked] = (),
) -> View:
    """Return the report cards of units below one another, with who in each has not reported."""
    units, shown = Each(cards, unit_record), [card.assessment for card in cards]
    values = SUPPOSED_VALUES if suppositions else FIGURE_VALUES
    below = [list(reported_notes(each, words)) for each in asked or [Asked()] * len(cards)]
    under = {id(card.assessment.framework): card.assessment.framework for card in cards}
    assumed = (assumed_note(framework, words) for framework in under.values())
    said = [*break_notes(cards, words), *chain(*below, *assumed)]

    def blocks() -> Iterator[Block]:
        yield from what_if_note(suppositions, words)
        for card, not_here in zip(cards, below, strict=True):
            yield from _card(card, words)
            yield from not_here
        yield from tracks_beside(cards, words)

    return View(
        blocks,
        lambda: record("show", shown, units, said, suppositions, movement_records(cards)),
        lambda: sheet_rows(values, all_figures(cards), words.language),
        book=workbook(cards, words, suppositions),
    )


def _card(shown: Card, words: Words) -> Iterator[Block]:
    standing, assessment = shown.standing, shown.assessment
    card, measured = assessment.scorecard, assessment.measured
    unit, level = words.name(assessment.card.unit.name), words(f"level.{card.unit.level}")
    track = card.track and texts.track_text(card.track, assessment.framework, words)
    period = period_text(card.period, words)
    yield Heading(texts.joined(unit, level, period, *([track] if track else [])))
    figures = table_of(FIGURES, list(_lines(shown, words)), words)
    headline = Facts(tuple(_headline(shown, words)), _pictures(shown, words))
    yield from with_legend([headline, figures], words)
    uncounted = [item for item in measured if item.absent == "missing" and not item.by.scored]
    unreported = [item for item in measured if not _has_row(item) and item not in uncounted]
    for key, left in (("unreported", unreported), ("uncounted", uncounted)):
        if left:
            names = texts.indicator_names(left, words)
            yield texts.note(words(key, count=len(left), names=names), words)
    yield from next_band_blocks(assessment, words)
    if standing.unranked:
        yield texts.note(texts.unranked_text(standing, words), words)
    if card.remarks:
        yield Heading(words("remarks"), level=2)
        yield table_of(REMARKS, list(_by_kind(card.remarks, words)), words)
    yield from assumed_note(assessment.framework, words)
    if card.sources:
        yield Heading(words("sheet.about"), level=2)
        yield Facts(tuple(_sources(card, words)))


def _sources(card: Scorecard, words: Words) -> Iterator[tuple[Printable, Cell]]:
    for id_, source in card.sources.items():
        yield printable(id_), cells.source_cell(texts.source_text(card, id_, words), source)


def _headline(shown: Card, words: Words) -> Iterator[tuple[Printable, Cell]]:
    assessment, reported, rank = shown.assessment, shown.assessment.reported, shown.standing.rank
    framework, supposed = assessment.framework, assessment.supposed
    name = words.name(framework.name)
    yield words("framework"), Cell(texts.joined(words("edition", edition=framework.edition), name))
    if framework.assumed:
        yield words("assumed"), Cell(words(f"assumed.{'-'.join(sorted(framework.assumed))}"))
    yield texts.score_name(assessment, words), score_cell(shown, words)
    if assessment.at_pace is not None:
        paced = texts.score_text(assessment.at_pace.score, framework, words)
        yield words("score.at-pace"), Cell(cells.marked(paced, supposed), "strong")
    if reported.score != assessment.total.score:
        score = texts.score_text(reported.score, framework, words)
        yield words("score.reported"), Cell(cells.marked(score, supposed))
    if framework.bands and "bands" not in framework.assumed and not assessment.pending:
        yield words("band"), Cell(cells.marked(texts.band_text(assessment, words), supposed))
    if assessment.coverage is not None:
        yield words("coverage"), Cell(cells.marked(_coverage(assessment, words), supposed))
    yield words("figures"), Cell(_figures(assessment, words))
    if assessment.tally.of:
        yield words("tally"), Cell(texts.tally_text(assessment.tally, words))
    if rank is not None:
        yield words("rank"), Cell(cells.marked(texts.place_text(rank, words), supposed))
    if claims := unit_claims(assessment, rank, words):
        yield words("claims"), Cell(claims)
    yield from _over_time(shown, words)
    if shown.earlier and (changed := texts.earlier_text(shown.earlier, words)):
        yield words("change"), Cell(cells.marked(changed, supposed and shown.earlier.score))


def _over_time(shown: Card, words: Words) -> Iterator[tuple[Printable, Cell]]:
    """Yield the scores of earlier periods and this as a line."""
    if drawn := sparkline(shown.history):
        line, first = drawn
        framework, last = shown.assessment.framework, shown.assessment.total.score
        told = words(
            "over-time.line",
            since=period_text(first.card.period, words),
            first=texts.score_text(first.total.score, framework, words, shown.decimals),
            line=line,
            last=texts.score_text(last, framework, words, shown.decimals),
        )
        yield words("over-time"), Cell(cells.marked(told, shown.assessment.supposed))


def _pictures(shown: Card, words: Words) -> tuple[Picture, ...]:
    """Return the score in its bands, the tally, and the field with this unit."""
    assessment = shown.assessment
    scale, tally = band_scale(assessment, words), tally_parts(assessment.tally, words)
    return (*scale, *tally, *field_strip(shown.field, shown.standing, words, shown.decimals))


def _coverage(assessment: Assessment, words: Words) -> Printable:
    """Return the coverage of the points, and how much of it is estimated."""
    due = [item for item in assessment.measured if item.due]
    given = sum(item.due for item in due if item.reported)
    share, all_due = texts.coverage_text(assessment, words), sum(item.due for item in due)
    told = [words("coverage.points", share=share, given=given, all=all_due)]
    if later := assessment.points_later:
        told.append(words("coverage.later", count=later, all=all_due + later))
    if estimated := assessment.coverage_estimated:
        part = words.number(one_decimal(estimated * HUNDRED, (0, 100), -1))
        told.append(words("coverage.estimated", share=part))
    return texts.joined(*told)


def _figures(assessment: Assessment, words: Words) -> Printable:
    """Return how many figures that apply are reported, and how many are not due yet."""
    counted = assessment.figures
    text = words("figures.reported", given=counted.reported, due=counted.due)
    if not counted.not_due:
        return text
    return texts.joined(text, words("figures.not-due", count=counted.not_due))


def _lines(shown: Card, words: Words) -> Iterator[FigureRow | Said | Apart[FigureRow]]:
    """Yield each figure below its group, and below it what differs for each further target."""
    figures = [figure for figure in shown.followed if _has_row(figure.measured)]
    framework, sums = (
        shown.assessment.framework,
        {of.id: of_it for of, of_it in shown.assessment.groups},
    )

    def below(group: Group) -> list[FigureRow]:
        return [figure for figure in figures if figure.measured.indicator.group == group.id]

    def told(group: Group) -> dict[str, Cell]:
        items = [figure.measured for figure in below(group)]
        return _of_group(group, sums[group.id], items, framework, words)

    for line in in_sections(framework, below, told, words):
        yield line
        figure = line.item if isinstance(line, Apart) else line
        if isinstance(figure, FigureRow):
            yield from (_of_target(against, words) for against in figure.others())


def _has_row(item: Measured) -> bool:
    """Whether a figure has a row: it was given, or it counts and is missed."""
    return item.figure is not None or item.points is not None


def _of_group(
    group: Group, summed: Sum, items: Sequence[Measured], of: Framework, words: Words
) -> dict[str, Cell]:
    """Return the name of a group, with its score and points where it has any."""
    told = {"indicator": Cell(words.name(group.name))}
    if summed.most:
        text = texts.percent_text(summed.score, of, words)
        supposed = any(item.supposed for item in items)
        bounds = texts.percent_of_scale(summed.score, of)
        told["completion"] = Cell(cells.marked(text, supposed), bounds=bounds)
        told["points"] = cells.points_cell(summed.points, summed.most, of, items, words)
    return {heading: cell._replace(status="strong") for heading, cell in told.items()}


def _of_target(against: FigureRow, words: Words) -> Said:
    target = against.measured.target
    told = {each.name: each.cell(against, words) for each in FIGURES if each.by_target}
    told["indicator"] = Cell(words("other-target", id=(target and target.id) or ""))
    told["source"] = Cell(printable((target and target.source) or ""), "quiet")
    return Said(told)


REMARKS = (
    ReportColumn[Remark]("remark", lambda remark, words: words.name(remark.text), key=True),
    ReportColumn[Remark]("place", lambda remark, words: words.name(remark.place or "")),
    ReportColumn[Remark]("source", lambda remark, _: printable(remark.source or ""), "lesser"),
)


def _by_kind(remarks: Sequence[Remark], words: Words) -> Iterator[Remark | Said]:
    for kind in dict.fromkeys(remark.kind for remark in remarks):
        yield Said({"remark": Cell(words(f"remark.{kind}"), "strong")}, section=True)
        yield from (remark for remark in remarks if remark.kind == kind)
