"""Rules across files: one scorecard for a unit and period, and ranks that the scores give."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from scorecard.check.claims import score_before_rounding
from scorecard.diagnostic import Finding, Rule, Severity
from scorecard.measure.assessment import Assessment
from scorecard.measure.rank import Rank, ranks

SAME_TWICE = Rule(
    "SC701",
    Severity.ERROR,
    'the figures of "{unit}" for {period} under "{framework}" stand in {other} too',
    "keep one of the two files",
)
RANK = Rule(
    "SC702",
    Severity.ERROR,
    "the source claims rank {claimed}; the scores here give {computed}",
    "check the figures of this unit and of those next to it against the source",
)
TIE = Rule(
    "SC703",
    Severity.NOTE,
    "the source claims rank {claimed}; {others} has the same score, so they share rank {computed}: "
    "the source breaks the tie by what it does not print",
)
RANK_RESIDUE = Rule(
    "SC704",
    Severity.NOTE,
    "the source claims rank {claimed}; the printed figures give {computed}, and their rounding "
    "explains the difference",
)

Assessments = Mapping[str, Assessment]
"""Assessments by the name of their file."""


def same_twice(assessments: Assessments) -> Iterator[tuple[str, Finding]]:
    """No unit has two scorecards for one period under one framework; the later file is named."""
    seen: dict[tuple[object, ...], str] = {}
    for name, assessment in assessments.items():
        card, framework = assessment.scorecard, assessment.framework
        period = (card.period.start, card.period.month, card.period.months)
        other = seen.setdefault((framework.id, framework.edition, card.unit.id, period), name)
        if other != name:
            arguments = {
                "unit": card.unit.id,
                "period": card.period.text,
                "framework": framework.id,
                "other": other,
            }
            yield name, Finding(SAME_TWICE, ("unit", "id"), arguments)


def claimed_ranks(assessments: Assessments) -> Iterator[tuple[str, Finding]]:
    """A claimed rank is one that the scores of all units of that period allow."""
    tables: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name, assessment in assessments.items():
        framework, period = assessment.framework, assessment.scorecard.period
        key = (framework.id, framework.edition, period.start, period.month, period.months)
        tables[key].append(name)
    for names in tables.values():
        yield from _ranks_in_table({name: assessments[name] for name in names})


def _ranks_in_table(table: Assessments) -> Iterator[tuple[str, Finding]]:
    scores = {
        name: None if assessment.unclassed else assessment.total.score
        for name, assessment in table.items()
    }
    exact = dict(zip(table, ranks(list(scores.values())), strict=True))
    before_rounding = [
        None if scores[name] is None else score_before_rounding(table[name]) for name in table
    ]
    possible = dict(zip(table, ranks(before_rounding), strict=True))
    claims = {name: _claim(assessment) for name, assessment in table.items()}
    complete = len(table) >= max((claim for claim in claims.values() if claim), default=0)
    for name, claim in claims.items():
        rank, widest = exact[name], possible[name]
        if (
            claim is None
            or rank is None
            or widest is None
            or _allows(rank, claim, complete=complete)
        ):
            continue
        arguments = {"claimed": claim, "computed": _text(rank)}
        path = ("claimed", "rank")
        ties = [other for other in table if other != name and scores[other] == scores[name]]
        if not _allows(widest, claim, complete=complete):
            yield name, Finding(RANK, path, arguments)
        elif ties:
            arguments["others"] = " and ".join(table[tie].scorecard.unit.id for tie in ties)
            yield name, Finding(TIE, path, arguments)
        else:
            yield name, Finding(RANK_RESIDUE, path, arguments)


def _claim(assessment: Assessment) -> int | None:
    claimed = assessment.scorecard.claimed
    return claimed.rank if claimed else None


def _allows(rank: Rank, claim: int, *, complete: bool) -> bool:
    """Whether a rank may be the claimed one; units that are not here can only make it worse."""
    return rank.best <= claim and (claim <= rank.worst or not complete)


def _text(rank: Rank) -> str:
    return str(rank.best) if rank.best == rank.worst else f"{rank.best}–{rank.worst}"
