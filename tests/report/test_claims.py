"""What a source claims stands beside what its figures give, for people, programs and sheets."""

import pytest
from builders import Table, framework, scorecard
from views import facts, units_of

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.rank import Rank
from scorecard.model.framework import Framework
from scorecard.model.scorecard import ScorecardClaim
from scorecard.report.blocks import Facts
from scorecard.report.card import show_view
from scorecard.report.claims import figure_claims, unit_claims
from scorecard.report.explanation import Explanation, explain_figure
from scorecard.report.figures import figure_record
from scorecard.report.long_table import FIGURE_VALUES
from scorecard.report.unit_explanation import explain_unit
from scorecard.report.units import UNIT_VALUES, unit_record

WORDS = Words("en")
UNDER = framework({"x": {"target": 100, "points": 20}}, {"good": 80, "weak": 0})


def claiming(value: object, of_figure: Table, whole: Table, of: Framework = UNDER) -> Assessment:
    stated: Table = {"x": {"value": value, "claimed": of_figure} if of_figure else value}
    claimed = ScorecardClaim.model_validate(whole) if whole else None
    return assess(scorecard(stated).model_copy(update={"claimed": claimed}), of)


@pytest.mark.parametrize(
    ("value", "claim", "expected"),
    [
        (90, {"points": 18}, "points: claimed 18, computed 18 ✓"),
        (
            90,
            {"completion": "80 %", "verdict": "met"},
            "completion: claimed 80 %, computed 90 % ✗ · verdict: claimed met, computed not met ✗",
        ),
        (">90", {"completion": 95}, "completion: claimed 95 %, computed > 90.0 % ? (left open)"),
        ("~98", {"completion": 98.4}, "completion: claimed 98.4 %, computed ≈ 98 % ✓"),
        (90, {}, ""),
    ],
)
def test_what_is_claimed_of_a_figure(value: object, claim: Table, expected: str) -> None:
    (item,) = claiming(value, claim, {}).measured
    text = figure_claims(item, WORDS).replace("✓ (approximate)", "✓")
    assert text == expected


def test_what_nothing_can_be_held_against_is_only_shown() -> None:
    bare = framework({"x": {}})
    claim: Table = {"completion": 80, "verdict": "met", "points": 3}
    (item,) = claiming(90, claim, {}, bare).measured
    assert figure_claims(item, WORDS) == (
        "completion: claimed 80 % · verdict: claimed met, computed not met ✗ · points: claimed 3"
    )
    (item,) = claiming(90, {"verdict": "met", "points": 3}, {}, bare).measured
    assert figure_claims(item, WORDS) == "verdict: claimed met · points: claimed 3"


@pytest.mark.parametrize(
    ("whole", "rank", "expected"),
    [
        ({"score": 90, "band": "Good"}, None, ("score: claimed 90, computed 90 ✓ · "
         "band: claimed good, computed good ✓")),
        ({"band": "best"}, None, "band: claimed best, computed – ✗"),
        ({"rank": 2}, None, "rank: claimed 2"),
        ({"rank": 2}, Rank(2, 2, 3), "rank: claimed 2, computed 2 of 3 ✓"),
        ({"rank": 2}, Rank(1, 3, 3), "rank: claimed 2, computed 1–3 of 3 ? (left open)"),
        # A source may break a tie by what it does not print.
        ({"rank": 4}, Rank(3, 3, 5), "rank: claimed 4, computed 3 of 5 ≠"),
        ({"rank": 3, "rank_of": 5}, Rank(3, 3, 5), "rank: claimed 3 of 5, computed 3 of 5 ✓"),
        ({"rank": 4, "rank_of": 63, "class": "A"}, Rank(3, 3, 5), ("rank: claimed 4 of 63 · "
         "class: claimed A")),
        ({}, Rank(3, 3, 3), ""),
    ],
)  # fmt: skip
def test_what_is_claimed_of_the_whole(whole: Table, rank: Rank | None, expected: str) -> None:
    assert unit_claims(claiming(90, {}, whole), rank, WORDS) == expected


def test_a_band_that_the_score_leaves_open_and_one_that_may_be_none() -> None:
    open_ = claiming("70..90", {}, {"band": "good"})
    text = "band: claimed good, computed weak / good ? (left open)"
    assert unit_claims(open_, None, WORDS) == text
    bare = framework({"x": {"target": 100}}, {"good": 80})
    perhaps = claiming("70..90", {}, {"band": "good"}, bare)
    text = "band: claimed good, computed – / good ? (left open)"
    assert unit_claims(perhaps, None, WORDS) == text


def test_every_report_tells_claims() -> None:
    unit = claiming(90, {"completion": ">80", "points": 0}, {"score": 0, "class": "A"})
    said = "completion: claimed >80 %, computed 90 % ✓ · points: claimed 0, computed 18 ✗"
    (card,) = units_of([unit])
    view = show_view([card], WORDS)
    # A figure that its own source contradicts may earn anything.
    whole = "score: claimed 0, computed 0.0–100.0 ? (left open) · class: claimed A"
    assert facts(view)["Claims"] == whole
    (figure,) = card.figures
    assert figure_record(figure)["claimed"] == {
        "completion": {
            "low": 80,
            "high": None,
            "low_open": True,
            "high_open": False,
            "approximate": False,
            "side": None,
        },
        "verdict": None,
        "points": 0,
    }
    assert FIGURE_VALUES["claimed"](figure) == "completion >80; points 0"
    assert unit_record(card)["claimed"] == {
        "score": 0,
        "band": None,
        "rank": None,
        "rank_of": None,
        "class": "A",
    }
    assert UNIT_VALUES["claimed"](card) == "score 0; class A"
    assert steps(explain_figure(unit, figure.measured, None, WORDS))["Claims"] == said
    assert steps(explain_unit(card, (card.standing,), WORDS))["Claims"] == whole


def steps(explained: Explanation) -> dict[str, str]:
    """Return the steps of an explanation by name."""
    (found,) = (block for block in explained.blocks if isinstance(block, Facts))
    return {name: cell.text for name, cell in found.pairs}


def test_nothing_is_said_where_nothing_is_claimed() -> None:
    unit = claiming(90, {}, {})
    (card,) = units_of([unit])
    assert "Claims" not in facts(show_view([card], WORDS))
    assert unit_record(card)["claimed"] is None
    assert UNIT_VALUES["claimed"](card) is None
    (figure,) = card.figures
    assert figure_record(figure)["claimed"] is None
    assert FIGURE_VALUES["claimed"](figure) is None
