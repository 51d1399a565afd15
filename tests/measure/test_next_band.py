"""What a unit lacks for the next band, and where it is nearest to be had."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from builders import Table, framework, scorecard

from scorecard.measure.assessment import assess
from scorecard.measure.next_band import NextBand, next_band

BANDS: Table = {"good": 80, "fair": 50, "weak": 0}


def ahead(
    points: Table, figures: Table, bands: Table | None = None, scoring: Table | None = None
) -> NextBand | None:
    """Return what is ahead of a unit; each indicator has as many points as given, and target 10."""
    of = framework(
        {name: {"target": 10, "points": most} for name, most in points.items()},
        BANDS if bands is None else bands,
        scoring,
    )
    return next_band(assess(scorecard(figures), of))


def gains(found: NextBand | None) -> list[tuple[str, Fraction, Fraction, Fraction]]:
    assert found is not None
    return [(gain.item.indicator.id, gain.now, gain.then, gain.points) for gain in found.gains]


MISSING = [
    # figures of two indicators with 1 point each, the next band, points missing to it
    ({"a": 4, "b": 5}, "fair", "1/10"),
    ({"a": 5, "b": 5}, "good", "3/5"),
    ({"a": 9, "b": 6.9}, "good", "1/100"),
    ({"a": 0, "b": 0}, "fair", "1"),
    ({"a": 10, "b": ">=4"}, "good", "1/5"),
    ({"a": "6..10", "b": "6..10"}, "good", "2/5"),
]


@pytest.mark.parametrize(("figures", "band", "points"), MISSING)
def test_points_are_missing_from_what_is_sure(figures: Table, band: str, points: str) -> None:
    found = ahead({"a": 1, "b": 1}, figures)
    assert found is not None
    assert (found.band.id, found.points) == (band, Fraction(points))


@pytest.mark.parametrize(
    ("figures", "bands"),
    [
        ({"a": 8, "b": 8}, BANDS),
        ({"a": 10, "b": 10}, BANDS),
        ({"a": 5, "b": 5}, {}),
        ({"a": 5}, BANDS),
        ({"a": {"absent": "not-due"}, "b": {"absent": "not-due"}}, BANDS),
    ],
    ids=["highest", "all", "no bands", "too little reported", "nothing counts"],
)
def test_nothing_is_ahead_of_the_highest_band_or_where_there_is_no_class(
    figures: Table, bands: Table
) -> None:
    assert ahead({"a": 1, "b": 1}, figures, bands) is None


def test_a_unit_below_all_bands_is_on_its_way_to_the_lowest() -> None:
    found = ahead({"a": 1, "b": 1}, {"a": 0, "b": 0}, {"good": 80, "weak": 20})
    assert found is not None
    assert (found.band.id, found.points) == ("weak", Fraction(2, 5))


def test_the_heaviest_indicator_gives_points_with_the_least_completion() -> None:
    found = ahead({"a": 1, "b": 6, "c": 3}, {"a": 0, "b": 5, "c": 2})
    # 3.6 of 10 points, 5 are the edge of fair: 1.4 are missing, and b alone has 3 left.
    assert gains(found) == [("b", Fraction(1, 2), Fraction(11, 15), Fraction(7, 5))]


def test_among_equals_the_one_with_most_left_comes_first() -> None:
    found = ahead({"a": 1, "b": 1, "c": 1}, {"a": 7, "b": 2, "c": 5})
    # 1.4 of 3 points: 0.1 is missing.
    assert gains(found) == [("b", Fraction(1, 5), Fraction(3, 10), Fraction(1, 10))]


def test_several_are_named_where_one_is_not_enough() -> None:
    found = ahead({"a": 5, "b": 3, "c": 2}, {"a": 8, "b": 0, "c": 1})
    # 4.2 of 10 points; 5 are needed: a has 1 left.
    assert gains(found) == [("a", Fraction(4, 5), Fraction(24, 25), Fraction(4, 5))]
    found = ahead({"a": 5, "b": 3, "c": 2}, {"a": 8, "b": 4, "c": 1}, {"good": 80})
    # 5.4 of 10 points; 8 are needed: a gives 1, b gives the other 1.6 of its 1.8.
    assert gains(found) == [
        ("a", Fraction(4, 5), Fraction(1), Fraction(1)),
        ("b", Fraction(2, 5), Fraction(14, 15), Fraction(8, 5)),
    ]


def test_three_are_named_at_most_though_they_give_too_little() -> None:
    found = ahead(dict.fromkeys("abcde", 1), dict.fromkeys("abcde", 1), {"good": 80})
    assert found is not None
    assert found.points == Fraction(7, 2)
    assert gains(found) == [(name, Fraction(1, 10), Fraction(1), Fraction(9, 10)) for name in "abc"]


def test_an_indicator_without_anything_left_takes_nobody_s_place() -> None:
    figures = {"a": 10, "b": 10, "c": 10, "d": 0}
    found = ahead({"a": 9, "b": 9, "c": 9, "d": 8}, figures)
    # 27 of 35 points; 28 are needed.
    assert gains(found) == [("d", Fraction(0), Fraction(1, 8), Fraction(1))]


def test_points_beyond_the_target_count_up_to_the_cap() -> None:
    found = ahead({"a": 1, "b": 1}, {"a": 11, "b": 11}, {"top": 115}, {"cap": 1.2})
    assert gains(found) == [("a", Fraction(11, 10), Fraction(6, 5), Fraction(1, 10))]


def test_what_is_missing_is_surely_worth_nothing_yet() -> None:
    found = ahead({"a": 8, "b": 2}, {"a": 9, "b": {"absent": "missing"}})
    # 7.2 of 10 points; a gives the 0.8 to 8 exactly.
    assert gains(found) == [("a", Fraction(9, 10), Fraction(1), Fraction(4, 5))]
    found = ahead({"a": 8, "b": 2}, {"a": 10, "b": {"absent": "missing"}}, {"top": 90})
    assert gains(found) == [("b", Fraction(0), Fraction(1, 2), Fraction(1))]


MOVABLE = [
    # two indicators, their figures, scoring, what is gained: now, then, points, value
    # A penalty is kept in full at most, whatever the cap is.
    ({"a": {}, "p": {"points": -1}}, {"a": 5, "p": 10}, {}, {"a": ("1/2", "4/5", "3/10", "8")}),
    (
        {"a": {"points": 2}, "p": {"points": -3}},
        {"a": 10, "p": 5},
        {},
        {"p": ("1/2", "2/3", "1/2", "20/3")},
    ),
    # A bonus that is not named yet can be had.
    (
        {"a": {"points": 2}, "b": {"bonus": True, "points": 3}},
        {"a": 5},
        {},
        {"b": ("0", "1/5", "3/5", "2")},
    ),
    # 0/0 that earns all points asks for nothing.
    (
        {"a": {}, "z": {"points": 3, "target": [], "unit": "count"}},
        {"a": 0, "z": "0/0"},
        {"zero_of_zero": "full"},
        {"a": ("0", "1/2", "1/2", "5")},
    ),
    # There is nothing between a limit of 0 that is passed and one that is kept.
    (
        {"a": {"points": 3}, "l": {"points": 5, "direction": "lower", "target": 0}},
        {"a": 10, "l": 4},
        {},
        {"l": ("0", "6/5", "6", "0")},
    ),
    # Of a range around 0 only what lies beyond its upper edge has a ratio.
    (
        {"w": {"method": "within", "direction": "within", "target": "-5..5"}},
        {"w": 20},
        {},
        {"w": ("1/4", "1/2", "1/4", "10")},
    ),
    (
        {"w": {"method": "within", "direction": "within", "target": "-5..5"}},
        {"w": -20},
        {},
        {"w": ("0", "1", "1", "-5")},
    ),
    (
        {"a": {}, "w": {"method": "within", "direction": "within", "target": "<=5"}},
        {"a": 10},
        {"coverage": 0},
        {"w": ("0", "3/5", "3/5", None)},
    ),
    # An answer is given or not, and a table of steps has no values in between.
    (
        {"d": {"method": "yes-no", "unit": "yes-no", "target": []}},
        {"d": False},
        {},
        {"d": ("0", "1", "1", "1")},
    ),
    (
        {"s": {"method": "steps", "steps": [[9, 1], [5, 0.6], [2, 0.3]], "target": []}},
        {"s": 3},
        {},
        {"s": ("3/10", "3/5", "3/10", "5")},
    ),
    (
        {
            "s": {
                "method": "steps",
                "steps": [[2, 1], [5, 0.6], [9, 0.3]],
                "target": [],
                "direction": "lower",
            }
        },
        {"s": 4},
        {},
        {"s": ("3/5", "1", "2/5", "2")},
    ),
    # From a baseline; where that is itself about a number, no value is known.
    (
        {"b": {"method": "baseline", "baseline": 6}},
        {"b": 7},
        {},
        {"b": ("1/4", "1/2", "1/4", "8")},
    ),
    (
        {"b": {"method": "baseline", "baseline": "~6"}},
        {"b": 7},
        {},
        {"b": ("1/4", "1/2", "1/4", None)},
    ),
    ({"l": {"direction": "lower"}}, {"l": 40}, {}, {"l": ("1/4", "1/2", "1/4", "20")}),
]


@pytest.mark.parametrize(("indicators", "figures", "scoring", "expected"), MOVABLE)
def test_only_what_can_be_had_is_offered(
    indicators: Mapping[str, Table],
    figures: Table,
    scoring: Table,
    expected: Mapping[str, tuple[str | None, ...]],
) -> None:
    keys = {name: {"target": 10, **own} for name, own in indicators.items()}
    of = framework(keys, BANDS, {"cap": 1.2, **scoring})
    found = next_band(assess(scorecard(figures), of))
    assert found is not None
    assert {
        gain.item.indicator.id: (gain.now, gain.then, gain.points, gain.value)
        for gain in found.gains
    } == {
        name: tuple(None if number is None else Fraction(number) for number in numbers)
        for name, numbers in expected.items()
    }
