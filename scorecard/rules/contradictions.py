"""Rules on what contradicts itself: of a target and its direction, baseline, method or scale."""

from fractions import Fraction

from scorecard.i18n.sayings import say
from scorecard.measure.criteria import baseline
from scorecard.measure.target import SCALES, limits, threshold
from scorecard.model.fields import by_language
from scorecard.model.framework import Framework, Indicator
from scorecard.model.target import Target
from scorecard.numbers.interval import Interval, high_end, low_end
from scorecard.numbers.quantity import Form, spell
from scorecard.rules.registry import Findings, finding, finding_on_key, on_aims, on_frameworks
from scorecard.rules.scales import Aim, answers, beyond, impossible

_FROM_BELOW = (Form.BELOW, Form.AT_MOST)
_FROM_ABOVE = (Form.ABOVE, Form.AT_LEAST)


@on_aims("SC413")
def targets_against_direction(aim: Aim) -> Findings:
    """A target asks for what is better: no upper bound where higher is better, and no lower one."""
    direction = aim.scale.indicator.direction
    against = {"higher": _FROM_BELOW, "lower": _FROM_ABOVE}.get(direction, ())
    for number, target in enumerate(aim.targets):
        if target.value.form not in against or target.basis in SCALES:
            continue
        if not beyond(target.value, aim.scale):
            said = {"target": spell(target.value), "direction": direction}
            yield finding("SC413", *aim.path, "target", number, **said)


@on_aims("SC414")
def impossible_scales(aim: Aim) -> Findings:
    """The end of a scale is a number above 0, and is good to reach."""
    for number, target in enumerate(aim.targets):
        if target.basis not in SCALES or impossible(target.value, aim.scale):
            continue
        if wrong := _wrong_scale(target, aim.scale.indicator):
            what, hint = wrong
            said = {"basis": target.basis, "what": what, "hint": hint}
            yield finding("SC414", *aim.path, "target", number, **said)


def _wrong_scale(target: Target, indicator: Indicator) -> tuple[str, str] | None:
    if indicator.direction == "lower":
        return say("scale.lower"), say("hint.higher-or-basis")
    if target.value.form is not Form.EXACT:
        return say("scale.no-end", value=spell(target.value)), say("hint.end-number")
    if target.value.first <= 0:
        return say("scale.not-above-0", value=spell(target.value)), say("hint.end")
    return None


@on_aims("SC410")
def baselines_at_the_target(aim: Aim) -> Findings:
    """A baseline leaves a way to the target, in the direction that is better."""
    indicator = aim.scale.indicator
    stated = indicator.baseline if aim.baseline is None else aim.baseline
    if indicator.method != "baseline" or stated is None:
        return
    quantities = (aim.baseline, *(target.value for target in aim.targets))
    if any(each and (answers(each) or beyond(each, aim.scale)) for each in quantities):
        return
    allowed = limits(indicator, aim.figure)
    start = baseline(indicator, aim.baseline, allowed)
    own = bool(aim.figure and aim.figure.target)
    targets = aim.targets if own or not aim.figure else indicator.target
    for number, target in enumerate(targets if isinstance(targets, list) else ()):
        nearer = threshold(target, indicator, allowed).nearer
        if start and _no_way(start, nearer, lower=indicator.direction == "lower"):
            said = {"baseline": spell(stated), "target": spell(target.value)}
            key = ("baseline",) if aim.baseline is not None else ("target", number)
            said |= {"name": indicator.id, "direction": indicator.direction}
            yield finding("SC410", *aim.path, *key, **said)
            return


def _no_way(start: Interval, target: Fraction, *, lower: bool) -> bool:
    """Whether a part of a baseline lies at its target or beyond it, if only by an open end."""
    if lower:
        return start.low is None or low_end(start)[:2] <= (0, target)
    return start.high is None or high_end(start)[:2] >= (0, target)


@on_aims("SC415")
def targets_set_aside(aim: Aim) -> Findings:
    """A figure does not set the target of its framework aside."""
    if aim.figure and aim.figure.target is not None and not aim.figure.target:
        yield finding("SC415", *aim.path, "target")


@on_frameworks("SC510")
def ranges_within(framework: Framework) -> Findings:
    """Method and direction "within" go together."""
    for number, indicator in enumerate(framework.indicators):
        if (indicator.method == "within") != (indicator.direction == "within"):
            key = "method" if indicator.method == "within" else "direction"
            other = "direction" if key == "method" else "method"
            said = {"key": key, "other": other, "value": getattr(indicator, other)}
            yield finding("SC510", "indicators", number, key, **said)


@on_frameworks("SC511")
def caps(framework: Framework) -> Findings:
    """The cap is a share of 1: 1 or more, and below 10."""
    cap = framework.scoring.cap
    if not 1 <= cap < 10:  # noqa: PLR2004 - ten times the target is no cap
        share = cap / 100
        hint = say("hint.cap-share", cap=f"{share:f}") if share >= 1 else say("hint.cap-1")
        yield finding("SC511", "scoring", "cap", cap=f"{cap:f}", hint=hint)


@on_frameworks("SC512")
def per_cent_signs(framework: Framework) -> Findings:
    """Per cent is spelled out, so that 12/18 is read as a share."""
    for number, indicator in enumerate(framework.indicators):
        if "%" in by_language(indicator.unit).values():
            yield finding("SC512", "indicators", number, "unit")


@on_frameworks("SC513")
def weights_of_groups(framework: Framework) -> Findings:
    """All groups have a weight, or none has."""
    bare = [place for place, group in enumerate(framework.groups) if group.weight is None]
    if bare and len(bare) < len(framework.groups):
        names = say("list.and").join(f'"{framework.groups[place].id}"' for place in bare)
        yield finding_on_key("SC513", "groups", bare[0], "id", names=names)


@on_frameworks("SC514")
def required_indicators(framework: Framework) -> Findings:
    """What a band requires is an indicator."""
    known = {indicator.id for indicator in framework.indicators}
    for place, band in enumerate(framework.bands):
        for number, name in enumerate(band.requires if isinstance(band.requires, list) else ()):
            if name not in known:
                yield finding("SC514", "bands", place, "requires", number, name=name)
