"""Periods that figures belong to: a year, a part of one, a run of years or months."""

import re
from functools import lru_cache
from typing import NamedTuple

from scorecard.numbers.saying import Saying, saying

_PART = r"-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2]))"
_WHOLE = re.compile(rf"(?P<year>[1-9][0-9]{{3}}|XXXX(?=-))(?:{_PART})?", re.ASCII)
_YEARS = re.compile(r"(?P<first>[1-9][0-9]{3})/(?P<last>[1-9][0-9]{3})", re.ASCII)
_MONTHS = re.compile(
    r"(?P<first>[1-9][0-9]{3}-(?:0[1-9]|1[0-2]))/(?P<last>[1-9][0-9]{3}-(?:0[1-9]|1[0-2]))",
    re.ASCII,
)
SPELLINGS = (_WHOLE, _YEARS, _MONTHS)
"""Every spelling of a period; a run of years or months may not end before it starts."""


MONTHS = 12
"""The months of a year."""


class UnreadablePeriodError(ValueError):
    """Text that names no period; `reason` says why."""

    def __init__(self, reason: Saying) -> None:
        super().__init__(reason.key)
        self.reason = reason


class Period(NamedTuple):
    """A run of whole months.

    `start` counts months from January of year 0. Where the year is not stated (`XXXX-H1`) it
    is None, and `month` says where in its year the period starts (0 is January).
    """

    text: str
    start: int | None
    month: int
    months: int

    @property
    def end(self) -> int | None:
        """The month after the last; None where the year is not stated."""
        return None if self.start is None else self.start + self.months

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it comes in a list, the earliest first; before all where no year is stated."""
        return -1 if self.start is None else self.start, self.month, self.months


@lru_cache(maxsize=256)
def parse(text: str) -> Period:
    """Read a period; raise UnreadablePeriodError where the text names none."""
    if match := _WHOLE.fullmatch(text):
        return _whole(match)
    if match := _YEARS.fullmatch(text):
        start, end = int(match["first"]) * 12, int(match["last"]) * 12 + 12
    elif match := _MONTHS.fullmatch(text):
        start, end = _month(match["first"]), _month(match["last"]) + 1
    else:
        raise UnreadablePeriodError(saying("period.none"))
    if end <= start:
        raise UnreadablePeriodError(saying("period.ends-first"))
    return Period(text, start, start % 12, end - start)


def before(left: Period, right: Period) -> bool | None:
    """Whether the left ends before the right does, or as it does but starts later.

    This is the order "latest last". None where a year that is not stated leaves it open.
    """
    if left.start is None or right.start is None:
        return False if left == right else None
    return (left.start + left.months, left.start) < (right.start + right.months, right.start)


def contains(outer: Period, inner: Period) -> bool | None:
    """Whether every month of the inner is in the outer; None where an unstated year decides."""
    if outer.start is not None and inner.start is not None:
        return (
            outer.start <= inner.start and inner.start + inner.months <= outer.start + outer.months
        )
    # The same months of the year fit or do not, whichever years these are.
    fits = any(
        outer.month <= month and month + inner.months <= outer.month + outer.months
        for month in (inner.month, inner.month + 12)
    )
    return None if fits else False


def _whole(match: re.Match[str]) -> Period:
    parts = {"half": 6, "quarter": 3, "month": 1}
    part = next((name for name in parts if match[name]), None)
    months = parts[part] if part else 12
    month = (int(match[part]) - 1) * months if part else 0
    start = None if match["year"] == "XXXX" else int(match["year"]) * 12 + month
    return Period(match[0], start, month, months)


def _month(text: str) -> int:
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def year_of(period: Period) -> Period | None:
    """Return the calendar year that a period lies in; None where that is not one, or not stated."""
    if period.start is None or period.month + period.months > MONTHS:
        return None
    return Period(str(period.start // MONTHS), period.start - period.month, 0, MONTHS)
