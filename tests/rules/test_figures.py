"""Figures that cannot be what their indicator measures, each told once."""

from decimal import Decimal

import pytest
from builders import Table, checked, framework, scorecard

from scorecard.measure.assessment import assess
from scorecard.rules.findings import check_framework

COUNT: Table = {"unit": "count"}
PERCENT: Table = {"unit": "percent", "kind": "rate"}
WITHIN_100: Table = {**PERCENT, "limits": [0, 100], "target": 100}
GROWING: Table = {**PERCENT, "method": "baseline", "baseline": 40, "target": 50}
RANGED: Table = {"unit": "points", "method": "within", "direction": "within"}
LABELLED: Table = {"unit": "days"}
POINTS: Table = {"unit": "points", "points": 18}
AS_DECIMALS = "is read with three decimals, as if its dot were a decimal mark"
MORE_THAN_ALL = "SC408 x.value: 19/18 is more than the whole: 105.56 % of it"
NO_RATIO = (
    'SC404 x.target.0: no ratio is taken to 0 of "x", which is not above 0: '
    "what misses it earns nothing"
)
NO_WAY = (
    'SC410 x.target.0: the baseline 40 of "x" leaves no way to its target 40, as higher is better'
)
SET_ASIDE = "SC415 x.target: a figure cannot set its target aside"
BROUGHT_NONE = (
    'SC411 x: "x" brings no target, and its framework has each figure bring its own: '
    "it counts as missing"
)
ANSWER: Table = {"unit": "yes-no", "method": "yes-no"}


def told(keys: Table, figure: object) -> list[str]:
    """Return what is told of one figure, the source apart that none has here."""
    assessment = assess(scorecard({"x": figure}), framework({"x": {**COUNT, **keys}}))
    return [
        f"{each.code} {'.'.join(map(str, each.path))}: {each.message}"
        for each in checked(assessment)
        if each.code != "SC901"
    ]


@pytest.mark.parametrize(
    ("keys", "figure", "expected"),
    [
        # Shares: limits say it already where there are any.
        (PERCENT, "12/18", []),
        (PERCENT, "18/18", []),
        (PERCENT, "19/18", [MORE_THAN_ALL]),
        (WITHIN_100, "19/18", [MORE_THAN_ALL]),
        ({**PERCENT, "limits": [0, 150]}, "19/18", [MORE_THAN_ALL]),
        ({"unit": "count"}, "19/18", [MORE_THAN_ALL]),
        (PERCENT, "0/0", []),
        ({}, -1, ['SC403 x.value: -1 is outside the limits of "x", 0 or more']),
        ({}, ">-1", ['SC409 x.value: >-1 is no count, and "x" is counted']),
        (PERCENT, 120, []),
        # Counts.
        ({}, 12, []),
        ({}, "12.0", []),
        ({}, "12.50", ['SC409 x.value: 12.50 is no count, and "x" is counted']),
        ({}, ">1.234", ['SC409 x.value: >1.234 is no count, and "x" is counted']),
        ({}, "5.000", ['SC409 x.value: 5.000 is no count, and "x" is counted']),
        ({}, "0.001", ['SC409 x.value: 0.001 is no count, and "x" is counted']),
        ({}, "0.000", []),
        ({}, "1234.000", []),
        ({}, {"absent": "missing"}, []),
        ({}, "900/1.200", ['SC409 x.value: 900/1.200 is no count, and "x" is counted']),
        # It is measured against an average at times, but never against dotted thousands.
        ({}, {"value": 900, "target": 80.5, "baseline": "12.25"}, []),
        ({}, {"absent": "missing", "target": 1200}, []),
        (
            {},
            {"value": 900, "target": "1.200", "baseline": ">1.100"},
            [
                'SC409 x.target.0.value: 1.200 is no count, and "x" is counted',
                'SC409 x.baseline: >1.100 is no count, and "x" is counted',
            ],
        ),
        ({}, {"value": 900, "target": "112.333", "baseline": "112.33"}, []),
        ({}, "1..2.5", ['SC409 x.value: 1..2.5 is no count, and "x" is counted']),
        ({}, "10/12.5", []),
        # A number that cannot have dotted thousands shows what the dots of the other are.
        ({}, {"value": 1, "target": "0.950..1.050"}, []),
        (LABELLED, "0.950..1.050", []),
        (LABELLED, "998.500..1002.250", []),
        (LABELLED, "1.500..1.75", []),
        (PERCENT, "512.340/1024.500", []),
        # Nor has the indicator it, where its limits forbid that.
        ({"unit": "points", "limits": [0, 18]}, 11.5, []),
        ({"unit": "points", "limits": [0, 18]}, "11.500", []),
        ({"limits": [0, 18]}, "11.000", []),
        # Percentages have decimals, but of shares it is the counted that is told.
        (PERCENT, "12.120", []),
        (PERCENT, "1.200/1500", [f"SC412 x.value: 1.200/1500 {AS_DECIMALS}"]),
        (
            PERCENT,
            "800/1.205",
            ["SC408 x.value: 800/1.205 is more than the whole: 66,390.04 % of it"],
        ),
        (PERCENT, "1.200/1.505", []),
        (
            WITHIN_100,
            "1200/1.500",
            ["SC408 x.value: 1200/1.500 is more than the whole: 80,000 % of it"],
        ),
        (LABELLED, "1.500..1000", []),
        (LABELLED, "1..1.500", [f"SC412 x.value: 1..1.500 {AS_DECIMALS}"]),
        (LABELLED, 12.5, []),
        (LABELLED, "0.120", []),
        (LABELLED, "1234.120", []),
        (LABELLED, "-12.120", [f"SC412 x.value: -12.120 {AS_DECIMALS}"]),
        # Outside the limits, it is told as that.
        ({"limits": [0, 10]}, 12.5, ['SC403 x.value: 12.5 is outside the limits of "x", 0 to 10']),
        # Limits.
        (WITHIN_100, 0, []),
        (WITHIN_100, 100, []),
        (WITHIN_100, ">98", []),
        (WITHIN_100, "~100", []),
        (WITHIN_100, 100.1, ['SC403 x.value: 100.1 is outside the limits of "x", 0 to 100']),
        (WITHIN_100, "<0", ['SC403 x.value: <0 is outside the limits of "x", 0 to 100']),
        (
            WITHIN_100,
            {"value": 5, "target": 0},
            [NO_RATIO],
        ),
        (
            WITHIN_100,
            {"value": 5, "target": -1},
            ['SC403 x.target.0.value: -1 is outside the limits of "x", 0 to 100'],
        ),
        (WITHIN_100, {"absent": "missing", "target": 90}, []),
        # Answers.
        (ANSWER, True, []),
        (ANSWER, 1, ["SC402 x.value: 1 is no yes-no value"]),
        (LABELLED, True, ["SC402 x.value: true is no days value"]),
        ({**LABELLED, "limits": [5, 9]}, True, ["SC402 x.value: true is no days value"]),
        (
            LABELLED,
            {"value": 4, "target": False},
            ["SC402 x.target.0.value: false is no days value"],
        ),
        # Baselines.
        (GROWING, {"value": 45, "baseline": 42}, []),
        (GROWING, 45, []),
        (
            GROWING,
            {"value": 45, "baseline": "48..50"},
            [
                (
                    'SC410 x.baseline: the baseline 48..50 of "x" leaves no way to its target 50, '
                    "as higher is better"
                )
            ],
        ),
        (
            GROWING,
            {"value": 45, "target": 40},
            [NO_WAY],
        ),
        (
            {**GROWING, "limits": [0, 45], "target": 44},
            {"value": 41, "target": 50, "baseline": 50},
            [
                'SC403 x.target.0.value: 50 is outside the limits of "x", 0 to 45',
                'SC403 x.baseline: 50 is outside the limits of "x", 0 to 45',
            ],
        ),
        # A target is wanted where the method measures by one, and nobody gives it.
        (RANGED, {"value": 6, "target": "5..7"}, []),
        ({**RANGED, "target": "own"}, {"value": 6, "target": "none"}, [SET_ASIDE]),
        (RANGED, {"absent": "missing"}, []),
        (RANGED, "6/7", []),
        ({**RANGED, "target": "5..7"}, 6, []),
        (PERCENT, 6, []),
        (
            {**RANGED, "target": "own"},
            6,
            [BROUGHT_NONE],
        ),
    ],
)
def test_a_figure_is_what_its_indicator_measures(
    keys: Table, figure: object, expected: list[str]
) -> None:
    found = [line.replace("figures.x", "x") for line in told(keys, figure)]
    assert found == expected


PARTS: dict[str, Table] = {
    "x": {**COUNT, "parts": ["y", "z"]},
    "y": COUNT,
    "z": {**COUNT, "limits": [0, 50]},
}


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"x": 100, "y": 60, "z": 40}, []),
        ({"x": 100, "y": 60, "z": 45}, ["SC405"]),
        # A part that is wrong by itself is what is wrong with the sum.
        ({"x": 100, "y": 60, "z": 400}, ["SC403"]),
        ({"x": 100.5, "y": 60, "z": 45}, ["SC409"]),
        # What a figure is measured against has no part in it.
        ({"x": {"value": 100, "target": "2.000"}, "y": 60, "z": 45}, ["SC409", "SC405"]),
        ({"x": 100, "y": 60, "z": {"value": 45, "target": 400}}, ["SC403", "SC405"]),
    ],
)
def test_one_wrong_part_is_told_once(figures: Table, expected: list[str]) -> None:
    found = checked(assess(scorecard(figures), framework(PARTS)))
    assert [each.code for each in found if each.code != "SC901"] == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (GROWING, []),
        ({**GROWING, "baseline": 50}, ["SC410"]),
        ({**GROWING, "baseline": 500, "target": 500, "limits": [0, 100]}, ["SC403", "SC403"]),
        ({**WITHIN_100, "target": 0}, ["SC404"]),
        ({**WITHIN_100, "target": -1}, ["SC403"]),
        ({**WITHIN_100, "target": False}, ["SC402"]),
        ({**WITHIN_100, "target": 0, "direction": "lower"}, ["SC404"]),
        ({**WITHIN_100, "target": 0, "direction": "none"}, []),
        (ANSWER, []),
        ({**ANSWER, "target": 1}, ["SC402"]),
        ({"target": 80.5}, []),
        ({"target": "12.000"}, ["SC409"]),
        ({**LABELLED, "target": "12.000"}, ["SC412"]),
        ({**PERCENT, "target": "12.000"}, []),
        # What is wrong by itself is not told against a direction, baseline or scale, too.
        ({**WITHIN_100, "target": "<0"}, ["SC403"]),
        ({**COUNT, "target": {"value": -3, "basis": "whole"}}, ["SC403"]),
        ({**LABELLED, "target": {"value": "<3", "basis": "whole"}}, ["SC414"]),
        ({**LABELLED, "target": {"value": True, "basis": "whole"}}, ["SC402"]),
        ({**LABELLED, "method": "within"}, ["SC510"]),
        # Dots between thousands of limits and steps.
        ({**LABELLED, "limits": [0, Decimal("1.000")]}, ["SC412"]),
        ({**LABELLED, "limits": [Decimal("1.000"), Decimal("2.500")]}, ["SC412", "SC412"]),
        ({**LABELLED, "limits": [0, Decimal("1.00")]}, []),
        ({**LABELLED, "limits": [Decimal("0.5"), Decimal("1.000")]}, []),
        ({**PERCENT, "limits": [0, Decimal("1.000")]}, ["SC412"]),
        ({**PERCENT, "limits": [0, Decimal("100.000")]}, []),
        ({**LABELLED, "steps": [[Decimal("1.500"), 1], [1, 0]], "method": "steps"}, ["SC412"]),
        ({**LABELLED, "steps": [[Decimal("1.505"), 1], [1, 0]], "method": "steps"}, []),
        # A maximum that is called a target.
        ({**POINTS, "target": 18}, ["SC516"]),
        ({**POINTS, "target": "18.0"}, ["SC516"]),
        ({**POINTS, "target": {"value": 18, "basis": "maximum"}}, []),
        ({**POINTS, "target": 17}, []),
        ({**POINTS, "target": ">18"}, []),
        ({"unit": "points", "target": 1}, []),
        ({**COUNT, "points": 18, "target": 18}, []),
    ],
)
def test_so_is_a_framework(keys: Table, expected: list[str]) -> None:
    under = framework({"x": {**COUNT, **keys}})
    assert [each.code for each in check_framework(under)] == expected


def test_a_framework_that_is_read_anew_is_another_one() -> None:
    # What is worked out of one framework is not taken for that of its like.
    limited, free = framework({"x": {"limits": [0, 10]}}), framework({"x": {}})
    for _ in range(2):
        for under, expected in ((limited, ["SC403"]), (free, [])):
            found = checked(assess(scorecard({"x": 11}), under))
            assert [each.code for each in found if each.code != "SC901"] == expected


@pytest.mark.parametrize(
    ("keys", "figure", "meant"),
    [
        ({}, "~5.000", "5000"),
        ({}, "900/1.200", "900/1200"),
        ({}, "1.205/1.500", "1205/1500"),
        (PERCENT, "1.200/1500", "1200/1500"),
        (LABELLED, "-12.120", "-12120"),
        (LABELLED, "1.205..1.500", "1205..1500"),
    ],
)
def test_a_hint_names_all_that_is_meant(keys: Table, figure: object, meant: str) -> None:
    assessment = assess(scorecard({"x": figure}), framework({"x": {**COUNT, **keys}}))
    (found,) = (each for each in checked(assessment) if each.code != "SC901")
    assert found.hint.startswith(f"if {meant} is meant, write it without a dot")
