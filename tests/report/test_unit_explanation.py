"""A unit unfolded: groups, score, coverage, band, and who is above it."""

import pytest
from builders import Table, framework, scorecard
from views import facts, grid, headings

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.field import Fields
from scorecard.model.framework import Framework
from scorecard.report.blocks import View
from scorecard.report.explanation import Explanation, explain_view
from scorecard.report.unit_explanation import explain_unit
from scorecard.report.unit_rows import unit_rows
from scorecard.text.json import json_text

BANDS: Table = {"good": 80, "weak": 0}
OF = framework(
    {
        "a": {"target": 10, "points": 6, "group": "one"},
        "b": {"target": 10, "points": 3, "group": "one"},
        "c": {"target": 10, "group": "two"},
        "d": {"group": "three"},
    },
    BANDS,
)


def unit(figures: Table, of: Framework = OF, name: str = "hue", **keys: object) -> Assessment:
    return assess(scorecard(figures, id=name, name=name.title(), **keys), of)


def explanation(first: Assessment, *others: Assessment, language: str = "en") -> Explanation:
    fields = Fields([first, *others])
    (shown,) = unit_rows([fields.standing(first)], fields)
    return explain_unit(shown, fields.field(first), Words(language))


def view(first: Assessment, *others: Assessment, language: str = "en") -> View:
    return explain_view([explanation(first, *others, language=language)])


def test_a_unit_all_of_whose_figures_are_known() -> None:
    found = view(unit({"a": 5, "b": 10, "c": 8}))
    assert headings(found) == ["Hue · 2025 · Tested"]
    assert grid(found) == [
        ["Group", "Points", "Of", "Complete, %"],
        ["one", "6", "9", "66.7"],
        ["two", "0.8", "1", "80.0"],
    ]
    assert facts(found) == {
        "Score": "68.0: 6.8 ÷ 10 = 68 %",
        "Coverage": (
            "figures are reported for 10 of 10 points: 10 ÷ 10 = 100 %; 80 % are needed for a "
            "band and a rank"
        ),
        "Band": "weak (good from 80, weak from 0)",
        "Rank": "not ranked: no other unit to rank it with was read",
    }


def test_a_unit_that_misses_a_figure() -> None:
    found = view(unit({"a": 10, "b": 5}))
    assert grid(found)[1:] == [
        ["one", "7.5", "9", "83.3"],
        ["two", "0 – 1", "1", "0.0–100.0"],
    ]
    assert facts(found) == {
        "Score": "75.0–85.0: 7.5 ÷ 10 = 75 %; 8.5 ÷ 10 = 85 %",
        "Score on what was reported": "83.3: 7.5 ÷ 9 = 83.333333… %",
        "Missing": "c: from 0 to all its points, as nobody knows",
        "Coverage": (
            "figures are reported for 9 of 10 points: 9 ÷ 10 = 90 %; 80 % are needed for a band "
            "and a rank"
        ),
        "Band": "weak to good (good from 80, weak from 0)",
        "Rank": "not ranked: no other unit to rank it with was read",
    }


def test_a_unit_that_misses_too_much_is_not_ranked() -> None:
    found = facts(view(unit({"b": 5, "c": 10})))
    assert found["Missing"] == "a: from 0 to all its points, as nobody knows"
    assert found["Rank"] == (
        "not ranked: only 40.0 % of the points are reported, and 80 % are needed"
    )
    assert found["Band"] == "– (good from 80, weak from 0)"


@pytest.mark.parametrize(
    ("value", "points", "score"),
    [
        ("<~8", "just below 0.8", "≈ 80.0: nearly 0.8 ÷ 1: just below 80 %"),
        ("~8", "≈ 0.8", "≈ 80.0: 0.8 ÷ 1 ≈ 80 %"),
        (">5", ">0.5 – 1", "> 50.0: >0.5 ÷ 1: more than 50 %; 1 ÷ 1 = 100 %"),
    ],
)
def test_the_score_of_a_value_that_is_no_exact_number(value: str, points: str, score: str) -> None:
    found = view(unit({"a": value}, framework({"a": {"target": 10}})))
    assert grid(found)[1][1] == points
    assert facts(found)["Score"] == score


def test_a_unit_that_reports_nothing() -> None:
    found = facts(view(unit({})))
    assert found["Score"] == "0.0–100.0: 0 ÷ 10 = 0 %; 10 ÷ 10 = 100 %"
    assert found["Missing"] == "a; b; c: from 0 to all its points, as nobody knows"
    assert "Score on what was reported" not in found


def test_a_unit_without_any_target_has_no_score() -> None:
    found = view(unit({"x": 5}, framework({"x": {}})))
    assert facts(found) == {"Rank": "not ranked: no figure has a target"}
    assert grid(found) == [["Group", "Points", "Of", "Complete, %"]]


def test_a_unit_that_may_not_be_ranked() -> None:
    figures = {"a": 5, "b": 10, "c": 8}
    found = facts(view(unit(figures, eligible=False, why="merged"), unit(figures, name="son-la")))
    assert found["Rank"] == "not ranked: not eligible (merged)"
    assert not {"Surely above", "Possibly above", "The same score"} & set(found)


def above(own: object, **others: object) -> dict[str, str]:
    """Return what is said of the rank of a unit with one figure, of 10, among others."""
    of = framework({"x": {"target": 10}})
    rest = [unit({"x": value}, of, name) for name, value in others.items()]
    found = facts(view(unit({"x": own}, of), *rest))
    names = ("Rank", "Surely above", "Possibly above", "The same score")
    return {name: found[name] for name in names if name in found}


RANKS: list[tuple[object, dict[str, object], dict[str, str]]] = [
    (5, {"a": 4}, {"Rank": "1 of 2"}),
    (5, {"a": 6, "b": 9.5}, {"Rank": "3 of 3", "Surely above": "2: B 95, A 60"}),
    (
        5,
        {"a": 5, "b": 6},
        {
            "Rank": "2 of 3",
            "Surely above": "1: B 60",
            "The same score": "A 50: they share the rank",
        },
    ),
    (5, {"a": "4..6"}, {"Rank": "1–2 of 2", "Possibly above": "1: A 40 – 60"}),
    (
        5,
        {"a": ">5", "b": "6..7"},
        {
            "Rank": "3 of 3",
            "Surely above": "2: A >50 – 100, B 60 – 70",
        },
    ),
    ("4..6", {"a": 4, "b": 6}, {"Rank": "1–2 of 3", "Possibly above": "1: B 60"}),
    # Two that may be anything alike do not share a rank: nobody knows who is above.
    ("4..6", {"a": "4..6"}, {"Rank": "1–2 of 2", "Possibly above": "1: A 40 – 60"}),
    ("~5", {"a": 5}, {"Rank": "≈ 1 of 2", "The same score": "A 50: they share the rank"}),
]


@pytest.mark.parametrize(("own", "others", "expected"), RANKS)
def test_who_is_above(own: object, others: dict[str, object], expected: dict[str, str]) -> None:
    assert above(own, **others) == expected


def test_who_is_not_ranked_is_above_nobody() -> None:
    of = framework({"x": {"target": 10}})
    apart = unit({"x": 10}, of, "apart", eligible=False)
    found = facts(view(unit({"x": 5}, of), apart))
    assert found["Rank"] == "not ranked: no other unit to rank it with was read"
    assert "Surely above" not in found


def test_the_same_is_told_to_programs() -> None:
    found = explanation(unit({"a": 10, "b": 5}), unit({"a": 9, "b": 9, "c": 9}, name="son-la"))
    assert tuple(found.record) == ("unit", "period", "framework", "standing", "steps")
    steps = found.record["steps"]
    assert isinstance(steps, list)
    assert [step["step"] for step in steps] == [
        "score",
        "reported",
        "missing",
        "coverage",
        "band",
        "rank",
        "above",
    ]
    assert json_text(steps[-1]) == '{"step": "above", "text": "1: Son-La 90"}'


def test_in_vietnamese() -> None:
    found = facts(view(unit({"a": 5, "b": 10, "c": 8}), language="vi"))
    assert found["Xếp loại"] == "weak (good từ 80, weak từ 0)"
