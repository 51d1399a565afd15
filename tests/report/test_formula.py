"""Formulas that a pocket calculator can follow, an end of the value each."""

from fractions import Fraction

import pytest
from builders import Table, framework, scorecard

from scorecard.i18n import Words
from scorecard.measure.assessment import assess
from scorecard.measure.measured import Measured
from scorecard.report.formula import dotted, formulas, share_formula

TO_80: Table = {"target": 80}
LOWER: Table = {"target": 5, "direction": "lower"}
FROM_40: Table = {"method": "baseline", "target": 50, "baseline": 40}
STEPS: Table = {"method": "steps", "steps": [[95, 1], [90, 0.5]]}
LOW_STEPS: Table = {"method": "steps", "steps": [[5, 1], [10, 0.25]], "direction": "lower"}
YES: Table = {"method": "yes-no", "unit": "yes-no"}
WITHIN: Table = {"method": "within", "target": "6.6..6.8"}
PERCENT: Table = {"unit": "percent", "target": 100, "limits": [0, 100]}


def measured(keys: Table, value: object) -> Measured:
    of = framework({"x": keys})
    return assess(scorecard({"x": value}), of).measured[0]


FORMULAS = [
    (TO_80, 60, ["60 ÷ 80 = 75 %"]),
    (TO_80, 0, ["0 ÷ 80 = 0 %"]),
    (TO_80, -2, ["-2 ÷ 80 = -2.5 %"]),
    (TO_80, 80.8, ["80.8 ÷ 80 = 101 %"]),
    (TO_80, ">60", [">60 ÷ 80: more than 75 %"]),
    (TO_80, ">=60", ["≥60 ÷ 80: at least 75 %"]),
    (TO_80, "<=60", ["≤60 ÷ 80: at most 75 %"]),
    (TO_80, "~60", ["60 ÷ 80 ≈ 75 %"]),
    (TO_80, ">~60", ["a little over 60 ÷ 80: just above 75 %"]),
    (TO_80, "<~60", ["nearly 60 ÷ 80: just below 75 %"]),
    (TO_80, "40..60", ["40 ÷ 80 = 50 %", "60 ÷ 80 = 75 %"]),
    ({"target": 3}, 1, ["1 ÷ 3 = 33.333333… %"]),
    ({"target": 0}, 1, []),
    ({}, 1, []),
    ({"target": 80, "direction": "none"}, 1, []),
    (TO_80, {"absent": "missing"}, []),
    (PERCENT, ">98", [">98 ÷ 100: more than 98 %", "100 ÷ 100 = 100 %"]),
    (PERCENT, ">=98", ["98 ÷ 100 = 98 %", "100 ÷ 100 = 100 %"]),
    (PERCENT, "2/3", ["66.666666… ÷ 100 = 66.666666… %"]),
    (LOWER, 4, ["5 ÷ 4 = 125 %"]),
    (LOWER, 0, []),
    (LOWER, "0..10", ["5 ÷ 10 = 50 %"]),
    (LOWER, "<10", ["5 ÷ <10: more than 50 %"]),
    (LOWER, ">=10", ["5 ÷ ≥10: at most 50 %"]),
    (LOWER, "<~5", ["5 ÷ nearly 5: just above 100 %"]),
    (LOWER, "2..10", ["5 ÷ 2 = 250 %", "5 ÷ 10 = 50 %"]),
    (FROM_40, 47, ["(47 − 40) ÷ (50 − 40) = 70 %"]),
    (FROM_40, 38, ["(38 − 40) ÷ (50 − 40) = -20 %"]),
    (
        FROM_40,
        {"value": 47, "baseline": "30..40"},
        ["(47 − 30) ÷ (50 − 30) = 85 %", "(47 − 40) ÷ (50 − 40) = 70 %"],
    ),
    (
        FROM_40,
        {"value": 47, "baseline": "<40"},
        ["(47 − 40) ÷ (50 − 40): more than 70 %"],
    ),
    (FROM_40, "<~47", ["(nearly 47 − 40) ÷ (50 − 40): just below 70 %"]),
    (
        {"method": "baseline", "target": 40, "baseline": 50, "direction": "lower"},
        "<~47",
        ["(nearly 47 − 50) ÷ (40 − 50): just above 30 %"],
    ),
    (STEPS, 96, ["96 (95) → 100 %"]),
    (STEPS, 95, ["95 (95) → 100 %"]),
    (STEPS, 92, ["92 (90) → 50 %"]),
    (STEPS, 50, ["50 → 0 %"]),
    # Less than 95 is not 95.
    (STEPS, "<95", ["<95 (90) → 50 %"]),
    (STEPS, ">~95", ["a little over 95 (95) → 100 %"]),
    (STEPS, "<~95", ["nearly 95 (90) → 50 %"]),
    (LOW_STEPS, 5, ["5 (5) → 100 %"]),
    (LOW_STEPS, 6, ["6 (10) → 25 %"]),
    (LOW_STEPS, ">5", [">5 (10) → 25 %"]),
    (YES, True, ["1 → 100 %"]),
    (YES, False, ["0 → 0 %"]),
    ({**YES, "target": False}, False, ["0 → 100 %"]),
    ({**YES, "target": False}, True, ["1 → 0 %"]),
    (WITHIN, 6.7, ["6.7 → 100 %"]),
    (WITHIN, 6.6, ["6.6 → 100 %"]),
    (WITHIN, "<~6.6", ["nearly 6.6 ÷ 6.6: just below 100 %"]),
    (WITHIN, ">~13.6", ["6.8 ÷ a little over 13.6: just below 50 %"]),
    (WITHIN, 3.3, ["3.3 ÷ 6.6 = 50 %"]),
    (WITHIN, 13.6, ["6.8 ÷ 13.6 = 50 %"]),
    (WITHIN, "3.3..6.7", ["3.3 ÷ 6.6 = 50 %", "6.7 → 100 %"]),
    ({"direction": "within", "target": "6.6..6.8"}, 3.3, ["3.3 ÷ 6.6 = 50 %"]),
    # There is no ratio to an edge that is not above 0.
    ({"method": "within", "target": "0..2"}, "-1..1", ["1 → 100 %"]),
    ({"method": "within", "target": "-2..-1"}, "-1.5..0", ["-1.5 → 100 %"]),
]


@pytest.mark.parametrize(("keys", "value", "expected"), FORMULAS)
def test_the_formula_of_each_end(keys: Table, value: object, expected: list[str]) -> None:
    item = measured(keys, value)
    assert formulas(item, Words("en")) == expected


def test_each_target_has_its_own() -> None:
    targets = [{"id": "province", "value": 80}, {"id": "council", "value": 100}]
    item = measured({}, {"value": 60, "target": targets})
    (other,) = item.others
    found = [formulas(each, Words("en")) for each in (item, item._replace(outcome=other))]
    assert found == [["60 ÷ 80 = 75 %"], ["60 ÷ 100 = 60 %"]]


@pytest.mark.parametrize(
    ("keys", "value", "expected"),
    [
        (PERCENT, "358660/405424", "358660 ÷ 405424 = 88.465409… %"),
        (PERCENT, "1/4", "1 ÷ 4 = 25 %"),
        (PERCENT, 25, None),
        (PERCENT, {"absent": "missing"}, None),
        (TO_80, "12/18", None),
    ],
)
def test_how_a_share_becomes_a_percentage(keys: Table, value: object, expected: str | None) -> None:
    assert share_formula(measured(keys, value)) == expected


def test_a_figure_that_is_not_given_is_no_share() -> None:
    of = framework({"x": PERCENT})
    assert share_formula(assess(scorecard({}), of).measured[0]) is None


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "0"),
        ("25", "25"),
        ("-4.13", "-4.13"),
        ("0.123456", "0.123456"),
        ("0.1234567", "0.123456…"),
        ("2/3", "0.666666…"),
        ("-2/3", "-0.666666…"),
        ("1/10000000", "0…"),
        ("-1/10000000", "-0…"),
        ("99.9999999", "99.999999…"),
    ],
)
def test_what_is_cut_off_is_marked_and_nothing_is_rounded_up(number: str, expected: str) -> None:
    assert dotted(Fraction(number)) == expected
