"""What qualifies a comparison: each a sentence, for people and for programs."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.comparison import Standing
from scorecard.measure.sensitivity import DRAWS, SEED
from scorecard.numbers.digits import decimal_text
from scorecard.report import texts
from scorecard.report.blocks import Note
from scorecard.report.excerpt import Shown
from scorecard.report.supposed import other_frameworks
from scorecard.text.printable import Printable


class LeftOut(NamedTuple):
    """What is not in a comparison: other frameworks by id and edition, and files at fault."""

    frameworks: Sequence[tuple[str, str]] = ()
    unread: int = 0


NOTHING_LEFT_OUT = LeftOut()


def caveats(shown: Shown, left_out: LeftOut, words: Words) -> Iterator[tuple[str, Printable]]:
    """Yield what qualifies the comparison, each with its code.

    Ranks are among all units, so what is said of them is too; of units by name, only those are
    named that are shown.
    """
    comparison = shown.comparison
    if left_out.unread:
        yield "unread", words("note.unread", count=left_out.unread)
    if comparison.levels_differ:
        yield "levels-differ", words("note.levels-differ")
    if comparison.lengths_differ:
        yield "lengths-differ", words("note.lengths-differ")
    elif comparison.periods_differ:
        yield "periods-differ", words("note.periods-differ")
    seen = set(map(id, shown.standings))
    on_fewer = comparison.on_fewer_points
    fewer = [standing for standing in on_fewer if id(standing) in seen]
    if fewer:
        names = ", ".join(
            f"{texts.unit_name(standing, words)} {decimal_text(standing.assessment.total.most)}"
            for standing in fewer
        )
        most = max(standing.assessment.total.most for standing in comparison.standings)
        yield "fewer-points", words("note.fewer-points", names=names, most=decimal_text(most))
    elif not on_fewer and comparison.on_other_indicators:
        yield "other-indicators", words("note.other-indicators")
    if any(standing.stability for standing in comparison.standings):
        yield "sensitivity", words("sensitivity.note", draws=DRAWS, seed=SEED)
    yield from other_frameworks(left_out.frameworks, words)


def unranked(standings: Sequence[Standing], words: Words) -> Iterator[Note]:
    """Say why units have no rank, those of one reason together."""
    reasons: dict[Printable, list[Printable]] = {}
    for standing in standings:
        if standing.unranked:
            reason = texts.unranked_text(standing, words)
            reasons.setdefault(reason, []).append(texts.unit_name(standing, words))
    for reason, units in reasons.items():
        yield texts.note(texts.joined(", ".join(units), reason), words)
