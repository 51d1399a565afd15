"""What is said of each column of CSV and of each key of JSON."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import rtoml

from scorecard.i18n.language import Language, spoken

FOLDER = Path(__file__).parent
"""Where each language has the words of all columns, by command."""


def columns() -> Mapping[str, Mapping[str, str]]:
    """Return what each column says in the language that is spoken, by command, and `interval`."""
    text = (FOLDER / f"columns.{spoken()}.toml").read_text("utf-8")
    words: Mapping[str, Mapping[str, str]] = rtoml.loads(text)
    return words


def meaning(english: str) -> str:
    """Return what is said of a key of JSON, in the language that is spoken."""
    return meanings(spoken()).get(english, english)


@cache
def meanings(language: Language) -> Mapping[str, str]:
    """Return what is said of keys of JSON by what English says; of English itself nothing."""
    path = FOLDER / "keys" / f"{language}.json"
    words: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return words
