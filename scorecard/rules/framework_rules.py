"""All rules on frameworks, in the order in which they are asked."""

from collections.abc import Callable, Iterator

from scorecard.diagnostic import Finding
from scorecard.model.framework import Framework
from scorecard.rules import (
    figures,
    framework,
    letters,
    marks,
    ratios,
    references,
    scoring,
    targets,
)

ON_FRAMEWORKS: tuple[Callable[[Framework], Iterator[Finding]], ...] = (
    references.unknown_groups,
    references.unknown_parts,
    references.defined_twice,
    figures.wrong_framework_values,
    figures.framework_values_outside_limits,
    marks.framework_counts,
    marks.framework_dotted_thousands,
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
    letters.labels,
    letters.framework_text,
)


def check_framework(checked: Framework) -> Iterator[Finding]:
    """Find everything that a framework gets wrong."""
    for rule in ON_FRAMEWORKS:
        yield from rule(checked)
