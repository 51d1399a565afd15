"""Rules on editions and tracks: what a framework says of them fits, and scorecards keep to it."""

from fractions import Fraction

from scorecard.diagnostic import suggestion
from scorecard.i18n import written
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text, interval_text
from scorecard.numbers.interval import above, exactly
from scorecard.rules.registry import (
    Findings,
    finding,
    finding_on_key,
    on_frameworks,
    on_scorecards,
)


@on_frameworks("SC306", "SC508")
def comparable_editions(framework: Framework) -> Findings:
    """What is comparable is another edition, and what was renamed is an indicator."""
    if framework.comparable is None:
        return
    known = [indicator.id for indicator in framework.indicators]
    for name in framework.comparable.renamed:
        if name not in known:
            hint = suggestion(name, known) or say("hint.id-of-indicator")
            yield finding_on_key("SC306", "comparable", "renamed", name, name=name, hint=hint)
    if framework.edition in framework.comparable.editions:
        place = framework.comparable.editions.index(framework.edition)
        reason = say("idle.this-edition", edition=framework.edition)
        yield finding("SC508", "comparable", "editions", place, key="editions", reason=reason)


@on_frameworks("SC508")
def idle_tracks(framework: Framework) -> Findings:
    """The most that a track may give is less than the whole."""
    scale = framework.scoring.scale
    for name, track in framework.tracks.items():
        if track.most is not None and track.most >= scale:
            reason = say("idle.most", most=decimal_text(scale))
            path = ("tracks", name, "most")
            yield finding_on_key("SC508", *path, key="most", reason=reason)


@on_scorecards("SC311")
def unknown_tracks(assessment: Assessment) -> Findings:
    """A track is one of those that the framework lists, where it lists any."""
    known, track = assessment.framework.tracks, assessment.scorecard.track
    if known and track is not None and track not in known:
        hint = suggestion(track, known) or say("hint.tracks", names=", ".join(known))
        yield finding("SC311", "track", name=track, framework=assessment.framework.id, hint=hint)


@on_scorecards("SC604")
def most_of_a_track(assessment: Assessment) -> Findings:
    """A score is no more than what its track may give."""
    track = assessment.framework.tracks.get(assessment.scorecard.track or "")
    if track is None or track.most is None:
        return
    most, score = Fraction(track.most), assessment.total.score
    if score and above(score, exactly(most)):
        said = {"track": assessment.scorecard.track, "most": written(decimal_text(most))}
        yield finding(
            "SC604", "track", **said, score=written(interval_text(score, landmarks=(most,)))
        )
