"""`compare --sensitivity`: what it adds to each format, and what it needs."""

import csv
import io
import json
import sys
from functools import cache
from pathlib import Path

import pytest
from command import run

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
PROVINCES = Path(__file__).parents[2] / "scorecards" / "decision-766"
NOTE = "1,000 draws; each weight evenly from 25 % below to 25 % above its own; seed 2026"

WORDS = ("compare", PROVINCES, "--sensitivity")


@cache
def told(format_: str) -> str:
    ran = run(*WORDS, "-f", format_)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_each_run_prints_the_same() -> None:
    assert run(*WORDS, "-f", "json").out == told("json")


def test_ranks_and_scores_stay_as_they_are() -> None:
    plain = run(*WORDS[:-1], "-f", "json").out
    kept = [
        [(unit["id"], unit["rank"], unit["score"]) for unit in json.loads(text)["units"]]
        for text in (plain, told("json"))
    ]
    assert kept[0] == kept[1]
    assert all(unit["sensitivity"] is None for unit in json.loads(plain)["units"])


def test_the_table_says_how_often_a_rank_is_kept_and_names_draws_and_seed() -> None:
    out = run(*WORDS, env={"COLUMNS": "160"}).out
    assert f"\nNote: {NOTE}\n" in out
    lines = out.splitlines()
    assert [line.split()[:7] for line in lines if "Dong Thap" in line or "Khanh Hoa" in line] == [
        ["1", "Dong", "Thap", "68.53", "█████▌··", "99.2", "1"],
        ["34", "Khanh", "Hoa", "52.77", "████▎···", "63.3", "33–34"],
    ]


def test_markdown_has_the_same_columns() -> None:
    out = told("markdown")
    assert "| At its rank, % of draws | Rank in 90 % of draws |" in out
    assert "| 18 | Cao Bang | **61.85** | 26.4 | 14–21 |" in out
    assert f"Note: {NOTE}\n" in out


def test_programs_get_exact_shares() -> None:
    read = json.loads(told("json"))
    found = {unit["id"]: unit["sensitivity"] for unit in read["units"]}
    assert found["cao-bang"] == {"at_rank": 0.264, "best": 14, "worst": 21}
    assert found["dong-thap"] == {"at_rank": 0.992, "best": 1, "worst": 1}
    assert read["notes"][1] == {"code": "sensitivity", "message": NOTE}
    rows = csv.DictReader(io.StringIO(told("csv").removeprefix("\ufeff")))
    row = next(row for row in rows if row["unit"] == "cao-bang")
    names = ("at_rank_percent", "rank_span_best", "rank_span_worst")
    assert [row[name] for name in names] == ["26.4", "14", "21"]


def test_units_may_have_the_columns() -> None:
    out = run("compare", ORDINARY, "--sensitivity", "--rows", "indicators", "--by", "groups").out
    rows = [line.split("  ") for line in out.splitlines()]
    shares = next(row for row in rows if row[0] == "At its rank, % of draws")
    assert [cell.strip() for cell in shares[1:] if cell] == ["100.0", "100.0", "–"]
    spans = next(row for row in rows if row[0] == "Rank in 90 % of draws")
    assert [cell.strip() for cell in spans[1:] if cell] == ["1", "2", "–"]


def test_who_is_not_ranked_has_dashes(tmp_path: Path) -> None:
    for name in ("framework", "an-phu", "binh-tan"):
        text = (ORDINARY / f"{name}.toml").read_text("utf-8")
        apart = text.replace('id = "binh-tan"', 'id = "binh-tan"\neligible = false')
        (tmp_path / f"{name}.toml").write_text(apart, "utf-8")
    twin = (
        (ORDINARY / "an-phu.toml")
        .read_text("utf-8")
        .replace("an-phu", "an-hoa")
        .replace("An Phu", "An Hoa")
    )
    (tmp_path / "an-hoa.toml").write_text(twin, "utf-8")
    words = ("compare", tmp_path, "--sensitivity", "--rows", "units", "--by", "groups")
    out = run(*words, "-f", "markdown").out
    assert "| 1 | An Phu (an-phu) | **99.6** | Good | 100.0 | 4 of 4 | 100.0 | 1 |" in out
    assert "| – | Binh Tan | **≈ \\>68.4–89.1** | – | 80.0 | 1 of 4 | – | – |" in out


def test_without_numpy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    ran = run(*WORDS)
    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "scorecard: --sensitivity needs numpy: pip install numpy\n",
    )
    assert run(*WORDS[:-1]).code == 0
