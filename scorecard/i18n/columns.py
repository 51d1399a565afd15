"""What is said of each column of CSV."""

from collections.abc import Mapping
from pathlib import Path

import rtoml

COLUMNS = Path(__file__).parent / "columns.en.toml"
"""The words of all columns, by command."""


def columns() -> Mapping[str, Mapping[str, str]]:
    """Return what each column says, by command; beside those, of `interval`."""
    words: Mapping[str, Mapping[str, str]] = rtoml.loads(COLUMNS.read_text("utf-8"))
    return words
