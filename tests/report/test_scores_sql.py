"""The SQL over the exported long table, against what `compare` says of the same units."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest
import tomli_w
from command import run
from oracle.country import scorecard_of
from oracle.generate import Drawn, figure_of, framework_of
from sampled import sampled
from spark import local_spark

import scorecard
from scorecard.measure.assessment import Assessment
from scorecard.measure.field import Fields
from scorecard.project.load import load_all, measured
from scorecard.report.unit_rows import unit_rows
from scorecard.report.units import Units

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"

FRAMEWORKS, MANY, UNITS = 5, 25, 40
LEVELS = ("commune", "commune", "district", "province")
PERIODS = ("2026", "2026-H1", "2026-01/2026-06", "XXXX-H1")

EQUAL = (
    *("rank_best", "rank_worst", "rank_of", "rank_approximate", "unranked"),
    *("score_low_open", "score_high_open", "score_approximate", "score_side"),
    *("figures_reported", "figures_due", "targets", "targets_pending"),
    *("targets_met_least", "targets_met_most"),
)
NEARLY_EQUAL = ("score_low", "score_high", "coverage_percent")
KEYS = ("framework", "unit", "period", "track")

NEAR = Fraction(2, 10**9)

Row = Mapping[str, Any]
Key = tuple[object, ...]


def draw_folder(where: Path, frameworks: int) -> None:
    """Write frameworks, with 40 units each that are of several levels and periods."""
    for seed in range(frameworks):
        draw = Drawn(seed)
        name, framework = f"drawn-{seed}", framework_of(draw)
        framework = {**framework, "id": name}
        (where / f"{name}.toml").write_text(tomli_w.dumps(framework), "utf-8")
        levels, periods = LEVELS[: draw.one(1, 4)], PERIODS[: draw.one(1, 3, 4)]
        for number in range(UNITS):
            unit: dict[str, object] = {
                "id": f"u{number}",
                "name": f"U{number}",
                "level": draw.choice(levels),
            }
            if draw.odds(5):
                unit |= {"eligible": False, "why": "newly made"}
            card = scorecard_of(draw, unit, framework, draw.choice(periods), figure_of)
            card["framework"] = f"{name}.toml"
            if draw.odds(10):
                card["track"] = "self"
            (where / f"{name}-u{number}.toml").write_text(tomli_w.dumps(card), "utf-8")


def of_compare(assessments: Sequence[Assessment]) -> dict[Key, Row]:
    """Return what `compare` tells of each unit, whatever it is compared with."""
    fields = Fields(assessments)
    standings = [fields.standing(each) for each in assessments]
    return by_key(Units(unit_rows(standings, fields)).to_dicts())


def by_key(rows: Iterable[Row]) -> dict[Key, Row]:
    return {tuple(row[key] for key in KEYS): row for row in rows}


def differing(told: Row, expected: Row) -> list[str]:
    """Return the columns in which what the SQL tells is not what `compare` tells."""
    found = [key for key in EQUAL if told[key] != expected[key]]
    for key in NEARLY_EQUAL:
        mine, its = told[key], expected[key]
        near = mine is not None and its is not None and abs(Fraction(mine) - Fraction(its)) < NEAR
        if not near and mine is not its:
            found.append(key)
    return found


def too_near(assessments: Iterable[Assessment]) -> list[Fraction]:
    """Return the differences that 9 decimals do not tell from none, between ends of scores."""
    ends: dict[object, list[Fraction]] = defaultdict(list)
    fields = Fields()
    for each in assessments:
        if (score := each.total.score) and not each.unclassed:
            ends[fields.key(each)] += [end for end in score[:2] if end is not None]
    apart = [more - less for found in ends.values() for less, more in pairwise(sorted(set(found)))]
    return [each for each in apart if each < NEAR]


def hold(where: Path, rows: Iterable[Row], frameworks: int) -> None:
    """Hold what the SQL tells against `compare`; no unit lies too near to another to be told."""
    assessments = measured(load_all(sorted(where.glob("*.toml"))))
    told, expected = by_key(rows), of_compare(assessments)
    assert told.keys() == expected.keys()
    assert (len(told), too_near(assessments)) == (frameworks * UNITS, [])
    lines = [
        f"{key} {column}: {told[key][column]} told, {expected[key][column]} expected"
        for key in told
        for column in differing(told[key], expected[key])
    ]
    assert not lines, "\n".join(lines)


def in_duckdb(place: str, query: str) -> list[Row]:
    with duckdb.connect() as database:
        database.execute(f"CREATE VIEW figures AS FROM {place}")
        found = database.execute(query)
        names = [each[0] for each in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def drawn(where: Path, frameworks: int) -> str:
    """Write a folder of scorecards; return the path of their long table."""
    draw_folder(where, frameworks)
    table = where / "figures.parquet"
    ran = run("export", where, "-o", table, "--jobs", "1")
    assert ran.code in {0, 1}, ran.err
    return str(table)


@pytest.mark.parametrize("frameworks", sampled([FRAMEWORKS, MANY]))
def test_duckdb_has_all_scores_and_ranks(frameworks: int, tmp_path: Path) -> None:
    table = drawn(tmp_path, frameworks)
    hold(tmp_path, in_duckdb(f"'{table}'", scorecard.scores_sql()), frameworks)


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_columns_may_be_of_any_type(kind: str, tmp_path: Path) -> None:
    for name in (f"figures.{kind}", "figures.parquet"):
        assert run("export", ORDINARY, "-o", tmp_path / name).code == 0
    of_types, of_texts = (
        in_duckdb(f"'{tmp_path}/figures.{each}'", scorecard.scores_sql())
        for each in ("parquet", kind)
    )
    assert [str(row) for row in of_texts] == [str(row) for row in of_types]
    assert len(of_types) == 3


@pytest.mark.slow
def test_spark_has_all_scores_and_ranks(tmp_path: Path) -> None:
    table = drawn(tmp_path, MANY)
    with local_spark() as spark:
        spark.read.parquet(table).createOrReplaceTempView("figures")
        rows = [row.asDict() for row in spark.sql(scorecard.scores_sql()).collect()]
    hold(tmp_path, rows, MANY)
