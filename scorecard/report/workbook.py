"""What a workbook has beside what people read: the long table, sources, command and version."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.i18n.language import FROM_RIGHT_TO_LEFT
from scorecard.measure.what_if import Supposition
from scorecard.model.scorecard import Source
from scorecard.report.blocks import Block, Cell, Facts, Heading, LongTable, Workbook
from scorecard.report.columns import ReportColumn, differ, keys_of, rows_of, some, table_of
from scorecard.report.long_table import FIGURE_VALUES, SUPPOSED_VALUES
from scorecard.report.unit_rows import UnitRow
from scorecard.text.printable import Printable, printable
from scorecard.version import __version__


class SourceRow(NamedTuple):
    """A source of a unit, by the name that its figures have for it."""

    unit: UnitRow
    name: str
    source: Source


def workbook(
    units: Sequence[UnitRow], words: Words, suppositions: Sequence[Supposition] = ()
) -> Workbook:
    """Return what a workbook has beside a view of units."""
    values = SUPPOSED_VALUES if suppositions else FIGURE_VALUES

    def about(command: str) -> Iterator[Block]:
        made_by = Cell(printable(f"scorecard {__version__}"))
        yield Facts(
            ((words("sheet.made-by"), made_by), (words("sheet.command"), Cell(printable(command))))
        )
        yield Heading(words("sheet.about"), level=2)
        rows = [
            SourceRow(unit, *each)
            for unit in units
            for each in unit.lean().assessment.scorecard.sources.items()
        ]
        yield table_of(SOURCES, rows, words)

    return Workbook(
        (words("sheet.view"), words("sheet.figures"), words("sheet.about")),
        (words("sheet.low"), words("sheet.high")),
        words.language in FROM_RIGHT_TO_LEFT,
        LongTable(
            keys_of(values),
            units,
            lambda unit: len(unit.assessment.framework.indicators),
            lambda unit: rows_of(values, unit.lean().figures, words.language),
        ),
        about,
    )


def _publisher(row: SourceRow, words: Words) -> Printable:
    return words.name(row.source.publisher or "")


def _published(row: SourceRow, words: Words) -> Printable:
    return words.date(row.source.published) if row.source.published else printable("")


Told = ReportColumn[SourceRow]

SOURCES = (
    Told("unit", lambda row, words: row.unit.named(words), key=True),
    Told(
        "period",
        lambda row, _: printable(row.unit.period),
        needed=differ(lambda row: row.unit.period),
    ),
    Told("source", lambda row, _: printable(row.name), key=True),
    Told("source.title", lambda row, words: words.name(row.source.title)),
    Told("source.publisher", _publisher, needed=some(lambda row: row.source.publisher)),
    Told("source.published", _published, needed=some(lambda row: row.source.published)),
    Told(
        "source.url",
        lambda row, _: printable(row.source.url or ""),
        needed=some(lambda row: row.source.url),
    ),
)
"""What people read of a source."""
