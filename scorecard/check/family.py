"""Rules on parents and children: what children report does not go beyond their parent."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scorecard.diagnostic import Finding, Rule, Severity
from scorecard.digits import interval_text
from scorecard.interval import Interval, above, total
from scorecard.measure.assessment import Assessment
from scorecard.measure.parts import as_rounded
from scorecard.measure.rollup import Parent, RolledUp, roll_up
from scorecard.quantity import spell

MORE = Rule(
    "SC705",
    Severity.WARNING,
    '"{name}" is {own}, but the {count} units below it add up to {sum}',
    "check them against their sources: a part cannot be more than the whole",
)
LESS = Rule(
    "SC706",
    Severity.NOTE,
    '"{name}" is {own}, and the {count} units below it add up to {sum}',
    "units that are not in this folder may explain the difference",
)


def children_and_parent(assessments: Mapping[str, Assessment]) -> Iterator[tuple[str, Finding]]:
    """The sum of children agrees with the parent's own figure, within rounding and coverage."""
    names = {id(assessment): name for name, assessment in assessments.items()}
    tables: dict[tuple[str, str], list[Assessment]] = defaultdict(list)
    for assessment in assessments.values():
        framework = assessment.framework
        tables[framework.id, framework.edition].append(assessment)
    for table in tables.values():
        for parent in roll_up(table):
            if parent.own is not None:
                for finding in _disagreements(parent, parent.own):
                    yield names[id(parent.own)], finding


def _disagreements(parent: Parent, own: Assessment) -> Iterator[Finding]:
    for item, stated in zip(parent.sums, own.measured, strict=True):
        figure = stated.figure
        if item.value is None or figure is None or figure.value is None:
            continue
        if item.indicator.kind == "rate":
            continue
        whole = as_rounded(figure.value, percent=item.indicator.percent)
        added = _before_rounding(item, parent.children)
        arguments = {
            "name": item.indicator.id,
            "own": spell(figure.value),
            "count": item.given,
            "sum": interval_text(item.value),
        }
        path = ("figures", item.indicator.id, "value")
        if above(added, whole):
            yield Finding(MORE, path, arguments)
        elif above(whole, added):
            yield Finding(LESS, path, arguments)


def _before_rounding(item: RolledUp, children: Sequence[Assessment]) -> Interval:
    figures = [child.scorecard.figures.get(item.indicator.id) for child in children]
    values = [figure.value for figure in figures if figure and figure.value]
    added = total(as_rounded(value, percent=item.indicator.percent) for value in values)
    if item.given == item.children:
        return added
    return Interval(added.low, None, added.low_side, 0, added.approximate)
