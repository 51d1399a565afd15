"""What is written as JSON has every key that is promised, and no other."""

import json
from pathlib import Path

import pytest
import tomli_w
from command import run
from jsonschema import Draft202012Validator
from oracle.country import folder

HERE = Path(__file__).parent
TESTS = HERE.parent
SCHEMA = json.loads((HERE / "output.schema.json").read_text("utf-8"))
PROMISED = Draft202012Validator(SCHEMA)


def wrong(text: str) -> list[str]:
    """Return what a JSON text has against the schema."""
    kind = "findings" if '"command": "validate"' in text else "report"
    promised = PROMISED.evolve(schema={"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]})
    found = promised.iter_errors(json.loads(text))
    return [f"{error.json_path}: {error.message}" for error in found]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("where", ["golden/ordinary", "golden/nasty", "../scorecards/mobilization"])
@pytest.mark.parametrize("words", [("show",), ("compare",), ("compare", "--sensitivity")])
def test_real_reports(where: str, words: tuple[str, ...]) -> None:
    ran = run(*words, TESTS / where, "--format", "json")
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


@pytest.mark.parametrize("seed", range(40))
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
