"""Sums of children calculated by hand, for the arithmetic that the program is held to."""

from decimal import Decimal
from fractions import Fraction

import pytest
from oracle.arithmetic import assess
from oracle.by_hand import at, framework, indicator
from oracle.by_hand import card_of as card
from oracle.case import Table
from oracle.quantities import INFINITE, Interval
from oracle.rollup import Together, families, together

TO_100 = framework(indicator("x", target=100))

NOT_DUE, MISSING = {"absent": "not-due"}, {"absent": "missing"}


def children(measured: Table, *values: object) -> Together:
    results = [assess(measured, card("a", figures={"x": value})) for value in values]
    return together([result.figures[0] for result in results])


def at_least(number: int, shift: int = 0) -> Interval:
    return Interval((Fraction(number), shift), (INFINITE, 0))


@pytest.mark.parametrize(
    ("unit", "values", "expected", "given", "due"),
    [
        ("count", [20, 30], at(50), 2, 2),
        ("count", [20, ">30"], at_least(50, 1), 2, 2),
        ("count", [20, 30, MISSING], at_least(50), 2, 3),
        ("count", [20, Decimal("1.5")], at_least(20), 1, 2),  # an error counts as missing
        ("count", ["<30", MISSING], at_least(0), 1, 2),
        ("count", [20, NOT_DUE, {"absent": "not-applicable"}, "0/0"], at(20), 1, 1),
        ("tonnes", [20, MISSING], at_least(20), 1, 2),
        ("tonnes", [-20, MISSING], None, 1, 2),
        ("tonnes", [-2, 3], at(1), 2, 2),
        ("tonnes", ["<~20", "<~30"], at(50, -1, approximate=True), 2, 2),
        ("tonnes", ["<~20", 30], at(50, -1, approximate=True), 2, 2),
        ("tonnes", ["<~20", ">~30"], at(50, approximate=True), 2, 2),
        ("tonnes", [MISSING], None, 0, 1),
        ("percent", ["1/2", "3/10"], at("100/3"), 2, 2),
        ("percent", ["1/2", 30], None, 2, 2),
        ("percent", ["1/2", MISSING], None, 1, 2),
    ],
)
def test_what_children_come_to(
    unit: str, values: list[object], expected: Interval | None, given: int, due: int
) -> None:
    found = children(framework(indicator("x", unit, "flow")), *values)
    assert (found.value, found.given, found.due) == (expected, given, due)
    assert (found.plan, found.completion, found.planned) == (None, None, 0)


def test_neither_rates_nor_answers_are_added() -> None:
    rate = framework(indicator("x", "per 1000", "rate", target=10))
    answer = framework(indicator("x", "yes-no", "flow", method="yes-no"))
    assert children(rate, 3, 4) == Together(None, 2, 2, None, None, 0)
    assert children(answer, True, True) == Together(None, 2, 2, None, None, 0)


def test_plans_are_added_of_those_that_have_both() -> None:
    measured = framework(indicator("x", "count", "flow", target="own"))
    with_plans = [{"value": 50, "target": 100}, {"value": 100, "target": {"value": ">=120"}}]
    found = children(measured, *with_plans)
    assert found == Together(at(150), 2, 2, at(220), at("15/22"), 2)
    found = children(measured, *with_plans, 30, {"absent": "missing", "target": 80})
    assert found == Together(at_least(180), 3, 4, at(220), at("15/22"), 2)
    approximate = children(measured, {"value": 50, "target": "~100"})
    assert approximate.plan == at(100, approximate=True)
    assert approximate.completion == at("1/2", approximate=True)


def test_wholes_are_added_but_not_to_plans_nor_plans_of_different_times() -> None:
    measured = framework(indicator("x", "count", "flow", target="own"))
    assert children(measured, "12/18", "3/5") == Together(at(15), 2, 2, at(23), at("15/23"), 2)
    plan, of_2030 = {"value": 3, "target": 5}, {"value": 3, "target": 5, "target_period": "2030"}
    assert children(measured, "12/18", plan) == Together(at(15), 2, 2, None, None, 0)
    stock = framework(indicator("x", "count", target="own"))
    assert children(stock, plan, of_2030) == Together(at(6), 2, 2, None, None, 0)


def test_baselines_are_added_with_their_plans() -> None:
    way = indicator("x", "count", method="baseline", baseline=10, target=50)
    found = children(framework(way), 20, 40)
    assert (found.plan, found.completion) == (at(100), at("1/2"))


def test_where_one_is_missing_a_state_is_a_lower_bound_only_from_a_limit_of_0() -> None:
    for limits, expected in (([0, 90], at_least(20)), ([-5, 90], None)):
        measured = framework(indicator("x", "tonnes", limits=limits))
        assert children(measured, 20, MISSING).value == expected
    assert children(framework(indicator("x", "tonnes")), 20, MISSING).value is None


def test_fewer_is_better_by_the_plan_over_the_sum() -> None:
    measured = framework(indicator("x", "count", "flow", direction="lower", target="own"))
    found = children(measured, {"value": 50, "target": 40}, {"value": 0, "target": 10})
    assert (found.value, found.plan, found.completion) == (at(50), at(50), at(1))
    assert children(measured, {"value": 0, "target": 10}).completion is None


def test_a_figure_that_is_held_against_another_time_is_missing() -> None:
    plan = {"value": 100, "period": "2025"}
    measured = framework(indicator("x", "count", "flow", target=plan))
    assert children(measured, 20) == Together(None, 0, 1, None, None, 0)


def test_children_are_of_one_level_period_and_track_at_a_time() -> None:
    cards = [
        card("a", parent="p"),
        card("b", "2026-01/2026-12", parent="p"),
        card("c", level="commune", parent="p"),
        card("d", track="self", parent="p"),
        card("e", "2025", parent="p"),
        card("f", parent="q"),
        card("g"),
    ]
    found = families([assess(TO_100, each) for each in cards])
    names = [[one.scorecard["unit"]["id"] for one in each] for each in found.values()]
    assert names == [["a", "b"], ["c"], ["d"], ["e"], ["f"]]
