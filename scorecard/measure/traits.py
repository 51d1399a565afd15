"""What is asked of every figure of very many scorecards, in a byte or a bit each."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scorecard.measure.criteria import Criterion
from scorecard.measure.measured import Measured
from scorecard.measure.tally import coded
from scorecard.numbers.interval import Interval
from scorecard.numbers.quantity import Form, decimals

_EXACT = (Form.SHARE, Form.DONE, Form.NOT_DONE)

Aim = tuple[Interval, bool]
"""The bounds of a target, and whether it is met only beyond them."""


class Traits(NamedTuple):
    """What is asked of the figures of a scorecard, by the places of the indicators.

    `tallies` has what each adds to a tally, `digits` one more than the decimals that its value
    prints, and 0 where it has none. Bits of the whole numbers are the places of values that were
    rounded when they were printed, of indicators that are scored, and of reported figures with a
    target that somebody set; `own` has the targets that are not those of the framework, if any are.
    """

    tallies: bytes
    digits: bytes
    rounded: int
    scored: int
    aimed: int
    own: Mapping[int, Aim] | None


def traits(measured: Sequence[Measured], criteria: Sequence[Criterion]) -> Traits:
    """Return what is asked of figures that are measured by these criteria, or by their own."""
    tallies, digits, own = bytearray(), bytearray(), dict[int, Aim]()
    rounded = scored = aimed = 0
    for place, (item, by) in enumerate(zip(measured, criteria, strict=True)):
        bit = 1 << place
        tallies.append(coded(item))
        digits.append(_digits(item))
        rounded |= bit * _rounded(item)
        scored |= bit * (item.points is not None)
        if aim := _aim(item):
            aimed |= bit
            if item.by is not by:
                own[place] = aim
    return Traits(bytes(tallies), bytes(digits), rounded, scored, aimed, own or None)


def _aim(item: Measured) -> Aim | None:
    target = item.target
    return (target.bounds, target.strict) if item.reported and target and not target.scale else None


def _digits(item: Measured) -> int:
    value = item.figure and item.figure.value
    return 1 + decimals(value) if value else 0


def _rounded(item: Measured) -> bool:
    """Whether a figure is an amount that was rounded when it was printed."""
    value = item.figure.value if item.figure else None
    printed = value is not None and value.form not in _EXACT
    return printed and item.reported and not item.indicator.counted and not item.outcome.reported
