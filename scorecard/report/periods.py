"""Periods as people say them: the first half of a year, nine months of it, a run of years."""

from scorecard.i18n import Words
from scorecard.numbers.period import MONTHS, Period
from scorecard.text.printable import Printable

_PARTS = {6: "half", 3: "quarter", 1: "month"}
"""The parts of a year that have a name, by their months."""


def period_text(period: Period, words: Words) -> Printable:
    """Return a period in words; English has the spelling of files, which is as short."""
    if period.start is None:
        return words("period.no-year", period=_part(period, words("period.unknown"), words))
    year, months = str(period.start // MONTHS), period.months
    if period.month == 0 and months == MONTHS:
        return words("period.year", year=year)
    if period.month == 0 and months % MONTHS == 0:
        last = period.start // MONTHS + months // MONTHS - 1
        return words("period.years", first=year, last=str(last))
    if _is_part(period):
        return _part(period, year, words)
    from_, until = (_month(month, words) for month in (period.start, period.start + months - 1))
    said = {"first": from_, "last": until, "year": year, "count": months}
    if period.month == 0 and months < MONTHS:
        return words("period.months.so-far", **said)
    return words("period.months", **said)


def _is_part(period: Period) -> bool:
    return period.months in _PARTS and period.month % period.months == 0


def _part(period: Period, year: str, words: Words) -> Printable:
    """Return a half, a quarter or a month of a year."""
    number = period.month // period.months + 1
    if period.months == 1:
        return words("period.month", year=year, number=str(number), padded=f"{number:02d}")
    return words(f"period.{_PARTS[period.months]}.{number}", year=year)


def _month(month: int, words: Words) -> Printable:
    number = month % MONTHS + 1
    said = {"year": str(month // MONTHS), "number": str(number), "padded": f"{number:02d}"}
    return words("period.month", **said)
