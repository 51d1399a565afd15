"""Which figures of a scorecard have to be looked at, so that the others need not be."""

from collections.abc import Sequence
from functools import lru_cache
from math import inf
from operator import ge, le
from typing import NamedTuple

from pydantic_core import from_json

from scorecard.measure.criteria import Same
from scorecard.model.framework import Framework
from scorecard.rules.scales import Scale, scales, wholes
from scorecard.toml.rows import Rows

ORDERS = 256
"""How many orders of indicators are remembered: most files of an archive have one of a few."""


class Sample(NamedTuple):
    """The numbers of rows that are kept, and of those of which only the source is.

    Beside them the value of each row; nan where it has none.
    """

    kept: list[int]
    named: list[int]
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
    that its indicator can have. Of each source there is a row that names it, for all that do.
    """
    known = _known(Same(framework), tuple(rows.names))
    values = _values(rows.numbers)
    kept = set(known.seen)
    # A bound at its limit says nothing, or what cannot be.
    if True in map(ge, known.lows, values) or True in map(le, known.highs, values):
        edges = zip(known.lows, values, known.highs, strict=True)
        kept.update(
            at
            for at, (low, value, high) in enumerate(edges)
            if value < low or value > high or (rows.signs[at] and value in (low, high))
        )
    for at in known.counted:
        number = rows.numbers[at]
        if number and "." in number:
            kept.add(at)
    named = {*map(rows.sources.index, set(rows.sources))} - kept
    return Sample(sorted(kept), sorted(named), values)


def _values(numbers: Sequence[str | None]) -> list[float]:
    """Return numbers as floats, all read at once: one by one takes twice as long."""
    values: list[float] = from_json(f"[{','.join([number or 'NaN' for number in numbers])}]")
    return values


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
