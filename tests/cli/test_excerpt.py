"""`--top` and `--bottom`: the first and the last units in the order that is shown."""

import json
import shutil
from pathlib import Path

import pytest
from command import run

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
SAID = "1 of 3 units are not shown (--top 2)"


def order(*words: str) -> list[str]:
    ran = run("compare", ORDINARY, "-f", "csv", *words)
    return [line.split(",")[4] for line in ran.out.splitlines()[1:]]


def test_every_format_says_what_is_not_shown() -> None:
    table = run("compare", ORDINARY, "--top", "2")
    assert f"\nNote: {SAID}\n" in table.out
    assert f"\nNote: {SAID}\n" in run(
        "compare", ORDINARY, "--top", "2", "-f", "markdown"
    ).out.replace("\\", "")
    read = json.loads(run("compare", ORDINARY, "--top", "2", "-f", "json").out)
    assert {"code": "left-out", "message": SAID} in read["notes"]
    assert len(read["units"]) == 2
    csv = run("compare", ORDINARY, "--top", "2", "-f", "csv")
    assert (csv.code, csv.err, len(csv.out.splitlines())) == (0, f"Note: {SAID}\n", 3)


def test_a_file_of_rows_has_the_note_on_stderr_too(tmp_path: Path) -> None:
    ran = run("compare", ORDINARY, "--top", "2", "-o", tmp_path / "a.csv")
    assert (ran.code, ran.out, ran.err) == (0, "", f"Note: {SAID}\n")


def test_they_go_by_the_order_that_is_shown() -> None:
    everything = order("--sort", "unit")
    assert everything == sorted(everything)
    assert order("--sort", "unit", "--top", "1") == everything[:1]
    assert order("--sort", "unit", "--bottom", "1") == everything[-1:]
    assert order("--top", "1", "--bottom", "1") == [order()[0], order()[-1]]


@pytest.mark.parametrize("option", ["--top", "--bottom"])
def test_at_least_one_unit_is_shown(option: str) -> None:
    ran = run("compare", ORDINARY, option, "0")
    assert (ran.code, ran.out) == (2, "")
    assert f"Invalid value for '{option}': " in ran.err


def test_many_cards_are_each_ranked_among_the_others(tmp_path: Path) -> None:
    shutil.copytree(ORDINARY, tmp_path / "all")
    one = {
        name: json.loads(run("show", name, "--dir", tmp_path / "all", "-f", "json").out)["units"]
        for name in order()
    }
    together = json.loads(run("show", "--dir", tmp_path / "all", *order(), "-f", "json").out)[
        "units"
    ]
    assert {unit["id"]: [unit] for unit in together} == one
