"""What the program tells, beside what is expected: numbers of JSON against fractions."""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction

from oracle.arithmetic import Result, at_fault
from oracle.case import Case, Table
from oracle.change import Change, change, of_figure
from oracle.field import Rank
from oracle.figures import Outcome
from oracle.quantities import Interval
from oracle.rollup import Together

Difference = tuple[str, object, object]
"""A key, what was expected, and what the program says."""

Run = tuple[int, int, tuple[str, ...]]
"""The best and the worst of ranks that lie within rounding, and the names of their units."""


def of_scorecard(told: Table, result: Result) -> Iterator[Difference]:
    """Tell what is not as expected of a scorecard by itself."""
    fault = at_fault(result.framework)
    yield from interval("score", result.score, told["score"])
    yield from interval("score_at_pace", result.score_at_pace, told["score_at_pace"])
    yield from interval("reported_score", result.reported_score, told["reported_score"])
    if not fault and not _same(result.coverage, told["coverage"], ROUND_FLOOR):
        yield "coverage", result.coverage, told["coverage"]
    expected: Table = {"band": result.band, "tally": result.tally}
    counted = ("figures_reported", "figures_due", "figures_not_due")
    expected = {**expected, **{key: getattr(result, key) for key in counted}}
    for key, value in expected.items():
        if told[key] != value:
            yield key, value, told[key]
    for group in () if fault else told["groups"]:
        score, points, most = result.groups[group["id"]]
        yield from interval(f"{group['id']} score", score, group["score"])
        yield from interval(f"{group['id']} points", points, group["points"])
        if not _same(most, group["max"], ROUND_FLOOR):
            yield f"{group['id']} max", most, group["max"]
    figures = {figure["id"]: figure for figure in told["figures"]}
    for outcome in result.figures:
        name = outcome.case.indicator["id"]
        for key, value, other in _of_figure(figures[name], outcome, fault):
            yield f"{name} {key}", value, other


def _of_figure(told: Table, outcome: Outcome, fault: bool) -> Iterator[Difference]:
    case, percent = outcome.case, 100
    if outcome.reported:  # how a wrong value is cut is not agreed on
        yield from interval("value", outcome.value, told["value"])
    yield from interval("completion", outcome.completion, told["completion"], percent)
    yield from interval("pace", outcome.pace, told["pace"], percent)
    if (told["error"] is None) != (outcome.error is None):
        yield "error", outcome.error, told["error"]
    basis = "reported" if case.reported else "computed"
    expected = {"absent": outcome.absent, "verdict": outcome.verdict, "mark": outcome.mark}
    expected["completion_basis"] = basis if outcome.completion else None
    for key, value in expected.items():
        if told[key] != value:
            yield key, value, told[key]
    if not fault:
        yield from interval("points", outcome.points(outcome.share), told["points"])
        if not _same(outcome.max, told["max"], ROUND_FLOOR):
            yield "max", outcome.max, told["max"]
    missing = outcome.absent == "missing"
    if (outcome.reported or missing) and not outcome.error:  # nor is a target that is wrong
        yield from _of_target(told["target"], outcome.case)


def _of_target(told: Table | None, case: Case) -> Iterator[Difference]:
    target = case.target
    if target is None or told is None:
        if (target is None) != (told is None):
            yield "target", target, told
        return
    yield from interval("target", target.value, told["value"])
    period = None if target.period is None or target.scale else case.until
    for key, value in (("basis", target.basis), ("period", period)):
        if told[key] != value:
            yield f"target {key}", value, told[key]


def of_rank(told: Table, one: Result, rank: Rank | None) -> Iterator[Difference]:
    """Yield what differs in a rank, and whether the want of others is why there is none."""
    yield from other("rank", rank and vars(rank), told["rank"])
    yield from other("alone", not one.barred and rank is None, told["unranked"] == "alone")


def runs_told(notes: Iterable[Table]) -> set[Run]:
    """Return which ranks a note says to lie within rounding: they stand in its words alone."""
    messages = [each["message"] for each in notes if each["code"] == "ranks-within-rounding"]
    found = re.findall(r"(\d+)–(\d+) \((.*?)\)", "".join(messages))
    return {
        (int(best), int(worst), tuple(sorted(names.split(", ")))) for best, worst, names in found
    }


def of_change(
    told: Table, now: Result, then: Result | None, rank: Rank | None
) -> Iterator[Difference]:
    """Yield what differs in the change since an earlier scorecard, and in its rank then.

    Where nothing scored was reported then, only figures are held against what was.
    """
    found = told["change"]
    unreported = then is not None and then.coverage == 0
    if then is None or unreported or found is None:
        since = then and then.scorecard["period"]
        yield from other("change", None if unreported else since, found)
    else:
        place, old_place = found["rank"], rank and (rank.best, rank.worst)
        yield from other("rank then", old_place, place and (place["best"], place["worst"]))
        yield from _of_difference("score", found, change(now.score, then.score), then)
    if then is None:
        return
    for figure, one, old in zip(told["figures"], now.figures, then.figures, strict=True):
        if not one.error and not old.error:  # how a wrong value is cut is not agreed on
            for key, *both in _of_difference("value", figure["change"], of_figure(one, old), then):
                yield f"{figure['id']} {key}", both[0], both[1]


def _of_difference(
    key: str, told: Table | None, expected: Change | None, then: Result
) -> Iterator[Difference]:
    yield from interval(
        f"change of {key}", expected.difference if expected else None, told and told[key]
    )
    if told and expected:
        yield from other(f"change of {key} since", then.scorecard["period"], told["since"])
        yield from other(f"arrow of {key}", expected.arrow, told["arrow"])


def of_sum(told: Table, expected: Together) -> Iterator[Difference]:
    """Yield what differs in what children come to in an indicator."""
    yield from interval("value", expected.value, told["value"])
    if expected.value:
        yield from other("reporting", expected.given, told["reporting"])
    yield from other("of", expected.due, told["of"])
    yield from interval("plan", expected.plan, told["plan"])
    yield from other("with_plan", expected.planned, told["with_plan"])
    yield from interval("completion", expected.completion, told["completion"], 100)


def other(key: str, expected: object, told: object) -> Iterator[Difference]:
    """Yield what is told if it is not what is expected."""
    if told != expected:
        yield key, expected, told


def interval(
    key: str, expected: Interval | None, told: Table | None, times: int = 1
) -> Iterator[Difference]:
    """Compare an interval; an end that has no end of digits is rounded outward."""
    if expected is None or told is None:
        if (expected is None) != (told is None):
            yield key, expected, told
        return
    shown = expected.shown(times)
    for end, rounding in (("low", ROUND_FLOOR), ("high", ROUND_CEILING)):
        if not _same(shown.pop(end), told[end], rounding):
            yield f"{key} {end}", expected, told
        elif told[end] is None:  # what is open where there is no end says nothing
            shown.pop(f"{end}_open")
    for name, value in shown.items():
        if told[name] != value:
            yield f"{key} {name}", expected, told


def _same(expected: object, told: object, rounding: str) -> bool:
    """Return whether a number is told exactly, or to 15 digits where its digits have no end."""
    if expected is None or told is None:
        return expected is told
    assert isinstance(expected, Fraction | int)
    exact = Fraction(expected)
    rest = exact.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1:
        return Fraction(Decimal(str(told))) == exact
    context = Context(prec=15, rounding=rounding)
    return Decimal(str(told)) == context.divide(Decimal(exact.numerator), exact.denominator)
