"""How a figure stands before the day of its target: only what grows from nothing has a pace."""

import pytest
from builders import Table, figure, framework, indicator

from scorecard.measure.criteria import criterion
from scorecard.measure.mark import Mark
from scorecard.measure.measured import Measured, measured_by
from scorecard.numbers.period import parse

BY_THE_END: Table = {"value": 100, "basis": "stated", "period": "2025"}


def at_half_year(kind: str, value: int) -> Measured:
    of = indicator(kind=kind, target=BY_THE_END)
    return measured_by(criterion(of, framework({})), figure(value=value), parse("2025-H1"))


@pytest.mark.parametrize(
    ("kind", "value", "mark"),
    [
        ("flow", 60, "on pace"),
        ("flow", 40, "behind"),
        ("stock", 60, "pending"),
        ("stock", 40, "pending"),
        ("rate", 60, "pending"),
        ("rate", 40, "pending"),
    ],
)
def test_only_a_flow_is_judged_by_what_should_be_there_by_then(
    kind: str, value: int, mark: Mark
) -> None:
    found = at_half_year(kind, value)
    assert (found.outcome.mark, found.outcome.verdict) == (mark, None)
    assert (found.outcome.pace is None) is (kind != "flow")
