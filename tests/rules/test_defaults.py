"""What is wrong in `[defaults]` is told there once, and what is wrong elsewhere where it is."""

from pathlib import Path

import pytest

from scorecard.project.load import load_all, measured

FRAMEWORK = """format = 1
id = "framework"
edition = "1"
name = "Tested"
basis = "Decision 1"
groups = [{{ id = "all", name = "All" }}]
[defaults]
{defaults}
[[indicators]]
id = "houses"
name = "Houses"
{houses}
[[indicators]]
id = "roads"
name = "Roads"
{roads}
"""
USUAL = 'group = "all"\nunit = "km"\n'

CARD = """format = 1
framework = "framework.toml"
period = "2025"
unit = { id = "hue", name = "Huế", level = "province" }
sources.report.title = "Báo cáo"
[defaults]
source = "report"
[figures]
houses = 3
roads = 4
"""


def written(folder: Path, defaults: str, houses: str = "", roads: str = "") -> list[Path]:
    text = FRAMEWORK.format(defaults=USUAL + defaults, houses=houses, roads=roads)
    (folder / "framework.toml").write_text(text, "utf-8")
    (folder / "hue.toml").write_text(CARD, "utf-8")
    return sorted(folder.glob("*.toml"))


DEFAULT, HOUSES, ROADS = 10, 11, 15


@pytest.mark.parametrize(
    ("defaults", "houses", "roads", "expected"),
    [
        ('target = "<7"', "", "", [(DEFAULT, "SC413")]),
        ('target = "<7"', "", "target = 8", [(DEFAULT, "SC413")]),
        ('target = "<7"', "", 'target = "<8"', [(DEFAULT, "SC413"), (ROADS + 3, "SC413")]),
        ('target = "<7"', "", 'direction = "lower"', [(HOUSES, "SC413")]),
        ("target = 7", 'target = "<8"', "", [(HOUSES + 3, "SC413")]),
        ("target = 7", "target = 8", "target = 9", [(DEFAULT, "SC508")]),
        ("baseline = 7", "", 'method = "baseline"\ntarget = 9', []),
        ("baseline = 7", "baseline = 8", "", [(DEFAULT, "SC508"), (HOUSES + 3, "SC508")]),
        ("points = 7", "", 'direction = "none"', []),
    ],
)
def test_it_is_told_once_where_all_that_take_it_are_wrong(
    tmp_path: Path, defaults: str, houses: str, roads: str, expected: list[tuple[int, str]]
) -> None:
    framework, _ = load_all(written(tmp_path, defaults, houses, roads))
    assert [(each.line, each.code) for each in framework.diagnostics] == expected


def test_all_that_take_it_count_as_missing(tmp_path: Path) -> None:
    (unit,) = measured(load_all(written(tmp_path, 'target = "<7"', roads="target = 8")))
    assert {item.indicator.id: item.error for item in unit.measured} == {
        "houses": "SC413",
        "roads": None,
    }


def test_a_scorecard_alone_tells_of_its_framework_once(tmp_path: Path) -> None:
    written(tmp_path, 'target = "<7"')
    _, framework = load_all([tmp_path / "hue.toml"])
    assert [(each.line, each.code) for each in framework.diagnostics] == [(DEFAULT, "SC413")]


@pytest.mark.parametrize(
    ("defaults", "figures", "expected"),
    [
        ("", "houses = 3", []),
        ('target_period = "2026"', "", []),
        ('target_period = "2026"', "houses = 3", ["defaults.target_period"]),
        ('target_period = "2026"', "houses = { value = 3, target = 7 }", []),
        (
            'target_period = "2026"',
            'houses = { value = 3, target = { value = 7, period = "2025" } }',
            ["defaults.target_period"],
        ),
        ('target_period = "2026"', "houses = { value = 3, claimed.completion = 30 }", []),
        (
            'target_period = "2026"',
            'houses = { value = 3, claimed.verdict = "met" }',
            ["defaults.target_period"],
        ),
        ("", 'houses = { value = 3, target_period = "2026" }', ["figures.houses.target_period"]),
        ("", 'houses = { value = 3, target = 7, target_period = "2026" }', []),
        ('status = "final"', 'houses = { value = 3, status = "final" }\nroads = 4', []),
        ('status = "final"', 'houses = { value = 3, status = "estimated" }', ["defaults.status"]),
    ],
)
def test_what_a_scorecard_has_by_default_is_used(
    tmp_path: Path, defaults: str, figures: str, expected: list[str]
) -> None:
    written(tmp_path, "")
    path = tmp_path / "hue.toml"
    text = f"{CARD.partition('[defaults]')[0]}[defaults]\n{defaults}\n[figures]\n{figures}\n"
    path.write_text(text, "utf-8")
    (card,) = load_all([path])
    found = [".".join(map(str, each.path)) for each in card.findings if each.code == "SC508"]
    assert found == expected
