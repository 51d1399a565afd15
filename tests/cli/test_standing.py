"""How figures stand in words: before their day, at fault, as reported, on scales."""

import json
import re
from pathlib import Path

import pytest
from command import run

FRAMEWORK = """format = 1
id = "plan"
edition = "2026"
name = "Plan"
basis = "Decision 1"
assumed = ["weights"]

[[bands]]
id = "good"
name = "Good"
from = 80
requires = ["done"]

[[bands]]
id = "fair"
name = "Fair"
from = 0

[[groups]]
id = "g"
name = "Group"
weight = 60

[[groups]]
id = "h"
name = "Other"
weight = 40

[defaults]
group = "g"
unit = "points"
"""
YEAR = 'target = { value = 100, period = "2026" }'
CARD = """format = 1
framework = "framework.toml"
period = "{period}"

[defaults]
source = "r"
status = "estimated"

[unit]
id = "{unit}"
name = "{unit}"
level = "district"

[sources.r]
title = "Report"
url = "https://example.org/r"

[figures]
"""


def indicator(name: str, *keys: str) -> str:
    lines = "\n".join(keys)
    return f'\n[[indicators]]\nid = "{name}"\nname = "{name.capitalize()}"\n{lines}\n'


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """Return a folder with a half-year of a plan for the year."""
    flow = 'kind = "flow"'
    indicators = [
        indicator("built", flow, YEAR),
        indicator("accidents", flow, 'direction = "lower"', YEAR),
        indicator("slow", flow, YEAR),
        indicator("schools", YEAR),
        indicator("own", 'target = "own"'),
        indicator("grain", 'target = "own"', flow),
        indicator("other", flow, 'target = { value = 9, period = "2025" }'),
        indicator("share", 'unit = "percent"', 'target = { value = 100, basis = "ceiling" }'),
        indicator("wrong", 'target = "<5"'),
        indicator("range", 'method = "within"', 'direction = "within"', 'target = "85..95"'),
        indicator("perhaps", "target = 100"),
        indicator("done", 'unit = "yes-no"', 'method = "yes-no"', 'group = "h"'),
        indicator("extra", "bonus = true", "points = 2", "target = 10"),
        indicator("late", "points = -2", "target = 10", 'direction = "lower"'),
        indicator("listed", "points = 0", "target = 10"),
        indicator("index", 'levels = ["province"]'),
    ]
    (tmp_path / "framework.toml").write_text(FRAMEWORK + "".join(indicators), "utf-8")
    figures = """built = 50
accidents = 60
slow = "~46"
schools = 75
own = 5
grain = { value = ">10677", claimed = { completion = 107, points = 1 } }
other = 4
share = "97/97"
wrong = 4
range = 90
perhaps = "85..95"
done = false
late = 12
listed = 5
index = 7
"""
    text = CARD.format(period="2026-H1", unit="hue") + figures
    (tmp_path / "hue.toml").write_text(text, "utf-8")
    return tmp_path


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


MARKS = [
    "Built 50 100 stated 50.0 → on pace, 100.0 % of pace",
    "Accidents 60 100 stated 166.7 ↓ behind, 83.3 % of pace",
    "Slow ≈ 46 100 stated ≈ 46.0 ◐ near pace, ≈ 92.0 % of pace ≈",
    "Schools 75 100 stated 75.0 … pending, due 2026",
    "Own 5 – – counts as missing: it brings no target",
    "Grain >10,677 – 107.0 ▲ exceeded (as reported)",
    "Other 4 9 stated – counts as missing: its target is for another time",
    "Share 97/97 100 % ceiling 100.0 ■ full",
    "Wrong 4 – – counts as missing: SC413",
    "Range 90 85–95 stated 100.0 ✓ met",
    "Perhaps 85–95 100 stated 85.0–95.0 ◔ perhaps near",
    "Done not done done stated 0.0 ✗ not met",
    "Extra not named 10 stated – –",
    "Late 12 10 stated 83.3 ✗ not met",
    "Listed 5 10 stated 50.0 ✗ not met",
]


def test_each_figure_has_one_mark_in_words(half: Path) -> None:
    ran = run("show", half / "hue.toml", "--no-pager", env={"COLUMNS": "250"})
    told = [re.sub("[▏▎▍▌▋▊▉█▒·]{8}", "", line) for line in lines(ran.out)]
    told = [" ".join(line.split()) for line in told]
    missing = [mark for mark in MARKS if not any(line.startswith(mark) for line in told)]
    assert missing == []
    # What the framework has wrong is told beside the numbers that rest on it.
    assert ran.code == 1
    assert "error[SC413]" in ran.err
    assert "Assumed weights: no document states them" in told
    assert any(line.startswith("Score so far") for line in told)
    assert any(line.startswith("Score at pace") for line in told)
    assert any(line.startswith("Coverage") and line.endswith("% estimated") for line in told)
    assert not any(line.startswith("Band") for line in told)


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_the_marks_are_the_same_for_programs(half: Path, format_: str) -> None:
    ran = run("show", half / "hue.toml", "-f", format_)
    marks = ["on pace", "behind", "near pace", "pending", "perhaps near", "full", "exceeded"]
    assert [mark for mark in marks if mark not in ran.out] == []
    assert ("completion 107; points 1" in ran.out) == (format_ == "csv")


@pytest.mark.parametrize("format_", ["table", "markdown"])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_units_are_compared_in_each_language(half: Path, format_: str, language: str) -> None:
    ran = run("compare", half, "-f", format_, "--lang", language, "--by", "indicators")
    word = "assumed" if language == "en" else "giả định"
    assert word in ran.out


@pytest.mark.parametrize("name", ["accidents", "extra", "late", "grain", "own", "wrong", "listed"])
def test_every_figure_can_be_explained(half: Path, name: str) -> None:
    told = " ".join(run("explain", half / "hue.toml", name).out.split())
    expected = {
        "accidents": "completion × 50 % = 83.3 %",
        "extra": "points, added after the groups",
        "late": "points, added after the groups",
    }
    assert expected.get(name, name.capitalize()) in " ".join(told.split())


def test_the_next_band_is_told_by_what_it_takes(tmp_path: Path) -> None:
    bands = '[[bands]]\nid = "top"\nname = "Top"\nfrom = 99\nrequires = "all"\n\n[[bands]]'
    text = FRAMEWORK.replace("[[bands]]", bands, 1).replace('assumed = ["weights"]\n', "")
    indicators = [
        indicator("rate", 'unit = "percent"', "target = 90", "limits = [0, 100]"),
        indicator("days", 'direction = "lower"', "target = 5"),
        indicator("done", 'unit = "yes-no"', 'method = "yes-no"', 'group = "h"'),
        indicator("own", 'target = "own"'),
        indicator("houses", 'unit = "count"', "target = 7"),
        indicator("acid", 'method = "within"', 'direction = "within"', 'target = "6..7"'),
        indicator("way", 'method = "baseline"', "baseline = 10", "target = 20"),
        indicator("deaths", 'direction = "lower"', "target = 0"),
        indicator("table", 'method = "steps"', "steps = [[95, 1], [90, 0.5]]"),
    ]
    (tmp_path / "framework.toml").write_text(text + "".join(indicators), "utf-8")
    told = []
    for low in ("rate", "days", "done", "own", "houses", "acid", "way", "table", "deaths"):
        values = {
            "deaths": "0",
            "rate": "90",
            "days": "5",
            "done": "true",
            "own": "{ value = 5, target = 5 }",
            "houses": "7",
            "acid": "6.5",
            "way": "20",
            "table": "95",
        }
        wrong = {"rate": "10", "days": "50", "done": "false", "houses": "1", "acid": "20"}
        values |= {low: {**wrong, "way": "11", "table": "1"}.get(low, '{ absent = "missing" }')}
        rows = "".join(f"{name} = {value}\n" for name, value in values.items())
        card = CARD.format(period="2026", unit=low) + rows
        (tmp_path / f"{low}.toml").write_text(card, "utf-8")
        out = run("show", tmp_path / f"{low}.toml", env={"COLUMNS": "200"}).out
        told += [line for line in lines(out) if line.startswith(f"{low.capitalize()} ")][-1:]
        assert any("this band also requires" in line for line in lines(out))
    assert [line for line in told if "–" in line[6:]] == []
    assert json.loads(run("show", tmp_path / "rate.toml", "-f", "json").out)["units"][0][
        "next_band"
    ]


def test_one_edition_of_a_bundled_framework_may_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "hue.toml"
    for edition, said in (("2025", ""), ("2024", 'its edition is "2025"')):
        text = CARD.format(period="2026", unit="hue") + "papi = 40\n"
        path.write_text(text.replace("framework.toml", f"mobilization@{edition}"), "utf-8")
        ran = run("validate", path)
        assert (ran.code, said in ran.out) == (bool(said), True)


def test_defaults_of_what_has_no_figures_are_no_fault_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "hue.toml"
    text = CARD.format(period="2026", unit="hue").replace("framework.toml", "mobilization")
    path.write_text(text.replace("[figures]\n", ""), "utf-8")
    assert 'the key "figures" is missing' in run("validate", path).out
    path.write_text(f"{text}papi = [4]\n", "utf-8")
    assert "error[SC205]: [4]" in run("validate", path).out


def test_shares_of_nothing_come_to_no_share_of_a_parent(tmp_path: Path) -> None:
    text = FRAMEWORK + indicator("rate", 'unit = "percent"', "target = 90", "limits = [0, 100]")
    (tmp_path / "framework.toml").write_text(
        text.replace("[[bands]]", '[scoring]\nzero_of_zero = "full"\n\n[[bands]]', 1), "utf-8"
    )
    card = CARD.format(period="2026", unit="hue").replace("[sources", 'parent = "up"\n\n[sources')
    (tmp_path / "hue.toml").write_text(f'{card}rate = "0/0"\n', "utf-8")
    ran = run("compare", tmp_path, "--by-parent", "-f", "json")
    (parent,) = json.loads(ran.out)["parents"]
    assert parent["sums"][0]["value"] is None


def test_ranks_hang_on_the_weights_of_groups_too(tmp_path: Path) -> None:
    pytest.importorskip("numpy")
    text = FRAMEWORK.replace('requires = ["done"]\n', "")
    text += indicator("a", "target = 10") + indicator("b", "target = 10", 'group = "h"')
    text += indicator("extra", "bonus = true", "points = 2", "target = 10")
    (tmp_path / "framework.toml").write_text(text, "utf-8")
    for unit, a, b in (("hue", 9, 1), ("son-la", 5, 6)):
        card = CARD.format(period="2026", unit=unit)
        (tmp_path / f"{unit}.toml").write_text(f"{card}a = {a}\nb = {b}\nextra = 1\n", "utf-8")
    read = json.loads(run("compare", tmp_path, "--sensitivity", "-f", "json").out)
    found = {unit["id"]: unit["sensitivity"]["at_rank"] for unit in read["units"]}
    assert all(0 < share < 1 for share in found.values())


def test_a_band_that_requires_what_is_missed_is_not_given_nor_one_below_it(tmp_path: Path) -> None:
    done = indicator("done", 'unit = "yes-no"', 'method = "yes-no"')
    share = indicator("share", 'unit = "percent"', 'target = "9/10"')
    text = FRAMEWORK.replace("from = 0\n", 'from = 0\nrequires = "all"\n').partition("[[groups]]")[
        0
    ]
    text += '[[groups]]\nid = "g"\nname = "Group"\n\n[defaults]\ngroup = "g"\n'
    (tmp_path / "framework.toml").write_text(text + done + share, "utf-8")
    card = CARD.format(period="2026", unit="hue")
    for said, bands in (("true", ["good"]), ("false", None)):
        figures = f'{card}done = {said}\nshare = "18/20"\n'
        (tmp_path / "hue.toml").write_text(figures, "utf-8")
        (unit,) = json.loads(run("show", tmp_path / "hue.toml", "-f", "json").out)["units"]
        assert (unit["band"], unit["figures"][1]["mark"]) == (bands, "met")


def test_a_band_asks_nothing_of_a_share_of_nothing(tmp_path: Path) -> None:
    text = FRAMEWORK.replace("[[bands]]", '[scoring]\nzero_of_zero = "full"\n\n[[bands]]', 1)
    text += indicator("done", 'unit = "percent"', "target = 90", "limits = [0, 100]")
    (tmp_path / "framework.toml").write_text(text, "utf-8")
    card = CARD.format(period="2026", unit="hue")
    (tmp_path / "hue.toml").write_text(f'{card}done = "0/0"\n', "utf-8")
    (unit,) = json.loads(run("show", tmp_path / "hue.toml", "-f", "json").out)["units"]
    assert (unit["score"]["low"], unit["band"]) == (100, ["good"])
