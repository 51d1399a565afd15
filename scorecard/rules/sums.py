"""Numbers that add up to another one, as far as their digits and those that are here tell."""

from collections.abc import Sequence

from scorecard.i18n import written
from scorecard.measure.parts import as_rounded
from scorecard.numbers.digits import amount_text
from scorecard.numbers.interval import Interval, above, total
from scorecard.numbers.quantity import Quantity, bounds


def disagreement(
    whole: Quantity, parts: Sequence[Quantity], *, counted: bool, complete: bool
) -> int:
    """Return 1 where parts are more than their whole, -1 where all of them are less, else 0.

    What is counted is exact; other numbers stand for all that print alike.
    """
    own = as_rounded(whole, percent=False, counted=counted)
    added = total(as_rounded(part, percent=False, counted=counted) for part in parts)
    if above(added if complete else _at_least(added), own):
        return 1
    return -1 if complete and above(own, added) else 0


def sum_text(parts: Sequence[Quantity], allowed: Interval, *, complete: bool) -> str:
    """Say what parts come to within the limits of each; at least, where some are not here."""
    added = total(bounds(part, allowed, percent=False) for part in parts)
    return written(amount_text(added if complete else _at_least(added)))


def _at_least(added: Interval) -> Interval:
    return Interval(added.low, None, added.low_side, 0, added.approximate)
