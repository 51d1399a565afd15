"""The recipes of ENGINES.md, run as they stand there."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from spark import local_spark

import scorecard

ROOT = Path(__file__).parents[1]
RECIPES = (ROOT / ".github" / "ENGINES.md").read_text("utf-8")
FOLDERS = ("decision-766", "mobilization")


def recipes(word: str) -> list[str]:
    """Return the examples in Python that have a word in them."""
    found = re.findall(r"```python\n(.*?)```", RECIPES, re.DOTALL)
    return [each for each in found if word in each]


def cell(code: str, names: dict[str, Any]) -> Any:  # noqa: ANN401 - what a notebook shows
    """Run code as a cell of a notebook, and return what its last line comes to."""
    *first, last = ast.parse(code).body
    assert isinstance(last, ast.Expr)
    exec(compile(ast.Module(first, []), "cell", "exec"), names)  # noqa: S102 - our own recipe
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307 - as above


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FOLDERS:
        shutil.copytree(ROOT / "scorecards" / name, tmp_path / "scorecards" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def best_ten() -> list[tuple[Any, ...]]:
    rows: Any = scorecard.open_folder("scorecards/decision-766").compare().to_dicts()
    places = [(row["rank_best"], row["rank_worst"], row["unit"]) for row in rows]
    return sorted(place for place in places if place[0] is not None)[:10]


@pytest.mark.slow
def test_parts_of_any_scheduler_are_ranked_by_duckdb(here: Path) -> None:
    (script,) = re.findall(r"```sh\n(.*?)```", RECIPES, re.DOTALL)
    commands = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": commands}
    subprocess.run(["/bin/bash", "-ec", script], check=True, env=env)
    assert {path.stem for path in here.glob("parts/*")} == set(FOLDERS)
    (recipe,) = recipes("duckdb")
    try:
        told = cell(recipe, {}).project("rank_best, rank_worst, unit").fetchall()
    finally:
        duckdb.sql("DROP VIEW IF EXISTS figures")
    assert told == best_ten()


@pytest.mark.slow
@pytest.mark.usefixtures("here")
def test_spark_measures_and_ranks() -> None:
    (recipe,) = recipes("pyspark")
    with local_spark():
        rows = cell(recipe, {}).collect()
    assert [(row.rank_best, row.rank_worst, row.unit) for row in rows] == best_ten()


@pytest.mark.usefixtures("here")
def test_pandas_has_the_figures() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    (recipe,) = recipes("pandas")
    told = cell(recipe, {})
    figures = scorecard.open_folder("scorecards/decision-766").show().to_dicts()
    assert list(told.index) == sorted({str(row["indicator"]) for row in figures})
    assert told["count"].sum() == sum(row["completion_low"] is not None for row in figures)


@pytest.mark.usefixtures("here")
def test_a_notebook_shows_tables() -> None:
    names: dict[str, Any] = {}
    compared, shown = (cell(code, names)._repr_html_() for code in recipes("folder."))
    assert compared.startswith("<table>\n<thead><tr>")
    assert compared.count("<tr>") == 1 + 34
    assert shown.count("<tr>") == 1 + 6
