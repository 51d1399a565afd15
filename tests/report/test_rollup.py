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
    return assess(scorecard(figures, id=name, name=name.title(), parent=parent), OF)


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
        ["people", "> 89000", "2 of 2"],
        ["on_time", "33.3 %", "2 of 2"],
        ["plan", "not added: yes or no", "1 of 2"],
    ]
    assert notes(found) == []


def test_beside_the_sums_stand_the_parent_s_own_figures_as_reported() -> None:
    found = view([OWN, *CHILDREN])
    assert headings(found) == ["Hue · 2025", "Together: An-Phu, Binh-Tan"]
    assert grid(found) == [
        ["Indicator", "Together", "Units", "Its own figure"],
        ["roads (km)", "5.5", "2 of 2", "6"],
        ["people", "> 89000", "2 of 2", "–"],
        ["on_time", "33.3 %", "2 of 2", "4/12"],
        ["plan", "not added: yes or no", "1 of 2", "done"],
    ]


def test_why_there_is_no_sum() -> None:
    units = [unit("an-phu", {"roads": 2, "on_time": 50}), unit("binh-tan", {"on_time": 40})]
    own = unit("hue", {"people": 5}, None)
    assert grid(view([own, *units]))[1:] == [
        ["roads (km)", "not added: some units are missing", "1 of 2", "–"],
        ["people", "not reported", "0 of 2", "5"],
        ["on_time", "not averaged: rates without their numbers", "2 of 2", "–"],
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
    marks = [row[-1] for row in found.sheet()[1:]]
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


def test_the_same_as_rows() -> None:
    whole = list(view([OWN, *CHILDREN]).sheet())
    head, *found = (
        [cell for cell, name in zip(row, whole[0], strict=True) if not str(name).endswith(FURTHER)]
        for row in whole
    )
    third = ("333333333333333/10000000000000", "166666666666667/5000000000000")
    own = ("4/12", *third)
    assert tuple(head) == (
        "parent",
        "period",
        "indicator",
        "sum",
        "sum_low",
        "sum_high",
        "reason",
        "units_reporting",
        "units",
        "own",
        "own_low",
        "own_high",
        "what_if",
    )
    rows = [tuple(None if cell is None else str(cell) for cell in row) for row in found]
    assert rows == [
        ("hue", "2025", "roads", "5.5", "11/2", "11/2", None, "2", "2", "6", "6", "6", None),
        ("hue", "2025", "people", "> 89000", "89000", None, None, "2", "2", None, None, None, None),
        ("hue", "2025", "on_time", "33.3", *third, None, "2", "2", *own, None),
        ("hue", "2025", "plan", None, None, None, "yes-no", "1", "2", "true", "1", "1", None),
        ("hue", "2025", "rest", None, None, None, "none", "0", "2", None, None, None, None),
    ]


def test_the_same_for_programs() -> None:
    found = view([OWN, *CHILDREN]).record()
    assert (found["version"], found["command"]) == (2, "compare")
    (parent,) = parents(found["parents"])
    assert (parent["id"], parent["period"]) == ("hue", "2025")
    assert parent["children"] == ["an-phu", "binh-tan"]
    sums = parents(parent["sums"])
    assert json_text(sums[0]["value"]) == json_text(sums[0]["own"]).replace("6", "5.5")
    assert [tuple(each) for each in sums] == [
        ("id", "value", "reason", "reporting", "of", "own", "what_if")
    ] * 5
    assert [each["reason"] for each in sums] == [None, None, None, "yes-no", "none"]


def test_in_vietnamese() -> None:
    found = view(CHILDREN, language="vi")
    assert grid(found)[0] == ["Chỉ tiêu", "Cộng", "Đơn vị"]
    assert grid(found)[1] == ["roads (cây số)", "5.5", "2 trên 2"]


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
