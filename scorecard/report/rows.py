"""Figures and units as rows of exact values, for Python and for notebooks."""

from collections.abc import Iterable, Sequence
from html import escape

from scorecard.i18n import FALLBACK, Words
from scorecard.report.columns import Item, ReportColumn, for_people, sheet_of
from scorecard.report.figures import FIGURES, FigureRow
from scorecard.report.units import UNITS, UnitRow
from scorecard.text.json import Raw


class Figures(tuple[FigureRow, ...]):
    """Figures of one unit or of several."""

    __slots__ = ()

    def to_dicts(self, language: str = FALLBACK) -> list[dict[str, Raw]]:
        """Return a dict a figure with the keys of `show --format csv`; numbers are exact."""
        return _dicts(FIGURES, self, language)

    def _repr_html_(self) -> str:
        return _html(FIGURES, self)


class Units(tuple[UnitRow, ...]):
    """Units side by side, the best first."""

    __slots__ = ()

    def to_dicts(self, language: str = FALLBACK) -> list[dict[str, Raw]]:
        """Return a dict a unit with the keys of `compare --format csv`; numbers are exact."""
        return _dicts(UNITS, self, language)

    def _repr_html_(self) -> str:
        return _html(UNITS, self)


def _dicts(
    columns: Iterable[ReportColumn[Item]], items: Iterable[Item], language: str
) -> list[dict[str, Raw]]:
    sheet = sheet_of(columns, items, language)
    return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]


def _html(columns: Iterable[ReportColumn[Item]], items: Sequence[Item]) -> str:
    """Return what people read as a table; no text of a file is taken for HTML."""
    words = Words(FALLBACK)
    shown = [column for column in for_people(columns, items) if not column.ornament]
    head = "".join(f"<th>{escape(column.title(words))}</th>" for column in shown)
    rows = (
        "".join(f"<td>{escape(column.cell(item, words).text)}</td>" for column in shown)
        for item in items
    )
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"
