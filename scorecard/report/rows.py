"""Figures and units as rows of exact values, for Python and for notebooks."""

from collections.abc import Sequence
from html import escape
from typing import Any, ClassVar

from scorecard.i18n import FALLBACK, Words
from scorecard.report.columns import Item, ReportColumn, Values, for_people, sheet_of
from scorecard.report.figures import FIGURE_VALUES, FIGURES, FigureRow
from scorecard.report.units import UNIT_VALUES, UNITS, UnitRow
from scorecard.text.json import Raw


class _Rows(tuple[Item, ...]):
    __slots__ = ()
    columns: ClassVar[Sequence[ReportColumn[Any]]]
    values: ClassVar[Values[Any]]

    def to_dicts(self, language: str = FALLBACK) -> list[dict[str, Raw]]:
        """Return a dict a row with the keys of the command's CSV; numbers are exact."""
        sheet = sheet_of(self.values, self, language)
        return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]

    def _repr_html_(self) -> str:
        """Return what people read as a table; no text of a file is taken for HTML."""
        words = Words(FALLBACK)
        shown = [column for column in for_people(self.columns, self) if not column.ornament]
        head = "".join(f"<th>{escape(column.title(words))}</th>" for column in shown)
        texts = [[escape(column.cell(item, words).text) for column in shown] for item in self]
        rows = ("".join(f"<td>{text}</td>" for text in row) for row in texts)
        body = "".join(f"<tr>{row}</tr>\n" for row in rows)
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"


class Figures(_Rows[FigureRow]):
    """Figures of one unit or of several, as `show --format csv` has them."""

    __slots__ = ()
    columns, values = FIGURES, FIGURE_VALUES


class Units(_Rows[UnitRow]):
    """Units side by side, the best first, as `compare --format csv` has them."""

    __slots__ = ()
    columns, values = UNITS, UNIT_VALUES
