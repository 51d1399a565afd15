"""Standings as plain rows for a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from scorecard.interval import Interval, times
from scorecard.measure.assessment import HUNDRED, Assessment, Measured
from scorecard.measure.comparison import Standing
from scorecard.quantity import Form, Quantity, spell
from scorecard.tree import Raw
from scorecard.view import texts
from scorecard.view.blocks import Sheet
from scorecard.view.words import Words

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
    "completion_percent_low",
    "completion_percent_high",
    "verdict",
    "points_low",
    "points_high",
    "points_max",
    "status",
    "source",
    "note",
)

UNIT_COLUMNS = (
    "rank_best",
    "rank_worst",
    "unit",
    "name",
    "level",
    "period",
    "score_low",
    "score_high",
    "reported_score_low",
    "reported_score_high",
    "coverage_percent",
    "bands",
    "unranked",
)


def figure_sheet(standings: Iterable[Standing], words: Words) -> Sheet:
    """Return one row a figure."""
    rows = (
        _figure_row(standing.assessment, item, words)
        for standing in standings
        for item in standing.assessment.measured
    )
    return Sheet(FIGURE_COLUMNS, tuple(rows))


def unit_sheet(standings: Sequence[Standing], words: Words, *, by: str) -> Sheet:
    """Return one row a unit, with the points of its groups or the values of its indicators."""
    if not standings:
        return Sheet(UNIT_COLUMNS, ())
    framework = standings[0].assessment.framework
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
    return Sheet((*UNIT_COLUMNS, *more), rows)


def printed(quantity: Quantity) -> str:
    """Return a quantity as text that no spreadsheet takes for a date: `12 of 18`."""
    if quantity.form is Form.SHARE:
        return f"{quantity.first:f} of {quantity.second:f}"
    return spell(quantity)


def _figure_row(assessment: Assessment, item: Measured, words: Words) -> tuple[Raw, ...]:
    card, framework, figure = assessment.scorecard, assessment.framework, item.figure
    return (
        card.unit.id,
        card.period.text,
        framework.id,
        framework.edition,
        item.indicator.group,
        item.indicator.id,
        texts.name_text(item.indicator.name, words),
        printed(figure.value) if figure and figure.value else None,
        *_ends(item.value),
        item.absent,
        printed(item.target.stated) if item.target else None,
        item.target.basis if item.target else None,
        *_ends(times(item.completion, HUNDRED) if item.completion else None),
        item.verdict,
        *_ends(item.points),
        item.most,
        figure.status if figure else None,
        figure.source if figure else None,
        texts.name_text(figure.note, words) if figure and figure.note else None,
    )


def _unit_row(standing: Standing, words: Words) -> tuple[Raw, ...]:
    assessment, rank = standing.assessment, standing.rank
    card = assessment.scorecard
    return (
        rank.best if rank else None,
        rank.worst if rank else None,
        card.unit.id,
        texts.name_text(card.unit.name, words),
        card.unit.level,
        card.period.text,
        *_ends(assessment.total.score),
        *_ends(assessment.reported.score),
        None if assessment.coverage is None else assessment.coverage * HUNDRED,
        " to ".join(band.id for band in assessment.bands) or None,
        standing.unranked,
    )


def _more(standing: Standing, by: str) -> Iterator[Raw]:
    if by == "groups":
        for _, summed in standing.assessment.groups:
            yield from _ends(summed.points if summed.most else None)
        return
    for item in standing.assessment.measured:
        value = item.figure and item.figure.value
        yield printed(value) if value else item.absent
        yield from _ends(item.value)


def _ends(interval: Interval | None) -> tuple[Fraction | None, Fraction | None]:
    return (interval.low, interval.high) if interval else (None, None)
