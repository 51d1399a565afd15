"""What is said of each column of CSV."""

from collections.abc import Mapping
from pathlib import Path

import rtoml

from scorecard.i18n.language import spoken

FOLDER = Path(__file__).parent
"""Where each language has the words of all columns, by command."""


def columns() -> Mapping[str, Mapping[str, str]]:
    """Return what each column says in the language that is spoken, by command, and `interval`."""
    text = (FOLDER / f"columns.{spoken()}.toml").read_text("utf-8")
    words: Mapping[str, Mapping[str, str]] = rtoml.loads(text)
    return words
