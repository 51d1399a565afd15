"""What figures give by all values that the printed ones may stand for, and without a cap."""

from fractions import Fraction

from scorecard.measure.completion import ZERO, completion
from scorecard.measure.measured import Measured, points_of
from scorecard.measure.parts import as_rounded
from scorecard.measure.target import ANYTHING
from scorecard.numbers.interval import Interval, between, held, high_end, low_end, within
from scorecard.numbers.quantity import (
    ONE_SIDED,
    Form,
    Quantity,
    bounds,
    decimals,
    nothing_of_nothing,
)

APPROXIMATE = (Form.ABOUT, Form.NEARLY, Form.SOMEWHAT_OVER)


def meant(stated: Quantity, *, percent: bool = False) -> Interval:
    """Return all values that a printed number may have been rounded from.

    What is said on one side only is not rounded, nor is a share of a whole or an answer.
    """
    if stated.form in APPROXIMATE:
        return _about(stated)
    if stated.form in ONE_SIDED:
        return bounds(stated, ANYTHING, percent=percent)
    return as_rounded(stated, percent=percent)


def _unrounded(stated: Quantity, item: Measured) -> Interval:
    """Return the same of a value or baseline, within its limits; a count is not rounded."""
    percent, counted = item.indicator.percent, item.indicator.counted
    exact = counted and stated.form not in APPROXIMATE
    found = bounds(stated, ANYTHING, percent=percent) if exact else meant(stated, percent=percent)
    return within(found, item.by.limits)


def _about(stated: Quantity) -> Interval:
    """Return what an approximate number may stand for, on its side.

    It reaches to half of its last digit; zeros at the end of a longer one are no digits of it.
    """
    digits = f"{abs(stated.first):f}"
    zeros = len(digits) - max(len(digits.rstrip("0")), min(len(digits), 2))
    middle, places = Fraction(stated.first), decimals(stated)
    reach = Fraction(10 ** (0 if places else zeros), 2 * 10**places)
    low = middle if stated.form is Form.SOMEWHAT_OVER else middle - reach
    high = middle if stated.form is Form.NEARLY else middle + reach
    sides = (int(low == middle), -int(high == middle))
    return Interval(low, high, *sides, approximate=True)


def unrounded_completion(item: Measured) -> Interval | None:
    """Return the completion by all values that the printed ones may have been rounded from.

    None where none is printed, or where there is no ratio.
    """
    figure, indicator = item.figure, item.indicator
    if figure is None or figure.value is None or nothing_of_nothing(figure.value):
        return None
    start = indicator.baseline if figure.baseline is None else figure.baseline
    baseline = start and _unrounded(start, item)
    return completion(_unrounded(figure.value, item), item.target, indicator, baseline)


def unrounded_points(item: Measured) -> Interval:
    """Return the points by all values that the printed ones may have been rounded from."""
    share = unrounded_completion(item)
    # Before its day a target earns by other rules.
    if share is None or item.outcome.course.early or not item.reported:
        return item.points or ANYTHING
    return points_of(item.by, held(share, ZERO, item.by.cap))


def points_without_cap(item: Measured) -> Interval:
    """Return the points that would be earned if what is beyond the cap counted."""
    done = item.completion
    if done is None or item.outcome.course.early or not item.reported:
        return item.points or ANYTHING
    low, high = (max(end, (0, ZERO, 0)) for end in (low_end(done), high_end(done)))
    return points_of(item.by, between(low, high, approximate=done.approximate))
