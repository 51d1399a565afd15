"""Which band a score falls in, and who gets none."""

from fractions import Fraction

import pytest
from builders import Table, framework, interval, scorecard

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.band import bands_of

TO_100: Table = {"target": 100, "points": 10}
BANDS = {"good": 80, "fair": 65, "average": 50}


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ("80", ["good"]),
        ("100", ["good"]),
        ("120", ["good"]),
        ("79.99", ["fair"]),
        ("~80-", ["fair"]),
        ("~80+", ["good"]),
        ("65", ["fair"]),
        ("50", ["average"]),
        ("49.99", []),
        ("~50-", []),
        ("0", []),
        ("[65, 80)", ["fair"]),
        ("[65, 80]", ["fair", "good"]),
        ("(65, 79]", ["fair"]),
        ("[64, 66]", ["average", "fair"]),
        ("[50, 100]", ["average", "fair", "good"]),
        ("[40, 100]", []),
        ("(49, 50]", []),
    ],
)
def test_a_band_is_given_from_its_lower_edge_up_to_the_next(
    score: str, expected: list[str]
) -> None:
    for order in (BANDS, dict(reversed(BANDS.items()))):
        bands = framework({}, bands=order).bands
        assert [band.id for band in bands_of(interval(score), bands)] == expected


def test_without_bands_there_is_none() -> None:
    assert bands_of(interval("80"), []) == ()


def classed(figures: Table, coverage: float, **unit: object) -> Assessment:
    of = framework(dict.fromkeys("abcde", TO_100), BANDS, {"coverage": coverage})
    return assess(scorecard(figures, **unit), of)


@pytest.mark.parametrize(
    ("reported", "gate", "unclassed", "bands"),
    [
        ("abcde", 0.8, None, ["good"]),
        ("abcd", 0.8, None, ["fair", "good"]),
        ("abcd", 0.81, "coverage", []),
        ("abc", 0.8, "coverage", []),
        ("abc", 0.6, None, ["average", "fair", "good"]),
        ("", 0.8, "coverage", []),
        ("", 0, "figures", []),
        ("abcde", 1, None, ["good"]),
    ],
)
def test_below_the_gate_no_band_is_given(
    reported: str, gate: float, unclassed: str | None, bands: list[str]
) -> None:
    found = classed(dict.fromkeys(reported, 90), gate)
    assert (found.unclassed, [band.id for band in found.bands]) == (unclassed, bands)
    assert found.coverage == Fraction(len(reported), 5)


def test_who_may_not_be_classed_has_a_score_all_the_same() -> None:
    found = classed(dict.fromkeys("abcde", 90), 0.8, eligible=False, why="accidents")
    assert (found.unclassed, found.bands) == ("not-eligible", ())
    assert (found.total.score, found.coverage) == (interval("90"), Fraction(1))
    assert classed({}, 0.8, eligible=False).unclassed == "not-eligible"


@pytest.mark.parametrize("figures", [{"a": 90}, {}, {"a": {"absent": "not-applicable"}}])
def test_where_nothing_counts_there_is_no_score(figures: Table) -> None:
    found = assess(scorecard(figures), framework({"a": {}}, BANDS))
    assert (found.total.score, found.reported.score, found.coverage) == (None, None, None)
    assert (found.unclassed, found.bands) == ("no-target", ())
    assert found.total.most == 0


@pytest.mark.parametrize("gate", [0, 0.8])
def test_where_nothing_is_reported_and_that_is_left_out_the_coverage_is_too_small(
    gate: float,
) -> None:
    scoring = {"missing": "left-out", "coverage": gate}
    found = assess(scorecard({"b": 1}), framework({"a": TO_100, "b": {}}, BANDS, scoring))
    assert (found.total.score, found.coverage) == (None, Fraction(0))
    assert found.unclassed == "coverage"
