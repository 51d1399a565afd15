"""How far a value has come towards its target, by ratio, from a baseline and within a range."""

import pytest
from builders import Table, figure, framework, indicator, interval

from scorecard.measure.outcome import measure
from scorecard.model.framework import Indicator

FRAMEWORK = framework({})

HIGHER = [
    # value, target, value ÷ target
    (50, 100, "1/2"),
    (100, 100, "1"),
    (105, 100, "21/20"),
    (237, 100, "237/100"),
    (0, 100, "0"),
    (-4.13, 2.28, "-413/228"),
    ("99.99", 100, "9999/10000"),
    (7.18, "7.5..8.0", "718/750"),
    (7.5, "7.5..8.0", "1"),
    (9, "7.5..8.0", "6/5"),
    (95, ">95", "1"),
    (96, ">=95", "96/95"),
    (">98", 100, "(49/50, inf)"),
    (">=98", 100, "[49/50, inf)"),
    ("<5", 10, "(-inf, 1/2)"),
    ("<=5", 10, "(-inf, 1/2]"),
    ("6.6..6.8", 10, "[33/50, 17/25]"),
    ("~722.95", 1000, "~14459/20000"),
    ("<~20000", 20000, "~1-"),
    (">~20000", 20000, "~1+"),
    (20000, "<~20000", "~1"),
    ("12/18", "none", None),
    (3, 0, None),
    (0, 0, None),
    (3, -2, None),
    (-3, -2, None),
    (3, "none", None),
]

LOWER = [
    # value, target, target ÷ value
    (8, 4, "1/2"),
    (4, 4, "1"),
    (2, 4, "2"),
    (7.6, "<7.6", "1"),
    (16, "7.5..8.0", "1/2"),
    (8, "7.5..8.0", "1"),
    (7, "7.5..8.0", "8/7"),
    (0.5, 4, "8"),
    (1, 0.5, "1/2"),
    (0, 4, None),
    (0, 0, None),
    (-1, 4, None),
    (3, -2, None),
    (3, 0, "0"),
    ("2..5", 0, "0"),
    (">2", 0, "0"),
    ("0..5", 0, "[0, inf)"),
    ("2..8", 4, "[1/2, 2]"),
    ("0..8", 4, "[1/2, inf)"),
    ("-3..8", 4, "[1/2, inf)"),
    (">8", 4, "(0, 1/2)"),
    (">=8", 4, "(0, 1/2]"),
    ("<8", 4, "(1/2, inf)"),
    ("<=0", 4, None),
    ("~8", 4, "~1/2"),
    ("<~4", 4, "~1+"),
    (">~4", 4, "~1-"),
    ("~3", 0, "~0"),
    (8, "~4", "~1/2"),
]


@pytest.mark.parametrize(
    ("direction", "value", "stated", "expected"),
    [("higher", *row) for row in HIGHER] + [("lower", *row) for row in LOWER],
)
def test_ratio(direction: str, value: object, stated: object, expected: str | None) -> None:
    of = indicator(direction=direction, unit="percent" if value == "12/18" else "count")
    check(of, {"value": value, "target": stated}, expected)


BASELINE = [
    # value, target, baseline, (value - baseline) ÷ (target - baseline)
    (45, 50, 40, "1/2"),
    (9, 4, 8, "-1/4"),
    (-2, -4, 0, "1/2"),
    (40, 50, 40, "0"),
    (50, 50, 40, "1"),
    (55, 50, 40, "3/2"),
    (35, 50, 40, "-1/2"),
    (6, 4, 8, "1/2"),
    (0, 0, 8, "1"),
    (2, 0, 8, "3/4"),
    (45, 50, 50, None),
    (50, 50, 50, None),
    (45, 50, "none", None),
    (45, "none", 40, None),
    (45, "~50", 40, "~1/2"),
    (45, 50, "~40", "~1/2"),
    ("~45", 50, 40, "~1/2"),
    ("44..46", 50, 40, "[2/5, 3/5]"),
    ("5..7", 4, 8, "[1/4, 3/4]"),
    (">45", 50, 40, "(1/2, inf)"),
    (">6", 4, 8, "(-inf, 1/2)"),
    ("<6", 4, 8, "(1/2, inf)"),
    (45, 50, "30..40", "[1/2, 3/4]"),
    (55, 50, "30..40", "[5/4, 3/2]"),
    (45, 50, "<40", "(1/2, 1]"),
    (55, 50, "<40", "[1, 3/2)"),
    (50, 50, "<40", "1"),
    (45, 50, "<=40", "[1/2, 1]"),
    (5, 4, ">8", "(3/4, 1]"),
    ("45..55", 50, "<40", "(1/2, 3/2)"),
    (45, 50, "45..55", None),
    (45, 50, "40..50", None),
    (45, 50, "<50", None),
    (45, 50, ">50", None),
    (45, 50, "<~50", None),
    (45, 50, ">45", None),
]


@pytest.mark.parametrize(("value", "stated", "baseline", "expected"), BASELINE)
def test_baseline(value: object, stated: object, baseline: object, expected: str | None) -> None:
    started = {} if baseline == "none" else {"baseline": baseline}
    for direction in ("higher", "lower"):
        of = indicator(method="baseline", direction=direction)
        check(of, {"value": value, "target": stated, **started}, expected)


def test_a_range_is_measured_from_its_baseline_to_its_nearer_edge() -> None:
    up, down = (indicator(method="baseline", direction=way) for way in ("higher", "lower"))
    check(up, {"value": 45, "target": "50..60", "baseline": 40}, "1/2")
    check(down, {"value": 70, "target": "50..60", "baseline": 80}, "1/2")


def test_the_baseline_of_a_figure_goes_before_that_of_its_indicator() -> None:
    of = indicator(method="baseline", target=50, baseline=40)
    check(of, {"value": 45}, "1/2")
    check(of, {"value": 45, "baseline": 30}, "3/4")
    check(of, {"value": 45, "baseline": 0}, "9/10")


WITHIN = [
    # value, target, 1 inside and the nearer edge's ratio outside
    (7.7, "7.5..8.0", "1"),
    (7.5, "7.5..8.0", "1"),
    (8, "7.5..8.0", "1"),
    (6, "7.5..8.0", "4/5"),
    (10, "7.5..8.0", "4/5"),
    (-6, "7.5..8.0", "-4/5"),
    (0, "7.5..8.0", "0"),
    ("7..7.7", "7.5..8.0", "[14/15, 1]"),
    ("7..10", "7.5..8.0", "[4/5, 1]"),
    ("6..7", "7.5..8.0", "[4/5, 14/15]"),
    ("10..16", "7.5..8.0", "[1/2, 4/5]"),
    (">10", "7.5..8.0", "(0, 4/5)"),
    ("<6", "7.5..8.0", "(-inf, 4/5)"),
    (">7.5", "7.5..8.0", "(0, 1]"),
    ("~7.7", "7.5..8.0", "~1"),
    ("<~7.5", "7.5..8.0", "~1-"),
    (">~8", "7.5..8.0", "~1-"),
    (90, 100, "9/10"),
    (125, 100, "4/5"),
    (2, ">=4", "1/2"),
    (400, ">=4", "1"),
    (8, "<=4", "1/2"),
    (3, "0..5", "1"),
    (0, "0..5", "1"),
    (10, "0..5", "1/2"),
    (-1, "0..5", None),
    ("-1..3", "0..5", "(-inf, 1]"),
    ("-1..10", "-2..5", "[1/2, 1]"),
    (-3, "-5..-1", "1"),
    (6, "-5..-1", None),
    (0, "<=-1", None),
    (0, "-5..0", "1"),
    (3, "-5..0", None),
    (1, "-0.5..0.5", "1/2"),
    (0.25, "0.5..2", "1/2"),
    ("-3..6", "-5..-1", "(-inf, 1]"),
    (7.7, "none", None),
]


@pytest.mark.parametrize(("value", "stated", "expected"), WITHIN)
def test_within(value: object, stated: object, expected: str | None) -> None:
    for of in (indicator(method="within"), indicator(direction="within")):
        check(of, {"value": value, "target": stated}, expected)


@pytest.mark.parametrize("method", ["ratio", "baseline", "within", "yes-no", "steps"])
def test_without_a_direction_nothing_is_completed(method: str) -> None:
    of = indicator(method=method, direction="none", target=100, baseline=0, steps=[[0, 1]])
    check(of, {"value": 100}, None)


def check(of: Indicator, keys: Table, expected: str | None) -> None:
    found = measure(figure(**keys), of, FRAMEWORK).completion
    assert found == (None if expected is None else interval(expected))
