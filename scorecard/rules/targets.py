"""Rules on targets: several are told apart, and each is for a time that the figure belongs to."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scorecard.diagnostic import Finding, Path
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework, Target
from scorecard.numbers.period import contains
from scorecard.rules.scales import Pairs


def targets_without_id(figures: Pairs) -> Iterator[Finding]:
    """Where a figure has several targets, each has an id of its own."""
    for name, figure, _ in figures:
        yield from _without_id(figure.target or (), ("figures", name, "target"))


def framework_targets_without_id(framework: Framework) -> Iterator[Finding]:
    """Where an indicator has several targets, each has an id of its own."""
    for number, indicator in enumerate(framework.indicators):
        yield from _without_id(indicator.target, ("indicators", number, "target"))


def targets_of_other_periods(assessment: Assessment) -> Iterator[Finding]:
    """A target with a period is for the time that its figure belongs to."""
    card = assessment.scorecard
    aimed = [(name, figure.target) for name, figure in card.figures.items() if figure.target]
    for name, targets in aimed:
        for number, target in enumerate(targets):
            if target.period and contains(target.period, card.period) is False:
                arguments = {"target": target.period.text, "period": card.period.text}
                yield Finding("SC407", ("figures", name, "target", number, "period"), arguments)


def _without_id(targets: Sequence[Target], path: Path) -> Iterator[Finding]:
    if len(targets) <= 1:
        return
    counted = Counter(target.id for target in targets)
    for number, target in enumerate(targets):
        if target.id is None:
            what = "this one has no id"
        elif counted[target.id] > 1 and target.id in {each.id for each in targets[:number]}:
            what = f'another one has the id "{target.id}" too'
        else:
            continue
        yield Finding("SC406", (*path, number), {"count": len(targets), "what": what})
