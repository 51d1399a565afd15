"""Rules on targets and baselines: something can be measured against them."""

from collections import Counter
from collections.abc import Iterator

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.measure.target import ANYTHING, targets_of, threshold
from scorecard.numbers.period import contains
from scorecard.numbers.quantity import bounds, spell
from scorecard.rules.registry import on_aims, on_scorecards
from scorecard.rules.scales import Aim, answers, beyond


@on_aims("SC404")
def targets_without_ratio(aim: Aim) -> Iterator[Finding]:
    """A target is one that a ratio can be taken of."""
    indicator = aim.scale.indicator
    if indicator.method != "ratio" or indicator.direction in ("none", "within"):
        return
    for number, stated in enumerate(aim.targets):
        # What is no such value at all, or outside the limits, is told as that, and once.
        if answers(stated.value) or beyond(stated.value, aim.scale):
            continue
        nearer = threshold(stated, indicator).nearer
        if nearer > 0 or (nearer == 0 and indicator.direction == "lower"):
            continue
        arguments = {"target": spell(stated.value), "name": indicator.id}
        yield Finding("SC404", (*aim.path, "target", number), arguments)


@on_aims("SC406")
def targets_without_id(aim: Aim) -> Iterator[Finding]:
    """Where there are several targets, each has an id of its own."""
    if len(aim.targets) <= 1:
        return
    counted = Counter(target.id for target in aim.targets)
    for number, target in enumerate(aim.targets):
        if target.id is None:
            what = "this one has no id"
        elif counted[target.id] > 1 and target.id in {each.id for each in aim.targets[:number]}:
            what = f'another one has the id "{target.id}" too'
        else:
            continue
        arguments = {"count": len(aim.targets), "what": what}
        yield Finding("SC406", (*aim.path, "target", number), arguments)


@on_aims("SC410")
def baselines_at_the_target(aim: Aim) -> Iterator[Finding]:
    """A baseline leaves a way to the target."""
    indicator = aim.scale.indicator
    baseline = aim.baseline or indicator.baseline
    stated = [target.value for target in aim.targets]
    stated += [each for each in (aim.baseline, aim.figure and aim.figure.value) if each]
    if indicator.method != "baseline" or baseline is None:
        return
    if any(beyond(each, aim.scale) for each in stated):
        return
    start = bounds(baseline, ANYTHING, percent=indicator.percent)
    for target in targets_of(aim.figure, indicator):
        if target.nearer in start:
            arguments = {
                "baseline": spell(baseline),
                "name": indicator.id,
                "target": spell(target.stated),
            }
            key = "target" if aim.figure and aim.figure.baseline is None else "baseline"
            yield Finding("SC410", (*aim.path, key), arguments)
            return


@on_scorecards("SC411")
def missing_targets(assessment: Assessment) -> Iterator[Finding]:
    """Where a framework measures by a target but leaves it to each unit, the unit gives one.

    That is what the methods "baseline" and "within" do; "ratio" is usual, and asks for nothing.
    """
    for indicator in assessment.framework.indicators:
        if indicator.target or indicator.method not in ("baseline", "within"):
            continue
        figure = assessment.scorecard.figures.get(indicator.id)
        if figure and figure.value and figure.target is None and not targets_of(figure, indicator):
            arguments = {"method": indicator.method, "name": indicator.id}
            yield Finding("SC411", ("figures", indicator.id), arguments, on_key=True)


@on_scorecards("SC407")
def targets_of_other_periods(assessment: Assessment) -> Iterator[Finding]:
    """A target with a period is for the time that its figure belongs to."""
    card = assessment.scorecard
    aimed = [(name, figure.target) for name, figure in card.figures.items() if figure.target]
    for name, targets in aimed:
        for number, target in enumerate(targets):
            if target.period and contains(target.period, card.period) is False:
                arguments = {"target": target.period.text, "period": card.period.text}
                yield Finding("SC407", ("figures", name, "target", number, "period"), arguments)
