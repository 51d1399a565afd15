"""The text of a source by paragraphs, and the sentence around a number."""

import pytest

from scorecard.numbers.quantity import parse
from scorecard.text.source import LONGEST_SENTENCE, SourceText, Where


def where(text: str, spelling: str = "98", paragraph: int | None = None) -> Where:
    found = SourceText(text).find(parse(spelling), paragraph)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n \r\n", []),
        ("one\ntwo\r\nthree\n", ["one", "two", "three"]),
        ("one\ntwo\n \t\nthree\n\n\n\nfour", ["one two", "three", "four"]),
        ("one\r\n\r\ntwo", ["one", "two"]),
        ("9\u200f8\u00ad %", ["98 %"]),
        ("de\u0302", ["dê"]),
    ],
)
def test_blank_lines_part_paragraphs_else_the_ends_of_lines(
    text: str, paragraphs: list[str]
) -> None:
    assert [each.text for each in SourceText(text).paragraphs] == paragraphs


@pytest.mark.parametrize(
    ("place", "number"),
    [("p3", 3), ("p 12", 12), ("p0", 0), (None, None), ("table 2", None), ("p3-4", None)],
)
def test_a_place_may_name_a_paragraph(place: str | None, number: int | None) -> None:
    assert SourceText("").numbered(place) == number


def test_its_own_words_go_before_others() -> None:
    found = where("about 98\n\n98")
    assert (found.paragraph, found.printed, found.spot.same) == (2, "98", True)
    found = where("about 98\n\nnearly 98")
    assert (found.paragraph, found.printed, found.spot.same) == (1, "about 98", False)
    assert where("about 98\n\n98", paragraph=1).printed == "about 98"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It was 98.", "It was 98."),
        ("One. It was 98,5 % and 98! Two.", "It was 98,5 % and 98!"),
        ("One; 98", "98"),
        ("أولا. بلغ 98؟ ثانيا.", "بلغ 98؟"),
    ],
)
def test_the_sentence_around_a_number(text: str, sentence: str) -> None:
    assert where(text).sentence == sentence


def test_a_long_sentence_is_cut_on_both_sides() -> None:
    words = "word " * 100
    assert where(f"{words}98").sentence == f"…{words[-LONGEST_SENTENCE + 2 :]}98".replace("… ", "…")
    assert where(f"98 {words}").sentence == f"98 {words}"[:LONGEST_SENTENCE].rstrip() + "…"
    middle = where(f"{words}98 {words}").sentence
    assert (middle[0], middle[-1], middle.count(" 98 ")) == ("…", "…", 1)
    assert len(middle) <= LONGEST_SENTENCE + 2
