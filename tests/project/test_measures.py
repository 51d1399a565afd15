"""Indicators and groups by their names: what a word means, and what is left open."""

import pytest
from builders import framework

from scorecard.project.errors import CannotRunError
from scorecard.project.measures import indicators_meant, measure_meant, measure_suggested

OF = framework(
    {
        "roads": {"name": {"vi": "Đường giao thông", "en": "Roads"}, "short": {"vi": "Đường"}},
        "sugar": {"name": "Duông"},
        "votes": {"name": "Votes cast"},
        "votes_again": {"name": "votes  cast"},
    }
)
OTHER = framework({"streets": {"name": "ROADS"}, "votes": {"name": "Votes"}})


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("roads", "roads"),
        ("Roads", "roads"),
        ("đường giao thông", "roads"),
        ("duong giao thong", "roads"),
        ("Đường", "roads"),
        ("duông", "sugar"),
        ("votes", "votes"),
        ("votes-again", "votes_again"),
        ("all", "all"),
        ("Đướng", None),
    ],
)
def test_an_indicator_is_found_by_its_name(word: str, id_: str | None) -> None:
    assert measure_meant(word, [*OF.groups, *OF.indicators]) == id_


@pytest.mark.parametrize(
    ("word", "ids"), [("duong", "roads, sugar"), ("Votes cast", "votes, votes_again")]
)
def test_of_several_none_is_guessed(word: str, ids: str) -> None:
    with pytest.raises(CannotRunError) as error:
        measure_meant(word, OF.indicators)
    assert str(error.value) == f'"{word}" may be each of {ids}: give one of these ids'


def test_a_name_stands_for_an_indicator_in_each_framework() -> None:
    assert indicators_meant("Roads", [OF, OTHER, OF]) == {"roads", "streets"}
    assert indicators_meant("roads", [OF, OTHER]) == {"roads"}
    assert indicators_meant("nothing", [OF, OTHER]) == set()


def test_the_nearest_name_is_suggested() -> None:
    assert measure_suggested("Rods", OF.indicators) == 'did you mean "roads"?'
    assert measure_suggested("Đường giao thôn", OF.indicators) == 'did you mean "Đường giao thông"?'
