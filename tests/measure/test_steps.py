"""Completion by what is looked up: done or not, and the steps of a table."""

import pytest
from builders import Table, figure, framework, indicator, interval

from scorecard.measure.outcome import measure
from scorecard.model.framework import Indicator

FRAMEWORK = framework({})

YES_NO = [
    # value, target, 1 or 0
    (True, "none", "1"),
    (False, "none", "0"),
    (True, True, "1"),
    (False, True, "0"),
    (True, False, "0"),
    (False, False, "1"),
    ("~1", "none", "~1"),
    ("<~1", "none", "~0"),
    ("0..1", "none", "[0, 1]"),
    (">1", "none", "0"),
]


@pytest.mark.parametrize(("value", "stated", "expected"), YES_NO)
def test_yes_no(value: object, stated: object, expected: str) -> None:
    check(indicator(method="yes-no", unit="yes-no"), {"value": value, "target": stated}, expected)


UP = [[95, 1], [90, 0.5], [80, 0.25]]
DOWN = [[5, 1], [10, 0.5]]
STEPS = [
    # direction, steps, value, share of the points
    ("higher", UP, 100, "1"),
    ("higher", UP, 95, "1"),
    ("higher", UP, 94.99, "1/2"),
    ("higher", UP, 90, "1/2"),
    ("higher", UP, 80, "1/4"),
    ("higher", UP, 79, "0"),
    ("higher", UP, -5, "0"),
    ("higher", UP, "<~95", "~1/2"),
    ("higher", UP, "~95", "~1"),
    ("higher", UP, "<95", "[0, 1/2]"),
    ("higher", UP, ">90", "[1/2, 1]"),
    ("higher", UP, "85..92", "[1/4, 1/2]"),
    ("higher", UP[::-1], 92, "1/2"),
    ("higher", [], 100, "0"),
    ("lower", DOWN, 0, "1"),
    ("lower", DOWN, 5, "1"),
    ("lower", DOWN, 5.01, "1/2"),
    ("lower", DOWN, 10, "1/2"),
    ("lower", DOWN, 11, "0"),
    ("lower", DOWN, ">~5", "~1/2"),
    ("lower", DOWN, ">5", "[0, 1/2]"),
    ("lower", DOWN, "<=5", "1"),
    ("lower", DOWN, "4..7", "[1/2, 1]"),
]


@pytest.mark.parametrize(("direction", "steps", "value", "expected"), STEPS)
def test_steps(direction: str, steps: object, value: object, expected: str) -> None:
    of = indicator(method="steps", direction=direction, steps=steps)
    check(of, {"value": value}, expected)


def check(of: Indicator, keys: Table, expected: str | None) -> None:
    found = measure(figure(**keys), of, FRAMEWORK).completion
    assert found == (None if expected is None else interval(expected))
