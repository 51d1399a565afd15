"""A scorecard with figures that nobody has reported, to see what would follow."""

from dataclasses import replace
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.model.scorecard import HELD_AGAINST, Figure
from scorecard.numbers.quantity import Quantity


class Supposition(NamedTuple):
    """A value supposed for an indicator: of one unit, or of all where none is named."""

    unit: str | None
    indicator: str
    value: Quantity


def suppose(assessment: Assessment, suppositions: list[Supposition]) -> Assessment:
    """Return the assessment as it would be; the one given where nothing is supposed of its unit.

    A figure's own target stays; the whole of a share is that of what is supposed.
    """
    unit = assessment.card.unit.id
    values = {item.indicator: item.value for item in suppositions if item.unit in (None, unit)}
    if not values:
        return assessment
    card = assessment.scorecard
    figures = dict(card.figures)
    for indicator in assessment.framework.indicators:
        if indicator.id in values:
            figure = card.figures.get(indicator.id, Figure())
            kept = {key: getattr(figure, key) for key in HELD_AGAINST}
            figures[indicator.id] = Figure.model_construct(value=values[indicator.id], **kept)
    changed = card.model_copy(update={"figures": figures})
    errors = {name: code for name, code in assessment.errors.items() if name not in values}
    return replace(assessment, card=changed, supposed=frozenset(values), errors=errors)
