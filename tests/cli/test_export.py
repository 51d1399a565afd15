"""Every figure as one long table: the same rows as those of `show`, in each kind."""

import csv
import io
import json
import shutil
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from command import run

from scorecard import pool, scores_sql

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ORDINARY, tmp_path / "scorecards")
    return tmp_path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def shown() -> list[dict[str, str]]:
    """Return the rows of `show`, whose files are those of `export`, without guards for Excel."""
    found = rows(run("show", "scorecards", "-f", "csv").out)
    return [{key: text.removeprefix("'") for key, text in row.items()} for row in found]


def asked(query: str) -> list[tuple[Any, ...]]:
    found = duckdb.sql(query)
    assert found is not None
    return found.fetchall()


def test_csv_has_the_rows_of_show_and_bare_ids(here: Path) -> None:
    ran = run("export", "-o", "figures.csv", "--jobs", "1")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    text = (here / "figures.csv").read_text("utf-8")
    assert rows(text) == shown()
    assert len(rows(text)) > 20
    assert {row["period"] for row in rows(text)} == {"2025"}
    assert run("export").out == run("export", "scorecards", "-f", "csv").out == text


def test_an_excel_set_to_vietnamese_opens_it_as_it_does_that_of_show(here: Path) -> None:
    vietnamese = ("--csv-dialect", "excel-vi")
    run("show", "scorecards", "-o", "shown.csv", *vietnamese)
    assert run("export", "-o", "figures.csv", *vietnamese).code == 0
    data = (here / "figures.csv").read_bytes()
    assert data == (here / "shown.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfframework;edition;unit;")
    assert run("export", *vietnamese).out == data.decode("utf-8-sig")
    run("export", "-o", "parts", "--partition-by", "period", *vietnamese)
    assert (here / "parts" / "period=2025" / "figures.csv").read_bytes() == data


def test_what_is_no_csv_has_no_dialect(here: Path) -> None:
    for name in ("figures.jsonl", "figures.parquet"):
        run("export", "-o", name)
        run("export", "-o", f"other-{name}", "--csv-dialect", "excel-vi")
        assert (here / name).read_bytes() == (here / f"other-{name}").read_bytes()


def test_a_formula_is_no_formula_in_csv(here: Path) -> None:
    path = here / "scorecards" / "an-phu.toml"
    path.write_text(path.read_text("utf-8").replace('"An Phu"', '"=1+1"'), "utf-8")
    run("export", "-o", "figures.csv")
    assert "'=1+1" in (here / "figures.csv").read_text("utf-8")
    run("export", "-o", "figures.parquet")
    assert ("=1+1",) in asked("SELECT DISTINCT unit_name FROM 'figures.parquet'")


def test_json_lines_have_exact_numbers_and_null(here: Path) -> None:
    assert run("export", "-o", "figures.jsonl").code == 0
    lines = (here / "figures.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line, parse_float=Decimal) for line in lines]
    told = [{k: record[k] for k in ("unit", "indicator", "value_low")} for record in records]
    assert len(told) == len(shown())
    for record, row in zip(told, shown(), strict=True):
        number = record["value_low"]
        assert (record["unit"], record["indicator"]) == (row["unit"], row["indicator"])
        assert number == (Decimal(row["value_low"]) if row["value_low"] else None)
    assert records[0]["absent"] is None
    assert records[0]["value_low_open"] is False


def test_what_a_source_concludes_is_a_text_on_the_line_of_its_figure(here: Path) -> None:
    path = here / "scorecards" / "an-phu.toml"
    card = path.read_text("utf-8").partition("[figures]")[0]
    path.write_text(f"{card}[figures]\ngrowth = {{ value = 7, claimed = {{ points = 4.5 }} }}\n")
    run("export", str(path), "-o", "figures.jsonl")
    records = map(json.loads, (here / "figures.jsonl").read_text("utf-8").splitlines())
    claims = {record["indicator"]: record["claimed"] for record in records}
    assert claims["growth"] == "points 4.5"


def test_parquet_has_types_and_the_same_numbers(here: Path) -> None:
    ran = run("export", "-o", "figures.parquet")
    assert (ran.code, ran.err) == (0, "")
    described = asked("SELECT column_name, column_type FROM (DESCRIBE FROM 'figures.parquet')")
    types: dict[str, str] = dict(described)
    assert [types[name] for name in ("value_low", "bonus", "line", "period_end", "unit")] == [
        *("DECIMAL(38,20)", "BOOLEAN", "BIGINT", "DATE", "VARCHAR")
    ]
    found = asked("SELECT unit, indicator, value_low FROM 'figures.parquet'")
    told = [
        (row["unit"], row["indicator"], Decimal(row["value_low"]) if row["value_low"] else None)
        for row in shown()
    ]
    assert found == told
    assert [path.name for path in here.glob(".scorecard*")] == []


def test_a_number_with_more_digits_than_fit_is_text_beside_a_double(here: Path) -> None:
    path = here / "scorecards" / "framework.toml"
    text = path.read_text("utf-8").replace("points = 10", "points = 0.00000000007")
    path.write_text(text, "utf-8")
    run("export", "-o", "figures.parquet")
    found = asked("SELECT points_low, points_low_double FROM 'figures.parquet'")
    told = [(text, double) for text, double in found if text is not None]
    assert all(float(text) == double for text, double in told)
    assert any(len(text) > len("0.") + 20 for text, _ in told)
    assert ("5", 5.0) in told


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_a_folder_has_a_part_for_each_period(kind: str, here: Path) -> None:
    path = here / "scorecards" / "an-phu.toml"
    text = path.read_text("utf-8").replace('period = "2025"', 'period = "2021/2025"')
    path.write_text(text.replace("period = 2025", 'period = "2021/2025"'), "utf-8")
    ran = run("export", "-o", "parts", "--partition-by", "period", "-f", kind)
    assert (ran.code, ran.err) == (0, "")
    parts = sorted(each.relative_to(here / "parts").as_posix() for each in here.glob("parts/*/*"))
    assert parts == [f"period=2021%2F2025/figures.{kind}", f"period=2025/figures.{kind}"]
    again = run("export", "-o", "parts", "--partition-by", "period")
    assert (again.code, again.out) == (2, "")
    assert again.err == "scorecard: parts is there already, and is not written over\n"


def test_a_part_has_the_rows_of_all_processes_in_their_order(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "BATCH", 5)
    monkeypatch.setattr(pool, "FEW", 10)
    text = (here / "scorecards" / "an-phu.toml").read_text("utf-8")
    for number in range(30):
        anew = text.replace('id = "an-phu"', f'id = "unit-{number:03}"')
        (here / "scorecards" / f"unit-{number:03}.toml").write_text(anew, "utf-8")
    ran = run("export", "-o", "parts", "--partition-by", "period", "--jobs", "2")
    assert (ran.code, ran.err) == (0, "")
    part = (here / "parts" / "period=2025" / "figures.csv").read_text("utf-8")
    assert part == run("export", "--jobs", "1").out
    assert len(rows(part)) > 30 * 7


def test_the_sql_of_the_table_is_written(here: Path) -> None:
    assert run("export", "--sql").out == scores_sql()
    ran = run("export", "--sql", "-o", "scores.sql")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (here / "scores.sql").read_text("utf-8") == scores_sql()


def test_what_cannot_be_read_is_told_and_not_in_it(here: Path) -> None:
    (here / "scorecards" / "broken.toml").write_text("format = ", "utf-8")
    ran = run("export", "-o", "figures.csv")
    assert ran.code == 1
    assert "error[SC103]" in ran.err
    assert rows((here / "figures.csv").read_text("utf-8")) == shown()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "t.xyz"), '".xyz" is no ending of a table: give .csv, .jsonl, .parquet'),
        (("-f", "parquet"), "parquet needs a place to write to: -o PLACE"),
        (("--partition-by", "period"), "--partition-by needs a place to write to: -o PLACE"),
        (("-o", "gone/t.csv"), "gone/t.csv cannot be written: No such file or directory"),
        (("-o", "scorecards/an-phu.toml"), None),
    ],
)
def test_what_cannot_be_exported(words: tuple[str, ...], said: str | None, here: Path) -> None:
    before = sorted(here.rglob("*"))
    ran = run("export", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said is None or ran.err == f"scorecard: {said}\n"
    assert sorted(here.rglob("*")) == before


def test_without_duckdb_it_is_said_how_to_get_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    ran = run("export", "-o", "figures.parquet")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("scorecard: parquet needs duckdb: pip install duckdb\n")
    assert [path.name for path in here.iterdir()] == ["scorecards"]


def test_several_processes_write_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "BATCH", 5)
    monkeypatch.setattr(pool, "FEW", 10)
    text = (ORDINARY / "an-phu.toml").read_text("utf-8")
    shutil.copy(ORDINARY / "framework.toml", tmp_path)
    for number in range(30):
        (tmp_path / f"{number:03}.toml").write_text(
            text.replace('"an-phu"', f'"u-{number}"'), "utf-8"
        )
    one, two = (run("export", tmp_path, "--jobs", jobs, "--lang", "vi").out for jobs in ("1", "2"))
    assert one == two
    assert len(rows(one)) == 30 * 7
