"""`scorecard show`: one unit's report card."""

from collections.abc import Iterator, Sequence

from scorecard.cli.options import Which, Writing
from scorecard.cli.present import gathered_from, present
from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.change import earlier
from scorecard.measure.comparison import Standing, compared
from scorecard.project.load import measured
from scorecard.project.selection import Choice, latest, peers, select
from scorecard.project.supposing import read_suppositions, supposed
from scorecard.project.targets import read_period
from scorecard.report.card import Card, show_view

Place = tuple[Standing, int]
"""Where a unit stands, and how many units are ranked with it."""


def show(targets: Sequence[str], which: Which, what_if: Sequence[str], writing: Writing) -> None:
    """Show report cards: every figure as reported, its target, completion and verdict."""
    gathered = gathered_from(targets, which, writing)
    choice = Choice(which.framework, read_period(which.period))
    suppositions = read_suppositions(what_if)
    chosen = supposed(select(gathered, choice), suppositions)
    cards = list(_cards(chosen, measured(gathered.everything)))
    view = show_view(cards, Words(writing.language), suppositions)
    present(view, gathered.told, writing)


def _cards(chosen: Sequence[Assessment], everything: Sequence[Assessment]) -> Iterator[Card]:
    """Yield the card of each unit, ranked among the latest of the others."""
    newest = set(map(id, latest(everything)))
    places: dict[int, Place] = {}
    for assessment, then in zip(chosen, earlier(chosen, everything), strict=True):
        own = id(assessment)
        if own not in places:
            found = _places(assessment, everything)
            # Those that are the latest of their units are all ranked among one another.
            places |= found if own in newest else {own: found[own]}
        yield Card(*places[own], then)


def _places(assessment: Assessment, everything: Sequence[Assessment]) -> dict[int, Place]:
    """Return where a unit and its peers stand, and how many are ranked, by their identities."""
    table = compared(peers(assessment, everything))
    ranked = table.ranked
    return {id(standing.assessment): (standing, ranked) for standing in table.standings}
