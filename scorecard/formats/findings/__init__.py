"""Diagnostics as text, one function a format."""

from collections.abc import Callable, Mapping

from scorecard.formats import imported_late
from scorecard.formats.findings.report import Report
from scorecard.text.medium import Medium

FORMATS: Mapping[str, Callable[[Report, Medium], str]] = {
    name: imported_late(f"{__name__}.{name}", f"annotate_{name}")
    for name in ("text", "json", "github", "sarif", "junit", "gitlab")
}
