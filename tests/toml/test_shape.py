"""What is wrong with the shape of a file: place, code, message and hint of each fault."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rtoml

from scorecard.model.framework import Framework
from scorecard.model.register import Register
from scorecard.model.scorecard import Scorecard
from scorecard.toml.load import load
from scorecard.toml.shape import quoted

Model = type[Scorecard | Framework | Register]

CASES = Path(__file__).parents[1] / "cases" / "shape"
MODELS: dict[str, Model] = {
    "scorecard": Scorecard,
    "framework": Framework,
    "register": Register,
}
TABLES: dict[str, dict[str, Any]] = {name: rtoml.load(CASES / f"{name}.toml") for name in MODELS}
FAULTS = [
    pytest.param(name, fault, id=f"{name}: {fault['instead'] or 'no ' + fault['line']}"[:60])
    for name in MODELS
    for fault in TABLES[name]["faults"]
]


def told(path: Path, text: str, model: Model) -> list[str]:
    """One line a fault, in the order of the text."""
    path.write_text(text, encoding="utf-8")
    loaded = load(path, path.name, model)
    assert (loaded.model is None) == bool(loaded.findings)
    found = [loaded.document.diagnostic(finding) for finding in loaded.findings]
    found.sort(key=lambda each: (each.line, each.column))
    lines = [
        f"{each.line}:{each.column} {each.code} {each.message} | {each.hint}" for each in found
    ]
    return [line.removesuffix(" | ") for line in lines]


@pytest.mark.parametrize("name", MODELS)
def test_the_files_that_the_faults_are_put_into_have_none(tmp_path: Path, name: str) -> None:
    assert told(tmp_path / "a.toml", TABLES[name]["base"], MODELS[name]) == []


@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_a_fault_is_told_at_its_place_in_plain_words(
    tmp_path: Path, name: str, fault: dict[str, Any]
) -> None:
    base = TABLES[name]["base"].splitlines()
    assert base.count(fault["line"]) == 1
    base[base.index(fault["line"])] = fault["instead"]
    assert told(tmp_path / "a.toml", "\n".join(base), MODELS[name]) == fault["told"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('a "b"\n', r'"a \"b\"\n"'),
        ("Bằng", '"Bằng"'),
        (True, "true"),
        (1.5, "1.5"),
        ([1, 2], "[1, 2]"),
        (["a", True], '["a", true]'),
        ([0] * 10**6, "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,…"),
        ([[1], [2]], "an array"),
        ([{"a": 1}], "an array"),
        ({"a": 1}, "a table"),
        (date(2025, 11, 21), "2025-11-21"),
        ("x" * 38, '"' + "x" * 38 + '"'),
        ("x" * 39, '"' + "x" * 38 + "…"),
    ],
)
def test_a_value_is_quoted_as_its_writer_knows_it(value: object, expected: str) -> None:
    assert quoted(value) == expected


def test_an_unknown_key_stands_for_the_missing_one_that_it_is_like(tmp_path: Path) -> None:
    base = TABLES["scorecard"]["base"]
    for wrong, lines in {
        # Like another key than the missing one, or like none: both are told.
        "figure = 1": ["SC202", "SC201"],
        "nam = 1": ["SC202", "SC201"],
        "periode = 1": ["SC201"],
        "preiod = 1": ["SC201"],
        "perd = 1": ["SC201"],
    }.items():
        text = base.replace('period = "2025"', wrong)
        found = [line.split()[1] for line in told(tmp_path / "a.toml", text, Scorecard)]
        assert found == lines, wrong


@pytest.mark.parametrize("value", ['"[key]" = 5', '"[key]" = ""'])
def test_a_key_may_have_the_name_by_which_keys_are_marked(tmp_path: Path, value: str) -> None:
    text = f"{TABLES['scorecard']['base']}[ignore]\n{value}\n"
    line = text.count("\n")
    assert told(tmp_path / "a.toml", text, Scorecard)[0].startswith(f"{line}:11 SC20")


BY_DEFAULT = [
    # What a figure states itself is told at the figure, a bare value among it.
    ('status = "finl"', 'houses = 1\nroads = { value = 2, status = "fianl" }', ["SC204", "SC204"]),
    ('status = "finl"', 'houses = "5 %"\nroads = []', ["SC204", "SC205", "SC205"]),
    ("value = 1", 'houses = "5 %"\nroads = { source = "report" }', ["SC201", "SC205"]),
    ('status = "final"', 'houses = { status = "finl" }', ["SC204"]),
]


@pytest.mark.parametrize(("defaults", "figures", "expected"), BY_DEFAULT)
def test_what_is_wrong_in_defaults_is_told_there_alone(
    tmp_path: Path, defaults: str, figures: str, expected: list[str]
) -> None:
    base = TABLES["scorecard"]["base"].partition("[figures]")[0]
    text = f"{base}[defaults]\n{defaults}\n[figures]\n{figures}\n"
    found = told(tmp_path / "a.toml", text, Scorecard)
    assert [line.split()[1] for line in found] == expected


def test_defaults_that_are_no_table_give_nothing(tmp_path: Path) -> None:
    base = TABLES["scorecard"]["base"].partition("[unit]")
    text = f'{base[0]}defaults = "final"\n{base[1]}{base[2]}'.replace(
        "[figures]", "[figures]\nz = []"
    )
    found = told(tmp_path / "a.toml", text, Scorecard)
    assert [line.split()[1] for line in found] == ["SC203", "SC205"]


def test_ids_with_the_other_sign_are_told_once_of_each_sign(tmp_path: Path) -> None:
    text = TABLES["framework"]["base"].replace("mobilization", "mobili_zation", 1)
    text = text.replace('"digital"', '"digi-tal"').replace('"papi"', '"pa-pi"')
    assert told(tmp_path / "a.toml", text, Framework) == [
        '2:6 SC207 "mobili_zation" is no id | write - for _: "mobili-zation"',
        '9:6 SC207 "digi-tal" is no id | write _ for -: "digi_tal"; so too in lines 12, 13',
    ]
