"""Rules on whole figures: each says one thing, and parts add up to their whole."""

from collections.abc import Iterator

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.measure.parts import mismatch
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.quantity import spell
from scorecard.rules.findings import doubtful_values
from scorecard.rules.registry import on_scorecards


@on_scorecards("SC401")
def value_or_absent(assessment: Assessment) -> Iterator[Finding]:
    """A figure has a value, or says why it has none."""
    figures = assessment.scorecard.figures.items()
    odd = [each for each in figures if (each[1].value is None) is (each[1].absent is None)]
    for name, figure in odd:
        what = f'a value and is absent = "{figure.absent}" too'
        if figure.value is None:
            what = "neither a value nor an absence"
        yield Finding("SC401", ("figures", name), {"name": name, "what": what}, on_key=True)


@on_scorecards("SC405")
def parts_of_a_whole(assessment: Assessment) -> Iterator[Finding]:
    """The parts of a whole add up to it, within the rounding of their printed digits."""
    for indicator in assessment.framework.indicators:
        found = mismatch(assessment.scorecard, indicator) if indicator.parts else None
        if found is None:
            continue
        if not doubtful_values(assessment).isdisjoint((indicator.id, *indicator.parts)):
            continue
        arguments = {
            "name": indicator.id,
            "whole": spell(found.whole),
            "parts": " + ".join(spell(part) for part in found.parts),
            "sum": decimal_text(found.sum),
        }
        yield Finding("SC405", ("figures", indicator.id, "value"), arguments)
