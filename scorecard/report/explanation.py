"""One number of a report card unfolded into all that it is made of."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.change import Change
from scorecard.measure.outcome import Measured
from scorecard.measure.target import Threshold
from scorecard.model.fields import SOURCE_REFERENCE
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval, times
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Facts, Heading, View
from scorecard.report.figures import NOT_GIVEN, FigureRow, figure_record
from scorecard.report.formula import dotted, ends_text, formulas, share_formula
from scorecard.report.record import VERSION, framework_record
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable

Step = tuple[str, Printable, str]
"""A step of an explanation: its code, its name, and what it says."""


class Explanation(NamedTuple):
    """What is shown of one number, and the same for programs."""

    blocks: tuple[Block, ...]
    record: Mapping[str, Json]


def explain_view(explanations: Sequence[Explanation]) -> View:
    """Return explanations below one another."""
    record: dict[str, Json] = {
        "version": VERSION,
        "command": "explain",
        "explanations": [explanation.record for explanation in explanations],
    }
    return View(lambda: (block for each in explanations for block in each.blocks), lambda: record)


def explain_figure(
    assessment: Assessment, item: Measured, change: Change | None, words: Words
) -> Explanation:
    """Return how one figure becomes a completion, a verdict and points."""
    card = assessment.scorecard
    steps = [
        *_stated(card, item, words),
        *(
            each
            for number, judged in enumerate(_by_target(item), start=1)
            for each in _judged(card, judged, words, number)
        ),
        *_earned(assessment, item, words),
    ]
    if change is not None:
        shown, since = texts.change_text(change), change.since.text
        steps.append(step(words, "change", "change", "explain.change", change=shown, period=since))
    unit = texts.name_text(card.unit.name, words)
    name = texts.labelled_name(item.indicator, words)
    title = texts.joined(name, unit, texts.period_text(card.period, words))
    figure = FigureRow(card.unit, card.period, assessment.framework, item, change=change)
    record = explanation_record(assessment, "figure", figure_record(figure), steps)
    return Explanation((Heading(title), step_facts(steps)), record)


def step(words: Words, code: str, heading: str, text: str, /, **told: object) -> Step:
    """Return a step by the keys of its name and of what it says."""
    return code, words(heading), words(text, **told)


def step_facts(steps: Sequence[Step]) -> Facts:
    """Return steps as facts to be read."""
    return Facts(tuple((name, Cell(printable(text))) for _, name, text in steps))


def explanation_record(
    assessment: Assessment, subject: str, explained: Json, steps: Sequence[Step]
) -> dict[str, Json]:
    """Return for JSON what is explained, and the steps."""
    return {
        "unit": assessment.scorecard.unit.id,
        "period": assessment.scorecard.period.text,
        "framework": framework_record(assessment.framework),
        subject: explained,
        "steps": [{"step": code, "text": text} for code, _, text in steps],
    }


def _stated(card: Scorecard, item: Measured, words: Words) -> Iterator[Step]:
    figure = item.figure or NOT_GIVEN
    yield "value", words("value"), cells.value_cell(item, words).text
    if item.absent:
        why = "uncounted" if item.absent == "missing" and item.points is None else item.absent
        yield step(words, "absence", "explain.absence", f"explain.absent.{why}")
    share = share_formula(item)
    if share:
        yield "share", words("explain.share"), share
    if item.value is not None:
        yield "bounds", words("explain.bounds"), _bounds(item.value, words)
    if figure.why:
        yield "why", words("explain.why"), texts.name_text(figure.why, words)
    if figure.status:
        yield "status", words("explain.status"), words(f"status.{figure.status}")
    if figure.note:
        yield "note", words("note"), texts.name_text(figure.note, words)
    if figure.source:
        yield "source", words("source"), source_text(card, figure.source, words)


def source_text(card: Scorecard, reference: str, words: Words) -> str:
    """Return where a figure comes from: title, publisher, place, date and address."""
    match = SOURCE_REFERENCE.fullmatch(reference)
    source = card.sources.get(match["source"]) if match else None
    if source is None or match is None:
        return reference
    parts = [
        texts.name_text(source.title, words),
        words("explain.place", place=match["place"]) if match["place"] else "",
        texts.name_text(source.publisher, words) if source.publisher else "",
        source.published.isoformat() if source.published else "",
        source.url or "",
    ]
    return ", ".join(part for part in parts if part)


def _bounds(value: Interval, words: Words) -> Printable:
    """Say between which numbers the true value lies."""
    if value.low is not None and value.low == value.high:
        side = {-1: "below", 1: "over"}.get(value.low_side, "at")
        key = f"explain.{side}" if value.approximate else "explain.exactly"
        return words(key, number=dotted(value.low))
    least = "explain.more" if value.low_side else "explain.least"
    most = "explain.less" if value.high_side else "explain.most"
    ends = ((least, value.low), (most, value.high))
    said = (words(key, number=dotted(end)) for key, end in ends if end is not None)
    return printable(", ".join(said))


def _by_target(item: Measured) -> list[Measured]:
    """Return a figure once for each of its targets, the one that decides first."""
    return [item, *(cells.against(item, other) for other in item.others)]


def _judged(card: Scorecard, item: Measured, words: Words, number: int) -> Iterator[Step]:
    first, outcome = number == 1, item.outcome
    code = "" if first else f"target-{number}-"
    if outcome.target or item.indicator.method not in ("steps", "yes-no"):
        name = words("target") if first else words("explain.other-target", number=number)
        text = _target(card, outcome.target, item.indicator, words)
        yield ("target" if first else f"target-{number}"), name, text
    found = list(formulas(item))
    if found:
        formula = words(f"explain.method.{_method(item)}")
        yield f"{code}formula", words("explain.formula"), f"{formula}: {'; '.join(found)}"
    if outcome.completion is not None:
        yield (
            f"{code}completion",
            words("explain.completion"),
            f"{cells.completion_text(item)} %",
        )
    if outcome.pace is not None and outcome.share is not None:
        share, pace = dotted(outcome.share * HUNDRED), texts.share_text(outcome.pace)
        yield step(words, f"{code}pace", "explain.pace", "explain.paced", share=share, pace=pace)
    if outcome.verdict is not None:
        yield f"{code}verdict", words("verdict"), cells.reasoned_verdict(item, words)
    if outcome.pace is not None:
        mark = cells.verdict_cell(item, words).text
        yield step(words, f"{code}mark", "explain.mark", "explain.marked", mark=mark)


def _method(item: Measured) -> str:
    method, direction = item.indicator.method, item.indicator.direction
    if method == "ratio" and direction in ("lower", "within"):
        return direction
    return method


def _target(
    card: Scorecard, target: Threshold | None, indicator: Indicator, words: Words
) -> Printable:
    if target is None:
        return words("explain.no-target")
    stated = texts.quantity_text(target.stated, indicator, words)
    parts = [
        f"{target.id}: {stated}" if target.id else stated,
        words(f"explain.basis.{target.basis}"),
        source_text(card, target.source, words) if target.source else "",
        words("explain.for-period", period=target.period.text) if target.period else "",
    ]
    return printable(", ".join(part for part in parts if part))


def _points(item: Measured, points: Interval, framework: Framework, words: Words) -> Printable:
    way = "missing" if item.absent else "counted" if item.completion else "reached"
    return words(
        f"explain.points.{way}",
        points=ends_text(points),
        most=decimal_text(item.most),
        cap=decimal_text(framework.scoring.cap * 100),
    )


def _earned(assessment: Assessment, item: Measured, words: Words) -> Iterator[Step]:
    framework, total = assessment.framework, assessment.total
    if item.points is None:
        yield step(words, "points", "points", "explain.no-points")
        return
    yield "points", words("points"), _points(item, item.points, framework, words)
    group, summed = next(each for each in assessment.groups if each[0].id == item.indicator.group)
    yield step(
        words,
        "group",
        "group",
        "explain.of-group",
        share=dotted(item.most / summed.most * HUNDRED),
        name=texts.name_text(group.name, words),
        most=decimal_text(summed.most),
    )
    yield step(
        words,
        "total",
        "score",
        "explain.of-score",
        points=ends_text(times(item.points, HUNDRED / total.most)),
        most=dotted(item.most / total.most * HUNDRED),
        score=texts.score_text(total.score, framework),
    )
