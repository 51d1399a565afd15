"""What the bounds of a value decide about its target, and what they leave open."""

import pytest
from builders import Table, figure, framework, indicator

from scorecard.measure.outcome import measure

FRAMEWORK = framework({}, scoring={"near": 0.9})

HIGHER = [
    # value, target, verdict
    (101, 100, "exceeded"),
    (100, 100, "met"),
    (99.99, 100, "not met"),
    (0, 100, "not met"),
    (1, 0, "exceeded"),
    (0, 0, "met"),
    (-1, 0, "not met"),
    (-1, -2, "exceeded"),
    (-4.13, 2.28, "not met"),
    (7.18, "7.5..8.0", "not met"),
    (7.5, "7.5..8.0", "met"),
    (8, "7.5..8.0", "met"),
    (8.01, "7.5..8.0", "exceeded"),
    (33.9, "33..34", "met"),
    (1.1, "1..1.5", "met"),
    (95, ">95", "not met"),
    (95.01, ">95", "met"),
    (1000, ">95", "met"),
    (95, ">=95", "met"),
    (96, ">=95", "exceeded"),
    (">98", 98, "exceeded"),
    (">=98", 98, "met"),
    (">98", 100, "undecided"),
    (">=98", ">98", "undecided"),
    (">98", ">98", "met"),
    ("<98", 98, "not met"),
    ("<=98", 98, "undecided"),
    ("<=98", ">98", "not met"),
    ("97..99", 98, "undecided"),
    ("98..99", 98, "met"),
    ("7.5..9", "7.5..8.0", "met"),
    ("7.6..8.5", "7.5..8.0", "met"),
    ("7..7.4", "7.5..8.0", "not met"),
    ("7..7.5", "7.5..8.0", "undecided"),
    ("~20000", 20000, "met"),
    ("<~20000", 20000, "not met"),
    (">~20000", 20000, "exceeded"),
    ("<~20000", 19999, "exceeded"),
    (20000, "<~20000", "met"),
    (19999, "<~20000", "not met"),
    ("12/18", 12, "met"),
    (5, "none", None),
]

LOWER = [
    # value, target, verdict
    (7.5, 7.6, "exceeded"),
    (7.6, 7.6, "met"),
    (7.61, 7.6, "not met"),
    (7.6, "<7.6", "not met"),
    (7.59, "<7.6", "met"),
    (0, "<7.6", "met"),
    (7.6, "<=7.6", "met"),
    (0, 4, "exceeded"),
    (0, 0, "met"),
    (1, 0, "not met"),
    (-1, 0, "exceeded"),
    (-1, -2, "not met"),
    (7.4, "7.5..8.0", "exceeded"),
    (7.5, "7.5..8.0", "met"),
    (8, "7.5..8.0", "met"),
    (8.01, "7.5..8.0", "not met"),
    ("<5", 5, "exceeded"),
    ("<=5", 5, "met"),
    ("<5", "<5", "met"),
    ("<=5", "<5", "undecided"),
    (">5", 5, "not met"),
    (">=5", 5, "undecided"),
    (">=5", "<5", "not met"),
    (">4", 5, "undecided"),
    ("~5", 5, "met"),
    ("<~5", 5, "exceeded"),
    (">~5", 5, "not met"),
    ("<~5", "<5", "met"),
    (5, "none", None),
]

WITHIN = [
    # value, target, verdict
    (7.5, "7.5..8.0", "met"),
    (7.7, "7.5..8.0", "met"),
    (8, "7.5..8.0", "met"),
    (7.49, "7.5..8.0", "not met"),
    (8.01, "7.5..8.0", "not met"),
    ("7..7.7", "7.5..8.0", "undecided"),
    ("7..9", "7.5..8.0", "undecided"),
    ("8..9", "7.5..8.0", "undecided"),
    ("9..10", "7.5..8.0", "not met"),
    (">8", "7.5..8.0", "not met"),
    (">=8", "7.5..8.0", "undecided"),
    ("<~7.5", "7.5..8.0", "not met"),
    (100, 100, "met"),
    (101, 100, "not met"),
    (95, ">95", "not met"),
    (96, ">95", "met"),
    (7.7, "none", None),
]


@pytest.mark.parametrize(
    ("direction", "value", "stated", "expected"),
    [("higher", *row) for row in HIGHER]
    + [("lower", *row) for row in LOWER]
    + [("within", *row) for row in WITHIN],
)
def test_verdict(direction: str, value: object, stated: object, expected: str | None) -> None:
    check({"direction": direction}, {"value": value, "target": stated}, expected)


@pytest.mark.parametrize(("value", "stated", "expected"), WITHIN)
def test_the_method_within_judges_as_the_direction_does(
    value: object, stated: object, expected: str | None
) -> None:
    check({"method": "within"}, {"value": value, "target": stated}, expected)


@pytest.mark.parametrize(
    ("direction", "value", "expected"),
    [
        ("higher", 45, "not met"),
        ("higher", 50, "met"),
        ("higher", 55, "exceeded"),
        ("lower", 45, "exceeded"),
        ("lower", 55, "not met"),
        ("lower", ">=50", "undecided"),
    ],
)
def test_a_baseline_moves_no_verdict(direction: str, value: object, expected: str) -> None:
    for baseline in (40, 50, 60, "<40", "45..55"):
        keys = {"method": "baseline", "direction": direction, "target": 50, "baseline": baseline}
        check(keys, {"value": value}, expected)
    check({"method": "baseline", "direction": direction, "target": 50}, {"value": value}, expected)


@pytest.mark.parametrize(
    ("value", "stated", "expected"),
    [
        (True, "none", "met"),
        (False, "none", "not met"),
        (True, False, "not met"),
        (False, False, "met"),
        ("0..1", "none", "undecided"),
    ],
)
def test_yes_no(value: object, stated: object, expected: str) -> None:
    keys = {"method": "yes-no", "unit": "yes-no"}
    check(keys, {"value": value, "target": stated}, expected)


@pytest.mark.parametrize(
    ("keys", "value", "expected"),
    [
        ({}, 95, "met"),
        ({}, 99, "met"),
        ({}, 94, "not met"),
        ({}, 10, "not met"),
        ({}, ">90", "undecided"),
        ({}, "<95", "not met"),
        ({"target": 90}, 92, "exceeded"),
        ({"target": 99}, 95, "not met"),
        ({"steps": [[90, 0.5]]}, 100, "not met"),
        ({"direction": "lower", "steps": [[5, 1], [9, 0.5]]}, 5, "met"),
        ({"direction": "lower", "steps": [[5, 1], [9, 0.5]]}, 6, "not met"),
        ({"direction": "none"}, 95, None),
    ],
)
def test_steps_without_a_target_are_met_where_they_give_all_points(
    keys: Table, value: object, expected: str | None
) -> None:
    check({"method": "steps", "steps": [[95, 1], [90, 0.5]], **keys}, {"value": value}, expected)


@pytest.mark.parametrize("method", ["ratio", "baseline", "within", "yes-no", "steps"])
def test_without_a_direction_nothing_is_judged(method: str) -> None:
    check({"method": method, "direction": "none", "target": 100}, {"value": 100}, None)


@pytest.mark.parametrize("absent", ["missing", "not-due", "not-applicable"])
def test_what_is_absent_is_not_judged(absent: str) -> None:
    check({"target": 100}, {"absent": absent}, None)


@pytest.mark.parametrize(
    ("direction", "value", "stated", "expected"),
    [
        ("higher", 89.99, 100, False),
        ("higher", 90, 100, True),
        ("higher", 99.99, 100, True),
        ("higher", 100, 100, False),
        ("higher", 237, 100, False),
        ("higher", "90..99", 100, True),
        ("higher", ">=90", 100, True),
        ("higher", "89..99", 100, False),
        ("higher", "<~90", 100, False),
        ("higher", 95, ">95", True),
        ("lower", 7.6, "<7.6", True),
        ("lower", 100, 90, True),
        ("lower", 101, 90, False),
        ("lower", 0, 4, False),
        ("higher", 90, "none", False),
    ],
)
def test_near_is_surely_from_the_framework_s_share_and_not_reached(
    direction: str, value: object, stated: object, expected: bool
) -> None:
    found = measure(figure(value=value, target=stated), indicator(direction=direction), FRAMEWORK)
    assert found.near is expected


def check(of: Table, keys: Table, expected: str | None) -> None:
    assert measure(figure(**keys), indicator(**of), FRAMEWORK).verdict == expected
