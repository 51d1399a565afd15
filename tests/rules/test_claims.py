"""What a source concludes, at the edges: bounds, rounding, caps, and what is not known."""

import pytest
from builders import Table, framework, interval, scorecard, with_errors

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.claims import score_before_rounding
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


def undecided(claim: str, computed: str) -> list[str]:
    text = f"SC603 the source claims {claim}; the printed figures do not show it:"
    return [f"{text} they give {computed}"]


def explained(claim: str, computed: str, reason: str) -> list[str]:
    return [f"SC602 the source claims {claim}; its printed figures give {computed}, {reason}"]


def about(claim: str, computed: str) -> list[str]:
    reason = "which is approximate, and that explains the difference"
    return explained(f"a completion of {claim}", computed, reason)


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
        # So little is what cutting and rounding leave: 42.857… here.
        ({"target": 7}, 3, 42.85, []),
        ({"target": 7}, 3, 42.87, []),
        ({"target": 7}, 3, 42.9, []),
        ({"target": 7}, 3, 42.88, residue("a completion of 42.88 %", "42.857143 %")),
        ({"target": 7}, 3, 43.9, residue("a completion of 43.9 %", "42.857143 %")),
        ({"target": 7}, 3, 50.1, contradicted("a completion of 50.1 %", "42.857143 %")),
        # Only what the bounds rule out is a contradiction; the rest is open.
        (TO_100, ">98", 99, undecided("a completion of 99 %", "> 98.0 %")),
        (TO_100, ">98", ">98", []),
        (TO_100, ">98", 98, undecided("a completion of 98 %", "> 98.0 %")),
        # What is said on one side only is not rounded.
        (TO_100, ">98", 97.6, contradicted("a completion of 97.6 %", "> 98.0 %")),
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
    # A figure that contradicts its own source may earn anything: 0 to 10 beside 7.434.
    both = {"x": 74.34, "y": figures["y"]}
    assert told(of_all(both, under, {"score": 40})) == contradicted("points of 9", "8")
    assert told(of_all(both, under, {"score": 1})) == [
        *contradicted("points of 9", "8"),
        *contradicted("a score of 1", "37.1–87.2"),
    ]


@pytest.mark.parametrize(
    ("keys", "value", "claim", "computed"),
    [
        (TO_100, 100, "met", None),
        (TO_100, 100.1, "exceeded", None),
        (TO_100, 100.1, "met", "exceeded"),
        (TO_100, 100, "exceeded", "met"),
        (TO_100, 99.9, "met", "not met"),
        (TO_100, ">98", "undecided", None),
        (TO_100, "97..99", "exceeded", "not met"),
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
        (TO_100, {"absent": "missing"}, 10, undecided("points of 10", "0.0–10.0")),
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
        # 85.798 is printed 85.80 as a figure, and its score can be cut to 85.7.
        ({"x": "85.80"}, UNCLASSED, {"score": 85.7}, residue("a score of 85.7", "85.8")),
        ({"x": "85.80"}, UNCLASSED, {"score": 85.6}, contradicted("a score of 85.6", "85.8")),
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
        ({"x": 100, "y": ">46"}, TWO, {"band": "good"}, undecided("the band good", "fair or good")),
        (
            {"x": 100, "y": "50..90"},
            TWO,
            {"band": "weak"},
            contradicted("the band weak", "fair or good"),
        ),
        # What is missing leaves it open, and the score on what was reported is named.
        (
            {"x": 80},
            TWO,
            {"band": "weak", "score": 20},
            undecided("a score of 20", "20.0–95.0, and 80 on what was reported"),
        ),
        # Bounds decide without enough figures for a band, too.
        ({"y": 90}, TWO, {"band": "fair"}, undecided("the band fair", "fair or good")),
        ({"y": 90}, TWO, {"band": "weak"}, contradicted("the band weak", "fair or good")),
        ({"x": 80}, TWO, {"score": 19}, contradicted("a score of 19", "20.0–95.0")),
        ({"x": 80}, UNCLASSED, {"band": "good"}, contradicted("the band good", "none")),
        # Where nothing counts there is no score at all.
        ({"x": {"absent": "not-due"}}, UNCLASSED, {"score": 50}, []),
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
    assert score_before_rounding(assessment) == interval("[64.8375, 65.1625]")


def test_nothing_is_known_of_a_score_before_rounding_where_nothing_counts() -> None:
    assessment = assess(scorecard({"x": {"absent": "not-due"}}), UNCLASSED)
    assert score_before_rounding(assessment) == Interval(None, None)


COUNTED: Table = {"unit": "count", "target": 18}
ROUGH: Table = {"unit": "things", "target": 20000}


@pytest.mark.parametrize(
    ("keys", "value", "claim", "expected"),
    [
        # A count is not rounded, and neither is a whole: 12 of 18 are 66.67 per cent.
        (COUNTED, 12, 68, contradicted("a completion of 68 %", "66.666667 %")),
        (
            {"unit": "count", "kind": "flow"},
            "12/18",
            68,
            contradicted("a completion of 68 %", "66.666667 %"),
        ),
        ({"unit": "things", "target": 18}, 12, 68, residue("a completion of 68 %", "66.666667 %")),
        # Cut and not rounded.
        (
            COUNTED,
            12,
            66.6,
            explained(
                "a completion of 66.6 %",
                "66.666667 %",
                "and the claim is that, cut and not rounded",
            ),
        ),
        (COUNTED, 12, 66.5, contradicted("a completion of 66.5 %", "66.666667 %")),
        (COUNTED, 12, ">67", contradicted("a completion of >67 %", "66.666667 %")),
        # An approximate number reaches to half of its last digit, on its side.
        (ROUGH, "<~20000", 98.2, about("98.2 %", "≈ < 100 %")),
        (ROUGH, "<~20000", 96, contradicted("a completion of 96 %", "≈ < 100 %")),
        (ROUGH, "<~20000", 101, contradicted("a completion of 101 %", "≈ < 100 %")),
        (ROUGH, ">~20000", 101, about("101 %", "≈ > 100 %")),
        (ROUGH, ">~20000", 99, contradicted("a completion of 99 %", "≈ > 100 %")),
        (ROUGH, "~19999.5", 99.9978, about("99.9978 %", "≈ 99.9975 %")),
        (TO_100, "~98", 98.4, about("98.4 %", "≈ 98 %")),
        (TO_100, "~98", 99.1, contradicted("a completion of 99.1 %", "≈ 98 %")),
        # No two numbers are printed alike.
        (
            {"unit": "count", "target": 3},
            2,
            66.66666669,
            contradicted("a completion of 66.66666669 %", "66.666667 %"),
        ),
        (
            {"unit": "count", "target": 3000001},
            2000001,
            66.66666,
            contradicted("a completion of 66.66666 %", "66.666678 %"),
        ),
        (
            {"unit": "count", "target": 3},
            2,
            "66.666667000",
            contradicted("a completion of 66.666667000 %", "66.6666667 %"),
        ),
    ],
)
def test_what_explains_a_claimed_completion(
    keys: Table, value: object, claim: object, expected: list[str]
) -> None:
    figure = {"value": value, "claimed": {"completion": claim}}
    assert told(of_one(keys, figure)) == expected


FLOW: Table = {"unit": "count", "kind": "flow", "target": {"value": 100, "period": "2026"}}
CHECK = (
    "check the figures against the source; if they are as printed, leave the claim out and say so "
    "in a note"
)


def half_year(claim: Table, whole: Table) -> Assessment:
    figures = {"y": {"value": 50, "claimed": claim}}
    card = scorecard(figures, period="2026-H1")
    card = card.model_copy(update={"claimed": ScorecardClaim.model_validate(whole)})
    return assess(card, framework({"y": {"points": 4, **FLOW}}, {"good": 80, "fair": 0}))


def paced(claim: str, computed: str, pace: str) -> list[str]:
    reason = f"and the claim is the pace, {pace}: how far it has come for the time passed"
    return explained(claim, computed, reason)


@pytest.mark.parametrize(
    ("claim", "whole", "expected"),
    [
        ({"completion": 50, "points": 2}, {"score": 50}, []),
        ({"completion": 100}, {}, paced("a completion of 100 %", "50 %", "100 %")),
        ({"points": 4}, {}, paced("points of 4", "2", "4")),
        ({}, {"score": 100}, paced("a score of 100", "50", "100")),
        ({"completion": 80}, {}, contradicted("a completion of 80 %", "50 %")),
        # Nothing is decided before the day.
        ({"verdict": "met"}, {}, undecided("the verdict met", "on pace")),
        (
            {},
            {"band": "good"},
            undecided("the band good", "none before the day of their targets"),
        ),
    ],
)
def test_a_claim_before_the_day_of_the_target(
    claim: Table, whole: Table, expected: list[str]
) -> None:
    assert told(half_year(claim, whole)) == expected


CAPPED = framework({"x": {"unit": "things", **TO_100}, "y": {"unit": "things", **TO_100}})


def hints(assessment: Assessment) -> list[str]:
    return [each.hint for each in (*claims.figures(assessment), *claims.wholes(assessment))]


def test_the_cap_is_told_where_the_source_counts_what_is_beyond_it() -> None:
    over = of_one(TO_100, {"value": 120, "claimed": {"points": 12}})
    assert told(over) == contradicted("points of 12", "10")
    cap = "without the cap of 100 % it would be 12: check the cap against the rules"
    assert hints(over) == [cap]
    whole = of_all({"x": 120, "y": 80}, CAPPED, {"score": 100})
    assert told(whole) == contradicted("a score of 100", "90")
    assert hints(whole) == [
        "without the cap of 100 % it would be 100: check the cap against the rules"
    ]
    # Rounding could explain it as well, but the cap comes first.
    whole = of_all({"x": 100.04, "y": 80}, CAPPED, {"score": 90.02})
    reason = "and 90.02 without the cap of 100 %, which explains the difference"
    assert told(whole) == explained("a score of 90.02", "90", reason)


@pytest.mark.parametrize(
    ("claim", "hint"),
    [
        ({"completion": 0.7434}, "this is on another scale: write it in per cent, as 74.34"),
        ({"completion": "7.434"}, "this is on another scale: write it in per cent, as 74.34"),
        ({"points": 74.34}, "this is on another scale: write it in points, as 7.434"),
        # One digit fits by chance.
        ({"points": 7434}, "this is on another scale: write it in points, as 7.434"),
        ({"points": 70}, CHECK),
        ({"completion": 12}, CHECK),
    ],
)
def test_a_claim_on_another_scale_gets_that_hint(claim: Table, hint: str) -> None:
    found = of_one({"unit": "percent", **TO_100}, {"value": 74.34, "claimed": claim})
    assert [each.code for each in claims.figures(found)] == ["SC601"]
    assert hints(found) == [hint]


@pytest.mark.parametrize(
    ("figures", "score", "hint"),
    [
        ({"x": 74.67, "y": 74.67}, 0.7467, "as 74.67"),
        ({"x": 74.67, "y": 74.67}, 746.7, "as 74.67"),
        ({"x": 80, "y": 60}, 0.7, "as 70"),
        # By bounds, where one scale alone fits.
        ({"x": 80, "y": "60..90"}, 0.75, "as 75"),
    ],
)
def test_a_score_on_another_scale_gets_that_hint(figures: Table, score: object, hint: str) -> None:
    found = of_all(figures, CAPPED, {"score": score})
    assert hints(found) == [
        f"this is on another scale: write it on the scale of the framework, 0 to 100, {hint}"
    ]


def test_no_scale_is_guessed_where_several_fit() -> None:
    assert hints(of_all({"x": 20}, CAPPED, {"score": 0.75})) == [CHECK]
    assert hints(of_one(TO_100, {"absent": "missing", "claimed": {"points": 12}})) == [CHECK]


CLASS = "what depends on the other units is a class: class = …"
NAMED = framework({"x": TO_100}, {"good": 80, "fair": 50})


@pytest.mark.parametrize(
    ("value", "under", "claim", "expected", "hint"),
    [
        (90, NAMED, "good", [], []),
        (90, NAMED, "GOOD", [], []),
        (90, NAMED, "goode", contradicted("the band goode", "none"), ['did you mean "good"?']),
        (
            90,
            framework({"x": TO_100}),
            "first quartile",
            contradicted("the band first quartile", "none"),
            [f"the framework has no such band; {CLASS}"],
        ),
        # What lies below all bands has none; a part of it that does rules no band out.
        (40, NAMED, "fair", contradicted("the band fair", "none"), [CHECK]),
        ("40..60", NAMED, "fair", undecided("the band fair", "none or fair"), [""]),
        ("40..60", NAMED, "good", contradicted("the band good", "none or fair"), [CHECK]),
    ],
)
def test_a_claimed_band_by_id_or_name(
    value: object, under: Framework, claim: str, expected: list[str], hint: list[str]
) -> None:
    found = of_all({"x": value}, under, {"band": claim})
    assert told(found) == expected
    assert hints(found) == hint


def test_a_band_is_not_held_against_what_is_not_classed() -> None:
    card = scorecard({"x": 90}, eligible=False)
    card = card.model_copy(update={"claimed": ScorecardClaim(band="fair")})
    assert told(assess(card, NAMED)) == []
    assumed = NAMED.model_copy(update={"assumed": ["bands"]})
    assert told(of_all({"x": 90}, assumed, {"band": "fair"})) == []


def test_what_is_not_known_by_name_leaves_the_whole_undecided_and_untold() -> None:
    assert told(of_all({"x": 80, "z": 60}, TWO, {"score": 60})) == []
    assert told(of_all({"x": 80, "z": 60}, TWO, {"score": 10})) == contradicted(
        "a score of 10", "20.0–95.0"
    )


def test_a_share_of_nothing_and_a_baseline_before_rounding() -> None:
    full = framework({"x": {"unit": "percent", **TO_100}}, scoring={"zero_of_zero": "full"})
    card = scorecard({"x": {"value": "0/0", "claimed": {"points": 9}}})
    assert told(assess(card, full)) == contradicted("points of 9", "10")
    keys: Table = {"method": "baseline", "baseline": 12.5, "target": 13.5}
    figure = {"value": 13, "claimed": {"completion": 48}}
    assert told(of_one(keys, figure)) == residue("a completion of 48 %", "50 %")
