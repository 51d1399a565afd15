"""`scorecard compare`: units side by side."""

from collections.abc import Sequence

from scorecard.cli.options import Layout, Which, Writing
from scorecard.cli.present import gathered_from, present
from scorecard.diagnostic import suggestion
from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.comparison import Comparison, compared, with_stability
from scorecard.measure.field import Fields
from scorecard.measure.rollup import Parent, lacking, roll_up
from scorecard.model.framework import Framework
from scorecard.model.level import Level
from scorecard.project.absent import Absent
from scorecard.project.errors import CannotRunError
from scorecard.project.expecting import Expecting
from scorecard.project.load import measured
from scorecard.project.selection import (
    Choice,
    Selection,
    of_one_period,
    one_framework,
    refuse_two_meanings,
    select,
)
from scorecard.project.supposing import read_suppositions, supposed
from scorecard.project.targets import Gathered, read_period
from scorecard.report.comparison import compare_view, nothing_to_compare
from scorecard.report.notes import Asked, Excerpt, LeftOut
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
    everything = measured(gathered.everything)
    chosen = select(gathered, choice, every_period=True)
    view = nothing_to_compare()
    if chosen and layout.by_parent:
        under_one, others = one_framework(chosen, gathered)
        shown = supposed(under_one, everything, suppositions).shown
        expecting = Expecting(gathered.found)
        absent = Absent(gathered.found, expecting)
        parents = [lacking(each, absent.of(each)) for each in roll_up(shown)]
        asked = [_asked_below(each, expecting) for each in parents]
        view = rollup_view(parents, suppositions, words, others, asked)
    elif chosen:
        under_one, others = one_framework(chosen, gathered)
        selection = of_one_period(under_one, gathered)
        shown, all_ = supposed(selection.chosen, everything, suppositions)
        refuse_two_meanings(shown)
        fields = Fields(all_)
        left = _left_out(gathered, selection, others)
        comparison = _compared(shown, fields, layout)
        view = compare_view(
            comparison, fields, words, left, suppositions, excerpt, rows=layout.rows, by=layout.by
        )
    present(view, gathered.told, writing)


def _asked_below(parent: Parent, expecting: Expecting) -> Asked:
    lists = expecting.missing(parent.children[0], parent.id)
    return Asked(lists, expecting.last, parent.absent, parent.period)


def _left_out(
    gathered: Gathered, selection: Selection, frameworks: Sequence[tuple[str, str]]
) -> LeftOut:
    """Return what is not compared; who is missing is expected, and has none for the period."""
    unread = sum(file.unread for file in gathered.chosen)
    period, later, lacking = selection.period, selection.later, selection.lacking
    expecting = Expecting(gathered.found)
    asked = expecting.missing(selection.chosen[0]) if period else []
    shown = {each.scorecard.unit.id for each in selection.chosen}
    asked = [each for each in asked if not each.given or shown.intersection(each.given)]
    named = {unit for each in asked if not each.few for unit in each.missing}
    lacking = [each for each in lacking if each.scorecard.unit.id not in named]
    said = Asked(asked, expecting.last)
    return LeftOut(frameworks, unread, period, later, lacking, said)


def _compared(assessments: Sequence[Assessment], fields: Fields, layout: Layout) -> Comparison:
    order = _order(layout.sort, assessments[0].framework)
    comparison = compared(assessments, fields, order)
    try:
        return with_stability(comparison, fields) if layout.sensitivity else comparison
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
