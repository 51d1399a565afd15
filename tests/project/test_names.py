"""Names that a folder offers at the prompt."""

import os
from pathlib import Path

import pytest

from scorecard.project.names import MOST, framework_id, measures, names_in

SCORECARD = """
format = 1
framework = "{framework}" # with a remark
period = '{period}'

[unit]
name = {{ vi = "Cao Bằng" }}
id = "{unit}"

[figures]
papi = 1
"""

FRAMEWORK = """
id = "delta"
[[bands]]
id = "good"
[[groups]]
id = "living"
[[indicators]]
group = "living"
id = "houses"
  [[ indicators ]]
  id = 'roads'
[scoring]
id = "no_indicator"
"""


def write(path: Path, framework: str = "delta", period: str = "2025", unit: str = "an-phu") -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(SCORECARD.format(framework=framework, period=period, unit=unit), "utf-8")


def test_scorecards_are_named_by_unit_period_and_framework(tmp_path: Path) -> None:
    write(tmp_path / "a.toml")
    write(tmp_path / "b" / "b.toml", period="2021/2025", framework="delta@2025")
    (tmp_path / "framework.toml").write_text(FRAMEWORK, "utf-8")
    assert names_in(tmp_path) == [
        ("an-phu", "2025", "delta"),
        ("an-phu", "2021/2025", "delta@2025"),
    ]
    assert names_in(tmp_path / "a.toml") == [("an-phu", "2025", "delta")]


def test_windows_ends_lines_otherwise(tmp_path: Path) -> None:
    write(tmp_path / "a.toml")
    (tmp_path / "a.toml").write_bytes((tmp_path / "a.toml").read_bytes().replace(b"\n", b"\r\n"))
    assert names_in(tmp_path) == [("an-phu", "2025", "delta")]


def test_a_framework_that_is_named_by_its_path_is_read(tmp_path: Path) -> None:
    write(tmp_path / "inside" / "a.toml", framework="../new@2025.toml")
    (tmp_path / "new@2025.toml").write_text(FRAMEWORK, "utf-8")
    ((_, _, framework),) = names_in(tmp_path / "inside")
    assert framework == os.fspath(tmp_path / "new@2025.toml")
    assert framework_id(framework) == "delta"
    assert measures(framework) == (["living"], ["houses", "roads"])


def test_a_bundled_framework_is_known_by_its_id() -> None:
    assert framework_id("mobilization") == "mobilization"
    groups, indicators = measures("mobilization")
    assert (groups[0], indicators[0]) == ("leadership", "dissemination_conferences")


@pytest.mark.parametrize(
    "bad",
    ["", "Cao Bang", "a b", "$(touch x)", "a;b", "`x`", "../x", "\x1b[2J", "x" * 65, "ê", 'a"b'],
)
def test_what_is_no_name_is_left_out(tmp_path: Path, bad: str) -> None:
    write(tmp_path / "a.toml", unit=bad)
    write(tmp_path / "b.toml", period=bad)
    write(tmp_path / "c.toml", framework=bad)
    assert names_in(tmp_path) == []
    (tmp_path / "framework.toml").write_text(FRAMEWORK.replace("delta", bad), "utf-8")
    assert framework_id(os.fspath(tmp_path / "framework.toml")) == ""


@pytest.mark.parametrize("framework", ["/etc/x.toml", "..\\x.toml", "x.tml", "nowhere.toml"])
def test_a_framework_that_is_not_there_has_no_names(tmp_path: Path, framework: str) -> None:
    write(tmp_path / "a.toml", framework=framework)
    for named in names_in(tmp_path):
        assert framework_id(named.framework) == ""
        assert measures(named.framework) == ([], [])


def test_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.toml")
    (tmp_path / "b.toml").symlink_to("nowhere")
    (tmp_path / "c.toml").write_bytes(b"\x00[unit]\xff")
    (tmp_path / "d.toml").mkdir()
    write(tmp_path / "e.toml", framework="d.toml")
    ((_, _, framework),) = names_in(tmp_path)
    assert framework_id(framework) == ""


def test_nobody_waits_for_very_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST >= 2000
    monkeypatch.setattr("scorecard.project.names.MOST", 3)
    for number in range(5):
        write(tmp_path / f"{number}.toml", unit=f"unit-{number}")
    assert [each.unit for each in names_in(tmp_path)] == ["unit-0", "unit-1", "unit-2"]
