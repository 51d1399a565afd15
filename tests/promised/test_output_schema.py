"""What is written as JSON has every key that is promised, and no other."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from command import run
from jsonschema import Draft202012Validator
from oracle.country import folder
from sampled import sampled

from scorecard.schema import OUTPUT, output_schema

TESTS = Path(__file__).parents[1]
SCHEMA = output_schema()
PROMISED = Draft202012Validator(SCHEMA)

KINDS = {
    "diagnostics": "findings",
    "explanations": "explanations",
    "rules": "rules",
    "columns": "codebook",
    "units": "report",
    "differs": "difference",
}
"""What a text is, by a key that no other has."""


def wrong(text: str) -> list[str]:
    """Return what a JSON text has against the schema."""
    written = json.loads(text)
    (kind,) = (kind for key, kind in KINDS.items() if key in written)
    promised = PROMISED.evolve(schema={"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]})
    found = promised.iter_errors(written)
    return [f"{error.json_path}: {error.message}" for error in found]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert [kind["$ref"] for kind in SCHEMA["oneOf"]] == [
        f"#/$defs/{kind}"
        for kind in ("report", "findings", "explanations", "rules", "codebook", "difference")
    ]


def test_the_command_prints_what_is_in_the_file() -> None:
    ran = run("schema", "output")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == OUTPUT.read_text("utf-8")


def keys(shape: object) -> Iterator[tuple[str, Any]]:
    """Yield every key that a schema describes, wherever it is."""
    if isinstance(shape, dict):
        if "additionalProperties" in shape:
            yield from shape.get("properties", {}).items()
        for each in shape.values():
            yield from keys(each)


def test_every_key_is_described() -> None:
    found = list(keys(SCHEMA["$defs"]))
    assert len(found) > 200
    assert [name for name, key in found if not key.get("description", "").endswith(".")] == []


@pytest.mark.parametrize("where", ["golden/ordinary", "golden/nasty", "../scorecards/mobilization"])
@pytest.mark.parametrize("words", [("show",), ("compare",), ("compare", "--sensitivity")])
def test_real_reports(where: str, words: tuple[str, ...]) -> None:
    ran = run(*words, TESTS / where, "--format", "json")
    assert ran.code == 0
    assert wrong(ran.out) == []


@pytest.mark.parametrize(
    "words", [("compare", "--by-parent"), ("explain", "cao-bang"), ("explain", "nam-po", "papi")]
)
def test_what_else_is_shown(words: tuple[str, ...], several_frameworks: Path) -> None:
    ran = run(*words, "--dir", several_frameworks, "--format", "json")
    assert ran.code == 0
    assert wrong(ran.out) == []


def test_children_that_are_summed_up(tmp_path: Path) -> None:
    for path in (TESTS / "golden" / "ordinary").glob("*.toml"):
        said = path.read_text("utf-8")
        parent = said.replace("[unit]\n", '[unit]\nparent = "delta"\n')
        (tmp_path / path.name).write_text(parent, "utf-8")
    ran = run("compare", tmp_path, "--by-parent", "--format", "json")
    assert '"children": ["an-phu", "binh-tan"]' in ran.out
    assert wrong(ran.out) == []


@pytest.mark.parametrize("words", [("SC403",), ("--all",), ("--columns",)])
def test_what_is_explained_by_itself(words: tuple[str, ...]) -> None:
    ran = run("explain", *words, "--format", "json")
    assert ran.code == 0
    assert wrong(ran.out) == []


def test_what_is_supposed() -> None:
    words = ("--what-if", "dossiers_on_time=100")
    ran = run("show", TESTS / "golden" / "ordinary", *words, "--format", "json")
    assert ran.code == 0
    assert '"what_if": true' in ran.out
    assert wrong(ran.out) == []


@pytest.mark.parametrize("where", ["cases/invalid", "cases/corpus", "cases/valid"])
def test_real_findings(where: str) -> None:
    ran = run("validate", TESTS / where, "--format", "json")
    assert ran.code in (0, 1)
    assert wrong(ran.out) == []


@pytest.mark.parametrize("seed", sampled(range(5)))
def test_random_folders(seed: int, tmp_path: Path) -> None:
    for name, table in folder(seed).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tomli_w.dumps(table), "utf-8")
    for command in ("show", "compare", "validate"):
        ran = run(command, tmp_path, "--format", "json")
        assert wrong(ran.out) == []


@pytest.mark.parametrize("change", ["added", "left out"])
def test_a_key_that_is_added_or_left_out_is_seen(change: str) -> None:
    text = run("show", TESTS / "golden" / "ordinary", "--format", "json").out
    report = json.loads(text)
    figure = report["units"][0]["figures"][0]
    if change == "added":
        figure["other"] = None
    else:
        del figure["claimed"]
    (said,) = wrong(json.dumps(report))
    assert said.startswith("$.units[0].figures[0]: ")


def test_what_differs(tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(TESTS / "golden" / "ordinary", other)
    for old, new in (("value = 95", "value = 195"), ("= 0,", "= 7,"), ("visitors", "others")):
        path = other / "an-phu.toml"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    framework = other / "framework.toml"
    said = framework.read_text("utf-8")
    framework.write_text(said.replace("points = 30", "points = 20"), "utf-8")
    for states in ((TESTS / "golden" / "ordinary", other), (other, TESTS / "golden" / "nasty")):
        ran = run("diff", *states, "--format", "json")
        assert json.loads(ran.out)["differs"]
        assert wrong(ran.out) == []


@pytest.mark.parametrize("seed", sampled(range(4)))
def test_what_differs_between_random_folders(seed: int, tmp_path: Path) -> None:
    for name, table in {**folder(seed), "x": folder(seed + 1)}.items():
        for path, each in table.items() if name == "x" else [(name, table)]:
            place = tmp_path / ("then" if name == "x" else "now") / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(tomli_w.dumps(each), "utf-8")
    ran = run("diff", tmp_path / "then", tmp_path / "now", "--format", "json")
    assert wrong(ran.out) == []
