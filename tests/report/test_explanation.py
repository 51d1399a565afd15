"""One figure unfolded: each step in its words, and the same for programs."""

import pytest
from builders import Table, framework, scorecard

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, assess
from scorecard.report.blocks import Facts
from scorecard.report.explanation import Explanation, explain_figure

ENGLISH = Words("en")
TO_100: Table = {
    "unit": "percent",
    "target": {"value": 100, "basis": "ceiling"},
    "limits": [0, 100],
}


def explained(
    keys: Table,
    value: object,
    *,
    scoring: Table | None = None,
    period: str = "2025",
    language: str = "en",
) -> dict[str, str]:
    """Return the steps of one figure, by name; the other indicator has 3 points, all reached."""
    of = framework({"x": keys, "rest": {"target": 1, "points": 3}}, scoring=scoring)
    figures = {"rest": 1} if value is None else {"x": value, "rest": 1}
    return told(explanation(assess(scorecard(figures, period=period), of), language))


def explanation(assessment: Assessment, language: str = "en") -> Explanation:
    return explain_figure(assessment, assessment.measured[0], None, Words(language))


def told(found: Explanation) -> dict[str, str]:
    (facts,) = [block for block in found.blocks if isinstance(block, Facts)]
    names = [name for name, _ in facts.pairs]
    counted = [f"{name} {names[:at].count(name) + 1}" for at, name in enumerate(names)]
    keys = [name if names[:at].count(name) == 0 else counted[at] for at, name in enumerate(names)]
    return dict(zip(keys, [cell.text for _, cell in facts.pairs], strict=True))


def test_a_bound_unfolded() -> None:
    assert explained(TO_100, ">98") == {
        "Value": ">98 %",
        "Bounds": "more than 98, at most 100",
        "Target": "100 %, the natural limit of a share",
        "Formula": "value ÷ target: >98 ÷ 100: more than 98 %; 100 ÷ 100 = 100 %",
        "Complete": "> 98.0 %",
        "Points": ">0.98 – 1 of 1: completion × 1, held between 0 and 100 % of it",
        "Group": "25 % of the 4 points of all",
        "Score": "it brings >24.5 – 25 of at most 25 to the score of > 99.5",
    }


def test_a_share_unfolded() -> None:
    found = explained(TO_100, "358660/405424")
    assert found["Value"] == "358,660/405,424"
    assert found["Share"] == "358,660 ÷ 405,424 = 88.465409… %"
    assert found["Bounds"] == "exactly 88.465409…"
    assert found["Formula"] == "value ÷ target: 88.465409… ÷ 100 = 88.465409… %"
    assert found["Complete"] == "88.5 %"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, "exactly 5"),
        ("~5", "about 5"),
        ("<~5", "nearly 5, so below it"),
        (">~5", "a little over 5"),
        (">5", "more than 5"),
        (">=5", "at least 5"),
        ("<5", "less than 5"),
        ("<=5", "at most 5"),
        ("5..6", "at least 5, at most 6"),
        (-4.13, "exactly -4.13"),
    ],
)
def test_the_bounds_of_a_value(value: object, expected: str) -> None:
    assert explained({}, value)["Bounds"] == expected


METHODS = [
    ({"target": 80}, 60, "value ÷ target: 60 ÷ 80 = 75 %"),
    ({"target": 5, "direction": "lower"}, 4, "target ÷ value, as lower is better: 5 ÷ 4 = 125 %"),
    (
        {"method": "baseline", "target": 50, "baseline": 40},
        47,
        "(value − baseline) ÷ (target − baseline): (47 − 40) ÷ (50 − 40) = 70 %",
    ),
    (
        {"method": "baseline", "target": 40, "baseline": 50, "direction": "lower"},
        47,
        "(value − baseline) ÷ (target − baseline): (47 − 50) ÷ (40 − 50) = 30 %",
    ),
    (
        {"method": "within", "target": "6.6..6.8"},
        3.3,
        "100 % inside the range, else the ratio to its nearer edge: 3.3 ÷ 6.6 = 50 %",
    ),
    (
        {"direction": "within", "method": "within", "target": "6.6..6.8"},
        6.7,
        "100 % inside the range, else the ratio to its nearer edge: 6.7 → 100 %",
    ),
    (
        {"method": "steps", "steps": [[95, 1], [90, 0.5]]},
        92,
        "by steps: from this value, this share: 92 (90) → 50 %",
    ),
    ({"method": "yes-no", "unit": "yes-no"}, True, "done or not: 1 → 100 %"),
]


@pytest.mark.parametrize(("keys", "value", "expected"), METHODS)
def test_the_formula_is_named_by_its_method(keys: Table, value: object, expected: str) -> None:
    assert explained(keys, value)["Formula"] == expected


VERDICTS = {
    90: "exceeded: every value that the figure allows is beyond the target",
    80: "met: every value that the figure allows reaches the target",
    60: "not met: no value that the figure allows reaches the target",
    ">60": "undecided: the figure allows values that reach the target and values that do not",
    "~90": "exceeded: by the numbers as stated, not all exact, it is beyond the target",
    ">~80": "exceeded: by the numbers as stated, not all exact, it is beyond the target",
    "~80": "met: by the numbers as stated, not all exact, it reaches the target",
    "<~80": "not met: by the numbers as stated, not all exact, it does not reach the target",
}


@pytest.mark.parametrize(("value", "expected"), VERDICTS.items())
def test_the_verdict_and_why(value: object, expected: str) -> None:
    assert explained({"target": 80}, value)["Verdict"] == expected


def test_a_verdict_is_no_surer_than_its_target() -> None:
    found = explained({"target": "~80"}, 90)["Verdict"]
    assert found == VERDICTS["~90"]
    assert explained({"target": "~80"}, ">60")["Verdict"] == VERDICTS[">60"]


TARGETS = [
    (80, "80, stated in a document"),
    ({"value": ">95", "basis": "implied"}, ">95, not stated, but implied by what is measured"),
    (
        {"value": 80, "basis": "external", "source": "Decision 12"},
        "80, set elsewhere, Decision 12",
    ),
    (
        {"value": 80, "period": "2025", "id": "council"},
        "council: 80, stated in a document, for 2025",
    ),
    ("none", "none is stated, and none is invented: so there is no ratio"),
]


@pytest.mark.parametrize(("target", "expected"), TARGETS)
def test_the_target_and_its_basis(target: object, expected: str) -> None:
    assert explained({}, {"value": 60, "target": target})["Target"] == expected


@pytest.mark.parametrize(
    "keys",
    [
        {"method": "steps", "steps": [[95, 1], [90, 0.5]]},
    ],
)
def test_where_no_target_is_needed_none_is_missed(keys: Table) -> None:
    assert "Target" not in explained(keys, {"absent": "missing"})


def test_two_plans_and_their_pace() -> None:
    plans = [
        {"id": "province", "value": 55.87, "period": "2025"},
        {"id": "council", "value": 70.66, "period": "2025"},
    ]
    found = explained(
        {"kind": "flow", "target": "own"}, {"value": 24.023, "target": plans}, period="2025-H1"
    )
    half = "50 % of the time of the target has passed: completion ÷ 50 % ="
    assert found["Target"] == "province: 55.87, stated in a document, for 2025"
    assert found["Formula"] == "value ÷ target: 24.023 ÷ 55.87 = 42.998031… %"
    assert (found["Complete"], found["Pace"]) == ("43.0 %", f"{half} 86.0 %")
    assert found["Target 2"] == "council: 70.66, stated in a document, for 2025"
    assert found["Formula 2"] == "value ÷ target: 24.023 ÷ 70.66 = 33.998018… %"
    assert (found["Complete 2"], found["Pace 2"]) == ("34.0 %", f"{half} 68.0 %")
    assert found["Points"].startswith("0.42998… of 1: ")


ABSENCES = [
    (
        None,
        "missing",
        (
            "it should be there: the true value may be anything, so it counts as 0 up to all its "
            "points"
        ),
        "0 – 1 of 1, as nobody knows",
    ),
    (
        {"absent": "not-due"},
        "not due",
        "it is not due yet: it leaves the maximum",
        "none: it leaves the maximum",
    ),
    (
        {"absent": "not-applicable"},
        "not applicable",
        "this unit has no such thing: it leaves the maximum",
        "none: it leaves the maximum",
    ),
]


@pytest.mark.parametrize(("figure", "value", "absence", "points"), ABSENCES)
def test_an_absent_figure(figure: object, value: str, absence: str, points: str) -> None:
    found = explained({"target": 80}, figure)
    assert (found["Value"], found["Absence"], found["Points"]) == (value, absence, points)
    assert not {"Bounds", "Formula", "Complete", "Verdict"} & set(found)
    assert ("Score" in found) is (figure is None)
