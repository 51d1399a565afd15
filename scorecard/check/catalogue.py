"""All rules, in the order in which they are asked."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from scorecard.check import (
    claims,
    family,
    figures,
    folder,
    framework,
    history,
    ratios,
    references,
    scoring,
    sources,
    targets,
    text,
    units,
)
from scorecard.check.scales import Pairs, pairs
from scorecard.diagnostic import Finding, Severity
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework

ON_FIGURES: tuple[Callable[[Pairs], Iterator[Finding]], ...] = (
    figures.wrong_values,
    figures.outside_limits,
    figures.counts,
    figures.dotted_thousands,
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
    text.scorecard_text,
    claims.figures,
    claims.wholes,
)

ON_FRAMEWORKS: tuple[Callable[[Framework], Iterator[Finding]], ...] = (
    references.unknown_groups,
    references.unknown_parts,
    references.defined_twice,
    figures.wrong_framework_values,
    figures.framework_values_outside_limits,
    ratios.framework_targets_without_ratio,
    ratios.framework_baselines_at_the_target,
    targets.framework_targets_without_id,
    framework.methods,
    framework.external_targets,
    framework.order,
    scoring.empty_groups,
    scoring.bands_in_reach,
    scoring.points_nearly_100,
    scoring.idle_keys,
    text.labels,
    text.framework_text,
)

Found = Iterator[tuple[str, Finding]]
"""Findings, each with the name of its file."""

ON_FOLDERS: tuple[Callable[[Mapping[str, Assessment]], Found], ...] = (
    folder.same_twice,
    units.file_names,
    units.names_and_codes,
    folder.claimed_ranks,
    history.older_editions,
    history.still_estimated,
)

ON_SOUND_FIGURES: tuple[Callable[[Mapping[str, Assessment], family.Wrong], Found], ...] = (
    family.children_and_parent,
    history.jumps,
)
"""Rules that say nothing of figures that are wrong by themselves."""


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


def check_framework(checked: Framework) -> Iterator[Finding]:
    """Find everything that a framework gets wrong."""
    for rule in ON_FRAMEWORKS:
        yield from rule(checked)


def check_folder(assessments: Mapping[str, Assessment]) -> Found:
    """Find everything that scorecards get wrong together, each with the name of its file.

    Where it is in doubt whose figures a file has, nothing more is said of its unit.
    """
    unclear: set[str] = set()
    for rule in ON_FOLDERS:
        for name, finding in rule(assessments):
            if finding.path[0] != "unit" or name not in unclear:
                yield name, finding
            if finding.path == ("unit", "id"):
                unclear.add(name)

    @cache
    def wrong(name: str) -> frozenset[str]:
        found = check_scorecard(assessments[name])
        return frozenset(
            str(finding.path[1])
            for finding in found
            if finding.path[0] == "figures" and finding.rule.severity is Severity.ERROR
        )

    for on_sound_figures in ON_SOUND_FIGURES:
        yield from on_sound_figures(assessments, wrong)
