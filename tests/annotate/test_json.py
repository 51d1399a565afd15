"""Findings for programs."""

import json

from scorecard.annotate import FORMATS
from scorecard.annotate.report import Report
from scorecard.diagnostic import Finding, Rule, Severity
from scorecard.files.document import Document
from scorecard.medium import Medium

MEDIUM = Medium(20, colour=True)


def test_every_field_of_a_finding_counts_from_1_in_code_points() -> None:
    rule = Rule("SC900", Severity.WARNING, "this is {what}", "{hint}")
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
    }
    second = {**first, "hint": None, "end_line": 2, "end_column": 2}
    assert json.loads(text) == {
        "version": 1,
        "command": "validate",
        "checked": 7,
        "diagnostics": [first, second],
    }
    assert list(json.loads(text)["diagnostics"][0]) == list(first)


def test_no_findings() -> None:
    assert FORMATS["json"](Report(0, []), MEDIUM) == (
        '{\n  "version": 1,\n  "command": "validate",\n  "checked": 0,\n  "diagnostics": []\n}\n'
    )


def test_the_formats_are_two() -> None:
    assert list(FORMATS) == ["text", "json"]
