"""What has changed since the unit's own previous period."""

from itertools import permutations

import pytest
from builders import framework, interval, scorecard

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.change import change, previous

OF = framework({"x": {"target": 100}, "done": {"method": "yes-no", "unit": "yes-no"}})


def card(period: str, value: object = 50, name: str = "hue") -> Assessment:
    return assess(scorecard({"x": value, "done": True}, period=period, id=name), OF)


PREVIOUS = [
    # the period, other periods, the previous one
    ("2025", ["2024"], "2024"),
    ("2025", ["2022", "2024", "2023"], "2024"),
    ("2025", ["2022", "2026"], "2022"),
    ("2025-H2", ["2025-H1", "2024-H2"], "2025-H1"),
    ("2025-H1", ["2024-07/2024-12"], "2024-07/2024-12"),
    ("2025", ["2025"], None),
    ("2025", ["2026"], None),
    ("2025", ["2024-H1", "2023/2024"], None),
    ("2023/2024", ["2022/2023"], None),
    ("2025-H1", ["XXXX-H1"], None),
    ("XXXX-H1", ["2024-H1"], None),
    ("2025", [], None),
]


@pytest.mark.parametrize(("period", "others", "expected"), PREVIOUS)
def test_the_previous_period_is_the_latest_earlier_one_of_equal_length(
    period: str, others: list[str], expected: str | None
) -> None:
    for order in permutations(others):
        found = previous(card(period), [card(other) for other in order])
        assert (found and found.scorecard.period.text) == expected


def test_another_unit_or_framework_is_no_previous_period() -> None:
    other = assess(scorecard({"x": 50}, period="2024"), framework({"x": {"target": 90}}))
    assert previous(card("2025"), [card("2024", name="ha-noi"), other]) is None


CHANGES = [
    # then, now, the difference
    (50, 60, "10"),
    (60, 50, "-10"),
    (50, 50, "0"),
    (98, ">98", "(0, inf)"),
    (">98", 98, "(-inf, 0)"),
    (">97", ">98", "(-inf, inf)"),
    ("~50", 60, "~10"),
    ("40..50", "50..60", "[0, 20]"),
    ({"absent": "missing"}, 50, None),
    (50, {"absent": "not-due"}, None),
]


@pytest.mark.parametrize(("then", "now", "expected"), CHANGES)
def test_the_change_is_as_sure_as_both_values(
    then: object, now: object, expected: str | None
) -> None:
    earlier = card("2024", then)
    found = change(card("2025", now).measured[0], earlier)
    assert (found and found.difference) == (None if expected is None else interval(expected))
    assert found is None or found.since == earlier.scorecard.period


def test_without_a_previous_period_or_a_number_there_is_no_change() -> None:
    number, answer = card("2025").measured
    assert change(number, None) is None
    assert change(answer, card("2024")) is None
