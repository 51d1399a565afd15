"""The facts beside this file, and what things are called in three languages."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent

Row = Mapping[str, str]


@cache
def rows(name: str) -> list[Row]:
    """Return the rows of a table of facts."""
    return _read(HERE / "csv" / f"{name}.csv")


@cache
def names(of: str) -> dict[str, Row]:
    """Return the names of the things of a framework, by their ids in the facts."""
    return {row["id"]: row for row in _read(HERE / "names.csv") if row["of"] == of}


def identifier(name: Row) -> str:
    """Return the id of a thing, from its English name."""
    return re.sub("[^a-z0-9]+", "_", name["en"].lower().replace("'", "")).strip("_")


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
