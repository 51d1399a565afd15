"""Diagnostics as text, one function a format."""

from collections.abc import Callable, Mapping

from scorecard.annotate.report import Report
from scorecard.late import late
from scorecard.medium import Medium

FORMATS: Mapping[str, Callable[[Report, Medium], str]] = {
    name: late(f"scorecard.annotate.{name}", f"annotate_{name}")
    for name in ("text", "json", "github", "sarif", "junit", "gitlab")
}
