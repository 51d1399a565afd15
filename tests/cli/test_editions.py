"""Editions of one framework: apart unless they say that they can be compared."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from command import run

HEAD = """format = 1
id = "index"
edition = "{edition}"
name = "Index"
basis = "Decision 1"
{more}
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
"""
INDICATOR = """
[[indicators]]
id = "{id}"
group = "all"
name = "{name}"
unit = "points"
kind = "rate"
points = {most}
target = {{ value = {most}, basis = "maximum" }}
"""
CARD = """format = 1
framework = "../{framework}.toml"
period = "{period}"

[unit]
id = "{unit}"
name = "{unit}"
level = "province"

[figures]
"""
OLD = {"entry": ("Entry", 20), "land": ("Land", 30), "law": ("Law", 10), "time": ("Time", 40)}
NEW = {"entry": ("Entry", 10), "land": ("Land", 30), "hours": ("Time", 40), "help": ("Help", 20)}
SAYS_SO = '\n[comparable]\neditions = ["2012"]\nrenamed = { hours = "time" }\n'
SAYS_SO_TOO = '\n[comparable]\neditions = ["2013"]\nrenamed = { time = "hours" }\n'


def framework(edition: str, indicators: Mapping[str, tuple[str, int]], more: str = "") -> str:
    rows = (INDICATOR.format(id=k, name=n, most=most) for k, (n, most) in indicators.items())
    return HEAD.format(edition=edition, more=more) + "".join(rows)


def figures(path: Path, under: str, period: str, unit: str, *values: int) -> None:
    names = OLD if under == "old" else NEW
    lines = [f"{name} = {value}\n" for name, value in zip(names, values, strict=True)]
    head = CARD.format(framework=under, period=period, unit=unit)
    (path / f"{unit}-{period}.toml").write_text(head + "".join(lines), "utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Two units in two editions, of which the newer says that they can be compared."""
    (tmp_path / "units").mkdir()
    (tmp_path / "old.toml").write_text(framework("2012", OLD), "utf-8")
    (tmp_path / "new.toml").write_text(framework("2013", NEW, SAYS_SO), "utf-8")
    units = tmp_path / "units"
    figures(units, "old", "2012", "an", 20, 15, 10, 20)
    figures(units, "old", "2012", "bo", 10, 30, 0, 30)
    figures(units, "new", "2013", "an", 5, 15, 40, 20)
    figures(units, "new", "2013", "bo", 10, 30, 30, 0)
    return tmp_path


def compared(place: Path, *words: str) -> str:
    ran = run("compare", place / "units", "--rows", "units", *words, env={"COLUMNS": "97"})
    assert ran.err == ""
    assert ran.code == 0
    return ran.out


BREAK = "change: none since 2012, when it was measured in edition 2012"


def test_editions_stand_apart_and_the_change_breaks_visibly(place: Path) -> None:
    out = compared(place)
    assert out.splitlines() == [
        "Index · edition 2013 · 2013",
        "",
        "Rank of 2  Unit  Score            All, of 100",
        "─────────────────────────────────────────────",
        "        1  an     80.0  ██████▍·       80.0 █",
        "        2  bo     70.0  █████▋··       70.0 ▆",
        "",
        KEY,
        "",
        f"Note: an, bo, {BREAK}",
        "",
        (
            "Note: scorecards under other frameworks are not shown: index (2012); "
            "choose with --framework"
        ),
    ]
    ran = run("show", "an", "--dir", place / "units", "--framework", "index@2013")
    assert "Change     none since 2012, when it was measured in edition 2012\n" in ran.out
    ran = run("explain", "an", "entry", "--dir", place / "units", "--framework", "index@2013")
    assert "Change    none since 2012, when it was measured in edition 2012\n" in ran.out


KEY = "Of the maximum, %:  ▁ <20   ▂ ≥20   ▄ ≥40   ▆ ≥60   █ ≥80"

STATED = [
    KEY,
    "",
    "Note: stated in edition 2013, in per cent of its maximum: figures of edition 2012 are held",
    "against the targets of their own edition and weigh what they do in edition 2013",
    "",
    "Note: not in all of these editions, so left out: Help, Law",
]


def test_an_edition_is_stated_in_another_where_one_says_so(place: Path) -> None:
    # entry 20/20 × 10 + land 15/30 × 30 + time 20/40 × 40 = 45 of 80, and 5 + 30 + 30 = 65 of 80.
    assert compared(place, "--edition", "2013", "--period", "2012").splitlines() == [
        "Index · edition 2013 · 2012",
        "",
        "Rank of 2  Unit  Score            All, %",
        "────────────────────────────────────────",
        "        1  bo     81.3  ██████▌·  81.3 █",
        "        2  an     56.3  ████▌···  56.3 ▄",
        "",
        *STATED,
    ]


def test_what_changed_is_told_across_editions_that_can_be_compared(place: Path) -> None:
    # 5 + 15 + 40 = 60 of 80, and 10 + 30 + 30 = 70 of 80.
    assert compared(place, "--edition", "2013").splitlines() == [
        "Index · edition 2013 · 2013",
        "",
        "                                  Change",
        "                                   since",
        "Rank of 2  Unit  Score              2012  Rank in 2012  All, %",
        "──────────────────────────────────────────────────────────────",
        "        1  bo     87.5  ███████·   ▲ 6.3             1  87.5 █",
        "        2  an     75.0  ██████··  ▲ 18.8             2  75.0 ▆",
        "",
        *STATED[:2],
        *("Signs: ▲ up", ""),
        *STATED[2:],
    ]
    read = json.loads(compared(place, "--edition", "2013", "-f", "json"))
    assert [each["code"] for each in read["notes"]] == ["edition", "edition-left-out"]
    assert read["units"][0]["score"]["low"] == 87.5
    assert read["units"][0]["change"]["score"]["low"] == 6.25


def test_the_older_edition_can_say_so_too_and_be_the_one_that_is_asked_for(place: Path) -> None:
    (place / "old.toml").write_text(framework("2012", OLD, SAYS_SO_TOO), "utf-8")
    (place / "new.toml").write_text(framework("2013", NEW), "utf-8")
    # 5/10 × 20 + 15 + 40 = 65 of 90, and 20 + 30 + 30 = 80 of 90.
    out = compared(place, "--edition", "2012", "--period", "2013")
    assert "        1  bo     88.9  ███████▏  ▲ 11.1             1  88.9 █\n" in out
    assert "        2  an     72.2  █████▊··  ▲ 11.1             2  72.2 ▆\n" in out


def test_the_older_edition_alone_can_say_so(place: Path) -> None:
    (place / "old.toml").write_text(framework("2012", OLD, SAYS_SO_TOO), "utf-8")
    (place / "new.toml").write_text(framework("2013", NEW), "utf-8")
    out = compared(place, "--edition", "2013")
    assert "        1  bo     87.5  ███████·   ▲ 6.3             1  87.5 █\n" in out


def test_points_that_a_source_claims_are_of_its_own_edition(place: Path) -> None:
    path = place / "units" / "an-2012.toml"
    text = path.read_text("utf-8").replace(
        "land = 15", "land = { value = 15, claimed = { points = 15, completion = 50 } }"
    )
    path.write_text(text, "utf-8")
    read = json.loads(compared(place, "--edition", "2013", "--period", "2012", "-f", "json"))
    land = next(each for each in read["units"][1]["figures"] if each["id"] == "land")
    assert land["claimed"]["points"] is None
    assert land["claimed"]["completion"]["low"] == 50


def test_an_edition_that_cannot_be_compared_is_named(place: Path) -> None:
    (place / "older.toml").write_text(framework("2009", NEW), "utf-8")
    figures(place / "units", "older", "2009", "an", 5, 15, 40, 20)
    out = compared(place, "--edition", "2013")
    assert (
        "Note: edition 2009 is not compared with edition 2013, as neither of them says that it can "
        "be\n" in out
    )


def test_alone_an_edition_is_only_chosen(place: Path) -> None:
    (place / "new.toml").write_text(framework("2013", NEW), "utf-8")
    out = compared(place, "--edition", "2013")
    assert "        1  an     80.0  ██████▍·       80.0 █\n" in out
    assert "Note: edition 2012 is not compared with edition 2013" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--edition", "2014"],
            "no framework here has an edition 2014: there is index 2012, index 2013",
        ),
        (
            ["--edition", "2013", "--framework", "indes"],
            "no framework here has an edition 2013",
        ),
        (
            ["--by-parent", "--edition", "2013"],
            "--by-parent goes without --rows, --by, --sort, --sensitivity, --top, --bottom and",
        ),
    ],
)
def test_what_cannot_be_stated(words: list[str], said: str, place: Path) -> None:
    ran = run("compare", place / "units", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"scorecard: {said}")


def test_where_neither_says_so_nothing_is_stated_in_an_edition_without_scorecards(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "units"
    folder.mkdir()
    text = framework("2012", OLD).replace('id = "index"', 'id = "decision-766"', 1)
    (tmp_path / "old.toml").write_text(text, "utf-8")
    figures(folder, "old", "2012", "an", 20, 15, 10, 20)
    ran = run("compare", folder, "--edition", "2022")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'scorecard: "decision-766": no scorecard can be stated in edition 2022: neither it nor '
        "edition 2012 says [comparable] editions = […] of the other\n"
    )


def test_an_edition_of_several_frameworks_is_not_guessed(place: Path) -> None:
    text = framework("2013", NEW).replace('id = "index"', 'id = "other"', 1)
    (place / "other.toml").write_text(text, "utf-8")
    figures(place / "units", "other", "2013", "cu", 5, 15, 40, 20)
    ran = run("compare", place / "units", "--edition", "2013")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "scorecard: several frameworks have an edition 2013: give --framework, "
        "one of index, other\n"
    )
    assert "        1  bo     87.5" in compared(place, "--edition", "2013", "--framework", "index")


def test_a_framework_is_named_with_its_edition(place: Path) -> None:
    assert compared(place, "--framework", "index@2012").startswith("Index · edition 2012 · 2012\n")
    ran = run("compare", place / "units", "--framework", "x")
    assert ran.err == (
        'scorecard: no scorecard is under a framework "x": there is index@2012, index@2013\n'
    )


def test_since_shows_every_period_and_breaks_where_the_edition_does(place: Path) -> None:
    figures(place / "units", "old", "2011", "an", 10, 15, 10, 20)
    figures(place / "units", "old", "2010", "an", 10, 15, 10, 15)
    ran = run("show", "an", "--dir", place / "units", "--since", "2011")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "an · Index",
        "",
        "Period  Rank of 2  Score            Change  Since",
        "─────────────────────────────────────────────────",
        "edition 2012",
        "2011            –   55.0  ████▍···   ▲ 5.0  2010",
        "2012            2   65.0  █████▎··  ▲ 10.0  2011",
        "",
        "edition 2013",
        "2013            1   80.0  ██████▍·       –",
        "",
        "Figures · edition 2012",
        "",
        "Indicator  2011  2012",
        "─────────────────────",
        "All",
        "Entry        10    20",
        "Land         15    15",
        "Law          10    10",
        "Time         20    20",
        "",
        "Figures · edition 2013",
        "",
        "Indicator  2013",
        "───────────────",
        "All",
        "Entry         5",
        "Land         15",
        "Time         40",
        "Help         20",
        "",
        f"Note: an, {BREAK}",
    ]


def test_since_within_one_edition_is_one_table(place: Path) -> None:
    ran = run("show", "an", "--dir", place / "units", "--since", "2013")
    assert ran.out.startswith("an · Index\n\nPeriod  Rank of 2  Score\n")
    ran = run("show", "an", "--dir", place / "units", "--since", "2014")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "scorecard: none of the scorecards here is for 2014 or later\n"


def test_an_indicator_that_no_period_has_is_not_listed(place: Path) -> None:
    path = place / "units" / "an-2013.toml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("help")), "utf-8")
    out = run("show", "an", "--dir", place / "units", "--since", "2013").out
    assert "Help" not in out
