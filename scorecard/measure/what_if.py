"""A scorecard with figures that nobody has reported, to see what would follow."""

from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.target import own_targets
from scorecard.model.scorecard import Figure
from scorecard.numbers.quantity import Quantity


class Supposition(NamedTuple):
    """A value supposed for an indicator: of one unit, or of all where none is named."""

    unit: str | None
    indicator: str
    value: Quantity


def suppose(assessment: Assessment, suppositions: list[Supposition]) -> Assessment:
    """Return the assessment as it would be; the one given where nothing is supposed of its unit.

    The target stays: that of 12 of 18 is 18 whatever else is supposed.
    """
    card = assessment.scorecard
    values = {
        item.indicator: item.value for item in suppositions if item.unit in (None, card.unit.id)
    }
    if not values:
        return assessment
    figures = dict(card.figures)
    for indicator in assessment.framework.indicators:
        if indicator.id in values:
            figure = card.figures.get(indicator.id, Figure())
            figures[indicator.id] = Figure.model_construct(
                value=values[indicator.id],
                target=own_targets(figure, indicator),
                baseline=figure.baseline,
            )
    changed = card.model_copy(update={"figures": figures})
    return Assessment(changed, assessment.framework, frozenset(values))
