"""Units side by side: who has a rank, in which order they stand, and who leads."""

from itertools import permutations

import pytest
from builders import Table, framework, indicator, measure, scorecard, side_by_side, standings

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.comparison import leader
from scorecard.model.scorecard import Figure

TO_100: Table = {"target": 100}
STOCKS = framework(dict.fromkeys("abcde", TO_100))
FLOWS = framework({"a": {"target": 100, "kind": "flow"}, "b": TO_100})


def unit(name: str, value: object, **keys: object) -> Assessment:
    return assess(scorecard(dict.fromkeys("abcde", value), id=name, **keys), STOCKS)


def of_period(name: str, period: str, a: object, **keys: object) -> Assessment:
    return assess(scorecard({"a": a, "b": 50}, id=name, period=period, **keys), FLOWS)


def test_the_best_stands_first_and_equal_scores_share_a_rank_in_any_order() -> None:
    units = [unit("son-la", 70), unit("hue", 80), unit("ha-noi", 90), unit("can-tho", 80)]
    for order in permutations(units):
        found = side_by_side(order)
        assert found.framework is STOCKS
        assert standings(found) == [
            ("ha-noi", (1, 1), None),
            ("can-tho", (2, 2), None),
            ("hue", (2, 2), None),
            ("son-la", (4, 4), None),
        ]


def test_bounds_that_overlap_leave_a_span_of_ranks() -> None:
    found = side_by_side([unit("hue", "75..95"), unit("ha-noi", 90), unit("son-la", 80)])
    assert standings(found) == [
        ("ha-noi", (1, 2), None),
        ("hue", (1, 3), None),
        ("son-la", (2, 3), None),
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
        found = side_by_side(order)
        assert standings(found) == [
            ("hue", (1, 1), None),
            ("son-la", (2, 2), None),
            ("barred", None, "not-eligible"),
            ("few", None, "coverage"),
            ("nothing", None, "no-target"),
        ]


def test_each_framework_period_level_and_track_is_a_field_of_its_own() -> None:
    units = [
        unit("hue", 80),
        unit("son-la", 90),
        unit("hanoi", 70, level="district"),
        unit("lai", 60, level="district"),
        unit("early", 50, period="2026"),
        unit("half", 40, period="2025-H1"),
        unit("spelled", 10, period="2025-01/2025-12"),
        assess(scorecard({"a": 5, "b": 50}, id="other"), FLOWS),
    ]
    found = {name: rest for name, *rest in standings(side_by_side(units))}
    alone = [None, "alone"]
    assert found == {
        "son-la": [(1, 1), None],
        "hue": [(2, 2), None],
        "spelled": [(3, 3), None],
        "early": alone,
        "half": alone,
        "other": alone,
        "hanoi": [(1, 1), None],
        "lai": [(2, 2), None],
    }
    # Levels stand below one another, the largest first.
    assert list(found)[-2:] == ["hanoi", "lai"]


def test_tracks_of_one_unit_are_ranked_apart() -> None:
    cards = [
        scorecard(dict.fromkeys("abcde", value), id=name).model_copy(update={"track": track})
        for name, value, track in (
            ("hue", 80, "self"),
            ("lai", 90, "self"),
            ("hue", 70, "appraised"),
            ("lai", 60, "appraised"),
        )
    ]
    found = side_by_side([assess(card, STOCKS) for card in cards])
    assert standings(found) == [
        ("hue", (1, 1), None),
        ("lai", (2, 2), None),
        ("lai", (1, 1), None),
        ("hue", (2, 2), None),
    ]


@pytest.mark.parametrize(
    ("periods", "lengths_differ"),
    [
        (["2025", "2024"], False),
        (["2025-H1", "2024-07/2024-12"], False),
        (["2025", "2025-H1"], True),
    ],
)
def test_whether_lengths_differ(periods: list[str], lengths_differ: bool) -> None:
    found = side_by_side([of_period(f"u{at}", each, 90) for at, each in enumerate(periods)])
    assert found.lengths_differ is lengths_differ
    assert found.periods_differ


@pytest.mark.parametrize(
    ("levels", "expected"),
    [(["province"], False), (["province", "province"], False), (["province", "district"], True)],
)
def test_whether_levels_differ(levels: list[str], expected: bool) -> None:
    units = [unit(f"u{at}", 80, level=level) for at, level in enumerate(levels)]
    assert side_by_side(units).levels_differ is expected


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


def test_a_limit_that_is_kept_by_nothing_at_all_is_kept_best() -> None:
    assert led([0, 4, 9], direction="lower", target=5) == 0
    assert led([0, 0, 9], direction="lower", target=5) is None
    assert led([0, 4], levels_differ=True, direction="lower", target=5) == 0
    # Against other limits it is not known who keeps his better.
    of = indicator(direction="lower", target=5)
    figures = [{"value": 0}, {"value": 4, "target": 8}]
    measured = [measure(Figure.model_validate(each), of, STOCKS) for each in figures]
    assert leader(measured, lengths_differ=False) is None


def test_who_leads_by_completion_and_who_by_value() -> None:
    for value, keys in (([9, 8], {}), ([9, 8], {"target": 10})):
        of = indicator(**keys)
        figures = [Figure.model_validate({"value": each}) for each in value]
        found = leader([measure(each, of, STOCKS) for each in figures], lengths_differ=False)
        assert found == (0, bool(keys))


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
    found = leader(measured, lengths_differ=lengths_differ, levels_differ=levels_differ)
    return None if found is None else found.place


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
    found = side_by_side(units, sort)
    assert [name for name, _, _ in standings(found)] == expected
    assert sorted(standings(found)) == sorted(standings(side_by_side(units)))
