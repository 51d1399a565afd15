"""Which units are shown, and sentences that qualify it: notes for people, codes for programs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.comparison import Comparison, Standing
from scorecard.measure.sensitivity import DRAWS, SEED
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.quantity import spell
from scorecard.report import texts
from scorecard.report.blocks import Note
from scorecard.report.units import UnitRow


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


class LeftOut(NamedTuple):
    """What is not in a comparison: other frameworks by id and edition, and files at fault."""

    frameworks: Sequence[tuple[str, str]] = ()
    unread: int = 0


ALL, NOTHING_LEFT_OUT = Excerpt(), LeftOut()


def excerpt(comparison: Comparison, asked: Excerpt) -> Shown:
    """Return the units that are asked for, each once."""
    standings, (top, bottom) = comparison.standings, asked
    first = standings if asked == ALL else standings[: top or 0]
    last = standings[len(first) :][-bottom:] if bottom else ()
    left_out = len(standings) - len(first) - len(last)
    return Shown(comparison, (*first, *last), left_out, len(first) if left_out and last else 0)


def note(code: str, words: Words, **arguments: object) -> Note:
    """Return the note that a code stands for; programs are told its code as well."""
    return Note(words(f"note.{code}", **arguments), words("note"), code)


def left_out_note(shown: Shown, asked: Excerpt, words: Words) -> Iterator[Note]:
    """Yield the note that says how many units are not shown."""
    if shown.left_out:
        options = " ".join(f"--{name} {count}" for name, count in asked._asdict().items() if count)
        count = len(shown.comparison.standings)
        yield note("left-out", words, count=shown.left_out, all=count, options=options)


def comparison_notes(
    shown: Shown, left_out: LeftOut, units: Sequence[UnitRow], words: Words
) -> Iterator[Note]:
    """Yield what qualifies a comparison; ranks are among all units, shown or not."""
    comparison = shown.comparison
    if left_out.unread:
        yield note("unread", words, count=left_out.unread)
    if comparison.levels_differ:
        yield note("levels-differ", words)
    if comparison.lengths_differ:
        yield note("lengths-differ", words)
    elif comparison.periods_differ:
        yield note("periods-differ", words)
    named, on_fewer = set(map(id, shown.standings)), comparison.on_fewer_points
    if fewer := [each.assessment for each in on_fewer if id(each) in named]:
        amounts = [(words.name(each.scorecard.unit.name), each.total.most) for each in fewer]
        names = ", ".join(f"{name} {decimal_text(most)}" for name, most in amounts)
        most = max(standing.assessment.total.most for standing in comparison.standings)
        yield note("fewer-points", words, names=names, most=most)
    elif not on_fewer and comparison.on_other_indicators:
        yield note("other-indicators", words)
    if any(standing.stability for standing in comparison.standings):
        yield note("sensitivity", words, draws=DRAWS, seed=SEED)
    yield from other_then_notes(units, words)
    yield from assumed_note(comparison.framework, words)
    yield from other_frameworks(left_out.frameworks, words)


def assumed_note(framework: Framework, words: Words) -> Iterator[Note]:
    """Yield the note that says what of a framework no document states."""
    if framework.assumed:
        key = "-".join(sorted(framework.assumed))
        yield note(f"assumed-{key}", words)


def other_frameworks(others: Sequence[tuple[str, str]], words: Words) -> Iterator[Note]:
    """Yield the note that names frameworks, by id and edition, left out."""
    if others:
        names = ", ".join(f"{name} ({edition})" for name, edition in others)
        yield note("other-frameworks", words, names=names)


def other_then_notes(units: Sequence[UnitRow], words: Words) -> Iterator[Note]:
    """Yield which units had another name or code when they were last measured."""
    for unit in units:
        if unit.earlier and unit.earlier.was:
            said = texts.other_then_text(unit.earlier.was, unit.earlier.assessment, words)
            yield note("other-then", words, unit=words.name(unit.unit.name), said=said)


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
    reasons: dict[str, list[str]] = defaultdict(list)
    for standing in standings:
        if standing.unranked:
            name = words.name(standing.assessment.scorecard.unit.name)
            reasons[texts.unranked_text(standing, words)].append(name)
    for reason, units in reasons.items():
        yield texts.note(texts.joined(", ".join(units), reason), words)
