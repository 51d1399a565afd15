"""Rules on keys that are stated and never used."""

from collections.abc import Mapping

from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Figure
from scorecard.rules.keys import keys_of_figures
from scorecard.rules.registry import Findings, finding_on_key, on_frameworks, on_scorecards


@on_frameworks("SC508")
def idle_in_frameworks(framework: Framework) -> Findings:
    """What an indicator states is used by its method and direction, and defaults by some of them.

    What is idle in an indicator that has it from the defaults is told of those alone.
    """
    usual = sorted(framework.defaults.model_fields_set) if framework.defaults else []
    for number, indicator in enumerate(framework.indicators):
        for key, reason in _idle(indicator).items():
            if key not in usual or getattr(framework.defaults, key) != getattr(indicator, key):
                yield finding_on_key("SC508", "indicators", number, key, key=key, reason=reason)
    for key in usual:
        value = getattr(framework.defaults, key)
        taking = [each for each in framework.indicators if getattr(each, key) == value]
        reasons = [_idle(each).get(key) for each in taking]
        if not taking or all(reasons):
            why = reasons[0] if reasons else say("idle.all-otherwise")
            yield finding_on_key("SC508", "defaults", key, key=key, reason=why)


def _idle(indicator: Indicator) -> Mapping[str, str]:
    """Return which keys of an indicator say nothing, and why."""
    idle = {}
    if indicator.direction == "none" and "points" in indicator.model_fields_set:
        idle["points"] = say("idle.none-earned")
    if indicator.baseline is not None and indicator.method != "baseline":
        idle["baseline"] = say("idle.it", method=indicator.method)
    if indicator.steps and indicator.method != "steps":
        idle["steps"] = say("idle.them", method=indicator.method)
    return idle


@on_scorecards("SC508")
def idle_in_scorecards(assessment: Assessment) -> Findings:
    """A period of targets dates something, and what all figures have by default one of them has."""
    card = assessment.scorecard
    usual, figures = card.defaults, card.figures
    dated = "target_period" in keys_of_figures(assessment)
    for name, figure in figures.items() if dated else ():
        stated = figure.target_period
        if stated is not None and not _dates(figure) and stated != (usual and usual.target_period):
            key = "target_period"
            yield finding_on_key("SC508", "figures", name, key, key=key, reason=say("idle.undated"))
    for key in sorted(usual.model_fields_set) if usual and figures else ():
        value = getattr(usual, key)
        taking = [each for each in figures.values() if getattr(each, key) == value]
        undated = key == "target_period" and not any(map(_dates, taking))
        if not taking or undated:
            reason = say("idle.undated" if taking else "idle.figures-otherwise")
            yield finding_on_key("SC508", "defaults", key, key=key, reason=reason)


def _dates(figure: Figure) -> bool:
    """Whether a figure has what its period of targets is about."""
    bare = any(each.period is None for each in figure.target or ())
    return bare or bool(figure.claimed and figure.claimed.completion is not None)
