"""Which figures of a scorecard have to be looked at, so that the others need not be."""

from functools import lru_cache
from math import inf, nan
from typing import NamedTuple

from scorecard.check.scales import Scale, scales, wholes
from scorecard.files.rows import Rows
from scorecard.measure.yardstick import Same
from scorecard.model.framework import Framework

ORDERS = 1024
"""How many orders of indicators are remembered: most files of an archive have one of a few."""


class Sample(NamedTuple):
    """The numbers of rows that are kept, and the value of each row; nan where it has none."""

    kept: list[int]
    values: list[float]


class _Known(NamedTuple):
    """The least and greatest number of each row, rows that are counted, and those to be seen."""

    lows: list[float]
    highs: list[float]
    counted: list[int]
    seen: list[int]


def sample(rows: Rows, framework: Framework) -> Sample:
    """Pass over rows that are plain: what no rule finds in those kept, it finds in none.

    A row says where it is from, and its notes are tidy; so it is plain where its number is one
    that its indicator can have. Of each source one row is kept that names it, for all that do.
    """
    known = _known(Same(framework), tuple(rows.names))
    values = [nan if number is None else float(number) for number in rows.numbers]
    kept = {*known.seen, *map(rows.sources.index, set(rows.sources))}
    edges = zip(values, known.lows, known.highs, strict=True)
    for at, (value, low, high) in enumerate(edges):
        # A bound at its limit says nothing, or what cannot be.
        if (value <= low or value >= high) and (rows.signs[at] or not low <= value <= high):
            kept.add(at)
    for at in known.counted:
        number = rows.numbers[at]
        if number and "." in number:
            kept.add(at)
    return Sample(sorted(kept), values)


@lru_cache(maxsize=ORDERS)
def _known(same: Same, names: tuple[str, ...]) -> _Known:
    """Return what numbers of rows are plain.

    Answers are no numbers, and what has no target of its own or has parts is seen with others.
    """
    together = {name for each in wholes(same.framework) for name in (each.id, *each.parts)}
    allowed = [scales(same.framework).get(name) for name in names]
    seen = [
        at
        for at, (name, scale) in enumerate(zip(names, allowed, strict=True))
        if scale is None or scale.yes_no or scale.aimless or name in together
    ]
    limits = [_limits(scale) for scale in allowed]
    counted = [at for at, scale in enumerate(allowed) if scale and scale.counted]
    return _Known([low for low, _ in limits], [high for _, high in limits], counted, seen)


def _limits(scale: Scale | None) -> tuple[float, float]:
    return (float(scale.low), float(scale.high)) if scale and scale.limited else (-inf, inf)
