"""Bytes of a file as text: what is read, what is no text, and what hides in it."""

import os
from pathlib import Path

import pytest

from scorecard.diagnostic import Finding
from scorecard.toml.reading import LARGEST, decode, read


def message(result: bytes | Finding) -> str:
    assert isinstance(result, Finding)
    return f"{result.code} {result.message}"


def test_the_bytes_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\n\0")
    assert read(str(path)) == b"\xef\xbb\xbfa = 1\r\n\0"


def test_the_largest_file_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b" " * LARGEST)
    assert read(str(path)) == b" " * LARGEST
    path.write_bytes(b" " * (LARGEST + 1))
    assert message(read(str(path))) == (
        "SC107 this file has 1048577 bytes; a scorecard has at most 1048576"
    )


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        assert message(read(str(path))) == "SC100 this file cannot be read: it is no ordinary file"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("gone.toml", "No such file or directory"), ("x" * 300, "File name too long")],
)
def test_the_system_says_why_a_file_cannot_be_read(tmp_path: Path, name: str, reason: str) -> None:
    assert message(read(str(tmp_path / name))) == f"SC100 this file cannot be read: {reason}"


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
    ("data", "text", "offset", "guess"),
    [
        (b"Caf\xe9 M\xfcller", "Caf\ufffd M\ufffdller", 3, ", but most likely Windows-1252"),
        (b"\xff", "\ufffd", 0, ", but most likely Windows-1252"),
        (b"\xef\xbb\xbfa=1\n\xff", "a=1\n\ufffd", 4, ", but most likely Windows-1252"),
        ("Bằng ".encode() + b"\xe1\xba", "Bằng \ufffd", 5, ": it ends in the middle of a letter"),
        (
            b"\xef\xbb\xbf" + "ằa".encode() + b"\xff",
            "ằa\ufffd",
            2,
            ": this character is damaged, or comes from another encoding",
        ),
        (b"Cao B\xe3\xccng", "Cao Bằng", 5, ", but Windows-1258"),
        (b"Cao B\xbbng", "Cao Bằng", 5, ", but TCVN3 (ABC)"),
        (b"Cao Ba\xe8ng", "Cao Bằng", 5, ", but VNI"),
    ],
)
def test_the_first_byte_that_is_no_utf_8_is_pointed_at(
    data: bytes, text: str, offset: int, guess: str
) -> None:
    found, fault = decode(data)
    assert found == text
    assert fault is not None
    assert (fault.code, fault.message) == ("SC101", f"this file is not UTF-8 text{guess}")
    assert fault.place == (offset, offset + 1)
    assert not text[offset].isascii()


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"B\xe3\xccng", "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)"),
        (b"B\xbbng", "convert it from TCVN3 (ABC) to Unicode (in UniKey: Ctrl+Shift+F6), as UTF-8"),
        (b"Ba\xe8ng", "convert it from VNI to Unicode (in UniKey: Ctrl+Shift+F6), as UTF-8"),
        (b"B\xe1\xba", "copy it again; its end is missing"),
        ("Bằng".encode("utf-16"), "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)"),
    ],
)
def test_it_is_told_how_a_text_is_saved_right(data: bytes, hint: str) -> None:
    _, fault = decode(data)
    assert fault is not None
    assert fault.hint == hint


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a = 1".encode("utf-16"), "SC101 this file is not UTF-8 text, but UTF-16"),
        ("a = 1".encode("utf-16-le"), "SC101 this file is not UTF-8 text, but UTF-16"),
        ("a = 1".encode("utf-16-be"), "SC101 this file is not UTF-8 text, but UTF-16"),
        (b"\xfe\xff\0a", "SC101 this file is not UTF-8 text, but UTF-16"),
        ("a = 1".encode("utf-32"), "SC101 this file is not UTF-8 text, but UTF-32"),
        ("a = 1".encode("utf-32-le"), "SC101 this file is not UTF-8 text, but UTF-32"),
        ("a = 1".encode("utf-32-be"), "SC101 this file is not UTF-8 text, but UTF-32"),
        (b"\0\0\xfe\xff", "SC101 this file is not UTF-8 text, but UTF-32"),
        (b"PK\x03\x04rest", "SC102 this is a Word, Excel or zip file, not a text file"),
        (b"\xd0\xcf\x11\xe0", "SC102 this is an old Word or Excel file, not a text file"),
        (b"%PDF-1.7", "SC102 this is a PDF file, not a text file"),
        (b"{\\rtf1", "SC102 this is a rich-text file, not a text file"),
        (b"\x1f\x8b\x08", "SC102 this is a gzip file, not a text file"),
        (b"\x89PNG\r\n", "SC102 this is a picture, not a text file"),
        (
            b"\x7fELF\x02\x01\x01\0\xff",
            "SC102 this is a file that only a program can read, not a text file",
        ),
    ],
)
def test_what_is_no_utf_8_text_is_named(data: bytes, expected: str) -> None:
    text, fault = decode(data)
    assert text == ""
    assert fault is not None
    assert f"{fault.code} {fault.message}" == expected


def test_a_link_is_followed_inside_the_folder_and_not_out_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "real.toml").write_bytes(b"format = 1")
    monkeypatch.chdir(inside)
    for name, target in {"near": inside, "far": outside}.items():
        (inside / f"{name}.toml").symlink_to(target / "real.toml")
    assert read(str(inside / "near.toml")) == b"format = 1"
    told = read(str(inside / "far.toml"))
    assert isinstance(told, Finding)
    assert told.message == (
        "this file cannot be read: it is a link that leads out of its folder: name the file itself"
    )
    monkeypatch.chdir(tmp_path)
    assert read(str(Path("inside/far.toml"))) == b"format = 1"


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="only Linux has such files")
def test_a_file_whose_size_the_system_does_not_tell_is_read_to_its_end() -> None:
    assert Path("/proc/version").stat().st_size == 0
    assert read("/proc/version") == Path("/proc/version").read_bytes()
