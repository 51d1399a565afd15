"""A unit over two periods, and a unit that no file of the folder is of."""

import csv
import io
import json
import re
from pathlib import Path

from command import run

CARD = """format = 1
framework = "mobilization"
period = "{period}"
sources = {{ r = {{ title = "R" }} }}

[unit]
id = "hue"
name = "Hue"
level = "province"

[figures]
dossiers_on_time = {{ value = {value}, source = "r" }}
"""


def test_what_has_changed_since_the_last_period_is_shown(tmp_path: Path) -> None:
    for period, value in (("2024", "90.5"), ("2025", "92.9")):
        (tmp_path / f"{period}.toml").write_text(CARD.format(period=period, value=value), "utf-8")
    ran = run("show", "hue", "--dir", tmp_path, env={"COLUMNS": "120"})
    assert (ran.code, ran.err) == (0, "")
    (row,) = (line for line in ran.out.splitlines() if line.startswith("Dossiers settled on time"))
    assert "▲ 2.4" in row
    (missing, *_) = (line for line in ran.out.splitlines() if " missing " in line)
    assert "▲" not in missing


def test_a_unit_may_be_in_one_of_the_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(CARD.format(period="2025", value="90.5"), "utf-8")
    (tmp_path / "b.toml").write_text("format = ", "utf-8")
    ran = run("show", "huee", "--dir", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'scorecard: there is no file, folder or unit "huee": did you mean "hue"?; '
        "1 of the files cannot be read: see scorecard validate\n"
    )


SEASON = """format = 1
framework = "framework.toml"
period = "{period}"
unit = {{ id = "{unit}", name = "{name}", level = "district" }}
figures = {{ harvest = {value} }}
"""

FRAMEWORK = """format = 1
id = "plan"
edition = "2026"
name = "Plan"
basis = "Decision 1"
groups = [{ id = "g", name = "Group" }]

[[indicators]]
id = "harvest"
group = "g"
name = "Harvest"
unit = "tonnes"
kind = "flow"
target = 100
"""


def season(folder: Path, *cards: tuple[str, str, object, str]) -> Path:
    """Write scorecards by unit, period, value and name under one framework."""
    (folder / "framework.toml").write_text(FRAMEWORK, "utf-8")
    for unit, period, value, name in cards:
        text = SEASON.format(unit=unit, period=period, value=value, name=name)
        (folder / f"{unit}-{period}.toml").write_text(text, "utf-8")
    return folder


BOTH = (
    ("u", "2026-H1", 48, "U"),
    ("u", "2025-H2", 88, "U"),
    ("u", "2025-H1", 44, "U"),
    ("v", "2026-H1", 40, "V"),
    ("v", "2025-H1", 46, "V"),
)

CARD_OF_U = """\
U · district · 2026-H1

Framework  edition 2026 · Plan
Score      48.0
Coverage   100.0 % (1 of 1 points reported)
Figures    1 of 1 reported
Targets    0 of 1 met or exceeded
Rank       1 of 2
Change     ▲ 4.0 since 2025-H1 · rank then 2 of 2

                                                                        Change
                                                                         since
Indicator         Value      Target  Complete, %            Verdict    2025-H1  Source  Note
────────────────────────────────────────────────────────────────────────────────────────────
Group                                       48.0
Harvest (tonnes)     48  100 stated         48.0  ███▉····  ✗ not met    ▲ 4.0

Signs: ▲ up
"""

TABLE = """\
Plan · edition 2026 · 2026-H1

                                   Change
                                    since  Rank in
Rank of 2  Unit  Score            2025-H1  2025-H1  Targets met  Group, %
─────────────────────────────────────────────────────────────────────────
        1  U      48.0  ███▉····    ▲ 4.0        2  0 of 1         48.0 ▄
        2  V      40.0  ███▎····    ▼ 6.0        1  0 of 1         40.0 ▄

Of the maximum, %:  ▁ <20   ▂ ≥20   ▄ ≥40   ▆ ≥60   █ ≥80

Signs: ▲ up · ▼ down
"""


def test_a_half_year_is_held_against_the_same_half_of_the_year_before(tmp_path: Path) -> None:
    folder = season(tmp_path, *BOTH)
    assert run("show", "u", "--dir", folder, env={"COLUMNS": "100"}).out == CARD_OF_U
    assert run("compare", folder, "--rows", "units").out == TABLE


def test_the_same_for_programs(tmp_path: Path) -> None:
    folder = season(tmp_path, *BOTH)
    read = json.loads(run("show", "u", "--dir", folder, "-f", "json").out)
    four: dict[str, object] = {"low": 4, "high": 4, "low_open": False, "high_open": False}
    four |= {"approximate": False, "side": None}
    (unit,) = read["units"]
    rank = {"best": 2, "worst": 2, "of": 2, "approximate": False}
    assert unit["change"] == {"since": "2025-H1", "score": four, "arrow": "up", "rank": rank}
    (figure,) = unit["figures"]
    assert figure["change"] == {"since": "2025-H1", "value": four, "arrow": "up"}
    assert json.loads(run("compare", folder, "-f", "json").out)["units"][0] == unit
    rows = list(csv.DictReader(io.StringIO(run("compare", folder, "-f", "csv").out[1:])))
    keys = ("change_since", "change_low", "change_arrow", "rank_then_best", "rank_then_worst")
    assert [[row[key] for key in keys] for row in rows] == [
        ["2025-H1", "4", "up", "2", "2"],
        ["2025-H1", "-6", "down", "1", "1"],
    ]


def test_where_units_are_held_against_different_periods_each_is_named(tmp_path: Path) -> None:
    cards = (*BOTH[:2], ("u", "2024-H1", 44, "U"), *BOTH[3:], ("w", "2026-H1", 30, "W"))
    ran = run("compare", season(tmp_path, *cards), "--rows", "units")
    assert ran.out.splitlines()[2:] == [
        "Rank of 3  Unit  Score            Change  Since    Targets met  Group, %",
        "────────────────────────────────────────────────────────────────────────",
        "        1  U      48.0  ███▉····   ▲ 4.0  2024-H1  0 of 1         48.0 ▄",
        "        2  V      40.0  ███▎····   ▼ 6.0  2025-H1  0 of 1         40.0 ▄",
        "        3  W      30.0  ██▍·····       –           0 of 1         30.0 ▂",
        "",
        "Of the maximum, %:  ▁ <20   ▂ ≥20   ▄ ≥40   ▆ ≥60   █ ≥80",
        *("", "Signs: ▲ up · ▼ down · – none"),
    ]


OTHER = 'Huế, change: none since 2025-H1, when it was "Thừa Thiên Huế"'


def test_what_had_another_name_is_held_against_nothing_and_that_is_said(tmp_path: Path) -> None:
    folder = season(tmp_path, ("u", "2026-H1", 48, "Huế"), ("u", "2025-H1", 44, "Thừa Thiên Huế"))
    for words in (("show", "u", "--dir", folder), ("compare", folder, "--rows", "units")):
        out = run(*words).out
        assert (
            f"\nNote: {OTHER}\n" in out
            or f"\nChange     {OTHER.removeprefix('Huế, change: ')}\n" in out
        )
        assert "▲" not in out
        read = json.loads(run(*words, "-f", "json").out)
        assert read["notes"] == [{"code": "other-then", "message": OTHER}]
        assert read["units"][0]["change"] is None
        assert read["units"][0]["figures"][0]["change"] is None
    ran = run("explain", "u", "harvest", "--dir", folder)
    assert 'Change    none since 2025-H1, when it was "Thừa Thiên Huế"\n' in ran.out


def test_what_is_supposed_is_marked_in_the_change(tmp_path: Path) -> None:
    folder = season(tmp_path, *BOTH)
    for words in (("show", "u", "--dir", folder), ("compare", folder, "--rows", "units")):
        ran = run(*words, "--what-if", "u:harvest=50", env={"COLUMNS": "120"})
        assert "※ ▲ 6.0" in ran.out


def test_an_explanation_says_the_same_of_the_unit(tmp_path: Path) -> None:
    folder = season(tmp_path, *BOTH, ("w", "2026-H1", 30, "Huế"), ("w", "2025-H1", 31, "Hà"))
    ran = run("explain", "u", "--dir", folder)
    assert "Change    ▲ 4.0 since 2025-H1 · rank then 2 of 3\n" in ran.out
    ran = run("explain", "w", "--dir", folder)
    assert 'Change        none since 2025-H1, when it was "Hà"\n' in ran.out
    read = json.loads(run("explain", "u", "--dir", folder, "-f", "json").out)
    shown = json.loads(run("show", "u", "--dir", folder, "-f", "json").out)
    assert read["explanations"][0]["standing"] == shown["units"][0]


def test_a_score_alone_has_no_rank_of_then(tmp_path: Path) -> None:
    folder = season(tmp_path, *BOTH[:3])
    for command in ("show", "explain"):
        ran = run(command, "u", "--dir", folder)
        assert re.search(r"^Change +▲ 4.0 since 2025-H1$", ran.out, re.MULTILINE)


def test_without_a_score_then_there_is_no_change(tmp_path: Path) -> None:
    absent = '{ absent = "not-due" }'
    folder = season(tmp_path, ("u", "2026-H1", 48, "U"), ("u", "2025-H1", absent, "U"))
    ran = run("show", "u", "--dir", folder)
    assert not re.search(r"^Change +", ran.out, re.MULTILINE)
    (unit,) = json.loads(run("show", "u", "--dir", folder, "-f", "json").out)["units"]
    assert unit["change"] == {"since": "2025-H1", "score": None, "arrow": None, "rank": None}


def test_scores_of_several_periods_are_a_line(tmp_path: Path) -> None:
    values = (("2022", 70), ("2023", 85), ("2025", 92), ("2026", 80))
    folder = season(tmp_path, *(("u", period, value, "U") for period, value in values))
    ran = run("show", "u", "--dir", folder, env={"COLUMNS": "100"})
    assert (ran.code, ran.err) == (0, "")
    assert "Over time  70.0 in 2022 ▁▆·█▄ 80.0" in ran.out
