"""Diagnostics as text, one function a format."""

from collections.abc import Callable, Mapping

from scorecard.annotate.github import annotate_github
from scorecard.annotate.gitlab import annotate_gitlab
from scorecard.annotate.json import annotate_json
from scorecard.annotate.junit import annotate_junit
from scorecard.annotate.report import Report
from scorecard.annotate.sarif import annotate_sarif
from scorecard.annotate.text import annotate_text
from scorecard.medium import Medium

FORMATS: Mapping[str, Callable[[Report, Medium], str]] = {
    "text": annotate_text,
    "json": annotate_json,
    "github": annotate_github,
    "sarif": annotate_sarif,
    "junit": annotate_junit,
    "gitlab": annotate_gitlab,
}
