"""Ranks and changes calculated by hand, for the arithmetic that the program is held to."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from oracle.arithmetic import Result, assess
from oracle.by_hand import at, framework, indicator, span
from oracle.by_hand import card_of as card
from oracle.case import Table
from oracle.change import Change, change, earlier, of_figure
from oracle.field import fields, periods_compared, rank, runs_within_rounding, tallies
from oracle.quantities import INFINITE, Interval, read

TO_100 = framework(indicator("x", target=100))


def shown(results: Sequence[Result]) -> list[tuple[int, int, int] | None]:
    return [None if r is None else (r.best, r.worst, r.of) for r in rank(results)]


def test_the_latest_period_is_compared_that_most_units_of_the_commonest_level_have() -> None:
    cards = [card(name, "2025") for name in "abc"] + [card("a"), card("b")]
    assert periods_compared(cards) == {"2026"}
    assert periods_compared([*cards, card("d", "2024")]) == {"2025"}
    communes = [card(name, level="commune") for name in ("e", "f")]
    assert periods_compared([*cards[:4], *communes]) == {"2025"}
    assert periods_compared([card("a", "2025"), card("b", "2024"), card("c", "2026")]) == {"2026"}
    assert periods_compared([card("a", "2025-H2"), card("a", "XXXX-H1")]) == {"2025-H2"}
    assert periods_compared([card("a", "2025"), *communes[:1]]) == {"2025", "2026"}


def test_a_field_is_of_one_period_level_track_and_edition() -> None:
    other = {**TO_100, "edition": "2"}
    cards = [
        card("a", "2026-H1"),
        card("b", "2026-01/2026-06"),
        card("c", "2026-H1", track="self"),
        card("d", "2026-H1", level="province"),
        card("e", "2026"),
    ]
    results = [assess(TO_100, each) for each in cards] + [assess(other, cards[0])]
    names = [[one.scorecard["unit"]["id"] for one in field] for field in fields(results)]
    assert names == [["a", "b"], ["c"], ["d"], ["e"], ["a"]]


def test_a_rank_is_among_those_that_are_ranked_and_of_two_at_least() -> None:
    values = {"a": 80, "b": "70..90", "c": 80, "d": 60}
    results = [assess(TO_100, card(name, figures={"x": x})) for name, x in values.items()]
    results.append(assess(TO_100, card("e", eligible=False, figures={"x": 100})))
    results.append(assess(TO_100, card("f", figures={})))
    assert shown(results) == [(1, 2, 4), (1, 3, 4), (1, 2, 4), (4, 4, 4), None, None]
    assert shown(results[3:]) == [None, None, None]


def unsure(
    *values: object, unit: str = "points", limits: object = (0, 200), eligible: str = "abcdef"
) -> list[str]:
    """Return the runs of ranks that the rounding of these figures of a, b, c … leaves open."""
    measured = framework(indicator("x", unit, target=100, limits=limits))
    cards = [
        card(name, figures={"x": x}, eligible=name in eligible)
        for name, x in zip("abcdef", values, strict=False)
    ]
    return named_runs([assess(measured, each) for each in cards])


def named_runs(results: Sequence[Result]) -> list[str]:
    names = ([one.scorecard["unit"]["id"] for one in run] for run in runs_within_rounding(results))
    return sorted("".join(sorted(run)) for run in names)


def test_scores_overlap_where_figures_are_off_by_half_of_the_last_decimal_that_any_prints() -> None:
    assert unsure(50, 51) == ["ab"]  # both may be 50.5
    assert unsure(50, 52) == []
    assert unsure(50, 51, Decimal("80.0")) == []
    assert unsure(50, 51, {"value": Decimal("80.0"), "target": "none"}) == ["ab"]  # an error
    assert unsure(Decimal("50.00"), Decimal("50.01"), Decimal("50.03")) == ["ab"]
    assert unsure(50, 51, Decimal("80.0"), eligible="ab") == []  # nor has one without a rank
    assert unsure("~50", ">51", "10.0..20.0") == []
    assert unsure("~50", "~51") == ["ab"]
    assert unsure("<~50", 51) == ["ab"]
    assert unsure(50, 51, unit="count") == []
    assert unsure("10/20", "10.2/20", unit="percent") == []
    assert unsure(50, 51, limits=[0, 50]) == []  # 51 is an error


def test_a_run_goes_from_each_to_the_next() -> None:
    assert unsure(50, 52, 51) == ["abc"]
    assert unsure(50, 60, 51, 61, 80) == ["ac", "bd"]
    assert unsure(50, 50, 49) == ["abc"]
    assert unsure(50, 50) == []
    assert unsure("50..60", 55) == []  # the bounds leave it open by themselves


def test_three_figures_may_be_off_together() -> None:
    names = ("i", "j", "k")
    measured = framework(*(indicator(name, target=20, points=20) for name in names))
    a, b, c = ("10.01",) * 3, ("10.02", "10.00", "10.02"), ("9.99", "10.02", "10.06")
    cards = [
        card(unit, figures=dict(zip(names, map(Decimal, stated), strict=True)))
        for unit, stated in (("a", a), ("b", b), ("c", c))
    ]
    results = [assess(measured, each) for each in cards]
    assert shown(results) == [(3, 3, 3), (2, 2, 3), (1, 1, 3)]
    assert named_runs(results) == ["abc"]  # 30.03, 30.04 and 30.07, each by 0.015


def test_an_indicator_has_a_tally_over_all_scorecards() -> None:
    values = (100, 94, ">99", 120, {"absent": "missing"}, {"absent": "not-due"})
    results = [assess(TO_100, card("a", figures={"x": value})) for value in values]
    assert tallies(results) == {"x": {"met": [2, 4], "exceeded": [1, 3], "pending": 0, "of": 5}}


SINCE = [
    # the period, the other periods, the one that it is held against
    ("2026-H1", ["2025-H2", "2025-H1", "2024-H1"], "2025-H1"),
    ("2026-H1", ["2025-H2", "2024-H1", "2023-H1"], "2024-H1"),
    ("2026-H1", ["2025-H2", "2025", "2025-Q1"], None),
    ("2026-Q2", ["2026-Q1", "2025-04/2025-06"], "2025-04/2025-06"),
    ("2026-06", ["2026-05", "2025-06"], "2025-06"),
    ("2025-11/2026-02", ["2024-11/2025-02"], "2024-11/2025-02"),
    ("2026", ["2025", "2024", "2027"], "2025"),
    ("2026", ["2024", "2023"], "2024"),
    ("2021/2025", ["2016/2020", "2020/2024", "2011/2015"], "2016/2020"),
    ("2021/2025", ["2020/2024", "2015/2019"], "2015/2019"),
    ("2025-01/2026-06", ["2023-07/2024-12", "2023-01/2024-06"], "2023-07/2024-12"),
    ("2026-H1", ["XXXX-H1"], None),
    ("XXXX-H1", ["2025-H1"], None),
]


@pytest.mark.parametrize(("period", "others", "expected"), SINCE)
def test_a_change_is_since_the_same_part_of_an_earlier_year(
    period: str, others: list[str], expected: str | None
) -> None:
    results = [assess(TO_100, card("a", when)) for when in (period, *others)]
    found = earlier(results[0], results)
    assert (found and found.scorecard["period"]) == expected


@pytest.mark.parametrize(
    ("keys", "same"),
    [
        ({}, True),
        ({"parent": "p", "codes": {"new": "1"}}, True),
        ({"codes": {"nso": "04"}}, True),
        ({"codes": {"nso": "05"}}, False),
        ({"name": "B"}, False),
        ({"track": "self"}, False),
        ({"id": "b"}, False),
    ],
)
def test_a_change_is_of_one_unit_under_one_name(keys: Table, *, same: bool) -> None:
    now = assess(TO_100, card("a", codes={"nso": "04"}))
    then = assess(TO_100, card("a", "2025", **keys))
    assert (earlier(now, [then, now]) is then) is same
    assert earlier(now, [assess({**TO_100, "edition": "2"}, card("a", "2025"))]) is None


CHANGES = [
    # then, now, the difference, its arrow
    (50, 60, at(10), "up"),
    (60, 50, at(-10), "down"),
    (50, 50, at(0), None),
    ("40..50", "50..60", span(0, 20), None),
    (80, ">80", Interval((Fraction(0), 1), (INFINITE, 0)), "up"),
    (80, "<90", Interval((-INFINITE, 0), (Fraction(10), -1)), None),
    ("~50", 60, at(10, approximate=True), None),
    (50, "<~60", at(10, -1, approximate=True), None),
    ("<~50", 60, at(10, 1, approximate=True), None),
]


@pytest.mark.parametrize(("then", "now", "difference", "arrow"), CHANGES)
def test_an_arrow_stands_where_the_bounds_decide_it(
    then: object, now: object, difference: Interval, arrow: str | None
) -> None:
    assert change(read(now).bounds, read(then).bounds) == Change(difference, arrow)
    assert change(None, read(then).bounds) is None
    assert change(read(now).bounds, None) is None


def test_an_answer_has_no_change() -> None:
    measured = framework(indicator("done", "yes-no", method="yes-no"))
    (figure,) = assess(measured, card("a", figures={"done": True})).figures
    assert of_figure(figure, figure) is None
