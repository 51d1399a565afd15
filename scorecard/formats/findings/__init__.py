"""Diagnostics as text, one function a format."""

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from scorecard.formats import imported_late
from scorecard.formats.findings.report import Report
from scorecard.text.medium import Medium

FindingsFormat = Literal["text", "json", "github", "sarif", "junit", "gitlab"]
"""How diagnostics are written: by the `annotate_` function of the module of each name."""

FORMATS: Mapping[str, Callable[[Report, Medium], str]] = {
    name: imported_late(f"{__name__}.{name}", f"annotate_{name}")
    for name in get_args(FindingsFormat)
}
