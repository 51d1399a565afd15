"""Tracks of one unit beside one another: what it says of itself, and what others say."""

import json
from pathlib import Path

import pytest
from command import run

FRAMEWORK = """format = 1
id = "index"
edition = "1"
name = "Index"
basis = "Decision 1"

[tracks]
self = { name = { en = "Self-scored", vi = "Tự chấm" }, most = 90 }

[[bands]]
id = "good"
name = "Good"
from = 80

[[bands]]
id = "fair"
name = "Fair"
from = 0

[[groups]]
id = "all"
name = "All"

[[groups]]
id = "more"
name = "More"

[[indicators]]
id = "idle"
group = "more"
name = "Idle"
unit = "points"
kind = "rate"
points = 0

[[indicators]]
id = "service"
group = "all"
name = "Service"
unit = "points"
kind = "rate"
points = 60
target = { value = 60, basis = "maximum" }

[[indicators]]
id = "waiting"
group = "all"
name = "Days of waiting"
unit = "days"
kind = "rate"
direction = "lower"
points = 40
target = 4

[[indicators]]
id = "plan"
group = "all"
name = "Plan issued"
unit = "yes-no"
kind = "stock"
method = "yes-no"
target = true
points = 0
"""
CARD = """format = 1
framework = "../framework.toml"
period = "2025"
track = "{track}"

[unit]
id = "{unit}"
name = "{unit}"
level = "commune"

[figures]
service = {service}
waiting = {waiting}
plan = true
"""


def card(place: Path, unit: str, track: str, service: object, waiting: object) -> None:
    text = CARD.format(unit=unit, track=track, service=service, waiting=waiting)
    (place / "units" / f"{unit}-{track}.toml").write_text(text, "utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Three units that scored themselves, of which two were appraised."""
    (tmp_path / "units").mkdir()
    (tmp_path / "framework.toml").write_text(FRAMEWORK, "utf-8")
    card(tmp_path, "an", "self", 48, 4)
    card(tmp_path, "an", "appraised", 36, 5)
    card(tmp_path, "bo", "self", 36, 4)
    card(tmp_path, "bo", "appraised", 42, 4)
    card(tmp_path, "cu", "self", 30, 4)
    return tmp_path


def printed(*words: str | Path, columns: int = 100) -> list[str]:
    ran = run(*words, env={"COLUMNS": str(columns)})
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


def test_tracks_stand_beside_one_another_with_what_moved(place: Path) -> None:
    words = ("compare", place / "units", "--track", "self", "--track", "appraised")
    assert printed(*words)[:8] == [
        "Index · edition 1 · 2025",
        "",
        "      Self-scored,             Self-scored",
        "Unit    at most 90  appraised  → appraised  Band          Rank",
        "──────────────────────────────────────────────────────────────",
        "bo            76.0       82.0        ▲ 6.0  Fair ▲ Good  2 → 1",
        "an            88.0       68.0       ▼ 20.0  Good ▼ Fair  1 → 2",
        "cu            70.0          –            –  Fair → –     3 → –",
    ]
    # In the order in which they are asked for.
    words = ("compare", place / "units", "--track", "appraised", "--track", "self")
    assert printed(*words)[5] == ("an         68.0          88.0       ▲ 20.0  Fair ▲ Good  2 → 1")


def test_one_track_alone_is_compared_as_any_other(place: Path) -> None:
    found = printed("compare", place / "units", "--track", "self", "--rows", "units")
    assert found[2] == "Rank of 3  Unit  Score            Band  Targets met  All, of 100"
    assert [line.split()[1] for line in found[4:7]] == ["an", "bo", "cu"]


def test_without_a_word_each_track_is_ranked_by_itself_and_named(place: Path) -> None:
    found = printed("compare", place / "units", "--rows", "units")
    assert found[2] == "  Rank  Unit  Track        Score            Band  Targets met  All, of 100"
    assert [line.split()[3:5] for line in found[4:9]] == [
        ["bo", "appraised"],
        ["an", "appraised"],
        ["an", "Self-scored"],
        ["bo", "Self-scored"],
        ["cu", "Self-scored"],
    ]


def test_a_card_shows_the_tracks_of_its_unit_indicator_by_indicator(place: Path) -> None:
    found = printed("show", "an", "--dir", place / "units")
    assert "an · commune · 2025 · Self-scored" in found
    at = found.index("Tracks of an · 2025")
    assert found[at + 2 :] == [
        "                        Self-scored,             Self-scored",
        "Indicator                 at most 90  appraised  → appraised  Points",
        "────────────────────────────────────────────────────────────────────",
        "Score                           88.0       68.0       ▼ 20.0",
        "",
        "All",
        "Service                           48         36       ▼ 12.0  ▼ 12.0",
        "Days of waiting (days)             4          5        ▲ 1.0   ▼ 8.0",
        "Plan issued                     done       done            –       –",
    ]
    assert not any("Tracks of" in line for line in printed("show", "cu", "--dir", place / "units"))


def test_json_has_every_movement(place: Path) -> None:
    ran = run("show", "an", "bo", "cu", "--dir", place / "units", "-f", "json")
    moved = json.loads(ran.out)["movements"]
    assert [(each["unit"], each["from"], each["to"], each["crossed"]) for each in moved] == [
        ("an", "self", "appraised", "down"),
        ("bo", "self", "appraised", "up"),
    ]
    assert moved[0]["score"]["low"] == -20
    assert [
        (
            each["id"],
            each["value"] and each["value"]["low"],
            each["points"] and each["points"]["low"],
        )
        for each in moved[0]["figures"]
    ] == [("idle", None, None), ("service", -12, -12), ("waiting", 1, -8), ("plan", None, None)]


def test_where_bounds_leave_it_open_no_band_was_crossed(place: Path) -> None:
    card(place, "an", "appraised", '">30"', 4)
    card(place, "bo", "appraised", 50, '{ absent = "missing" }')
    words = ("compare", place / "units", "--track", "self", "--track", "appraised")
    rows = {line.split()[0]: line for line in printed(*words)[5:8]}
    assert "Good → Fair to Good" in rows["an"]
    assert rows["bo"].rstrip().endswith("Fair → –             2 → –")


def test_a_third_track_is_held_against_the_second(place: Path) -> None:
    card(place, "an", "survey", 39, 4)
    card(place, "an", "audit", 42, 4)
    found = printed("show", "an", "--dir", place / "units", columns=140)
    at = found.index("Tracks of an · 2025")
    assert " ".join(found[at + 5].split()) == "Score 88.0 68.0 79.0 82.0 ▼ 20.0 ▲ 11.0 ▲ 3.0"
    assert found[at + 3].split()[-10:] == [
        *("→", "appraised", "Points", "→", "survey", "Points", "survey", "→", "audit", "Points")
    ]


def test_a_track_that_nobody_is_of(place: Path) -> None:
    ran = run("compare", place / "units", "--track", "survey")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "scorecard: none of the 5 scorecards here is of the track survey\n"
    ran = run(
        "compare", place / "units", "--track", "self", "--track", "appraised", "--rows", "units"
    )
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("scorecard: several --track go without --rows, --by, --top")


def test_without_bands_there_is_no_column_of_them(place: Path) -> None:
    before, _, after = FRAMEWORK.partition("[[bands]]")
    text = before + after[after.index("[[groups]]") :]
    (place / "framework.toml").write_text(text, "utf-8")
    words = ("compare", place / "units", "--track", "self", "--track", "appraised")
    assert printed(*words)[3] == "Unit    at most 90  appraised  → appraised   Rank"
