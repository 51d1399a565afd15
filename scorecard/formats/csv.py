"""A view as comma-separated values that a spreadsheet opens without running or guessing."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from scorecard.numbers.digits import decimal_text
from scorecard.report.blocks import View
from scorecard.text.json import Raw
from scorecard.text.medium import Dialect, Medium
from scorecard.text.printable import printable

# Spreadsheets run a text that begins so as a formula, some in full width too.
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_ENDS_A_CELL = re.compile(r"[,;\t\"]")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# They take a text for a number, a date, a time or an answer where they can: 2026-03, 001, 1e5.
_TAKEN_FOR_MORE = re.compile(
    r"\s*(?:[-+]?[0-9.,' ]*[0-9][0-9.,' ]*(?:e[-+]?[0-9]+)?\s*%?"
    r"|[0-9]{1,4}(?:[-/.][0-9]{1,4}){1,2}|[0-9]{1,2}(?::[0-9]{2}){1,2}(?:\s*[ap]m?)?"
    rf"|[0-9]{{1,2}}[- ]?{_MONTH}(?:[- ,]*[0-9]{{1,4}})?|{_MONTH}[- ]?[0-9]{{1,4}}(?:[- ,]+[0-9]+)?"
    r"|true|false)\s*",
    re.IGNORECASE,
)


MARKS: Mapping[Dialect, tuple[str, str]] = {"plain": (",", "."), "excel-vi": (";", ",")}
"""What stands between cells, and before decimals."""


def render_csv(view: View, medium: Medium) -> str:
    """Return the sheet of a view: a line of headings, then a line a row (RFC 4180, but LF)."""
    between, point = MARKS[medium.dialect]
    rows = (between.join(_cell(value, point) for value in row) for row in view.sheet())
    return "".join(f"{row}\n" for row in rows)


def _cell(value: Raw, point: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | Decimal() | Fraction():
            return decimal_text(value).replace(".", point)
    text = printable(value)
    if _FORMULA.match(text) or _TAKEN_FOR_MORE.fullmatch(text):
        text = printable(f"'{text}")
    # Quoted is what some spreadsheet takes for the end of a cell, whatever language it speaks.
    return '"{}"'.format(text.replace('"', '""')) if _ENDS_A_CELL.search(text) else text
