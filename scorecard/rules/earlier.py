"""Rules on spellings of earlier versions, which no longer say what they did."""

from scorecard.i18n.sayings import say
from scorecard.model.fields import by_language
from scorecard.model.framework import Framework
from scorecard.numbers.quantity import Form, Quantity, spell
from scorecard.rules.framework import stated_targets
from scorecard.rules.registry import Findings, finding, on_frameworks


@on_frameworks("SC515")
def assumed_as_basis(framework: Framework) -> Findings:
    """A basis names a document; what none states is listed as assumed."""
    for language, said in by_language(framework.basis).items():
        if said.strip().casefold() == "assumed":
            kinds = '"weights", "bands"' if framework.bands else '"weights"'
            listed = "" if framework.assumed else say("hint.assumed", kinds=kinds)
            path = ("basis", language) if language else ("basis",)
            yield finding("SC515", *path, listed=listed)
            return


@on_frameworks("SC516")
def maxima_as_targets(framework: Framework) -> Findings:
    """The most points that a scheme gives are the end of a scale, and no target."""
    for number, indicator in enumerate(framework.indicators):
        if indicator.unit != "points" or "points" not in indicator.model_fields_set:
            continue
        most = Quantity(Form.EXACT, indicator.points)
        for position, target in enumerate(stated_targets(indicator)):
            if target.basis == "stated" and target.value == most:
                said = {"most": spell(target.value), "name": indicator.id}
                yield finding("SC516", "indicators", number, "target", position, **said)
