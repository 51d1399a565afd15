"""Standings as plain rows for a spreadsheet."""

from collections.abc import Iterable, Iterator

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.change import Change, change
from scorecard.measure.comparison import Standing
from scorecard.measure.outcome import Measured
from scorecard.numbers.digits import interval_text
from scorecard.numbers.interval import times
from scorecard.numbers.quantity import Form, Quantity, spell
from scorecard.report import cells, texts
from scorecard.report.blocks import Sheet
from scorecard.report.excerpt import Excerpt, Shown, left_out_note
from scorecard.text.json import Raw

FIGURE_COLUMNS = (
    "unit",
    "period",
    "framework",
    "edition",
    "group",
    "indicator",
    "name",
    "value",
    "value_low",
    "value_high",
    "absent",
    "target",
    "target_basis",
    "completion_percent",
    "completion_percent_low",
    "completion_percent_high",
    "verdict",
    "points_low",
    "points_high",
    "points_max",
    "pace_percent_low",
    "pace_percent_high",
    "change_since",
    "change",
    "change_low",
    "change_high",
    "status",
    "source",
    "note",
    "what_if",
)

UNIT_COLUMNS = (
    "rank_best",
    "rank_worst",
    "unit",
    "name",
    "level",
    "period",
    "score",
    "score_low",
    "score_high",
    "reported_score_low",
    "reported_score_high",
    "coverage_percent",
    "bands",
    "unranked",
    "at_rank_percent",
    "rank_span_best",
    "rank_span_worst",
    "what_if",
)


def figure_sheet(
    assessments: Iterable[tuple[Assessment, Assessment | None]], words: Words
) -> Sheet:
    """Return one row a figure; with each assessment comes its previous period."""
    rows = (
        _figure_row(assessment, item, change(item, earlier), words)
        for assessment, earlier in assessments
        for item in assessment.measured
    )
    return Sheet(FIGURE_COLUMNS, tuple(rows))


def empty_sheet() -> Sheet:
    """Return the sheet of no units at all."""
    return Sheet(UNIT_COLUMNS, ())


def unit_sheet(shown: Shown, asked: Excerpt, words: Words, *, by: str) -> Sheet:
    """Return one row a unit, with the points of its groups or the values of its indicators."""
    framework, standings = shown.comparison.framework, shown.standings
    ends = ("low", "high")
    if by == "groups":
        more = [f"{group.id}_points_{end}" for group in framework.groups for end in ends]
    else:
        more = [
            f"{indicator.id}_{end}"
            for indicator in framework.indicators
            for end in ("value", *ends)
        ]
    rows = tuple((*_unit_row(standing, words), *_more(standing, by)) for standing in standings)
    notes = tuple(texts.note(text, words) for _, text in left_out_note(shown, asked, words))
    return Sheet((*UNIT_COLUMNS, *more), rows, notes)


def printed(quantity: Quantity) -> str:
    """Return a quantity as text that no spreadsheet takes for a date: `12 of 18`."""
    if quantity.form is Form.SHARE:
        return f"{quantity.first:f} of {quantity.second:f}"
    return spell(quantity)


def _figure_row(
    assessment: Assessment, item: Measured, changed: Change | None, words: Words
) -> tuple[Raw, ...]:
    card, framework, figure = assessment.scorecard, assessment.framework, item.figure
    note = figure and (figure.note or figure.why)
    return (
        card.unit.id,
        card.period.text,
        framework.id,
        framework.edition,
        item.indicator.group,
        item.indicator.id,
        texts.name_text(item.indicator.name, words),
        printed(figure.value) if figure and figure.value else None,
        *texts.ends(item.value),
        item.absent,
        printed(item.target.stated) if item.target else None,
        item.target.basis if item.target else None,
        cells.completion_text(item.outcome, item) if item.completion else None,
        *texts.ends(times(item.completion, HUNDRED) if item.completion else None),
        item.verdict,
        *texts.ends(item.points),
        item.most,
        *texts.ends(times(item.outcome.pace, HUNDRED) if item.outcome.pace else None),
        changed.since.text if changed else None,
        interval_text(changed.difference, landmarks=(0,)) if changed else None,
        *texts.ends(changed.difference if changed else None),
        figure.status if figure else None,
        figure.source if figure else None,
        texts.name_text(note, words) if note else None,
        "supposed" if item.supposed else None,
    )


def _unit_row(standing: Standing, words: Words) -> tuple[Raw, ...]:
    assessment, rank, stability = standing.assessment, standing.rank, standing.stability
    card = assessment.scorecard
    return (
        rank.best if rank else None,
        rank.worst if rank else None,
        card.unit.id,
        texts.name_text(card.unit.name, words),
        card.unit.level,
        card.period.text,
        texts.score_text(assessment.total.score, assessment.framework),
        *texts.ends(assessment.total.score),
        *texts.ends(assessment.reported.score),
        None if assessment.coverage is None else assessment.coverage * HUNDRED,
        " to ".join(band.id for band in assessment.bands) or None,
        standing.unranked,
        stability.at_rank * HUNDRED if stability else None,
        stability.best if stability else None,
        stability.worst if stability else None,
        ", ".join(item.indicator.id for item in assessment.measured if item.supposed) or None,
    )


def _more(standing: Standing, by: str) -> Iterator[Raw]:
    if by == "groups":
        for _, summed in standing.assessment.groups:
            yield from texts.ends(summed.points if summed.most else None)
        return
    for item in standing.assessment.measured:
        value = item.figure and item.figure.value
        yield printed(value) if value else item.absent
        yield from texts.ends(item.value)
