"""What has changed since the same part of the year before, or the equally long time before."""

import unicodedata
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial
from typing import Literal, NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.field import Fields
from scorecard.measure.measured import Measured
from scorecard.measure.merger import Before, Made, added, as_it_was, looked_up, made_of, names_of
from scorecard.measure.rank import Rank
from scorecard.model.fields import ANY_LANGUAGE, Text, by_language
from scorecard.model.scorecard import Unit
from scorecard.numbers.interval import Interval, above, exactly, minus
from scorecard.numbers.period import MONTHS, Period, before

Arrow = Literal["up", "down"]


class Change(NamedTuple):
    """The difference to a value of an earlier period in the unit of the indicator, or to a score.

    `told` is the same without the ends that it has from limits alone.
    """

    since: Period
    difference: Interval
    told: Interval

    @property
    def arrow(self) -> Arrow | None:
        """Which way it went, where bounds decide that; about a number is no bound."""
        if self.difference.approximate:
            return None
        nothing = exactly(0)
        if above(self.difference, nothing):
            return "up"
        return "down" if above(nothing, self.difference) else None


class Break(NamedTuple):
    """Why no score is held against that of an earlier scorecard, and what was so then.

    Under another name or code it was another unit, or may have had other borders; in another
    edition it was measured otherwise. A unit is merged of those of then, and figures are held
    against their sums; or of some that are lacking or were divided; or has other borders since
    some day of either period; or is gone. Where nothing scored was reported then, its score could
    have been any.
    """

    of: Literal["unit", "edition", "merged", "lacking", "divided", "borders", "gone", "unreported"]
    was: Text = ""


class Earlier(NamedTuple):
    """The scorecard that a unit is held against: the change of the score, and the rank of then.

    Where something broke in between, nothing is held against it, and it has no rank. `figures`
    makes what figures are held against, if anything: of very many that is not kept.
    """

    assessment: Assessment
    broke: Break | None
    score: Change | None
    rank: Rank | None
    figures: Callable[[], Before] | None = None

    @property
    def since(self) -> Period | None:
        """When it was that something is held against."""
        return None if self.broke else self.assessment.card.period


def previous(assessment: Assessment, others: Iterable[Assessment]) -> Assessment | None:
    """Return what a scorecard is held against: of the same unit, track and framework, any edition.

    That is the same part of the year before, and of whole years and longer the equally long time
    just before; else the latest before of that length and part of the year. None where there is
    none, or where a year is not stated.
    """
    own = assessment.card.unit.id
    return _latest(assessment, (each for each in others if each.card.unit.id == own))


def _latest(assessment: Assessment, others: Iterable[Assessment]) -> Assessment | None:
    """Return the one of the latest period among those that a scorecard can be held against."""
    found: Assessment | None = None
    for other in (each for each in others if _precedes(each, assessment)):
        if found is None or before(found.card.period, other.card.period):
            found = other
    return found


def earlier(assessment: Assessment, fields: Fields) -> Earlier | None:
    """Return what a scorecard is held against, ranked in its own field; None where nothing."""
    known = looked_up(assessment, fields)
    others, made = fields.of_unit(assessment.card.unit.id), made_of(known, fields)
    pool = [*others, *fields.of_versions(made.parts)] if made else others
    then = _latest(assessment, pool)
    if then is None:
        return None
    if made and not made.after(then.card.period):
        return _across(assessment, then, made, fields)
    if known and known.former:
        return Earlier(then, Break("gone"), None, None)
    return _earlier(then, break_between(then, assessment), assessment, fields)


def _across(now: Assessment, then: Assessment, made: Made, fields: Fields) -> Earlier:
    """Return what a scorecard is held against that is of the time before its unit was made."""
    period = then.card.period
    found = {
        version.time: each
        for version in made.parts
        for each in fields.of_versions([version])
        if _precedes(each, now) and each.card.period[1:] == period[1:]
    }
    parts, lacking = list(found.values()), [v for v in made.parts if v.time not in found]
    edition = next((each for each in parts if each.compared_under != now.compared_under), None)
    broke = None
    if not made.after(now.card.period) or (period.end or 0) > made.since:
        broke = Break("borders", str(made.version.entry.since))
    elif made.divided:
        broke = Break("divided", names_of(made.divided))
    elif lacking:
        broke = Break("lacking", names_of(lacking))
    elif edition:
        broke = Break("edition", edition.framework.edition)
    elif len(parts) > 1:
        return Earlier(
            then, Break("merged", names_of(made.parts)), None, None, partial(added, parts)
        )
    return _earlier(then, broke, now, fields)


def history(assessment: Assessment, fields: Fields) -> list[Assessment]:
    """Return a scorecard after all that it, and they, are held against, as far as nothing broke."""
    others, past = fields.of_unit(assessment.card.unit.id), [assessment]
    made = made_of(looked_up(assessment, fields), fields)
    since = made.since if made and len(made.parts) > 1 else 0
    while (then := previous(past[0], others)) and not break_between(then, assessment):
        if (then.card.period.start or 0) < since:
            break
        past.insert(0, then)
    return past


def _earlier(then: Assessment, broke: Break | None, now: Assessment, fields: Fields) -> Earlier:
    if broke:
        return Earlier(then, broke, None, None)
    rank, figures = fields.standing(then).rank, partial(as_it_was, then)
    if then.coverage == 0:
        return Earlier(then, Break("unreported"), None, None, figures)
    return Earlier(then, None, score_change(now, then), rank, figures)


def change(item: Measured, then: Before | None) -> Change | None:
    """Return the change of one indicator; None where either period has no number for it."""
    if then is None or item.indicator.method == "yes-no":
        return None
    last = next(one for one in then.measured if one.indicator.id == item.indicator.id)
    if item.value is None or last.value is None or item.error or last.error:
        return None
    limits = item.by.limits, last.by.limits
    return _change(then.period, item.value, last.value, limits)


def score_change(now: Assessment, then: Assessment) -> Change | None:
    """Return the change of the score; None where either period has none."""
    scoring, score, last = now.framework.scoring, now.total.score, then.total.score
    if score is None or last is None:
        return None
    possible = Interval(Fraction(0), Fraction(scoring.scale) * Fraction(scoring.cap))
    return _change(then.card.period, score, last, (possible, possible))


def break_between(then: Assessment, now: Assessment) -> Break | None:
    """Return what broke between two scorecards of a unit, if anything did."""
    if then.compared_under != now.compared_under:
        return Break("edition", then.framework.edition)
    was = _other_then(now, then)
    return Break("unit", was) if was else None


def _other_then(now: Assessment, then: Assessment) -> Text | None:
    """Return the name or the code that a unit had then, where that is another one."""
    own, its = now.card.unit, then.card.unit
    names, former = _names(own), _names(its)
    comparable = names.keys() & former.keys() or ANY_LANGUAGE in (*names, *former)
    if comparable and set(names.values()).isdisjoint(former.values()):
        return its.name
    codes = ((system, code) for system, code in its.codes.items() if system in own.codes)
    others = (f"{system} {code}" for system, code in codes if own.codes[system] != code)
    return next(others, None)


def _names(unit: Unit) -> dict[str, str]:
    """Return the letters of a name by language, without marks, so that no spelling matters."""
    return {
        language: "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))
        for language, text in by_language(unit.name).items()
    }


def _precedes(other: Assessment, assessment: Assessment) -> bool:
    then, now = other.card, assessment.card
    end, start, months = then.period.end, now.period.start, now.period.months
    if end is None or start is None or end > start or then.period.months != months:
        return False
    just_before = months >= MONTHS and end == start
    same_part = then.period.month == now.period.month
    own, its = assessment.compared_under, other.compared_under
    # Two frameworks that go by one edition are not one, and nothing is said of that here.
    alike = its == own or (its.id == own.id and its.edition != own.edition)
    return then.track == now.track and (same_part or just_before) and alike


def _change(
    since: Period, now: Interval, then: Interval, limits: tuple[Interval, Interval]
) -> Change:
    """Return the change to a value from another, each of which has its limits."""
    difference = minus(now, then)
    told = minus(_without(limits[0], now), _without(limits[1], then))
    return Change(since, difference, difference if told[:2] == (None, None) else told)


def _without(limits: Interval, value: Interval) -> Interval:
    """Return a value without the ends that are those of its limits."""
    low, high = value.low, value.high
    if low == high:
        return value
    if low == limits.low:
        value = value._replace(low=None, low_side=0)
    return value._replace(high=None, high_side=0) if high == limits.high else value
