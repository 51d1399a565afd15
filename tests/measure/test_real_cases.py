"""What published reports state, measured: Huế, the nation and Quảng Ninh."""

from fractions import Fraction

import pytest
from builders import framework, interval, scorecard

from scorecard.measure.assessment import assess
from scorecard.measure.parts import mismatch

REPORTED = [
    # unit, direction, value, target, verdict, completion
    ("Huế 2019: poor households", "lower", 7.6, "<7.6", "not met", "1"),
    ("Huế 2019: growth", "higher", 7.18, "7.5..8.0", "not met", "359/375"),
    ("Huế 2019: agriculture", "higher", -4.13, 2.28, "not met", "-413/228"),
    ("nation 2019: investment", "higher", 33.9, "33..34", "met", "113/110"),
    ("nation 2019: poverty", "higher", 1.1, "1..1.5", "met", "11/10"),
]


@pytest.mark.parametrize(
    ("direction", "value", "target", "verdict", "completion"),
    [row[1:] for row in REPORTED],
    ids=[row[0] for row in REPORTED],
)
def test_a_reported_figure_against_its_target(
    direction: str, value: object, target: object, verdict: str, completion: str
) -> None:
    of = framework({"x": {"direction": direction, "target": target, "points": 10}})
    (found,) = assess(scorecard({"x": value}), of).measured
    assert (found.verdict, found.completion) == (verdict, interval(completion))


def test_a_decline_against_growth_earns_nothing_and_costs_no_other_points() -> None:
    of = framework({"farming": {"target": 2.28, "points": 10}, "rest": {"target": 4}})
    found = assess(scorecard({"farming": -4.13, "rest": 4}), of)
    assert found.measured[0].points == interval("0")
    assert (found.total.points, found.total.most) == (interval("1"), Fraction(11))


def test_quang_ninh_2020_is_the_exact_sum_of_its_points() -> None:
    most = {"review": 60, "results": 10, "survey": 25, "bonus": 5}
    of = framework({name: {"target": points, "points": points} for name, points in most.items()})
    stated = {"review": 57.66, "results": 9.56, "survey": 18.83, "bonus": 5}
    found = assess(scorecard(stated), of)
    assert found.total.points == interval("91.05") == found.reported.points
    assert (found.total.score, found.coverage) == (interval("91.05"), Fraction(1))


def test_what_does_not_apply_leaves_the_maximum() -> None:
    of = framework(
        {"held": {"target": 71.5, "points": 71.5}, "port": {"target": 28.5, "points": 28.5}}
    )
    found = assess(scorecard({"held": 69.25, "port": {"absent": "not-applicable"}}), of)
    assert (found.total.points, found.total.most) == (interval("69.25"), Fraction("71.5"))
    assert found.total.score == interval("13850/143")  # 69.25 of 71.5: 96.85 %
    assert found.coverage == 1


@pytest.mark.parametrize(("services", "agree"), [("~201", True), ("~210", False)])
def test_the_production_of_nam_po_is_the_sum_of_its_three_sectors(
    services: str, agree: bool
) -> None:
    names = ["agriculture", "industry", "services"]
    of = framework({"all_sectors": {"parts": names, "direction": "none"}})
    stated = ["~722.95", "~274.15", "~247.8", services]
    figures = dict(zip(["all_sectors", *names], stated, strict=True))
    assert (mismatch(scorecard(figures), of.indicators[0]) is None) is agree
