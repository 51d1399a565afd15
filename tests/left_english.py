"""Which words of a text are English ones of this program, where another language is spoken."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import scorecard
from scorecard.cli.options import FailOn
from scorecard.formats import FORMATS
from scorecard.formats.findings import FORMATS as FINDINGS_FORMATS
from scorecard.i18n import in_language, vocabulary
from scorecard.i18n.columns import meanings
from scorecard.i18n.command_line import english_texts
from scorecard.i18n.language import Language
from scorecard.i18n.sayings import sayings
from scorecard.importers.map import BookMap
from scorecard.measure.mark import Mark

PACKAGE = Path(scorecard.__file__).parent

COMMANDS = (
    "show",
    "compare",
    "explain",
    "validate",
    "diff",
    "new",
    "import",
    "set",
    "export",
    "schema",
)

_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACED = re.compile(
    r"^(?:  --> .*$|[0-9]+ \| .*$| +\| .*$|[-+ ]?[a-z_]+ += |(?:---|\+\+\+|@@) .*$)", re.MULTILINE
)
"""The place of a finding, the line that it is in, heads of a diff, and keys of TOML."""

_MARKUP = re.compile(r"<(style|script|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""What a page has beside its words."""

_QUOTED = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'|\[[^\]\n]*\]|<[^>\n]*>|\{[^}\n]*\}')
_DATA = re.compile(
    r"\S*[_@/=+|\\#.-]\S*\w|\S*\.(?:toml|csv|json|md)\b|--?[a-z][a-z-]*|[A-Z]{2,}[0-9]*"
)
"""Ids, keys, codes, options and paths, by the signs that are in them, and names in capitals."""


@cache
def english(language: Language) -> frozenset[str]:
    """Return the words that are in the English texts of this program, and in none of a language."""
    commands = english_texts(language)
    ours = _said_in("en") | _words(" ".join((*commands, *meanings(language))))
    theirs = _words(" ".join((*commands.values(), *meanings(language).values())))
    return frozenset(ours - theirs - _said_in(language))


def _said_in(language: Language) -> set[str]:
    rules, columns = (
        tomllib.loads((PACKAGE / "i18n" / f"{name}.{language}.toml").read_text("utf-8"))
        for name in ("rules", "columns")
    )
    prose = ("message", "hint", "why", "mend")
    texts = [said.get(key, "") for said in rules.values() for key in prose]
    texts += [said for of in columns.values() for said in of.values()]
    return _words(" ".join((*vocabulary(language).values(), *sayings(language).values(), *texts)))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(re.sub(r"\{\w*\}", " ", text))}


def codes() -> frozenset[str]:
    """Return the words of keys of files and of their values that are chosen, not written."""
    found: set[str] = set()
    for kind in ("scorecard", "framework"):
        path = PACKAGE / "schemas" / f"{kind}.schema.json"
        found |= set(_codes(json.loads(path.read_text("utf-8"))))
    chosen = (*FORMATS, *FINDINGS_FORMATS, *get_args(FailOn), *get_args(Mark))
    found |= set(_codes(BookMap.model_json_schema()))
    return frozenset(_words(" ".join([*found, *chosen])))


def _codes(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (each for each in schema.get("enum", ()) if isinstance(each, str))
        yield from [schema["const"]] if isinstance(schema.get("const"), str) else ()
    for each in schema.values() if isinstance(schema, dict) else ():
        yield from _codes(each)
    for each in schema if isinstance(schema, list) else ():
        yield from _codes(each)


CODES = codes() | {"houses", "good", "fair", "đồng"}
"""Beside keys and choices, an indicator and bands of the case files, and the currency."""


def keys_of(path: Path) -> str:
    """Return the keys of a file, and its ids, whatever else is in it."""
    lines = path.read_text("utf-8", "replace").splitlines()
    return " ".join(part for line in lines for part in re.findall(r"[\w -]+(?==)|\"[\w-]+\"", line))


def left(text: str, typed: str = "", language: Language = "vi") -> list[str]:
    """Return the English words of a text, what is quoted from files and typed by people apart."""
    if text.startswith("<!DOCTYPE html>"):
        text = _MARKUP.sub(" ", text)
    for pattern in (_PLACED, _QUOTED, _DATA):
        text = pattern.sub(" ", text)
    return sorted((_words(text) & english(language)) - CODES - _words(typed))


def texts_of(paths: Iterable[Path], language: Language) -> Iterator[str]:
    """Yield the texts of files as they are shown in a language."""
    for path in paths:
        yield from _texts(tomllib.loads(path.read_text("utf-8")), language)


def _texts(said: object, language: Language) -> Iterator[str]:
    if isinstance(said, dict) and said.keys() & {"en", "vi"}:
        yield in_language(said, language)
    elif isinstance(said, dict | list):
        for each in said.values() if isinstance(said, dict) else said:
            yield from _texts(each, language)
    elif isinstance(said, str):
        yield said
