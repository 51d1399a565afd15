"""Classes of scores: which bands a score may be given, by its edges and what they require."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal
from unicodedata import normalize

from scorecard.measure.measured import Measured
from scorecard.model.fields import by_language
from scorecard.model.framework import Band
from scorecard.numbers.interval import Interval, high_end, low_end

ALL: Literal["all"] = "all"


def bands_of(score: Interval, bands: Iterable[Band]) -> tuple[Band, ...]:
    """Return every band that a score may fall in, the lowest first; none where part is in none."""
    ordered = lowest_first(bands)
    starts = [(0, Fraction(band.start), 0) for band in ordered]
    first, last = (bisect_right(starts, end) for end in (low_end(score), high_end(score)))
    return tuple(ordered[first - 1 : last]) if first else ()


def lowest_first(bands: Iterable[Band]) -> list[Band]:
    """Return bands in the order of their lower edges."""
    return sorted(bands, key=lambda band: band.start)


def named(claimed: str, bands: Sequence[Band]) -> Band | None:
    """Return the band of an id, or of a name in any language."""

    def same(text: str) -> str:
        return normalize("NFC", text).casefold()

    for band in bands:
        if same(claimed) in map(same, (band.id, *by_language(band.name).values())):
            return band
    return None


def given(score: Interval, bands: Iterable[Band], measured: Sequence[Measured]) -> tuple[Band, ...]:
    """Return every band that a unit may be given, the lowest first; none where it may have none.

    A band that requires what is surely missed is not given, and the next lower one stands.
    """
    ordered = lowest_first(bands)
    items = {item.indicator.id: item for item in measured}
    possible: list[Band] = []
    for band in bands_of(score, ordered):
        for lower in reversed(ordered[: ordered.index(band) + 1]):
            kept = meets(lower, items)
            if kept is not False:
                possible.append(lower)
            if kept:
                break
        else:
            return ()
    return tuple(band for band in ordered if band in possible)


def meets(band: Band, items: Mapping[str, Measured]) -> bool | None:
    """Whether all that a band requires is surely reached, surely not, or undecided (None)."""
    answers = {reaches(item) for item in required(band, items)}
    return False if False in answers else None if None in answers else True


def required(band: Band, items: Mapping[str, Measured]) -> list[Measured]:
    """Return what a band asks for: what applies, and has a target or a scale."""
    regular = [name for name, item in items.items() if not item.extra]
    names = regular if band.requires == ALL else band.requires
    asked = [items[name] for name in names if name in items]
    return [item for item in asked if item.applies and _asks(item) and not item.unnamed]


def _asks(item: Measured) -> bool:
    if item.reported and item.value is None:
        # 0/0 has no value, and nothing to reach.
        return False
    indicator = item.indicator
    stepped = indicator.method == "steps" and indicator.direction != "none"
    return stepped or item.by.scored or item.target is not None or item.outcome.reported


def reaches(item: Measured) -> bool | None:
    """Whether a target is surely met, or a scale full; None where it is not decided."""
    if not item.reported or item.outcome.pending:
        return None
    if item.verdict is not None:
        return {"undecided": None, "not met": False}.get(item.verdict, True)
    done, end = item.completion, (0, item.by.end, 0)
    if done and low_end(done) >= end:
        return True
    return None if done is None or high_end(done) >= end else False
