"""What a source concludes, at the edges: bounds, rounding, caps, and what is not known."""

import pytest
from builders import Table, framework, interval, scorecard, with_errors

from scorecard.measure.assessment import Assessment, assess
from scorecard.model.framework import Framework
from scorecard.model.scorecard import ScorecardClaim
from scorecard.numbers.interval import Interval
from scorecard.rules import claims

TO_100: Table = {"target": 100, "points": 10}


def of_one(keys: Table, figure: Table) -> Assessment:
    return with_errors(
        assess(scorecard({"x": figure}), framework({"x": {"unit": "things", **keys}}))
    )


def of_all(figures: Table, under: Framework, claim: Table) -> Assessment:
    claimed = ScorecardClaim.model_validate(claim)
    card = scorecard(figures).model_copy(update={"claimed": claimed})
    return with_errors(assess(card, under))


def told(assessment: Assessment) -> list[str]:
    found = [*claims.figures(assessment), *claims.wholes(assessment)]
    return [f"{each.code} {each.message}" for each in found]


def contradicted(claim: str, computed: str) -> list[str]:
    return [f"SC601 the source claims {claim}; its own figures give {computed}"]


def residue(claim: str, computed: str) -> list[str]:
    text = f"SC602 the source claims {claim}; its printed figures give {computed}, and their"
    return [f"{text} rounding explains the difference"]


@pytest.mark.parametrize(
    ("keys", "value", "claim", "expected"),
    [
        (TO_100, 74.34, 74.3, []),
        (TO_100, 74.34, "74.34%", []),
        (TO_100, 74.34, "74.34 %", []),
        (TO_100, 74.34, ">74", []),
        (TO_100, 74.34, "~74", []),
        (TO_100, 74.34, "70..75", []),
        (TO_100, 74.34, ">75", contradicted("a completion of >75 %", "74.34 %")),
        # 74.4 stands for what rounds to it, 74.35 and above; 74.34 is rounded from 74.345 at most.
        (TO_100, 74.34, 74.4, contradicted("a completion of 74.4 %", "74.34 %")),
        ({"target": 7}, 3, 42.857, []),
        ({"target": 7}, 3, 43.9, residue("a completion of 43.9 %", "42.857143 %")),
        ({"target": 7}, 3, 50.1, contradicted("a completion of 50.1 %", "42.857143 %")),
        (TO_100, ">98", 99, []),
        (TO_100, ">98", 95, contradicted("a completion of 95 %", "> 98.0 %")),
        (TO_100, "12/18", 66.7, []),
        (TO_100, "12/18", 67.6, contradicted("a completion of 67.6 %", "66.666667 %")),
        # Over-achievement is shown in full, so it is claimed in full too.
        ({"target": 50}, 60, 120, []),
        # Without a target there is no completion to compare with.
        ({}, 60, 120, []),
    ],
)
def test_a_claimed_completion(
    keys: Table, value: object, claim: object, expected: list[str]
) -> None:
    figure = {"value": value, "claimed": {"completion": claim}}
    assert told(of_one({"unit": "percent", **keys}, figure)) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ({"completion": 80, "points": 8, "verdict": "met"}, ["completion"]),
        ({"completion": 74.34, "points": 8, "verdict": "met"}, ["verdict"]),
        ({"completion": 74.34, "points": 8, "verdict": "not met"}, ["points"]),
        # What rounding explains hides nothing.
        ({"completion": 74.344, "points": 8}, ["points"]),
    ],
)
def test_of_one_figure_one_claim_is_told(claim: Table, expected: list[str]) -> None:
    found = claims.figures(of_one(TO_100, {"value": 74.34, "claimed": claim}))
    assert [each.path[-1] for each in found if each.code == "SC601"] == expected


def test_a_figure_that_is_wrong_by_itself_makes_no_claim_wrong() -> None:
    keys: Table = {"unit": "percent", "target": 100, "points": 10, "limits": [0, 100]}
    wrong = {"value": 743.4, "claimed": {"completion": 74.34}}
    assert told(of_one(keys, wrong)) == []
    under = framework({"x": keys, "y": TO_100})
    figures = {"x": 743.4, "y": {"value": 80, "claimed": {"points": 9}}}
    assert told(of_all(figures, under, {"score": 1})) == contradicted("points of 9", "8")
    assert told(of_all({"x": 74.34, "y": figures["y"]}, under, {"score": 1})) == contradicted(
        "points of 9", "8"
    )


@pytest.mark.parametrize(
    ("keys", "value", "claim", "computed"),
    [
        (TO_100, 100, "met", None),
        (TO_100, 100.1, "exceeded", None),
        (TO_100, 100.1, "met", "exceeded"),
        (TO_100, 99.9, "met", "not met"),
        (TO_100, ">98", "undecided", None),
        (TO_100, ">98", "not met", "undecided"),
        ({"target": "<7.6", "direction": "lower"}, 7.6, "met", "not met"),
        ({"method": "yes-no", "unit": "yes-no"}, True, "not met", "met"),
        ({}, 60, "met", None),
        ({"target": 100, "direction": "none"}, 60, "met", None),
    ],
)
def test_a_claimed_verdict(keys: Table, value: object, claim: str, computed: str | None) -> None:
    figure = {"value": value, "claimed": {"verdict": claim}}
    expected = contradicted(f"the verdict {claim}", computed) if computed else []
    assert told(of_one(keys, figure)) == expected


@pytest.mark.parametrize(
    ("keys", "figure", "claim", "expected"),
    [
        (TO_100, {"value": 74.34}, 7.43, []),
        (TO_100, {"value": 74.34}, 7.5, contradicted("points of 7.5", "7.434")),
        # Beyond the target nothing more is earned.
        (TO_100, {"value": 120}, 10, []),
        (TO_100, {"value": 120}, 12, contradicted("points of 12", "10")),
        # 0 of something where less is better is full marks; printed 0 may be up to 0.5.
        ({"target": 5, "direction": "lower"}, {"value": 0}, 1, []),
        ({"target": 0.2, "direction": "lower"}, {"value": 0}, 0.5, residue("points of 0.5", "1")),
        ({"target": 5, "direction": "lower"}, {"value": 0}, 0, contradicted("points of 0", "1")),
        # What is missing may be worth anything, and nothing beyond that.
        (TO_100, {"absent": "missing"}, 10, []),
        (TO_100, {"absent": "missing"}, 11, contradicted("points of 11", "0.0–10.0")),
        (TO_100, {"absent": "not-due"}, 7, []),
        (TO_100, {"absent": "not-applicable"}, 7, []),
        ({"points": 10}, {"value": 3}, 7, []),
        # An answer and a count are not rounded.
        (
            {"method": "yes-no", "unit": "yes-no", "points": 4},
            {"value": True},
            2,
            contradicted("points of 2", "4"),
        ),
        (TO_100, {"value": "74/80", "target": 100}, 7.44, contradicted("points of 7.44", "7.4")),
    ],
)
def test_claimed_points(keys: Table, figure: Table, claim: object, expected: list[str]) -> None:
    assert told(of_one(keys, {**figure, "claimed": {"points": claim}})) == expected


TWO = framework(
    {"x": TO_100, "y": {"target": 100, "points": 30}}, {"good": 80, "fair": 50, "weak": 0}
)
UNCLASSED = framework({"x": TO_100})


@pytest.mark.parametrize(
    ("figures", "under", "claim", "expected"),
    [
        ({"x": 80, "y": 60}, TWO, {"score": 65, "band": "fair"}, []),
        ({"x": 80, "y": 60}, TWO, {"score": 66}, residue("a score of 66", "65")),
        ({"x": 80, "y": 60}, TWO, {"score": 66.1}, contradicted("a score of 66.1", "65")),
        ({"x": 80, "y": 60}, TWO, {"band": "good"}, contradicted("the band good", "fair")),
        # A band that goes with a wrong score is no mistake of its own.
        (
            {"x": 80, "y": 60},
            TWO,
            {"score": 85, "band": "good"},
            contradicted("a score of 85", "65"),
        ),
        (
            {"x": 80, "y": 60},
            TWO,
            {"score": 66, "band": "good"},
            [*residue("a score of 66", "65"), *contradicted("the band good", "fair")],
        ),
        # The bounds of 60 to 100 leave two bands open.
        ({"x": 100, "y": ">46"}, TWO, {"band": "good"}, []),
        (
            {"x": 100, "y": "50..90"},
            TWO,
            {"band": "weak"},
            contradicted("the band weak", "fair or good"),
        ),
        # Without enough figures there is no band, so none to be right or wrong.
        ({"x": 80}, TWO, {"band": "weak", "score": 20}, []),
        ({"x": 80}, TWO, {"score": 19}, contradicted("a score of 19", "20.0–95.0")),
        ({"x": 80}, UNCLASSED, {"band": "good"}, contradicted("the band good", "none")),
        # Where nothing counts there is no score at all.
        ({"x": {"absent": "not-due"}}, UNCLASSED, {"score": 50, "band": "good"}, []),
        ({"x": 80, "y": 60}, TWO, {}, []),
    ],
)
def test_a_claimed_score_and_band(
    figures: Table, under: Framework, claim: Table, expected: list[str]
) -> None:
    assert told(of_all(figures, under, claim)) == expected


def test_a_scorecard_that_claims_nothing_is_not_judged() -> None:
    assert told(assess(scorecard({"x": 80, "y": 60}), TWO)) == []


def test_the_score_before_rounding_is_that_of_all_numbers_that_print_alike() -> None:
    assessment = assess(scorecard({"x": 80, "y": 60.0}), TWO)
    # 79.5 to 80.5 of 100 for 10 points, 59.95 to 60.05 for 30, in per cent of 40.
    assert claims.score_before_rounding(assessment) == interval("[64.8375, 65.1625]")


def test_nothing_is_known_of_a_score_before_rounding_where_nothing_counts() -> None:
    assessment = assess(scorecard({"x": {"absent": "not-due"}}), UNCLASSED)
    assert claims.score_before_rounding(assessment) == Interval(None, None)
