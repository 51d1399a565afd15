"""`scorecard compare`: units side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from scorecard.cli.groups import Layout, Which, Writing
from scorecard.cli.present import choice_of, gathered_from, present
from scorecard.cli.progress import progress
from scorecard.diagnostic import suggestion
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.measure.comparison import Comparison, compared, with_stability
from scorecard.measure.edition import Edition
from scorecard.measure.field import Fields, sum_up
from scorecard.measure.rollup import Parent, lacking, roll_up
from scorecard.model.framework import Framework, Group, Indicator
from scorecard.project.absent import Absent
from scorecard.project.editions import in_edition
from scorecard.project.errors import CannotRunError
from scorecard.project.expecting import Expecting
from scorecard.project.load import measured, territory_of
from scorecard.project.measures import measure_meant, measure_suggested
from scorecard.project.selection import (
    Key,
    Selection,
    by_default,
    frameworks_beside,
    of_one_period,
    one_framework,
    refuse_two_meanings,
    select,
)
from scorecard.project.supposing import Said, read_suppositions, supposed
from scorecard.project.targets import Gathered
from scorecard.report.blocks import View
from scorecard.report.comparison import compare_view, nothing_to_compare
from scorecard.report.excerpt import Excerpt
from scorecard.report.notes import Asked, LeftOut
from scorecard.report.rollup import rollup_view


class Opened(NamedTuple):
    """What was opened, what is supposed of it, and the words that it is told in."""

    gathered: Gathered
    suppositions: list[Said]
    words: Words


def compare(
    targets: Sequence[str],
    which: Which,
    level: str | None,
    edition: str | None,
    layout: Layout,
    what_if: Sequence[str],
    writing: Writing,
) -> None:
    """Set units side by side and rank them, as far as the bounds of their figures decide."""
    _refuse_together(layout, which, edition)
    gathered, choice = gathered_from(targets, which, writing), choice_of(which, level)
    stated: Edition | None = None
    if edition:
        gathered, stated = in_edition(gathered, which.framework, edition)
        choice = choice._replace(framework=f"{stated.asked.id}@{edition}")
    else:
        choice = by_default(choice, gathered)
    opened = Opened(gathered, read_suppositions(what_if), Words(spoken()))
    chosen = select(gathered, choice, every_period=True)
    view = nothing_to_compare()
    if chosen:
        under_one, others = one_framework(chosen, gathered)
        if choice.framework and not (which.framework or edition):
            # Nobody asked for it: what the settings of the folder leave out is told.
            others = frameworks_beside(under_one, gathered)
        if layout.by_parent:
            view = _by_parent(under_one, others, opened)
        else:
            selection = of_one_period(under_one, gathered)
            left = _left_out(gathered, selection, others)._replace(edition=stated)
            view = _side_by_side(selection, left, opened, layout, which.tracks or (), writing)
    present(view, gathered.told, writing)


def _refuse_together(layout: Layout, which: Which, edition: str | None) -> None:
    """Raise CannotRunError for options that do not go together."""
    if layout.by_parent and (layout != Layout(by_parent=True) or edition):
        raise CannotRunError(say("error.by-parent"))
    laid_out = layout._replace(sort="rank") != Layout()
    if len(which.tracks or ()) > 1 and laid_out:
        raise CannotRunError(say("error.tracks"))


def _by_parent(under_one: Sequence[Assessment], others: Sequence[Key], opened: Opened) -> View:
    """Return the sums of children."""
    gathered, _, words = opened
    everything = measured(gathered.everything)
    shown, _, suppositions = supposed(under_one, everything, opened.suppositions)
    expecting = Expecting(gathered.found)
    absent = Absent(gathered.found, expecting)
    parents = [lacking(each, absent.of(each)) for each in roll_up(shown)]
    asked = [_asked_below(each, expecting) for each in parents]
    known = territory_of(gathered.everything)
    names = {each.id: known.name(each.id) or each.id for each in parents}
    units = (each.card.unit for each in everything)
    names |= {unit.id: unit.name for unit in units if unit.id in names}
    return rollup_view(parents, suppositions, words, others, asked, names)


def _side_by_side(
    selection: Selection,
    left: LeftOut,
    opened: Opened,
    layout: Layout,
    tracks: Sequence[str],
    writing: Writing,
) -> View:
    """Return units side by side; of several tracks that are asked for, these beside one another."""
    gathered, _, words = opened
    everything = measured(gathered.everything)
    shown, all_, suppositions = supposed(selection.chosen, everything, opened.suppositions)
    refuse_two_meanings(shown)
    fields = Fields(all_, territory_of(gathered.everything))
    excerpt = Excerpt(layout.top, layout.bottom)
    with progress("measured", quiet=writing.quiet) as step:
        sum_up(shown, step)
    comparison = _compared(shown, fields, layout)
    return compare_view(
        comparison,
        fields,
        words,
        left,
        suppositions,
        excerpt,
        rows=layout.rows,
        by=layout.by,
        tracks=tracks,
    )


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
    shown = {each.card.unit.id for each in selection.chosen}
    asked = [each for each in asked if not each.given or shown.intersection(each.given)]
    named = {unit for each in asked if not each.few for unit in each.missing}
    lacking = [each for each in lacking if each.card.unit.id not in named]
    said = Asked(asked, expecting.last)
    return LeftOut(frameworks, unread, period, later, lacking, said)


def _compared(assessments: Sequence[Assessment], fields: Fields, layout: Layout) -> Comparison:
    order = _order(layout.sort, assessments[0].framework)
    comparison = compared(assessments, fields, order)
    try:
        return with_stability(comparison, fields) if layout.sensitivity else comparison
    except ModuleNotFoundError:
        raise CannotRunError(say("error.numpy")) from None


def _order(name: str, framework: Framework) -> str:
    """Return what units are sorted by; raise CannotRunError where there is no such thing."""
    if name in ("rank", "unit"):
        return name
    known: list[Indicator | Group] = [*framework.groups, *framework.indicators]
    found = measure_meant(name, known)
    if found is None:
        hint = suggestion(name, ("rank", "unit")) or measure_suggested(name, known)
        raise CannotRunError(say("error.sort", name=name, hint=hint or say("error.sort-hint")))
    return found
