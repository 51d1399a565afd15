"""Findings for programs."""

import json

from made import Made

from scorecard.diagnostic import Finding, Related
from scorecard.formats.findings import FORMATS, Report
from scorecard.i18n.rules import Severity
from scorecard.text.medium import Medium
from scorecard.toml.document import Document

made = Made()

MEDIUM = Medium(20, colour=True)


def test_every_field_of_a_finding_counts_from_1_in_code_points() -> None:
    rule = made("SC900", Severity.WARNING, "this is {what}", "{hint}")
    document = Document("thư mục/a.toml", "\ty\u0309 = '漢\U0001d173字'\nb = 1\n")
    arguments = {"what": '"##[x]"', "hint": "a\x1bb"}
    found = [
        document.diagnostic(Finding(rule, arguments=arguments, place=(6, 11))),
        document.diagnostic(Finding(rule, arguments={**arguments, "hint": ""}, place=(6, 13))),
    ]
    text = FORMATS["json"](Report(7, found), MEDIUM)
    first = {
        "code": "SC900",
        "severity": "warning",
        "message": r'this is "\u0023#[x]"',
        "hint": r"a\u001bb",
        "file": "thư mục/a.toml",
        "line": 1,
        "column": 7,
        "end_line": 1,
        "end_column": 12,
        "related": None,
    }
    second = {**first, "hint": None, "end_line": 2, "end_column": 2}
    told = json.loads(text)
    assert (told["version"], told["command"], told["checked"]) == (2, "validate", 7)
    for item, expected in zip(told["diagnostics"], (first, second), strict=True):
        assert {name: item[name] for name in expected} == expected


def test_a_second_place_is_told_by_its_lines_and_columns() -> None:
    rule = made("SC900", Severity.ERROR, "twice")
    document = Document("a.toml", "a = 1\nb = 2\na = 3\n")
    related = Related("it was\x1b here", place=(0, 1))
    found = document.diagnostic(Finding(rule, place=(12, 13), related=related))
    (told,) = json.loads(FORMATS["json"](Report(1, [found]), MEDIUM))["diagnostics"]
    assert (told["line"], told["related"]) == (
        3,
        {"message": r"it was\u001b here", "line": 1, "column": 1, "end_line": 1, "end_column": 2},
    )


def test_no_findings() -> None:
    assert FORMATS["json"](Report(0, []), MEDIUM) == (
        '{\n  "version": 2,\n  "command": "validate",\n  "checked": 0,\n  "diagnostics": []\n}\n'
    )


def test_the_usual_format_comes_first() -> None:
    assert list(FORMATS)[:2] == ["text", "json"]
