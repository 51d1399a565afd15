"""Rules across files: one scorecard for a unit and period, and ranks that the scores give."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.measure.rank import Rank, ranks
from scorecard.measure.target import ANYTHING
from scorecard.numbers.interval import Interval
from scorecard.rules.claims import contradicted_score, score_before_rounding
from scorecard.rules.figures import doubted
from scorecard.rules.scales import pairs
from scorecard.rules.units import named_after

Assessments = Mapping[str, Assessment]
"""Assessments by the name of their file."""


def same_twice(assessments: Assessments) -> Iterator[tuple[str, Finding]]:
    """No unit has two scorecards for one period under one framework.

    The later file is told, but where only the earlier one is not named after its unit.
    """
    seen: dict[tuple[object, ...], str] = {}
    for name, assessment in assessments.items():
        card, framework = assessment.scorecard, assessment.framework
        period = (card.period.start, card.period.month, card.period.months)
        key = (framework.id, framework.edition, card.unit.id, period)
        other = seen.setdefault(key, name)
        if other == name:
            continue
        told, unit = name, card.unit.id
        if named_after(name, unit) and not named_after(other, unit):
            told, other = other, name
            seen[key] = name
        arguments = {
            "unit": unit,
            "period": card.period.text,
            "framework": framework.id,
            "other": other,
        }
        yield told, Finding("SC701", ("unit", "id"), arguments)


def claimed_ranks(assessments: Assessments) -> Iterator[tuple[str, Finding]]:
    """A claimed rank is one that the scores of all units beside it allow.

    Those are the units of one level under one parent, for one period, and each counts once.
    """
    tables: dict[tuple[object, ...], dict[str, str]] = defaultdict(dict)
    for name, assessment in assessments.items():
        framework, unit = assessment.framework, assessment.scorecard.unit
        period = assessment.scorecard.period
        months = (period.start, period.month, period.months)
        key = (framework.id, framework.edition, months, unit.level, unit.parent)
        tables[key].setdefault(unit.id, name)
    for names in tables.values():
        table = {name: assessments[name] for name in names.values()}
        if any(map(_claim, table.values())):
            yield from _ranks_in_table(table)


def _ranks_in_table(table: Assessments) -> Iterator[tuple[str, Finding]]:
    found = {name: _score(assessment) for name, assessment in table.items()}
    exact = dict(zip(table, ranks(list(found.values())), strict=True))
    before_rounding = [
        score_before_rounding(table[name]) if score not in (None, ANYTHING) else score
        for name, score in found.items()
    ]
    possible = dict(zip(table, ranks(before_rounding), strict=True))
    claims = {name: _claim(assessment) for name, assessment in table.items()}
    complete = len(table) >= max((claim for claim in claims.values() if claim), default=0)
    for name, claim in claims.items():
        rank, widest, score = exact[name], possible[name], found[name]
        if not (claim and rank and widest and score) or _allows(rank, claim, complete=complete):
            continue
        ties = [
            table[other].scorecard.unit.id
            for other in table
            if other != name and score.exact and found[other] == score
        ]
        arguments = {"claimed": claim, "computed": _text(rank), "others": " and ".join(ties)}
        rule = "SC702"
        if rank.best <= claim <= rank.worst + len(ties):
            rule = "SC703"
        elif _allows(widest, claim, complete=complete):
            rule = "SC704"
        yield name, Finding(rule, ("claimed", "rank"), arguments)


def _score(assessment: Assessment) -> Interval | None:
    """Return the score that ranks rest on; nothing is sure of one that rests on what is wrong."""
    if assessment.unclassed:
        return None
    contradicted = contradicted_score(assessment)
    if contradicted and contradicted.code == "SC601":
        return ANYTHING
    return ANYTHING if doubted(pairs(assessment)) else assessment.total.score


def _claim(assessment: Assessment) -> int | None:
    claimed = assessment.scorecard.claimed
    return claimed.rank if claimed else None


def _allows(rank: Rank, claim: int, *, complete: bool) -> bool:
    """Whether a rank may be the claimed one; units that are not here can only make it worse."""
    return rank.best <= claim and (claim <= rank.worst or not complete)


def _text(rank: Rank) -> str:
    return str(rank.best) if rank.best == rank.worst else f"{rank.best}–{rank.worst}"
