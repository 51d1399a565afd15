"""A scorecard with figures that nobody has reported, to see what would follow."""

from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Target
from scorecard.model.scorecard import Figure
from scorecard.numbers.quantity import Form, Quantity


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
            figures[indicator.id] = _supposed(
                card.figures.get(indicator.id), values[indicator.id], percent=indicator.percent
            )
    changed = card.model_copy(update={"figures": figures})
    return Assessment(changed, assessment.framework, frozenset(values))


def _supposed(figure: Figure | None, value: Quantity, *, percent: bool) -> Figure:
    if figure is None:
        return Figure(value=value)
    target = figure.target
    if target is None and not percent and figure.value and figure.value.form is Form.SHARE:
        target = [Target(value=Quantity(Form.EXACT, figure.value.second or figure.value.first))]
    return figure.model_copy(
        update={
            "value": value,
            "absent": None,
            "why": None,
            "target": target,
            "source": None,
            "status": None,
            "note": None,
            "claimed": None,
        }
    )
