"""`scorecard show`: one unit's report card."""

from collections.abc import Sequence

from scorecard.cli.options import Which, Writing
from scorecard.cli.present import gathered_from, present
from scorecard.i18n import Words
from scorecard.measure.field import Fields
from scorecard.project.load import measured
from scorecard.project.selection import Choice, select
from scorecard.project.supposing import read_suppositions, supposed
from scorecard.project.targets import read_period
from scorecard.report.card import show_view
from scorecard.report.unit_rows import unit_rows


def show(targets: Sequence[str], which: Which, what_if: Sequence[str], writing: Writing) -> None:
    """Show report cards: every figure as reported, its target, completion and verdict."""
    gathered = gathered_from(targets, which, writing)
    choice = Choice(which.framework, read_period(which.period))
    suppositions = read_suppositions(what_if)
    everything = measured(gathered.everything)
    shown, all_ = supposed(select(gathered, choice), everything, suppositions)
    fields = Fields(all_)
    cards = unit_rows([fields.standing(each) for each in shown], fields)
    view = show_view(cards, Words(writing.language), suppositions)
    present(view, gathered.told, writing)
