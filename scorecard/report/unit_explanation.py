"""A unit's score, coverage, band and rank unfolded into what they are made of."""

from collections.abc import Iterator, Sequence

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.comparison import Comparison, Standing
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval, above
from scorecard.report import texts
from scorecard.report.blocks import Column, Heading, Table, row, table
from scorecard.report.explanation import Explanation, Step, explanation_record, step, step_facts
from scorecard.report.formula import dotted, ends_text
from scorecard.report.units import UnitRow, unit_record
from scorecard.text.printable import printable


def explain_unit(standing: Standing, comparison: Comparison, words: Words) -> Explanation:
    """Return how a unit's points become its score, coverage, band and rank."""
    assessment = standing.assessment
    card = assessment.scorecard
    steps = [
        *_score(assessment, words),
        *_coverage(assessment, words),
        *_band(assessment, words),
        *_rank(standing, comparison, words),
    ]
    title = texts.joined(
        texts.name_text(card.unit.name, words),
        texts.period_text(card.period, words),
        texts.name_text(assessment.framework.name, words),
    )
    record = explanation_record(assessment, "standing", unit_record(UnitRow(standing)), steps)
    return Explanation((Heading(title), _groups(assessment, words), step_facts(steps)), record)


def _groups(assessment: Assessment, words: Words) -> Table:
    framework = assessment.framework
    columns = (
        Column(words("group"), key=True),
        Column(words("points"), numeric=True),
        Column(words("explain.maximum"), numeric=True),
        Column(words("score"), numeric=True),
    )
    rows = [
        row(
            texts.name_text(group.name, words),
            printable(ends_text(summed.points)),
            printable(decimal_text(summed.most)),
            texts.score_text(summed.score, framework),
        )
        for group, summed in assessment.groups
        if summed.most
    ]
    return table(columns, rows)


def _score(assessment: Assessment, words: Words) -> Iterator[Step]:
    total = assessment.total
    if total.score is None:
        return
    parts = [("score", words("score"), total)]
    if assessment.reported != total:
        parts.append(("reported", words("score.reported"), assessment.reported))
    for code, name, part in parts:
        if part.score is None:
            continue
        most = decimal_text(part.most)
        sums = [
            f"{dotted(points)} ÷ {most} = {dotted(points / part.most * HUNDRED)} %"
            for points in dict.fromkeys((part.points.low, part.points.high))
            if points is not None
        ]
        shown = texts.score_text(part.score, assessment.framework)
        yield code, name, f"{shown}: {'; '.join(sums)}"
    measured = assessment.measured
    missing = [item for item in measured if item.absent == "missing" and item.points is not None]
    if missing:
        names = texts.indicator_names(missing, words)
        yield step(words, "missing", "explain.missing.name", "explain.missing", names=names)


def _coverage(assessment: Assessment, words: Words) -> Iterator[Step]:
    if assessment.coverage is None:
        return
    yield step(
        words,
        "coverage",
        "coverage",
        "explain.coverage",
        given=decimal_text(assessment.reported.most),
        all=decimal_text(assessment.total.most),
        share=dotted(assessment.coverage * HUNDRED),
        gate=decimal_text(assessment.framework.scoring.coverage * 100),
    )


def _band(assessment: Assessment, words: Words) -> Iterator[Step]:
    framework = assessment.framework
    if not framework.bands:
        return
    edges = ", ".join(
        words(
            "explain.edge", name=texts.name_text(band.name, words), start=decimal_text(band.start)
        )
        for band in framework.bands
    )
    yield "band", words("band"), f"{texts.band_text(assessment, words)} ({edges})"


def _rank(standing: Standing, comparison: Comparison, words: Words) -> Iterator[Step]:
    own = standing.assessment.total.score
    if standing.rank is None or own is None:
        yield "rank", words("rank"), texts.unranked_text(standing, words)
        return
    others = [
        (other, score)
        for other in comparison.standings
        if other.rank and other is not standing and (score := other.assessment.total.score)
    ]
    surely = [pair for pair in others if above(pair[1], own)]
    possibly = [pair for pair in others if above(pair[1], own) is None]
    equal = [
        pair for pair in others if above(pair[1], own) is False and above(own, pair[1]) is False
    ]
    rank = texts.rank_text(standing.rank)
    yield step(words, "rank", "rank", "rank.of", rank=rank, count=comparison.ranked)
    for code, found in (("above", surely), ("possibly", possibly), ("equal", equal)):
        if found:
            names, count = _names(found, words), len(found)
            yield step(
                words, code, f"explain.{code}.name", f"explain.{code}", count=count, names=names
            )


def _names(standings: Sequence[tuple[Standing, Interval]], words: Words) -> str:
    return ", ".join(
        f"{texts.unit_name(standing, words)} {ends_text(score)}" for standing, score in standings
    )
