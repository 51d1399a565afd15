"""Rules across files: one scorecard for a unit and period, and ranks that the scores give."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.measure.rank import Rank, ranks
from scorecard.measure.target import ANYTHING
from scorecard.numbers.interval import Interval
from scorecard.rules.claims import contradicted_score, score_before_rounding
from scorecard.rules.findings import doubtful_figures
from scorecard.rules.folder import Folder
from scorecard.rules.registry import on_folders
from scorecard.rules.units import named_after

Assessments = Mapping[str, Assessment]
"""Assessments by the name of their file."""


@on_folders("SC701")
def same_twice(folder: Folder) -> Iterator[tuple[str, Finding]]:
    """No unit has two scorecards for one period under one framework.

    The later file is told, but where only the earlier one is not named after its unit.
    """
    for unit, names in folder.units.items():
        seen: dict[tuple[object, ...], str] = {}
        for name in names:
            record = folder.records[name]
            under = record.under
            key = (under.framework, under.edition, record.months)
            other = seen.setdefault(key, name)
            if other == name:
                continue
            told = name
            if named_after(name, unit) and not named_after(other, unit):
                told, other = other, name
                seen[key] = name
            arguments = {
                "unit": unit,
                "period": folder.records[told].period.text,
                "framework": under.framework,
                "other": other,
            }
            yield told, Finding("SC701", ("unit", "id"), arguments)


@on_folders("SC702", "SC703", "SC704")
def claimed_ranks(folder: Folder) -> Iterator[tuple[str, Finding]]:
    """A claimed rank is one that the scores of all units beside it allow.

    Those are the units of one level under one parent, for one period, and each counts once.
    """
    tables: dict[tuple[object, ...], dict[str, str]] = defaultdict(dict)
    claimed: set[tuple[object, ...]] = set()
    for name, record in folder.records.items():
        under = record.under
        key = (under.framework, under.edition, record.months, record.level, record.parent)
        if tables[key].setdefault(record.unit, name) == name and record.claims_rank:
            claimed.add(key)
    for table, names in tables.items():
        if table in claimed:
            yield from _ranks_in_table(folder.opened(list(names.values())))


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
    return ANYTHING if doubtful_figures(assessment) else assessment.total.score


def _claim(assessment: Assessment) -> int | None:
    claimed = assessment.scorecard.claimed
    return claimed.rank if claimed else None


def _allows(rank: Rank, claim: int, *, complete: bool) -> bool:
    """Whether a rank may be the claimed one; units that are not here can only make it worse."""
    return rank.best <= claim and (claim <= rank.worst or not complete)


def _text(rank: Rank) -> str:
    return str(rank.best) if rank.best == rank.worst else f"{rank.best}–{rank.worst}"
