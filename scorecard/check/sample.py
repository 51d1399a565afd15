"""Which figures of a scorecard have to be looked at, so that the others need not be."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from scorecard.check.scales import scale
from scorecard.files.rows import Row
from scorecard.measure.yardstick import FRAMEWORKS, Same
from scorecard.model.framework import Framework

Passed = tuple[str, float | None, str | None]
"""A figure that is passed over: its indicator, its number, and its status or why it has none."""


class Sample(NamedTuple):
    """Rows that are kept, as the text has them, and what the others come to."""

    kept: dict[str, str]
    passed: list[Passed]


def sample(rows: Sequence[Row], framework: Framework) -> Sample:
    """Pass over rows that are plain: what no rule finds in those kept, it finds in none.

    A row says where it is from, and its notes are tidy; so it is plain where its number is one
    that its indicator can have. Of each source one row is kept that names it, for all that do.
    """
    known = _plain_numbers(Same(framework))
    kept: dict[str, str] = {}
    passed: list[Passed] = []
    sources: set[str] = set()
    for text, name, sign, number, absent, source, status in rows:
        plain = known.get(name)
        if plain and source in sources:
            if number is None:
                passed.append((name, None, absent))
                continue
            low, high, whole = plain
            value = float(number)
            inside = low < value < high if sign else low <= value <= high
            if inside and not (whole and "." in number):
                passed.append((name, value, status))
                continue
        sources.add(source)
        kept[name] = text
    return Sample(kept, passed)


@lru_cache(maxsize=FRAMEWORKS)
def _plain_numbers(same: Same) -> Mapping[str, tuple[float, float, bool]]:
    """Return the limits of each indicator, and whether it is counted.

    Answers are no numbers, and what has no target of its own or has parts is seen with others.
    """
    indicators = same.framework.indicators
    together = {name for each in indicators if each.parts for name in (each.id, *each.parts)}
    found = {}
    for indicator in indicators:
        allowed = scale(indicator)
        if allowed.yes_no or allowed.aimless or indicator.id in together:
            continue
        low, high = (allowed.low, allowed.high) if allowed.limited else (-inf, inf)
        found[indicator.id] = (float(low), float(high), allowed.counted)
    return found
