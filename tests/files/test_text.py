"""Bytes of a file as text: what is read, what is no text, and what hides in it."""

import os
from pathlib import Path

import pytest

from scorecard.diagnostic import Finding
from scorecard.files.text import LARGEST, decode, hidden_characters, read


def message(result: bytes | Finding) -> str:
    assert isinstance(result, Finding)
    return f"{result.rule.code} {result.message}"


def test_the_bytes_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\n\0")
    assert read(path) == b"\xef\xbb\xbfa = 1\r\n\0"


def test_the_largest_file_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b" " * LARGEST)
    assert read(path) == b" " * LARGEST
    path.write_bytes(b" " * (LARGEST + 1))
    assert message(read(path)) == (
        "SC107 this file has 1048577 bytes; a scorecard has at most 1048576"
    )


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        assert message(read(path)) == "SC100 this file cannot be read: it is no ordinary file"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("gone.toml", "No such file or directory"), ("x" * 300, "File name too long")],
)
def test_the_system_says_why_a_file_cannot_be_read(tmp_path: Path, name: str, reason: str) -> None:
    assert message(read(tmp_path / name)) == f"SC100 this file cannot be read: {reason}"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a = 1\r\n", "a = 1\r\n"),
        ("tên = 'Bằng'".encode(), "tên = 'Bằng'"),
        (b"\xef\xbb\xbfa = 1", "a = 1"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"),
        (b"\xef\xbb\xbf", ""),
    ],
)
def test_utf_8_is_read_with_or_without_its_mark(data: bytes, text: str) -> None:
    assert decode(data) == (text, None)


@pytest.mark.parametrize(
    ("data", "text", "offset"),
    [
        (b"Cao B\xe0ng", "Cao B\ufffdng", 5),
        ("Bằng ".encode() + b"\xe1\xba", "Bằng \ufffd", 5),
        (b"\xef\xbb\xbf" + "ằa".encode() + b"\xff", "ằa\ufffd", 2),
        (b"\xef\xbb\xbfa=1\n\xff", "a=1\n\ufffd", 4),
        (b"\xff", "\ufffd", 0),
        (b"\xed\xa0\x80", "\ufffd\ufffd\ufffd", 0),
    ],
)
def test_the_first_byte_that_is_no_utf_8_is_pointed_at(data: bytes, text: str, offset: int) -> None:
    found, fault = decode(data)
    assert found == text
    assert fault is not None
    assert (fault.rule.code, fault.message) == ("SC101", "this file is not UTF-8 text")
    assert fault.place == (offset, offset + 1)
    assert text[offset] == "\ufffd"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a = 1".encode("utf-16"), "SC101 this file is not UTF-8 text, but UTF-16"),
        (b"\xfe\xff\0a", "SC101 this file is not UTF-8 text, but UTF-16"),
        (b"PK\x03\x04rest", "SC102 this is a Word, Excel or zip file, not a text file"),
        (b"\xd0\xcf\x11\xe0", "SC102 this is an old Word or Excel file, not a text file"),
        (b"%PDF-1.7", "SC102 this is a PDF file, not a text file"),
        (b"{\\rtf1", "SC102 this is a rich-text file, not a text file"),
    ],
)
def test_a_document_that_is_no_text_is_named(data: bytes, expected: str) -> None:
    text, fault = decode(data)
    assert text == ""
    assert fault is not None
    assert f"{fault.rule.code} {fault.message}" == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = 'Bằng' # كاو\t\r\n", []),
        ("a\0", [("a control character (U+0000)", (1, 2))]),
        (
            "\x7f\x85",
            [("a control character (U+007F)", (0, 1)), ("a control character (U+0085)", (1, 2))],
        ),
        (
            "# \u202e\u2066",
            [
                ("RIGHT-TO-LEFT OVERRIDE (U+202E)", (2, 3)),
                ("LEFT-TO-RIGHT ISOLATE (U+2066)", (3, 4)),
            ],
        ),
        ("é\u200b", [("ZERO WIDTH SPACE (U+200B)", (1, 2))]),
        ("\ufeff", [("ZERO WIDTH NO-BREAK SPACE (U+FEFF)", (0, 1))]),
        ("😀\U000e0041", [("TAG LATIN CAPITAL LETTER A (U+E0041)", (1, 2))]),
    ],
)
def test_each_hidden_character_is_named_where_it_stands(
    text: str, expected: list[tuple[str, tuple[int, int]]]
) -> None:
    said = "here stands {}, which cannot be seen and can mislead"
    found = [(finding.message, finding.place) for finding in hidden_characters(text)]
    assert found == [(said.format(name), place) for name, place in expected]
