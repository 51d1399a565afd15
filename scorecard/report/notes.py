"""Which units are shown, and sentences that qualify it: notes for people, codes for programs."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.comparison import Comparison, Standing
from scorecard.measure.sensitivity import DRAWS, SEED
from scorecard.measure.what_if import Supposition
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.quantity import spell
from scorecard.report import texts
from scorecard.report.blocks import Note
from scorecard.text.printable import Printable


class Excerpt(NamedTuple):
    """How many units are shown from the top and from the bottom; all where neither is said."""

    top: int | None = None
    bottom: int | None = None


class Shown(NamedTuple):
    """The units of a comparison that are shown, how many are not, and between which of them."""

    comparison: Comparison
    standings: tuple[Standing, ...]
    left_out: int = 0
    gap: int = 0


def excerpt(comparison: Comparison, asked: Excerpt) -> Shown:
    """Return the units that are asked for, each once."""
    standings = comparison.standings
    if asked == ALL:
        return Shown(comparison, standings)
    first, rest = standings[: asked.top or 0], standings[asked.top or 0 :]
    left_out = max(0, len(rest) - (asked.bottom or 0))
    last = rest[left_out:]
    gap = len(first) if left_out and last else 0
    return Shown(comparison, (*first, *last), left_out, gap)


def left_out_note(shown: Shown, asked: Excerpt, words: Words) -> Iterator[tuple[str, Printable]]:
    """Yield the note, with its code, that says how many units are not shown."""
    if shown.left_out:
        options = " ".join(f"--{name} {count}" for name, count in asked._asdict().items() if count)
        count = len(shown.comparison.standings)
        yield "left-out", words("note.left-out", count=shown.left_out, all=count, options=options)


class LeftOut(NamedTuple):
    """What is not in a comparison: other frameworks by id and edition, and files at fault."""

    frameworks: Sequence[tuple[str, str]] = ()
    unread: int = 0


ALL, NOTHING_LEFT_OUT = Excerpt(), LeftOut()


def comparison_notes(
    shown: Shown, left_out: LeftOut, words: Words
) -> Iterator[tuple[str, Printable]]:
    """Yield what qualifies a comparison, with codes; ranks are among all units, shown or not."""
    comparison = shown.comparison
    if left_out.unread:
        yield "unread", words("note.unread", count=left_out.unread)
    if comparison.levels_differ:
        yield "levels-differ", words("note.levels-differ")
    if comparison.lengths_differ:
        yield "lengths-differ", words("note.lengths-differ")
    elif comparison.periods_differ:
        yield "periods-differ", words("note.periods-differ")
    named, on_fewer = set(map(id, shown.standings)), comparison.on_fewer_points
    if fewer := [each.assessment for each in on_fewer if id(each) in named]:
        amounts = [(texts.unit_name(each, words), each.total.most) for each in fewer]
        names = ", ".join(f"{name} {decimal_text(most)}" for name, most in amounts)
        most = max(standing.assessment.total.most for standing in comparison.standings)
        yield "fewer-points", words("note.fewer-points", names=names, most=decimal_text(most))
    elif not on_fewer and comparison.on_other_indicators:
        yield "other-indicators", words("note.other-indicators")
    if any(standing.stability for standing in comparison.standings):
        yield "sensitivity", words("sensitivity.note", draws=DRAWS, seed=SEED)
    yield from other_frameworks(left_out.frameworks, words)


def other_frameworks(
    others: Sequence[tuple[str, str]], words: Words
) -> Iterator[tuple[str, Printable]]:
    """Yield the note, with its code, that names frameworks, by id and edition, left out."""
    if others:
        names = ", ".join(f"{name} ({edition})" for name, edition in others)
        yield "other-frameworks", words("note.other-frameworks", names=names)


def what_if_note(suppositions: Sequence[Supposition], words: Words) -> Iterator[Note]:
    """Yield the note that goes before everything else where something is supposed."""
    if suppositions:
        names = "; ".join(
            f"{item.unit or words('what-if.all')}: {item.indicator} = {spell(item.value)}"
            for item in suppositions
        )
        yield texts.note(words("what-if", suppositions=names), words)


def unranked_notes(standings: Sequence[Standing], words: Words) -> Iterator[Note]:
    """Yield why units have no rank, those of one reason together."""
    reasons: dict[Printable, list[Printable]] = {}
    for standing in standings:
        if standing.unranked:
            units = reasons.setdefault(texts.unranked_text(standing, words), [])
            units.append(texts.unit_name(standing.assessment, words))
    for reason, units in reasons.items():
        yield texts.note(texts.joined(", ".join(units), reason), words)
