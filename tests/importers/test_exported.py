"""What show wrote is read back: the same figures, from a workbook and from a CSV."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from command import run

TESTS = Path(__file__).parents[1]
KNOWN_OTHERWISE = {"file", "line", "eligible", "parent", "source_url"}
"""What a figure has of its file, and of its unit and sources beside their names."""


def figures(folder: Path) -> list[Mapping[str, str]]:
    rows = csv.DictReader(io.StringIO(run("show", folder, "--format", "csv").out))
    return [{key: row[key] for key in row if key not in KNOWN_OTHERWISE} for row in rows]


def imported(folder: Path, name: str, framework: Path) -> Path:
    """Export a folder into the current one, and import that."""
    run("show", folder, "-o", name)
    Path("map.toml").write_text(run("import", name, "--framework", framework).out, "utf-8")
    ran = run("import", name, "--map", "map.toml", "--write", "-f", "json")
    told = json.loads(ran.out)["diagnostics"]
    assert [each["message"] for each in told if each["severity"] == "error"] == []
    return Path("scorecards")


@pytest.mark.parametrize("name", ["all.xlsx", "all.csv"])
@pytest.mark.parametrize("folder", ["ordinary", "nasty"])
def test_figures_come_back_as_they_were_exported(
    folder: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = TESTS / "golden" / folder
    before = figures(place)
    assert len(before) > 9
    after = figures(imported(place, name, place / "framework.toml"))
    assert [
        (one["indicator"], key, one[key], other[key])
        for one, other in zip(before, after, strict=True)
        for key in one
        if one[key] != other[key]
    ] == []
