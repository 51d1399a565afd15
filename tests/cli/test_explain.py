"""`scorecard explain`: what it takes, in which formats, and how it ends."""

import json
import shutil
from pathlib import Path

import pytest
from command import run

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
FORMATS = ("table", "markdown", "json")

FIGURE = """\
Dossiers settled on time · An Phu · 2025

Value     98.56 %
Bounds    exactly 98.56
Source    Report of the year, at p1
Target    100 %, the natural limit of a share
Formula   value ÷ target: 98.56 ÷ 100 = 98.56 %
Complete  98.6 %
Points    29.568 of 30: completion × 30, held between 0 and 100 % of it
Group     54.545454… % of the 55 points of Public service
Score     it brings 29.568 of at most 30 to the score of 99.6
"""

UNIT = """\
## An Phu · 2025 · Delta plan

| Group | Points | Of | Complete, % |
| --- | --: | --: | --: |
| Public service | 54.568 | 55 | 99.2 |
| Living conditions | 45 | 45 | 100.0 |

- Score: 99.6: 99.568 ÷ 100 = 99.568 %
- Coverage: figures are reported for 100 of 100 points: 100 ÷ 100 = 100 %; 80 % are needed for a \
band and a rank
- Band: Good (Good from 80, Fair from 50, Weak from 0)
- Rank: 1 of 2
"""


def test_a_figure_in_a_table() -> None:
    ran = run("explain", "an-phu", "dossiers_on_time", "--dir", ORDINARY)
    assert (ran.code, ran.out, ran.err) == (0, FIGURE, "")


def test_a_unit_in_markdown() -> None:
    ran = run("explain", "an-phu", "--dir", ORDINARY, "-f", "markdown")
    assert (ran.code, ran.out, ran.err) == (0, UNIT, "")


def test_both_for_programs() -> None:
    ran = run("explain", "an-phu", "dossiers_on_time", "--dir", ORDINARY, "-f", "json")
    read = json.loads(ran.out)
    assert (read["version"], read["command"]) == (2, "explain")
    (explained,) = read["explanations"]
    assert (explained["unit"], explained["figure"]["id"]) == ("an-phu", "dossiers_on_time")
    assert explained["steps"][4] == {
        "step": "formula",
        "text": "value ÷ target: 98.56 ÷ 100 = 98.56 %",
    }
    ran = run("explain", "binh-tan", "--dir", ORDINARY, "-f", "json")
    (explained,) = json.loads(ran.out)["explanations"]
    assert explained["standing"]["rank"] == {
        "best": 2,
        "worst": 2,
        "of": 2,
        "approximate": True,
    }
    assert [step["step"] for step in explained["steps"]] == [
        "score",
        "reported",
        "missing",
        "coverage",
        "band",
        "rank",
        "above",
    ]


def test_the_sentence_of_the_source_is_shown_with_the_number() -> None:
    folder = Path(__file__).parents[1] / "cases" / "texts"
    for language, said in (
        ("vi", "Tổ chức 4.930 hội nghị."),
        ("en", "There were 4,930 meetings."),
        ("ar", "عُقد 4930 اجتماعا."),
    ):
        ran = run("explain", folder / f"{language}.toml", "x06")
        assert f"\nSentence  {said}\n" in ran.out
    # What is not there, or has no text, has no sentence.
    for name in ("x01", "x31"):
        assert "Sentence" not in run("explain", folder / "vi.toml", name).out


def test_a_hostile_sentence_cannot_steer_a_terminal(tmp_path: Path) -> None:
    folder = Path(__file__).parents[1] / "cases" / "texts"
    for name in ("vi.toml", "framework.toml"):
        shutil.copy(folder / name, tmp_path)
    (tmp_path / "vi.txt").write_text("a\n\n\x1b[31m 4.930 \x07\u202e::error::x", "utf-8")
    ran = run("explain", tmp_path / "vi.toml", "x06")
    assert "\nSentence  \\u001b[31m 4.930 \\u0007\\u003a:error\\u003a:x\n" in ran.out
    assert not {"\x1b", "\x07", "\u202e"} & set(ran.out)


@pytest.mark.parametrize("width", ["60", "80", "160"])
@pytest.mark.parametrize("words", [("complaints_open",), ()])
def test_no_line_is_wider_than_the_terminal(width: str, words: tuple[str, ...]) -> None:
    ran = run("explain", "binh-tan", *words, "--dir", ORDINARY, env={"COLUMNS": width})
    assert ran.code == 0
    assert max(len(line) for line in ran.out.splitlines()) <= int(width)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_unit_under_two_frameworks_is_explained_under_each(
    format_: str, several_frameworks: Path
) -> None:
    ran = run(
        "explain", "cao-bang", "--dir", several_frameworks, "-f", format_, env={"COLUMNS": "100"}
    )
    assert (ran.code, ran.err) == (0, "")
    names = (
        ('"id": "mobilization"', '"id": "decision-766"')
        if format_ == "json"
        else ("Cao Bang · 2021/2025 · Government", "Cao Bang · 2026-01/2026-09 · Quality")
    )
    assert all(name in ran.out for name in names)
    one = run("explain", "cao-bang", "--dir", several_frameworks, "--framework", "decision-766").out
    assert one.startswith("Cao Bang · 2026-01/2026-09 · Quality")
    assert "Government" not in one


def test_an_indicator_of_one_of_two_frameworks_is_explained_under_that(
    several_frameworks: Path,
) -> None:
    ran = run("explain", "cao-bang", "health_insurance_coverage", "--dir", several_frameworks)
    assert ran.code == 0
    assert ran.out.startswith("Population with health insurance · Cao Bang · 2021/2025\n")
    assert "Formula   value ÷ target: >98 ÷ 100: more than 98 %; 100 ÷ 100 = 100 %\n" in ran.out
    assert ran.out.count(" · Cao Bang · ") == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "an-phu dossiers_in_time",
            'there is no indicator "dossiers_in_time"; did you mean "dossiers_on_time"?',
        ),
        (
            "an-phu zzz",
            (
                'there is no indicator "zzz"; there are complaints_open, dossiers_on_time, growth, '
                "houses_built, online_households, plan_published, visitors"
            ),
        ),
        ("an-phi", 'there is no file, folder or unit "an-phi": did you mean "an-phu"?'),
        ("an-phu@2024", '"an-phu" has no scorecard for 2024; it has 2025'),
        ("an-phu --period soon", '"soon": this names no period'),
        (
            "an-phu --framework delt",
            'no scorecard is under a framework "delt": did you mean "delta"?',
        ),
    ],
)
def test_what_cannot_be_explained_is_said_in_one_line(words: str, expected: str) -> None:
    ran = run("explain", *words.split(), "--dir", ORDINARY)
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {expected}\n")


@pytest.mark.parametrize("words", [(), ("an-phu", "--format", "csv"), ("a", "b", "c")])
def test_a_wrong_usage_is_refused(words: tuple[str, ...]) -> None:
    ran = run("explain", *words, env={"SCORECARD_DIR": str(ORDINARY)})
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_a_file_is_explained_among_itself() -> None:
    ran = run("explain", ORDINARY / "binh-tan.toml")
    assert ran.code == 0
    rank = next(line for line in ran.out.splitlines() if line.startswith("Rank"))
    assert rank.split(maxsplit=1)[1] == "not ranked: no other unit to rank it with was read"


@pytest.mark.parametrize("format_", FORMATS)
def test_a_broken_file_is_told_and_nothing_of_it_explained(tmp_path: Path, format_: str) -> None:
    broken = tmp_path / "an-phu.toml"
    broken.write_text("format = 1\nperiod = 5\n", "utf-8")
    ran = run("explain", broken, "dossiers_on_time", "-f", format_)
    assert ran.code == 1
    assert f"  --> {broken.as_posix()}:2:10\n" in ran.err
    assert "Value" not in ran.out


def test_it_is_written_to_a_file_and_in_another_language(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    words = ("explain", "an-phu", "growth", "--dir", ORDINARY, "--lang", "vi")
    ran = run(*words, "-o", path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert path.read_text("utf-8") == run(*words).out
    assert "Công thức" in path.read_text("utf-8")


def test_the_change_since_the_period_before_is_explained(tmp_path: Path) -> None:
    for name in ("framework", "an-phu"):
        text = (ORDINARY / f"{name}.toml").read_text("utf-8")
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
        if name == "an-phu":
            then = text.replace('"2025"', '"2024"').replace("98.56", "90.5")
            (tmp_path / "an-phu-2024.toml").write_text(then, "utf-8")
    ran = run("explain", "an-phu", "dossiers_on_time", "--dir", tmp_path)
    assert ran.out.startswith("Dossiers settled on time · An Phu · 2025\n")
    assert "Change    ▲ 8.1 since 2024\n" in ran.out
