"""One number of a report card unfolded into all that it is made of."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.change import Earlier
from scorecard.measure.measured import Measured
from scorecard.measure.sourced import sentence
from scorecard.model.framework import Indicator
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.interval import Interval, high_end, times
from scorecard.numbers.period import parse
from scorecard.numbers.quantity import nothing_of_nothing
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Facts, Heading, Table, View
from scorecard.report.claims import figure_claims
from scorecard.report.figures import FigureRow, figure_record, figure_rows
from scorecard.report.formula import dotted, ends_text, formulas, share_formula
from scorecard.report.periods import period_text
from scorecard.report.record import VERSION, framework_id
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
        lambda: chain(*(each.blocks for each in explanations)),
        lambda: {"version": VERSION, "command": "explain", "explanations": records},
    )


def explain_figure(
    assessment: Assessment, item: Measured, earlier: Earlier | None, words: Words
) -> Explanation:
    """Return how one figure becomes a completion, a verdict and points, and what it was earlier."""
    card = assessment.scorecard
    row = next(each for each in figure_rows(assessment, earlier) if each.measured is item)
    steps = _stated(assessment, row, words)
    for number, against in enumerate((row, *row.others()), start=1):
        steps += _judged(card, against.measured, words, number)
    steps += _earned(assessment, item, words)
    steps.append(("claims", words("claims"), figure_claims(item, words)))
    if row.change is not None:
        steps.append(("change", words("change"), texts.since_text(row.change, words)))
    elif earlier and earlier.broke:
        said = texts.break_text(earlier.broke, earlier.assessment, words)
        steps.append(("change", words("change"), said))
    name, unit = (
        texts.labelled_name(item.indicator, words),
        words.name(assessment.card.unit.name),
    )
    title = texts.joined(name, unit, period_text(card.period, words))
    return explanation(assessment, title, {"figure": figure_record(row)}, steps)


def explanation(
    of: Assessment,
    title: Printable,
    record: Mapping[str, Json],
    steps: Iterable[Step],
    *tables: Table,
) -> Explanation:
    """Return the steps that say something, below a title; JSON has what is explained as well."""
    said = [(code, name, text) for code, name, text in steps if text]
    facts = Facts(tuple((name, Cell(printable(text))) for _, name, text in said))
    found: dict[str, Json] = {
        "unit": of.card.unit.id,
        "period": of.card.period.text,
        "framework": framework_id(of.framework),
        **record,
        "steps": [{"step": code, "text": text} for code, _, text in said],
    }
    return Explanation((Heading(title), *tables, facts), found)


def _stated(assessment: Assessment, row: FigureRow, words: Words) -> list[Step]:
    card, figure, item = assessment.scorecard, row.figure, row.measured
    absent: str | None = item.absent
    share = share_formula(item)
    if item.absent == "missing" and item.points is None:
        absent = "left-out" if item.due else "uncounted"
    return [
        ("value", words("value"), cells.value_cell(item, words).text),
        ("absence", words("explain.absence"), absent and words(f"explain.absent.{absent}")),
        ("share", words("explain.share"), share and words.number(share)),
        ("bounds", words("explain.bounds"), item.value and _bounds(item.value, words)),
        ("why", words("explain.why"), words.name(figure.why or "")),
        ("status", words("explain.status"), figure.status and words(f"status.{figure.status}")),
        ("note", words("note"), words.name(figure.note or "")),
        ("source", words("source"), texts.source_text(card, figure.source, words)),
        ("sentence", words("explain.sentence"), sentence(assessment, figure)),
    ]


def _bounds(value: Interval, words: Words) -> str:
    """Say between which numbers the true value lies."""
    if value.low is not None and value.low == value.high:
        side = {-1: "below", 1: "over"}.get(value.low_side, "at")
        key = f"explain.{side}" if value.approximate else "explain.exactly"
        return words(key, number=words.number(dotted(value.low)))
    least = "explain.more" if value.low_side else "explain.least"
    most = "explain.less" if value.high_side else "explain.most"
    ends = ((least, value.low), (most, value.high))
    return ", ".join(
        words(key, number=words.number(dotted(end))) for key, end in ends if end is not None
    )


def _judged(card: Scorecard, item: Measured, words: Words, number: int) -> list[Step]:
    outcome, indicator = item.outcome, item.indicator
    code = "" if number == 1 else f"target-{number}-"
    name = words("explain.other-target", number=number) if code else words("target")
    told = outcome.target or (indicator.method not in ("steps", "yes-no") and not item.error)
    formula, sums = (
        words(f"explain.method.{_method(indicator)}"),
        words.number("; ".join(formulas(item, words))),
    )
    paced, mark, elapsed = None, cells.mark_text(item, words), outcome.course.elapsed
    if outcome.pace is not None and elapsed is not None:
        share, pace = words.number(dotted(elapsed * HUNDRED)), texts.share_text(outcome.pace, words)
        lower = ".lower" if indicator.direction == "lower" else ""
        paced = words(f"explain.paced{lower}", share=share, pace=pace)
    target = _target(card, item, words) if told else None
    completed = cells.completion_text(item, words)
    return [
        (code.removesuffix("-") or "target", name, target),
        (f"{code}formula", words("explain.formula"), f"{formula}: {sums}" if sums else None),
        (f"{code}completion", words("explain.completion"), completed and f"{completed} %"),
        (f"{code}pace", words("explain.pace"), paced),
        (f"{code}verdict", words("verdict"), item.verdict and _verdict(item, words)),
        (f"{code}mark", words("explain.mark"), mark if item.mark != item.verdict else None),
    ]


def _method(indicator: Indicator) -> str:
    method, direction = indicator.method, indicator.direction
    return direction if method == "ratio" and direction in ("lower", "within") else method


def _verdict(item: Measured, words: Words) -> str:
    """Return the verdict and why it is so."""
    # What is approximate is judged at its number, so nothing is said of the values around it.
    about = any(each and each.approximate for each in (item.value, item.target))
    kind = "approximate." if about and item.verdict != "undecided" else ""
    why = words(f"explain.verdict.{kind}{item.verdict}")
    return f"{words(f'verdict.{item.verdict}')}: {why}"


def _target(card: Scorecard, item: Measured, words: Words) -> str:
    target, until = item.target, texts.target_period(item.outcome)
    if target is None:
        return words(f"explain.no-target{'.reported' if item.outcome.reported else ''}")
    stated = texts.quantity_text(target.stated, item.indicator, words)
    parts = [
        f"{target.id}: {stated}" if target.id else stated,
        words(f"explain.basis.{target.basis}"),
        texts.source_text(card, target.source, words),
        words("explain.for-period", period=period_text(parse(until), words)) if until else "",
    ]
    return ", ".join(filter(None, parts))


def _earned(assessment: Assessment, item: Measured, words: Words) -> list[Step]:
    framework, total, points = assessment.framework, assessment.total, item.points
    if points is None:
        return [("points", words("points"), words(f"explain.no-points.{_not_scored(item)}"))]
    cap, most, (way, by) = framework.scoring.cap * 100, item.most, _way(item, points)
    text = ends_text(points, words)
    said = {"points": text, "most": most, "cap": cap}
    why = cells.verdict_cell(item, words).text if way == "faulty" else ""
    by = by and words(f"explain.by.{by}")
    earned = words(f"explain.points.{way}", **said, by=by, why=why)
    if item.extra or not total.most:
        return [("points", words("points"), words("explain.extra", points=text))]
    group, summed = next(each for each in assessment.groups if each[0].id == item.indicator.group)
    share, name = words.number(dotted(most / summed.most * HUNDRED)), words.name(group.name)
    of_group = words("explain.of-group", share=share, name=name, most=summed.most)
    worth_of_all = assessment.worths[item.indicator.id] / item.by.points
    whole = worth_of_all * Fraction(framework.scoring.scale) / total.most
    worth, of_all = ends_text(times(points, whole), words), words.number(dotted(most * whole))
    score = texts.score_text(total.score, framework, words)
    in_score = words("explain.of-score", points=worth, most=of_all, score=score)
    return [
        ("points", words("points"), earned),
        ("group", words("group"), of_group),
        ("total", texts.score_name(assessment, words), in_score),
    ]


def _not_scored(item: Measured) -> str:
    """Return why a figure has no points, as a code."""
    if not item.by.points:
        return "listed"
    if item.indicator.direction == "none":
        return "no-better"
    return "left-out" if item.by.scored or not item.applies else "no-target"


def _way(item: Measured, points: Interval) -> tuple[str, str]:
    """Return, as codes, how points come about, and by which share of them."""
    outcome, figure = item.outcome, item.figure
    if not item.reported:
        return ("faulty" if item.error or item.fault else "missing"), ""
    if figure and figure.value and nothing_of_nothing(figure.value):
        return "empty", ""
    if outcome.course.state in ("later", "apart"):
        return "later", ""
    # How a limit stands can only get worse until its day, so it is the pace that counts.
    lower = item.indicator.direction == "lower"
    by = "pace" if lower and outcome.pace else "completion"
    if share := outcome.pace if by == "pace" else outcome.completion:
        return ("capped" if high_end(share) > (0, item.by.cap, 0) else "counted"), by
    if points.low != points.high:
        return "open", ""
    kept = "kept" if outcome.course.early else "reached"
    return (kept if points.high else "missed"), ""
