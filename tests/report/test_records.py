"""The same for programs and for spreadsheets: every field, exact."""

import csv
import io
import json
from decimal import Decimal

import pytest
from builders import framework, scorecard
from views import shown, side_by_side

from scorecard.formats import FORMATS
from scorecard.formats.csv import render_csv
from scorecard.measure.assessment import assess
from scorecard.report.blocks import View
from scorecard.report.figures import figure_record, figure_rows
from scorecard.report.long_table import FIGURE_VALUES
from scorecard.text.json import json_text
from scorecard.text.medium import Medium

MEDIUM = Medium(80, colour=False)
RULES = framework(
    {
        "a": {
            "unit": "percent",
            "kind": "rate",
            "limits": [0, 100],
            "target": {"value": 100, "basis": "ceiling"},
            "points": 5,
        },
        "b": {"target": 4, "points": 5},
        "c": {"points": 5},
    },
    {"good": 90, "fair": 50, "weak": 0},
)
LONG = {"value": ">85", "source": "report#p3", "status": "final", "note": {"en": "so"}}
UNIT = assess(scorecard({"a": LONG, "b": "1/4"}, name={"": "Huế", "ar": "هوي"}), RULES)
BARRED = assess(scorecard({"b": {"absent": "missing"}}, id="x", name="x", eligible=False), RULES)
LOWER = assess(scorecard({"a": 1, "b": "1/4"}, id="lower", name="lower"), RULES)

Fields = dict[str, object]


def read(view: View) -> Fields:
    fields: Fields = json.loads(FORMATS["json"](view, MEDIUM), parse_float=Decimal)
    return fields


def unit(view: View, number: int = 0) -> Fields:
    units = read(view)["units"]
    assert isinstance(units, list)
    fields: Fields = units[number]
    return fields


def item(fields: Fields, name: str, place: int) -> Fields:
    items = fields[name]
    assert isinstance(items, list)
    found: Fields = items[place]
    return found


def ends(low: object, high: object, *, low_open: bool = False) -> Fields:
    sides = {"low_open": low_open, "high_open": False}
    return {"low": low, "high": high, **sides, "approximate": False, "side": None}


def test_a_command_and_its_units() -> None:
    view = read(side_by_side([UNIT]))
    assert (view["version"], view["command"], view["notes"]) == (2, "compare", [])
    under = item(view, "frameworks", 0)
    assert (under["id"], under["edition"], under["scale"]) == ("tested", "1", 100)
    assert (under["assumed"], under["groups"]) == (
        [],
        [{"id": "all", "name": {"und": "all"}, "weight": None}],
    )
    assert item(under, "indicators", 1)["tally"] == {
        "met": [0, 0],
        "exceeded": [0, 0],
        "pending": 0,
        "of": 1,
    }
    expected = {
        "id": "hue",
        "name": {"und": "Huế", "ar": "هوي"},
        "level": "province",
        "period": "2025",
        "score": ends(55, 62.5, low_open=True),
        "reported_score": ends(55, 62.5, low_open=True),
        "coverage": 1,
        "band": ["fair"],
        "rank": {"best": 1, "worst": 1, "of": 2, "approximate": False},
        "figures_reported": 2,
        "figures_due": 3,
        "tally": {"met": [0, 0], "exceeded": [0, 0], "pending": 0, "of": 1},
        "score_at_pace": None,
        "unranked": None,
    }
    found = unit(side_by_side([UNIT, LOWER]))
    assert {name: found[name] for name in expected} == expected


def test_a_group_and_a_figure() -> None:
    found = unit(shown([UNIT]))
    assert item(found, "groups", 0) == {
        "id": "all",
        "score": ends(55, 62.5, low_open=True),
        "points": ends(5.5, 6.25, low_open=True),
        "max": 10,
    }
    expected = {
        "id": "a",
        "value": ends(85, 100, low_open=True),
        "printed": ">85",
        "absent": None,
        "error": None,
        "completion": ends(85, 100, low_open=True),
        "completion_basis": "computed",
        "pace": None,
        "verdict": None,
        "mark": None,
        "status": "final",
        "note": {"en": "so"},
        "points": ends(Decimal("4.25"), 5, low_open=True),
        "max": 5,
        "source": "report#p3",
    }
    figure = item(found, "figures", 0)
    assert {name: figure[name] for name in expected} == expected
    target = figure["target"]
    assert isinstance(target, dict)
    assert (target["value"], target["basis"]) == (ends(100, 100), "ceiling")


def test_what_is_not_there_is_null_and_never_zero() -> None:
    figure = item(unit(shown([UNIT])), "figures", 2)
    nothing = ("value", "printed", "target", "completion", "verdict", "points", "source")
    assert [figure[name] for name in nothing] == [None] * len(nothing)
    assert (figure["id"], figure["absent"], figure["max"]) == ("c", "missing", 0)
    found = unit(shown([BARRED]))
    assert (found["band"], found["rank"], found["unranked"]) == (None, None, "not-eligible")
    assert (found["score"], found["reported_score"], found["coverage"]) == (ends(0, 100), None, 0)


def test_the_score_on_what_was_reported_is_an_interval() -> None:
    exact = assess(scorecard({"a": 50, "b": 1}), RULES)
    assert unit(shown([exact]))["reported_score"] == ends(37.5, 37.5)


def test_numbers_without_an_end_are_rounded_outward() -> None:
    third = assess(
        scorecard({"a": 50, "b": "1..3"}), framework({"a": {"target": 3}, "b": {"target": 7}})
    )
    figure = item(unit(shown([third])), "figures", 1)
    assert figure["completion"] == ends(Decimal("14.2857142857142"), Decimal("42.8571428571429"))


def sheet(view: View) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(view, MEDIUM), newline=""), strict=True))


def test_a_figure_in_a_spreadsheet() -> None:
    first, second, third = sheet(shown([UNIT]))
    expected = {
        "unit": "hue", "period": "'2025", "framework": "tested", "edition": "'1", "group": "all",
        "indicator": "a", "indicator_name": "a", "printed": ">85", "value_low": "85",
        "value_high": "100", "value_low_open": "true", "value_high_open": "false",
        "absent": "", "target_low": "100", "target_basis": "ceiling", "eligible": "true",
        "completion_low": "85", "completion_high": "100", "completion_basis": "computed",
        "verdict": "", "mark": "", "points_low": "4.25", "points_high": "5", "points_max": "5",
        "status": "final", "source": "report#p3", "note": "so", "period_start": "'2025-01-01",
    }  # fmt: skip
    assert {name: first[name] for name in expected} == expected
    told = ("printed", "numerator", "denominator", "target_low", "target_basis")
    assert [second[name] for name in told] == ["'1/4", "1", "4", "4", "stated"]
    empty = ("printed", "value_low", "target_low", "completion_low", "verdict", "points_low")
    assert [third[name] for name in empty] == [""] * len(empty)
    assert (third["absent"], third["points_max"]) == ("missing", "0")


def test_a_unit_in_a_spreadsheet_by_groups_and_by_indicators() -> None:
    groups = sheet(side_by_side([UNIT, LOWER, BARRED], rows="units"))
    expected = {
        "rank_best": "1", "rank_worst": "1", "rank_of": "2", "unit": "hue",
        "name": "Huế", "level": "province",
        "period": "'2025", "score_low": "55", "score_high": "62.5",
        "reported_score_low": "55", "reported_score_high": "62.5", "coverage_percent": "100",
        "bands": "fair", "unranked": "", "all_points_low": "5.5", "all_points_high": "6.25",
    }  # fmt: skip
    assert {name: groups[0][name] for name in expected} == expected
    assert (groups[2]["rank_best"], groups[2]["bands"]) == ("", "")
    assert (groups[2]["unranked"], groups[2]["coverage_percent"]) == ("not-eligible", "0")
    (indicators, _) = sheet(side_by_side([UNIT, BARRED], rows="indicators"))
    assert [indicators[f"a_{name}"] for name in ("value", "low", "high")] == [">85", "85", "100"]
    assert [indicators[f"b_{name}"] for name in ("value", "low", "high")] == ["'1/4", "1", "1"]
    assert [indicators[f"c_{name}"] for name in ("value", "low", "high")] == ["missing", "", ""]


def test_a_span_of_bands_in_a_spreadsheet() -> None:
    open_ = assess(scorecard({"a": "80..100", "b": 4}), RULES)
    assert sheet(side_by_side([open_], rows="units"))[0]["bands"] == "good"
    wide = assess(scorecard({"a": "0..100", "b": 4}), RULES)
    assert sheet(side_by_side([wide], rows="units"))[0]["bands"] == "fair to good"


def test_a_group_that_counts_nothing_is_empty_in_a_spreadsheet() -> None:
    rules = framework({"a": {"group": "one"}, "b": {"target": 4}})
    (row,) = sheet(side_by_side([assess(scorecard({"a": 1, "b": 1}), rules)], rows="units"))
    assert (row["one_points_low"], row["one_points_high"], row["all_points_low"]) == (
        "",
        "",
        "0.25",
    )


@pytest.mark.parametrize(
    ("target", "period", "expected"),
    [
        ({"value": 100, "period": "2026"}, "2026-H1", "2026"),
        ({"value": 100, "period": "year"}, "2026-H1", "2026"),
        ({"value": 100, "period": "year"}, "XXXX-H1", "year"),
        ({"value": 100, "period": "2026"}, "2026", "2026"),
        ({"value": 100, "period": "2026", "basis": "maximum"}, "2026-H1", None),
        (100, "2026-H1", None),
    ],
)
def test_json_and_csv_name_the_same_period_of_a_target(
    target: object, period: str, expected: str | None
) -> None:
    under = framework({"x": {"target": target}})
    unit = assess(scorecard({"x": 50}, period=period), under)
    (row,) = figure_rows(unit)
    told = json.loads(json_text(figure_record(row)))["target"]["period"]
    assert (told, FIGURE_VALUES["target_period"](row)) == (expected, expected)
