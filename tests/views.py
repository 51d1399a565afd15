"""Views of the scorecards in a folder, and short views made by hand."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.comparison import compared
from scorecard.measure.field import Fields
from scorecard.project.selection import Choice, select
from scorecard.project.targets import gather
from scorecard.report.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Kind,
    Note,
    Row,
    Table,
    View,
)
from scorecard.report.card import show_view
from scorecard.report.compared_by import By
from scorecard.report.comparison import Rows, compare_view
from scorecard.report.unit_rows import UnitRow, unit_rows
from scorecard.text.printable import printable

LEGENDS = [Words(language)("signs") for language in ("en", "vi", "ar")]

GOLDEN = Path(__file__).parent / "golden"


def assessments(folder: Path) -> list[Assessment]:
    """Return what the scorecards in a folder amount to."""
    return select(gather([str(folder)], folder), Choice())


def units_of(units: Sequence[Assessment]) -> list[UnitRow]:
    """Return units that are ranked among themselves, the best first."""
    fields = Fields(units)
    return unit_rows(compared(units, fields).standings, fields)


def shown(units: Sequence[Assessment], language: str = "en") -> View:
    """Return the report cards of units that are ranked among themselves."""
    return show_view(units_of(units), Words(language))


def side_by_side(
    units: Sequence[Assessment],
    language: str = "en",
    *,
    rows: Rows | None = None,
    by: By | None = None,
    sort: str = "rank",
) -> View:
    """Return units side by side."""
    fields = Fields(units)
    return compare_view(compared(units, fields, sort), fields, Words(language), rows=rows, by=by)


@cache
def real_views() -> list[View]:
    """Return every view of the golden scorecards."""
    folders = [assessments(GOLDEN / name) for name in ("ordinary", "nasty")]
    return [
        view
        for units in folders
        for view in (
            shown(units),
            shown(units, "ar"),
            side_by_side(units, rows="units"),
            side_by_side(units, "ar", rows="indicators"),
        )
    ]


def made(*blocks: Block) -> View:
    """Return a view of these blocks, for people only."""
    return View(lambda: blocks, dict)


def column(heading: str, kind: str = "") -> Column:
    """Return a column; `kind` has the first letter of number, ornament or lesser, and of key."""
    kinds: dict[str, Kind] = {"n": "number", "o": "ornament", "l": "lesser"}
    return Column(printable(heading), kinds.get(kind.strip("k"), "words"), "k" in kind)


def table(columns: Sequence[Column], *rows: Sequence[str]) -> Table:
    """Return a table of plain texts; a row whose first text begins with `§` is a section."""
    return Table(
        tuple(columns),
        tuple(
            Row(tuple(cell(text.removeprefix("§")) for text in row), row[0].startswith("§"))
            for row in rows
        ),
        printable("Not shown at this width"),
    )


def cell(text: str) -> Cell:
    """Return a plain cell."""
    return Cell(printable(text))


def facts(view: View) -> dict[str, str]:
    """Return the facts of a view by name."""
    pairs = (pair for block in view.blocks() if isinstance(block, Facts) for pair in block.pairs)
    return {name: cell.text for name, cell in pairs}


def notes(view: View) -> list[str]:
    """Return the notes of a view."""
    notes = [block for block in view.blocks() if isinstance(block, Note)]
    return [block.text for block in notes if block.label not in LEGENDS]


def headings(view: View) -> list[str]:
    """Return the headings of a view."""
    return [block.text for block in view.blocks() if isinstance(block, Heading)]


def columns(view: View, *names: str) -> list[list[str]]:
    """Return what the first table of a view has under these headings, row by row."""
    head, *rows = grid(view)
    return [[row[head.index(name)] for name in names] for row in rows]


def grid(view: View, number: int = 0) -> list[list[str]]:
    """Return one of the tables of a view as texts, the headings first."""
    found = [block for block in view.blocks() if isinstance(block, Table)][number]
    rows: list[list[str]] = [[column.heading for column in found.columns]]
    rows += [[cell.text for cell in row.cells] for row in found.rows]
    return rows
