"""What JSON has of a report, version 2."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from scorecard.measure.assessment import Assessment
from scorecard.measure.change import Change, Earlier
from scorecard.measure.next_band import next_band
from scorecard.measure.score import Sum
from scorecard.measure.tally import Tally, added
from scorecard.measure.target import ANYTHING, limits
from scorecard.measure.what_if import Supposition
from scorecard.model.fields import Text, by_language
from scorecard.model.framework import Framework, Group, Indicator
from scorecard.model.scorecard import Source
from scorecard.numbers.interval import Interval
from scorecard.numbers.quantity import spell
from scorecard.report.blocks import Note
from scorecard.text.json import Json, Raw
from scorecard.version import __version__

VERSION = 2

UNDETERMINED = "und"
"""The language code of a text that is given without one (ISO 639-2)."""

ENDS = ("low", "high", "low_open", "high_open", "approximate", "side")
"""What is told of an interval."""

NO_ENDS = (None,) * len(ENDS)
"""What is told of none."""

SIDES = {0: None, -1: "below", 1: "above"}
"""What a side of a number is called."""

REMEMBERED = 1 << 12
"""How many denominators are remembered."""

DIGITS = 15
"""Digits of a number whose decimals do not end."""


def record(
    command: str,
    assessments: Sequence[Assessment],
    units: Json,
    notes: Iterable[Note] = (),
    suppositions: Iterable[Supposition] = (),
    movements: Sequence[Json] = (),
) -> dict[str, Json]:
    """Return what a command shows, with the frameworks that it is under."""
    under: dict[int, list[Assessment]] = {}
    for each in assessments:
        under.setdefault(id(each.framework), []).append(each)
    return {
        "version": VERSION,
        "tool": __version__,
        "command": command,
        "frameworks": [framework_record(each[0].framework, each) for each in under.values()],
        "what_if": [
            {"unit": item.unit, "indicator": item.indicator, "value": spell(item.value)}
            for item in suppositions
        ],
        "units": units,
        "movements": movements,
        "notes": [{"code": note.code, "message": note.text} for note in notes],
    }


def framework_id(framework: Framework) -> dict[str, Json]:
    """Return a framework by id and edition."""
    return {"id": framework.id, "edition": framework.edition}


def framework_record(framework: Framework, shown: Sequence[Assessment]) -> dict[str, Json]:
    """Return a framework, with the tally of each indicator over the units that are shown."""
    return {
        **framework_id(framework),
        "name": text_record(framework.name),
        "scale": framework.scoring.scale,
        "assumed": list(framework.assumed),
        "groups": [
            {"id": each.id, "name": text_record(each.name), "weight": each.weight}
            for each in framework.groups
        ],
        "indicators": [
            _indicator(each, added(one.traits.tallies[place] for one in shown))
            for place, each in enumerate(framework.indicators)
        ],
    }


def _indicator(indicator: Indicator, counted: Tally) -> dict[str, Json]:
    allowed = limits(indicator)
    return {
        "id": indicator.id,
        "group": indicator.group,
        "name": text_record(indicator.name),
        "unit": text_record(indicator.unit) if isinstance(indicator.unit, dict) else indicator.unit,
        "kind": indicator.kind,
        "direction": indicator.direction,
        "points": indicator.points,
        "bonus": indicator.bonus,
        "limits": None if allowed == ANYTHING else [allowed.low, allowed.high],
        "tally": tally_record(counted),
    }


def tally_record(counted: Tally) -> dict[str, Json]:
    """Return how many targets are met, exceeded and pending."""
    return {
        "met": list(counted.met),
        "exceeded": list(counted.exceeded),
        "pending": counted.pending,
        "of": counted.of,
    }


def interval_record(interval: Interval | None) -> dict[str, Raw] | None:
    """Return an interval with its ends; None of an end that has no bound."""
    return None if interval is None else dict(zip(ENDS, interval_ends(interval), strict=True))


def interval_ends(interval: Interval) -> Sequence[Raw]:
    """Return what is told of an interval, in the order of `ENDS`.

    A point that is approximate can lie on a side of its number; then its ends are not open.
    """
    low, high, low_side, high_side, approximate = interval
    point = low is not None and (low is high or low == high)
    side = low_side if point and low_side == high_side else 0
    least = outward(low, -1)
    most = least if least is low is high else outward(high, 1)
    return (
        *(least, most),
        *(low_side > 0 and not side, high_side < 0 and not side),
        *(approximate, SIDES[side]),
    )


def change_record(change: Change) -> dict[str, Json]:
    """Return what has changed of a figure."""
    difference = interval_record(change.difference)
    return {"since": change.since.text, "value": difference, "arrow": change.arrow}


def earlier_record(earlier: Earlier) -> dict[str, Json] | None:
    """Return what has changed of a unit; None where it was another one."""
    since, score, rank = earlier.since, earlier.score, earlier.rank
    return since and {
        "since": since.text,
        "score": interval_record(score and score.difference),
        "arrow": score and score.arrow,
        "rank": rank and rank._asdict(),
    }


def outward(end: Fraction | None, way: int) -> Fraction | None:
    """Return a number exactly, or to 15 digits outward where its decimals do not end."""
    if end is None or _ends(end.denominator):
        return end
    whole = len(str(abs(end.numerator) // end.denominator))
    leading = whole if abs(end) >= 1 else 1 - _leading_zeros(abs(end))
    unit = Fraction(10) ** (DIGITS - leading)
    scaled = end * unit
    return Fraction(floor(scaled) if way < 0 else ceil(scaled)) / unit


def _leading_zeros(number: Fraction) -> int:
    """Return how many zeros stand behind the point before the first digit of a number below 1."""
    zeros = 0
    while number * 10 < 1:
        number, zeros = number * 10, zeros + 1
    return zeros + 1


@lru_cache(maxsize=REMEMBERED)
def _ends(denominator: int) -> bool:
    """Whether the decimals of a fraction with this denominator end."""
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1


def source_record(source: Source) -> dict[str, Json]:
    """Return a document that figures are taken from."""
    published = source.published.isoformat() if source.published else None
    return {"title": text_record(source.title), "url": source.url, "published": published}


def next_band_record(assessment: Assessment) -> Json:
    """Return what a unit lacks for the next band."""
    ahead = next_band(assessment)
    return ahead and {
        "id": ahead.band.id,
        "points": ahead.points,
        "requires": [item.indicator.id for item in ahead.required],
        "gains": [
            {"id": gain.item.indicator.id, **{key: getattr(gain, key) for key in GAINED}}
            for gain in ahead.gains
        ],
    }


GAINED = ("now", "then", "value", "points")
"""What is told of a gain: shares of the points, the value that it takes, and the points."""


def group_record(group: Group, summed: Sum) -> Json:
    """Return what a group comes to."""
    score, points = interval_record(summed.score), interval_record(summed.points)
    return {"id": group.id, "score": score, "points": points, "max": summed.most}


def text_record(text: Text) -> dict[str, Json]:
    """Return a text of a file by language."""
    return {language or UNDETERMINED: words for language, words in by_language(text).items()}
