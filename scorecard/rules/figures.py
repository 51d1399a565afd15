"""Rules on whole figures: each says one thing, and parts add up to their whole."""

from functools import lru_cache

from scorecard.i18n import written
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.measure.criteria import FRAMEWORKS, Same
from scorecard.measure.parts import mismatch
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.quantity import spell
from scorecard.rules.findings import doubtful_values
from scorecard.rules.registry import Findings, finding, finding_on_key, on_figures, on_scorecards


@on_figures("SC401")
def value_or_absent(scorecard: Scorecard) -> Findings:
    """A figure has a value, or says why it has none."""
    for name, figure in scorecard.figures.items():
        if (figure.value is None) is (figure.absent is None):
            what = say("figure.both", absent=figure.absent)
            if figure.value is None:
                what = say("figure.neither")
            yield finding_on_key("SC401", "figures", name, name=name, what=what)


@on_scorecards("SC405")
def parts_of_a_whole(assessment: Assessment) -> Findings:
    """The parts of a whole add up to it, within the rounding of their printed digits."""
    for indicator in _wholes(Same(assessment.framework)):
        found, name = mismatch(assessment.scorecard, indicator), indicator.id
        if found and doubtful_values(assessment).isdisjoint((name, *indicator.parts)):
            parts, added = " + ".join(map(spell, found.parts)), written(decimal_text(found.sum))
            stated = {"whole": spell(found.whole), "parts": parts, "sum": added}
            yield finding("SC405", "figures", name, "value", name=name, **stated)


@lru_cache(maxsize=FRAMEWORKS)
def _wholes(same: Same[Framework]) -> tuple[Indicator, ...]:
    """Return the indicators of a framework that have parts."""
    return tuple(each for each in same.value.indicators if each.parts)
