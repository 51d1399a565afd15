"""Which files will likely be compared, by their names alone, before any is read."""

import re
from collections import defaultdict
from collections.abc import Sequence

from scorecard.numbers.period import Period
from scorecard.pool import FEW

_DATED = re.compile(r"(?<![0-9a-z])[1-9][0-9]{3}(?:-(?:h[12]|q[1-4]|0[1-9]|1[0-2]))?(?![0-9a-z])")


def foreseen(names: Sequence[str], period: Period | None) -> frozenset[str]:
    """Return the files that are named after a period, and those that are named after none.

    It is the one that is asked for, else the latest that is named half as often as any. A wrong
    guess costs time, and changes no answer. Few files are none: they are done as they are asked.
    """
    if len(names) <= FEW:
        return frozenset()
    by_date: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_date[_date(name)].append(name)
    undated = by_date.pop("", [])
    if period:
        return frozenset([*undated, *by_date[_date(period.text)]])
    most = max(map(len, by_date.values()), default=0)
    usual = (date for date, dated in by_date.items() if 2 * len(dated) >= most)
    return frozenset([*undated, *by_date[max(usual, default="")]])


def _date(name: str) -> str:
    """Return the last month, half, quarter or year in a name."""
    found = _DATED.findall(name.lower())
    return found[-1] if found else ""
