"""What `validate`, `show`, `compare` and `explain` say of units that were merged or renamed."""

from pathlib import Path

import pytest
from command import run

FRAMEWORK = """\
format = 1
id = "work"
edition = "1"
name = "Work"
basis = "Decision 1"

[[groups]]
id = "all"
name = "All"

[[indicators]]
id = "houses"
group = "all"
name = "Houses built"
unit = "count"
kind = "flow"
target = 100

[[indicators]]
id = "online"
group = "all"
name = "Settled online"
unit = "percent"
kind = "rate"
target = { value = 100, basis = "ceiling" }

[[indicators]]
id = "index"
group = "all"
name = "Index"
unit = "points"
kind = "rate"
target = { value = 100, basis = "maximum" }
"""
CARD = """\
format = 1
framework = "../framework.toml"
period = "{period}"

[unit]
id = "{id}"
name = "{name}"
level = "{level}"
parent = "{parent}"
codes = {{ nso = "{code}" }}

[sources.report]
title = "Report"

[defaults]
source = "report"

[figures]
houses = {houses}
online = "{online}"
index = {index}
"""
UNITS = [
    ("tuyen-quang", "Tuyên Quang", "2025-H1", "08", 40, "30/40", 60),
    ("ha-giang", "Hà Giang", "2025-H1", "02", 50, "10/60", 50),
    ("tuyen-quang", "Tuyên Quang", "2026-H1", "08", 95, "60/100", 55),
    ("bac-ninh", "Bắc Ninh", "2025-H1", "27", 40, "30/40", 60),
    ("bac-ninh", "Bắc Ninh", "2026-H1", "24", 90, "31/40", 61),
    ("hue", "Huế", "2025-H1", "46", 40, "30/40", 60),
    ("hue", "Huế", "2026-H1", "46", 45, "31/40", 61),
]
RENAMED = """\
format = 1
kind = "register"
id = "here"
name = "Here"
basis = "Decision 1"

[[units]]
id = "ward-2"
name = "Phường 2"
level = "commune"
parent = "old-town"
codes = { nso = "99901" }
until = 2025-06-30
successors = [{ id = "new-ward", share = 1 }]

[[units]]
id = "new-ward"
name = "Phường Mới"
level = "commune"
parent = "old-town"
codes = { nso = "99902" }
from = 2025-07-01
"""
WIDE = {"COLUMNS": "120"}
SUMS = "figures against the sums of Ha Giang, Tuyen Quang for 2025-H1; scores cannot be added"
LACKING = "none since 2025-H1, as Bac Giang went to it, and no scorecard of then was read"
NAM_PO = ("nam-po", "Nậm Pồ", "103", "district", "dien-bien")


def write(folder: Path, id_: str, period: str, **said: object) -> None:
    path = folder / id_ / f"{period}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(CARD.format(id=id_, period=period, **said), "utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "framework.toml").write_text(FRAMEWORK, "utf-8")
    for id_, name, period, code, houses, online, index in UNITS:
        said = {"name": name, "code": code, "houses": houses, "online": online, "index": index}
        write(tmp_path, id_, period, level="province", parent="viet-nam", **said)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_what_is_right_in_its_time_has_no_finding() -> None:
    ran = run("validate", ".")
    assert (ran.code, ran.out) == (0, "8 files checked: no findings\n")


@pytest.mark.usefixtures("folder")
def test_figures_of_a_merged_unit_are_held_against_sums() -> None:
    ran = run("show", "Tuyên Quang", "--dir", ".", env=WIDE)
    lines = ran.out.splitlines()
    assert f"Change     {SUMS}" in lines
    changes = {line.split("  ")[0]: line for line in lines}
    assert "▲ 5.0" in changes["Houses built"]
    assert "▲ 20.0" in changes["Settled online"]
    assert "▲" not in changes["Index"]
    assert "▼" not in changes["Index"]


@pytest.mark.usefixtures("folder")
def test_a_comparison_says_against_what_each_unit_stands() -> None:
    ran = run("compare", ".", env=WIDE)
    notes = [line for line in ran.out.splitlines() if ", change: " in line]
    assert notes == [f"Note: Bắc Ninh, change: {LACKING}", f"Note: Tuyên Quang, change: {SUMS}"]
    assert "▲ 2.8" in next(line for line in ran.out.splitlines() if "Huế" in line)


@pytest.mark.usefixtures("folder")
def test_a_change_is_explained_or_refused_with_the_reason() -> None:
    said = {
        unit: run("explain", unit, "houses", "--dir", ".", env=WIDE).out.splitlines()[-1]
        for unit in ("Tuyên Quang", "Bắc Ninh", "Huế")
    }
    assert said == {
        "Tuyên Quang": "Change    ▲ 5.0 since 2025-H1",
        "Bắc Ninh": f"Change    {LACKING}",
        "Huế": "Change    ▲ 5.0 since 2025-H1",
    }


def test_a_district_that_has_ended_is_a_fault_and_is_held_against_nothing(folder: Path) -> None:
    id_, name, code, level, parent = NAM_PO
    for period in ("2025-H1", "2026-H1"):
        said = {"name": name, "code": code, "houses": 40, "online": "30/40", "index": 60}
        write(folder, id_, period, level=level, parent=parent, **said)
    ran = run("show", "Nậm Pồ", "--dir", ".", env=WIDE)
    assert "Change     none since 2025-H1, as it is not there any more" in ran.out.splitlines()
    assert 'error[SC722]: "Nậm Pồ" is not there in 2026-H1' in ran.err
    assert 'parts of "Quang Lam" belonged to "Muong Nhe" before, so no sum of these' in ran.err


def test_a_unit_that_was_renamed_is_the_same(folder: Path) -> None:
    (folder / "register.toml").write_text(RENAMED, "utf-8")
    old = {"name": "Phường 2", "code": "99901", "houses": 40, "online": "30/40", "index": 60}
    new = {"name": "Phường Mới", "code": "99902", "houses": 45, "online": "31/40", "index": 61}
    place = {"level": "commune", "parent": "old-town"}
    write(folder, "ward-2", "2025-H1", **place, **old)
    write(folder, "new-ward", "2026-H1", **place, **new)
    assert run("validate", ".").out == "11 files checked: no findings\n"
    ran = run("show", "Phường Mới", "--dir", ".", env=WIDE)
    assert "Change     ▲ 2.8 since 2025-H1" in ran.out.splitlines()
    write(folder, "new-ward", "2026-H1", **place, **{**new, "name": "Phường 2"})
    told = run("validate", "register.toml", "new-ward")
    said = 'warning[SC723]: in 2026-H1 the nso code "99902" is that of "Phường Mới"\n'
    assert told.out.startswith(said)
    assert '"Phường 2" was there until 2025-06-30, and went to "Phường Mới"' in told.out
