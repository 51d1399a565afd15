"""Ranks that the rounding of the figures leaves open, whatever numbers stand there."""

from decimal import Decimal

import pytest
from builders import framework, scorecard
from hypothesis import given
from hypothesis import strategies as st

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


SPANS = st.lists(
    st.tuples(st.integers(0, 90), st.integers(0, 6), st.integers(0, 1)), min_size=2, max_size=9
)
"""The low ends, widths and decimals of what is printed, as whole numbers of the last decimal."""


@given(SPANS)
def test_runs_are_those_of_values_with_half_of_the_finest_decimal_on_both_sides(
    spans: list[tuple[int, int, int]],
) -> None:
    printed = [
        (Decimal(low).scaleb(-places), Decimal(low + width).scaleb(-places))
        for low, width, places in spans
    ]
    under = framework({"x": {"target": 1000, "points": 5}})
    texts = [f"{low}..{high}" if low < high else f"{low}" for low, high in printed]
    cards = [scorecard({"x": text}, id=f"u{at}") for at, text in enumerate(texts)]
    units = [assess(card, under) for card in cards]
    found = within_rounding(Fields(units).field(units[0]))
    half = Decimal(1 if any(places for *_, places in spans) else 10) / 20
    # Whatever touches goes together, and so does what that touches.
    runs: list[list[int]] = []
    reached = Decimal(-1)
    for at, (low, high) in sorted(enumerate(printed), key=lambda each: each[1]):
        if low - half > reached:
            runs.append([])
        runs[-1].append(at)
        reached = max(reached, high + half)
    told = [
        sorted(f"u{at}" for at in run)
        for run in runs
        if max(printed[at][0] for at in run) > min(printed[at][1] for at in run)
    ]
    named = [sorted(each.assessment.card.unit.id for each in run) for run in found]
    assert sorted(named) == sorted(told)
