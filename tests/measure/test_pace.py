"""A part of a period against a target for the whole of it."""

from fractions import Fraction
from itertools import permutations

import pytest
from builders import Table, framework, interval, scorecard

from scorecard.measure.assessment import assess
from scorecard.measure.outcome import Measured

FOR_2025: Table = {"value": 100, "period": "2025"}

PACES = [
    # kind, target, the figure's period, value, completion, share of the time, pace
    ("flow", FOR_2025, "2025-H1", 43, "43/100", "1/2", "43/50"),
    ("flow", FOR_2025, "2025-H1", 50, "1/2", "1/2", "1"),
    ("flow", FOR_2025, "2025-Q2", 50, "1/2", "1/4", "2"),
    ("flow", FOR_2025, "2025-06", ">5", "(1/20, inf)", "1/12", "(3/5, inf)"),
    ("flow", FOR_2025, "XXXX-H1", 43, "43/100", "1/2", "43/50"),
    ("flow", {"value": 100, "period": "2021/2025"}, "2025", 10, "1/10", "1/5", "1/2"),
    ("flow", FOR_2025, "2025-H1", 0, "0", "1/2", "0"),
    ("flow", FOR_2025, "2025", 43, "43/100", None, None),
    ("flow", FOR_2025, "2024-H1", 43, "43/100", None, None),
    ("flow", FOR_2025, "2021/2025", 43, "43/100", None, None),
    ("flow", 100, "2025-H1", 43, "43/100", None, None),
    ("stock", FOR_2025, "2025-H1", 43, "43/100", None, None),
    ("rate", FOR_2025, "2025-H1", 43, "43/100", None, None),
    ("flow", {"value": 0, "period": "2025"}, "2025-H1", 43, None, "1/2", None),
    ("flow", "none", "2025-H1", 43, None, None, None),
]


@pytest.mark.parametrize(
    ("kind", "target", "period", "value", "completion", "share", "pace"), PACES
)
def test_pace(
    kind: str,
    target: object,
    period: str,
    value: object,
    completion: str | None,
    share: str | None,
    pace: str | None,
) -> None:
    outcome = only(kind, target, period, value).outcome
    assert outcome.completion == (None if completion is None else interval(completion))
    assert outcome.share == (None if share is None else Fraction(share))
    assert outcome.pace == (None if pace is None else interval(pace))


@pytest.mark.parametrize("kinds", list(permutations(("flow", "stock", "rate"))))
def test_indicators_alike_but_for_their_kind_are_each_judged_by_their_own(
    kinds: tuple[str, ...],
) -> None:
    of = framework({kind: {"kind": kind, "target": FOR_2025} for kind in kinds})
    found = assess(scorecard(dict.fromkeys(kinds, 43), period="2025-H1"), of).measured
    paces = {item.indicator.id: item.outcome.pace for item in found}
    assert paces == {"flow": interval("43/50"), "stock": None, "rate": None}


def test_what_has_no_value_has_no_pace() -> None:
    outcome = only("flow", FOR_2025, "2025-H1", {"absent": "missing"}).outcome
    assert (outcome.completion, outcome.verdict, outcome.share) == (None, None, None)
    assert outcome.pace is None


@pytest.mark.parametrize(("value", "expected"), [(44, False), (45, True), (60, True), (100, False)])
def test_by_its_pace_a_flow_is_near_though_verdict_and_points_stay(
    value: int, expected: bool
) -> None:
    found = only("flow", FOR_2025, "2025-H1", value)
    assert found.near is expected
    assert found.verdict == ("met" if value == 100 else "not met")
    assert found.points == interval(f"{value}/100")


def only(kind: str, target: object, period: str, value: object) -> Measured:
    of = framework({"x": {"kind": kind, "target": target}})
    (found,) = assess(scorecard({"x": value}, period=period), of).measured
    return found
