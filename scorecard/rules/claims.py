"""Rules on claims: what a source concludes follows from its own figures."""

from fractions import Fraction

from scorecard.diagnostic import Finding, Path, suggestion
from scorecard.i18n import written
from scorecard.i18n.sayings import say
from scorecard.measure import claims
from scorecard.measure.assessment import Assessment
from scorecard.measure.claims import ClaimedBand, ClaimedNumber, ClaimedWord
from scorecard.model.fields import by_language
from scorecard.model.framework import Framework
from scorecard.numbers.digits import apart_text, decimal_text
from scorecard.numbers.interval import Interval
from scorecard.numbers.quantity import decimals, spell
from scorecard.rules.keys import keys_of_figures
from scorecard.rules.registry import Findings, finding, on_scorecards

_CODES = {"contradicted": "SC601", "open": "SC603"}
"""The codes of claims that are not explained; SC602 tells what explains the others."""

_TOLD = ("contradicted", "open", "cut", "pace", "cap", "approximate", "rounding")

_FINE = 2
"""From so many decimals on, so many of the last one are no difference that is worth a note."""


@on_scorecards("SC601", "SC602", "SC603")
def figures(assessment: Assessment) -> Findings:
    """A claimed completion, verdict and points follow from the figure and its target.

    Of one figure the first claim that does not is told: mostly the figure is what is wrong.
    """
    if "claimed" not in keys_of_figures(assessment):
        return
    for item in assessment.measured:
        for claim in claims.claims_of_figure(item):
            path = ("figures", item.indicator.id, "claimed", claim.topic)
            if claim.stand in _TOLD and not _is_plain(claim):
                yield _told(claim, path, assessment.framework)
            if claim.stand == "contradicted":
                break


@on_scorecards("SC601", "SC602", "SC603")
def wholes(assessment: Assessment) -> Findings:
    """A claimed score and band follow from all figures, as far as their bounds decide it.

    Where a figure is wrong, or contradicts its own source, only what it cannot explain is told.
    """
    if assessment.scorecard.claimed is None:
        return
    told = ["contradicted"] if _is_doubtful(assessment) else _TOLD
    score, band = claims.claimed_score(assessment), claims.claimed_band(assessment)
    if score and score.stand in told and not _is_plain(score):
        yield _told(score, ("claimed", "score"), assessment.framework)
    # A band that goes with a wrong score is no mistake of its own, nor is one that is open too.
    said = score is not None and score.stand == "contradicted"
    said = said or (score is not None and band is not None and score.stand == band.stand)
    if band and not said and band.stand in told:
        yield _band(band, assessment)


def _is_doubtful(assessment: Assessment) -> bool:
    """Whether some figure is wrong by itself, by its own source, or by its name."""
    known = {indicator.id for indicator in assessment.framework.indicators}
    unknown = not known.issuperset(assessment.scorecard.figures)
    return unknown or bool(assessment.errors or claims.contradicted_figures(assessment))


def _is_plain(claim: ClaimedNumber | ClaimedWord) -> bool:
    """Whether rounding or cutting explains a claim, and leaves as little as it mostly does."""
    if isinstance(claim, ClaimedWord) or claim.stand not in ("cut", "rounding"):
        return False
    if decimals(claim.claimed) < _FINE:
        return False
    said, computed = Fraction(claim.claimed.first), claim.computed
    ends = (end for end in (computed and computed.low, computed and computed.high) if end)
    allowed = Fraction(_FINE, 10 ** decimals(claim.claimed))
    return any(abs(end - said) <= allowed for end in ends)


def _told(claim: ClaimedNumber | ClaimedWord, path: Path, of: Framework) -> Finding:
    if isinstance(claim, ClaimedWord):
        said = {"what": say("what.verdict"), "claimed": claim.claimed, "computed": claim.computed}
        return finding(_CODES[claim.stand], *path, **said, beside="", hint=say("hint.check-claim"))
    unit = " %" if claim.topic == "completion" else ""
    claimed, computed = (
        f"{written(spell(claim.claimed))}{unit}",
        _number(claim, claim.computed, unit),
    )
    said = {"what": say(f"what.{claim.topic}"), "claimed": claimed, "computed": computed}
    beside = _number(claim, claim.beside, unit) if claim.beside else ""
    if claim.stand == "open":
        reported = say("claim.reported", number=beside) if beside else ""
        return finding("SC603", *path, **said, beside=reported)
    if claim.stand == "contradicted":
        return finding("SC601", *path, **said, hint=_hint(claim, beside, of))
    cap = written(decimal_text(of.scoring.cap * 100))
    reason = say(f"claim.{claim.stand}", number=beside, cap=cap)
    return finding("SC602", *path, **said, reason=reason)


def _hint(claim: ClaimedNumber, beside: str, of: Framework) -> str:
    """Say what may have led to a claim that the bounds rule out."""
    if claim.beside:
        cap = written(decimal_text(of.scoring.cap * 100))
        return say("hint.cap", cap=cap, number=beside)
    if claim.factor:
        meant = decimal_text(Fraction(claim.claimed.first) * claim.factor)
        key = {"completion": "percent", "score": "framework"}.get(claim.topic, "points")
        scale = say(f"scale.{key}", most=decimal_text(of.scoring.scale))
        return say("hint.other-scale", scale=scale, number=meant)
    return say("hint.check-claim")


def _band(claim: ClaimedBand, assessment: Assessment) -> Finding:
    said = {"what": say("what.band"), "claimed": claim.claimed, "beside": ""}
    said["hint"] = say("hint.check-claim")
    none = say("band.none")
    ids = (band.id if band else none for band in claim.possible)
    said["computed"] = say("list.or").join(ids) or none
    if claim.band is None:
        bands = assessment.framework.bands
        known = [name for band in bands for name in (band.id, *by_language(band.name).values())]
        said["hint"] = suggestion(claim.claimed, known) or say("hint.no-such-band")
    if assessment.pending and claim.stand == "open":
        said["computed"] = say("band.before-day")
    return finding(_CODES[claim.stand], "claimed", "band", **said)


def _number(claim: ClaimedNumber, computed: Interval | None, unit: str) -> str:
    """Return a number so that none beside it is printed alike."""
    numbers = (claim.claimed.first, claim.claimed.second, claim.computed and claim.computed.low)
    others = [Fraction(each) for each in numbers if each is not None]
    return f"{written(apart_text(computed, others))}{unit}" if computed else ""
