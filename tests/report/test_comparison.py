"""Units side by side: who has rows, who leads, who is unranked, and what qualifies it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from builders import Table, framework, scorecard
from views import columns, grid, headings, notes, side_by_side

from scorecard.formats.table import render_table
from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.comparison import compared
from scorecard.measure.field import Fields
from scorecard.model.framework import Framework
from scorecard.report import blocks
from scorecard.report.compared_by import By
from scorecard.report.comparison import Rows, compare_view, nothing_to_compare
from scorecard.report.notes import LeftOut
from scorecard.text.medium import Medium

TO_100: Table = {"target": 100, "group": "one"}
RULES = framework({"a": TO_100, "b": {**TO_100, "group": "two"}}, {"good": 80, "weak": 0})


def unit(name: str, a: object, b: object, rules: Framework = RULES, **keys: object) -> Assessment:
    period = keys.pop("period", "2025")
    return assess(scorecard({"a": a, "b": b}, period=period, id=name, name=name, **keys), rules)


MISSING: Table = {"absent": "missing"}
TWO = [unit("hue", 90, 80), unit("son-la", 50, 100)]


def test_whichever_is_more_has_the_rows() -> None:
    assert grid(side_by_side(TWO)) == [
        ["Rank of 2", "Unit", "Score", "", "Band", "Targets met", "one, %", "two, %"],
        ["1", "hue", "85.0", "██████▊·", "good", "0 of 2", "90.0", "80.0"],
        ["2", "son-la", "75.0", "██████··", "weak", "1 of 2", "50.0", "100.0"],
    ]
    assert grid(side_by_side(TWO[:1])) == [
        ["Indicator", "Target", "hue", "hue: complete, %"],
        ["Rank", "", "–", ""],
        ["Score", "", "85.0", ""],
        ["Band", "", "good", ""],
        ["Targets met", "", "0 of 2", ""],
        ["one", "", "", ""],
        ["a", "100 stated", "90", "90.0 ◐"],
        ["two", "", "", ""],
        ["b", "100 stated", "80", "80.0 ✗"],
    ]


WHOLE = ["Rank of 2", "Unit", "Score", "", "Band", "Targets met"]


@pytest.mark.parametrize(
    ("rows", "by", "expected"),
    [
        ("units", "groups", [*WHOLE, "one, %", "two, %"]),
        ("units", "indicators", [*WHOLE, "a", "b"]),
        ("indicators", "groups", ["Group", "hue", "son-la"]),
        (
            "indicators",
            "indicators",
            ["Indicator", "Target", "hue", "hue: complete, %", "son-la", "son-la: complete, %"],
        ),
    ],
)
def test_rows_and_columns_may_be_chosen(rows: Rows, by: By, expected: list[str]) -> None:
    view = side_by_side(TWO, rows=rows, by=by)
    assert grid(view)[0] == expected
    assert headings(view) == ["Tested · edition 1 · 2025"]
    assert ("one_points_low" in next(iter(view.sheet()))) is (by == "groups")
    assert ("a_value" in next(iter(view.sheet()))) is (by == "indicators")


def test_indicators_beside_units_are_marked_and_groups_below_them_are_not() -> None:
    assert grid(side_by_side(TWO, by="indicators"))[1][-2:] == ["90 ◐", "80 ✗"]
    assert grid(side_by_side(TWO, rows="indicators", by="groups"))[-2:] == [
        ["one, %", "90.0", "50.0"],
        ["two, %", "80.0", "100.0"],
    ]


@pytest.mark.parametrize(
    ("rows", "by", "sort", "beside"),
    [
        ("units", "groups", "b", ["b", "100 ✓", "80 ✗"]),
        ("units", "groups", "two", ["one, %", "50.0", "90.0"]),
        ("units", "indicators", "two", ["two, %", "100.0", "80.0"]),
        ("units", "indicators", "b", ["a", "50 ✗", "90 ◐"]),
    ],
)
def test_what_units_are_sorted_by_stands_beside_what_they_are_compared_by(
    rows: Rows, by: By, sort: str, beside: list[str]
) -> None:
    view = side_by_side(TWO, rows=rows, by=by, sort=sort)
    shown = grid(view)
    assert [row[1] for row in shown] == ["Unit", "son-la", "hue"]
    assert [row[len(WHOLE)] for row in shown] == beside
    assert f"sorted by {sort}" in headings(view)[0]


def test_what_units_are_sorted_by_has_a_row_where_they_have_columns() -> None:
    below = grid(side_by_side(TWO, rows="indicators", by="groups", sort="b"))
    assert below[-3:] == [
        ["b", "100 ✓", "80 ✗"],
        ["one, %", "50.0", "90.0"],
        ["two, %", "100.0", "80.0"],
    ]
    whole = grid(side_by_side(TWO, rows="indicators", by="indicators", sort="two"))
    assert [row for row in whole if row[0] == "two, %"] == [["two, %", "", "100.0", "", "80.0", ""]]
    alone = grid(side_by_side(TWO, rows="indicators", by="indicators", sort="b"))
    assert [row[0] for row in alone].count("b") == 1


def test_what_units_are_sorted_by_is_in_spreadsheets() -> None:
    keys, first, _ = side_by_side(TWO, rows="units", by="groups", sort="b").sheet()
    told = dict(zip(keys, first, strict=True))
    assert (told["b_value"], told["b_low"], told["two_points_low"]) == ("100", 100, 1)
    keys, first, _ = side_by_side(TWO, rows="units", by="indicators", sort="two").sheet()
    told = dict(zip(keys, first, strict=True))
    assert (told["a_value"], told["two_points_high"]) == ("50", 1)


def test_a_group_and_its_only_indicator_of_one_id_have_one_column() -> None:
    rules = framework({"one": TO_100, "b": {**TO_100, "group": "two"}})
    units = [
        assess(scorecard({"one": value, "b": 5}, id=name, name=name), rules)
        for name, value in (("hue", 80), ("son-la", 90))
    ]
    view = side_by_side(units, rows="units", by="groups", sort="one")
    assert [(row[1], row[-2:]) for row in grid(view)] == [
        ("Unit", ["one, %", "two, %"]),
        ("son-la", ["90.0", "5.0"]),
        ("hue", ["80.0", "5.0"]),
    ]


def test_groups_are_in_points_where_these_add_up_to_a_hundred() -> None:
    rules = framework({"a": {**TO_100, "points": 60}, "b": {"points": 40, "group": "two"}})
    view = side_by_side([unit("hue", 50, 1, rules), unit("son-la", ">=90", 2, rules)])
    assert grid(view) == [
        # Nobody earns anything in the other group.
        ["Rank of 2", "Unit", "Score", "", "Targets met", "one, of 60"],
        ["1", "son-la", "≥ 90.0", "███████▒", "0–1 of 1", "≥ 54.0"],
        ["2", "hue", "50.0", "████····", "0 of 1", "30.0"],
    ]


def test_who_is_scored_on_other_indicators_is_told_of() -> None:
    other: Table = {"absent": "not-applicable"}
    said = "not all are scored on the same indicators, though out of the same maximum"
    assert notes(side_by_side([unit("hue", 90, other), unit("son-la", other, 80)])) == [said]
    assert notes(side_by_side([unit("hue", 90, other), unit("son-la", 80, other)])) == []
    assert notes(side_by_side([unit("hue", 90, other), unit("son-la", 80, MISSING)])) != [said]


def test_what_differs_from_unit_to_unit_has_a_column() -> None:
    units = [
        unit("hue", 90, 80, level="province", period="2025-H1"),
        unit(
            "son-la", 90, {"absent": "not-applicable"}, level="district", period="2025-07/2025-12"
        ),
        unit("x", 90, MISSING, level="district", period="2025-H1"),
    ]
    view = side_by_side(units)
    assert grid(view)[0][2:] == [
        "Level",
        "Period",
        "Score",
        "",
        "Band",
        "Coverage, %",
        "Targets met",
        "one, %",
        "two, %",
    ]
    assert [row[1:4] for row in grid(view)[1:]] == [
        ["hue", "province", "2025-H1"],
        ["son-la", "district", "2025-H2"],
        ["x", "district", "2025-H1"],
    ]
    assert [row[7] for row in grid(view)[1:]] == ["100.0", "100.0", "50.0"]
    assert notes(view) == [
        "hue, son-la · not ranked: no other unit to rank it with was read",
        "x · not ranked: only 50.0 % of the points are reported, and 80 % are needed",
        "units of different levels stand side by side; each level is ranked by itself",
        "units of different periods stand side by side; each period is ranked by itself",
    ]
    found = view.record()["notes"]
    assert isinstance(found, list)
    assert [note["code"] for note in found] == ["levels-differ", "periods-differ"]


@pytest.mark.parametrize(
    ("values", "direction", "expected"),
    [
        ([90, 80, 70], "higher", ["★ 90", "80", "70"]),
        ([90, 80, 70], "lower", ["90", "80", "★ 70"]),
        ([90, "85..95", 70], "higher", ["90", "85–95", "70"]),
        ([">90", 90, 70], "higher", ["★ >90", "90", "70"]),
        ([90, 90, 70], "higher", ["90", "90", "70"]),
        ([90, MISSING, MISSING], "higher", ["90", "missing", "missing"]),
        ([90, MISSING, 70], "higher", ["★ 90", "missing", "70"]),
        ([90, 80, 70], "none", ["90", "80", "70"]),
    ],
)
def test_a_star_marks_who_is_surely_better_than_all_others(
    values: list[object], direction: str, expected: list[str]
) -> None:
    rules = framework({"a": {"direction": direction}})
    units = [
        assess(scorecard({"a": value}, id=f"u{at}", name=f"u{at}"), rules)
        for at, value in enumerate(values)
    ]
    assert grid(side_by_side(units, rows="indicators"))[-1][2::2] == expected


@pytest.mark.parametrize(
    ("kind", "levels", "marked"),
    [
        ("flow", ("province", "commune"), False),
        ("stock", ("province", "commune"), False),
        ("flow", ("province", "province"), True),
        ("rate", ("province", "commune"), True),
    ],
)
def test_a_larger_unit_has_no_star_for_having_more(
    kind: str, levels: tuple[str, str], *, marked: bool
) -> None:
    of = framework({"a": {"kind": kind, "target": "none"}, "b": TO_100})
    units = [
        unit(name, value, 50, of, level=level)
        for name, value, level in zip(("hue", "phu-vang"), (3700, 90), levels, strict=True)
    ]
    (row,) = [row for row in grid(side_by_side(units, rows="indicators")) if row[0] == "a"]
    assert [cell for cell in row if "★" in cell] == (["★ 3,700"] if marked else [])


def test_periods_are_ranked_apart_and_flows_over_unequal_lengths_are_not_marked() -> None:
    rules = framework({"a": {**TO_100, "kind": "flow"}, "b": TO_100})
    units = [unit("hue", 90, 80, rules), unit("son-la", 40, 50, rules, period="2025-H1")]
    view = side_by_side(units, rows="indicators")
    assert [row for row in grid(view) if row[0] in {"Rank", "a", "b"}] == [
        ["Rank", "", "–", "", "–", ""],
        ["a", "100 stated", "90", "90.0 ◐", "40", "40.0 ✗"],
        ["b", "100 stated", "80", "★ 80.0 ✗", "50", "50.0 ✗"],
    ]
    reason = "not ranked: no other unit to rank it with was read"
    said = "periods of unequal length: figures that add up over time are not marked"
    assert notes(view) == [f"hue, son-la · {reason}", said]
    assert view.record()["notes"] == [{"code": "lengths-differ", "message": said}]


def test_ranks_of_several_fields_say_among_how_many() -> None:
    units = [unit(name, 90 - place, 50) for place, name in enumerate("abc")]
    units += [unit(name, 90 - place, 50, level="district") for place, name in enumerate("de")]
    assert [row[:2] for row in grid(side_by_side(units, rows="units"))] == [
        ["Rank", "Unit"],
        ["1 of 3", "a"],
        ["2 of 3", "b"],
        ["3 of 3", "c"],
        ["1 of 2", "d"],
        ["2 of 2", "e"],
    ]


DECIMALS = [
    # Scores, and what is shown of them.
    ((90, 80), ["90.0", "80.0"]),
    ((61.94, 61.91, 61.88, 30), ["61.94", "61.91", "61.88", "30.00"]),
    ((61.9432, 61.9411, 30), ["61.943", "61.941", "30.00"]),
    ((61.94, 61.94, 30), ["61.9", "61.9", "30.0"]),
]


@pytest.mark.parametrize(("scores", "expected"), DECIMALS)
def test_scores_of_other_ranks_never_look_alike(
    scores: tuple[float, ...], expected: list[str]
) -> None:
    of = framework({"a": TO_100})
    units = [
        assess(scorecard({"a": score}, id=f"u{place}", name=f"u{place}"), of)
        for place, score in enumerate(scores)
    ]
    assert [row[2] for row in grid(side_by_side(units, rows="units"))[1:]] == expected


def test_which_ranks_lie_within_the_rounding_of_the_figures() -> None:
    of = framework({"a": TO_100})
    values = ("61.94", "61.91", "61.9", "61.5", "30.0", "29.96")
    units = [
        assess(scorecard({"a": Decimal(value)}, id=f"u{place}", name=f"U{place}"), of)
        for place, value in enumerate(values)
    ]
    # Half of the last decimal that any of them prints: 61.91 and 61.9 may be one number.
    (said,) = notes(side_by_side(units, rows="units"))
    assert said == ("ranks within the rounding of the figures, so not surely apart: 2–3 (U1, U2)")
    many = [assess(scorecard({"a": n}, id=f"v{n}", name=f"V{n}"), of) for n in range(10, 17)]
    (said,) = notes(side_by_side(many, rows="units"))
    assert said.endswith(": 1–7 (7 units)")
    # Also one that is not ranked prints decimals of the field.
    finer = scorecard({"a": Decimal("10.00")}, id="w", eligible=False, why="new")
    assert not any("rounding" in note for note in notes(side_by_side([*many, assess(finer, of)])))


def test_namesakes_are_told_apart_by_their_ids() -> None:
    of = framework({"a": TO_100})
    units = [
        assess(scorecard({"a": score}, id=name, name="Tân Lập"), of)
        for name, score in (("tan-lap-1", 90), ("tan-lap-2", 1))
    ]
    units.append(assess(scorecard({"a": 5}, id="hue", name="Huế"), of))
    told = [row[1] for row in grid(side_by_side(units, rows="units"))[1:]]
    assert told == ["Tân Lập (tan-lap-1)", "Huế", "Tân Lập (tan-lap-2)"]


def test_frameworks_that_are_left_out_are_named() -> None:
    others = [("mobilization", "2025"), ("x", "2")]
    said = (
        "scorecards under other frameworks are not shown: mobilization (2025), x (2); "
        "choose with --framework"
    )
    fields = Fields(TWO)
    comparison = compared(TWO, fields)
    view = compare_view(comparison, fields, Words("en"), LeftOut(others))
    assert notes(view) == [said]
    assert view.record()["notes"] == [{"code": "other-frameworks", "message": said}]
    (vietnamese,) = notes(compare_view(comparison, fields, Words("vi"), LeftOut(others)))
    assert vietnamese.startswith(
        "không hiện phiếu điểm theo khung chỉ tiêu khác: mobilization (2025)"
    )


def test_targets_that_differ_are_all_named_and_rows_without_a_figure_left_out() -> None:
    rules = framework({"a": TO_100, "b": {}, "c": {}})
    units = [
        assess(scorecard({"a": {"value": 5, "target": target}}, id=f"u{target}"), rules)
        for target in (7, 9)
    ]
    view = side_by_side(units, rows="indicators")
    assert [row for row in grid(view)[4:] if row[0] == "a"] == [
        ["a", "differ", "5 (target 7 stated)", "★ 71.4 ✗", "5 (target 9 stated)", "55.6 ✗"]
    ]


def test_the_target_of_one_unit_is_not_that_of_a_unit_without_any() -> None:
    rules = framework({"a": {}})
    figures = [{"value": 5, "target": 7}, {"value": 6}, {"absent": "missing"}]
    units = [assess(scorecard({"a": each}, id=f"u{n}"), rules) for n, each in enumerate(figures)]
    (with_target, *_), (without, *_) = (
        [row[1:] for row in grid(side_by_side(some, rows="indicators")) if row[0] == "a"]
        for some in (units, units[1:])
    )
    assert with_target == ["differ", "5 (target 7 stated)", "71.4 ✗", "6", "–", "missing", "–"]
    assert without == ["–", "6", "–", "missing", "–"]


def test_the_order_is_that_of_the_ranks_and_the_unranked_stand_last() -> None:
    units = [unit("z", 1, 2), unit("barred", 99, 99, eligible=False), unit("hue", 90, 80)]
    rows = grid(side_by_side(units, rows="units"))
    assert [row[:2] for row in rows[1:]] == [["1", "hue"], ["2", "z"], ["–", "barred"]]


def test_nothing_to_compare() -> None:
    view = nothing_to_compare()
    (head,) = view.sheet()
    assert not view.record()["units"]
    assert view.record()["command"] == "compare"
    assert head[:4] == ["rank_best", "rank_worst", "rank_of", "rank_approximate"]


@pytest.mark.parametrize("weight", [None, 7])
def test_points_that_the_rules_leave_out_are_among_those_that_there_are(weight: int | None) -> None:
    under = framework(
        {
            "x": {"target": 10, "points": 60},
            "y": {"target": 10, "points": 30, "group": "other"},
            "z": {"target": 10, "points": 15, "group": "third"},
        },
        scoring={"missing": "left-out", "coverage": 0},
    )
    groups = [group.model_copy(update={"weight": weight}) for group in under.groups]
    under = under.model_copy(update={"groups": groups})
    two, more = (
        assess(scorecard(figures, id=name, name=name), under)
        for name, figures in (("a", {"x": 5, "z": 5}), ("b", {"x": 5, "y": 5}))
    )
    found = notes(side_by_side([two, more]))
    if weight:
        # Both are scored on two groups of three, which weigh the same.
        assert not any("on up to" in each for each in found)
        assert [more.total.most, more.points_due] == [Fraction(14), Fraction(21)]
    else:
        text = "not all are scored on the same: others are on up to 90 of 105 points, a 75"
        assert text in found


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((50, 40, 30), ["50.0", "40.0", "30.0"]),
        ((50.04, 50.01, 30), ["50.04", "50.01", "30.00"]),
        ((50.004, 50.001, 50.001), ["50.004", "50.001", "50.001"]),
        # Fifteen decimals do not tell these apart; their ranks do.
        (
            ("400000000000001/800000000000003", "400000000000000/800000000000001", 30),
            ["49.999999999999938", "49.999999999999938", "30.00"],
        ),
    ],
)
def test_scores_of_different_ranks_do_not_look_alike(
    values: tuple[object, ...], shown: list[str]
) -> None:
    under = framework({"x": {"target": 100, "unit": "percent"}})
    units = [
        assess(scorecard({"x": value}, id=name, name=name), under)
        for name, value in zip("abc", values, strict=True)
    ]
    assert columns(side_by_side(units, rows="units"), "Score") == [[each] for each in shown]


def own(name: str, target: object, rules: Framework) -> Assessment:
    return unit(name, {"value": 50, "target": target}, 80, rules)


def test_targets_that_differ_are_told() -> None:
    rules = framework({"a": TO_100, "b": TO_100})
    few = [own("hue", 80, rules), unit("hai", 50, 80, rules), unit("son-la", 60, 80, rules)]
    told = "not all units are held against the same target: a:"
    assert f"{told} 80 (hue), 100 (son-la, hai)" in notes(side_by_side(few))
    many = [*few, *(unit(f"unit-{count}", 50, 80, rules) for count in range(5))]
    assert f"{told} 80 (hue), 100 (7 units)" in notes(side_by_side(many))


def test_many_targets_are_counted_and_many_indicators_cut() -> None:
    names = [f"i{count}" for count in range(7)]
    rules = framework({name: {"target": "own"} for name in names})
    units = [
        assess(
            scorecard({name: {"value": 1, "target": count} for name in names}, id=f"unit-{count}"),
            rules,
        )
        for count in range(1, 8)
    ]
    each = "; ".join(f"{name}: 7 different targets" for name in names[:6])
    told = f"not all units are held against the same target: {each}; …"
    assert told in notes(side_by_side(units))


def test_scales_that_differ_are_no_targets_that_do() -> None:
    rules = framework({"a": {"target": "own"}, "b": {"target": 100}})
    units = [unit("hue", "12/18", 80, rules), unit("son-la", "12/20", 80, rules)]
    assert not [each for each in notes(side_by_side(units)) if "same target" in each]


@pytest.mark.parametrize("rows", ["units", "indicators"])
def test_a_figure_that_counts_as_missing_is_marked(rows: Rows) -> None:
    rules = framework({"a": {"target": "own"}, "b": TO_100})
    units = [unit("hue", {"value": 50, "target": 100}, 80, rules), unit("hai", 1, 80, rules)]
    view = side_by_side(units, rows=rows, by="indicators")
    told = "what is marked ! counts as missing: it has an error, or a target for another time, or"
    assert f"{told} lacks its target" in notes(view)
    marked = {"units": "1 !", "indicators": "– !"}[rows]
    assert [cell for line in grid(view) for cell in line if "!" in cell] == [marked]
    assert not [each for each in notes(side_by_side(TWO, by="indicators")) if "!" in each]


def test_a_figure_that_counts_as_missing_is_marked_where_units_are_sorted_by_it() -> None:
    rules = framework({"a": {"target": "own"}, "b": TO_100})
    units = [unit("hue", {"value": 50, "target": 100}, 80, rules), unit("hai", 1, 80, rules)]
    by_a, by_b = (side_by_side(units, rows="units", by="groups", sort=each) for each in "ab")
    told = "what is marked ! counts as missing: it has an error, or a target for another time, or"
    assert f"{told} lacks its target" in notes(by_a)
    assert [cell for line in grid(by_a) for cell in line if "!" in cell] == ["1 !"]
    assert not [each for each in notes(by_b) if "!" in each]


def test_very_many_units_are_laid_out_table_by_table_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scorecard.report.comparison.TOGETHER", 2)
    units = [unit(name, 50, number) for number, name in enumerate(("an", "be", "ca"))]
    fields = Fields(units)
    view = compare_view(compared(units, fields), fields, Words("en"), rows="units")
    shown = [line.split() for line in render_table(view, Medium(60, colour=False)).splitlines()]
    heads = [line for line in shown if line[:1] == ["Rank"]]
    assert len(heads) == 2
    assert heads[0] == heads[1]
    assert [line[1] for line in shown if line[:1] in (["1"], ["2"], ["3"])] == ["ca", "be", "an"]
    # A page has one table, which can be put in another order.
    assert [type(block) for block in view.blocks()].count(blocks.Table) == 1
