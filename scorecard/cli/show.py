"""`scorecard show`: one unit's report card."""

from collections.abc import Sequence

from scorecard.cli.groups import Which, Writing
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
    asked_for, first = read_suppositions(what_if), read_period(since)
    chosen = select(gathered, choice_of(which), every_period=first is not None)
    everything = measured(gathered.everything)
    wanted = over_time(chosen, first) if first else chosen
    shown, all_, suppositions = supposed(wanted, everything, asked_for)
    fields = Fields(all_)
    cards = unit_rows([fields.standing(each) for each in shown], fields)
    if first:
        view = trend_view(cards, words, suppositions)
    else:
        expecting = Expecting(gathered.everything)
        below = [expecting.missing(each, each.scorecard.unit.id) for each in shown]
        asked = [Asked(each, expecting.last) for each in below]
        view = show_view(cards, words, suppositions, asked)
    present(view, gathered.told, writing)
