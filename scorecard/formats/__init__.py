"""A view as text, one function a format."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, get_args

from scorecard.text.late import late
from scorecard.text.medium import Medium

if TYPE_CHECKING:
    # The prompt asks for the names of formats alone.
    from scorecard.report.blocks import View

FormatName = Literal["table", "json", "csv", "markdown"]
"""How a view is written: by the `render_` function of the module of each name."""

FORMATS: "Mapping[str, Callable[[View, Medium], str]]" = {
    name: late(f"scorecard.formats.{name}", f"render_{name}") for name in get_args(FormatName)
}
