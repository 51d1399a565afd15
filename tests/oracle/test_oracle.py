"""The program's numbers, against those of a second and slower arithmetic, on made-up folders."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import tomli_w
from command import run
from oracle.arithmetic import Result, assess, at_fault
from oracle.case import Case, Table
from oracle.figures import Outcome
from oracle.generate import folder
from oracle.quantities import Interval

SEEDS = 200
"""So many folders have 500 scorecards."""

Difference = tuple[str, object, object]
"""A key, what was expected, and what the program says."""


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_program_counts_as_the_oracle(seed: int, tmp_path: Path) -> None:
    _compare(seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS, 11 * SEEDS))
def test_the_program_counts_as_the_oracle_in_many_more(seed: int, tmp_path: Path) -> None:
    _compare(seed, tmp_path)


def _write(where: Path, tables: Mapping[str, Table]) -> dict[str, str]:
    texts = {name: tomli_w.dumps(table) for name, table in tables.items()}
    for name, text in texts.items():
        (where / name).write_text(text, "utf-8")
    return texts


def _compare(seed: int, where: Path) -> None:
    texts = _write(where, folder(seed))
    tables = {name: tomllib.loads(text, parse_float=Decimal) for name, text in texts.items()}
    framework = tables.pop("framework.toml")
    results = [assess(framework, table) for table in tables.values()]
    ran = run("compare", "--dir", where, "-f", "json")
    assert ran.code in {0, 1}, f"seed {seed}: {ran.err}\n{texts}"
    told = {each["id"]: each for each in json.loads(ran.out, parse_float=Decimal)["units"]}
    for result in results:
        unit = result.scorecard["unit"]["id"]
        assert unit in told, f"seed {seed}: {unit} is not shown\n{texts['framework.toml']}"
        found = list(_of_unit(told[unit], result, at_fault(framework)))
        lines = "\n".join(f"{key}: expected {best}, told {worse}" for key, best, worse in found)
        files = f"{texts['framework.toml']}\n{texts[f'{unit}.toml']}"
        assert not found, f"seed {seed}, unit {unit}\n{lines}\n\n{files}"


def _of_unit(told: Table, result: Result, fault: bool) -> Iterator[Difference]:
    yield from _interval("score", result.score, told["score"])
    yield from _interval("score_at_pace", result.score_at_pace, told["score_at_pace"])
    yield from _interval("reported_score", result.reported_score, told["reported_score"])
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
        yield from _interval(f"{group['id']} score", score, group["score"])
        yield from _interval(f"{group['id']} points", points, group["points"])
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
        yield from _interval("value", outcome.value, told["value"])
    yield from _interval("completion", outcome.completion, told["completion"], percent)
    yield from _interval("pace", outcome.pace, told["pace"], percent)
    if (told["error"] is None) != (outcome.error is None):
        yield "error", outcome.error, told["error"]
    basis = "reported" if case.reported else "computed"
    expected = {"absent": outcome.absent, "verdict": outcome.verdict, "mark": outcome.mark}
    expected["completion_basis"] = basis if outcome.completion else None
    for key, value in expected.items():
        if told[key] != value:
            yield key, value, told[key]
    if not fault:
        yield from _interval("points", outcome.points(outcome.share), told["points"])
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
    yield from _interval("target", target.value, told["value"])
    period = None if target.period is None or target.scale else case.until
    for key, value in (("basis", target.basis), ("period", period)):
        if told[key] != value:
            yield f"target {key}", value, told[key]


def _interval(
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
