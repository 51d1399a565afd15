"""`scorecard show`: one unit's report card."""

from collections.abc import Sequence
from functools import partial

from scorecard.cli.options import Which, Writing
from scorecard.cli.present import choice_of, gathered_from, present
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.measure.field import Fields
from scorecard.project.expecting import Expecting
from scorecard.project.load import measured
from scorecard.project.selection import over_time, select
from scorecard.project.supposing import read_suppositions, supposed
from scorecard.project.targets import read_period
from scorecard.report.card import show_view
from scorecard.report.notes import Asked
from scorecard.report.site import site_views
from scorecard.report.trend import trend_view
from scorecard.report.unit_rows import unit_rows


def show(
    targets: Sequence[str],
    which: Which,
    since: str | None,
    what_if: Sequence[str],
    writing: Writing,
) -> None:
    """Show report cards: every figure as reported, its target, completion and verdict."""
    gathered, words = gathered_from(targets, which, writing), Words(spoken())
    suppositions, first = read_suppositions(what_if), read_period(since)
    chosen = select(gathered, choice_of(which), every_period=first is not None)
    everything = measured(gathered.everything)
    shown, all_ = supposed(over_time(chosen, first) if first else chosen, everything, suppositions)
    fields = Fields(all_)
    cards = unit_rows([fields.standing(each) for each in shown], fields)
    if first:
        present(trend_view(cards, words, suppositions), gathered.told, writing)
        return
    expecting = Expecting(gathered.everything)
    below = [expecting.missing(each, each.scorecard.unit.id) for each in shown]
    asked = [Asked(each, expecting.last) for each in below]
    told = (cards, words, suppositions, asked)
    present(show_view(*told), gathered.told, writing, partial(site_views, *told))
