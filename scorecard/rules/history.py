"""Rules across the periods of one unit: nothing jumps for a slipped mark, or stays behind."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.numbers.period import Period, before
from scorecard.numbers.quantity import spell
from scorecard.rules.family import Wrong

Assessments = Mapping[str, Assessment]
"""Assessments by the name of their file."""

FACTORS = (10, 100, 1000)
"""What a slipped decimal mark makes of a figure."""

LEAST, MOST = Decimal("0.98"), Decimal("1.02")
"""How near to a factor a ratio is taken for it."""

BETWEEN = (Decimal("0.11"), Decimal(9))
"""No ratio between these is near a factor."""


def older_editions(assessments: Assessments) -> Iterator[tuple[str, Finding]]:
    """No scorecard is under an older edition than another one for the same time or before.

    An edition is older by the numbers in it; earlier periods keep the edition of their time.
    """
    first: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for name, assessment in assessments.items():
        end, framework = assessment.scorecard.period.end, assessment.framework
        if end is not None:
            known = first[framework.id].setdefault(framework.edition, (end, name))
            first[framework.id][framework.edition] = min(known, (end, name))
    for name, assessment in assessments.items():
        end, framework = assessment.scorecard.period.end, assessment.framework
        editions = first.get(framework.id, {})
        if end is None or len(editions) == 1:
            continue
        for edition, (since, other) in editions.items():
            if since <= end and older(framework.edition, edition):
                arguments = {
                    "own": framework.edition,
                    "framework": framework.id,
                    "newer": edition,
                    "other": other,
                }
                yield name, Finding("SC709", ("framework",), arguments)
                break


def jumps(assessments: Assessments, wrong: Wrong) -> Iterator[tuple[str, Finding]]:
    """No figure is 10, 100 or 1000 times that of the unit's previous period, or a part as small.

    One that jumps back in the next period is told once.
    """
    series: dict[tuple[str, str, str, int], list[tuple[int, str]]] = defaultdict(list)
    for name, assessment in assessments.items():
        card, framework = assessment.scorecard, assessment.framework
        if card.period.start is not None:
            key = (framework.id, framework.edition, card.unit.id, card.period.months)
            series[key].append((card.period.start, name))
    for (*_, months), dated in series.items():
        names = [name for _, name in sorted(dated)]
        apart = [then - start >= months for (start, _), (then, _) in pairwise(sorted(dated))]
        astray: dict[str, int] = {}
        for (earlier, later), follows in zip(pairwise(names), apart, strict=True):
            found = _jumps(assessments[earlier], assessments[later]) if follows else {}
            # What goes back to where it was went astray in between, and was told there.
            fresh = {figure: jump for figure, jump in found.items() if astray.get(figure) != -jump}
            faulty = wrong(earlier) | wrong(later) if fresh else frozenset()
            for figure in [figure for figure in fresh if figure not in faulty]:
                yield later, _told(figure, fresh[figure], assessments, (earlier, later))
            astray = fresh


def still_estimated(assessments: Assessments) -> Iterator[tuple[str, Finding]]:
    """Once a later figure is final, an earlier one of the same unit is no longer estimated."""
    final: dict[tuple[str, str, str], tuple[Period, str]] = {}
    estimated: list[tuple[str, tuple[str, str, str]]] = []
    for name, assessment in assessments.items():
        card = assessment.scorecard
        for figure, stated in card.figures.items():
            if stated.status is None:
                continue
            key = (assessment.framework.id, card.unit.id, figure)
            if stated.status == "estimated":
                estimated.append((name, key))
            elif stated.status == "final":
                latest = final.setdefault(key, (card.period, name))
                if before(latest[0], card.period):
                    final[key] = (card.period, name)
    for name, key in estimated:
        period = assessments[name].scorecard.period
        later, other = final.get(key, (period, name))
        if other != name and before(period, later):
            arguments = {
                "name": key[2],
                "later": later.text,
                "other": other,
                "period": period.text,
            }
            yield name, Finding("SC711", ("figures", key[2], "status"), arguments)


def older(left: str, right: str) -> bool:
    """Whether an edition is older than another by the numbers in their names."""
    numbers = [[int(number) for number in re.findall("[0-9]+", text)] for text in (left, right)]
    return all(numbers) and numbers[0] < numbers[1]


def _jumps(earlier: Assessment, later: Assessment) -> dict[str, int]:
    """Return the factor of each figure that jumps; below 0 where it is that much smaller."""
    found: dict[str, int] = {}
    figures = earlier.scorecard.figures
    for name, figure in later.scorecard.figures.items():
        now, last = figure.value, figures.get(name)
        if now is None or last is None:
            continue
        then = last.value
        if then is None or not then.first or now.second is not None or then.second is not None:
            continue
        ratio = now.first / then.first
        if ratio <= 0 or BETWEEN[0] < ratio < BETWEEN[1]:
            continue
        more = max(ratio, 1 / ratio)
        for factor in FACTORS:
            if LEAST * factor <= more <= MOST * factor:
                found[name] = factor if ratio > 1 else -factor
    return found


def _told(name: str, factor: int, assessments: Assessments, files: tuple[str, str]) -> Finding:
    values = [assessments[file].scorecard.figures[name].value for file in files]
    then, now = (spell(value) for value in values if value is not None)
    arguments = {
        "name": name,
        "value": now,
        "way": f"{factor} times" if factor > 0 else f"a {-factor}th of",
        "before": then,
        "other": files[0],
    }
    return Finding("SC710", ("figures", name, "value"), arguments)
