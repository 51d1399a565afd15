"""Which units a folder expects to report, and which of them have not."""

from pathlib import Path

import pytest
from command import run

CARD = """format = 1
framework = "mobilization"
period = "{period}"
[unit]
id = "{unit}"
name = "{unit}"
level = "commune"
{more}
[figures]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for unit, period in (("a", "2024"), ("b", "2024"), ("a", "2025")):
        text = CARD.format(unit=unit, period=period, more='parent = "hoa-an"')
        (tmp_path / f"{unit}-{period}.toml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def expect(folder: Path, text: str) -> str:
    (folder / "scorecard.toml").write_text(text, "utf-8")
    ran = run("validate", ".")
    starts = ("note[SC720]", "error", "  --> scorecard.toml:1:")
    shown = [line for line in ran.out.splitlines() if line.startswith(starts)]
    return " ".join(line.strip() for line in shown)


def test_units_that_have_not_reported_are_told_at_the_list(folder: Path) -> None:
    words = '1 of 3 units have reported for 2025 under "mobilization"; not: b, c'
    told = expect(folder, 'expect = ["children of hoa-an", "c", "a"]\n')
    assert told == f"note[SC720]: {words} --> scorecard.toml:1:10"


def test_only_so_many_are_named(folder: Path) -> None:
    told = expect(folder, f"expect = {[f'u-{at}' for at in range(14)]}\n".replace("'", '"'))
    assert told.startswith("note[SC720]: 0 of 14 units have reported")
    assert "u-11, … -->" in told


@pytest.mark.parametrize("text", ['expect = ["a"]\n', "expect = []\n"])
def test_where_all_have_reported_nothing_is_told(folder: Path, text: str) -> None:
    assert expect(folder, text) == ""


def test_what_is_wrong_in_the_list_is_told_at_its_line(folder: Path) -> None:
    assert expect(folder, 'expects = ["a"]\n').endswith("--> scorecard.toml:1:1")
    assert "SC207" in expect(folder, 'expect = ["a", "Huế"]\n')


def test_a_scorecard_of_that_name_is_one(folder: Path) -> None:
    told = expect(folder, CARD.format(unit="c", period="2025", more=""))
    assert told == ""


def test_a_comparison_says_who_is_missing(folder: Path) -> None:
    expect(folder, 'expect = ["a", "c"]\n')
    said = run("compare", ".").out
    assert "cannot be read" not in said
    assert "Note: 1 of 2 expected units have reported; not: c" in said
    assert "expected" not in run("compare", "a-2025.toml").out
