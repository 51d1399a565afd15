"""Scores calculated by hand, for the arithmetic that the program is held to."""

from decimal import Decimal
from fractions import Fraction

import pytest
from oracle.arithmetic import assess
from oracle.by_hand import (
    YEAR,
    at,
    card,
    figures,
    framework,
    indicator,
    percent,
    points,
    ranks,
    span,
)
from oracle.field import Rank, rank


def test_the_pace_of_what_should_stay_low_takes_the_time_that_has_passed() -> None:
    measured = framework(
        indicator("accidents", "count", "flow", direction="lower", points=10, target="own")
    )
    (a, b), places = ranks(
        measured, *(card("2026-H1", accidents={"value": n, "target": YEAR}) for n in (60, 40))
    )
    assert [result.figures[0].pace for result in (a, b)] == [at("5/6"), at("5/4")]
    assert [result.figures[0].mark for result in (a, b)] == ["behind", "on pace"]
    assert [result.figures[0].verdict for result in (a, b)] == [None, None]
    assert [points(result.figures[0]) for result in (a, b)] == [at("25/3"), at(10)]
    assert places == [(2, 2), (1, 1)]


def test_a_miss_never_raises_a_score() -> None:
    measured = framework(
        indicator(
            "balance",
            "percent",
            "rate",
            direction="within",
            method="within",
            points=10,
            target="-1..1",
        ),
        indicator("x", "count", "flow", points=10, target=10),
    )
    results, places = ranks(
        measured, card(balance=-2, x=10), card(balance=Decimal("0.5"), x=9), card(balance=2, x=10)
    )
    assert [result.score for result in results] == [at(50), at(95), at(75)]
    assert [result.figures[0].verdict for result in results] == ["not met", "met", "not met"]
    assert places == [(3, 3), (1, 1), (2, 2)]


def test_points_follow_the_verdict_where_no_ratio_can_be_taken() -> None:
    measured = framework(
        indicator("balance", "billion VND", "flow", points=10, target=-2),
        indicator("x", "count", "flow", points=10, target=10),
    )
    results, places = ranks(measured, *(card(balance=n, x=8) for n in (-3, -2, 1)))
    assert [result.score for result in results] == [at(40), at(90), at(90)]
    assert [result.figures[0].verdict for result in results] == ["not met", "met", "exceeded"]
    assert places == [(3, 3), (1, 1), (1, 1)]


@pytest.mark.parametrize(("period", "value"), [("2026-H2", 60), ("2026-Q2", 30)])
def test_a_later_part_says_nothing_of_the_year(period: str, value: int) -> None:
    measured = framework(indicator("houses", "count", "flow", points=10, target=YEAR))
    result = assess(measured, card(period, houses=value))
    found = result.figures[0]
    assert (found.pace, found.verdict, found.mark) == (None, None, "pending")
    assert (points(found), result.band) == (span(0, 10), None)


def test_a_half_year_on_plan_is_on_pace_and_has_no_band() -> None:
    many = (indicator(name, "count", "flow", target=YEAR) for name in ("i0", "i1", "i2"))
    result = assess(framework(*many), card("2026-H1", i0=50, i1=50, i2=50))
    assert (result.score, result.score_at_pace, result.band) == (at(50), at(100), None)
    assert result.tally == {"met": [0, 0], "exceeded": [0, 0], "pending": 3, "of": 3}


def test_no_is_wanted_where_lower_is_better() -> None:
    measured = framework(
        indicator("found", "yes-no", direction="lower", method="yes-no", points=10)
    )
    results, places = ranks(measured, card(found=True), card(found=False))
    assert [result.score for result in results] == [at(0), at(100)]
    assert places == [(2, 2), (1, 1)]


def test_a_limit_for_the_year_is_behind_at_its_pace() -> None:
    measured = framework(indicator("accidents", "count", "flow", direction="lower", target=YEAR))
    result = assess(measured, card("2026-H1", accidents=60))
    assert (result.figures[0].mark, result.figures[0].verdict) == ("behind", None)
    assert (result.score, result.score_at_pace) == (at("250/3"), at("250/3"))


def test_a_state_is_pending_before_its_day() -> None:
    until = {"period": "2021/2025", "basis": "stated"}
    measured = framework(
        percent("poverty", direction="lower", target={"value": 5, **until}),
        indicator("schools", "count", target={"value": 40, **until}),
    )
    result = assess(measured, card("2023", poverty=9, schools=30))
    assert [figure.completion for figure in result.figures] == [at("5/9"), at("3/4")]
    assert [figure.mark for figure in result.figures] == ["pending", "pending"]
    assert [figure.verdict for figure in result.figures] == [None, None]
    assert (result.band, result.score_at_pace) == (None, None)


def test_a_missing_figure_earns_at_most_what_it_can() -> None:
    measured = framework(
        indicator("done", "yes-no", method="yes-no"),
        percent("share", limits=[0, 100], target={"value": 100, "basis": "ceiling"}),
        indicator("range", "x", "rate", direction="within", method="within", target="6..7"),
        indicator("z", "count", target=100),
        indicator("zz", "count", target=100),
        scoring={"cap": Decimal("1.5"), "coverage": Decimal("0.2")},
    )
    result = assess(measured, card(z=20, zz=20))
    assert [points(figure) for figure in result.figures[:3]] == [span(0, 1)] * 3
    assert result.score == span(8, 68)
    assert result.band is None  # two of five figures
    full = assess(measured, card(done=True, share=100, range=Decimal("6.5"), z=20, zz=100))
    assert (full.score, full.band) == (at(84), ["good"])
    marks = [figure.mark for figure in full.figures]
    assert marks == ["met", "full", "met", "not met", "met"]


def test_a_step_gives_its_share_and_no_other() -> None:
    measured = framework(
        indicator("done", "yes-no", method="yes-no", points=10),
        indicator("st", method="steps", steps=[[95, 1], [90, Decimal("0.5")]], points=10),
        indicator("z", "count", target=100, points=10),
        scoring={"coverage": Decimal("0.2")},
    )
    result = assess(measured, card(z=45, st=10, done=False))
    assert (result.score, result.band) == (at(15), ["weak"])
    assert [figure.verdict for figure in result.figures] == ["not met", None, "not met"]
    alone = assess(measured, card(z=45))
    assert (alone.score, alone.reported_score) == (span(15, Fraction(245, 3)), at(45))
    assert figures(measured, st="<95")["st"].share == span(0, Fraction(1, 2))


def test_a_fault_of_scoring_or_a_unit_leaves_no_score() -> None:
    beyond = percent("y", limits=[0, 1], target=100)
    for broken in (
        framework(beyond, scoring={"cap": 100}),
        framework(beyond, indicator("x", "%", "rate", target=100)),
    ):
        result = assess(broken, card(y=Decimal("0.9"), x="12/18"))
        assert (result.score, result.band, result.figures[0].error) == (None, None, "beyond limits")
        assert rank([result, result]) == [None, None]


def test_few_figures_make_no_band() -> None:
    many = (indicator(f"n{place}") for place in range(9))
    measured = framework(indicator("x", "count", target=100), *many)
    result = assess(measured, card(x=95, n0={"absent": "missing"}))
    assert (result.score, result.coverage, result.band) == (at(95), Fraction(1), None)
    assert (result.figures_reported, result.figures_due) == (1, 10)


def test_an_error_counts_as_missing() -> None:
    measured = framework(
        percent("x", limits=[0, 100], target=100),
        indicator("y", "count", target=100),
    )
    results, places = ranks(measured, card(x=953, y=Decimal("1.5")), card(x=90, y=90))
    assert [points(figure) for figure in results[0].figures] == [span(0, 1)] * 2
    assert all(figure.error for figure in results[0].figures)
    assert (results[0].coverage, places) == (Fraction(0), [None, None])


def test_what_is_not_due_leaves_the_maximum() -> None:
    later = {"absent": "not-due"}
    measured = framework(
        *(indicator(name, target=100) for name in "xy"), indicator("w", target=100, points=2)
    )
    result = assess(measured, card(x=95, y=later, w=later))
    assert (result.score, result.coverage, result.figures_not_due) == (at(95), Fraction(1), 2)
    assert (result.figures_reported, result.figures_due) == (1, 1)


def test_a_whole_is_no_target() -> None:
    result = assess(framework(indicator("x", "count", target="own")), card(x="12/18"))
    found = result.figures[0]
    assert found.case.target
    assert (found.case.target.basis, found.case.target.value) == ("whole", at(18))
    assert (found.completion, found.verdict, found.mark) == (at("2/3"), None, None)
    assert result.tally["of"] == 0


def test_outside_a_range_the_nearer_edge_gives_a_ratio_if_it_is_above_0() -> None:
    keys = {"direction": "within", "method": "within"}
    measured = framework(
        indicator("x", target="<=7", **keys),
        indicator("y", target=7, **keys),
        indicator("z", target="-5..5", **keys),
    )
    result = assess(measured, card(x=6, y=Decimal("7.1"), z=-7))
    assert [figure.completion for figure in result.figures] == [at(1), at("70/71"), None]
    assert [figure.mark for figure in result.figures] == ["met", "near", "not met"]
    assert result.score == at(Fraction(14100, 213))
    assert points(figures(measured)["z"]) == span(0, 1)


def test_what_is_missing_counts_as_much_as_what_is_missed() -> None:
    measured = framework(
        indicator("z", direction="within", method="within", target="-5..5"),
        indicator("w", target=10),
    )
    (a, b), _ = ranks(measured, card(z=-7, w=9), card(w=9))
    assert (a.score, b.score) == (at(45), span(45, 95))


def test_a_scale_is_not_judged_and_an_assumed_band_not_given() -> None:
    ceiling = {"value": 100, "basis": "ceiling"}
    measured = framework(percent("x", target=ceiling), assumed=["weights", "bands"])
    result = assess(measured, card(x=85))
    assert (result.score, result.band) == (at(85), None)
    assert (result.figures[0].verdict, result.figures[0].mark) == (None, None)


def test_a_group_weighs_the_same_however_much_of_it_applies() -> None:
    keys = {"target": 100}
    measured = framework(
        percent("a1", points=25, **keys),
        percent("a2", points=25, **keys),
        {**percent("b1", points=50, **keys), "group": "h"},
        groups=[{"id": "g", "weight": 50}, {"id": "h", "weight": 50}],
    )
    results, places = ranks(
        measured, card(a1=100, a2={"absent": "not-applicable"}, b1=0), card(a1=100, a2=100, b1=0)
    )
    assert [result.score for result in results] == [at(50), at(50)]
    assert [result.coverage for result in results] == [1, 1]
    assert places == [(1, 1), (1, 1)]


def test_a_penalty_takes_points_and_what_is_listed_has_none() -> None:
    measured = framework(
        indicator("x", "count", "flow", points=100, target=10),
        indicator("late", "count", "flow", direction="lower", points=-5, target=0),
        indicator("info", "count", "flow", points=0, target=10),
    )
    result = assess(measured, card(x=9, late=2, info=5))
    x, late, info = result.figures
    assert (points(x), points(late), points(info)) == (at(90), at(-5), None)
    assert (late.max, late.verdict, info.completion) == (Fraction(0), "not met", at("1/2"))
    assert (result.score, result.figures_reported, result.figures_due) == (at(85), 2, 2)
    assert (result.tally["met"], result.tally["of"]) == ([0, 0], 3)
    assert assess(measured, card(x=9, info=5)).score == at(90)


def test_how_many_met_it() -> None:
    measured = framework(percent("x", limits=[0, 100], target=100, points=10))
    results, places = ranks(measured, *(card(x=value) for value in (100, 94, ">99", 100)))
    assert [result.tally["met"] for result in results] == [[1, 1], [0, 0], [0, 1], [1, 1]]
    assert places == [(1, 1), (4, 4), (1, 3), (1, 1)]


def test_approximate_scores_have_approximate_ranks() -> None:
    measured = framework(indicator("x", target=100))
    results = [assess(measured, card(x=value)) for value in ("~70", 80)]
    assert rank(results) == [
        Rank(2, 2, 2, approximate=True),
        Rank(1, 1, 2, approximate=False),
    ]
