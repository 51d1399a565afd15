"""A view as text, one function a format."""

from collections.abc import Callable, Mapping

from scorecard.late import late
from scorecard.medium import Medium
from scorecard.view.blocks import View

FORMATS: Mapping[str, Callable[[View, Medium], str]] = {
    name: late(f"scorecard.render.{name}", f"render_{name}")
    for name in ("table", "json", "csv", "markdown")
}
