"""Ranks that the rounding of the figures leaves open, whatever numbers stand there."""

import pytest
from builders import framework, scorecard

from scorecard.measure.assessment import assess
from scorecard.measure.field import Fields
from scorecard.measure.rounding import within_rounding

UNDER = framework({"x": {"method": "baseline", "baseline": -10, "target": 10}})


@pytest.mark.parametrize(
    ("one", "other", "open_"),
    [
        ("-2..-1", 0, True),
        ("-1..0", 1, True),
        ("-5..0", 1, True),
        ("-5..0", 2, False),
        (0, 1, True),
        (0, 2, False),
        ("0.0", "0.3", False),
    ],
)
def test_a_number_may_be_off_by_half_of_its_last_decimal(
    one: object, other: object, *, open_: bool
) -> None:
    units = [
        assess(scorecard({"x": value}, id=name), UNDER)
        for name, value in (("a", one), ("b", other))
    ]
    field = Fields(units).field(units[0])
    runs = [[each.assessment.scorecard.unit.id for each in run] for run in within_rounding(field)]
    assert runs == ([["b", "a"]] if open_ else [])
