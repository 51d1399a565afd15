"""Diagnostics as text, one function a format."""

from collections.abc import Callable, Mapping

from scorecard.annotate.json import annotate_json
from scorecard.annotate.report import Report
from scorecard.annotate.text import annotate_text
from scorecard.medium import Medium

FORMATS: Mapping[str, Callable[[Report, Medium], str]] = {
    "text": annotate_text,
    "json": annotate_json,
}
