"""`scorecard show`: one unit's report card."""

import unicodedata
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from scorecard.cli.groups import Which, Writing
from scorecard.cli.present import choice_of, gathered_from, present
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.i18n.sayings import say
from scorecard.measure.field import Fields
from scorecard.project.errors import CannotRunError
from scorecard.project.expecting import Expecting
from scorecard.project.folders import files_in
from scorecard.project.load import measured, territory_of
from scorecard.project.selection import over_time, select
from scorecard.project.supposing import read_suppositions, supposed
from scorecard.project.targets import read_period
from scorecard.report.card import show_view
from scorecard.report.notes import Asked
from scorecard.report.site import site_views
from scorecard.report.unit_rows import unit_rows

if TYPE_CHECKING:
    # Few cards are shown as a form.
    from scorecard.report.form import FormColumn


def show(
    targets: Sequence[str],
    which: Which,
    since: str | None,
    what_if: Sequence[str],
    template: str | None,
    writing: Writing,
) -> None:
    """Show report cards: every figure as reported, its target, completion and verdict."""
    columns = _columns(template) if template is not None else None
    if columns and since:
        raise CannotRunError(say("error.template-since"))
    if not targets:
        # Where there is nothing to show, it is said how to begin.
        files_in(which.folder)
        raise CannotRunError(say("error.show"))
    gathered, words = gathered_from(targets, which, writing), Words(spoken())
    asked_for, first = read_suppositions(what_if), read_period(since)
    chosen = select(gathered, choice_of(which), every_period=first is not None)
    everything = measured(gathered.everything)
    wanted = over_time(chosen, first) if first else chosen
    shown, all_, suppositions = supposed(wanted, everything, asked_for)
    fields = Fields(all_, territory_of(gathered.everything))
    cards = unit_rows([fields.standing(each) for each in shown], fields)
    if columns:
        from scorecard.report.form import form_view

        present(form_view(cards, columns, words), gathered.told, writing)
        return
    if first:
        from scorecard.report.trend import trend_view

        present(trend_view(cards, words, suppositions), gathered.told, writing)
        return
    expecting = Expecting(gathered.everything)
    below = [expecting.missing(each, each.card.unit.id) for each in shown]
    asked = [Asked(each, expecting.last) for each in below]
    told = (cards, words, suppositions, asked)
    present(show_view(*told), gathered.told, writing, partial(site_views, *told))


def _columns(template: str) -> "list[FormColumn]":
    """Return the columns of a form; raise CannotRunError for a heading that is not known."""
    from scorecard.report.form import HEADINGS, form_columns

    headings = (each.strip() for each in unicodedata.normalize("NFC", template).split(","))
    found = []
    for each in form_columns(headings):
        if isinstance(each, str):
            raise CannotRunError(say("error.form-column", name=each, names=", ".join(HEADINGS)))
        found.append(each)
    return found
