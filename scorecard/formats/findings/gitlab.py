"""Diagnostics as a GitLab code quality report."""

import hashlib
from collections import Counter

from scorecard.formats.findings import Report, advice, placed
from scorecard.i18n.rules import Severity
from scorecard.text.json import Json, json_text
from scorecard.text.medium import Medium

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def annotate_gitlab(report: Report, _: Medium) -> str:
    """Return an array of findings; their fingerprints stay when lines move, in every language.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    found: list[Json] = []
    seen: Counter[str] = Counter()
    for item in report.diagnostics:
        text = f"{item.file}\n{item.code}\n{item.subject}"
        seen[text] += 1
        lines: dict[str, Json] = {"begin": item.line, "end": item.spot.end_line}
        entry: dict[str, Json] = {
            "description": placed(item, advice(item)),
            "check_name": item.code,
            "fingerprint": hashlib.sha256(f"{text}\n{seen[text]}".encode()).hexdigest(),
            "severity": SEVERITIES[item.severity],
            "location": {"path": item.file, "lines": lines},
        }
        found.append(entry)
    return f"{json_text(found)}\n"
