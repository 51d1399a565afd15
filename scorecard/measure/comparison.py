"""Several units side by side: who stands where, and what may be held against what."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.completion import ZERO
from scorecard.measure.measured import Measured
from scorecard.measure.rank import Rank, ranks
from scorecard.measure.sensitivity import Stability, sensitivity
from scorecard.model.framework import Framework
from scorecard.numbers.interval import Interval, above, low_end, times

Unranked = Literal["error", "not-eligible", "no-target", "coverage", "figures", "lengths"]
"""Why a unit is listed without a rank."""


class Standing(NamedTuple):
    """A unit and its rank among those that it was compared with; None, and why, without one.

    `stability` says how the rank hangs on the weights, where that was asked for.
    """

    assessment: Assessment
    rank: Rank | None
    unranked: Unranked | None
    stability: Stability | None = None


class Comparison(NamedTuple):
    """Units under one framework, the best first."""

    framework: Framework
    standings: tuple[Standing, ...]

    @property
    def ranked(self) -> int:
        """How many units have a rank."""
        return sum(standing.rank is not None for standing in self.standings)

    @property
    def levels_differ(self) -> bool:
        """Whether units of different kinds stand side by side."""
        return len({standing.assessment.scorecard.unit.level for standing in self.standings}) > 1

    @property
    def lengths_differ(self) -> bool:
        """Whether the periods are of different lengths."""
        return _lengths_differ([standing.assessment for standing in self.standings])

    @property
    def periods_differ(self) -> bool:
        """Whether the periods are not the same months."""
        periods = {standing.assessment.scorecard.period for standing in self.standings}
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
        return len({tuple(item.points is None for item in each.measured) for each in ranked}) > 1


def compared(assessments: Sequence[Assessment], sort: str = "rank") -> Comparison:
    """Rank units under one framework and edition; the order of the input changes nothing.

    They come by rank, those without one last; by unit id; or by the id of a group (its score)
    or an indicator (its value), the best first. Raise KeyError for any other order.
    """
    differ = _lengths_differ([each for each in assessments if not each.unclassed])
    unranked = [_unranked(assessment, lengths_differ=differ) for assessment in assessments]
    reasons = zip(assessments, unranked, strict=True)
    placed = ranks([None if reason else each.total.score for each, reason in reasons])
    standings = map(Standing, assessments, placed, unranked)
    in_order = sorted(standings, key=_by_rank)
    if sort == "unit":
        in_order.sort(key=lambda standing: standing.assessment.scorecard.unit.id)
    elif sort != "rank":
        in_order.sort(key=lambda standing: _descending(standing.assessment, sort))
    return Comparison(assessments[0].framework, tuple(in_order))


def with_stability(comparison: Comparison) -> Comparison:
    """Return the comparison with the stability of each rank.

    Raise ModuleNotFoundError where numpy is not installed.
    """
    ranked = [standing.assessment for standing in comparison.standings if standing.rank]
    found = iter(sensitivity(ranked) if ranked else ())
    standings = tuple(
        standing._replace(stability=next(found)) if standing.rank else standing
        for standing in comparison.standings
    )
    return comparison._replace(standings=standings)


def leader(
    items: Sequence[Measured], *, lengths_differ: bool, levels_differ: bool = False
) -> int | None:
    """Return the position of the unit that is surely better than all others that have a value.

    Units are held against one another by their completions where they have targets, else by
    their values. None where the bounds leave it open, where fewer than two units have a value,
    where the indicator has no better side, for flows over periods of unequal length, and for
    amounts without a target of units of different levels: the larger has more of everything.
    """
    indicator = items[0].indicator
    if indicator.direction not in ("higher", "lower"):
        return None
    if indicator.kind == "flow" and lengths_differ:
        return None
    given = [
        (position, item) for position, item in enumerate(items) if item.value and not item.error
    ]
    if len(given) <= 1:
        return None
    if any(item.completion for _, item in given) and indicator.method != "within":
        found = [item.completion for _, item in given]
    elif levels_differ and indicator.kind != "rate":
        return None
    else:
        sign = -1 if indicator.direction == "lower" else 1
        found = [times(item.value, sign) for _, item in given if item.value]
    values = [value for value in found if value]
    if len(values) < len(found):
        return None
    # Who is surely above all others has the highest low end.
    first = max(range(len(values)), key=lambda place: low_end(values[place]))
    others = values[:first] + values[first + 1 :]
    return given[first][0] if all(above(values[first], other) for other in others) else None


def _unranked(assessment: Assessment, *, lengths_differ: bool) -> Unranked | None:
    if assessment.unclassed:
        return assessment.unclassed
    counts_flow = lengths_differ and any(
        item.indicator.kind == "flow" and item.points is not None for item in assessment.measured
    )
    return "lengths" if counts_flow else None


def _lengths_differ(assessments: Sequence[Assessment]) -> bool:
    return len({assessment.scorecard.period.months for assessment in assessments}) > 1


def _by_rank(standing: Standing) -> tuple[bool, int, int, str, str]:
    card = standing.assessment.scorecard
    rank = standing.rank or Rank(0, 0)
    return (standing.rank is None, rank.best, rank.worst, card.unit.id, card.period.text)


def _better_up(item: Measured) -> Interval | None:
    """Return a value so that a better one is higher."""
    lower = item.indicator.direction == "lower"
    return times(item.value, -1) if item.value and lower else item.value


def _descending(assessment: Assessment, name: str) -> tuple[bool, Fraction, Fraction]:
    """Return where a unit stands by a group or indicator: first the highest, last who has none."""
    intervals = {group.id: summed.score for group, summed in assessment.groups}
    intervals |= {item.indicator.id: _better_up(item) for item in assessment.measured}
    interval = intervals[name]
    if interval is None:
        return (True, ZERO, ZERO)
    low = interval.low if interval.low is not None else interval.high
    high = interval.high if interval.high is not None else interval.low
    return (False, -(low or ZERO), -(high or ZERO))
