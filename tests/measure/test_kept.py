"""What is kept of scorecards, where there are very many, says what they say."""

from builders import framework, scorecard

from scorecard.measure.assessment import PACKED, SUMMED, Assessment, assess
from scorecard.measure.kept import Kept, kept, opened
from scorecard.toml.document import Document

UNDER = framework({"x": {"target": {"value": 100}}, "y": {}})


def test_a_scorecard_that_is_put_away_says_the_same_when_it_is_opened() -> None:
    card = scorecard({"x": {"value": ">98"}})
    away = kept(card)
    assert isinstance(away, Kept)
    assert (away.unit, away.period, away.track) == (card.unit, card.period, card.track)
    assert opened(away) == opened(card) == card
    assert kept(away) is away


def test_what_another_process_has_summed_up_is_taken_over_as_it_is() -> None:
    whole = assess(scorecard({"x": {"value": 50}}), UNDER)
    away = Assessment(kept(whole.scorecard), UNDER)
    before = away.summed
    away.remember(whole.lean().sum_up())
    assert (before, away.summed) == (False, True)
    assert {"scorecard", "measured"}.isdisjoint(vars(away))
    for name in (*SUMMED, *PACKED):
        assert getattr(away, name) == getattr(whole, name)
    # A look at its figures leaves nothing behind.
    assert away.lean().measured == whole.measured
    assert {"scorecard", "measured"}.isdisjoint(vars(away))


def test_a_look_at_the_lines_of_figures_leaves_nothing_of_the_file_behind() -> None:
    origin = Document("a.toml", "[figures]\nx = 1\n")
    looked_at = Assessment(scorecard({"x": 1}), UNDER, origin=origin).lean().origin
    assert looked_at is not None
    assert (looked_at.name, looked_at.line_of("figures", "x")) == ("a.toml", 2)
    assert set(vars(origin)) == {"name", "kept"}
