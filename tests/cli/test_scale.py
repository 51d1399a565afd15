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
    (tmp_path / "units").mkdir()
    text = FRAMEWORK.format(first=first, second=second)
    (tmp_path / "framework.toml").write_text(text, "utf-8")
    for unit, one, two in (("an", 7, 5), ("bo", 3, 4)):
        card = CARD.format(unit=unit, one=one, two=two)
        (tmp_path / "units" / f"{unit}.toml").write_text(card, "utf-8")
    ran = run("compare", tmp_path / "units", "--rows", "units", env={"COLUMNS": "120"})
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[2].endswith(heading)
    assert lines[4].endswith(row)
    assert " 6.2 " in lines[4]
