"""`scorecard compare`: units side by side."""

from collections.abc import Sequence

from scorecard.cli.options import Layout, Which, Writing
from scorecard.cli.present import gathered_from, present
from scorecard.diagnostic import suggestion
from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.comparison import Comparison, compared, with_stability
from scorecard.measure.rollup import roll_up
from scorecard.model.framework import Framework
from scorecard.model.level import Level
from scorecard.project.errors import CannotRunError
from scorecard.project.load import measured
from scorecard.project.selection import Choice, one_framework, select
from scorecard.project.supposing import read_suppositions, supposed
from scorecard.project.targets import read_period
from scorecard.report.comparison import compare_view, nothing_to_compare
from scorecard.report.notes import Excerpt, LeftOut
from scorecard.report.rollup import rollup_view


def compare(
    targets: Sequence[str],
    which: Which,
    level: Level | None,
    layout: Layout,
    what_if: Sequence[str],
    writing: Writing,
) -> None:
    """Set units side by side and rank them, as far as the bounds of their figures decide."""
    if layout.by_parent and layout != Layout(by_parent=True):
        raise CannotRunError(
            "--by-parent goes without --rows, --by, --sort, --sensitivity, --top and --bottom"
        )
    gathered = gathered_from(targets, which, writing)
    choice = Choice(which.framework, read_period(which.period), level)
    words, excerpt = Words(writing.language), Excerpt(layout.top, layout.bottom)
    suppositions = read_suppositions(what_if)
    chosen = select(gathered, choice, every_period=layout.by_parent)
    view = nothing_to_compare()
    if chosen:
        under_one, others = one_framework(chosen, gathered)
        assessments = supposed(under_one, suppositions)
        if layout.by_parent:
            view = rollup_view(roll_up(assessments), suppositions, words, others)
        else:
            comparison = _compared(assessments, layout)
            left = LeftOut(others, sum(file.unread for file in gathered.chosen))
            rows, by = layout.rows, layout.by
            everything = measured(gathered.everything)
            view = compare_view(
                comparison, words, left, suppositions, excerpt, everything, rows=rows, by=by
            )
    present(view, gathered.told, writing)


def _compared(assessments: Sequence[Assessment], layout: Layout) -> Comparison:
    comparison = compared(assessments, _order(layout.sort, assessments[0].framework))
    try:
        return with_stability(comparison) if layout.sensitivity else comparison
    except ModuleNotFoundError:
        raise CannotRunError(
            "--sensitivity needs numpy: pip install 'mobilization-scorecard[sensitivity]'"
        ) from None


def _order(name: str, framework: Framework) -> str:
    """Return what units are sorted by; raise CannotRunError where there is no such thing."""
    groups = [group.id for group in framework.groups]
    known = ["rank", "unit", *groups, *(indicator.id for indicator in framework.indicators)]
    if name not in known:
        hint = suggestion(name, known) or "give rank, unit, or the id of a group or indicator"
        raise CannotRunError(f'there is nothing to sort by named "{name}": {hint}')
    return name
