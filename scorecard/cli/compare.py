"""`scorecard compare`: units side by side."""

from collections.abc import Sequence

from scorecard.cli.asked import Asked, Writing
from scorecard.cli.gathering import gathered_from
from scorecard.cli.present import present
from scorecard.diagnostic import suggestion
from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.comparison import Comparison, compared, with_stability
from scorecard.measure.rollup import roll_up
from scorecard.model.framework import Framework
from scorecard.project.errors import CannotRunError
from scorecard.project.selection import Choice, one_framework, select
from scorecard.project.supposing import read_suppositions, supposed
from scorecard.project.targets import read_period
from scorecard.report.comparison import By, Rows, compare_view, nothing_to_compare
from scorecard.report.notes import Excerpt, LeftOut
from scorecard.report.rollup import rollup_view


def compare(
    asked: Asked,
    writing: Writing,
    *,
    rows: Rows | None,
    by: By | None,
    sort: str,
    top: int | None,
    bottom: int | None,
    by_parent: bool,
    sensitivity: bool,
) -> None:
    """Set units side by side and rank them, as far as the bounds of their figures decide."""
    _refuse_together(by_parent, rows, by, sensitivity, sort != "rank", top, bottom)
    gathered = gathered_from(asked.targets, asked.folder, quiet=asked.quiet)
    period = read_period(asked.period) if asked.period else None
    choice = Choice(asked.framework, period, asked.level)
    words, excerpt = Words(asked.language), Excerpt(top, bottom)
    suppositions = read_suppositions(asked.what_if)
    chosen = select(gathered, choice, every_period=by_parent)
    view = nothing_to_compare()
    if chosen:
        under_one, others = one_framework(chosen, gathered)
        assessments = supposed(under_one, suppositions)
        if by_parent:
            rules = assessments[0].framework
            view = rollup_view(rules, roll_up(assessments), suppositions, words, others)
        else:
            comparison = _compared(assessments, sort, sensitivity=sensitivity)
            left = LeftOut(others, sum(file.unread for file in gathered.chosen))
            view = compare_view(comparison, words, left, suppositions, excerpt, rows=rows, by=by)
    present(view, gathered.chosen, writing)


def _refuse_together(by_parent: bool, *others: object) -> None:
    if by_parent and any(others):
        raise CannotRunError(
            "--by-parent goes without --rows, --by, --sort, --sensitivity, --top and --bottom"
        )


def _compared(assessments: Sequence[Assessment], sort: str, *, sensitivity: bool) -> Comparison:
    comparison = compared(assessments, _order(sort, assessments[0].framework))
    try:
        return with_stability(comparison) if sensitivity else comparison
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
