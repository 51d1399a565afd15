"""Texts of sources as files: found beside a scorecard alone, read once, and kept account of."""

import os
import shutil
from pathlib import Path

import pytest
from command import run

from scorecard.project import fingerprint, source_texts
from scorecard.project.check_files import check_text
from scorecard.project.frameworks import Frameworks
from scorecard.project.load import load, load_all
from scorecard.text.source import SourceText
from scorecard.toml.reading import LARGEST, read

SMALL = Path(__file__).parents[1] / "cases" / "frameworks" / "small.toml"

CARD = """format = 1
framework = "small.toml"
period = "2025"

[unit]
id = "hue"
name = "Huế"
level = "province"

[sources.report]
title = "Báo cáo"
text = '{text}'

[figures]
dossiers_on_time = {{ value = 91, source = "report#p1" }}
"""
OUTSIDE = "it is no path to a .txt file beside this one, or in a folder there"
LINKED = "a link stands on the way to it"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that we work in: a framework, a scorecard and the text of its source."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(fingerprint, "_JUST_NOW", 0)
    monkeypatch.setenv("SCORECARD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(home)
    shutil.copy(SMALL, home / "small.toml")
    written(home, "report.txt")
    (home / "report.txt").write_text("Đúng hạn đạt 91%.", "utf-8")
    return home


def written(home: Path, text: str) -> None:
    (home / "hue.toml").write_text(CARD.format(text=text), "utf-8")


def reason() -> str | None:
    """Return why the text is not read, where it is not."""
    file = load(read("hue.toml"), "hue.toml", Frameworks())
    assert file.assessment
    text = file.assessment.texts["report"]
    return None if isinstance(text, SourceText) else text


@pytest.mark.parametrize("name", ["report.txt", "./report.txt", "below/report.txt"])
def test_a_text_lies_beside_its_scorecard_or_below(home: Path, name: str) -> None:
    (home / "below").mkdir()
    shutil.copy(home / "report.txt", home / "below")
    written(home, name)
    assert reason() is None


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "/report.txt",
        "../report.txt",
        "below/../report.txt",
        "C:/report.txt",
        "below\\report.txt",
        "report",
        "report.docx",
        "hue.toml",
    ],
)
def test_no_other_file_is_read(home: Path, name: str) -> None:
    (home.parent / "report.txt").write_text("91", "utf-8")
    written(home, name)
    assert reason() == OUTSIDE


def test_a_text_that_is_not_there_or_no_file_is_told(home: Path) -> None:
    written(home, "reprot.txt")
    assert reason() == "there is no such file"
    (home / "reprot.txt").mkdir()
    assert reason() == "it is no ordinary file"
    (home / "reprot.txt").rmdir()
    os.mkfifo(home / "reprot.txt")
    assert reason() == "it is no ordinary file"
    written(home, f"{'a' * 1000}.txt")
    assert reason() == "there is no such file"


def test_a_link_is_not_followed_wherever_it_leads(home: Path) -> None:
    (home / "link.txt").symlink_to("report.txt")
    written(home, "link.txt")
    assert reason() == LINKED
    (home.parent / "other").mkdir()
    shutil.copy(home / "report.txt", home.parent / "other")
    (home / "below").symlink_to(home.parent / "other")
    written(home, "below/report.txt")
    assert reason() == LINKED


def test_a_folder_may_itself_be_reached_by_a_link(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home.parent / "link").symlink_to(home)
    monkeypatch.chdir(home.parent)
    file = load(read("link/hue.toml"), "link/hue.toml", Frameworks())
    assert file.assessment
    assert isinstance(file.assessment.texts["report"], SourceText)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xef\xbb\xbf91", None),
        (b"", None),
        (b"#" * (LARGEST + 1), f"it has {LARGEST + 1} bytes, and at most {LARGEST} are read"),
        (b"Hu\xea 91", "it is not UTF-8 text, but Windows-1258"),
        (b"PK\x03\x04 and so on", "it is a Word, Excel or zip file, not a text file"),
    ],
)
def test_what_is_no_text_is_told(home: Path, data: bytes, told: str | None) -> None:
    (home / "report.txt").write_bytes(data)
    assert reason() == told


@pytest.mark.usefixtures("home")
def test_each_text_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def seen(path: str) -> object:
        opened.append(path)
        return read(path)

    monkeypatch.setattr(source_texts, "read", seen)
    frameworks = Frameworks()
    for _ in range(3):
        load(read("hue.toml"), "hue.toml", frameworks)
    assert opened == ["report.txt"]


def told() -> str:
    ran = run("validate", "hue.toml", "-f", "json")
    assert ran == run("validate", "hue.toml", "-f", "json", "--no-cache")
    return ran.out


def test_the_cache_sees_a_text_that_changed_came_or_went(home: Path) -> None:
    assert '"code"' not in told()
    (home / "report.txt").write_text("Đúng hạn đạt 19%.", "utf-8")
    assert '"SC905"' in told()
    assert '"SC905"' in told()
    (home / "report.txt").unlink()
    assert '"SC309"' in told()
    assert '"SC309"' in told()
    (home / "report.txt").write_text("Đúng hạn đạt trên 91%.", "utf-8")
    assert '"SC906"' in told()
    (home / "report.txt").unlink()
    (home / "report.txt").symlink_to("small.toml")
    assert '"SC309"' in told()


@pytest.mark.usefixtures("home")
def test_standard_input_has_the_text_beside_its_name() -> None:
    data = CARD.format(text="report.txt").replace("91", "92").encode()
    (told,) = check_text("hue.toml", data)
    assert told.message == '92 is not in paragraph 1 of "report"'


def test_a_text_of_nothing_but_numbers_is_not_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scorecard.project.source_texts.MOST_NUMBERS", 10)
    for name, text in {"a": "1 2 ٣ bốn 5", "b": "6 7 8 9 10", "c": "một", "d": "none"}.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    sources = "".join(
        f'[sources.s{at}]\ntitle = "T"\ntext = "{name}.txt"\n' for at, name in enumerate("ababcd")
    )
    unit = '[unit]\nid = "x"\nname = "X"\nlevel = "province"\n'
    head = 'format = 1\nframework = "mobilization"\nperiod = "2025"\n'
    path = tmp_path / "x.toml"
    path.write_text(f"{head}{unit}{sources}[figures]\n", "utf-8")
    (file,) = load_all([path])
    told = [f"{item.line} {item.code} {item.message}" for item in file.diagnostics]
    reason = "the texts of this scorecard have more than 10 numbers up to here, and no more are"
    assert [each for each in told if "SC309" in each] == [
        f"{line} SC309 the text of this source is not read: {reason} searched" for line in (22, 25)
    ]
