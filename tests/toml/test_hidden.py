"""What hides in a text: which characters, where, and how many."""

import pytest

from scorecard.toml.hidden import MOST, hidden_characters

SAID = "here stands {}, which cannot be seen and can mislead"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a = 'Bằng' # كاو\t\r\n",
        "高平 カオバン 까오방 ｶﾞ 👩 ❤\ufe0f ☎\ufe0e",
        "Ba\u0306\u0300ng a\u00a0b",
        "\ue000",
        "می\u200cخواهم کتاب\u200cها",
        "क्\u200dष ක්\u200dෂ",
        "👩🏽\u200d💻 👩\u200d❤\ufe0f\u200d👨 🏳\ufe0f\u200d🌈",
    ],
)
def test_what_can_be_seen_passes(text: str) -> None:
    assert list(hidden_characters(text)) == []


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("a\0", "a control character (U+0000)", (1, 2)),
        ("\x7f", "a control character (U+007F)", (0, 1)),
        ("# \u202ea", "RIGHT-TO-LEFT OVERRIDE (U+202E)", (2, 3)),
        ("é\u200b", "ZERO WIDTH SPACE (U+200B)", (1, 2)),
        ("a\u200cb", "ZERO WIDTH NON-JOINER (U+200C)", (1, 2)),
        ("ك\u200c", "ZERO WIDTH NON-JOINER (U+200C)", (1, 2)),
        ("ك\u200c٣", "ZERO WIDTH NON-JOINER (U+200C)", (1, 2)),
        ("👩\u200dا", "ZERO WIDTH JOINER (U+200D)", (1, 2)),
        ("👩\u200c💻", "ZERO WIDTH NON-JOINER (U+200C)", (1, 2)),
        ("ك\u200c\u200cا", "a row of 2 characters from ZERO WIDTH NON-JOINER (U+200C)", (1, 3)),
        ("\ufeff", "ZERO WIDTH NO-BREAK SPACE (U+FEFF)", (0, 1)),
        ("a\u00adb", "SOFT HYPHEN (U+00AD)", (1, 2)),
        ("a\u034fb", "COMBINING GRAPHEME JOINER (U+034F)", (1, 2)),
        ("\u115f", "HANGUL CHOSEONG FILLER (U+115F)", (0, 1)),
        ("\u1160", "HANGUL JUNGSEONG FILLER (U+1160)", (0, 1)),
        ("\u3164", "HANGUL FILLER (U+3164)", (0, 1)),
        ("\uffa0", "HALFWIDTH HANGUL FILLER (U+FFA0)", (0, 1)),
        ("\u2800", "BRAILLE PATTERN BLANK (U+2800)", (0, 1)),
        ("a\ufe00", "VARIATION SELECTOR-1 (U+FE00)", (1, 2)),
        ("葛\U000e0100", "VARIATION SELECTOR-17 (U+E0100)", (1, 2)),
        ("😀\U000e0041", "TAG LATIN CAPITAL LETTER A (U+E0041)", (1, 2)),
        ("\x7f\x85", "a row of 2 characters from a control character (U+007F)", (0, 2)),
        ("a\u2066\u202eb", "a row of 2 characters from LEFT-TO-RIGHT ISOLATE (U+2066)", (1, 3)),
    ],
)
def test_a_row_of_hidden_characters_is_named_where_it_stands(
    text: str, name: str, place: tuple[int, int]
) -> None:
    found = [(finding.message, finding.place) for finding in hidden_characters(text)]
    assert found == [(SAID.format(name), place)]


@pytest.mark.parametrize(("rows", "further"), [(MOST, None), (MOST + 1, 1), (MOST + 500, 500)])
def test_the_first_twenty_rows_are_told_and_how_many_follow(rows: int, further: int | None) -> None:
    found = list(hidden_characters("a\u200b" * rows))
    assert [finding.code for finding in found[:MOST]] == ["SC106"] * MOST
    said = [(each.code, each.message, each.place) for each in found[MOST:]]
    if further is None:
        assert said == []
    else:
        message = f"here and below are {further} more faults like those above"
        assert said == [("SC110", message, (2 * MOST + 1, 2 * MOST + 2))]
