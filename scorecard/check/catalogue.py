"""All rules, in the order in which they are asked."""

from collections.abc import Callable, Iterator, Mapping

from scorecard.check import claims, family, figures, folder, framework, references, targets
from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework

ON_SCORECARDS: tuple[Callable[[Assessment], Iterator[Finding]], ...] = (
    references.unknown_indicators,
    references.unknown_sources,
    figures.value_or_absent,
    figures.wrong_values,
    figures.outside_limits,
    figures.targets_without_ratio,
    figures.parts_of_a_whole,
    targets.targets_without_id,
    targets.targets_of_other_periods,
    claims.completions,
    claims.verdicts,
    claims.points,
    claims.scores,
    claims.bands,
)

ON_FRAMEWORKS: tuple[Callable[[Framework], Iterator[Finding]], ...] = (
    references.unknown_groups,
    references.unknown_parts,
    references.defined_twice,
    figures.framework_targets_without_ratio,
    targets.framework_targets_without_id,
    framework.methods,
    framework.external_targets,
    framework.order,
)

ON_FOLDERS: tuple[Callable[[Mapping[str, Assessment]], Iterator[tuple[str, Finding]]], ...] = (
    folder.same_twice,
    folder.claimed_ranks,
    family.children_and_parent,
)


def check_scorecard(assessment: Assessment) -> Iterator[Finding]:
    """Find everything that a scorecard under its framework gets wrong."""
    for rule in ON_SCORECARDS:
        yield from rule(assessment)


def check_framework(checked: Framework) -> Iterator[Finding]:
    """Find everything that a framework gets wrong."""
    for rule in ON_FRAMEWORKS:
        yield from rule(checked)


def check_folder(assessments: Mapping[str, Assessment]) -> Iterator[tuple[str, Finding]]:
    """Find everything that scorecards get wrong together, each with the name of its file."""
    for rule in ON_FOLDERS:
        yield from rule(assessments)
