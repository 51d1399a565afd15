"""`--what-if`: marked in every format, and written nowhere."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from command import Ran, run
from sampled import sampled

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
FORMATS = ("table", "markdown", "json", "csv")
COMMANDS = {
    "show": ("show", "an-phu", "--dir", ORDINARY),
    "compare": ("compare", ORDINARY),
    "by-parent": ("compare", ORDINARY, "--by-parent"),
}


def supposing(command: str, *words: str) -> Ran:
    return run(*COMMANDS[command], *words, env={"COLUMNS": "160"})


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("format_", sampled(FORMATS))
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_on_disk_changes(command: str, format_: str) -> None:
    before = {path.name: path.read_bytes() for path in ORDINARY.iterdir()}
    plain = supposing(command, "-f", format_)
    ran = supposing(command, "-f", format_, "--what-if", "dossiers_on_time=50")
    assert (ran.code, ran.err) == (plain.code, plain.err) == (0, "")
    assert {path.name: path.read_bytes() for path in ORDINARY.iterdir()} == before
    assert supposing(command, "-f", format_) == plain


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["growth=7"], "all units shown: growth = 7"),
        (["an-phu:growth=>7"], "an-phu: growth = >7"),
        (["growth=trên 7"], "all units shown: growth = >7"),
        (["plan_published=false"], "all units shown: plan_published = false"),
        (
            ["an-phu:growth=7", "an-phu:visitors=~5"],
            "an-phu: growth = 7; an-phu: visitors = ~5",
        ),
    ],
)
@pytest.mark.parametrize("command", ["show", "compare"])
def test_the_first_line_says_what_is_supposed(
    command: str, texts: list[str], expected: str
) -> None:
    words = [word for text in texts for word in ("--what-if", text)]
    first = supposing(command, *words).out.splitlines()[0]
    assert first == f"Note: WHAT IF {expected}: supposed, and reported by nobody; marked ※"


def test_a_report_card_marks_the_value_and_the_score() -> None:
    out = supposing("show", "--what-if", "dossiers_on_time=50").out.splitlines()
    assert [" ".join(line.split()) for line in out if "※" in line][1:] == [
        "Score ※ 85.0",
        "Band ※ Good",
        "Coverage ※ 100.0 % (100 of 100 points reported)",
        "Rank ※ 1–2 of 2",
        "Public service ※ 72.7 ※ 40.0 of 55",
        "Dossiers settled on time ※ 50 % 100 % ceiling ※ 50.0 ████···· – ※ 15.0 of 30",
    ]


@pytest.mark.parametrize("by", ["groups", "indicators"])
@pytest.mark.parametrize("rows_", ["units", "indicators"])
def test_a_comparison_marks_every_unit_that_it_supposes_something_of(rows_: str, by: str) -> None:
    words = ("--rows", rows_, "--by", by, "--what-if", "an-phu:dossiers_on_time=50")
    out = supposing("compare", *words).out
    marked = [line for line in out.splitlines() if "※" in line][1:]
    assert any("※ 85.0" in line for line in marked)
    # What it says of the mark, the rank, the score, what goes with it, and what is below.
    more = {("units", "indicators"): 6, ("indicators", "indicators"): 8}
    assert out.count("※") == more.get((rows_, by), 7)


def test_markdown_marks_as_the_table_does() -> None:
    out = supposing("show", "-f", "markdown", "--what-if", "growth=7").out
    what = "all units shown: growth = 7: supposed, and reported by nobody; "
    assert out.startswith(f"Note: WHAT IF {what}")
    assert "- Score: **※ 99.6**\n" in out
    assert "| Growth of production | **※ 7 %** | 6.5–7.5 % external |" in out


@pytest.mark.parametrize("command", ["show", "compare"])
def test_json_names_what_is_supposed_and_marks_each_figure(command: str) -> None:
    words = ("--what-if", "an-phu:growth=>7", "--what-if", "visitors=5")
    read = json.loads(supposing(command, "-f", "json", *words).out)
    assert read["what_if"] == [
        {"unit": "an-phu", "indicator": "growth", "value": ">7"},
        {"unit": None, "indicator": "visitors", "value": "5"},
    ]
    marked = [
        (unit["id"], figure["id"], figure["printed"], figure["source"])
        for unit in read["units"]
        for figure in unit["figures"]
        if figure["what_if"]
    ]
    assert marked[:2] == [("an-phu", "growth", ">7", None), ("an-phu", "visitors", "5", None)]
    assert [unit for unit, *_ in marked[2:]] == (
        ["binh-tan", "chau-thanh"] if command == "compare" else []
    )


def test_json_without_a_supposition_has_none() -> None:
    for command in ("show", "compare"):
        read = json.loads(supposing(command, "-f", "json").out)
        assert read["what_if"] == []
        assert not any(figure["what_if"] for unit in read["units"] for figure in unit["figures"])


def test_csv_marks_each_figure_and_each_unit() -> None:
    words = ("-f", "csv", "--what-if", "an-phu:growth=7", "--what-if", "an-phu:visitors=5")
    marks = {row["indicator"]: row["what_if"] for row in rows(supposing("show", *words).out)}
    assert {name for name, mark in marks.items() if mark == "supposed"} == {"growth", "visitors"}
    assert {mark for name, mark in marks.items() if name not in ("growth", "visitors")} == {""}
    units = {row["unit"]: row["what_if"] for row in rows(supposing("compare", *words).out)}
    assert units == {"an-phu": "growth, visitors", "binh-tan": "", "chau-thanh": ""}


def test_scores_bands_and_ranks_follow_what_is_supposed() -> None:
    read = json.loads(supposing("compare", "-f", "json", "--what-if", "an-phu:growth=1").out)
    plain = json.loads(supposing("compare", "-f", "json").out)
    by_id = {unit["id"]: unit for unit in read["units"]}
    assert by_id["an-phu"]["score"]["low"] < 90
    for unit in plain["units"][1:]:
        assert {**by_id[unit["id"]], "rank": None} == {**unit, "rank": None}
    falling = json.loads(
        supposing("compare", "-f", "json", "--what-if", "an-phu:dossiers_on_time=0").out
    )
    ranks = {unit["id"]: unit["rank"] for unit in falling["units"]}
    assert ranks["an-phu"] == {"best": 1, "worst": 2, "of": 2, "approximate": False}


def test_a_rank_is_among_the_others_as_they_reported() -> None:
    out = supposing("show", "--what-if", "dossiers_on_time=0", "-f", "json").out
    (unit,) = json.loads(out)["units"]
    assert unit["rank"] == {"best": 1, "worst": 2, "of": 2, "approximate": False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("growth", '--what-if "growth": write INDICATOR=VALUE or UNIT:INDICATOR=VALUE'),
        ("grwth=5", '--what-if: there is no indicator "grwth"; did you mean "growth"?'),
        (
            "an-phi:growth=5",
            '--what-if: there is no unit "an-phi" among those shown; did you mean "an-phu"?',
        ),
        (
            "dossiers_on_time=101",
            '--what-if: 101 is outside the limits of "dossiers_on_time", 0 to 100',
        ),
    ],
)
@pytest.mark.parametrize("command", ["show", "compare"])
def test_what_cannot_be_supposed_is_said_in_one_line(
    command: str, text: str, expected: str
) -> None:
    ran = supposing(command, "--what-if", text)
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {expected}\n")


def test_where_nothing_is_shown_nothing_can_be_supposed_of_it() -> None:
    ran = supposing("show", "--what-if", "binh-tan:growth=5")
    assert ran.code == 2
    assert 'there is no unit "binh-tan" among those shown' in ran.err


def test_a_source_claims_nothing_of_what_is_supposed(tmp_path: Path) -> None:
    shutil.copytree(ORDINARY, tmp_path, dirs_exist_ok=True)
    card = tmp_path / "an-phu.toml"
    text = card.read_text("utf-8")
    claims = '[claimed]\nscore = 99.6\nband = "Good"\nrank = 1\n\n[sources.report]'
    card.write_text(text.replace("[sources.report]", claims), "utf-8")
    wide = {"COLUMNS": "200"}
    plain = run("show", "an-phu", "--dir", tmp_path, env=wide).out
    assert "Claims     score: claimed 99.6, computed 99.568 ✓" in plain
    words = ("--what-if", "dossiers_on_time=50")
    out = run("show", "an-phu", "--dir", tmp_path, *words, env=wide).out
    assert "Claims     score: claimed 99.6 · band: claimed Good · rank: claimed 1\n" in out
