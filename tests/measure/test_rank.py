"""Ranks as far as bounds decide them, against the definition counted out one by one."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest
from builders import interval
from hypothesis import given
from hypothesis import strategies as st

from scorecard.measure.rank import Rank, ranks
from scorecard.numbers.interval import Interval, above

RANKS = [
    # scores (a dash takes no part), ranks
    ("", ""),
    ("-", "-"),
    ("90", "1"),
    ("0", "1"),
    ("90 80 80 70", "1 2 2 4"),
    ("70 80 90 80", "4 2 1 2"),
    ("80 80 80", "1 1 1"),
    ("90 90 80", "1 1 3"),
    ("90 - 80 - 70", "1 - 2 - 3"),
    ("80 [70,90] 60", "1–2 1–2 3"),
    ("[70,90] [70,90]", "1–2 1–2"),
    ("[80,90] [70,80]", "1 1–2"),
    ("[80,90] [70,81]", "1–2 1–2"),
    ("[80,90] [70,80)", "1 2"),
    ("80 (80,90]", "2 1"),
    ("80 [80,90]", "1–2 1"),
    ("80 [70,80)", "1 2"),
    ("80 [70,80]", "1 1–2"),
    ("(80,90] [70,80] 75", "1 2–3 2–3"),
    ("80 80- 80+", "2 3 1"),
    ("80- 80- 70", "1 1 3"),
    ("80 ~80 70", "1 1 3"),
    ("- [0,100] 50", "- 1–2 1–2"),
]


@pytest.mark.parametrize(("scores", "expected"), RANKS)
def test_ranks(scores: str, expected: str) -> None:
    found = ranks([score(text) for text in scores.split()])
    assert [shown(rank) for rank in found] == expected.split()


def test_a_unit_whose_bounds_cover_four_others_stands_from_15_to_19() -> None:
    ahead = [interval(str(number)) for number in range(81, 95)]
    covered = [interval(str(number)) for number in range(71, 75)]
    behind = [interval(str(number)) for number in range(5)]
    found = places([*ahead, interval("[70, 75]"), *covered, *behind])
    assert found[14] == (15, 19)
    assert found[:14] == [(place, place) for place in range(14, 0, -1)]
    assert found[15:19] == [(18, 19), (17, 18), (16, 17), (15, 16)]
    assert found[19:] == [(place, place) for place in range(24, 19, -1)]


def places(scores: Sequence[Interval | None]) -> list[tuple[int, int] | None]:
    return [rank and (rank.best, rank.worst) for rank in ranks(scores)]


def score(text: str) -> Interval | None:
    return None if text == "-" else interval(text.replace(",", ", "))


def shown(rank: Rank | None) -> str:
    if rank is None:
        return "-"
    return str(rank.best) if rank.best == rank.worst else f"{rank.best}–{rank.worst}"


@st.composite
def scores_with_bounds(draw: st.DrawFn) -> Interval | None:
    """Scores on few numbers, so that many ends coincide."""
    low, high = sorted(draw(st.tuples(st.integers(0, 6), st.integers(0, 6))))
    kind = draw(st.sampled_from(["none", "exact", "off", "bounds"]))
    if kind == "none":
        return None
    if kind in ("exact", "off"):
        side = draw(st.sampled_from([-1, 1])) if kind == "off" else 0
        return Interval(Fraction(low), Fraction(low), side, side, approximate=kind == "off")
    sides = draw(st.tuples(st.sampled_from([0, 1]), st.sampled_from([0, -1])))
    return Interval(Fraction(low), Fraction(high + 1), *sides)


FIELDS = st.lists(scores_with_bounds(), max_size=12)


def counted_out(scores: list[Interval | None]) -> list[Rank | None]:
    """Every unit against every other, one by one."""
    found: list[Rank | None] = []
    count = sum(score is not None for score in scores)
    for place, own in enumerate(scores):
        if own is None:
            found.append(None)
            continue
        others = [other for at, other in enumerate(scores) if at != place and other is not None]
        surely = sum(above(other, own) is True for other in others)
        possibly = sum(above(other, own) is not False for other in others)
        found.append(Rank(1 + surely, 1 + possibly, count, own.approximate))
    return found


@given(FIELDS)
def test_ranks_agree_with_their_definition(scores: list[Interval | None]) -> None:
    assert ranks(scores) == counted_out(scores)


@given(FIELDS, st.randoms(use_true_random=False))
def test_the_order_of_units_changes_no_rank(scores: list[Interval | None], random: Random) -> None:
    order = list(range(len(scores)))
    random.shuffle(order)
    found = ranks(scores)
    assert ranks([scores[place] for place in order]) == [found[place] for place in order]


@given(FIELDS)
def test_who_takes_no_part_is_counted_in_nobody_s_rank(scores: list[Interval | None]) -> None:
    among_all = [rank for rank in ranks(scores) if rank is not None]
    assert ranks([own for own in scores if own is not None]) == among_all


@given(FIELDS, scores_with_bounds())
def test_another_unit_moves_nobody_forward_and_nobody_by_more_than_one(
    scores: list[Interval | None], other: Interval | None
) -> None:
    for before, after in zip(ranks(scores), ranks([*scores, other]), strict=False):
        if before is None or after is None:
            assert before is after
            continue
        assert after.best - before.best in (0, 1)
        assert after.worst - before.worst in (0, 1)


@given(st.lists(st.integers(0, 6), max_size=12))
def test_exact_scores_have_one_rank_that_equals_share(numbers: list[int]) -> None:
    found = places([interval(str(number)) for number in numbers])
    expected = [1 + sum(other > number for other in numbers) for number in numbers]
    assert found == [(place, place) for place in expected]
