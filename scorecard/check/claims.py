"""Rules on claims: what a source concludes follows from its own figures."""

from collections.abc import Iterator
from fractions import Fraction

from scorecard.diagnostic import Finding, Path, Rule, Severity
from scorecard.digits import decimal_text, interval_text
from scorecard.interval import Interval, held, overlap, times, total, within
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.completion import ZERO, completion
from scorecard.measure.outcome import Measured, baseline_of
from scorecard.measure.parts import as_rounded
from scorecard.measure.target import limits
from scorecard.quantity import Form, Quantity, spell

CONTRADICTED = Rule(
    "SC601",
    Severity.ERROR,
    "the source claims {what} {claimed}; its own figures give {computed}",
    "check the figures against the source; if they are as printed, leave the claim out and say "
    "so in a note",
)
RESIDUE = Rule(
    "SC602",
    Severity.NOTE,
    "the source claims {what} {claimed}; its printed figures give {computed}, and their rounding "
    "explains the difference",
)


def completions(assessment: Assessment) -> Iterator[Finding]:
    """A claimed completion is value against target."""
    for item in assessment.measured:
        claim = item.figure and item.figure.claimed
        if claim and claim.completion and item.completion:
            yield from _compared(
                ("figures", item.indicator.id, "claimed", "completion"),
                "a completion of",
                claim.completion,
                times(item.completion, HUNDRED),
                times(_before_rounding(item) or item.completion, HUNDRED),
                unit=" %",
            )


def verdicts(assessment: Assessment) -> Iterator[Finding]:
    """A claimed verdict is what the bounds of the value say about the target."""
    for item in assessment.measured:
        claim = item.figure and item.figure.claimed
        if claim and claim.verdict and item.verdict and claim.verdict != item.verdict:
            path: Path = ("figures", item.indicator.id, "claimed", "verdict")
            yield Finding(
                CONTRADICTED,
                path,
                {"what": "the verdict", "claimed": claim.verdict, "computed": item.verdict},
            )


def points(assessment: Assessment) -> Iterator[Finding]:
    """Claimed points are completion times the indicator's points."""
    for item in assessment.measured:
        claim = item.figure and item.figure.claimed
        if claim and claim.points is not None and item.points:
            yield from _compared(
                ("figures", item.indicator.id, "claimed", "points"),
                "points of",
                Quantity(Form.EXACT, claim.points),
                item.points,
                _points_before_rounding(item, item.points, assessment),
            )


def scores(assessment: Assessment) -> Iterator[Finding]:
    """A claimed score is the sum of all points in per cent of the most that they can be."""
    claim, whole = assessment.scorecard.claimed, assessment.total
    if claim and claim.score is not None and whole.score:
        yield from _compared(
            ("claimed", "score"),
            "a score of",
            Quantity(Form.EXACT, claim.score),
            whole.score,
            score_before_rounding(assessment),
        )


def bands(assessment: Assessment) -> Iterator[Finding]:
    """A claimed band is one that the score may fall in, where the unit is classed at all."""
    claim = assessment.scorecard.claimed
    possible = [band.id for band in assessment.bands]
    if claim and claim.band and not assessment.unclassed and claim.band not in possible:
        computed = " or ".join(possible) or "none"
        arguments = {"what": "the band", "claimed": claim.band, "computed": computed}
        yield Finding(CONTRADICTED, ("claimed", "band"), arguments)


def score_before_rounding(assessment: Assessment) -> Interval:
    """Return the score by all values that the printed ones may have been rounded from."""
    points_rounded = total(
        _points_before_rounding(item, item.points, assessment)
        for item in assessment.measured
        if item.points
    )
    most = assessment.total.most
    return times(points_rounded, HUNDRED / most) if most else Interval(None, None)


def _compared(
    path: Path, what: str, claim: Quantity, computed: Interval, rounded: Interval, unit: str = ""
) -> Iterator[Finding]:
    claimed = as_rounded(claim, percent=False)
    if overlap(claimed, computed):
        return
    arguments = {
        "what": what,
        "claimed": f"{spell(claim)}{unit}",
        "computed": f"{_exact_text(computed)}{unit}",
    }
    explained = overlap(claimed, rounded)
    yield Finding(RESIDUE if explained else CONTRADICTED, path, arguments)


def _exact_text(interval: Interval) -> str:
    if interval.low is not None and interval.low == interval.high:
        return decimal_text(round(interval.low, 6))
    return interval_text(interval)


def _before_rounding(item: Measured) -> Interval | None:
    """Return the completion by all values that the printed one may have been rounded from.

    None where none is printed, or where there is no ratio.
    """
    figure, indicator = item.figure, item.indicator
    if figure is None or figure.value is None:
        return None
    value = within(as_rounded(figure.value, percent=indicator.percent), limits(indicator))
    return completion(value, item.target, indicator, baseline_of(figure, indicator))


def _points_before_rounding(item: Measured, printed: Interval, assessment: Assessment) -> Interval:
    share = _before_rounding(item)
    if share is None:
        return printed
    cap = Fraction(assessment.framework.scoring.cap)
    return times(held(share, ZERO, cap), Fraction(item.indicator.points))
