"""Rules on claims: what a source concludes follows from its own figures."""

from scorecard.diagnostic import Finding, Path
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.completion import ZERO, completion
from scorecard.measure.measured import Measured, points_of
from scorecard.measure.parts import as_rounded
from scorecard.model.scorecard import FigureClaim
from scorecard.numbers.digits import decimal_text, interval_text
from scorecard.numbers.interval import Interval, held, overlap, times, within
from scorecard.numbers.quantity import Form, Quantity, spell
from scorecard.rules.registry import Findings, finding, on_scorecards


@on_scorecards("SC601", "SC602")
def figures(assessment: Assessment) -> Findings:
    """A claimed completion, verdict and points follow from the figure and its target.

    Of one figure the first claim that does not is told: mostly the figure is what is wrong.
    """
    if not any(figure.claimed for figure in assessment.scorecard.figures.values()):
        return
    doubtful = assessment.errors
    for item in assessment.measured:
        claim = item.figure.claimed if item.figure else None
        if claim and item.indicator.id not in doubtful:
            for rule in (_completion, _verdict, _points):
                found = rule(item, claim, assessment)
                if found:
                    yield found
                if found and found.code == "SC601":
                    break


@on_scorecards("SC601", "SC602")
def wholes(assessment: Assessment) -> Findings:
    """A claimed score and band follow from all figures.

    The score is the sum of all points in per cent of the most that they can be, and the band one
    that it may fall in. Nothing follows from a figure that is wrong by itself.
    """
    claim = assessment.scorecard.claimed
    if claim is None or assessment.errors or assessment.fault:
        return
    if any(found.code == "SC601" for found in figures(assessment)):
        return
    found = contradicted_score(assessment)
    if found:
        yield found
    if (found and found.code == "SC601") or claim.band is None or assessment.unclassed:
        return
    possible = [band.id for band in assessment.bands]
    if claim.band not in possible:
        said = {"claimed": claim.band, "computed": " or ".join(possible) or "none"}
        yield finding("SC601", "claimed", "band", what="the band", **said)


def contradicted_score(assessment: Assessment) -> Finding | None:
    """Return what is wrong with a claimed score, if one is claimed."""
    claim, score = assessment.scorecard.claimed, assessment.total.score
    if claim is None or claim.score is None or score is None:
        return None
    claimed, rounded = Quantity(Form.EXACT, claim.score), score_before_rounding(assessment)
    return _compared(("claimed", "score"), "a score of", claimed, score, rounded)


def _completion(item: Measured, claim: FigureClaim, _: Assessment) -> Finding | None:
    if claim.completion is None or item.completion is None:
        return None
    path = ("figures", item.indicator.id, "claimed", "completion")
    computed = times(item.completion, HUNDRED)
    rounded = times(_before_rounding(item) or item.completion, HUNDRED)
    return _compared(path, "a completion of", claim.completion, computed, rounded, unit=" %")


def _verdict(item: Measured, claim: FigureClaim, _: Assessment) -> Finding | None:
    if claim.verdict is None or item.verdict is None or claim.verdict == item.verdict:
        return None
    said = {"what": "the verdict", "claimed": claim.verdict, "computed": item.verdict}
    return finding("SC601", "figures", item.indicator.id, "claimed", "verdict", **said)


def _points(item: Measured, claim: FigureClaim, _: Assessment) -> Finding | None:
    if claim.points is None or item.points is None:
        return None
    path = ("figures", item.indicator.id, "claimed", "points")
    claimed = Quantity(Form.EXACT, claim.points)
    rounded = _points_before_rounding(item, item.points)
    return _compared(path, "points of", claimed, item.points, rounded)


def score_before_rounding(assessment: Assessment) -> Interval:
    """Return the score by all values that the printed ones may have been rounded from."""
    scored = [(item, item.points) for item in assessment.measured if item.points]
    rounded = {item.indicator.id: _points_before_rounding(item, own) for item, own in scored}
    return assessment.whole_of(rounded).score or Interval(None, None)


def _compared(
    path: Path, what: str, claim: Quantity, computed: Interval, rounded: Interval, unit: str = ""
) -> Finding | None:
    claimed = as_rounded(claim, percent=False)
    if overlap(claimed, computed):
        return None
    said = {"claimed": f"{spell(claim)}{unit}", "computed": f"{_exact_text(computed)}{unit}"}
    code = "SC602" if overlap(claimed, rounded) else "SC601"
    return finding(code, *path, what=what, **said)


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
    value = within(as_rounded(figure.value, percent=indicator.percent), item.by.limits)
    return completion(value, item.target, indicator, item.by.baseline)


def _points_before_rounding(item: Measured, printed: Interval) -> Interval:
    share = _before_rounding(item)
    # Before its day a target earns by other rules.
    if share is None or item.outcome.course.early:
        return printed
    return points_of(item.by, held(share, ZERO, item.by.cap))
