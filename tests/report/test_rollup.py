"""Children summed up into their parents, as tables, records and rows."""

from collections.abc import Mapping, Sequence

import pytest
from builders import Table, framework, interval, scorecard
from views import grid, headings, notes

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.rollup import roll_up
from scorecard.measure.what_if import Supposition, suppose
from scorecard.numbers.digits import amount_text
from scorecard.numbers.quantity import parse
from scorecard.report.blocks import View
from scorecard.report.rollup import rollup_view
from scorecard.text.json import Json, json_text

OF = framework(
    {
        "roads": {"unit": {"en": "km", "vi": "cây số"}, "kind": "flow"},
        "people": {},
        "on_time": {"unit": "percent", "kind": "rate"},
        "plan": {"unit": "yes-no", "method": "yes-no"},
        "rest": {},
    }
)


def unit(name: str, figures: Table, parent: str | None = "hue") -> Assessment:
    return assess(
        scorecard(figures, id=name, name=name.title(), parent=parent, level="district"), OF
    )


CHILDREN = [
    unit("an-phu", {"roads": 2.5, "people": 88000, "on_time": "1/2", "plan": True}),
    unit("binh-tan", {"roads": 3, "people": ">1000", "on_time": "3/10"}),
]
OWN = unit(
    "hue", {"roads": 6, "plan": True, "on_time": "4/12", "rest": {"absent": "not-due"}}, None
)


def parents(value: Json) -> list[Mapping[str, Json]]:
    """Return an array of tables as such."""
    assert isinstance(value, list)
    assert all(isinstance(each, Mapping) for each in value)
    return value


def view(
    units: Sequence[Assessment],
    suppositions: Sequence[Supposition] = (),
    others: Sequence[tuple[str, str]] = (),
    language: str = "en",
) -> View:
    given = [suppose(each, list(suppositions)) for each in units]
    return rollup_view(roll_up(given), suppositions, Words(language), others)


def test_a_parent_without_a_scorecard_goes_by_its_id() -> None:
    found = view(CHILDREN)
    assert headings(found) == ["hue · 2025", "Together: An-Phu, Binh-Tan"]
    assert grid(found) == [
        ["Indicator", "Together", "Units"],
        ["roads (km)", "5.5", "2 of 2"],
        ["people", "> 89,000", "2 of 2"],
        ["on_time", "33.3 % (4/12)", "2 of 2"],
        ["plan", "not added: yes or no", "1 of 2"],
    ]
    assert notes(found) == []


def test_beside_the_sums_stand_the_parent_s_own_figures_as_reported() -> None:
    found = view([OWN, *CHILDREN])
    assert headings(found) == ["Hue · 2025", "Together: An-Phu, Binh-Tan"]
    assert grid(found) == [
        ["Indicator", "Together", "Units", "Its own figure"],
        ["roads (km)", "5.5", "2 of 2", "6"],
        ["people", "> 89,000", "2 of 2", "–"],
        ["on_time", "33.3 % (4/12)", "2 of 2", "4/12"],
        ["plan", "not added: yes or no", "1 of 2", "done"],
    ]


def test_why_there_is_no_sum() -> None:
    units = [unit("an-phu", {"roads": 2, "rest": 2, "on_time": 50})]
    units.append(unit("binh-tan", {"on_time": 40}))
    own = unit("hue", {"people": 5}, None)
    assert grid(view([own, *units]))[1:] == [
        ["roads (km)", "≥ 2", "1 of 2", "–"],
        ["people", "not reported", "0 of 2", "5"],
        ["on_time", "not averaged: points or rates without their numbers", "2 of 2", "–"],
        ["rest", "not added: some units are missing", "1 of 2", "–"],
    ]


def test_parents_stand_below_one_another() -> None:
    units = [unit("an-phu", {"roads": 1}), unit("hue", {"roads": 2}, "viet-nam")]
    assert headings(view(units)) == [
        "Hue · 2025",
        "Together: An-Phu",
        "viet-nam · 2025",
        "Together: Hue",
    ]


@pytest.mark.parametrize(
    ("given", "sum_", "supposed"), [("an-phu", "※ 13", True), ("x", "5.5", False)]
)
def test_a_sum_that_rests_on_a_supposed_value_is_marked(
    given: str, sum_: str, *, supposed: bool
) -> None:
    found = view(CHILDREN, [Supposition(given, "roads", parse("10"))])
    assert grid(found)[1] == ["roads (km)", sum_, "2 of 2"]
    assert notes(found) == [
        f"WHAT IF {given}: roads = 10: supposed, and reported by nobody; marked ※"
    ]
    marks = [row[-1] for row in list(found.sheet())[1:]]
    assert marks == ["supposed" if supposed else None, None, None, None, None]
    assert ('"what_if": true' in json_text(found.record())) is supposed


def test_who_is_not_shown_is_named() -> None:
    found = view(CHILDREN, others=[("reform", "2022"), ("service", "1")])
    assert notes(found) == [
        (
            "scorecards under other frameworks are not shown: reform (2022), service (1); choose "
            "with --framework"
        )
    ]
    assert '"code": "other-frameworks"' in json_text(found.record())


def test_where_nobody_names_a_parent_that_is_said() -> None:
    found = view([unit("an-phu", {"roads": 1}, None)])
    said = "no unit that is shown names the unit it is a part of: there is nothing to sum up"
    assert (headings(found), notes(found)) == ([], [said])
    assert found.record()["parents"] == []
    assert found.record()["notes"] == [{"code": "no-parent", "message": said}]


FURTHER = ("_open", "_approximate", "_side")


KEYS = (
    *("parent", "period", "indicator", "sum", "sum_low", "sum_high", "numerator", "denominator"),
    *("reason", "units_reporting", "units", "units_not_due", "plan_low", "plan_high"),
    *("plan_period", "completion_low", "completion_high", "units_with_plan"),
    *("own", "own_low", "own_high", "level", "track", "what_if"),
)


def rows(found: View) -> list[dict[str, str | None]]:
    """Return the rows of a view, without what is told of the ends of intervals."""
    head, *lines = found.sheet()
    kept = [place for place, name in enumerate(head) if not str(name).endswith(FURTHER)]
    assert tuple(head[place] for place in kept) == KEYS
    return [
        {str(head[place]): None if line[place] is None else str(line[place]) for place in kept}
        for line in lines
    ]


def told(row: Mapping[str, str | None]) -> dict[str, str]:
    """Return what is told of an indicator: what differs from an ordinary sum of two."""
    usual = {"parent": "hue", "period": "2025", "level": "district", "units": "2"}
    usual |= {"units_not_due": "0", "units_with_plan": "0"}
    return {key: text for key, text in row.items() if text is not None and usual.get(key) != text}


def test_the_same_as_rows() -> None:
    low, high = "333333333333333/10000000000000", "166666666666667/5000000000000"
    assert [told(row) for row in rows(view([OWN, *CHILDREN]))] == [
        {
            "indicator": "roads",
            "sum": "5.5",
            "sum_low": "11/2",
            "sum_high": "11/2",
            "units_reporting": "2",
            "own": "6",
            "own_low": "6",
            "own_high": "6",
        },
        {"indicator": "people", "sum": "> 89000", "sum_low": "89000", "units_reporting": "2"},
        {
            "indicator": "on_time",
            "sum": "33.3",
            "sum_low": low,
            "sum_high": high,
            "numerator": "4",
            "denominator": "12",
            "units_reporting": "2",
            "own": "4/12",
            "own_low": low,
            "own_high": high,
        },
        {
            "indicator": "plan",
            "reason": "yes-no",
            "units_reporting": "1",
            "own": "true",
            "own_low": "1",
            "own_high": "1",
        },
        {"indicator": "rest", "reason": "none", "units_reporting": "0"},
    ]


def test_the_same_for_programs() -> None:
    found = view([OWN, *CHILDREN]).record()
    assert (found["version"], found["command"]) == (2, "compare")
    (parent,) = parents(found["parents"])
    assert (parent["id"], parent["period"]) == ("hue", "2025")
    assert (parent["level"], parent["track"]) == ("district", None)
    assert parent["children"] == ["an-phu", "binh-tan"]
    sums = parents(parent["sums"])
    assert json_text(sums[0]["value"]) == json_text(sums[0]["own"]).replace("6", "5.5")
    keys = (
        *("id", "value", "numerator", "denominator", "reason", "reporting", "of", "not_due"),
        *("plan", "plan_period", "completion", "with_plan", "own", "what_if"),
    )
    assert [tuple(each) for each in sums] == [keys] * 5
    assert [each["reason"] for each in sums] == [None, None, None, "yes-no", "none"]
    assert (sums[2]["numerator"], sums[2]["denominator"]) == (4, 12)


PLANNED = framework(
    {
        "houses": {"unit": "count", "kind": "flow", "target": "own"},
        "roads": {"unit": "km", "kind": "flow", "target": "own"},
        "villages": {"unit": "count"},
        "cases": {"unit": "count", "kind": "flow"},
    }
)


def planned(name: str, **figures: object) -> Assessment:
    return assess(scorecard(figures, id=name, name=name, parent="hue", level="district"), PLANNED)


WITH_PLANS = [
    planned(
        "a",
        houses={"value": 50, "target": 100},
        roads={"value": 7, "target": "~10", "target_period": "2025/2026"},
        villages="12/18",
        cases=3,
    ),
    planned(
        "b",
        houses={"value": 100, "target": 120},
        roads=3,
        villages="3/7",
        cases={"absent": "not-due"},
    ),
]


def test_plans_are_added_without_a_verdict() -> None:
    assert grid(view(WITH_PLANS)) == [
        ["Indicator", "Together", "Units", "Target", "Complete, %", "With target"],
        ["houses", "150", "2 of 2", "220", "68.2", "2 of 2"],
        ["roads (km)", "10", "2 of 2", "≈ 10 (2025/2026)", "≈ 70.0", "1 of 2"],
        ["villages", "15/25", "2 of 2", "25", "60.0", "2 of 2"],
        ["cases", "3", "1 of 1 · 1 not due yet", "–", "–", "–"],
    ]
    found = [told(row) for row in rows(view(WITH_PLANS))]
    assert found[1]["plan_period"] == "2025/2026"
    assert (found[0]["plan_low"], found[0]["units_with_plan"]) == ("220", "2")
    assert found[2]["completion_low"] == found[2]["completion_high"] == "60"
    assert (found[2]["numerator"], found[2]["denominator"]) == ("15", "25")
    assert (found[3]["units"], found[3]["units_not_due"]) == ("1", "1")
    (parent,) = parents(view(WITH_PLANS).record()["parents"])
    houses, roads, *_ = parents(parent["sums"])
    assert (roads["plan_period"], houses["with_plan"], roads["with_plan"]) == ("2025/2026", 2, 1)
    assert '"low": 68.1818181818181' in json_text(houses["completion"])


def test_units_of_several_levels_are_never_added() -> None:
    communes = [
        assess(scorecard({"roads": 10}, id="c", name="C", parent="hue", level="commune"), OF)
    ]
    found = view([*communes, *CHILDREN])
    assert headings(found) == [
        "hue · 2025 · district",
        "Together: An-Phu, Binh-Tan",
        "hue · 2025 · commune",
        "Together: C",
    ]
    assert notes(found) == [LEVELS_APART]
    assert found.record()["notes"] == [{"code": "levels-apart", "message": LEVELS_APART}]


LEVELS_APART = (
    "units of several levels name hue as the unit that they are a part of: each level is summed up "
    "by itself, as one may lie in another"
)


def test_in_vietnamese() -> None:
    found = view(CHILDREN, language="vi")
    assert grid(found)[0] == ["Chỉ tiêu", "Cộng", "Đơn vị"]
    assert grid(found)[1] == ["roads (cây số)", "5,5", "2/2"]


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ("110.5", "110.5"),
        ("88000", "88000"),
        ("~4.46", "≈ 4.46"),
        ("[40, 42]", "40–42"),
        ("[2, inf)", "≥ 2"),
        ("(2, inf)", "> 2"),
        ("~(-inf, 2]", "≈ ≤ 2"),
        ("(-inf, 2)", "< 2"),
        ("(-inf, inf)", "?"),
    ],
)
def test_an_amount_has_all_its_digits(bounds: str, expected: str) -> None:
    assert amount_text(interval(bounds)) == expected
