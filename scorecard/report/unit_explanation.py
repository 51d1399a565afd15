"""A unit's score, coverage, band and rank unfolded into what they are made of."""

from collections.abc import Sequence
from fractions import Fraction

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.field import Standing
from scorecard.measure.score import Sum
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval, above
from scorecard.report import texts
from scorecard.report.blocks import Column, Table, row, table
from scorecard.report.claims import unit_claims
from scorecard.report.explanation import Explanation, Step, explanation
from scorecard.report.formula import dotted, ends_of, ends_text, quantity, result
from scorecard.report.periods import period_text
from scorecard.report.unit_rows import UnitRow
from scorecard.report.units import unit_record


def explain_unit(shown: UnitRow, field: Sequence[Standing], words: Words) -> Explanation:
    """Return how a unit's points become its score, coverage, band and rank, and what they were.

    The field is all that it is ranked with.
    """
    standing, earlier = shown.standing, shown.earlier
    assessment, card = standing.assessment, standing.assessment.scorecard
    framework, total, reported = assessment.framework, assessment.total, assessment.reported
    period = period_text(card.period, words)
    title = texts.joined(words.name(card.unit.name), period, words.name(framework.name))
    counted = (item for item in assessment.measured if item.points is not None)
    names = texts.indicator_names((item for item in counted if item.absent == "missing"), words)
    apart, paced = None if reported == total else reported, assessment.at_pace
    so_far = texts.score_name(assessment, words)
    steps: list[Step] = [
        ("score", so_far, _score(total, framework, words, shown.decimals)),
        ("at-pace", words("score.at-pace"), paced and _score(paced, framework, words)),
        ("reported", words("score.reported"), apart and _score(apart, framework, words)),
        ("missing", words("explain.missing.name"), names and words("explain.missing", names=names)),
        ("coverage", words("coverage"), _coverage(assessment, words)),
        ("band", words("band"), _band(assessment, words)),
        *_rank(standing, field, words),
        ("claims", words("claims"), unit_claims(assessment, standing.rank, words)),
        ("change", words("change"), earlier and texts.earlier_text(earlier, words)),
    ]
    record = {"standing": unit_record(shown)}
    return explanation(assessment, title, record, steps, _groups(assessment, words))


def _groups(assessment: Assessment, words: Words) -> Table:
    rows = []
    for group, (points, most, score) in assessment.groups:
        if most:
            shown = texts.percent_text(score, assessment.framework, words)
            of = words.number(decimal_text(most))
            rows.append(row(words.name(group.name), ends_text(points, words), of, shown))
    numbers = words("points"), words("explain.maximum"), words("completion")
    columns = [Column(words("group"), key=True), *(Column(each, "number") for each in numbers)]
    return table(columns, rows)


def _score(part: Sum, framework: Framework, words: Words, decimals: int = 1) -> str | None:
    if part.score is None:
        return None
    scale, most = Fraction(framework.scoring.scale), decimal_text(part.most)
    percent, about = scale == HUNDRED, part.points.approximate
    unit, scaled = (" %", "") if percent else ("", f" × {decimal_text(scale)}")
    sums = []
    for (_, points, _), form in ends_of(part.points):
        comes_to = result(points / part.most * scale, form, words, unit, about=about)
        sums.append(f"{quantity(points, form, words)} ÷ {most}{scaled}{comes_to}")
    score = texts.score_text(part.score, framework, words, decimals)
    return f"{score}: {words.number('; '.join(sums))}"


def _coverage(assessment: Assessment, words: Words) -> str | None:
    if assessment.coverage is None:
        return None
    due = [item for item in assessment.measured if item.due]
    given, most = sum(item.due for item in due if item.reported), sum(item.due for item in due)
    share = words.number(dotted(assessment.coverage * HUNDRED))
    gate = assessment.framework.scoring.coverage * 100
    return words("explain.coverage", given=given, all=most, share=share, gate=gate)


def _band(assessment: Assessment, words: Words) -> str | None:
    if assessment.pending:
        return None
    edges = [
        words("explain.edge", name=words.name(each.name), start=each.start)
        for each in assessment.framework.bands
    ]
    return f"{texts.band_text(assessment, words)} ({', '.join(edges)})" if edges else None


def _rank(standing: Standing, field: Sequence[Standing], words: Words) -> list[Step]:
    own = standing.assessment.total.score
    if standing.rank is None or own is None:
        return [("rank", words("rank"), texts.unranked_text(standing, words))]
    steps: list[Step] = [("rank", words("rank"), texts.place_text(standing.rank, words))]
    others = []
    for other in field:
        score = other.assessment.total.score
        if other.rank and score and other is not standing:
            name = words.name(other.assessment.card.unit.name)
            others.append((_against(own, score), f"{name} {ends_text(score, words)}"))
    for code in ("above", "possibly", "equal"):
        if found := [name for stands, name in others if stands == code]:
            told = words(f"explain.{code}", count=len(found), names=", ".join(found))
            steps.append((code, words(f"explain.{code}.name"), told))
    return steps


def _against(own: Interval, other: Interval) -> str:
    """Return how another score stands against the unit's own."""
    if above(other, own) is None:
        return "possibly"
    return "above" if above(other, own) else "equal" if above(own, other) is False else "below"
