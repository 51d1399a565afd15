"""What stands in a TOML text that is edited, as it is written there."""

from collections.abc import Mapping
from typing import Any

from scorecard.toml.data import parse
from scorecard.toml.positions import Path, index


def figures_in(text: str) -> Mapping[str, Any]:
    """Return the figures of a scorecard's text; none where it has no table of them."""
    data = parse(text)
    figures = data.get("figures") if isinstance(data, dict) else None
    return figures if isinstance(figures, dict) else {}


def as_written(text: str, *paths: Path) -> str:
    """Return how the value at the first of the paths that has one is written, else `{ … }`."""
    values = index(text).values
    span = next((values[path] for path in paths if path in values), None)
    return text[slice(*span)] if span else "{ … }"
