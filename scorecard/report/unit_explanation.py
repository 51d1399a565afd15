"""A unit's score, coverage, band and rank unfolded into what they are made of."""

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment, Sum
from scorecard.measure.comparison import Comparison, Standing
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval, above
from scorecard.report import texts
from scorecard.report.blocks import Column, Table, row, table
from scorecard.report.explanation import Explanation, Step, explanation
from scorecard.report.formula import dotted, ends_text
from scorecard.report.units import UnitRow, unit_record
from scorecard.text.json import Json
from scorecard.text.printable import printable


def explain_unit(standing: Standing, comparison: Comparison, words: Words) -> Explanation:
    """Return how a unit's points become its score, coverage, band and rank."""
    assessment, card = standing.assessment, standing.assessment.scorecard
    framework, total, reported = assessment.framework, assessment.total, assessment.reported
    unit, period = texts.unit_name(assessment, words), texts.period_text(card.period, words)
    title = texts.joined(unit, period, texts.name_text(framework.name, words))
    apart = None if reported == total else reported
    counted = (item for item in assessment.measured if item.points is not None)
    names = texts.indicator_names((item for item in counted if item.absent == "missing"), words)
    steps: list[Step] = [
        ("score", words("score"), _score(total, framework)),
        ("reported", words("score.reported"), apart and _score(apart, framework)),
        ("missing", words("explain.missing.name"), names and words("explain.missing", names=names)),
        ("coverage", words("coverage"), _coverage(assessment, words)),
        ("band", words("band"), _band(assessment, words)),
        *_rank(standing, comparison, words),
    ]
    explained: dict[str, Json] = {"standing": unit_record(UnitRow(standing))}
    return explanation(assessment, title, explained, steps, _groups(assessment, words))


def _groups(assessment: Assessment, words: Words) -> Table:
    numbers = words("points"), words("explain.maximum"), words("score")
    rows = [
        row(
            texts.name_text(group.name, words),
            printable(ends_text(summed.points)),
            printable(decimal_text(summed.most)),
            texts.score_text(summed.score, assessment.framework),
        )
        for group, summed in assessment.groups
        if summed.most
    ]
    columns = [Column(words("group"), key=True), *(Column(each, numeric=True) for each in numbers)]
    return table(columns, rows)


def _score(part: Sum, framework: Framework) -> str | None:
    if part.score is None:
        return None
    ends = [end for end in dict.fromkeys((part.points.low, part.points.high)) if end is not None]
    most = decimal_text(part.most)
    sums = [f"{dotted(end)} ÷ {most} = {dotted(end / part.most * HUNDRED)} %" for end in ends]
    return f"{texts.score_text(part.score, framework)}: {'; '.join(sums)}"


def _coverage(assessment: Assessment, words: Words) -> str | None:
    if assessment.coverage is None:
        return None
    given, most = decimal_text(assessment.reported.most), decimal_text(assessment.total.most)
    gate = decimal_text(assessment.framework.scoring.coverage * 100)
    share = dotted(assessment.coverage * HUNDRED)
    return words("explain.coverage", given=given, all=most, share=share, gate=gate)


def _band(assessment: Assessment, words: Words) -> str | None:
    edges = [
        words(
            "explain.edge", name=texts.name_text(each.name, words), start=decimal_text(each.start)
        )
        for each in assessment.framework.bands
    ]
    return f"{texts.band_text(assessment, words)} ({', '.join(edges)})" if edges else None


def _rank(standing: Standing, comparison: Comparison, words: Words) -> list[Step]:
    own = standing.assessment.total.score
    if standing.rank is None or own is None:
        return [("rank", words("rank"), texts.unranked_text(standing, words))]
    rank = texts.rank_text(standing.rank)
    among = words("rank.of", rank=rank, count=comparison.ranked)
    steps: list[Step] = [("rank", words("rank"), among)]
    others = [
        (_against(own, score), f"{texts.unit_name(other.assessment, words)} {ends_text(score)}")
        for other in comparison.standings
        if other.rank and other is not standing and (score := other.assessment.total.score)
    ]
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
