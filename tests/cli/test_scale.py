"""Groups beside scores that are not of 100: a per cent is of 100 all the same."""

from pathlib import Path

import pytest
from command import run

FRAMEWORK = """format = 1
id = "index"
edition = "1"
name = "Index"
basis = "Decision 1"
scoring = {{ scale = 10 }}

[[groups]]
id = "first"
name = "First"

[[groups]]
id = "second"
name = "Second"

[[indicators]]
id = "one"
group = "first"
name = "One"
unit = "points"
kind = "rate"
points = {first}
target = {{ value = 10, basis = "maximum" }}

[[indicators]]
id = "two"
group = "second"
name = "Two"
unit = "points"
kind = "rate"
points = {second}
target = {{ value = 10, basis = "maximum" }}
"""

CARD = """format = 1
framework = "../framework.toml"
period = "2025"
unit = {{ id = "{unit}", name = "{unit}", level = "commune" }}
figures = {{ one = {one}, two = {two} }}
"""


def written(folder: Path, first: int, second: int) -> None:
    """Write two units under a framework whose indicators have these points."""
    (folder / "units").mkdir()
    text = FRAMEWORK.format(first=first, second=second)
    (folder / "framework.toml").write_text(text, "utf-8")
    for unit, one, two in (("an", 7, 5), ("bo", 3, 4)):
        card = CARD.format(unit=unit, one=one, two=two)
        (folder / "units" / f"{unit}.toml").write_text(card, "utf-8")


@pytest.mark.parametrize(
    ("first", "second", "heading", "row"),
    [
        (6, 4, "First, of 6  Second, of 4", "4.2 ▆         2.0 ▄"),
        (30, 20, "First, %  Second, %", "70.0 ▆     50.0 ▄"),
    ],
)
def test_groups_are_told_in_points_that_add_up_or_in_per_cent(
    first: int, second: int, heading: str, row: str, tmp_path: Path
) -> None:
    written(tmp_path, first, second)
    ran = run("compare", tmp_path / "units", "--rows", "units", env={"COLUMNS": "120"})
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[2].endswith(heading)
    assert lines[4].endswith(row)
    assert " 6.2 " in lines[4]


def test_a_group_of_a_report_card_is_in_per_cent_of_what_it_can_be(tmp_path: Path) -> None:
    written(tmp_path, 30, 20)
    shown = run("show", "an", "--dir", tmp_path / "units", env={"COLUMNS": "120"}).out
    told = [" ".join(line.split()) for line in shown.splitlines()]
    assert "Score 6.2" in told
    assert "First 70.0 21.0 of 30" in told
    explained = run("explain", "an", "--dir", tmp_path / "units").out
    told = [" ".join(line.split()) for line in explained.splitlines()]
    assert "First 21 30 70.0" in told
    assert "Score 6.2: 31 ÷ 50 × 10 = 6.2" in told
