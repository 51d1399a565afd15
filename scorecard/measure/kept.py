"""A scorecard as it is kept while very many are: what is asked of all, and the rest packed."""

import pickle
import zlib
from typing import NamedTuple

from scorecard.model.scorecard import Scorecard, Unit
from scorecard.numbers.period import Period

FAST = 1
"""How hard the rest is packed: harder saves a tenth, and takes half as long again."""


class Kept(NamedTuple):
    """A scorecard of which no figure is at hand: a fifth of 10 kB."""

    framework: str
    unit: Unit
    period: Period
    track: str | None
    packed: bytes


Card = Scorecard | Kept
"""A scorecard, or what is kept of it; both have its unit, period and track."""


def kept(card: Card) -> Kept:
    """Put a scorecard away."""
    if isinstance(card, Kept):
        return card
    packed = zlib.compress(pickle.dumps(card, pickle.HIGHEST_PROTOCOL), FAST)
    return Kept(card.framework, card.unit, card.period, card.track, packed)


def opened(card: Card) -> Scorecard:
    """Return all of a scorecard, as it was put away by this program."""
    if isinstance(card, Scorecard):
        return card
    found: Scorecard = pickle.loads(zlib.decompress(card.packed))  # noqa: S301 - our own
    return found
