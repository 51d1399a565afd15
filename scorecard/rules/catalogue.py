"""All rules on scorecards, in the order in which they are asked."""

from collections.abc import Callable, Iterator

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.rules import figures, letters, marks, ratios, references, sources, targets
from scorecard.rules.scales import Pairs, pairs


def _claims(assessment: Assessment) -> Iterator[Finding]:
    """What a source concludes follows from its figures, where it concludes anything."""
    card = assessment.scorecard
    if card.claimed or any(figure.claimed for figure in card.figures.values()):
        # Few sources do.
        from scorecard.rules import claims

        yield from claims.figures(assessment)
        yield from claims.wholes(assessment)


ON_FIGURES: tuple[Callable[[Pairs], Iterator[Finding]], ...] = (
    figures.wrong_values,
    figures.outside_limits,
    marks.counts,
    marks.dotted_thousands,
    figures.shares,
    ratios.missing_targets,
)

ON_AIMED_FIGURES: tuple[Callable[[Pairs], Iterator[Finding]], ...] = (
    ratios.targets_without_ratio,
    ratios.baselines_at_the_target,
    targets.targets_without_id,
)
"""Rules on figures that state a target or a baseline of their own, as few do."""

ON_SCORECARDS: tuple[Callable[[Assessment], Iterator[Finding]], ...] = (
    references.unknown_indicators,
    sources.unknown_sources,
    figures.value_or_absent,
    figures.parts_of_a_whole,
    targets.targets_of_other_periods,
    sources.figures_without_source,
    sources.idle_sources,
    sources.early_sources,
    letters.scorecard_text,
    _claims,
)


def check_scorecard(assessment: Assessment) -> Iterator[Finding]:
    """Find everything that a scorecard under its framework gets wrong."""
    paired = pairs(assessment)
    for on_figures in ON_FIGURES:
        yield from on_figures(paired)
    aimed = [pair for pair in paired if pair[1].target or pair[1].baseline is not None]
    for on_aimed in ON_AIMED_FIGURES if aimed else ():
        yield from on_aimed(aimed)
    for rule in ON_SCORECARDS:
        yield from rule(assessment)
