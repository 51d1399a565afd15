"""A view as text, one function a format."""

from collections.abc import Callable, Mapping

from scorecard.report.blocks import View
from scorecard.text.late import late
from scorecard.text.medium import Medium

FORMATS: Mapping[str, Callable[[View, Medium], str]] = {
    name: late(f"scorecard.formats.{name}", f"render_{name}")
    for name in ("table", "json", "csv", "markdown")
}
