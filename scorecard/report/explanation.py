"""One number of a report card unfolded into all that it is made of."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.change import Change
from scorecard.measure.outcome import Measured, Outcome
from scorecard.measure.target import Threshold
from scorecard.model.fields import SOURCE_REFERENCE
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval, times
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Facts, Heading, View
from scorecard.report.formula import dotted, ends_text, formulas, share_formula
from scorecard.report.record import VERSION, figure_record, framework_record
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
            step
            for number, outcome in enumerate((item.outcome, *item.others), start=1)
            for step in _judged(card, outcome, item, words, number)
        ),
        *_earned(assessment, item, words),
        *_changed(change, words),
    ]
    unit = texts.name_text(card.unit.name, words)
    name = texts.labelled_name(item.indicator, words)
    title = texts.joined(name, unit, texts.period_text(card.period, words))
    record: dict[str, Json] = {
        "unit": card.unit.id,
        "period": card.period.text,
        "framework": framework_record(assessment.framework),
        "figure": figure_record(item, change),
        "steps": steps_record(steps),
    }
    return Explanation((Heading(title), step_facts(steps)), record)


def step_facts(steps: Sequence[Step]) -> Facts:
    """Return steps as facts to be read."""
    return Facts(tuple((name, Cell(printable(text))) for _, name, text in steps))


def steps_record(steps: Sequence[Step]) -> Json:
    """Return steps for a program."""
    return [{"step": code, "text": text} for code, _, text in steps]


def _stated(card: Scorecard, item: Measured, words: Words) -> Iterator[Step]:
    figure = item.figure
    if figure is None or figure.value is None:
        yield "value", words("value"), cells.value_cell(item, words).text
        yield "absence", words("explain.absence"), _absence(item, words)
    else:
        yield "value", words("value"), cells.value_cell(item, words).text
    share = share_formula(item)
    if share:
        yield "share", words("explain.share"), share
    if item.value is not None:
        yield "bounds", words("explain.bounds"), _bounds(item.value, words)
    if figure is None:
        return
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
    ends = []
    if value.low is not None:
        ends.append(
            words("explain.more" if value.low_side else "explain.least", number=dotted(value.low))
        )
    if value.high is not None:
        ends.append(
            words("explain.less" if value.high_side else "explain.most", number=dotted(value.high))
        )
    return printable(", ".join(ends))


def _absence(item: Measured, words: Words) -> Printable:
    if item.absent == "missing" and item.points is None:
        return words("explain.absent.uncounted")
    return words(f"explain.absent.{item.absent}")


def _judged(
    card: Scorecard, outcome: Outcome, item: Measured, words: Words, number: int
) -> Iterator[Step]:
    first = number == 1
    code = "" if first else f"target-{number}-"
    if outcome.target or item.indicator.method not in ("steps", "yes-no"):
        name = words("target") if first else words("explain.other-target", number=number)
        text = _target(card, outcome.target, item.indicator, words)
        yield ("target" if first else f"target-{number}"), name, text
    found = list(formulas(item, outcome))
    if found:
        formula = words(f"explain.method.{_method(item)}")
        yield f"{code}formula", words("explain.formula"), f"{formula}: {'; '.join(found)}"
    if outcome.completion is not None:
        shown = cells.completion_text(outcome, item)
        yield f"{code}completion", words("explain.completion"), f"{shown} %"
    if outcome.pace is not None and outcome.share is not None:
        elapsed = dotted(outcome.share * HUNDRED)
        shown = texts.share_text(outcome.pace)
        yield (
            f"{code}pace",
            words("explain.pace"),
            words("explain.paced", share=elapsed, pace=shown),
        )
    if outcome.verdict is not None:
        yield f"{code}verdict", words("verdict"), cells.reasoned_verdict(item, outcome, words)
    if outcome.pace is not None:
        mark = cells.verdict_cell(item, words, outcome).text
        yield f"{code}mark", words("explain.mark"), words("explain.marked", mark=mark)


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
    framework = assessment.framework
    if item.points is None:
        yield "points", words("points"), words("explain.no-points")
        return
    yield "points", words("points"), _points(item, item.points, framework, words)
    group, summed = next(
        (group, summed) for group, summed in assessment.groups if group.id == item.indicator.group
    )
    yield (
        "group",
        words("group"),
        words(
            "explain.of-group",
            share=dotted(item.most / summed.most * HUNDRED),
            name=texts.name_text(group.name, words),
            most=decimal_text(summed.most),
        ),
    )
    total = assessment.total
    yield (
        "total",
        words("score"),
        words(
            "explain.of-score",
            points=ends_text(times(item.points, HUNDRED / total.most)),
            most=dotted(item.most / total.most * HUNDRED),
            score=texts.score_text(total.score, framework),
        ),
    )


def _changed(change: Change | None, words: Words) -> Iterator[Step]:
    if change is not None:
        yield (
            "change",
            words("change"),
            words("explain.change", change=texts.change_text(change), period=change.since.text),
        )
