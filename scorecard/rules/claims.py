"""Rules on claims: what a source concludes follows from its own figures."""

from collections.abc import Iterator
from fractions import Fraction

from scorecard.diagnostic import Finding, Path
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.completion import ZERO, completion
from scorecard.measure.outcome import Measured, baseline_of
from scorecard.measure.parts import as_rounded
from scorecard.measure.target import limits
from scorecard.model.scorecard import FigureClaim
from scorecard.numbers.digits import decimal_text, interval_text
from scorecard.numbers.interval import Interval, held, overlap, times, total, within
from scorecard.numbers.quantity import Form, Quantity, spell
from scorecard.rules.findings import doubtful_figures
from scorecard.rules.registry import on_scorecards


@on_scorecards("SC601", "SC602")
def figures(assessment: Assessment) -> Iterator[Finding]:
    """A claimed completion, verdict and points follow from the figure and its target.

    Of one figure the first claim that does not is told: mostly the figure is what is wrong.
    """
    claiming = {name for name, figure in assessment.scorecard.figures.items() if figure.claimed}
    if not claiming:
        return
    claiming -= doubtful_figures(assessment)
    for item in assessment.measured:
        if item.indicator.id in claiming and item.figure and item.figure.claimed:
            claim = item.figure.claimed
            for rule in (_completion, _verdict, _points):
                found = rule(item, claim, assessment)
                if found:
                    yield found
                if found and found.code == "SC601":
                    break


@on_scorecards("SC601", "SC602")
def wholes(assessment: Assessment) -> Iterator[Finding]:
    """A claimed score and band follow from all figures.

    The score is the sum of all points in per cent of the most that they can be, and the band one
    that it may fall in. Nothing follows from a figure that is wrong by itself.
    """
    if assessment.scorecard.claimed is None or doubtful_figures(assessment):
        return
    if any(found.code == "SC601" for found in figures(assessment)):
        return
    found = contradicted_score(assessment)
    if found:
        yield found
    if found is None or found.code != "SC601":
        yield from _band(assessment)


def contradicted_score(assessment: Assessment) -> Finding | None:
    """Return what is wrong with a claimed score, if one is claimed."""
    claim = assessment.scorecard.claimed
    if claim is None or claim.score is None or assessment.total.score is None:
        return None
    return _compared(
        ("claimed", "score"),
        "a score of",
        Quantity(Form.EXACT, claim.score),
        assessment.total.score,
        score_before_rounding(assessment),
    )


def _completion(item: Measured, claim: FigureClaim, _: Assessment) -> Finding | None:
    if claim.completion is None or item.completion is None:
        return None
    return _compared(
        ("figures", item.indicator.id, "claimed", "completion"),
        "a completion of",
        claim.completion,
        times(item.completion, HUNDRED),
        times(_before_rounding(item) or item.completion, HUNDRED),
        unit=" %",
    )


def _verdict(item: Measured, claim: FigureClaim, _: Assessment) -> Finding | None:
    if claim.verdict is None or item.verdict is None or claim.verdict == item.verdict:
        return None
    path: Path = ("figures", item.indicator.id, "claimed", "verdict")
    arguments = {"what": "the verdict", "claimed": claim.verdict, "computed": item.verdict}
    return Finding("SC601", path, arguments)


def _points(item: Measured, claim: FigureClaim, assessment: Assessment) -> Finding | None:
    if claim.points is None or item.points is None:
        return None
    return _compared(
        ("figures", item.indicator.id, "claimed", "points"),
        "points of",
        Quantity(Form.EXACT, claim.points),
        item.points,
        _points_before_rounding(item, item.points, assessment),
    )


def _band(assessment: Assessment) -> Iterator[Finding]:
    """A claimed band is possible, where the unit is classed at all."""
    claim = assessment.scorecard.claimed
    if claim is None or claim.band is None or assessment.unclassed:
        return
    possible = [band.id for band in assessment.bands]
    if claim.band not in possible:
        computed = " or ".join(possible) or "none"
        arguments = {"what": "the band", "claimed": claim.band, "computed": computed}
        yield Finding("SC601", ("claimed", "band"), arguments)


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
) -> Finding | None:
    claimed = as_rounded(claim, percent=False)
    if overlap(claimed, computed):
        return None
    arguments = {
        "what": what,
        "claimed": f"{spell(claim)}{unit}",
        "computed": f"{_exact_text(computed)}{unit}",
    }
    explained = overlap(claimed, rounded)
    return Finding("SC602" if explained else "SC601", path, arguments)


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
