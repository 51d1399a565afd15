"""The JSON Schema of a kind of file finds what its model finds, as far as it can tell."""

import json
import os
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from command import run
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker
from pydantic import BaseModel, TypeAdapter, ValidationError

from scorecard.model.fields import PERIOD, SPELLED, Amount, When
from scorecard.numbers import period, quantity
from scorecard.schema import MODELS, Kind, schema
from scorecard.text.json import json_text
from scorecard.toml import data as toml
from scorecard.toml import reading as text
from scorecard.toml.shape import keys_at

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "scorecard" / "schemas"
CASES = Path(__file__).parent / "cases"
KINDS: tuple[Kind, ...] = get_args(Kind)

BACKWARDS = "what a number is worth beside another"
BEYOND = {
    "num-range-backwards": BACKWARDS,
    "sch-bad-period": BACKWARDS,
    "SC205-backwards": BACKWARDS,
    "SC205-digits": "how many digits of a number count",
    "SC206-backwards": BACKWARDS,
    "SC210-decimals": "that 1.0 is written with a decimal mark",
    "SC211-limits": BACKWARDS,
    'scorecard: papi.target = "5..4"': BACKWARDS,
    'framework: kind = "rate"\nlimits = [100, 0]': BACKWARDS,
    'register: until = "2025-06-30"': "that a day has no quotes",
}
"""The cases that the models alone find fault with: what JSON Schema cannot know of them."""

UNTOLD = {
    "the range runs backwards",
    "more than 15 significant digits",
    "more than 15 decimals",
    "more than 100 characters",
    "this is too large",
    "this is 0, or closer to 0 than is kept",
    "this period ends before it starts",
}
"""What the pattern of a text cannot say, and shares of nothing."""

TABLES: dict[Kind, list[tuple[str | int, ...]]] = {
    "scorecard": [
        (),
        ("unit",),
        ("sources", "report"),
        ("claimed",),
        ("figures", "papi"),
        ("figures", "papi", "target"),
        ("figures", "papi", "target", 0),
        ("figures", "papi", "claimed"),
        ("remarks", 0),
    ],
    "framework": [
        (),
        ("scoring",),
        ("bands", 0),
        ("groups", 0),
        ("indicators", 0),
        ("indicators", 0, "target"),
        ("indicators", 0, "target", 0),
    ],
    "register": [(), ("units", 0), ("units", 0, "successors", 0)],
}


def fits(pattern: str, spelling: str) -> bool:
    """Whether a pattern takes a text; its `$` is the very end, as it is in editors."""
    return re.search(pattern.replace("$", r"\Z"), spelling) is not None


@cache
def made(kind: Kind) -> dict[str, Any]:
    return schema(kind)


@cache
def validator(kind: Kind) -> Draft7Validator:
    text_for_python = json_text(made(kind)).replace('$"', r'\\Z"')
    return Draft7Validator(json.loads(text_for_python), format_checker=FormatChecker())


def as_json(content: dict[str, Any]) -> dict[str, Any]:
    """What editors make of TOML: dates and times are texts, and there is no infinite number."""
    text_of_it = json.dumps(content, default=_plain)
    plain: dict[str, Any] = json.loads(text_of_it, parse_constant=lambda _: None)
    return plain


def _plain(value: object) -> float | str:
    return float(value) if isinstance(value, Decimal) else str(value)


def faults(model: type[BaseModel], content: object) -> list[str]:
    try:
        model.model_validate(content)
    except ValidationError as error:
        return [each["msg"] for each in error.errors()]
    return []


def files() -> Iterator[tuple[str, Kind, dict[str, Any]]]:
    """Every case that is TOML, each fault of `shape` in a file of its own."""
    for path in sorted(CASES.rglob("*.toml")):
        source, unreadable = text.decode(path.read_bytes())
        content = None if unreadable else toml.parse(source)
        if isinstance(content, dict) and path.parent.name != "shape":
            kind: Kind = "register" if "units" in content else "scorecard"
            yield path.stem, "framework" if "indicators" in content else kind, content
    for kind in KINDS:
        table = tomllib.loads((CASES / "shape" / f"{kind}.toml").read_text("utf-8"))
        for fault in table["faults"]:
            rows = table["base"].splitlines()
            rows[rows.index(fault["line"])] = fault["instead"]
            content = toml.parse("\n".join(rows))
            assert isinstance(content, dict)
            yield f"{kind}: {fault['instead'] or 'no ' + fault['line']}"[:60], kind, content


def test_the_schema_finds_fault_where_the_model_does() -> None:
    beyond, otherwise = set(), []
    for name, kind, content in files():
        told = [error.message for error in validator(kind).iter_errors(as_json(content))]
        found = faults(MODELS[kind], content)
        if name in BEYOND and found and not told:
            beyond.add(name)
        elif bool(told) != bool(found):
            otherwise.append((name, told, found))
    assert otherwise == []
    assert beyond == BEYOND.keys()


def agree(pattern: str, spelling: str, adapter: TypeAdapter[Any]) -> bool:
    """Whether a pattern takes a text for one if the model does, what it cannot say apart."""
    try:
        adapter.validate_python(spelling)
    except ValidationError as error:
        reason = error.errors()[0]["msg"]
        return reason in UNTOLD or reason.endswith("is no share") or not fits(pattern, spelling)
    return fits(pattern, spelling)


SPELLINGS = st.from_regex(quantity.SPELLING, fullmatch=True) | st.text("05.-<>=~/ \n")
PERIODS = st.sampled_from(period.SPELLINGS).flatmap(
    lambda spelling: st.from_regex(spelling, fullmatch=True)
) | st.text("0129XHQ-/\n")


@example(">5..6")
@example("<~5/6")
@example("5/6\n")
@given(SPELLINGS)
def test_a_text_is_a_quantity_to_the_schema_as_to_the_model(spelling: str) -> None:
    assert agree(SPELLED, spelling, TypeAdapter(Amount))


@example("XXXX")
@example("2025-H1\n")
@given(PERIODS)
def test_a_text_is_a_period_to_the_schema_as_to_the_model(spelling: str) -> None:
    assert agree(PERIOD, spelling, TypeAdapter(When))


def at(node: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    for part in path:
        if isinstance(part, int):
            node = node["items"]
        elif part in node.get("properties", {}):
            node = node["properties"][part]
        else:
            node = node["additionalProperties"] or next(iter(node["patternProperties"].values()))
    return node


@pytest.mark.parametrize(
    ("kind", "path"), [(kind, path) for kind in KINDS for path in TABLES[kind]], ids=str
)
def test_every_key_can_be_completed_and_is_explained(
    kind: Kind, path: tuple[str | int, ...]
) -> None:
    table = at(made(kind), path)
    assert list(table["properties"]) == keys_at(MODELS[kind], path)
    assert table["additionalProperties"] is False
    assert all(key["description"].endswith(".") for key in table["properties"].values())


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_in_the_package_is_fresh(kind: Kind) -> None:
    ran = run("schema", kind)
    committed = SCHEMAS / f"{kind}.schema.json"
    if os.environ.get("SCORECARD_UPDATE") == "1":
        committed.write_bytes(ran.out.encode())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == committed.read_bytes().decode()
    Draft7Validator.check_schema(made(kind))


def test_it_is_written_to_a_file_for_scorecards_unless_told_otherwise(tmp_path: Path) -> None:
    ran = run("schema", "-o", tmp_path / "a.json")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "a.json").read_bytes() == (SCHEMAS / "scorecard.schema.json").read_bytes()


def test_there_are_no_other_files_to_have_a_schema_of() -> None:
    ran = run("schema", "unit")
    assert (ran.code, ran.out) == (2, "")
    assert "'unit' is not one of 'scorecard', 'framework', 'register'" in ran.err


def test_every_file_of_ours_tells_editors_its_schema() -> None:
    folders: dict[Kind, Path] = {
        "scorecard": ROOT / "scorecards",
        "framework": SCHEMAS.parent / "frameworks",
        "register": SCHEMAS.parent / "registers",
    }
    settings = ROOT / "scorecards" / "scorecard.toml"
    for kind, folder in folders.items():
        for path in set(folder.rglob("*.toml")) - {settings}:
            first = path.read_text("utf-8").partition("\n")[0]
            place = (path.parent / first.removeprefix("#:schema ")).resolve()
            assert place == SCHEMAS / f"{kind}.schema.json", path
