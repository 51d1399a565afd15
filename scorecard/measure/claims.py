"""What a source concludes, held against what follows from its own figures."""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal, NamedTuple

from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.band import given, named
from scorecard.measure.completion import ZERO
from scorecard.measure.measured import Measured, points_of
from scorecard.measure.precision import (
    meant,
    points_without_cap,
    unrounded_completion,
    unrounded_points,
)
from scorecard.measure.tally import perhaps_exceeded
from scorecard.model.framework import Band
from scorecard.model.scorecard import FigureClaim
from scorecard.numbers.interval import (
    Interval,
    between,
    exactly,
    high_end,
    inside,
    low_end,
    overlap,
    times,
)
from scorecard.numbers.quantity import Form, Quantity, decimals

Stand = Literal[
    "shown", "agrees", "cut", "pace", "cap", "rounding", "approximate", "open", "contradicted"
]
"""How a claim stands: it is only shown, as nothing can be held against it; it agrees, also if it
is cut and not rounded; it is the pace; the cap explains it, the rounding of printed digits, or that
a figure is approximate; the bounds leave it open; or they rule it out."""

SCALES = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
"""What a number on another scale is mostly multiplied by: a share of 1 in place of per cent."""


class ClaimedNumber(NamedTuple):
    """A number that a source claims, and what its figures give; None where that is not known.

    `beside` is what explains the claim, or may: the pace, or the same without a cap; and where
    a score is left open, the one on what was reported. By `factor` it would agree, or be possible.
    """

    topic: Literal["completion", "points", "score"]
    claimed: Quantity
    computed: Interval | None = None
    stand: Stand = "shown"
    beside: Interval | None = None
    factor: Fraction | None = None


class ClaimedWord(NamedTuple):
    """A verdict that a source claims, and the one of its figures with all that are possible."""

    topic: Literal["verdict"]
    claimed: str
    computed: str | None
    stand: Stand


class ClaimedBand(NamedTuple):
    """A band that a source claims, and those that the bounds of the score allow, lowest first.

    `band` is None where the framework has none of this id or name; a possible one is None where
    a score may lie below all of them.
    """

    claimed: str
    band: Band | None
    possible: tuple[Band | None, ...]
    stand: Stand


class Otherwise(NamedTuple):
    """What figures give by the pace, without a cap, and before any rounding."""

    paced: Interval | None
    uncapped: Interval | None
    unrounded: Interval


def claims_of_figure(item: Measured) -> list[ClaimedNumber | ClaimedWord]:
    """Return what a source claims of a figure; nothing is held against one that is wrong itself."""
    claim = item.figure.claimed if item.figure else None
    if claim is None:
        return []
    told: list[ClaimedNumber | ClaimedWord] = []
    if claim.completion is not None:
        told.append(_completion(item, claim.completion))
    if claim.verdict is not None:
        told.append(_verdict(item, claim))
    if claim.points is not None:
        told.append(_points(item, Quantity(Form.EXACT, claim.points)))
    return told


def contradicted_figures(assessment: Assessment) -> frozenset[str]:
    """Return the figures that do not give what their source claims of them."""
    return frozenset(
        item.indicator.id
        for item in assessment.measured
        if any(each.stand == "contradicted" for each in claims_of_figure(item))
    )


def claimed_score(assessment: Assessment) -> ClaimedNumber | None:
    """Return what a source claims as its score, if it claims one."""
    claim = assessment.scorecard.claimed
    if claim is None or claim.score is None:
        return None
    claimed, score = Quantity(Form.EXACT, claim.score), surest_score(assessment)
    # A source claims nothing of what somebody supposes.
    if score is None or assessment.supposed:
        return ClaimedNumber("score", claimed)
    found = _compared("score", claimed, score, lambda: _score_otherwise(assessment))
    reported = assessment.reported.score
    apart = found.stand == "open" and reported != score
    return found._replace(beside=reported) if apart else found


def _score_otherwise(assessment: Assessment) -> Otherwise:
    uncapped = assessment.whole_of(lambda item: item.points and points_without_cap(item)).score
    paced = assessment.at_pace.score if assessment.at_pace else None
    return Otherwise(paced, uncapped, score_before_rounding(assessment))


def claimed_band(assessment: Assessment) -> ClaimedBand | None:
    """Return what a source claims as its band, if it claims one; whatever coverage asks for."""
    claim, framework = assessment.scorecard.claimed, assessment.framework
    if claim is None or claim.band is None:
        return None
    band = named(claim.band, framework.bands)
    if band is None:
        return ClaimedBand(claim.band, None, (), "contradicted")
    score, eligible = surest_score(assessment), assessment.card.unit.eligible
    if score is None or not eligible or "bands" in framework.assumed or assessment.supposed:
        return ClaimedBand(claim.band, band, (), "shown")
    if assessment.pending:
        return ClaimedBand(claim.band, band, (), "open")
    lowest = (0, min(Fraction(each.start) for each in framework.bands), 0)
    # Requirements are asked of the part of a score that lies in a band.
    within = between(max(low_end(score), lowest), max(high_end(score), lowest))
    none = (None,) if low_end(score) < lowest else ()
    in_bands = high_end(score) >= lowest
    possible = (*none, *(given(within, framework.bands, assessment.measured) if in_bands else ()))
    open_: Stand = "open" if band in possible else "contradicted"
    return ClaimedBand(claim.band, band, possible, "agrees" if possible == (band,) else open_)


def surest_score(assessment: Assessment) -> Interval | None:
    """Return the score by bounds: a figure that its own source contradicts may earn anything."""
    doubtful = contradicted_figures(assessment)
    if not doubtful:
        return assessment.total.score

    def most(item: Measured) -> Interval | None:
        anything = item.points and item.indicator.id in doubtful
        return points_of(item.by, Interval(ZERO, item.by.top)) if anything else item.points

    return assessment.whole_of(most).score


def score_before_rounding(assessment: Assessment) -> Interval:
    """Return the score by all values that the printed ones may have been rounded from."""
    unrounded = assessment.whole_of(lambda item: item.points and unrounded_points(item))
    return unrounded.score or Interval(None, None)


def _completion(item: Measured, claimed: Quantity) -> ClaimedNumber:
    # One that stands in where no target is known is held against nothing, least of all itself.
    if item.completion is None or item.error or item.outcome.reported:
        return ClaimedNumber("completion", claimed)
    pace, done = item.outcome.pace, item.completion
    return _compared(
        "completion",
        claimed,
        times(done, HUNDRED),
        lambda: Otherwise(
            times(pace, HUNDRED) if pace else None,
            None,
            times(unrounded_completion(item) or done, HUNDRED),
        ),
    )


def _points(item: Measured, claimed: Quantity) -> ClaimedNumber:
    if item.points is None or item.error:
        return ClaimedNumber("points", claimed)
    at_pace = item.outcome.at_pace
    return _compared(
        "points",
        claimed,
        item.points,
        lambda: Otherwise(
            points_of(item.by, at_pace) if at_pace else None,
            points_without_cap(item),
            unrounded_points(item),
        ),
    )


def _verdict(item: Measured, claim: FigureClaim) -> ClaimedWord:
    claimed, own = str(claim.verdict), item.verdict
    if item.error or (own is None and not item.outcome.pending):
        return ClaimedWord("verdict", claimed, None, "shown")
    if own is None:
        return ClaimedWord("verdict", claimed, item.mark, "open")
    if claimed == own:
        return ClaimedWord("verdict", claimed, own, "agrees")
    possible = {"undecided": ("met", "not met")}.get(own, ())
    beyond = claimed == "exceeded" and perhaps_exceeded(item)
    return ClaimedWord(
        "verdict", claimed, own, "open" if claimed in possible or beyond else "contradicted"
    )


def _compared(
    topic: Literal["completion", "points", "score"],
    claimed: Quantity,
    computed: Interval,
    otherwise: Callable[[], Otherwise],
) -> ClaimedNumber:
    """Hold a claimed number against what follows from figures, and else from them otherwise."""
    said = meant(claimed)
    found = ClaimedNumber(topic, claimed, computed, "contradicted")
    if overlap(said, computed):
        return found._replace(stand="agrees" if inside(computed, said) else "open")
    if _is_cut(claimed, computed):
        return found._replace(stand="cut")
    by = otherwise()
    if by.paced and _is(claimed, by.paced):
        return found._replace(stand="pace", beside=by.paced)
    return _explained(found, computed, by)


def _explained(found: ClaimedNumber, computed: Interval, by: Otherwise) -> ClaimedNumber:
    """Say what explains a claim that differs: the cap, which is no matter of digits, or digits."""
    claimed, unrounded = found.claimed, by.unrounded
    by_rounding = overlap(meant(claimed), unrounded) or _cut_before(claimed, computed, unrounded)
    if by.uncapped and _is(found.claimed, by.uncapped):
        stand: Stand = "cap" if by_rounding else "contradicted"
        return found._replace(stand=stand, beside=by.uncapped)
    if by_rounding:
        return found._replace(stand="approximate" if computed.approximate else "rounding")
    return found._replace(factor=_factor(found.claimed, computed))


def _is(claimed: Quantity, number: Interval) -> bool:
    """Whether a number, rounded or cut to the digits of a claim, is what is claimed."""
    return bool(inside(number, meant(claimed))) or _is_cut(claimed, number)


def _is_cut(claimed: Quantity, number: Interval) -> bool:
    """Whether the digits of a claim are the first of a number."""
    cut = _cut_to(claimed)
    return bool(cut and inside(number, cut))


def _cut_before(claimed: Quantity, computed: Interval, unrounded: Interval) -> bool:
    """Whether the digits of a claim are the first of a number that was not rounded on the way."""
    cut = _cut_to(claimed)
    return bool(cut and computed.low == computed.high and overlap(cut, unrounded))


def _cut_to(claimed: Quantity) -> Interval | None:
    """Return the numbers whose first digits are those of a claim, if they can have been cut."""
    start = Fraction(claimed.first)
    if claimed.form is not Form.EXACT or start < 0:
        return None
    return Interval(start, start + Fraction(1, 10 ** decimals(claimed)), high_side=-1)


def _factor(claimed: Quantity, computed: Interval) -> Fraction | None:
    """Return by what a claim on another scale comes to what is computed, if only by one.

    One digit fits by chance; it has to come to just that number.
    """
    loose = len(f"{claimed.first:f}".replace(".", "").strip("-0")) > 1
    said = meant(claimed) if loose else exactly(Fraction(claimed.first))
    fitting = [each for each in SCALES if overlap(times(said, each), computed)]
    return fitting[0] if len(fitting) == 1 else None
