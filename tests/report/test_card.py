"""Report cards: what is said of a unit, and what is left unsaid."""

import json
from collections.abc import Mapping

import pytest
from builders import Table, framework, scorecard
from views import columns, facts, grid, headings, notes, shown

from scorecard.formats.json import render_json
from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, assess
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Remark
from scorecard.report.blocks import Facts, View
from scorecard.report.blocks import Table as TableBlock
from scorecard.report.card import show_view
from scorecard.text.medium import Medium

TO_100: Table = {"target": 100}
BANDS = {"good": 80, "weak": 0}
RULES = framework({"a": TO_100, "b": TO_100}, BANDS)


def unit(
    figures: Table, rules: Framework = RULES, *, period: str = "2025", **keys: object
) -> Assessment:
    return assess(scorecard(figures, period=period, **keys), rules)


@pytest.mark.parametrize(
    ("period", "level", "language", "expected"),
    [
        ("2025", "province", "en", "Huế · province · 2025"),
        ("2026-01/2026-09", "commune", "vi", "Huế · cấp xã · 9 tháng đầu năm 2026"),
        ("XXXX-H1", "district", "en", "Huế · district · XXXX-H1 (year not stated)"),
        ("XXXX-H1", "district", "vi", "Huế · cấp huyện · 6 tháng đầu năm … (không rõ năm)"),
    ],
)
def test_a_card_is_headed_by_unit_level_and_period(
    period: str, level: str, language: str, expected: str
) -> None:
    assert headings(shown([unit({}, period=period, level=level)], language)) == [expected]


def test_the_headline_of_a_unit_all_of_whose_figures_are_known() -> None:
    found = facts(shown([unit({"a": 90, "b": 80})]))
    assert found["Framework"] == "edition 1 · Tested"
    assert found["Score"] == "85.0"
    assert found["Band"] == "good"
    assert found["Coverage"] == "100.0 % (2 of 2 points reported)"
    assert "Score on what was reported" not in found


def test_the_headline_where_some_are_missing_or_bounds() -> None:
    rules = framework(dict.fromkeys("abcde", TO_100), BANDS)
    figures = {"a": ">=98", "b": 100, "c": 100, "d": 100}
    units = [unit(figures, rules), unit(dict.fromkeys("abcde", 70), rules, id="son-la")]
    found = facts(shown(units[:1]))
    assert found["Score"] == "≥ 79.6"
    assert found["Score on what was reported"] == "≥ 99.5"
    assert found["Band"] == "weak to good"
    assert found["Coverage"] == "80.0 % (4 of 5 points reported)"
    assert facts(shown(units))["Rank"] == "2 of 2"


def test_a_rank_that_the_bounds_leave_open_and_one_among_nobody() -> None:
    open_ = [unit({"a": "70..90", "b": 80}), unit({"a": 80, "b": 80}, id="son-la")]
    assert facts(shown(open_))["Rank"] == "1–2 of 2"
    assert "Rank" not in facts(shown(open_[:1]))


def test_without_targets_or_bands_nothing_is_made_up() -> None:
    view = shown([unit({"a": 5}, framework({"a": {}}))])
    assert facts(view)["Score"] == "–"
    assert not {"Band", "Coverage", "Rank"} & set(facts(view))
    assert "not ranked: no figure has a target" in notes(view)
    assert columns(view, "Indicator", "Value", "Target", "Complete, %", "Verdict") == [
        ["all", "", "", "", ""],
        ["a", "5", "–", "–", "–"],
    ]
    assert "Points" not in grid(view)[0]


UNRANKED: list[tuple[Table, Mapping[str, object], str]] = [
    (
        {"a": 100},
        {},
        "not ranked: only 50.0 % of the points are reported, and 80 % are needed",
    ),
    ({"a": 1, "b": 1}, {"eligible": False}, "not ranked: not eligible"),
    (
        {"a": 1, "b": 1},
        {"eligible": False, "why": {"en": "under inspection"}},
        "not ranked: not eligible (under inspection)",
    ),
    (
        {name: {"absent": "not-applicable"} for name in "ab"},
        {},
        "not ranked: no figure has a target",
    ),
]


@pytest.mark.parametrize(("figures", "keys", "expected"), UNRANKED)
def test_why_a_unit_has_no_rank(figures: Table, keys: Mapping[str, object], expected: str) -> None:
    card = scorecard(figures, **keys)
    view = shown([assess(card, RULES)])
    assert notes(view)[0] == expected
    assert facts(view).get("Rank") is None
    assert facts(view)["Band"] == "–"


def test_points_are_shown_where_they_differ_and_group_by_group() -> None:
    rules = framework(
        {
            "a": {**TO_100, "points": 3, "group": "one"},
            "b": {**TO_100, "group": "one"},
            "c": {"group": "one"},
            "d": {"group": "two"},
            "e": {"group": "three"},
        }
    )
    figures = {"a": 50, "b": {"absent": "missing"}, "d": {"value": 7, "source": "r#p1"}}
    view = shown([unit(figures, rules)])
    assert columns(view, "Indicator", "Complete, %", "Points", "Source") == [
        ["one", "37.5–62.5", "1.5–2.5 of 4", ""],
        ["a", "50.0", "1.5 of 3", ""],
        ["b", "–", "0.0–1.0 of 1", ""],
        ["two", "", "", ""],
        ["d", "–", "–", "r#p1"],
    ]
    assert notes(view)[0] == (
        "missing, and without a target: neither score nor coverage counts it (2): c; e"
    )


def test_a_note_or_why_there_is_no_value_stands_at_the_end_of_its_row() -> None:
    figures = {
        "a": {"value": 1, "note": {"en": "attendances", "vi": "lượt"}},
        "b": {"absent": "missing", "why": "named, no value given"},
    }
    view, vietnamese = (shown([unit(figures)], each) for each in ("en", "vi"))
    assert columns(view, "Note") == [[""], ["attendances"], ["named, no value given"]]
    assert columns(vietnamese, "Ghi chú") == [[""], ["lượt"], ["named, no value given"]]
    head, *rows = view.sheet()
    place = list(head).index("note")
    assert [row[place] for row in rows] == ["attendances", "named, no value given"]


def test_further_targets_have_a_row_each_and_are_judged_by_themselves() -> None:
    targets = [
        {"id": "province", "value": 80, "source": "plan"},
        {"id": "council", "value": 100, "source": "council#p2"},
        {"id": "ward", "value": 50},
    ]
    figure = {"value": 80, "target": targets, "source": "r#p1", "note": "so"}
    rules = framework({"a": {**TO_100, "points": 3}, "b": TO_100}, BANDS)
    view = shown([unit({"a": figure}, rules)])
    told = ("Indicator", "Value", "Target", "Complete, %", "Verdict", "Points", "Source", "Note")
    assert columns(view, *told)[1:4] == [
        ["a", "80", "80 stated", "100.0", "✓ met", "3.0 of 3", "r#p1", "so"],
        ["– target council", "", "100 stated", "80.0", "✗ not met", "", "council#p2", ""],
        ["– target ward", "", "50 stated", "160.0", "▲ exceeded", "", "", ""],
    ]
    (record,) = json.loads(render_json(view, Medium(80, colour=False)))["units"]
    others = record["figures"][0]["other_targets"]
    assert [(each["target"]["id"], each["verdict"]) for each in others] == [
        ("council", "not met"),
        ("ward", "exceeded"),
    ]
    keys = ["target", "completion", "completion_basis", "pace", "verdict", "mark"]
    assert [list(each) for each in others] == [keys] * 2


def test_remarks_stand_by_kind_in_the_order_of_their_first() -> None:
    card = scorecard({"a": 1})
    said: list[Table] = [
        {"kind": "task", "text": {"en": "Settle", "vi": "Giải quyết"}, "source": "r#p2"},
        {"kind": "model", "text": "Lights", "place": "Thạch An"},
        {"kind": "task", "text": "Reward"},
    ]
    remarks = [Remark.model_validate(each) for each in said]
    view = shown([assess(card.model_copy(update={"remarks": remarks}), RULES)])
    assert headings(view)[1:] == ["Said without a number"]
    assert grid(view, 1) == [
        ["Remark", "Place", "Source"],
        ["Tasks", "", ""],
        ["Settle", "", "r#p2"],
        ["Reward", "", ""],
        ["Models", "", ""],
        ["Lights", "Thạch An", ""],
    ]
    assert sum(isinstance(block, TableBlock) for block in shown([unit({"a": 1})]).blocks()) == 1


WEIGHTS = (
    "the weights of this framework are assumed: no document states them, "
    "so score and rank rest on them"
)
ASSUMED = [
    ([], []),
    (["weights"], [WEIGHTS]),
    (
        ["bands"],
        ["the bands of this framework are assumed: no document states them, so no band is given"],
    ),
]


@pytest.mark.parametrize(("assumed", "said"), ASSUMED)
def test_what_no_document_states_is_said_to_be_assumed(assumed: list[str], said: list[str]) -> None:
    rules = RULES.model_copy(update={"assumed": assumed})
    found = shown([unit({"a": 1, "b": 1}, rules)])
    assert notes(found) == ["not ranked: no other unit to rank it with was read", *said]
    facts = next(block for block in found.blocks() if isinstance(block, Facts))
    names = [name for name, _ in facts.pairs]
    assert ("Band" in names) == ("bands" not in assumed and bool(rules.bands))
    told = json.loads(render_json(found, Medium(110, colour=False)))["notes"]
    code = f"assumed-{'-'.join(sorted(assumed))}"
    assert told == ([{"code": code, "message": said[0]}] if assumed else [])


def test_cards_stand_below_one_another_and_share_a_framework_or_none() -> None:
    other = framework({"a": TO_100}, scoring={"near": 0.5})
    same, mixed = [unit({"a": 1}), unit({"b": 2}, id="b")], [unit({"a": 1}), unit({"a": 1}, other)]
    assert len(headings(shown(same))) == 2
    (one,) = frameworks_of(shown(same))
    assert (one["id"], one["edition"]) == ("tested", "1")
    assert len(frameworks_of(shown(mixed))) == 2
    nothing = show_view([], Words("en"))
    assert (tuple(nothing.blocks()), len(list(nothing.sheet()))) == ((), 1)
    assert not nothing.record()["units"]
    assert frameworks_of(nothing) == []


def frameworks_of(view: View) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(render_json(view, Medium(80, colour=False)))[
        "frameworks"
    ]
    return found


def test_where_three_indicators_do_not_make_up_for_the_next_band_that_is_said() -> None:
    rules = framework(dict.fromkeys("abcde", TO_100), BANDS)
    enough, short = (shown([unit(dict.fromkeys("abcde", value), rules)]) for value in (50, 40))
    assert headings(enough)[1] == "To good: 1.50 of 5 points missing"
    assert not any("even then" in note for note in notes(enough))
    assert headings(short)[1] == "To good: 2.00 of 5 points missing"
    assert "even then 0.20 points are missing: more indicators must gain" in notes(short)
    assert grid(short, 1) == [
        ["Indicator", "Now", "Needed", "Points"],
        *([name, "40", "100", "0.60"] for name in "abc"),
    ]
