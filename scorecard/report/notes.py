"""Sentences that qualify what is shown: notes for people, codes for programs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.comparison import Comparison
from scorecard.measure.edition import Edition
from scorecard.measure.field import Fields, Standing
from scorecard.measure.rounding import within_rounding
from scorecard.measure.sensitivity import DRAWS, SEED
from scorecard.measure.traits import Aim
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import spell
from scorecard.report import texts
from scorecard.report.blocks import Note
from scorecard.report.excerpt import Excerpt, Shown
from scorecard.report.periods import period_text
from scorecard.report.unit_rows import UnitRow
from scorecard.rules.expected import Reported
from scorecard.text.naming import alphabetical


class Asked(NamedTuple):
    """Lists of who is to report, of which some have not, and the last scorecard of each unit.

    `absent` is who is missing from sums of a period, on a list or not.
    """

    lists: Sequence[Reported] = ()
    last: Mapping[str, Assessment] = MappingProxyType({})
    absent: Sequence[str] = ()
    period: Period | None = None


class LeftOut(NamedTuple):
    """What is not in a comparison: other frameworks by id and edition, and files at fault.

    Of units that are compared for one period also the scorecards for later ones, and the latest of
    those that have none for it, and who of those that are expected has not reported. `edition` is
    what others are stated in, where that was asked for.
    """

    frameworks: Sequence[tuple[str, str]] = ()
    unread: int = 0
    period: Period | None = None
    later: Sequence[Assessment] = ()
    lacking: Sequence[Assessment] = ()
    asked: Asked = Asked()
    edition: Edition | None = None


NAMED = 6
"""The most units that a note names."""

NOTHING_LEFT_OUT = LeftOut()


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
    shown: Shown, left_out: LeftOut, units: Sequence[UnitRow], fields: Fields, words: Words
) -> Iterator[Note]:
    """Yield what qualifies a comparison; ranks are among all units, shown or not."""
    comparison = shown.comparison
    yield from _left_out_notes(left_out, words)
    if comparison.levels_differ:
        yield note("levels-differ", words)
    if comparison.lengths_differ:
        yield note("lengths-differ", words)
    elif comparison.periods_differ:
        yield note("periods-differ", words)
    named, on_fewer = set(map(id, shown.standings)), comparison.on_fewer_points
    if fewer := [each.assessment for each in on_fewer if id(each) in named]:
        amounts = [(words.name(each.card.unit.name), each.total.most) for each in fewer]
        names = ", ".join(f"{name} {words.number(decimal_text(most))}" for name, most in amounts)
        yield note("fewer-points", words, names=names, most=_most_points(comparison, words))
    elif not on_fewer and comparison.on_other_indicators:
        yield note("other-indicators", words)
    if told := list(_unlike_targets(comparison, words)):
        yield note("targets-differ", words, names=_few(told, "; "))
    yield from rounding_notes(shown.standings, fields, words)
    if any(standing.stability for standing in comparison.standings):
        yield note("sensitivity", words, draws=DRAWS, seed=str(SEED))
    yield from break_notes(units, words)
    yield from assumed_note(comparison.framework, words)
    yield from other_frameworks(left_out.frameworks, words)


def _unlike_targets(comparison: Comparison, words: Words) -> Iterator[str]:
    """Yield each indicator whose targets differ, with them: `Houses: 10 (A), 100 (B, C)`.

    Targets are those that somebody set, and of all units, as these are ranked, shown or not.
    """
    units = [standing.assessment for standing in comparison.standings]
    for place, indicator in enumerate(comparison.framework.indicators):
        held: dict[Aim, list[Assessment]] = defaultdict(list)
        for unit in units:
            if aim := unit.aim(place):
                held[aim].append(unit)
        if len(held) > NAMED:
            yield f"{words.name(indicator.name)}: {words('targets.several', count=len(held))}"
        elif len(held) > 1:
            told = (_with_target(each, place, words) for each in sorted(held.values(), key=len))
            yield f"{words.name(indicator.name)}: {', '.join(told)}"


def _with_target(units: Sequence[Assessment], place: int, words: Words) -> str:
    """Return a target with the units that are held against it, or how many they are."""
    item = units[0].lean().measured[place]
    stated = texts.quantity_text(item.targets[0].stated, item.indicator, words)
    if len(units) > NAMED:
        return f"{stated} ({words('targets.units', count=len(units))})"
    return f"{stated} ({', '.join(words.name(each.card.unit.name) for each in units)})"


def _left_out_notes(left_out: LeftOut, words: Words) -> Iterator[Note]:
    """Yield which units and periods are not compared."""
    if left_out.unread:
        yield note("unread", words, count=left_out.unread)
    if left_out.edition:
        yield from _edition_notes(left_out.edition, words)
    if left_out.later:
        yield note("periods-later", words, names=_with_periods(left_out.later, words))
    if left_out.lacking:
        names = _with_periods(left_out.lacking, words)
        yield note(
            "periods-lacking",
            words,
            period=period_text(left_out.period, words) if left_out.period else "",
            names=names,
        )
    yield from reported_notes(left_out.asked, words)


def _edition_notes(edition: Edition, words: Words) -> Iterator[Note]:
    """Yield what is stated in an edition, what of it was left out, and what cannot be compared."""
    asked = edition.asked.edition
    if edition.others:
        others = ", ".join(each.edition for each in edition.others)
        yield note("edition", words, edition=asked, others=others)
    if edition.left_out:
        names = dict.fromkeys(words.name(each.name) for each in edition.left_out)
        yield note("edition-left-out", words, names=", ".join(names))
    if edition.refused:
        others = ", ".join(each.edition for each in edition.refused)
        yield note("edition-refused", words, edition=asked, others=others)


def reported_notes(asked: Asked, words: Words) -> Iterator[Note]:
    """Yield how many of the expected units have reported, and who has not, or who has."""
    for each in asked.lists:
        units = _in_order(_reporting(unit, each, asked, words) for unit in each.named)
        code, given = "reported-so-far" if each.few else "not-reported", len(each.given)
        said = {
            "given": given,
            "units": given + len(each.missing),
            "period": period_text(each.period, words),
        }
        yield note(code, words, **said, names=", ".join([*units, *each.more]))
    listed = {unit for each in asked.lists for unit in each.missing}
    others = _in_order(_last_of(unit, asked, words) for unit in asked.absent if unit not in listed)
    if others and asked.period:
        yield note(
            "not-in-sums", words, period=period_text(asked.period, words), names=_few(others)
        )


def _reporting(unit: str, each: Reported, asked: Asked, words: Words) -> str:
    """Return the name of a unit, with its last period where it has none for this one."""
    last = asked.last.get(unit) if each.few else None
    return words.name(last.card.unit.name) if last else _last_of(unit, asked, words)


def _last_of(unit: str, asked: Asked, words: Words) -> str:
    """Return the name of a unit with its last period; its id, where it never had a scorecard."""
    last = asked.last.get(unit)
    return _with_periods([last], words) if last else unit


def rounding_notes(standings: Sequence[Standing], fields: Fields, words: Words) -> Iterator[Note]:
    """Yield which ranks are not surely apart, as figures were rounded when they were printed."""
    shown = {id(each.assessment) for each in standings}
    several = {fields.key(each.assessment): fields.field(each.assessment) for each in standings}
    runs = [
        run
        for field in several.values()
        for run in within_rounding(field)
        if any(id(each.assessment) in shown for each in run)
    ]
    if runs:
        told = "; ".join(_run_text(run, words) for run in runs)
        yield note("ranks-within-rounding", words, runs=told)


def _run_text(run: Sequence[Standing], words: Words) -> str:
    placed = [standing.rank for standing in run if standing.rank]
    best, worst = min(rank.best for rank in placed), max(rank.worst for rank in placed)
    ranks = f"{best}–{worst}"
    if len(run) > NAMED:
        return words("rank.run.many", ranks=ranks, count=len(run))
    names = ", ".join(words.name(each.assessment.card.unit.name) for each in run)
    return words("rank.run", ranks=ranks, names=names)


def _with_periods(assessments: Sequence[Assessment], words: Words) -> str:
    cards = [each.card for each in assessments]
    periods = [period_text(card.period, words) for card in cards]
    named = zip(cards, periods, strict=True)
    return _few(_in_order(f"{words.name(card.unit.name)} ({period})" for card, period in named))


def _in_order(names: Iterable[str]) -> list[str]:
    """Return names in the order in which people look them up."""
    return sorted(names, key=alphabetical)


def _few(names: Sequence[str], between: str = ", ") -> str:
    """Return the first names, and dots where there are more."""
    return between.join([*names[:NAMED], *(["…"] if len(names) > NAMED else [])])


def _most_points(comparison: Comparison, words: Words) -> str:
    """Return the most points that a unit is scored on, and of how many where some are left out."""
    most = max(standing.assessment.total.most for standing in comparison.standings)
    due = max(standing.assessment.points_due for standing in comparison.standings)
    return (
        words.number(decimal_text(most))
        if due == most
        else words("points.of", points=most, most=due)
    )


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


def break_notes(units: Sequence[UnitRow], words: Words) -> Iterator[Note]:
    """Yield why units are held against nothing earlier, those of one reason together."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        if unit.earlier and unit.earlier.broke:
            why = texts.break_text(unit.earlier.broke, unit.earlier.assessment, words)
            reasons[why].append(words.name(unit.unit.name))
    for said, names in reasons.items():
        yield note("other-then", words, names=_few(names), said=said)


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
            name = words.name(standing.assessment.card.unit.name)
            reasons[texts.unranked_text(standing, words)].append(name)
    for reason, units in reasons.items():
        yield texts.note(texts.joined(", ".join(units), reason), words)
