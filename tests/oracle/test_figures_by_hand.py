"""Figures calculated by hand, for the arithmetic that the program is held to."""

from decimal import Decimal

import pytest
from oracle.by_hand import (
    at,
    figures,
    framework,
    indicator,
    percent,
    points,
    span,
)


@pytest.mark.parametrize(
    ("direction", "value", "way", "verdict"),
    [
        ("lower", 8, "4/7", "not met"),
        ("lower", 13, "-1/7", "not met"),
        ("lower", 3, "9/7", "exceeded"),
        ("higher", 8, None, None),
        ("higher", 13, None, None),
    ],
)
def test_a_target_on_the_wrong_side_of_its_baseline_is_an_error(
    direction: str, value: int, way: str | None, verdict: str | None
) -> None:
    keys = {"direction": direction, "method": "baseline", "baseline": 12, "target": 5, "points": 10}
    found = figures(framework(percent("poverty", **keys)), poverty=value)["poverty"]
    assert (found.completion, found.verdict) == (way and at(way), verdict)
    assert (found.error is None) == (direction == "lower")
    assert direction == "lower" or points(found) == span(0, 10)


def test_a_baseline_may_lie_on_no_side_of_both() -> None:
    for direction, base, target in (("higher", 66, 16), ("lower", 10, 40)):
        keys = {"direction": direction, "method": "baseline", "baseline": base, "target": target}
        found = figures(framework(percent("rate", **keys)), rate=58)["rate"]
        assert (found.completion, found.verdict, points(found)) == (None, None, span(0, 1))
        assert found.error


def test_near_begins_at_its_very_edge() -> None:
    measured = framework(percent("x", limits=[0, 100], target=100, points=10))
    marks = [figures(measured, x=value)["x"].mark for value in (Decimal("89.96"), 90)]
    assert marks == ["not met", "near"]


def test_a_target_against_the_direction_is_an_error() -> None:
    measured = framework(
        indicator("houses", "count", target="<1300"),
        percent("poor", direction="lower", limits=[0, 100], target=">5"),
    )
    for found in figures(measured, houses=1200, poor=7).values():
        assert (found.error, found.verdict, found.met) == ("against direction", None, None)
        assert points(found) == span(0, 1)


def test_more_than_and_at_least_are_exceeded_alike() -> None:
    keys = {"limits": [0, 100]}
    measured = framework(percent("x", target=">80", **keys), percent("y", target=">=80", **keys))
    assert [found.verdict for found in figures(measured, x=92, y=92).values()] == ["exceeded"] * 2


def test_an_approximate_target_makes_a_verdict_approximate() -> None:
    measured = framework(indicator("x", target="~79"), indicator("y", target=79))
    for found in figures(measured, x=80, y="~80").values():
        assert found.verdict == "exceeded"
        assert found.completion == at("80/79", approximate=True)


def test_nearly_reaches_no_target_and_is_near_it() -> None:
    measured = framework(
        indicator("houses", "count", target=20000),
        indicator("h2", "count", target=22222),
        indicator("low", "count", direction="lower", target=20000),
        indicator("h3", "count", target=22000),
    )
    found = figures(measured, houses="<~20000", h2="<~20000", low=">~20000", h3=">~20000")
    sides = [figure.completion and figure.completion.side for figure in found.values()]
    assert sides == ["below", "below", "below", "above"]
    assert [figure.mark for figure in found.values()] == ["near"] * 4
    assert found["houses"].completion == at(1, -1, approximate=True)


def test_bounds_that_cross_the_edge_of_near_are_perhaps_near() -> None:
    keys = {"limits": [0, 100], "target": 100}
    measured = framework(percent("x", **keys), percent("y", **keys))
    for found in figures(measured, x="85..95", y="<95").values():
        assert (found.verdict, found.mark) == ("not met", "perhaps near")
