"""A view as text or bytes, one function a format."""

from collections.abc import Callable, Container, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Literal, get_args

from scorecard.text.formats import Format
from scorecard.text.medium import Medium

if TYPE_CHECKING:
    # The prompt asks for the names of formats alone.
    from scorecard.report.blocks import View


class DoesNotFitError(ValueError):
    """There is more of something than a workbook holds.

    The number is the most rows or columns of a sheet, or how many figures there are.
    """

    def __init__(self, what: Literal["rows", "columns", "figures"], number: int) -> None:
        super().__init__(what, number)
        self.what, self.number = what, number


def written(module: str, name: str, told: object, medium: Medium) -> str | bytes:
    """Return what a function of a module writes, imported no sooner than it is asked for."""
    content: str | bytes = getattr(import_module(module), name)(told, medium)
    return content


def pieces(name: Format, view: "View", medium: Medium) -> Iterator[str]:
    """Yield what is written of a view in one of `STREAMED` piece by piece."""
    found: Iterator[str] = getattr(import_module(f"{__name__}.{name}"), f"{name}_pieces")(
        view, medium
    )
    return found


STREAMED: Container[Format] = ("table", "csv", "json")
"""Formats that are written piece by piece, by the `_pieces` function of the module of each name."""

FORMATS: "Mapping[Format, Callable[[View, Medium], str | bytes]]" = {
    name: partial(written, f"{__name__}.{name}", f"render_{name}") for name in get_args(Format)
}
"""How a view is written: by the `render_` function of the module of each name."""
