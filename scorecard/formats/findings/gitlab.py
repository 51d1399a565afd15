"""Diagnostics as a GitLab code quality report."""

import hashlib
from collections import Counter

from scorecard.formats.findings.report import Report
from scorecard.i18n.rules import Severity
from scorecard.text.json import Json, json_text
from scorecard.text.medium import Medium

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def annotate_gitlab(report: Report, _: Medium) -> str:
    """Return an array of findings, each with a fingerprint that stays when lines move.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    found: list[Json] = []
    seen: Counter[str] = Counter()
    for item in report.diagnostics:
        text = f"{item.file}\n{item.code}\n{item.message}"
        seen[text] += 1
        fingerprint = hashlib.sha256(f"{text}\n{seen[text]}".encode()).hexdigest()
        entry: dict[str, Json] = {
            "description": f"{item.message}. {item.hint}" if item.hint else item.message,
            "check_name": item.code,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[item.severity],
            "location": {
                "path": item.file,
                "lines": {"begin": item.line, "end": item.spot.end_line},
            },
        }
        found.append(entry)
    return f"{json_text(found)}\n"
