"""Rules on targets and baselines: something can be measured against them."""

from scorecard.measure.assessment import Assessment
from scorecard.measure.target import ANYTHING, targets_of, threshold
from scorecard.numbers.period import contains
from scorecard.numbers.quantity import bounds, spell
from scorecard.rules.registry import Findings, finding, finding_on_key, on_aims, on_scorecards
from scorecard.rules.scales import Aim, answers, beyond


@on_aims("SC404")
def targets_without_ratio(aim: Aim) -> Findings:
    """A target is one that a ratio can be taken of."""
    indicator = aim.scale.indicator
    if indicator.method != "ratio" or indicator.direction in ("none", "within"):
        return
    for number, stated in enumerate(aim.targets):
        # What is no such value at all, or outside the limits, is told as that, and once.
        if answers(stated.value) or beyond(stated.value, aim.scale):
            continue
        nearer = threshold(stated, indicator).nearer
        if nearer < 0 or (nearer == 0 and indicator.direction != "lower"):
            said = {"target": spell(stated.value), "name": indicator.id}
            yield finding("SC404", *aim.path, "target", number, **said)


@on_aims("SC406")
def targets_without_id(aim: Aim) -> Findings:
    """Where there are several targets, each has an id of its own."""
    count = len(aim.targets)
    known: set[str] = set()
    for number, target in enumerate(aim.targets if count > 1 else ()):
        if target.id is None or target.id in known:
            twice = f'another one has the id "{target.id}" too'
            what = twice if target.id else "this one has no id"
            yield finding("SC406", *aim.path, "target", number, count=count, what=what)
        else:
            known.add(target.id)


@on_aims("SC410")
def baselines_at_the_target(aim: Aim) -> Findings:
    """A baseline leaves a way to the target."""
    indicator = aim.scale.indicator
    baseline = aim.baseline or indicator.baseline
    if indicator.method != "baseline" or baseline is None:
        return
    own = (aim.baseline, aim.figure.value if aim.figure else None)
    stated = (*own, *(target.value for target in aim.targets))
    if any(each and beyond(each, aim.scale) for each in stated):
        return
    start = bounds(baseline, ANYTHING, percent=indicator.percent)
    reached = (each for each in targets_of(aim.figure, indicator) if each.nearer in start)
    if target := next(reached, None):
        key = "target" if aim.figure and aim.figure.baseline is None else "baseline"
        said = {"baseline": spell(baseline), "target": spell(target.stated)}
        yield finding("SC410", *aim.path, key, name=indicator.id, **said)


@on_scorecards("SC411")
def missing_targets(assessment: Assessment) -> Findings:
    """Where a framework measures by a target but leaves it to each unit, the unit gives one.

    That is what the methods "baseline" and "within" do; "ratio" is usual, and asks for nothing.
    """
    for indicator in assessment.framework.indicators:
        if indicator.target or indicator.method not in ("baseline", "within"):
            continue
        name, figure = indicator.id, assessment.scorecard.figures.get(indicator.id)
        if figure and figure.value and figure.target is None and not targets_of(figure, indicator):
            yield finding_on_key("SC411", "figures", name, method=indicator.method, name=name)


@on_scorecards("SC407")
def targets_of_other_periods(assessment: Assessment) -> Findings:
    """A target with a period is for the time that its figure belongs to."""
    period = assessment.scorecard.period
    for name, figure in assessment.scorecard.figures.items():
        for number, target in enumerate(figure.target or ()):
            if target.period and contains(target.period, period) is False:
                said = {"target": target.period.text, "period": period.text}
                yield finding("SC407", "figures", name, "target", number, "period", **said)
