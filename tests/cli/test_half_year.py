"""A half-year under a year's plans: every format says the same of it, in the same words."""

import csv
import io
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from command import run

from scorecard.i18n import Words

FRAMEWORK = """format = 1
id = "plan"
edition = "2026"
name = "Plan"
basis = "Decision 1"
groups = [{ id = "all", name = "All" }]
bands = [{ id = "good", name = "Good", from = 0 }]
defaults = { group = "all", kind = "flow", unit = "km", points = 10 }
"""

CARD = """format = 1
framework = "framework.toml"
period = "2026-H1"
unit = { id = "u", name = "U", level = "district" }

[figures]
"""

LOWER = 'direction = "lower"\n'
RATE = 'kind = "rate"\nunit = "percent"\n'

FIGURES = {
    # the target of the year, further keys, the figure; its verdict, its mark, completion and pace
    "roads": (100, "", "50", None, "on pace", "50.0", "100.0"),
    "houses": (100, "", "46", None, "near pace", "46.0", "92.0"),
    "trees": (100, "", "30", None, "behind", "30.0", "60.0"),
    "schools": (100, "", "100", "met", "met", "100.0", "200.0"),
    "wells": (100, "", "120", "exceeded", "exceeded", "120.0", "240.0"),
    "fires": (20, LOWER, "8", None, "on pace", "250.0", "125.0"),
    "floods": (20, LOWER, "25", "not met", "not met", "80.0", "40.0"),
    "bridges": (100, "", '"40..60"', None, "undecided", "40.0–60.0", "80.0–120.0"),
    "online": (90, RATE, "81", None, "pending", "90.0", None),
    "poor": (4, RATE + LOWER, "5", None, "pending", "80.0", None),
}

# Of 100 points: 5, 4.6, 3, 10, 10, then 10 and 4 as at pace, 4 to 6, 9 and 8; at pace the first
# three are 10, 9.2 and 6, and the bridges 8 to 10.
SO_FAR, AT_PACE = (67.6, 69.6), (84.2, 86.2)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("half-year")
    tables = (
        f'\n[[indicators]]\nid = "{name}"\nname = "{name}"\n'
        f'target = {{ value = {target}, period = "year" }}\n{more}'
        for name, (target, more, *_) in FIGURES.items()
    )
    lines = (f"{name} = {figure[2]}\n" for name, figure in FIGURES.items())
    (place / "framework.toml").write_text(FRAMEWORK + "".join(tables), "utf-8")
    (place / "u.toml").write_text(CARD + "".join(lines), "utf-8")
    return place


def out(*words: str | Path) -> str:
    ran = run(*words, env={"COLUMNS": "200"})
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def span(ends: tuple[float, float]) -> str:
    return "–".join(map(str, ends))


def said(name: str, words: Words) -> str:
    """Return the mark of a figure as people read it."""
    _, _, _, verdict, mark, _, pace = FIGURES[name]
    word: str = words(f"mark.{mark}")
    if mark == "pending":
        return words("mark.due", mark=word, period=words("period.year", year="2026"))
    return word if verdict else words("mark.at-pace", mark=word, pace=words.number(pace or ""))


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("format_", ["table", "markdown"])
def test_people_read_the_mark_in_words(folder: Path, format_: str, language: str) -> None:
    words = Words(language)
    text = out("show", "u", "--dir", folder, "-f", format_, "--lang", language)
    for name, (*_, done, _) in FIGURES.items():
        (line,) = (line for line in text.splitlines() if re.match(rf"(\| )?{name}\b", line))
        assert re.search(
            rf" {re.escape(words.number(done))} .*\S {re.escape(said(name, words))} ", line
        ), line
    told = {"score.so-far": span(SO_FAR), "score.at-pace": span(AT_PACE)}
    for key, score in told.items():
        assert re.search(rf"{words(key)}\W+{words.number(score)}", text)
    assert "Good" not in text


@pytest.mark.parametrize("language", ["en", "vi"])
def test_an_explanation_says_the_same(folder: Path, language: str) -> None:
    words = Words(language)
    for name, (*_, verdict, mark, done, pace) in FIGURES.items():
        text = out("explain", "u", name, "--dir", folder, "--lang", language)
        steps = dict(re.findall(r"^(\S.*?)  +(.*)$", text, re.MULTILINE))
        assert steps[words("explain.completion")] == words.number(f"{done} %")
        assert steps[words("target")].endswith(
            words("explain.for-period", period=words("period.year", year="2026"))
        )
        if verdict:
            assert steps[words("verdict")].startswith(f"{words(f'verdict.{mark}')}: ")
            assert words(f"verdict.{mark}") == said(name, words)
        else:
            assert steps[words("explain.mark")] == said(name, words)
        assert steps.get(words("explain.pace"), "").endswith(
            words.number(f"{pace} %") if pace else ""
        )
        assert steps[words("score.so-far")].endswith(words.number(span(SO_FAR)))
    text = out("explain", "u", "--dir", folder, "--lang", language)
    steps = dict(re.findall(r"^(\S.*?)  +(.*)$", text, re.MULTILINE))
    assert steps[words("score.so-far")].startswith(words.number(f"{span(SO_FAR)}: "))
    assert steps[words("score.at-pace")].startswith(words.number(f"{span(AT_PACE)}: "))
    assert words("band") not in steps


def ends(row: Mapping[str, str], key: str) -> tuple[float, float] | None:
    return (float(row[f"{key}_low"]), float(row[f"{key}_high"])) if row[f"{key}_low"] else None


def numbers(text: str | None) -> tuple[float, float] | None:
    """Return what a text of one number or two says as both ends."""
    low, _, high = (text or "").partition("–")
    return (float(low), float(high or low)) if low else None


@pytest.mark.parametrize("language", ["en", "vi"])
def test_spreadsheets_have_the_same_words_and_numbers(folder: Path, language: str) -> None:
    read = out("show", "u", "--dir", folder, "-f", "csv", "--lang", language)
    rows = list(csv.DictReader(io.StringIO(read.removeprefix("\ufeff"))))
    assert {
        row["indicator"]: (row["verdict"] or None, row["mark"], ends(row, "completion"))
        for row in rows
    } == {name: (*figure[3:5], numbers(figure[5])) for name, figure in FIGURES.items()}
    assert [ends(row, "pace") for row in rows] == [numbers(each[6]) for each in FIGURES.values()]
    read = out("compare", folder, "-f", "csv", "--lang", language)
    (row,) = csv.DictReader(io.StringIO(read.removeprefix("\ufeff")))
    assert (row["score"], ends(row, "score")) == (span(SO_FAR), SO_FAR)
    assert (ends(row, "score_at_pace"), row["bands"]) == (AT_PACE, "")


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("command", ["show", "compare", "explain"])
def test_programs_have_the_same_words_and_numbers(
    folder: Path, command: str, language: str
) -> None:
    target = [folder] if command == "compare" else ["u", "--dir", folder]
    read = out(command, *target, "-f", "json", "--lang", language)
    found = json.loads(read, parse_float=Decimal)
    (unit,) = found["units"] if "units" in found else [found["explanations"][0]["standing"]]
    assert {
        each["id"]: (each["verdict"], each["mark"], both(each["completion"]))
        for each in unit["figures"]
    } == {name: (*figure[3:5], numbers(figure[5])) for name, figure in FIGURES.items()}
    paces = [both(each["pace"]) for each in unit["figures"]]
    assert paces == [numbers(each[6]) for each in FIGURES.values()]
    assert (both(unit["score"]), both(unit["score_at_pace"])) == (SO_FAR, AT_PACE)
    assert (unit["pending"], unit["band"], unit["next_band"]) == (True, None, None)


def both(interval: Mapping[str, Decimal] | None) -> tuple[float, float] | None:
    return (float(interval["low"]), float(interval["high"])) if interval else None


@pytest.mark.parametrize("language", ["en", "vi"])
def test_side_by_side_both_scores_have_their_names(folder: Path, language: str) -> None:
    words = Words(language)
    for rows in ("units", "indicators"):
        text = out("compare", folder, "--rows", rows, "-f", "markdown", "--lang", language)
        assert re.search(rf"{words('score.so-far')}[\s\S]*\b{span(SO_FAR)}", text)
        assert re.search(rf"{words('score.at-pace')}[\s\S]*\b{span(AT_PACE)}", text)
        assert words("band") not in text
