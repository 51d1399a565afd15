"""`compare --by-parent`: children summed up in every format."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from command import run

FORMATS = ("table", "markdown", "json", "csv")

FRAMEWORK = """format = 1
id = "plan"
edition = "1"
name = "Plan"
basis = "Decision 1"
groups = [{ id = "all", name = "All" }]
indicators = [
  { id = "roads", group = "all", name = "Roads", unit = "km", kind = "flow", direction = "higher" },
  { id = "on_time", group = "all", name = "On time", unit = "percent", kind = "rate", \
direction = "higher" },
  { id = "people", group = "all", name = "People", unit = "count", kind = "stock", \
direction = "higher" },
]
"""

UNITS = {
    "hue": ("province", 'roads = 20\non_time = "30/40"\n'),
    "an-phu": ("district", 'roads = 2.5\non_time = "1/2"\npeople = 88000\n'),
    "binh-tan": ("district", 'roads = 3\non_time = "3/10"\n'),
}

TABLE = """\
Hue · 2025

Together: An-Phu, Binh-Tan

Indicator        Together   Units  Its own figure
─────────────────────────────────────────────────
Roads (km)            5.5  2 of 2              20
On time     33.3 % (4/12)  2 of 2           30/40
People           ≥ 88,000  1 of 2               –

Signs: ≥ at least · – none
"""

MARKDOWN = """\
## Hue · 2025

### Together: An-Phu, Binh-Tan

| Indicator | Together | Units | Its own figure |
| --- | --: | --: | --: |
| Roads (km) | 5.5 | 2 of 2 | 20 |
| On time | 33.3 % (4/12) | 2 of 2 | 30/40 |
| People | ≥ 88,000 | 1 of 2 | – |

Signs: ≥ at least · – none
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "framework.toml").write_text(FRAMEWORK, "utf-8")
    for name, (level, figures) in UNITS.items():
        parent = 'parent = "hue"\n' if level == "district" else ""
        (tmp_path / f"{name}.toml").write_text(
            f'format = 1\nframework = "framework.toml"\nperiod = "2025"\n[unit]\nid = "{name}"\n'
            f'name = "{name.title()}"\nlevel = "{level}"\n{parent}[figures]\n{figures}',
            "utf-8",
        )
    return tmp_path


def test_the_table(folder: Path) -> None:
    ran = run("compare", folder, "--by-parent")
    assert (ran.code, ran.out, ran.err) == (0, TABLE, "")


def test_markdown(folder: Path) -> None:
    ran = run("compare", folder, "--by-parent", "-f", "markdown")
    assert (ran.code, ran.out, ran.err) == (0, MARKDOWN, "")


def test_json(folder: Path) -> None:
    ran = run("compare", folder, "--by-parent", "-f", "json")
    read = json.loads(ran.out)
    assert (ran.code, read["command"], read["frameworks"]) == (0, "compare", [])
    assert (read["units"], read["notes"], read["what_if"]) == ([], [], [])
    (parent,) = read["parents"]
    assert (parent["id"], parent["children"]) == ("hue", ["an-phu", "binh-tan"])
    sums = [(each["id"], each["reason"], each["reporting"], each["of"]) for each in parent["sums"]]
    assert sums == [("roads", None, 2, 2), ("on_time", None, 2, 2), ("people", None, 1, 2)]
    assert [each["value"] and each["value"]["low"] for each in parent["sums"]] == [
        5.5,
        33.3333333333333,
        88000,
    ]
    assert parent["sums"][2]["value"]["high"] is None


def test_a_sum_of_what_is_nearly_or_about_a_number_is_none_that_is_exact(folder: Path) -> None:
    path = folder / "an-phu.toml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"roads = [0-9.]+", 'roads = "~3"', text), "utf-8")
    ran = run("compare", folder, "--by-parent", "-f", "csv")
    assert "\nhue,'2025,roads,≈ 6,6,6,false,false,true,," in ran.out


def test_csv(folder: Path) -> None:
    ran = run("compare", folder, "--by-parent", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff"))))
    keys = ("parent", "period", "indicator", "sum", "sum_low", "sum_high", "reason", "units")
    assert [[row[key] for key in keys] for row in rows] == [
        ["hue", "'2025", "roads", "5.5", "5.5", "5.5", "", "2"],
        ["hue", "'2025", "on_time", "33.3", "33.3333333333333", "33.3333333333334", "", "2"],
        ["hue", "'2025", "people", "≥ 88000", "88000", "", "", "2"],
    ]
    assert [[row[key] for key in ("own", "own_low", "what_if")] for row in rows] == [
        ["'20", "20", ""],
        ["'30/40", "75", ""],
        ["", "", ""],
    ]


def test_only_what_is_chosen_is_summed_up(folder: Path) -> None:
    out = run("compare", folder, "--by-parent", "--level", "district").out
    assert out.startswith("Hue · 2025\n")
    assert "Its own figure" not in out
    assert run("compare", folder, "--by-parent", "--period", "2025").out == TABLE


@pytest.mark.parametrize("format_", FORMATS)
def test_a_supposed_value_is_marked_in_the_sum(folder: Path, format_: str) -> None:
    words = ("compare", folder, "--by-parent", "-f", format_, "--what-if", "an-phu:roads=17")
    ran = run(*words, env={"COLUMNS": "100"})
    assert (ran.code, ran.err) == (0, "")
    expected = {
        "table": ["※ 20", "Note: WHAT IF an-phu: roads = 17: supposed"],
        "markdown": ["| Roads (km) | ※ 20 |", "Note: WHAT IF an-phu: roads = 17: supposed"],
        "json": ['"what_if": true', '{"unit": "an-phu", "indicator": "roads", "value": "17"}'],
        "csv": ["hue,'2025,roads,20,20,20,", ",supposed\n"],
    }
    assert [text for text in expected[format_] if text not in ran.out] == []


def test_every_period_is_summed_up_by_itself(folder: Path) -> None:
    text = (folder / "an-phu.toml").read_text("utf-8")
    (folder / "then.toml").write_text(text.replace('"2025"', '"2024"'), "utf-8")
    read = json.loads(run("compare", folder, "--by-parent", "-f", "json").out)
    found = [(each["period"], each["children"]) for each in read["parents"]]
    assert found == [("2024", ["an-phu"]), ("2025", ["an-phu", "binh-tan"])]


@pytest.mark.parametrize("format_", ["table", "markdown", "json"])
def test_who_is_left_out_is_named(format_: str, several_frameworks: Path) -> None:
    ran = run("compare", several_frameworks, "--by-parent", "-f", format_, env={"COLUMNS": "160"})
    assert (ran.code, ran.err) == (0, "")
    assert "scorecards under other frameworks are not shown: decision-766-detail" in ran.out
    assert "not averaged: points or rates without their numbers" in ran.out or format_ == "json"


def test_where_nobody_names_a_parent_that_is_said(folder: Path) -> None:
    ran = run("compare", folder / "hue.toml", "--by-parent", env={"COLUMNS": "100"})
    said = "no unit that is shown names the unit it is a part of: there is nothing to sum up"
    assert (ran.code, ran.out, ran.err) == (0, f"Note: {said}\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ("--sensitivity",),
        ("--rows", "units"),
        ("--by", "groups"),
        ("--sort", "unit"),
        ("--top", "1"),
        ("--bottom", "1"),
    ],
)
def test_what_sums_do_not_have_is_refused(folder: Path, words: tuple[str, ...]) -> None:
    ran = run("compare", folder, "--by-parent", *words)
    said = (
        "--by-parent goes without --rows, --by, --sort, --sensitivity, --top, --bottom and "
        "--edition"
    )
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {said}\n")
