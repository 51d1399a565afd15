"""Rules across files: one scorecard for a unit and period, and ranks that the scores give."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, partial

from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.measure.claims import claimed_score, score_before_rounding
from scorecard.measure.rank import Rank, ranks
from scorecard.measure.target import ANYTHING
from scorecard.numbers.interval import Interval
from scorecard.rules.folder import Folder
from scorecard.rules.record import checked_rank
from scorecard.rules.registry import FindingsInFiles, finding, on_folders
from scorecard.rules.units import named_after


@on_folders("SC701")
def same_twice(folder: Folder) -> FindingsInFiles:
    """No unit has two scorecards for one period under one framework.

    The later file is told, but where only the earlier one is not named after its unit.
    """
    for unit, names in folder.units.items():
        seen: dict[tuple[object, ...], str] = {}
        for name in names:
            record, told = folder.records[name], name
            under = record.under
            key = (under.framework, under.edition, record.months, record.track)
            other = seen.setdefault(key, name)
            if other == name:
                continue
            if named_after(name, unit) and not named_after(other, unit):
                told, other = other, name
                seen[key] = name
            period = folder.records[told].period.text
            said = {"unit": unit, "period": period, "framework": under.framework, "other": other}
            yield told, finding("SC701", "unit", "id", **said)


@on_folders("SC702", "SC703", "SC704")
def claimed_ranks(folder: Folder) -> FindingsInFiles:
    """A claimed rank is one that the scores of all units beside it allow.

    Where units are missing, only a claim up to which all others are here can be too high.
    Those are the units of one level under one parent, for one period, and each counts once.
    """
    tables: dict[tuple[object, ...], dict[str, str]] = defaultdict(dict)
    claimed: set[tuple[object, ...]] = set()
    for name, record in folder.records.items():
        under = record.under
        among = (record.months, record.track, record.level, record.parent)
        key = (under.framework, under.edition, *among)
        if tables[key].setdefault(record.unit, name) == name and record.claims_rank:
            claimed.add(key)
    for table, names in tables.items():
        if table in claimed:
            yield from _ranks_in_table(folder.opened(list(names.values())))


def _ranks_in_table(table: Mapping[str, Assessment]) -> FindingsInFiles:
    found = {name: _score(assessment) for name, assessment in table.items()}
    claims = {name: checked_rank(each.scorecard) for name, each in table.items()}
    claimed = {name: claim for name, claim in claims.items() if claim}
    all_here = len(table) >= max(claimed.values(), default=0)
    before_rounding = cache(partial(_before_rounding, table, found))
    for (name, score), rank in zip(found.items(), ranks(list(found.values())), strict=True):
        claim = claimed.get(name)
        if not (claim and rank and score):
            continue
        complete = all_here or sum(each <= claim for each in claimed.values()) >= claim
        if _allows(rank, claim, complete=complete):
            continue
        equal = [other for other in found if score.exact and found[other] == score]
        ties = [table[other].card.unit.id for other in equal if other != name]
        code = "SC702"
        if rank.best <= claim <= rank.worst + len(ties):
            code = "SC703"
        elif _allows(before_rounding()[name], claim, complete=complete):
            code = "SC704"
        computed = f"{rank.best}" if rank.best == rank.worst else f"{rank.best}–{rank.worst}"
        said = {"claimed": claim, "computed": computed, "others": say("list.and").join(ties)}
        yield name, finding(code, "claimed", "rank", **said)


def _before_rounding(
    table: Mapping[str, Assessment], found: Mapping[str, Interval | None]
) -> dict[str, Rank]:
    """Return the ranks by all values that the printed ones may have been rounded from."""
    scores = [
        score_before_rounding(table[name]) if score not in (None, ANYTHING) else score
        for name, score in found.items()
    ]
    return {name: rank for name, rank in zip(found, ranks(scores), strict=True) if rank}


def _score(assessment: Assessment) -> Interval | None:
    """Return the score that ranks rest on; nothing is sure of one that rests on what is wrong.

    Who has a rank in the source has one among the others, however few of the figures are here.
    """
    card, unclassed = assessment.scorecard, assessment.unclassed
    if unclassed and (unclassed == "not-eligible" or checked_rank(card) is None):
        return None
    claim = claimed_score(assessment)
    wrong = assessment.fault or assessment.errors
    if wrong or (claim and claim.stand == "contradicted"):
        return ANYTHING
    return assessment.total.score


def _allows(rank: Rank, claim: int, *, complete: bool) -> bool:
    """Whether a rank may be the claimed one; units that are not here can only make it worse."""
    return rank.best <= claim and (claim <= rank.worst or not complete)
