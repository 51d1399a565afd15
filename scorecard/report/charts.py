"""What pictures of a field, of a score in its bands and of a tally show, worked out exactly."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor
from statistics import median

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.field import Standing
from scorecard.measure.tally import Tally
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval
from scorecard.report import texts
from scorecard.report.pictures import (
    Part,
    Parts,
    Picture,
    Place,
    Scale,
    Span,
    Stands,
    Strip,
    part_of,
    span_of,
)

FEWEST = 3
"""The fewest units that make a field worth drawing."""

MOST_TICKS = 6

STEPS = (1, 2, 5)
"""What numbers along an axis are counted in, and ten times, and a tenth of these."""


def field_strip(
    field: Sequence[Standing], of: Standing | None, words: Words, decimals: int = 1
) -> tuple[Picture, ...]:
    """Return the units of a field that have a rank, and where one of them stands.

    Without that one, the first and the last are named. A field of too few is not drawn.
    """
    ranked = [each for each in field if each.rank]
    scores = {id(each): score for each in ranked if (score := each.assessment.total.score)}
    if len(scores) < FEWEST:
        return ()
    framework = ranked[0].assessment.framework
    ticks = _ticks([*_ends(scores.values())])
    least, most = ticks[0], ticks[-1]
    middle = _median(list(scores.values()))

    def score_text(score: Interval) -> str:
        return texts.score_text(score, framework, words, decimals)

    def named(each: Standing) -> Place:
        score = scores[id(each)]
        name, number = words.name(each.assessment.scorecard.unit.name), score_text(score)
        text = words("chart.unit", name=name, score=number)
        return Place(span_of(score, most, least), text)

    told = [named(each) for each in ([of] if of in ranked else [ranked[0], ranked[-1]])]
    about = words("chart.median", score=score_text(middle))
    key = "chart.strip.unit" if of in ranked else "chart.strip"
    text = words(key, count=len(scores), median=about, first=told[0].text, last=told[-1].text)
    return (
        Strip(
            text,
            tuple(_tick(number, least, most, words) for number in ticks),
            tuple(span_of(score, most, least) for score in scores.values()),
            Place(span_of(middle, most, least), about),
            tuple(told),
        ),
    )


def _ends(scores: Iterable[Interval]) -> Iterable[Fraction]:
    return (end for score in scores for end in (score.low, score.high) if end is not None)


def _median(scores: Sequence[Interval]) -> Interval:
    """Return where the median surely lies: between those of the low and of the high ends."""
    lows = [score.low for score in scores if score.low is not None]
    highs = [score.high for score in scores if score.high is not None]
    return Interval(
        median(lows), median(highs), approximate=any(score.approximate for score in scores)
    )


def _ticks(numbers: Sequence[Fraction]) -> list[Fraction]:
    """Return round numbers, evenly apart, that all of these lie between."""
    low, high = min(numbers), max(numbers)
    power = Fraction(1, 1000)
    while True:
        for step in (power * each for each in STEPS):
            first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
            if last - first < MOST_TICKS:
                return [number * step for number in range(first, last + 1)]
        power *= 10


def _tick(number: Fraction, least: Fraction, most: Fraction, words: Words) -> Place:
    at = part_of(number, least, most)
    return Place(Span(at, at), words.number(decimal_text(number)))


def band_scale(assessment: Assessment, words: Words) -> tuple[Picture, ...]:
    """Return the score in the bands that a document states; none where no band can be given."""
    framework, score = assessment.framework, assessment.total.score
    if not framework.bands or "bands" in framework.assumed or assessment.pending or not score:
        return ()
    most = Fraction(framework.scoring.scale) * Fraction(framework.scoring.cap)
    lowest_first = sorted(framework.bands, key=lambda band: band.start)
    starts = [Fraction(band.start) for band in lowest_first]
    ends = [*starts[1:], most]
    bands = tuple(
        Place(
            Span(part_of(start, 0, most), part_of(end, 0, most)),
            words("explain.edge", name=words.name(band.name), start=start),
        )
        for band, start, end in zip(lowest_first, starts, ends, strict=True)
    )
    number = texts.score_text(score, framework, words)
    text = words("chart.scale", score=number, band=texts.band_text(assessment, words))
    return (Scale(text, bands, Place(span_of(score, most), number)),)


def tally_parts(tally: Tally, words: Words) -> tuple[Picture, ...]:
    """Return targets by how they stand: surely met, perhaps, surely not, and not yet due."""
    if not tally.of:
        return ()
    least, most = tally.met
    counts: dict[Stands, int] = {
        "met": least,
        "undecided": most - least,
        "behind": tally.of - tally.pending - most,
        "quiet": tally.pending,
    }
    parts = tuple(
        Part(count, status, words(f"chart.tally.{status}", count=count))
        for status, count in counts.items()
        if count
    )
    return (Parts(parts),)
