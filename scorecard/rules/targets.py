"""Rules on targets and baselines: something can be measured against them."""

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from scorecard.diagnostic import Finding, Path
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.measure.criteria import FRAMEWORKS, Criterion, Same, criteria
from scorecard.measure.outcome import Outcome
from scorecard.measure.target import SCALES, decisive, threshold
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Figure
from scorecard.numbers.quantity import spell
from scorecard.rules.keys import keys_of_figures
from scorecard.rules.registry import Findings, finding, finding_on_key, on_aims, on_scorecards
from scorecard.rules.scales import Aim, answers, beyond


@on_aims("SC404")
def targets_without_ratio(aim: Aim) -> Findings:
    """A target, and each edge of a range, is above 0, so that a ratio can be taken to it."""
    indicator = aim.scale.indicator
    if indicator.method not in ("ratio", "within") or indicator.direction == "none":
        return
    for number, stated in enumerate(aim.targets):
        # What is no such value at all, or outside the limits, is told as that, and once.
        scale = stated.basis in SCALES or answers(stated.value)
        if scale or beyond(stated.value, aim.scale):
            continue
        reached = threshold(stated, indicator, aim.scale.limits)
        edges = [reached.nearer]
        if indicator.method == "within":
            edges = [end for end in (reached.bounds.low, reached.bounds.high) if end is not None]
        if any(edge <= 0 for edge in edges):
            said = {"target": spell(stated.value), "name": indicator.id}
            yield finding("SC404", *aim.path, "target", number, **said)


@on_aims("SC406")
def targets_without_id(aim: Aim) -> Findings:
    """Where there are several targets, each has an id of its own."""
    count = len(aim.targets)
    known: set[str] = set()
    for number, target in enumerate(aim.targets if count > 1 else ()):
        if target.id is None or target.id in known:
            twice = say("target.same-id", name=target.id)
            what = twice if target.id else say("target.no-id")
            yield finding("SC406", *aim.path, "target", number, count=count, what=what)
        else:
            known.add(target.id)


@on_scorecards("SC411")
def targets_to_bring(assessment: Assessment) -> Findings:
    """Where every figure is to bring its own target, each does."""
    if _asked(Same(assessment.framework)).asked.isdisjoint(assessment.scorecard.figures):
        return
    for item in assessment.measured:
        if item.fault == "no-own-target":
            name = item.indicator.id
            yield finding_on_key("SC411", "figures", name, name=name)


@on_scorecards("SC416")
def targets_unasked(assessment: Assessment) -> Findings:
    """A figure brings a target, or a whole, where its framework has one or asks for it."""
    for indicator in _asked(Same(assessment.framework)).unasked:
        name, figure = indicator.id, assessment.scorecard.figures.get(indicator.id)
        if figure is None or name in assessment.errors:
            continue
        if indicator.percent and not figure.target:
            continue
        if not decisive(figure, indicator):
            continue
        what = say("target.own" if figure.target else "target.own-whole")
        yield finding_on_key("SC416", "figures", name, name=name, what=what)


@on_scorecards("SC417")
def figures_of_other_levels(assessment: Assessment) -> Findings:
    """A figure is for the level of its unit."""
    level, figures = assessment.scorecard.unit.level, assessment.scorecard.figures
    for indicator in _asked(Same(assessment.framework)).of_levels:
        if level not in indicator.levels and indicator.id in figures:
            if figures[indicator.id].absent == "not-applicable":
                continue
            said = {"levels": ", ".join(indicator.levels), "level": level}
            yield finding_on_key("SC417", "figures", indicator.id, name=indicator.id, **said)


@on_scorecards("SC407")
def targets_of_other_periods(assessment: Assessment) -> Findings:
    """A flow is held against a target for its own time, or for a longer one that it lies in."""
    figures, keys = assessment.scorecard.figures, keys_of_figures(assessment)
    targets = (each.target or () for each in figures.values()) if "target" in keys else ()
    own = any(target.period for target in chain.from_iterable(targets))
    stated = own or "target_period" in keys
    if not stated and _asked(Same(assessment.framework)).dated.isdisjoint(figures):
        return
    for item in assessment.measured:
        figure, name = item.figure, item.indicator.id
        if figure is None or figure.value is None:
            continue
        for number, outcome in enumerate((item.outcome, *item.others)):
            if outcome.course.state == "elsewhere":
                yield _of_another_time(assessment, figure, name, number, outcome)


def _of_another_time(
    assessment: Assessment, figure: Figure, name: str, number: int, outcome: Outcome
) -> Finding:
    until, own = outcome.course.until, figure.target[number] if figure.target else None
    said = {
        "target": until.text if until else say("target.a-year"),
        "period": assessment.scorecard.period.text,
    }
    key: Path = ("target_period",) if own or outcome.reported else ()
    if own and own.period:
        key = ("target", number, "period")
    return finding("SC407", "figures", name, *key, **said)


class _Asked(NamedTuple):
    """Indicators by what their framework asks of figures; the `asked` and `dated` by their ids.

    Each figure of the `asked` is to bring its own, none of the `unasked` is to, and those of the
    `dated` are for another period than the figure's own. Those `of_levels` are of some levels only.
    """

    asked: frozenset[str]
    unasked: tuple[Indicator, ...]
    dated: frozenset[str]
    of_levels: tuple[Indicator, ...]


@lru_cache(maxsize=FRAMEWORKS)
def _asked(same: Same[Framework]) -> _Asked:
    every = criteria(same.value)
    return _Asked(
        frozenset(by.indicator.id for by in every if by.indicator.target == "own"),
        tuple(by.indicator for by in every if not _asks(by)),
        frozenset(by.indicator.id for by in every if by.dated),
        tuple(each for each in same.value.indicators if each.levels),
    )


def _asks(by: Criterion) -> bool:
    """Whether an indicator is held against a target, or against none and earns nothing."""
    return by.scored or by.indicator.points == 0 or by.indicator.direction == "none"
