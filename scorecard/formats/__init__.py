"""A view as text, one function a format."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeVar, get_args

from scorecard.text.medium import Medium

if TYPE_CHECKING:
    # The prompt asks for the names of formats alone.
    from scorecard.report.blocks import View

Format = Literal["table", "json", "csv", "markdown"]
"""How a view is written: by the `render_` function of the module of each name."""

Told = TypeVar("Told")


def imported_late(module: str, name: str) -> Callable[[Told, Medium], str]:
    """Return a function of a module that is not imported before the function is called."""

    def written(told: Told, medium: Medium) -> str:
        text: str = getattr(import_module(module), name)(told, medium)
        return text

    return written


FORMATS: "Mapping[Format, Callable[[View, Medium], str]]" = {
    name: imported_late(f"{__name__}.{name}", f"render_{name}") for name in get_args(Format)
}
