"""Rules on parents and children: what children report does not go beyond their parent."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.measure.parts import adds_up, as_rounded
from scorecard.measure.rollup import Parent, RolledUp, roll_up
from scorecard.numbers.digits import amount_text
from scorecard.numbers.interval import Interval, above, total
from scorecard.numbers.quantity import Form, spell

Wrong = Callable[[str], frozenset[str]]
"""Which figures of a file are wrong by themselves, so that nothing more is said of them."""


def children_and_parent(
    assessments: Mapping[str, Assessment], wrong: Wrong
) -> Iterator[tuple[str, Finding]]:
    """The sum of children agrees with the parent's own figure, within rounding and coverage."""
    owns: dict[tuple[object, ...], str] = {}
    families: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name, assessment in assessments.items():
        card, framework = assessment.scorecard, assessment.framework
        period = (card.period.start, card.period.month, card.period.months)
        # Frameworks of one name and edition can differ all the same.
        indicators = tuple(indicator.id for indicator in framework.indicators)
        under = (framework.id, framework.edition, indicators, period)
        owns.setdefault((card.unit.id, *under), name)
        if card.unit.parent is not None:
            families[card.unit.parent, *under].append(name)
    for key, names in families.items():
        if key not in owns:
            continue
        own, children = assessments[owns[key]], [assessments[name] for name in names]
        if _surely_agree(own, children):
            continue
        faulty = frozenset[str]().union(*map(wrong, (owns[key], *names)))
        for parent in roll_up([own, *(child for child in children if child is not own)]):
            if parent.own is own:
                for finding in _disagreements(parent, own):
                    if finding.path[1] not in faulty:
                        yield owns[key], finding


def _surely_agree(own: Assessment, children: Sequence[Assessment]) -> bool:
    """Whether plain numbers alone tell that no sum is other than the parent's figure allows."""
    for indicator in own.framework.indicators:
        whole = own.scorecard.figures.get(indicator.id)
        if whole is None or whole.value is None or not adds_up(indicator):
            continue
        figures = [child.scorecard.figures.get(indicator.id) for child in children]
        values = [figure.value for figure in figures if figure and figure.value]
        if any(value.form is not Form.EXACT for value in (whole.value, *values)):
            return False
        applying = sum(figure is None or figure.absent != "not-applicable" for figure in figures)
        added = sum(value.first for value in values)
        more = added > whole.value.first
        less = added < whole.value.first and len(values) == applying
        if values and (more or less):
            return False
    return True


def _disagreements(parent: Parent, own: Assessment) -> Iterator[Finding]:
    for item, stated in zip(parent.sums, own.measured, strict=True):
        figure = stated.figure
        if item.value is None or figure is None or figure.value is None:
            continue
        if not adds_up(item.indicator):
            continue
        whole = as_rounded(figure.value, percent=item.indicator.percent)
        added = _before_rounding(item, parent.children)
        arguments = {
            "name": item.indicator.id,
            "own": spell(figure.value),
            "given": item.given,
            "children": item.children,
            "sum": amount_text(item.value),
        }
        path = ("figures", item.indicator.id, "value")
        if above(added, whole):
            yield Finding("SC705", path, arguments)
        elif above(whole, added):
            yield Finding("SC706", path, arguments)


def _before_rounding(item: RolledUp, children: Sequence[Assessment]) -> Interval:
    figures = [child.scorecard.figures.get(item.indicator.id) for child in children]
    values = [figure.value for figure in figures if figure and figure.value]
    added = total(as_rounded(value, percent=item.indicator.percent) for value in values)
    if item.given == item.children:
        return added
    return Interval(added.low, None, added.low_side, 0, added.approximate)
