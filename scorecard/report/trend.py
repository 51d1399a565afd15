"""Units over time: their scores, and every figure, period by period."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from scorecard.i18n import Words
from scorecard.measure.measured import Measured
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Group
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Heading, Table, View
from scorecard.report.card import show_view
from scorecard.report.charts import course_of
from scorecard.report.columns import ReportColumn, Said, table_of
from scorecard.report.notes import break_notes, what_if_note
from scorecard.report.sections import in_sections, named
from scorecard.report.unit_rows import UnitRow
from scorecard.report.units import UNITS
from scorecard.text.printable import Printable


def trend_view(
    rows: Sequence[UnitRow], words: Words, suppositions: Sequence[Supposition] = ()
) -> View:
    """Return units period by period, the first period first; rows come unit by unit in that order.

    Figures stand beside one another as long as the edition is the same.
    """

    def blocks() -> Iterator[Block]:
        yield from what_if_note(suppositions, words)
        for _, some in groupby(rows, key=_of):
            yield from _over_time(list(some), words)

    return show_view(rows, words, suppositions)._replace(blocks=blocks)


def _of(row: UnitRow) -> tuple[str, str, str | None]:
    card = row.assessment.scorecard
    return row.unit.id, row.assessment.framework.id, card.track


def _over_time(rows: Sequence[UnitRow], words: Words) -> Iterator[Block]:
    last = rows[-1]
    framework, track = last.assessment.framework, last.assessment.card.track
    named = [texts.track_text(track, framework, words)] if track else []
    yield Heading(texts.joined(last.named(words), words.name(framework.name), *named))
    editions = [list(some) for _, some in groupby(rows, key=_edition)]
    yield _scores(editions, words)
    for some in editions:
        edition = words("edition", edition=some[0].assessment.framework.edition)
        yield Heading(texts.joined(words("figures"), edition), level=2)
        yield _figures(some, words)
    yield from break_notes(rows, words)


def _edition(row: UnitRow) -> str:
    return row.assessment.framework.edition


_TOLD = (
    "rank",
    "rank.of",
    "score",
    "completion.bar",
    "change",
    "since",
    "band",
    "coverage.percent",
)
"""The columns of a unit that are told of each period."""


def _scores(editions: Sequence[Sequence[UnitRow]], words: Words) -> Table:
    """Return a row a period; where the edition changes, a row says so."""
    period = ReportColumn[UnitRow]("period", UnitRow.period_text, key=True)
    columns = [period, *(each for each in UNITS if each.name in _TOLD)]
    lines: list[UnitRow | Said] = []
    for rows in editions:
        if len(editions) > 1:
            edition = words("edition", edition=_edition(rows[0]))
            lines.append(Said({"period": Cell(edition, "strong")}, section=True))
        lines += rows
    return table_of(columns, lines, words)


def _figures(rows: Sequence[UnitRow], words: Words) -> Table:
    """Return a row an indicator that any period has a figure of, and a column a period."""

    def name(place: int, words: Words) -> Printable:
        return texts.labelled_name(indicators[place], words)

    def value(row: UnitRow, place: int, words: Words) -> Cell:
        item = row.assessment.measured[place]
        found = cells.value_cell(item, words)._replace(status=cells.status_of(item))
        if row is not rows[-1]:
            return found
        past = [(each.assessment.card.period, each.assessment.measured[place]) for each in rows]
        return found._replace(course=course_of(past, words))

    framework = rows[0].assessment.framework
    indicators = framework.indicators
    columns = [ReportColumn("indicator", name, key=True)]
    for row in rows:
        heading = row.period_text(words)
        columns.append(ReportColumn(row.period, partial(value, row), "number", heading=heading))

    def below(group: Group) -> list[int]:
        return [
            place
            for place, indicator in enumerate(indicators)
            if indicator.group == group.id and any(_given(row, place) for row in rows)
        ]

    lines = list(in_sections(framework, below, partial(named, words), words))
    return table_of(columns, lines, words)


def _given(row: UnitRow, place: int) -> Measured | None:
    item = row.assessment.measured[place]
    return item if item.figure else None
