"""Units side by side: who has a rank, in which order they stand, and who leads."""

from itertools import permutations

import pytest
from builders import Table, framework, indicator, measure, scorecard

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.comparison import Comparison, compared, leader
from scorecard.measure.rank import Rank
from scorecard.model.scorecard import Figure

TO_100: Table = {"target": 100}
STOCKS = framework(dict.fromkeys("abcde", TO_100))
FLOWS = framework({"a": {"target": 100, "kind": "flow"}, "b": TO_100})


def unit(name: str, value: object, **keys: object) -> Assessment:
    return assess(scorecard(dict.fromkeys("abcde", value), id=name, **keys), STOCKS)


def of_period(name: str, period: str, a: object, **keys: object) -> Assessment:
    return assess(scorecard({"a": a, "b": 50}, id=name, period=period, **keys), FLOWS)


def standings(found: Comparison) -> list[tuple[str, Rank | None, str | None]]:
    return [
        (each.assessment.scorecard.unit.id, each.rank, each.unranked) for each in found.standings
    ]


def test_the_best_stands_first_and_equal_scores_share_a_rank_in_any_order() -> None:
    units = [unit("son-la", 70), unit("hue", 80), unit("ha-noi", 90), unit("can-tho", 80)]
    for order in permutations(units):
        found = compared(order)
        assert found.framework is STOCKS
        assert standings(found) == [
            ("ha-noi", Rank(1, 1), None),
            ("can-tho", Rank(2, 2), None),
            ("hue", Rank(2, 2), None),
            ("son-la", Rank(4, 4), None),
        ]
        assert found.ranked == 4


def test_bounds_that_overlap_leave_a_span_of_ranks() -> None:
    found = compared([unit("hue", "75..95"), unit("ha-noi", 90), unit("son-la", 80)])
    assert standings(found) == [
        ("ha-noi", Rank(1, 2), None),
        ("hue", Rank(1, 3), None),
        ("son-la", Rank(2, 3), None),
    ]


def test_who_has_no_rank_stands_last_with_the_reason_and_is_in_nobody_s_rank() -> None:
    few = {"a": 100, "b": 100, "c": 100}
    nothing = {name: {"absent": "not-applicable"} for name in "abcde"}
    units = [
        assess(scorecard(few, id="few"), STOCKS),
        unit("barred", 100, eligible=False),
        unit("hue", 60),
        assess(scorecard(nothing, id="nothing"), STOCKS),
        unit("son-la", 50),
    ]
    for order in permutations(units):
        found = compared(order)
        assert standings(found) == [
            ("hue", Rank(1, 1), None),
            ("son-la", Rank(2, 2), None),
            ("barred", None, "not-eligible"),
            ("few", None, "coverage"),
            ("nothing", None, "no-target"),
        ]
        assert found.ranked == 2


@pytest.mark.parametrize(
    ("periods", "lengths_differ", "unranked"),
    [
        (["2025", "2025"], False, [None, None]),
        (["2025", "2024"], False, [None, None]),
        (["2025-H1", "2024-07/2024-12"], False, [None, None]),
        (["2025", "2025-H1"], True, ["lengths", "lengths"]),
    ],
)
def test_flows_over_unequal_lengths_are_not_ranked(
    periods: list[str], lengths_differ: bool, unranked: list[str | None]
) -> None:
    found = compared([of_period(f"u{at}", each, 90 - at) for at, each in enumerate(periods)])
    assert found.lengths_differ is lengths_differ
    assert [reason for _, _, reason in standings(found)] == unranked
    assert found.ranked == unranked.count(None)


def test_lengths_matter_only_to_a_unit_whose_flows_count() -> None:
    found = compared(
        [of_period("hue", "2025", {"absent": "not-applicable"}), of_period("son-la", "2025-H1", 9)]
    )
    assert standings(found) == [("hue", Rank(1, 1), None), ("son-la", None, "lengths")]


def test_rates_and_states_over_unequal_lengths_are_ranked() -> None:
    found = compared([unit("hue", 80), unit("son-la", 90, period="2025-H1")])
    assert found.lengths_differ
    assert standings(found) == [("son-la", Rank(1, 1), None), ("hue", Rank(2, 2), None)]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [(["province"], False), (["province", "province"], False), (["province", "district"], True)],
)
def test_whether_levels_differ(levels: list[str], expected: bool) -> None:
    units = [unit(f"u{at}", 80, level=level) for at, level in enumerate(levels)]
    assert compared(units).levels_differ is expected


LEADERS = [
    # values (a dash is missing), the position of the best where more is better, where less is
    ([90, 80, 70], 0, 2),
    ([70, 90, 80], 1, 0),
    ([90, 90, 80], None, 2),
    ([90, 90], None, None),
    (["80..90", 85], None, None),
    (["86..90", 85], 0, 1),
    ([">85", 85], 0, 1),
    ([">=85", 85], None, None),
    (["<~90", 90], 1, 0),
    (["~90", 90], None, None),
    ([None, 80, 70], 1, 2),
    ([90, None], None, None),
    ([None, None], None, None),
    ([0, None, -1], 0, 2),
]


@pytest.mark.parametrize(("values", "highest", "lowest"), LEADERS)
def test_who_leads_is_surely_better_than_all_others(
    values: list[object], highest: int | None, lowest: int | None
) -> None:
    assert led(values, direction="higher") == highest
    assert led(values, direction="lower") == lowest
    assert led(values, direction="within") is led(values, direction="none") is None


def test_nobody_leads_by_flows_over_unequal_lengths() -> None:
    assert led([90, 80], kind="flow", lengths_differ=True) is None
    assert led([90, 80], kind="flow", lengths_differ=False) == 0
    assert led([90, 80], kind="rate", lengths_differ=True) == 0


def test_units_of_different_levels_lead_by_completion_and_not_by_size() -> None:
    for kind in ("stock", "flow"):
        assert led([3700, 90], levels_differ=True, kind=kind) is None
        assert led([3700, 90], levels_differ=False, kind=kind) == 0
    assert led([91, 90], levels_differ=True, kind="rate") == 0
    assert led(["38/50", "9/10"], levels_differ=True, kind="stock") == 1
    assert led(["38/50", 90], kind="stock") is None


def led(
    values: list[object],
    *,
    lengths_differ: bool = False,
    levels_differ: bool = False,
    **keys: object,
) -> int | None:
    of = indicator(**keys)
    figures = [
        None if value is None else Figure.model_validate({"value": value}) for value in values
    ]
    measured = [measure(each, of, STOCKS) for each in figures]
    return leader(measured, lengths_differ=lengths_differ, levels_differ=levels_differ)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("rank", ["c", "a", "d", "b"]),
        ("unit", ["a", "b", "c", "d"]),
        ("x", ["b", "a", "d", "c"]),
        ("y", ["c", "d", "a", "b"]),
        ("one", ["b", "a", "d", "c"]),
    ],
)
def test_units_stand_in_the_order_asked_for_and_keep_their_ranks(
    sort: str, expected: list[str]
) -> None:
    of = framework({"x": {"target": 100, "group": "one"}, "y": {"target": 100, "points": 3}})
    values = {"a": (50, 40), "b": (80, "<30"), "c": ({"absent": "not-applicable"}, 90)}
    units = [
        assess(scorecard({"x": x, "y": y}, id=name), of)
        for name, (x, y) in {**values, "d": (20, ">45")}.items()
    ]
    found = compared(units, sort)
    assert [name for name, _, _ in standings(found)] == expected
    assert sorted(standings(found)) == sorted(standings(compared(units)))
