"""A view as comma-separated values that a spreadsheet opens without running or guessing."""

import re
from decimal import Decimal
from fractions import Fraction

from scorecard.numbers.digits import decimal_text
from scorecard.report.blocks import View
from scorecard.text.json import Raw
from scorecard.text.medium import Medium
from scorecard.text.printable import printable

# Spreadsheets run a text that begins so as a formula, some in full width too.
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_ENDS_A_CELL = re.compile(r"[,;\t\"]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def render_csv(view: View, _: Medium) -> str:
    """Return the sheet of a view: a line of headings, then a line a row (RFC 4180, but LF)."""
    rows = (view.sheet.columns, *view.sheet.rows)
    return "".join(f"{','.join(_quoted(_text(value)) for value in row)}\n" for row in rows)


def _quoted(text: str) -> str:
    """Quote what some spreadsheet takes for the end of a cell, in whatever language it speaks."""
    return '"{}"'.format(text.replace('"', '""')) if _ENDS_A_CELL.search(text) else text


def _text(value: Raw) -> str:
    match value:
        case None:
            return ""
        case int() | Decimal() | Fraction():
            return decimal_text(value)
    text = printable(value)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
