"""A scorecard as it is kept while very many are: what is asked of all, and the rest packed."""

import pickle
import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from sys import intern
from typing import Any, Generic, NamedTuple, TypeVar

from scorecard.model.scorecard import Scorecard, ScorecardClaim, Unit
from scorecard.numbers.period import Period

FAST = 1
"""How hard the rest is packed: harder saves a tenth, and takes half as long again."""


class Kept(NamedTuple):
    """A scorecard of which no figure is at hand: a fifth of 10 kB."""

    framework: str
    unit: Unit
    period: Period
    track: str | None
    claimed: ScorecardClaim | None
    packed: bytes


Card = Scorecard | Kept
"""A scorecard, or what is kept of it; both have its unit, period and track, and what it claims."""


NOTHING: set[str] = set()
"""The keys that are kept as stated of every unit."""

Value = TypeVar("Value")

DETAILS = "details"
"""The attribute that holds packed values of others."""


class detail(Generic[Value]):  # noqa: N801 - it is a decorator
    """A value that is computed once, or taken from what is packed with its owner each time."""

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self._compute, self._name = compute, compute.__name__

    def __get__(self, owner: object, _: type[object]) -> Value:
        """Return the value."""
        values = vars(owner)
        if DETAILS in values:
            found: Value = _unpacked(values[DETAILS])[self._name]
            return found
        computed = values[self._name] = self._compute(owner)
        return computed


def packed(value: object) -> bytes:
    """Return a scorecard, or values by their names, in little room."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), FAST)


def _restored(value: bytes) -> Any:  # noqa: ANN401 - whatever was packed
    return pickle.loads(zlib.decompress(value))  # noqa: S301 - our own


# Several values of one owner are asked for one after the other.
_unpacked = lru_cache(maxsize=1)(_restored)


def kept(card: Card) -> Kept:
    """Put a scorecard away."""
    if isinstance(card, Kept):
        return card
    unit = card.unit
    name = unit.name if isinstance(unit.name, str) else _with_one_of_each(unit.name)
    shared = {"parent": unit.parent and intern(unit.parent), "codes": _with_one_of_each(unit.codes)}
    # Which of its keys were stated is never asked, and would take more room than they do.
    unit = Unit.model_construct(NOTHING, **{**dict(unit), "name": name, **shared})
    framework = intern(card.framework)
    return Kept(framework, unit, card.period, card.track, card.claimed, packed(card))


def _with_one_of_each(texts: Mapping[str, str]) -> dict[str, str]:
    """Return texts by keys of which there is one each, however many have the same."""
    return {intern(key): text for key, text in texts.items()}


def opened(card: Card) -> Scorecard:
    """Return all of a scorecard, as it was put away by this program."""
    if isinstance(card, Scorecard):
        return card
    found: Scorecard = _restored(card.packed)
    return found
