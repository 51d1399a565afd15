"""Points, scores and absences of one scorecard."""

from fractions import Fraction

import pytest
from budget import budget
from builders import Table, figure, framework, indicator, interval, scorecard
from hypothesis import given
from hypothesis import strategies as st

from scorecard.measure.assessment import assess, summed
from scorecard.measure.outcome import Measured, measure

TO_100: Table = {"target": 100, "points": 10}
LOW: Table = {"direction": "lower", "target": 4, "points": 10}

POINTS = [
    # indicator, value, cap, points
    (TO_100, 50, 1, "5"),
    (TO_100, 100, 1, "10"),
    (TO_100, 105, 1, "10"),
    (TO_100, 237, 1, "10"),
    (TO_100, 105, 1.2, "10.5"),
    (TO_100, 237, 1.2, "12"),
    (TO_100, 50, 0.4, "4"),
    (TO_100, 0, 1, "0"),
    (TO_100, -40, 1, "0"),
    (TO_100, ">98", 1, "(9.8, 10]"),
    (TO_100, "<5", 1, "[0, 0.5)"),
    (TO_100, "90..110", 1, "[9, 10]"),
    (TO_100, "~72.5", 1, "~7.25"),
    (TO_100, "<~100", 1, "~10-"),
    (TO_100, ">~100", 1, "~10"),
    (LOW, 8, 1, "5"),
    (LOW, 2, 1, "10"),
    (LOW, 0, 1, "10"),
    (LOW, 0, 1.2, "12"),
    (LOW, "<~0", 1, "~10"),
    (LOW, -1, 1, "10"),
    (LOW, "0..8", 1, "[5, 10]"),
    ({**LOW, "target": 0}, 0, 1, "10"),
    ({**LOW, "target": 0}, 3, 1, "0"),
    ({**LOW, "target": 0}, "0..3", 1, "[0, 10]"),
    ({"method": "within", "target": "7.5..8.0"}, 6, 1, "0.8"),
    ({"method": "baseline", "target": 50, "baseline": 40, "points": 2}, 45, 1, "1"),
    ({"method": "yes-no", "unit": "yes-no", "points": 3}, True, 1, "3"),
    ({"method": "yes-no", "unit": "yes-no", "points": 3}, False, 1, "0"),
    ({"method": "steps", "steps": [[95, 1], [90, 0.5]], "points": 3}, 92, 1, "1.5"),
    ({"target": 4}, 3, 1, "0.75"),
]


@pytest.mark.parametrize(("keys", "value", "cap", "expected"), POINTS)
def test_points(keys: Table, value: object, cap: float, expected: str) -> None:
    found = measured(keys, value, cap)
    assert found.points == interval(expected)
    assert found.most == Fraction(str(keys.get("points", 1)))


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ({"points": 10}, 50),
        ({"points": 10, "target": "none", "direction": "lower"}, 0),
        ({"target": 0}, 3),
        ({"target": -2}, 3),
        ({"target": -2, "direction": "lower"}, -1),
        ({"target": -2, "direction": "lower"}, -3),
        ({"target": 50, "method": "baseline"}, 60),
        ({"target": 50, "method": "baseline", "direction": "lower"}, 40),
        ({"target": 50, "method": "baseline", "baseline": 50}, 60),
        ({"target": "0..5", "method": "within"}, -1),
        ({"target": 100, "direction": "none"}, 100),
        ({"method": "yes-no", "unit": "yes-no", "direction": "none"}, True),
    ],
)
def test_without_a_ratio_or_a_direction_nothing_counts(keys: Table, value: object) -> None:
    found = measured(keys, value)
    assert (found.completion, found.points, found.absent) == (None, None, None)
    assert found.most == 0


@pytest.mark.parametrize(("value", "expected"), [(105, "1.05"), (237, "2.37")])
def test_over_achievement_keeps_its_number_and_the_cap_holds_the_points_only(
    value: object, expected: str
) -> None:
    found = measured(TO_100, value)
    assert (found.completion, found.points) == (interval(expected), interval("10"))
    assert found.verdict == "exceeded"


def measured(keys: Table, value: object, cap: float = 1) -> Measured:
    return measure(figure(value=value), indicator(**keys), framework({}, scoring={"cap": cap}))


ABSENCES = [
    # how it is absent, points, their maximum, the unit's score, its coverage
    ({"absent": "missing"}, "[0, 10]", 10, "[25, 75]", "1/2"),
    (None, "[0, 10]", 10, "[25, 75]", "1/2"),
    ({"note": "empty"}, "[0, 10]", 10, "[25, 75]", "1/2"),
    ({"absent": "not-due"}, None, 0, "50", "1"),
    ({"absent": "not-applicable"}, None, 0, "50", "1"),
    ({"value": 0}, "0", 10, "25", "1"),
]


@pytest.mark.parametrize(("absent", "points", "most", "score", "coverage"), ABSENCES)
def test_no_absence_is_zero(
    absent: Table | None, points: str | None, most: int, score: str, coverage: str
) -> None:
    figures: dict[str, object] = {"a": 50} | ({} if absent is None else {"b": dict(absent)})
    found = assess(scorecard(figures), framework({"a": TO_100, "b": TO_100}))
    assert found.measured[1].points == (None if points is None else interval(points))
    assert found.measured[1].most == most
    assert found.total.most == 10 + most
    assert found.total.score == interval(score)
    assert found.coverage == Fraction(coverage)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, "missing"),
        ({"note": "empty"}, "missing"),
        ({"absent": "missing"}, "missing"),
        ({"absent": "not-due"}, "not-due"),
        ({"absent": "not-applicable"}, "not-applicable"),
        ({"value": 0}, None),
    ],
)
def test_how_a_figure_is_absent(given: Table | None, expected: str | None) -> None:
    of = indicator(**TO_100)
    found = measure(None if given is None else figure(**given), of, framework({}))
    assert found.absent == expected
    assert (found.value is None) is (expected is not None)


@pytest.mark.parametrize(
    ("keys", "points"),
    [
        ({"points": 3}, None),
        ({"points": 3, "direction": "none", "target": 5}, None),
        ({"points": 3, "method": "yes-no"}, "[0, 3]"),
        ({"points": 3, "method": "steps", "steps": [[9, 1]]}, "[0, 3]"),
        ({"points": 3, "target": 5}, "[0, 3]"),
    ],
)
def test_a_missing_figure_counts_only_where_it_could_earn(keys: Table, points: str | None) -> None:
    found = measure(None, indicator(**keys), framework({}))
    assert found.points == (None if points is None else interval(points))


def test_the_target_that_decides_is_the_first() -> None:
    found = measure(
        figure(value=9, target=[{"value": 10}, {"value": 8}]), indicator(), framework({})
    )
    assert [each.nearer for each in found.targets] == [10, 8]
    assert found.target == found.targets[0]
    assert (found.verdict, found.completion) == ("not met", interval("9/10"))
    assert measure(figure(value=9), indicator(), framework({})).target is None


def test_groups_add_up_to_the_total_and_each_has_its_own_score() -> None:
    of = framework(
        {
            "a": {**TO_100, "group": "one"},
            "b": {**TO_100, "group": "one", "points": 30},
            "c": {**TO_100, "group": "two", "points": 5},
            "d": {"group": "three"},
        }
    )
    found = assess(scorecard({"a": 50, "b": ">80", "c": {"absent": "missing"}, "d": 7}), of)
    sums = {group.id: total for group, total in found.groups}
    assert [(total.points, total.most) for total in sums.values()] == [
        (interval("(29, 35]"), Fraction(40)),
        (interval("[0, 5]"), Fraction(5)),
        (interval("0"), Fraction(0)),
    ]
    assert sums["one"].score == interval("(72.5, 87.5]")
    assert sums["two"].score == interval("[0, 100]")
    assert sums["three"].score is None
    assert (found.total.points, found.total.most) == (interval("(29, 40]"), Fraction(45))
    assert found.reported.score == interval("(72.5, 87.5]")
    assert found.coverage == Fraction(40, 45)


STATED = st.one_of(
    st.integers(-20, 130),
    st.sampled_from([">98", ">=98", "<5", "<=5", "~72.5", "<~100", ">~100", "90..110", "12/18"]),
    st.sampled_from(["missing", "not-due", "not-applicable"]).map(lambda word: {"absent": word}),
)
GROUPS = st.sampled_from(["a", "b", "c", "gone"])


@given(st.lists(st.tuples(STATED, GROUPS, st.integers(1, 9)), min_size=1, max_size=12))
@budget(300)
def test_the_whole_is_what_all_indicators_come_to_whatever_their_groups(
    stated: list[tuple[object, str, int]],
) -> None:
    under = framework(
        {
            f"x{at}": {"target": 100, "points": points, "group": group}
            for at, (_, group, points) in enumerate(stated)
        }
    )
    groups = [group for group in under.groups if group.id != "gone"]
    # One is listed twice, and one not at all, both of which a rule on frameworks tells of.
    under = under.model_copy(update={"groups": [*groups, *groups[:1]]})
    found = assess(scorecard({f"x{at}": value for at, (value, *_) in enumerate(stated)}), under)
    assert found.total == summed(found.measured)
    assert found.reported == summed(item for item in found.measured if item.absent is None)
    if found.total.most:
        assert found.coverage == found.reported.most / found.total.most
