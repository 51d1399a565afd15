"""Several units side by side: in which order, and what may be held against what."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.completion import ZERO
from scorecard.measure.field import Fields, Standing, by_name, by_rank
from scorecard.measure.measured import Measured
from scorecard.measure.sensitivity import Stability, sensitivity
from scorecard.model.framework import Framework, Group, Indicator
from scorecard.model.level import LEVELS
from scorecard.numbers.interval import Interval, above, low_end, times


class Comparison(NamedTuple):
    """Units under one framework, the best first."""

    framework: Framework
    standings: tuple[Standing, ...]
    sort: str = "rank"

    def tied(self, one: Standing, other: Standing) -> bool:
        """Whether nothing but the order of names puts one before the other."""
        first, second = one.assessment, other.assessment
        if self.sort == "unit":
            return False
        if self.sort != "rank":
            return _descending(first, self.sort) == _descending(second, self.sort)
        same_field = _of_field(first) == _of_field(second)
        return one.rank is not None and one.rank == other.rank and same_field

    @property
    def sorted_by(self) -> Indicator | Group | None:
        """The indicator or group that units are in the order of, where it is not rank or name."""
        if self.sort in ("rank", "unit"):
            return None
        known: Iterable[Indicator | Group] = (*self.framework.indicators, *self.framework.groups)
        return next(each for each in known if each.id == self.sort)

    @property
    def levels_differ(self) -> bool:
        """Whether units of different kinds stand side by side."""
        return len({each.assessment.card.unit.level for each in self.standings}) > 1

    @property
    def lengths_differ(self) -> bool:
        """Whether the periods are of different lengths."""
        return len({each.assessment.card.period.months for each in self.standings}) > 1

    @property
    def periods_differ(self) -> bool:
        """Whether the periods are not the same months."""
        periods = {standing.assessment.card.period for standing in self.standings}
        return len({(each.start, each.month, each.months) for each in periods}) > 1

    @property
    def on_fewer_points(self) -> list[Standing]:
        """The ranked units that less can be earned by than by another one."""
        ranked = [standing for standing in self.standings if standing.rank]
        most = max((standing.assessment.total.most for standing in ranked), default=ZERO)
        return [standing for standing in ranked if standing.assessment.total.most < most]

    @property
    def on_other_indicators(self) -> bool:
        """Whether the ranked units are not all scored on the same indicators."""
        ranked = [standing.assessment for standing in self.standings if standing.rank]
        return len({each.traits.scored for each in ranked}) > 1


def compared(assessments: Sequence[Assessment], fields: Fields, sort: str = "rank") -> Comparison:
    """Set units under one framework side by side; the order of the input changes nothing.

    They come by rank, level by level and track by track, those without one last; by name; or
    by the id of a group (its score) or an indicator (its value), the best first. Raise KeyError
    for any other order.
    """
    standings = [fields.standing(each) for each in assessments]
    standings.sort(key=lambda each: (*_of_field(each.assessment), *by_rank(each)))
    if sort == "unit":
        standings.sort(key=lambda each: by_name(each.assessment.card.unit))
    elif sort != "rank":
        standings.sort(key=lambda each: _descending(each.assessment, sort))
    return Comparison(assessments[0].framework, tuple(standings), sort)


def with_stability(comparison: Comparison, fields: Fields) -> Comparison:
    """Return the comparison with the stability of each rank in its field.

    Raise ModuleNotFoundError where numpy is not installed.
    """
    found: dict[int, Stability] = {}
    for standing in comparison.standings:
        if standing.rank and id(standing.assessment) not in found:
            field = fields.field(standing.assessment)
            ranked = [each.assessment for each in field if each.rank]
            found |= zip(map(id, ranked), sensitivity(ranked), strict=True)
    standings = (
        each._replace(stability=found.get(id(each.assessment))) for each in comparison.standings
    )
    return comparison._replace(standings=tuple(standings))


Descending = tuple[bool, Fraction, Fraction]
"""Where an interval comes among others, the highest first."""


class Leader(NamedTuple):
    """The position of who leads, and whether that goes by completions or by values."""

    place: int
    by_completion: bool


def leader(
    items: Sequence[Measured], *, lengths_differ: bool, levels_differ: bool = False
) -> Leader | None:
    """Return the unit that is surely better than all others that have a value.

    Units are held against one another by their completions where they have targets, else by
    their values; so also where one keeps the same limit with 0, of which there is no ratio. None
    where the bounds leave it open, where fewer than two units have a value, where the indicator
    has no better side, for flows over periods of unequal length, and for amounts without a target
    of units of different levels: the larger has more of everything.
    """
    indicator = items[0].indicator
    if indicator.direction not in ("higher", "lower"):
        return None
    if indicator.kind == "flow" and lengths_differ:
        return None
    given = [(place, item) for place, item in enumerate(items) if item.value and not item.error]
    completions = [item.completion for _, item in given if item.completion]
    by_completion = len(completions) == len(given)
    targets = {item.target and item.target.stated for _, item in given}
    if not by_completion and len(targets) > 1:
        return None
    if not by_completion and levels_differ and not (indicator.kind == "rate" or any(targets)):
        return None
    sign = -1 if indicator.direction == "lower" else 1
    values = [times(item.value, sign) for _, item in given if item.value]
    first = _surely_first(completions if by_completion else values)
    return None if first is None else Leader(given[first][0], by_completion)


def _surely_first(values: Sequence[Interval]) -> int | None:
    """Return the place of the one that is surely above all others, of two at least."""
    if len(values) <= 1:
        return None
    # Who is surely above all others has the highest low end.
    first = max(range(len(values)), key=lambda place: low_end(values[place]))
    others = (value for place, value in enumerate(values) if place != first)
    return first if all(above(values[first], other) for other in others) else None


def _of_field(assessment: Assessment) -> tuple[int, str]:
    card = assessment.card
    return LEVELS.index(card.unit.level), card.track or ""


def better_up(item: Measured) -> Interval | None:
    """Return a value so that a better one is higher."""
    lower = item.indicator.direction == "lower"
    return times(item.value, -1) if item.value and lower else item.value


def _descending(assessment: Assessment, name: str) -> Descending:
    intervals = {group.id: summed.score for group, summed in assessment.groups}
    intervals |= {item.indicator.id: better_up(item) for item in assessment.measured}
    return descending(intervals[name])


def descending(interval: Interval | None) -> Descending:
    """Return what puts intervals in order: first the highest, last where there is none."""
    if interval is None:
        return (True, ZERO, ZERO)
    low = interval.low if interval.low is not None else interval.high
    high = interval.high if interval.high is not None else interval.low
    return (False, -(low or ZERO), -(high or ZERO))
