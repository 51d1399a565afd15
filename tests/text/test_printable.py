"""The gate for text: what is spelled out, and what passes as it is."""

import json
import re
import sys
import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.text.printable import json_string, printable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cao Bằng", "Cao Bằng"),
        ("محافظة كاوبانغ", "محافظة كاوبانغ"),
        ("<b>[red]50 %[/red]</b> 👩 ##", "<b>[red]50 %[/red]</b> 👩 ##"),
        ("", ""),
        ("کتاب\u200cها क्\u200dष 👩🏽\u200d💻", "کتاب\u200cها क्\u200dष 👩🏽\u200d💻"),
        ("a\u200cb ک\u200d 👩\u200c💻", r"a\u200cb ک\u200d 👩\u200c💻"),
        ("\x1b[2J", r"\u001b[2J"),
        ("a\nb\r\tc", r"a\u000ab\u000d\u0009c"),
        ("\x7f\x85\x9b", r"\u007f\u0085\u009b"),
        ("a\u202eb\u2066c\u200fd\u061c", r"a\u202eb\u2066c\u200fd\u061c"),
        ("a\u200bb\ufeffc\u2060", r"a\u200bb\ufeffc\u2060"),
        ("a\u2028b\u2029", r"a\u2028b\u2029"),
        ("\U000e0041\U0001d173", r"\U000e0041\U0001d173"),
        ("\ud800", r"\ud800"),
        ("Cao ##[add-mask]e", r"Cao \u0023#[add-mask]e"),
        ("###[x] ##[y]", r"#\u0023#[x] \u0023#[y]"),
        ("::error::x", r"\u003a:error\u003a:x"),
        ("12::30 :: :::", "12::30 :: :::"),
        ("##\u200b[x]", r"##\u200b[x]"),
    ],
)
def test_unsafe_characters_are_spelled_out(text: str, expected: str) -> None:
    assert printable(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bằng", '"Bằng"'),
        ('a "b" \\', r'"a \"b\" \\"'),
        ("\U000e0041\u202e", r'"\udb40\udc41\u202e"'),
        ("\ud800", r'"\ud800"'),
        ("##[x] ::y", r'"\u0023#[x] \u003a:y"'),
    ],
)
def test_unsafe_characters_are_escaped_in_json(text: str, expected: str) -> None:
    assert json_string(text) == expected


NOTHING_TO_SEE = (
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164"
    "\ufe00-\ufe0d\uffa0\U000e0100-\U000e01ef]"
)
"""Letters, marks and signs that show nothing."""


@cache
def characters() -> list[str]:
    return [chr(code) for code in range(sys.maxunicode + 1)]


def test_every_letter_mark_number_sign_and_blank_passes() -> None:
    safe = [
        char
        for char in characters()
        if unicodedata.category(char)[0] in "LMNPS" and not re.match(NOTHING_TO_SEE, char)
    ]
    visible = " ".join(char for char in safe if unicodedata.category(char) not in {"Zl", "Zp"})
    assert printable(visible) == visible


def test_every_control_separator_surrogate_and_bidi_control_is_spelled_out() -> None:
    controls = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"}
    unsafe = [
        char
        for char in characters()
        if unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"}
        or unicodedata.bidirectional(char) in controls
        or re.match(NOTHING_TO_SEE, char)
    ]
    shown = printable("".join(unsafe))
    assert shown.isascii()
    assert shown.count("\\") == len(unsafe)


TEXTS = st.text(st.characters(exclude_categories=[])) | st.text('#[]:a\\"\x1b\n\u202e')


@given(text=TEXTS)
def test_what_is_printed_is_one_encodable_line_without_commands(text: str) -> None:
    shown = printable(text)
    assert len(shown.splitlines()) == bool(text)
    assert re.search(r"##\[|::[A-Za-z]", shown) is None
    assert shown.encode().decode() == shown
    assert printable(shown) == shown


@given(text=TEXTS)
def test_a_json_string_is_as_safe_and_loses_nothing(text: str) -> None:
    written = json_string(text)
    assert printable(written) == written
    assert json.loads(written) == text


def test_no_runner_takes_a_text_for_a_command() -> None:
    assert printable("##vso[task.complete]") == r"\u0023#vso[task.complete]"
    assert printable("## [1]") == "## [1]"
