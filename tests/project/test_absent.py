"""Children that have no scorecard for a period are counted among the units of a sum."""

import csv
import io
import json
from pathlib import Path

import pytest
from command import run

FRAMEWORK = """format = 1
id = "{id}"
edition = "1"
name = "Plan"
basis = "Decision 1"
groups = [{{ id = "all", name = "All" }}]
indicators = [
  {{ id = "roads", group = "all", name = "Roads", unit = "km", kind = "flow", \
direction = "higher" }},
  {{ id = "on_time", group = "all", name = "On time", unit = "percent", kind = "rate", \
direction = "higher" }},
]
"""

TABLE = """\
Hue · 2025

Together: A, B

Indicator                            Together   Units
─────────────────────────────────────────────────────
Roads (km)                              ≥ 5.5  2 of 3
On time     not added: some units are missing  2 of 3

Signs: ≥ at least
"""

MARKDOWN = """\
| Roads (km) | ≥ 5.5 | 2 of 3 |
| On time | not added: some units are missing | 2 of 3 |
"""

GONE = "Note: no scorecard for 2025 that can be read, so missing from the sums: C (2024)\n"
LISTED = "Note: 2 of 3 expected units have reported for 2025; not: C (2024)\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which a and b report for 2025, and c did for 2024."""
    for name in ("plan", "other"):
        (tmp_path / f"{name}.toml").write_text(FRAMEWORK.format(id=name), "utf-8")
    write(tmp_path, "a", "2025", 2.5, "1/2")
    write(tmp_path, "b", "2025", 3, "3/10")
    write(tmp_path, "c", "2024", 4, "2/3")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(
    folder: Path,
    unit: str,
    period: str,
    roads: float = 1,
    on_time: str = "1/2",
    *,
    level: str = "district",
    parent: str = "hue",
    framework: str = "plan",
    track: str | None = None,
) -> Path:
    path = folder / f"{unit}@{period.replace('/', '--')}@{track}.toml"
    tracked = f'track = "{track}"\n' if track else ""
    path.write_text(
        f'format = 1\nframework = "{framework}.toml"\nperiod = "{period}"\n{tracked}[unit]\n'
        f'id = "{unit}"\nname = "{unit.upper()}"\nlevel = "{level}"\nparent = "{parent}"\n'
        f'[figures]\nroads = {roads}\non_time = "{on_time}"\n',
        "utf-8",
    )
    return path


def expect(folder: Path, *units: str) -> None:
    (folder / "scorecard.toml").write_text(f"expect = {json.dumps(units)}\n", "utf-8")


def missing(*words: str) -> dict[str, list[str]]:
    """Return who is missing, by parent, period, level and track."""
    read = json.loads(run("compare", ".", "--by-parent", "-f", "json", *words).out)
    keys = ("id", "period", "level", "track")
    return {
        " ".join(parent[key] for key in keys if parent[key]): parent["missing"]
        for parent in read["parents"]
        if parent["missing"]
    }


def told(*words: str) -> str:
    wide = {"COLUMNS": "160"}
    return run("compare", ".", "--by-parent", "--period", "2025", *words, env=wide).out


@pytest.mark.parametrize(
    ("listed", "note"),
    [((), GONE), (("children of hue",), LISTED), (("a", "b", "c"), LISTED), (("a",), GONE)],
)
def test_who_is_expected_or_was_here_the_year_before(
    folder: Path, listed: tuple[str, ...], note: str
) -> None:
    expect(folder, *listed)
    assert told() == f"{TABLE}\n{note}"
    assert MARKDOWN in told("-f", "markdown")
    assert missing("--period", "2025") == {"hue 2025 district": ["c"]}


@pytest.mark.usefixtures("folder")
def test_in_every_format() -> None:
    read = json.loads(told("-f", "json"))
    (parent,) = read["parents"]
    keys = ("reporting", "of", "reason")
    sums = [[each[key] for key in keys] for each in parent["sums"]]
    assert (parent["missing"], sums) == (["c"], [[2, 3, None], [2, 3, "partial"]])
    value = parent["sums"][0]["value"]
    assert (value["low"], value["high"]) == (5.5, None)
    assert [each["code"] for each in read["notes"]] == ["not-in-sums"]
    rows = list(csv.DictReader(io.StringIO(told("-f", "csv").removeprefix("\ufeff"))))
    columns = ("sum", "sum_low", "sum_high", "reason", "units_reporting", "units")
    assert [[row[column] for column in columns] for row in rows] == [
        ["≥ 5.5", "5.5", "", "", "2", "3"],
        ["", "", "", "partial", "2", "3"],
    ]
    vietnamese = "không có phiếu điểm đọc được cho năm 2025, nên không có trong tổng: C (năm 2024)"
    assert vietnamese in told("--lang", "vi")


def test_who_is_not_expected_any_more_is_not_missing(folder: Path) -> None:
    expect(folder, "children of hue", "not c")
    assert missing() == {}
    assert "2 of 2" in told()


def test_who_was_here_two_years_before_is_not_missing_unless_expected(folder: Path) -> None:
    (folder / "c@2024@None.toml").unlink()
    write(folder, "c", "2023")
    assert missing() == {}
    expect(folder, "a", "b", "c", "d")
    assert missing("--period", "2025") == {"hue 2025 district": ["c", "d"]}
    assert "2 of 4 expected units have reported for 2025; not: C (2023), d" in told()


def test_a_file_that_cannot_be_read_gives_nothing_to_a_sum(folder: Path) -> None:
    expect(folder, "a", "b", "c", "d")
    for unit in ("c", "d"):
        (folder / f"{unit}-2025.toml").write_text("format = 1,5\n", "utf-8")
    assert missing() == {"hue 2024 district": ["a", "b", "d"], "hue 2025 district": ["c", "d"]}
    assert "missing from the sums: C (2024), d\n" in told()


def test_who_moved_is_not_missing_where_it_was(folder: Path) -> None:
    write(folder, "c", "2025", parent="da-nang")
    assert missing() == {}


def test_what_is_of_another_level_track_or_framework_is_not_missing(folder: Path) -> None:
    (folder / "c@2024@None.toml").unlink()
    write(folder, "d", "2024", level="commune")
    write(folder, "e", "2024", track="self")
    expect(folder, "children of hue")
    assert missing() == {}
    write(folder, "f", "2024", framework="other")
    expect(folder)
    assert missing() == {}
    # A list is for every framework of the folder.
    expect(folder, "children of hue")
    assert missing() == {"hue 2025 district": ["f"]}


def test_a_period_without_a_year_follows_none(folder: Path) -> None:
    (folder / "c@2024@None.toml").rename(folder / "c.toml")
    path = folder / "c.toml"
    path.write_text(path.read_text("utf-8").replace('"2024"', '"XXXX-H1"'), "utf-8")
    assert missing() == {}


def test_only_so_many_are_named(folder: Path) -> None:
    for at in range(6):
        write(folder, f"d-{at}", "2024")
    names = ", ".join(["C (2024)", *(f"D-{at} (2024)" for at in range(5))])
    assert f"missing from the sums: {names}, …\n" in told()
    assert "2 of 9" in told()


@pytest.mark.usefixtures("folder")
def test_of_files_that_are_named_nobody_is_missing() -> None:
    ran = run("compare", "a@2025@None.toml", "b@2025@None.toml", "--by-parent")
    assert "2 of 2" in ran.out
    assert "Note" not in ran.out
