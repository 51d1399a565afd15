"""How much ranks hang on the weights: draws that anyone can repeat."""

import random
import sys
from collections.abc import Sequence
from fractions import Fraction

import pytest
from builders import Table, framework, scorecard, side_by_side

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.comparison import with_stability
from scorecard.measure.field import Fields
from scorecard.measure.sensitivity import DRAWS, SEED, Stability, sensitivity

TWO = framework({"a": {"target": 10}, "b": {"target": 10}}, scoring={"coverage": 0})


def units(*figures: Table) -> list[Assessment]:
    return [
        assess(scorecard(each, id=f"unit-{number}"), TWO)
        for number, each in enumerate(figures, start=1)
    ]


def drawn() -> list[tuple[float, float]]:
    """Return the weights of both indicators in each draw."""
    draw = random.Random(SEED)  # noqa: S311 - the draw of the program, repeated
    return [(draw.uniform(0.75, 1.25), draw.uniform(0.75, 1.25)) for _ in range(DRAWS)]


def firm(rank: int) -> Stability:
    return Stability(Fraction(1), rank, rank)


def test_the_share_of_two_units_is_that_of_the_draws_counted_by_hand() -> None:
    # The first has 10 and 0, the second 0 and 9: it leads where a weighs more than 0.9 of b.
    found = sensitivity(units({"a": 10, "b": 0}, {"a": 0, "b": 9}))
    leads = sum(a > b * 0.9 for a, b in drawn())
    assert leads == 656
    assert found == [Stability(Fraction(leads, DRAWS), 1, 2)] * 2


def test_draws_are_the_same_each_time() -> None:
    cards = units({"a": 10, "b": 0}, {"a": 0, "b": 9}, {"a": 5, "b": 5})
    assert sensitivity(cards) == sensitivity(cards)


def test_the_order_of_units_changes_no_unit_s_share() -> None:
    cards = units({"a": 10, "b": 0}, {"a": 0, "b": 9}, {"a": 5, "b": 5})
    assert sensitivity(cards[::-1]) == sensitivity(cards)[::-1]


def test_who_is_worse_in_everything_is_last_whatever_the_weights() -> None:
    found = sensitivity(units({"a": 9, "b": 4}, {"a": 1, "b": 2}, {"a": 4, "b": 9}))
    assert found[1] == firm(3)
    assert found[0].worst == found[2].worst == 2


def test_who_is_better_in_everything_is_first_whatever_the_weights() -> None:
    found = sensitivity(units({"a": 9, "b": 9}, {"a": 1, "b": 2}))
    assert found == [firm(1), firm(2)]


def test_units_that_are_alike_share_their_rank_in_every_draw() -> None:
    assert sensitivity(units({"a": 3, "b": 7}, {"a": 3, "b": 7})) == [firm(1), firm(1)]
    assert sensitivity(units({"a": 3, "b": 7})) == [firm(1)]


def test_a_tie_of_unlike_units_is_broken_by_every_draw() -> None:
    # By the weights as they are both are first; each stays first where it leads.
    found = sensitivity(units({"a": 10, "b": 0}, {"a": 0, "b": 10}))
    leads = sum(a > b for a, b in drawn())
    assert leads == 492
    shares = [Fraction(leads, DRAWS), Fraction(DRAWS - leads, DRAWS)]
    assert found == [Stability(share, 1, 2) for share in shares]


def test_a_rank_that_the_bounds_leave_open_stays_open() -> None:
    found = sensitivity(units({"a": "4..6", "b": "4..6"}, {"a": 5, "b": 5}, {"a": 1, "b": 1}))
    assert found == [Stability(Fraction(1), 1, 2), Stability(Fraction(1), 1, 2), firm(3)]


def test_bounds_beside_one_another_are_told_apart() -> None:
    found = sensitivity(units({"a": "6..8", "b": "6..8"}, {"a": "1..3", "b": "1..3"}))
    assert found == [firm(1), firm(2)]


def test_what_does_not_apply_weighs_nothing() -> None:
    applying = {"a": 6, "b": {"absent": "not-applicable"}}
    found = sensitivity(units(applying, {"a": 6, "b": 6}, {"a": 5, "b": 5}))
    assert found == [firm(1), firm(1), firm(3)]


def test_what_is_missing_may_be_anything() -> None:
    found = sensitivity(units({"a": 10}, {"a": 6, "b": 6}))
    # From 50 to 100 % against 60: open, but where a weighs more than 0.6 of both.
    surely = sum(a > (a + b) * 0.6 for a, b in drawn())
    assert surely == 12
    assert found == [Stability(Fraction(DRAWS - surely, DRAWS), 1, 2)] * 2


def test_the_span_leaves_out_a_twentieth_at_either_side() -> None:
    # Where a weighs at most 0.64 of b, the second leads: in fewer than 50 of 1,000 draws.
    found = sensitivity(units({"a": 10, "b": 0}, {"a": 0, "b": 6.4}))
    overtaken = sum(a < b * 0.64 for a, b in drawn())
    assert 0 < overtaken < 50
    share = Fraction(DRAWS - overtaken, DRAWS)
    assert found == [Stability(share, 1, 1), Stability(share, 2, 2)]


def stabilities(units: Sequence[Assessment]) -> list[tuple[str, Stability | None]]:
    found = with_stability(side_by_side(units), Fields(units))
    return [(each.assessment.scorecard.unit.id, each.stability) for each in found.standings]


def test_who_is_not_ranked_takes_no_part() -> None:
    cards = units({"a": 9, "b": 9}, {"a": 1, "b": 1})
    apart = assess(scorecard({"a": 10, "b": 10}, id="apart", eligible=False), TWO)
    found = stabilities([apart, *cards])
    assert found == [("unit-1", firm(1)), ("unit-2", firm(2)), ("apart", None)]


def test_where_nobody_is_ranked_there_is_nothing_to_draw() -> None:
    apart = assess(scorecard({"a": 10, "b": 10}, id="apart", eligible=False), TWO)
    assert stabilities([apart]) == [("apart", None)]


def test_without_numpy_it_is_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    found = units({"a": 9, "b": 9}, {"a": 1, "b": 1})
    with pytest.raises(ModuleNotFoundError):
        with_stability(side_by_side(found), Fields(found))
