"""One number of a report card unfolded into all that it is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scorecard.digits import decimal_text
from scorecard.interval import Interval, times
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.change import Change
from scorecard.measure.outcome import Measured, Outcome
from scorecard.model.fields import SOURCE_REFERENCE
from scorecard.model.scorecard import Scorecard
from scorecard.printable import Printable, printable
from scorecard.tree import Json
from scorecard.view import cells, texts
from scorecard.view.blocks import Block, Cell, Facts, Heading, Sheet, View
from scorecard.view.formula import dotted, formulas, share_formula
from scorecard.view.record import VERSION, figure_record, framework_record
from scorecard.view.words import Words

Step = tuple[str, Printable, str]
"""A step of an explanation: its code, its name, and what it says."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is shown of one number, and the same for programs."""

    blocks: tuple[Block, ...]
    record: Mapping[str, Json]


def explain_view(explanations: Sequence[Explanation]) -> View:
    """Return explanations below one another."""
    blocks = tuple(block for explanation in explanations for block in explanation.blocks)
    record: dict[str, Json] = {
        "version": VERSION,
        "command": "explain",
        "explanations": [explanation.record for explanation in explanations],
    }
    return View(blocks, record, Sheet((), ()))


def explain_figure(
    assessment: Assessment, item: Measured, change: Change | None, words: Words
) -> Explanation:
    """Return how one figure becomes a completion, a verdict and points."""
    card = assessment.scorecard
    steps = [
        *_stated(card, item, words),
        *_judged(item.outcome, item, words),
        *_other_targets(item, words),
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
    figure, indicator = item.figure, item.indicator
    if figure is None or figure.value is None:
        yield "value", words("value"), cells.value_cell(item, words).text
        yield "absence", words("explain.absence"), words(f"explain.absent.{item.absent}")
    else:
        yield "value", words("value"), texts.quantity_text(figure.value, indicator, words)
    if item.value is not None:
        yield "bounds", words("explain.bounds"), _bounds(item, words)
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


def _bounds(item: Measured, words: Words) -> Printable:
    """Say between which numbers the true value lies."""
    value = item.value
    if value is None:
        return texts.DASH
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


def _judged(outcome: Outcome, item: Measured, words: Words, code: str = "") -> Iterator[Step]:
    target, indicator = outcome.target, item.indicator
    name = words("target")
    if target is None:
        yield f"{code}target", name, words("explain.no-target")
    else:
        parts = [
            cells.target_cell(target, indicator, words).text,
            words(f"explain.basis.{target.basis}"),
            target.source or "",
            words("explain.for-period", period=target.period.text) if target.period else "",
        ]
        yield f"{code}target", name, ", ".join(part for part in parts if part)
    share = share_formula(item)
    if share and not code:
        yield "share", words("explain.share"), share
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
        why = words(f"explain.verdict.{outcome.verdict}")
        yield f"{code}verdict", words("verdict"), f"{words(f'verdict.{outcome.verdict}')}: {why}"


def _method(item: Measured) -> str:
    method, direction = item.indicator.method, item.indicator.direction
    if method == "ratio" and direction in ("lower", "within"):
        return direction
    return method


def _other_targets(item: Measured, words: Words) -> Iterator[Step]:
    others = zip(item.others, item.targets[1:], strict=True)
    for number, (outcome, target) in enumerate(others, start=2):
        name = target.id or f"{number}"
        yield f"target-{number}", words("explain.other-target", number=number), name
        yield from _judged(outcome, item, words, f"target-{number}-")


def _earned(assessment: Assessment, item: Measured, words: Words) -> Iterator[Step]:
    framework = assessment.framework
    if item.points is None:
        yield "points", words("points"), words("explain.no-points")
        return
    cap = framework.scoring.cap * 100
    earned = ends_text(item.points)
    yield (
        "points",
        words("points"),
        words("explain.points", points=earned, most=decimal_text(item.most), cap=decimal_text(cap)),
    )
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


def ends_text(interval: Interval) -> str:
    """Return an interval with six decimals at most: `0.98 – 1`."""
    ends = [dotted(end) for end in dict.fromkeys((interval.low, interval.high)) if end is not None]
    return " – ".join(ends)
