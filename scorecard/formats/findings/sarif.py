"""Diagnostics as SARIF 2.1.0, for code scanning."""

from pathlib import PurePath
from urllib.parse import quote

from scorecard import __version__
from scorecard.diagnostic import Diagnostic, Spot
from scorecard.formats.findings.report import Report
from scorecard.i18n.rules import Rule, rules
from scorecard.text.json import Json, json_text
from scorecard.text.medium import Medium

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def annotate_sarif(report: Report, _: Medium) -> str:
    """Return a log with one run; its rules are those that something was found by."""
    codes = sorted({item.code for item in report.diagnostics})
    driver: dict[str, Json] = {
        "name": "scorecard",
        "semanticVersion": __version__,
        "rules": [_rule(rules()[code]) for code in codes],
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, codes.index(item.code)) for item in report.diagnostics],
    }
    log: dict[str, Json] = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return f"{json_text(log)}\n"


def _rule(rule: Rule) -> dict[str, Json]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.left_open},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.mending},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(item: Diagnostic, index: int) -> dict[str, Json]:
    text = f"{item.message}. {item.hint}" if item.hint else item.message
    result: dict[str, Json] = {
        "ruleId": item.code,
        "ruleIndex": index,
        "level": item.severity.value,
        "message": {"text": text},
        "locations": [_location(item.file, item.spot)],
    }
    if second := item.related:
        place = _location(item.file, second.spot)
        result["relatedLocations"] = [place | {"message": {"text": second.message}}]
    return result


def _location(file: str, spot: Spot) -> dict[str, Json]:
    region: dict[str, Json] = {
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.end_line,
        "endColumn": spot.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(file)}, "region": region}}


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
