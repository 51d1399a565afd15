"""A folder of pages: an index, and a page a unit."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, groupby

from scorecard.i18n import Words
from scorecard.measure.field import Key, by_rank
from scorecard.measure.what_if import Supposition
from scorecard.report import texts
from scorecard.report.blocks import Block, Cell, Facts, Heading, View
from scorecard.report.card import show_view
from scorecard.report.charts import field_strip
from scorecard.report.columns import orders_of, table_of
from scorecard.report.notes import Asked
from scorecard.report.periods import period_text
from scorecard.report.unit_rows import UnitRow, decimals_of_ends
from scorecard.report.units import UNITS
from scorecard.text.printable import printable

INDEX = "index.html"


def site_views(
    cards: Sequence[UnitRow],
    words: Words,
    suppositions: Sequence[Supposition],
    asked: Sequence[Asked],
) -> Mapping[str, View]:
    """Return the pages of units by their names, the index first."""
    named = [card._replace(page=page) for card, page in zip(cards, _pages(cards), strict=True)]
    back = Facts(((words("site"), Cell(words("site.index"), link=printable(INDEX))),))

    def page(card: UnitRow, below: Asked) -> View:
        view = show_view([card], words, suppositions, [below])
        return view._replace(blocks=lambda: chain(view.blocks(), [back]))

    views = {card.page: page(card, below) for card, below in zip(named, asked, strict=True)}
    return {INDEX: View(partial(_index, named, words), dict), **views}


def _pages(cards: Sequence[UnitRow]) -> Iterator[str]:
    """Yield a name a card, which no other has; that of an only one does not hang on others."""
    taken: Counter[str] = Counter()
    for card in cards:
        scorecard, framework = card.assessment.scorecard, card.assessment.framework
        period, track = card.period.replace("/", "_"), scorecard.track
        name = ".".join((card.unit.id, period, framework.id, *([track] if track else [])))
        taken[name] += 1
        # No id has this mark in it, so that what is counted is the name of no other.
        again = f"_{taken[name]}" if taken[name] > 1 else ""
        yield f"{name}{again}.html"


def _index(cards: Sequence[UnitRow], words: Words) -> Iterator[Block]:
    yield Heading(words("site.index"))

    def field(card: UnitRow) -> Key:
        return card.fields.key(card.assessment)

    for _, some in groupby(sorted(cards, key=field), key=field):
        rows = sorted(some, key=lambda row: by_rank(row.standing))
        assessment = rows[0].assessment
        framework, card = assessment.framework, assessment.scorecard
        track = [texts.track_text(card.track, framework, words)] if card.track else []
        edition = words("edition", edition=framework.edition)
        level, period = words(f"level.{card.unit.level}"), period_text(card.period, words)
        title = texts.joined(words.name(framework.name), edition, level, period, *track)
        yield Heading(title, level=2)
        strip = field_strip([row.standing for row in rows], None, words, decimals_of_ends(rows))
        orders = cache(partial(orders_of, UNITS, rows, words("rank"), words))
        yield table_of(UNITS, rows, words)._replace(pictures=strip, orders=orders)
