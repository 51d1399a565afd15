"""Which units a folder expects to report, and which of them have not."""

from pathlib import Path

import pytest
from command import run

CARD = """format = 1
framework = "{framework}.toml"
period = "{period}"
[unit]
id = "{unit}"
name = "{name}"
level = "commune"
{more}
[figures]
"""

FRAMEWORK = """format = 1
id = "{id}"
edition = "2024"
name = "Plan"
basis = "Decision 12"
[scoring]
cap = 1.0
coverage = 0.8
near = 0.9
[[groups]]
id = "all"
name = "All"
[[indicators]]
id = "houses"
group = "all"
name = "Houses"
unit = "count"
kind = "flow"
direction = "higher"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which a and b report, c ends in 2023, and a is ahead."""
    for framework in ("plan", "other"):
        (tmp_path / f"{framework}.toml").write_text(FRAMEWORK.format(id=framework), "utf-8")
    for unit, *years in (("a", 2023, 2024, 2025), ("b", 2023, 2024), ("c", 2023)):
        for year in years:
            write(tmp_path, unit, f"{year}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(
    folder: Path,
    unit: str,
    period: str,
    more: str = 'parent = "hoa-an"',
    framework: str = "plan",
) -> None:
    said = {"unit": unit, "name": unit.upper(), "period": period, "more": more}
    text = CARD.format(**said, framework=framework)
    (folder / f"{unit}-{period}.toml").write_text(text, "utf-8")


def expect(folder: Path, *units: str) -> list[str]:
    """Return what is told of a list, with where it is told."""
    listed = ", ".join(f'"{unit}"' for unit in units)
    (folder / "scorecard.toml").write_text(f"expect = [{listed}]\n", "utf-8")
    lines = run("validate", ".").out.splitlines()
    return [
        f"{line} {below.strip()}".replace(' under "plan"', "")
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
        if "scorecard.toml" in below
    ]


LIST = "--> scorecard.toml:1:10"
AHEAD = f"note[SC720]: 1 of 2 units have reported for 2025; not: b {LIST}"


def test_units_that_have_not_reported_are_told_at_the_list(folder: Path) -> None:
    assert expect(folder, "children of hoa-an", "d", "a") == [
        f"note[SC720]: 1 of 3 units have reported for 2025; so far: a {LIST}",
        f"note[SC720]: 2 of 4 units have reported for 2024; not: c, d {LIST}",
    ]
    assert expect(folder, "a", "c") == [
        f"note[SC720]: 1 of 2 units have reported for 2025; not: c {LIST}"
    ]


def test_who_is_ahead_hides_nobody_who_is_behind(folder: Path) -> None:
    """Children of a unit are those of this period and of the year before."""
    for unit in "def":
        write(folder, unit, "2024")
    assert expect(folder, "children of hoa-an") == [
        f"note[SC720]: 1 of 5 units have reported for 2025; so far: a {LIST}",
        f"note[SC720]: 5 of 6 units have reported for 2024; not: c {LIST}",
    ]
    for unit in "def":
        write(folder, unit, "2025")
    assert expect(folder, "children of hoa-an") == [AHEAD.replace("1 of 2", "4 of 5")]


def test_who_is_expected_or_is_not_any_more_is_told_once(folder: Path) -> None:
    write(folder, "b", "2025")
    write(folder, "d", "2024")
    (gone,) = (line for line in run("validate", ".").out.splitlines() if "SC718" in line)
    assert gone == (
        'note[SC718]: "d" has no scorecard for 2025, as 2 of the 3 units of this period have'
    )
    assert expect(folder, "children of hoa-an") == [
        f"note[SC720]: 2 of 3 units have reported for 2025; not: d {LIST}"
    ]
    assert expect(folder, "children of hoa-an", "not d") == []
    assert "SC718" not in run("validate", ".").out


def test_only_so_many_are_named(folder: Path) -> None:
    (told,) = expect(folder, *(f"unit-{at}" for at in range(14)))
    assert told.startswith("note[SC720]: 0 of 14 units have reported for 2025; not: unit-0, ")
    assert "unit-11, … -->" in told


@pytest.mark.parametrize("units", [["a"], ["a", "a"], [], ["children of hoa-an", "not b", "not c"]])
def test_where_all_have_reported_nothing_is_told(folder: Path, units: list[str]) -> None:
    assert expect(folder, *units) == []


def test_a_unit_that_nobody_is_is_told(folder: Path) -> None:
    write(folder, "bac-ha", "2025")
    warning = "warning[SC721]: nobody is meant by"
    assert expect(folder, "a", "bac-hq") == [f'{warning} "bac-hq" here --> scorecard.toml:1:16']
    assert expect(folder, "not bac-h", "children of hoa-ann", "a", "children of x") == [
        f'{warning} "not bac-h" here --> scorecard.toml:1:11',
        f'{warning} "children of hoa-ann" here --> scorecard.toml:1:24',
        f'{warning} "children of x" here --> scorecard.toml:1:52',
    ]
    said = run("validate", ".").out
    assert 'did you mean "bac-ha"?' in said
    assert 'did you mean "hoa-an"?' in said


def test_a_framework_under_which_none_of_them_is_is_for_others(folder: Path) -> None:
    write(folder, "province", "2026", "", "other")
    assert expect(folder, "a", "b") == [AHEAD]


def test_a_year_that_is_not_stated_is_near_any(folder: Path) -> None:
    write(folder, "a", "XXXX-H1")
    assert expect(folder, "children of hoa-an", "not b", "not c") == []


def test_what_is_wrong_in_the_list_is_told_at_its_line(folder: Path) -> None:
    (folder / "scorecard.toml").write_text('expects = ["a"]\n', "utf-8")
    assert "scorecard.toml:1:1" in run("validate", ".").out
    (told,) = expect(folder, "a", "Huế")
    assert "SC207" in told


def test_a_scorecard_of_that_name_is_one(folder: Path) -> None:
    write(folder, "d", "2025")
    (folder / "d-2025.toml").rename(folder / "scorecard.toml")
    assert "error" not in run("validate", ".").out


def test_a_comparison_says_who_is_missing(folder: Path) -> None:
    expect(folder, "children of hoa-an", "d")
    said = run("compare", ".").out
    assert "cannot be read" not in said
    assert "Note: 2 of 4 expected units have reported for 2024; not: C (2023), d" in said
    assert "no scorecard for" not in said
    said = run("compare", ".", "--period", "2025").out
    assert "Note: 1 of 3 expected units have reported for 2025; so far: A" in said
    assert "expected" not in run("compare", "a-2025.toml").out
    assert "expected" not in run("compare", "a", "b", "--dir", ".").out


def test_who_of_other_levels_is_missing_is_no_matter(folder: Path) -> None:
    expect(folder, "children of hoa-an")
    write(folder, "hoa-an", "2024", "")
    path = folder / "hoa-an-2024.toml"
    path.write_text(path.read_text("utf-8").replace("commune", "district"), "utf-8")
    assert "expected" not in run("compare", ".", "--level", "district").out


@pytest.mark.parametrize("listed", [["children of hoa-an"], ["a", "b", "c"]])
def test_a_parent_says_who_in_it_is_missing(folder: Path, listed: list[str]) -> None:
    expect(folder, *listed)
    write(folder, "hoa-an", "2024", "")
    note = "Note: 2 of 3 expected units have reported for 2024; not: C (2023)"
    assert note in run("show", "hoa-an", "--dir", ".").out
    assert note in run("compare", ".", "--by-parent", "--period", "2024").out
    assert '{"code": "not-reported"' in run("show", "hoa-an", "--dir", ".", "-f", "json").out
    assert "expected" not in run("show", "a@2024", "--dir", ".").out


def test_a_unit_never_seen_lies_in_the_only_parent(folder: Path) -> None:
    write(folder, "hoa-an", "2024", "")
    expect(folder, "a", "b", "d")
    said = run("show", "hoa-an", "--dir", ".").out
    assert "2 of 3 expected units have reported for 2024; not: d" in said
    write(folder, "e", "2024", 'parent = "bao-lac"')
    expect(folder, "a", "b", "d", "e")
    assert "expected" not in run("show", "hoa-an", "--dir", ".").out


def test_a_file_that_cannot_be_read_is_told_as_that_alone(folder: Path) -> None:
    (folder / "b-2025.toml").write_text("format = 1\nx = 1,5\n", "utf-8")
    assert expect(folder, "a", "b") == []
    write(folder, "d", "2024")
    write(folder, "d", "2025")
    assert '"b" has no scorecard' not in run("validate", ".").out
    assert "expected" not in run("compare", ".", "--period", "2025").out
