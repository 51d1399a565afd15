"""What pictures of a field, of a score in its bands and of a tally show, worked out exactly."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.field import Standing
from scorecard.measure.measured import Measured
from scorecard.measure.tally import Tally
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval
from scorecard.numbers.period import Period
from scorecard.report import cells, texts
from scorecard.report.periods import period_text
from scorecard.report.pictures import (
    Course,
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
from scorecard.text.printable import printable

FEWEST = 3
"""The fewest units that make a field worth drawing."""

FEWEST_OF_A_COURSE = 2
"""A course leads from one to another."""

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
        name, number = words.name(each.assessment.card.unit.name), score_text(score)
        text = words("chart.unit", name=name, score=number)
        return Place(span_of(score, most, least), text)

    told = [named(each) for each in ([of] if of in ranked else [ranked[0], ranked[-1]])]
    about = words("chart.median", score=score_text(middle))
    said = {"count": len(scores), "median": about, "first": told[0].text, "last": told[-1].text}
    text = words("chart.strip.unit", **said) if of in ranked else words("chart.strip", **said)
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
    from statistics import median

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


def course_of(past: Sequence[tuple[Period, Measured]], words: Words) -> Course | None:
    """Return a value period by period, drawn between the least and the most that it was.

    None where fewer than two of them have both bounds.
    """
    bounds = [_bounds(item.value) for _, item in past]
    known = [each for each in bounds if each]
    if len(known) < FEWEST_OF_A_COURSE:
        return None
    least, most = min(low for low, _ in known), max(high for _, high in known)
    if least == most:
        least, most = least - 1, most + 1
    said = (
        words(
            "chart.course",
            period=period_text(period, words),
            value=cells.value_cell(item, words).text,
        )
        for period, item in past
    )
    spans = (each and Span(*(part_of(end, least, most) for end in each)) for each in bounds)
    return Course(printable("; ".join(said)), tuple(spans))


def _bounds(value: Interval | None) -> tuple[Fraction, Fraction] | None:
    ends = value and (value.low, value.high)
    return (ends[0], ends[1]) if ends and ends[0] is not None and ends[1] is not None else None
