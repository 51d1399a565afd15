"""One number of a report card unfolded into all that it is made of."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.change import Change
from scorecard.measure.outcome import Measured
from scorecard.measure.target import Threshold
from scorecard.model.fields import SOURCE_REFERENCE
from scorecard.model.framework import Indicator
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval, times
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Facts, Heading, Table, View
from scorecard.report.figures import NOT_GIVEN, FigureRow, figure_record
from scorecard.report.formula import dotted, ends_text, formulas, share_formula
from scorecard.report.record import VERSION, framework_record
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable

Step = tuple[str, Printable, str | None]
"""A step of an explanation: its code, its name, and what it says, if it says anything."""


class Explanation(NamedTuple):
    """What is shown of one number, and the same for programs."""

    blocks: tuple[Block, ...]
    record: Mapping[str, Json]


def explain_view(explanations: Sequence[Explanation]) -> View:
    """Return explanations below one another."""
    records: Json = [each.record for each in explanations]
    return View(
        lambda: (block for each in explanations for block in each.blocks),
        lambda: {"version": VERSION, "command": "explain", "explanations": records},
    )


def explain_figure(
    assessment: Assessment, item: Measured, change: Change | None, words: Words
) -> Explanation:
    """Return how one figure becomes a completion, a verdict and points."""
    card = assessment.scorecard
    steps = _stated(card, item, words)
    by_target = (item, *(cells.against(item, other) for other in item.others))
    for number, judged in enumerate(by_target, start=1):
        steps += _judged(card, judged, words, number)
    steps += _earned(assessment, item, words)
    if change is not None:
        shown, since = texts.change_text(change), change.since.text
        told = words("explain.change", change=shown, period=since)
        steps.append(("change", words("change"), told))
    name, unit = texts.labelled_name(item.indicator, words), texts.unit_name(assessment, words)
    title = texts.joined(name, unit, texts.period_text(card.period, words))
    row = FigureRow(card.unit, card.period, assessment.framework, item, change=change)
    return explanation(assessment, title, {"figure": figure_record(row)}, steps)


def explanation(
    of: Assessment, title: Printable, record: dict[str, Json], steps: Iterable[Step], *tables: Table
) -> Explanation:
    """Return the steps that say something, below a title; JSON has what is explained as well."""
    said = [(code, name, text) for code, name, text in steps if text]
    facts = Facts(tuple((name, Cell(printable(text))) for _, name, text in said))
    found: dict[str, Json] = {
        "unit": of.scorecard.unit.id,
        "period": of.scorecard.period.text,
        "framework": framework_record(of.framework),
        **record,
        "steps": [{"step": code, "text": text} for code, _, text in said],
    }
    return Explanation((Heading(title), *tables, facts), found)


def _stated(card: Scorecard, item: Measured, words: Words) -> list[Step]:
    figure, value, source = item.figure or NOT_GIVEN, item.value, (item.figure or NOT_GIVEN).source
    absent = "uncounted" if item.absent == "missing" and item.points is None else item.absent
    return [
        ("value", words("value"), cells.value_cell(item, words).text),
        ("absence", words("explain.absence"), absent and words(f"explain.absent.{absent}")),
        ("share", words("explain.share"), share_formula(item)),
        ("bounds", words("explain.bounds"), value and _bounds(value, words)),
        ("why", words("explain.why"), texts.name_text(figure.why or "", words)),
        ("status", words("explain.status"), figure.status and words(f"status.{figure.status}")),
        ("note", words("note"), texts.name_text(figure.note or "", words)),
        ("source", words("source"), source and source_text(card, source, words)),
    ]


def source_text(card: Scorecard, reference: str, words: Words) -> str:
    """Return where a figure comes from: title, publisher, place, date and address."""
    match = SOURCE_REFERENCE.fullmatch(reference)
    source = card.sources.get(match["source"]) if match else None
    if source is None or match is None:
        return reference
    parts = [
        texts.name_text(source.title, words),
        words("explain.place", place=match["place"]) if match["place"] else "",
        texts.name_text(source.publisher or "", words),
        source.published.isoformat() if source.published else "",
        source.url or "",
    ]
    return ", ".join(filter(None, parts))


def _bounds(value: Interval, words: Words) -> str:
    """Say between which numbers the true value lies."""
    if value.low is not None and value.low == value.high:
        side = {-1: "below", 1: "over"}.get(value.low_side, "at")
        key = f"explain.{side}" if value.approximate else "explain.exactly"
        return words(key, number=dotted(value.low))
    least = "explain.more" if value.low_side else "explain.least"
    most = "explain.less" if value.high_side else "explain.most"
    ends = ((least, value.low), (most, value.high))
    return ", ".join(words(key, number=dotted(end)) for key, end in ends if end is not None)


def _judged(card: Scorecard, item: Measured, words: Words, number: int) -> list[Step]:
    outcome, indicator = item.outcome, item.indicator
    code = "" if number == 1 else f"target-{number}-"
    name = words("explain.other-target", number=number) if code else words("target")
    told = outcome.target or indicator.method not in ("steps", "yes-no")
    formula, sums = words(f"explain.method.{_method(indicator)}"), "; ".join(formulas(item))
    paced, mark = None, cells.verdict_cell(item, words).text
    if outcome.pace is not None and outcome.share is not None:
        share, pace = dotted(outcome.share * HUNDRED), texts.share_text(outcome.pace)
        paced = words("explain.paced", share=share, pace=pace)
    target = _target(card, outcome.target, indicator, words) if told else None
    completed = item.completion and f"{cells.completion_text(item)} %"
    return [
        (code.removesuffix("-") or "target", name, target),
        (f"{code}formula", words("explain.formula"), f"{formula}: {sums}" if sums else None),
        (f"{code}completion", words("explain.completion"), completed),
        (f"{code}pace", words("explain.pace"), paced),
        (f"{code}verdict", words("verdict"), item.verdict and cells.reasoned_verdict(item, words)),
        (f"{code}mark", words("explain.mark"), paced and words("explain.marked", mark=mark)),
    ]


def _method(indicator: Indicator) -> str:
    method, direction = indicator.method, indicator.direction
    return direction if method == "ratio" and direction in ("lower", "within") else method


def _target(card: Scorecard, target: Threshold | None, indicator: Indicator, words: Words) -> str:
    if target is None:
        return words("explain.no-target")
    stated = texts.quantity_text(target.stated, indicator, words)
    parts = [
        f"{target.id}: {stated}" if target.id else stated,
        words(f"explain.basis.{target.basis}"),
        source_text(card, target.source, words) if target.source else "",
        words("explain.for-period", period=target.period.text) if target.period else "",
    ]
    return ", ".join(filter(None, parts))


def _earned(assessment: Assessment, item: Measured, words: Words) -> list[Step]:
    framework, total, points = assessment.framework, assessment.total, item.points
    if points is None:
        return [("points", words("points"), words("explain.no-points"))]
    most, cap = decimal_text(item.most), decimal_text(framework.scoring.cap * 100)
    way = "missing" if item.absent else "counted" if item.completion else "reached"
    earned = words(f"explain.points.{way}", points=ends_text(points), most=most, cap=cap)
    group, summed = next(each for each in assessment.groups if each[0].id == item.indicator.group)
    share, of_group = dotted(item.most / summed.most * HUNDRED), decimal_text(summed.most)
    name = texts.name_text(group.name, words)
    whole = HUNDRED / total.most
    worth, of_all = ends_text(times(points, whole)), dotted(item.most * whole)
    score = texts.score_text(total.score, framework)
    in_score = words("explain.of-score", points=worth, most=of_all, score=score)
    return [
        ("points", words("points"), earned),
        ("group", words("group"), words("explain.of-group", share=share, name=name, most=of_group)),
        ("total", words("score"), in_score),
    ]
