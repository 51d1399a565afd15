"""Which ranks the rounding of the figures leaves open."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial

from scorecard.measure.assessment import Assessment
from scorecard.measure.field import Field, Standing, by_rank
from scorecard.measure.measured import come_to
from scorecard.numbers.interval import End, Interval, high_end, low_end
from scorecard.numbers.quantity import Form, Quantity
from scorecard.pool import made_of_each


def within_rounding(field: Field) -> Iterator[Sequence[Standing]]:
    """Yield the runs of units whose scores overlap when each figure may be off by its rounding.

    That is half of the last decimal that any figure of its indicator in the field prints, within
    the limits of the indicator; counts, n/d, yes-no and reported completions are exact. A run is
    told where its bounds alone would put one of its units surely above another.
    """
    ranked = [standing for standing in field if standing.rank]
    runs = _runs((each, each.assessment.total.score) for each in ranked)
    # All that overlap by bounds alone do so however these widen.
    if len(runs) > 1:
        finest = _finest(field)
        scores = made_of_each(partial(_loose, finest), [each.assessment for each in ranked])
        runs = _runs(zip(ranked, scores, strict=True))
    for run in runs:
        own = [score for each in run if (score := each.assessment.total.score)]
        if max(map(low_end, own)) > min(map(high_end, own)):
            yield sorted(run, key=by_rank)


def _runs(scored: Iterable[tuple[Standing, Interval | None]]) -> list[list[Standing]]:
    """Return those that overlap, one with the next, the highest first."""
    known = [(standing, score) for standing, score in scored if score]
    known.sort(key=lambda each: high_end(each[1]), reverse=True)
    runs: list[list[Standing]] = []
    lowest: End = (1, Fraction(0), 0)
    for standing, score in known:
        if not runs or high_end(score) < lowest:
            runs.append([])
            lowest = low_end(score)
        runs[-1].append(standing)
        lowest = min(lowest, low_end(score))
    return runs


def _loose(finest: Sequence[int], assessment: Assessment) -> Interval | None:
    """Return the score with all that the rounding of its figures leaves open."""
    assessment = assessment.lean()
    period, rounded = assessment.card.period, assessment.traits.rounded
    points = {item.indicator.id: item.points for item in assessment.measured}
    for place, item in enumerate(assessment.measured):
        if rounded >> place & 1 and item.points and item.figure and item.figure.value:
            wider = come_to(item.by, _widened(item.figure.value, finest[place]), period)
            points[item.indicator.id] = wider.points
    return assessment.whole_of(lambda item: points[item.indicator.id]).score


def _finest(standings: Sequence[Standing]) -> Sequence[int]:
    """Return by place of the indicator the most decimals that a figure of it prints."""
    found: list[int] = []
    for standing in standings:
        traits = standing.assessment.traits
        found = found or [0] * len(traits.digits)
        for place, digits in enumerate(traits.digits):
            if digits - 1 > found[place] and traits.rounded >> place & 1:
                found[place] = digits - 1
    return found


def _widened(value: Quantity, places: int) -> Quantity:
    """Return every value that rounding may have come from."""
    half = Decimal(5).scaleb(-places - 1)
    last = value.first if value.second is None else value.second
    low, high = value.first - half, last + half
    match value.form:
        case Form.ABOVE | Form.AT_LEAST:
            return value._replace(first=low)
        case Form.BELOW | Form.AT_MOST:
            return value._replace(first=high)
        case _:
            return Quantity(Form.BETWEEN, low, high)
