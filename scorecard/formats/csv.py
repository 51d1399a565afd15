"""A view as comma-separated values that a spreadsheet opens without running or guessing."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Literal

from scorecard.numbers.digits import decimal_text
from scorecard.report.blocks import View
from scorecard.text.formulas import guarded_within, is_formula
from scorecard.text.json import Raw, Reckoned
from scorecard.text.medium import Dialect, Medium
from scorecard.text.printable import printable

_ENDS_A_CELL = re.compile(r"[,;\t\"]")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
# They take a text for a number, a date, a time or an answer where they can: 2026-03, 001, 1e5.
_TAKEN_FOR_MORE = re.compile(
    r"\s*(?:[-+]?[0-9.,' ]*[0-9][0-9.,' ]*(?:e[-+]?[0-9]+)?\s*%?"
    r"|[0-9]{1,4}(?:[-/.][0-9]{1,4}){1,2}|[0-9]{1,2}(?::[0-9]{2}){1,2}(?:\s*[ap]m?)?"
    rf"|[0-9]{{1,2}}[- ]?{_MONTH}(?:[- ,]*[0-9]{{1,4}})?|{_MONTH}[- ]?[0-9]{{1,4}}(?:[- ,]+[0-9]+)?"
    r"|true|false)\s*",
    re.IGNORECASE,
)

_POINT = re.compile(r"(?<=[0-9])\.(?=[0-9])")

REMEMBERED = 1 << 14
"""How many cells are remembered: ids, names and words come over and over."""

MARKS: Mapping[Dialect, tuple[str, str]] = {"plain": (",", "."), "excel-vi": (";", ",")}
"""What stands between cells, and before decimals."""


def render_csv(view: View, medium: Medium) -> str:
    """Return the sheet of a view: a line of headings, then a line a row (RFC 4180, but LF)."""
    return "".join(csv_pieces(view, medium))


def csv_pieces(view: View, medium: Medium) -> Iterator[str]:
    """Yield the same piece by piece, some lines each."""
    rows = iter(view.sheet())
    while some := list(islice(rows, TOGETHER)):
        yield lines(some, dialect=medium.dialect)


TOGETHER = 100
"""How many lines a piece has."""

Guard = Literal["guesses", "formulas", "nothing"]
"""Against what a text is guarded: spreadsheets that guess, those that run formulas, or none."""


def lines(
    rows: Iterable[Sequence[Raw]], guard: Guard = "guesses", dialect: Dialect = "plain"
) -> str:
    """Return a line a row."""
    between, point = MARKS[dialect]
    return "".join(f"{between.join(_cells(row, guard, point))}\n" for row in rows)


def _cells(row: Sequence[Raw], guard: Guard, point: str) -> Iterator[str]:
    for value in row:
        if value is None:
            yield ""
        elif isinstance(value, str):
            yield _quoted(_POINT.sub(point, value) if isinstance(value, Reckoned) else value, guard)
        elif isinstance(value, bool):
            yield "true" if value else "false"
        else:
            yield decimal_text(value).replace(".", point)


@lru_cache(maxsize=REMEMBERED)
def _quoted(value: str, guard: Guard) -> str:
    text = printable(value)
    if guard != "nothing":
        text = printable(guarded_within(text))
    if _is_taken_for_more(text, guard):
        text = printable(f"'{text}")
    return '"{}"'.format(text.replace('"', '""')) if _ENDS_A_CELL.search(text) else text


def _is_taken_for_more(text: str, guard: Guard) -> bool:
    if guard == "nothing":
        return False
    guessed = guard == "guesses" and _TAKEN_FOR_MORE.fullmatch(text)
    return bool(is_formula(text) or guessed)
