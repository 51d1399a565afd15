"""Children summed up into their parent: what adds, what recombines, and what does neither."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest
from builders import Table, framework, interval, scorecard, with_errors

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.parts import adds_up
from scorecard.measure.rollup import RolledUp, lacking, roll_up
from scorecard.measure.what_if import Supposition, suppose
from scorecard.model.framework import Framework
from scorecard.numbers.quantity import parse

ONE = framework({"x": {}})


def child(figures: Table, of: Framework = ONE, name: str = "a", **keys: object) -> Assessment:
    return with_errors(assess(scorecard(figures, **{"id": name, "parent": "hue", **keys}), of))


def together(keys: Table, *values: object, scoring: Table | None = None) -> RolledUp:
    """Return the sum of children with these values; None is a child that says nothing of it."""
    of = framework({"x": keys}, None, scoring)
    given = [{} if value is None else {"x": value} for value in values]
    children = [child(each, of, f"child-{number}") for number, each in enumerate(given)]
    (parent,) = roll_up(children)
    (found,) = parent.sums
    return found


ABSENT = {"absent": "missing"}
NOT_APPLICABLE = {"absent": "not-applicable"}
NOT_DUE = {"absent": "not-due"}
LABELLED: Table = {"unit": "billion VND"}
PERCENT: Table = {"unit": "percent", "kind": "rate"}

OWN_LOSS = {"value": 3, "target": -5}
OTHER_TIME = {"value": 3, "target": 5, "target_period": "2024"}

SUMS = [
    # indicator, values, sum, why there is none, how many of how many report it
    ({}, [2, 3.5], "5.5", None, (2, 2)),
    ({"kind": "flow"}, [2, 3], "5", None, (2, 2)),
    ({}, [0, 0], "0", None, (2, 2)),
    ({}, [-2, 3], "1", None, (2, 2)),
    ({}, [">2", 3], "(5, inf)", None, (2, 2)),
    ({}, ["2..4", "~3"], "~[5, 7]", None, (2, 2)),
    ({}, ["12/18", "3/5"], "15", None, (2, 2)),
    ({}, [2, NOT_APPLICABLE], "2", None, (1, 1)),
    # Where some are missing, counts and what has a floor of 0 are a lower bound.
    ({"unit": "count"}, [2, 3, None], "[5, inf)", None, (2, 3)),
    ({"unit": "count"}, [2, ">3", ABSENT], "(5, inf)", None, (2, 3)),
    ({"unit": "count"}, [2, "<3", ABSENT], "[2, inf)", None, (2, 3)),
    ({}, [2, "<3", ABSENT], None, "partial", (2, 3)),
    (LABELLED, [2, ABSENT], None, "partial", (1, 2)),
    ({**LABELLED, "limits": [-5, 5]}, [2, ABSENT], None, "partial", (1, 2)),
    ({**LABELLED, "limits": [0, 50]}, [2, ABSENT], "[2, inf)", None, (1, 2)),
    ({}, [None, ABSENT], None, "none", (0, 2)),
    ({}, [NOT_APPLICABLE], None, "none", (0, 0)),
    # What is not due yet is not missing.
    ({}, [2, NOT_DUE], "2", None, (1, 1)),
    (PERCENT, ["1/2", NOT_DUE], "50", None, (1, 1)),
    ({}, [NOT_DUE, NOT_DUE], None, "not-due", (0, 0)),
    ({}, [NOT_DUE, ABSENT], None, "none", (0, 1)),
    # What is counted up over time is not below 0, unless a limit, a target or a value says so.
    ({"kind": "flow"}, [2, 3, None], "[5, inf)", None, (2, 3)),
    ({"kind": "flow"}, [2, ">~3", None], "~(5, inf)", None, (2, 3)),
    ({"kind": "flow"}, ["<~2", "<~3", None], "~[5, inf)", None, (2, 3)),
    ({"kind": "flow"}, [2, "<3", None], None, "partial", (2, 3)),
    ({"kind": "flow"}, [2, -3, None], None, "partial", (2, 3)),
    ({"kind": "flow", "limits": [-5, 5]}, [2, 3, None], None, "partial", (2, 3)),
    ({"kind": "flow", "target": -4}, [2, 3, None], None, "partial", (2, 3)),
    ({"kind": "flow", "target": "own"}, [2, OWN_LOSS, None], None, "partial", (2, 3)),
    ({"kind": "flow", "target": "own"}, [2, {**ABSENT, "target": -5}], None, "partial", (1, 2)),
    ({"kind": "flow", "target": "own"}, [2, {**OTHER_TIME, "value": -3}], None, "partial", (1, 2)),
    ({"kind": "flow", "target": "own"}, [2, {**OTHER_TIME, "target": -5}], None, "partial", (1, 2)),
    # A figure that is wrong, or is held against another time, is none.
    ({"limits": [0, 9]}, [2, 3, 10], "[5, inf)", None, (2, 3)),
    ({"kind": "flow", "target": "own"}, [2, OTHER_TIME], "[2, inf)", None, (1, 2)),
    # A side is kept by a number that every approximate part is on that side of.
    ({}, ["<~2", "<~3"], "~5-", None, (2, 2)),
    ({}, ["<~2", 3], "~5-", None, (2, 2)),
    ({}, ["<~2", "~3"], "~5", None, (2, 2)),
    ({}, ["<~2", "3..4"], "~[5, 6]", None, (2, 2)),
    # Answers are no numbers.
    ({"unit": "yes-no", "method": "yes-no"}, [True, False], None, "yes-no", (2, 2)),
    # Rates are taken together from their numbers, and from nothing else.
    (PERCENT, ["1/2", "3/10"], "100/3", None, (2, 2)),
    (PERCENT, ["1/2", NOT_APPLICABLE], "50", None, (1, 1)),
    (PERCENT, ["1/2", 30], None, "rate", (2, 2)),
    (PERCENT, [50, 30], None, "rate", (2, 2)),
    (PERCENT, ["1/2", ABSENT], None, "partial", (1, 2)),
    (PERCENT, [50, ABSENT], None, "rate", (1, 2)),
    ({"kind": "rate"}, [50, 30], None, "rate", (2, 2)),
    ({"kind": "rate"}, ["1/2", "3/10"], None, "rate", (2, 2)),
    # A percentage is not added either, whatever kind it is of.
    ({"unit": "percent"}, [50, 30], None, "rate", (2, 2)),
    ({"unit": "percent"}, ["1/2", "3/10"], "100/3", None, (2, 2)),
]


@pytest.mark.parametrize(("keys", "values", "expected", "reason", "counts"), SUMS)
def test_what_children_come_to(
    keys: Table,
    values: list[object],
    expected: str | None,
    reason: str | None,
    counts: tuple[int, int],
) -> None:
    found = together(keys, *values)
    assert found.value == (None if expected is None else interval(expected))
    assert (found.reason, (found.given, found.children)) == (reason, counts)


def test_nothing_of_nothing_that_earns_all_points_adds_nothing() -> None:
    found = together(PERCENT, "1/2", "0/0", scoring={"zero_of_zero": "full"})
    assert (found.value, found.given, found.children) == (interval("50"), 1, 1)
    found = together(PERCENT, "0/0", scoring={"zero_of_zero": "full"})
    assert (found.value, found.reason) == (None, "none")


SHARES = [
    # indicator, values, all of all
    (PERCENT, ["12/18", "3/7"], (15, 25)),
    (PERCENT, ["12/18", 3], None),
    (PERCENT, ["12/18", None], None),
    ({}, ["12/18", "3/7"], (15, 25)),
    ({}, ["12/18", 3], None),
    ({"unit": "count"}, ["12/18", None], None),
    ({"kind": "rate"}, ["12/18", "3/7"], None),
    ({}, [2, 3], None),
    ({}, [None], None),
]


@pytest.mark.parametrize(("keys", "values", "expected"), SHARES)
def test_what_shares_are_of_is_kept(
    keys: Table, values: list[object], expected: tuple[int, int] | None
) -> None:
    found = together(keys, *values).share
    assert (found and tuple(map(int, found))) == expected


def own(value: object, target: object, **keys: object) -> Table:
    return {"value": value, "target": target, **keys}


FLOW: Table = {"kind": "flow", "target": "own"}
LOWER: Table = {**FLOW, "direction": "lower"}
STARTED: Table = {"method": "baseline", "target": "own"}

PLANS = [
    # indicator, values, the sum, the targets, their completion, of how many children
    (FLOW, [own(50, 100), own(100, 120)], "150", ("220", "15/22", 2)),
    (FLOW, [own(50, 100), 100], "150", ("100", "1/2", 1)),
    (FLOW, [own(50, 100), {"absent": "missing", "target": 100}], "[50, inf)", ("100", "1/2", 1)),
    (FLOW, [own(50, 100), {"absent": "not-due", "target": 100}], "50", ("100", "1/2", 1)),
    (FLOW, [own(">50", "~100"), own(100, 100)], "(150, inf)", ("~200", "~(3/4, inf)", 2)),
    (FLOW, [own(50, ">100"), own(100, "90..120")], "150", ("190", "15/19", 2)),
    ({**FLOW, "target": 100}, [50, 30], "80", ("200", "2/5", 2)),
    (LOWER, [own(50, 100), own(100, 50)], "150", ("150", "1", 2)),
    ({**FLOW, "direction": "none"}, [own(50, 100)], "50", ("100", None, 1)),
    ({}, ["12/18", "3/7"], "15", ("25", "3/5", 2)),
    (STARTED, [own(5, 10, baseline=0), own(6, 10, baseline=2)], "11", ("20", "1/2", 2)),
    (STARTED, [own(5, 10, baseline=0), own(6, 10)], "11", ("20", None, 2)),
    # A target for the year and one for the half-year do not add up, nor do a target and a scale.
    (FLOW, [own(50, 100, target_period="2025/2026"), own(100, 120)], "150", None),
    ({"target": "own"}, [own(50, 100), "12/18"], "62", None),
    (FLOW, [2, 3], "5", None),
    (FLOW, [None], None, None),
    ({**PERCENT, "target": 50}, ["1/2", "1/4"], "100/3", None),
    ({"method": "within", "direction": "within", "target": "5..9"}, [2, 3], "5", None),
    ({"method": "steps", "steps": [[5, 1]]}, [2, 3], "5", None),
]


@pytest.mark.parametrize(("keys", "values", "sum_", "expected"), PLANS)
def test_what_the_targets_of_children_come_to(
    keys: Table,
    values: list[object],
    sum_: str | None,
    expected: tuple[str, str | None, int] | None,
) -> None:
    found = together(keys, *values)
    assert found.value == (sum_ and interval(sum_))
    plan = expected and tuple(
        interval(each) if isinstance(each, str) else each for each in expected
    )
    assert (found.plan and found.plan[:3]) == plan


def test_the_period_of_targets_is_kept() -> None:
    found = together(FLOW, own(50, 100, target_period="2025/2026"))
    assert found.plan is not None
    assert found.plan.until is not None
    assert found.plan.until.text == "2025/2026"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"kind": "flow"}, True),
        ({"kind": "stock"}, True),
        ({"kind": "rate"}, False),
        ({"kind": "stock", "unit": "percent"}, False),
        ({"kind": "flow", "unit": "billion VND"}, True),
    ],
)
def test_what_adds_up(keys: Table, *, expected: bool) -> None:
    assert adds_up(framework({"x": keys}).indicators[0]) is expected


FAMILY = [
    child({"x": 1}, name="b"),
    child({"x": 2}, name="a"),
    child({"x": 4}, name="c", parent="da-nang"),
    child({"x": 8}, name="a", period="2024"),
    child({"x": 16}, name="d", parent=None),
    child({"x": 32}, name="hue", parent="viet-nam"),
    child({"x": 64}, name="b", period="XXXX-H1"),
    child({"x": 128}, name="da-nang", period="2024", parent=None),
]

EXPECTED = [
    # parent, period, children, its own figure, their sum
    ("da-nang", "2025", ["c"], None, 4),
    ("hue", "XXXX-H1", ["b"], None, 64),
    ("hue", "2024", ["a"], None, 8),
    ("hue", "2025", ["a", "b"], 32, 3),
    ("viet-nam", "2025", ["hue"], None, 32),
]


def own_value(own: Assessment | None) -> Fraction | None:
    value = own.measured[0].value if own else None
    return value.low if value else None


def test_children_are_summed_by_parent_and_period_in_any_order() -> None:
    for order in (FAMILY, FAMILY[::-1], FAMILY[3:] + FAMILY[:3]):
        found = [
            (
                parent.id,
                parent.period.text,
                [each.scorecard.unit.id for each in parent.children],
                own_value(parent.own),
                parent.sums[0].value,
            )
            for parent in roll_up(order)
        ]
        assert found == [(*row[:4], interval(str(row[4]))) for row in EXPECTED]


def test_the_order_of_children_changes_nothing() -> None:
    children = [child({"x": value}, name=name) for name, value in {"a": 1, "b": ">2"}.items()]
    children.append(child({"x": "~3"}, name="c"))
    found = [roll_up(order) for order in permutations(children)]
    assert all(each[0].sums == found[0][0].sums for each in found)
    assert {tuple(map(id, each[0].children)) for each in found} == {tuple(map(id, children))}


def test_levels_and_tracks_are_summed_up_apart_and_no_unit_twice() -> None:
    checked = child({"x": 8}, name="b", level="district")
    checked = replace(checked, card=checked.scorecard.model_copy(update={"track": "appraised"}))
    found = roll_up(
        [
            child({"x": 1}, name="b", level="commune"),
            child({"x": 2}, name="a", level="district"),
            child({"x": 4}, name="a", level="district"),
            checked,
        ]
    )
    assert [(each.level, each.track, each.sums[0].value) for each in found] == [
        ("district", None, interval("2")),
        ("commune", None, interval("1")),
        ("district", "appraised", interval("8")),
    ]


def test_nobody_has_a_parent() -> None:
    assert roll_up([child({"x": 1}, parent=None)]) == []
    assert roll_up([]) == []


def test_a_period_that_is_spelled_otherwise_is_the_same() -> None:
    found = roll_up(
        [child({"x": 1}, period="2025-H1"), child({"x": 2}, name="b", period="2025-01/2025-06")]
    )
    assert [parent.sums[0].value for parent in found] == [interval("3")]


@pytest.mark.parametrize(
    ("unit", "expected"), [("a", True), ("b", True), (None, True), ("c", False)]
)
def test_a_sum_with_a_supposed_value_is_supposed(unit: str | None, *, expected: bool) -> None:
    children = [child({"x": 1}), child({"x": 2}, name="b")]
    supposing = [Supposition(unit, "x", parse("10"))]
    ((found,),) = (each.sums for each in roll_up([suppose(each, supposing) for each in children]))
    assert found.supposed is expected
    assert roll_up(children)[0].sums[0].supposed is False


@pytest.mark.parametrize(
    ("indicator", "values", "expected", "reason", "counts"),
    [
        ({"unit": "count"}, [2, 3], "[5, inf)", None, (2, 4)),
        ({"unit": "count"}, [2, None], "[2, inf)", None, (1, 4)),
        ({"kind": "flow"}, [2, "~3"], "~[5, inf)", None, (2, 4)),
        ({}, [2, 3], None, "partial", (2, 4)),
        ({"kind": "flow", "target": -4}, [2, 3], None, "partial", (2, 4)),
        (PERCENT, ["1/2", "3/4"], None, "partial", (2, 4)),
        (PERCENT, [50, 75], None, "rate", (2, 4)),
        ({}, [None, ABSENT], None, "none", (0, 4)),
        ({"unit": "count"}, [NOT_APPLICABLE], None, "none", (0, 2)),
        ({"unit": "count"}, [2, NOT_DUE], "[2, inf)", None, (1, 3)),
        # What is due of nobody yet, or not for this level, is not due of who is not here.
        ({"unit": "count"}, [NOT_DUE, NOT_DUE], None, "not-due", (0, 0)),
        ({"unit": "count", "levels": ["district"]}, [2, 3], None, "none", (0, 0)),
        ({"unit": "count", "levels": ["province"]}, [2, 3], "[5, inf)", None, (2, 4)),
    ],
)
def test_who_has_no_scorecard_is_missing(
    indicator: Table,
    values: list[object],
    expected: str | None,
    reason: str | None,
    counts: tuple[int, int],
) -> None:
    of = framework({"x": indicator})
    given = [{} if value is None else {"x": value} for value in values]
    (parent,) = roll_up([child(each, of, f"child-{at}") for at, each in enumerate(given)])
    found = lacking(parent, ["p", "q"])
    (summed,) = found.sums
    assert summed.value == (None if expected is None else interval(expected))
    assert (summed.reason, (summed.given, summed.children)) == (reason, counts)
    assert (summed.share, found.absent) == (None, ("p", "q"))
    assert lacking(parent, []) == parent
