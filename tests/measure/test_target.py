"""Targets as numbers: where they are reached, where surpassed, and whose they are."""

from fractions import Fraction

import pytest
from builders import Table, figure, framework, indicator, interval, target

from scorecard.measure.outcome import measure
from scorecard.measure.target import ANYTHING, limits, targets_of

EDGES = [
    # direction, target, nearer, farther, strict, approximate
    ("higher", "95", "95", "95", False, False),
    ("higher", ">=95", "95", "95", False, False),
    ("higher", ">95", "95", "95", True, False),
    ("lower", "7.6", "7.6", "7.6", False, False),
    ("lower", "<=7.6", "7.6", "7.6", False, False),
    ("lower", "<7.6", "7.6", "7.6", True, False),
    ("higher", "7.5..8.0", "7.5", "8", False, False),
    ("lower", "7.5..8.0", "8", "7.5", False, False),
    ("within", "7.5..8.0", "7.5", "8", False, False),
    ("higher", "-4.5..0", "-4.5", "0", False, False),
    ("higher", "~722.95", "722.95", "722.95", False, True),
    ("higher", "<~20000", "20000", "20000", False, True),
    ("higher", ">~20000", "20000", "20000", False, True),
    ("higher", "12/18", "12", "12", False, False),
    ("higher", 0, "0", "0", False, False),
    ("higher", -2, "-2", "-2", False, False),
]


@pytest.mark.parametrize(
    ("direction", "stated", "nearer", "farther", "strict", "approximate"), EDGES
)
def test_where_a_target_is_reached_and_surpassed(
    direction: str, stated: object, nearer: str, farther: str, strict: bool, approximate: bool
) -> None:
    found = target(stated, indicator(direction=direction))
    assert (found.nearer, found.farther) == (Fraction(nearer), Fraction(farther))
    assert (found.strict, found.approximate) == (strict, approximate)


@pytest.mark.parametrize(
    ("keys", "stated", "named"),
    [
        ({}, "7.5..8.0", "[7.5, 8]"),
        ({}, ">95", "(95, inf)"),
        ({}, "<=5", "(-inf, 5]"),
        ({}, "<~20000", "~20000-"),
        ({"limits": [0, 100]}, ">95", "(95, 100]"),
        ({"limits": [0, 100]}, "<5", "[0, 5)"),
        ({"limits": [0, 100]}, 100, "100"),
        ({"unit": "percent"}, "12/18", "200/3"),
    ],
)
def test_the_values_that_a_target_names_are_cut_to_the_limits(
    keys: Table, stated: object, named: str
) -> None:
    assert target(stated, indicator(**keys)).bounds == interval(named)


@pytest.mark.parametrize("stated", ["<5", "<=5", 5, ">5", "5..5", "~5"])
def test_limits_move_no_edge(stated: object) -> None:
    for direction in ("higher", "lower"):
        found = target(stated, indicator(direction=direction, limits=[0, 100]))
        assert found.nearer == found.farther == 5


def test_a_share_as_the_target_of_a_percentage_is_that_percentage() -> None:
    found = target("12/18", indicator(unit="percent"))
    assert found.nearer == found.farther == Fraction(200, 3)


def test_a_target_keeps_where_it_comes_from() -> None:
    of = indicator(
        target={"value": 95, "basis": "external", "source": "plan#p3", "period": "2025", "id": "a"}
    )
    (found,) = targets_of(None, of)
    assert (found.basis, found.source, found.id) == ("external", "plan#p3", "a")
    assert found.period is not None
    assert (found.period.text, found.stated) == ("2025", of.target[0].value)


WHOSE = [
    # the indicator's, the figure, all targets in the order in which they decide
    ({"target": 100}, None, ["100"]),
    ({"target": 100}, {"value": 98}, ["100"]),
    ({"target": 100}, {"value": 98, "target": 95}, ["95"]),
    ({"target": 100}, {"value": 98, "target": "none"}, []),
    ({"target": 100}, {"value": 98, "target": [{"value": 95}, {"value": 99}]}, ["95", "99"]),
    ({"target": 100}, {"absent": "missing"}, ["100"]),
    ({"target": "none"}, {"value": 98}, []),
    ({}, {"value": 98}, []),
    ({}, None, []),
    ({}, {"value": "12/18"}, ["18"]),
    ({"target": 20}, {"value": "12/18"}, ["18"]),
    ({"target": 20}, {"value": "12/18", "target": 17}, ["17"]),
    ({"target": 20}, {"value": "12/18", "target": "none"}, []),
    ({"unit": "percent"}, {"value": "12/18"}, []),
    ({"unit": "percent", "target": 100}, {"value": "12/18"}, ["100"]),
]


@pytest.mark.parametrize(("keys", "given", "expected"), WHOSE)
def test_whose_target_decides(keys: Table, given: Table | None, expected: list[str]) -> None:
    found = targets_of(None if given is None else figure(**given), indicator(**keys))
    assert [each.nearer for each in found] == [Fraction(number) for number in expected]


VALUES = [
    ({}, 98.56, "98.56"),
    ({}, "98.56", "98.56"),
    ({}, 0, "0"),
    ({}, -4.13, "-4.13"),
    ({}, ">98", "(98, inf)"),
    ({}, ">=98", "[98, inf)"),
    ({}, "<5", "(-inf, 5)"),
    ({}, "<=5", "(-inf, 5]"),
    ({}, "~722.95", "~722.95"),
    ({}, "<~20000", "~20000-"),
    ({}, ">~20000", "~20000+"),
    ({}, "6.6..6.8", "[6.6, 6.8]"),
    ({}, "12/18", "12"),
    ({"unit": "percent"}, "12/18", "200/3"),
    ({"unit": "yes-no"}, True, "1"),
    ({"unit": "yes-no"}, False, "0"),
    ({"limits": [0, 100]}, ">98", "(98, 100]"),
    ({"limits": [0, 100]}, "<=5", "[0, 5]"),
    ({"limits": [0, 100]}, "95..105", "[95, 100]"),
    ({"limits": [0, 100]}, 105, "105"),
]


@pytest.mark.parametrize(("keys", "value", "expected"), VALUES)
def test_all_values_that_a_figure_allows(keys: Table, value: object, expected: str) -> None:
    assert measure(figure(value=value), indicator(**keys), framework({})).value == interval(
        expected
    )


@pytest.mark.parametrize("absent", ["missing", "not-due", "not-applicable"])
def test_an_absent_figure_has_no_value_and_that_is_not_zero(absent: str) -> None:
    assert measure(figure(absent=absent), indicator(limits=[0, 100]), framework({})).value is None


def test_limits_are_the_values_an_indicator_can_have() -> None:
    assert limits(indicator()) == ANYTHING == interval("(-inf, inf)")
    assert limits(indicator(limits=[-1, 2.5])) == interval("[-1, 2.5]")
