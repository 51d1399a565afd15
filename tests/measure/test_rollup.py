"""Children summed up into their parent: what adds, what recombines, and what does neither."""

from fractions import Fraction
from itertools import permutations

import pytest
from builders import Table, framework, interval, scorecard

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.parts import adds_up
from scorecard.measure.rollup import RolledUp, roll_up
from scorecard.measure.what_if import Supposition, suppose
from scorecard.model.framework import Framework
from scorecard.numbers.quantity import parse

ONE = framework({"x": {}})


def child(figures: Table, of: Framework = ONE, name: str = "a", **keys: object) -> Assessment:
    return assess(scorecard(figures, **{"id": name, "parent": "hue", **keys}), of)


def together(keys: Table, *values: object) -> RolledUp:
    """Return the sum of children with these values; None is a child that says nothing of it."""
    of = framework({"x": keys})
    given = [{} if value is None else {"x": value} for value in values]
    children = [child(each, of, f"child-{number}") for number, each in enumerate(given)]
    (parent,) = roll_up(children)
    (found,) = parent.sums
    return found


ABSENT = {"absent": "missing"}
NOT_APPLICABLE = {"absent": "not-applicable"}
LABELLED: Table = {"unit": "billion VND"}
PERCENT: Table = {"unit": "percent", "kind": "rate"}

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
