"""The files that paths name: in which order, under which names, and what is passed over."""

import os
import re
import sys
from pathlib import Path

import pytest
from command import BEGIN, run

from scorecard.project.errors import CannotRunError
from scorecard.project.folders import Found, files_at, files_in, toml_files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b/z.toml", "b/a.toml", "a.toml", "b.toml", "a/c/d.toml", "B.toml", "a/x.txt"):
        put(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("format = 1\n", "utf-8")


IN_ORDER = ["B.toml", "a.toml", "b.toml", "a/c/d.toml", "b/a.toml", "b/z.toml"]


def names(place: str | Path) -> list[str]:
    return [found.name for found in toml_files(Path(place))]


def test_files_come_before_folders_and_each_in_the_order_of_names(folder: Path) -> None:
    assert names(".") == IN_ORDER
    assert names(folder) == [f"{folder.as_posix()}/{name}" for name in IN_ORDER]
    assert names("b") == ["b/a.toml", "b/z.toml"]
    assert names("./b/") == ["b/a.toml", "b/z.toml"]
    assert names("../" + folder.name) == [f"../{folder.name}/{name}" for name in IN_ORDER]


def test_the_root_has_one_stroke(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    ordinary = os.scandir
    monkeypatch.setattr(os, "scandir", lambda _: ordinary(folder / "b"))
    assert names("/") == ["/a.toml", "/z.toml"]


def test_an_ending_in_capitals_is_one(folder: Path) -> None:
    put(folder / "b" / "HUE.TOML")
    assert names("b") == ["b/HUE.TOML", "b/a.toml", "b/z.toml"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("2026.toml.txt", "2026.toml"),
        ("HUE.TOML.TXT", "HUE.toml"),
        ("hue.toml.docx", "hue.toml"),
        ("hue.tml", "hue.toml"),
        ("hue.tom", "hue.toml"),
        ("notes.txt", ""),
        ("hue.toml.bak", ""),
        ("hue.toml~", ""),
    ],
)
def test_a_name_that_ends_by_a_slip_is_told(folder: Path, name: str, right: str) -> None:
    put(folder / "b" / name)
    assert (f"b/{name}" in names("b")) is bool(right)
    said = run("validate", "b").out
    assert (f'rename it "{right}"' in said) is bool(right)
    assert (
        "warning[SC111]: this file is not read: its name does not end in .toml" in said
    ) is bool(right)


def test_what_is_passed_over_is_told_beside_what_is_compared(folder: Path) -> None:
    put(folder / "b" / "2026.toml.txt")
    said = run("compare", "b").err
    assert said.startswith("warning[SC111]: this file is not read: its name does not end in .toml")


@pytest.mark.usefixtures("folder")
def test_what_is_hidden_is_passed_over() -> None:
    put(Path(".hidden.toml"))
    put(Path(".git/config.toml"))
    put(Path(".toml"))
    put(Path("a/.b/c.toml"))
    assert names(".") == IN_ORDER
    assert names(".git") == [".git/config.toml"]


@pytest.mark.usefixtures("folder")
def test_links_to_folders_are_not_followed_and_links_to_files_are_told() -> None:
    Path("again").symlink_to(".")
    Path("c.toml").symlink_to("b")
    Path("d.toml").symlink_to("a.toml")
    Path("e.toml").symlink_to("nothing")
    assert list(toml_files(Path())) == [
        Found("B.toml", linked=False),
        Found("a.toml", linked=False),
        Found("b.toml", linked=False),
        Found("d.toml", linked=True),
        Found("e.toml", linked=True),
        *(Found(name, linked=False) for name in IN_ORDER[3:]),
    ]
    assert files_at([Path()]) == [*IN_ORDER[:3], "e.toml", *IN_ORDER[3:]]
    assert files_at([Path("again")]) == [
        "again/B.toml",
        "again/a.toml",
        "again/b.toml",
        "again/e.toml",
        *(f"again/{name}" for name in IN_ORDER[3:]),
    ]


@pytest.mark.usefixtures("folder")
def test_a_link_to_itself_stops_nothing() -> None:
    Path("loop").symlink_to("loop")
    Path("loop.toml").symlink_to("loop.toml")
    assert names(".") == ["B.toml", "a.toml", "b.toml", "loop.toml", *IN_ORDER[3:]]
    ran = run("validate", ".", "--select", "SC1")
    assert ran.code == 2
    assert ran.out == (
        "error[SC100]: this file cannot be read: Too many levels of symbolic links\n"
        "  --> loop.toml:1:1\n\n7 files checked: 1 error\n"
    )


@pytest.mark.usefixtures("folder")
def test_a_folder_named_like_a_file_is_a_folder() -> None:
    put(Path("x.toml/y.toml"))
    Path("z.toml").mkdir()
    assert names(".") == [*IN_ORDER, "x.toml/y.toml"]
    assert files_at([Path("x.toml")]) == ["x.toml/y.toml"]


def test_names_are_what_the_system_says_byte_by_byte(tmp_path: Path) -> None:
    odd = [b"a\nb.toml", b"a\tb.toml", b"\xff.toml", b"\xc3\xa9.toml", b"e\xcc\x81.toml", b" .toml"]
    for name in odd:
        put(Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)))
    found = names(tmp_path)
    assert {os.path.basename(os.fsencode(name)) for name in found} == set(odd)  # noqa: PTH119
    assert found == sorted(found)
    assert files_at([tmp_path]) == found
    assert files_at([tmp_path, tmp_path]) == found


@pytest.mark.usefixtures("folder")
def test_each_file_is_told_once_under_its_first_name() -> None:
    assert files_at([Path("b"), Path()]) == ["b/a.toml", "b/z.toml", *IN_ORDER[:4]]
    assert files_at([Path("b/z.toml"), Path("b/../b/z.toml"), Path("b")]) == [
        "b/z.toml",
        "b/a.toml",
    ]
    assert files_at([Path("b/z.toml")]) == ["b/z.toml"]
    assert files_at([Path("a/x.txt")]) == ["a/x.txt"]
    assert files_at([]) == []


def test_no_folder_is_too_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folders = ["a/" * depth for depth in range(1, sys.getrecursionlimit() + 100)]
    for folder in folders:
        Path(folder).mkdir()
    file = Path(folders[-1], "x.toml")
    file.write_text("format = 1\n", "utf-8")
    try:
        ran = run("validate", "a", "--no-cache", "--format", "github")
    finally:
        # Others who tidy up would go too deep.
        file.unlink()
        for folder in reversed(folders):
            Path(folder).rmdir()
    *told, count = ran.out.splitlines()
    said = {line.partition(",")[0] for line in told}
    assert (ran.code, ran.err, said) == (1, "", {f"::error file={file.as_posix()}"})
    assert count == f"1 file checked: {len(told)} errors"


@pytest.mark.usefixtures("folder")
def test_what_is_not_there_cannot_be_checked() -> None:
    Path("empty").mkdir()
    for place, said in (
        ("nowhere", f"nowhere: there is no such file or folder{BEGIN}"),
        ("a.toml/b", f"a.toml/b: there is no such file or folder{BEGIN}"),
        ("empty", f"empty: there are no .toml files in this folder{BEGIN}"),
    ):
        with pytest.raises(CannotRunError, match=f"^{re.escape(said)}$"):
            files_at([Path("a.toml"), Path(place)])
        ran = run("validate", "a.toml", place)
        assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {said}\n")
    for place in ("a.toml", "nowhere"):
        with pytest.raises(CannotRunError, match=f"^{place}: there is no such folder{BEGIN}$"):
            files_in(Path(place))


@pytest.mark.usefixtures("folder")
def test_a_folder_that_cannot_be_read_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    ordinary = os.scandir

    def locked(path: Path) -> object:
        if Path(path).name == "c":
            raise PermissionError(13, "Permission denied", str(path))
        return ordinary(path)

    monkeypatch.setattr(os, "scandir", locked)
    ran = run("validate", ".")
    assert (ran.code, ran.out, ran.err) == (2, "", "scorecard: a/c: Permission denied\n")


def test_a_folder_that_is_locked_is_one_line(folder: Path) -> None:
    (folder / "a").chmod(0)
    try:
        if os.access(folder / "a", os.R_OK):
            pytest.skip("root may read everything")
        ran = run("validate", ".")
        assert (ran.code, ran.out, ran.err) == (2, "", "scorecard: a: Permission denied\n")
    finally:
        (folder / "a").chmod(0o755)
