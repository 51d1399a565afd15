"""Scorecards of what a province, district or commune set out to do, and how far it has come."""

from importlib import import_module
from typing import TYPE_CHECKING

from scorecard.version import __version__

if TYPE_CHECKING:
    from scorecard.api import (
        Findings,
        Folder,
        UnreadableScorecardError,
        figures,
        figures_of,
        open_folder,
        scores_sql,
        validate,
    )
    from scorecard.project.errors import CannotRunError
    from scorecard.report.figures import FigureRow
    from scorecard.report.long_table import Figures
    from scorecard.report.units import Units

__all__ = [
    "CannotRunError",
    "FigureRow",
    "Figures",
    "Findings",
    "Folder",
    "Units",
    "UnreadableScorecardError",
    "__version__",
    "figures",
    "figures_of",
    "open_folder",
    "scores_sql",
    "validate",
]


def __getattr__(name: str) -> object:
    """Load the API when something of it is first asked for: importing it takes a while."""
    if name not in __all__:
        raise AttributeError(f"module 'scorecard' has no attribute {name!r}")
    return getattr(import_module("scorecard.api"), name)
