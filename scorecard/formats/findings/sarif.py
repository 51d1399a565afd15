"""Diagnostics as SARIF 2.1.0, for code scanning."""

from pathlib import PurePath
from urllib.parse import quote

from scorecard.diagnostic import Diagnostic, Spot
from scorecard.formats.findings import Report, advice, placed
from scorecard.i18n.rules import rules
from scorecard.text.json import Json, json_text
from scorecard.text.medium import Medium
from scorecard.text.printable import Printable, printable
from scorecard.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def annotate_sarif(report: Report, _: Medium) -> str:
    """Return a log with one run; its rules are those that something was found by."""
    codes = sorted({item.code for item in report.diagnostics})
    found = [
        {
            "id": code,
            "shortDescription": {"text": rules()[code].left_open},
            "fullDescription": {"text": rules()[code].why},
            "help": {"text": rules()[code].mending},
            "defaultConfiguration": {"level": rules()[code].severity.value},
        }
        for code in codes
    ]
    driver: Json = {"name": "scorecard", "semanticVersion": __version__, "rules": found}
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, codes.index(item.code)) for item in report.diagnostics],
    }
    return f"{json_text({'$schema': SCHEMA, 'version': '2.1.0', 'runs': [run]})}\n"


def _result(item: Diagnostic, index: int) -> dict[str, Json]:
    result: dict[str, Json] = {
        "ruleId": item.code,
        "ruleIndex": index,
        "level": item.severity.value,
        "message": {"text": placed(item, advice(item))},
        "locations": [_location(item.file, item.spot)],
    }
    if second := item.related:
        place = _location(item.file, second.spot)
        result["relatedLocations"] = [place | {"message": {"text": second.message}}]
    return result


def _location(file: Printable, spot: Spot) -> dict[str, Json]:
    names = ("startLine", "startColumn", "endLine", "endColumn")
    path = PurePath(file)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    if spot.sheet is not None:
        # A workbook has no lines.
        logical = {"fullyQualifiedName": spot.within(printable(path.name)), "kind": "object"}
        return {
            "physicalLocation": {"artifactLocation": {"uri": uri}},
            "logicalLocations": [logical],
        }
    region: dict[str, Json] = dict(zip(names, spot[:4], strict=True))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
