"""The words of the tables, one JSON file a language; what a language lacks is in English."""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path

from scorecard.i18n.language import spoken
from scorecard.numbers.digits import decimal_text
from scorecard.text.printable import Printable, printable

FOLDER = Path(__file__).parent

FALLBACK = "en"

REMEMBERED = 1 << 12
"""How many numbers are remembered as a language writes them: tables have the same ones often."""

PLAIN = ""
"""No language: English words, with numbers as programs write them."""


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = vocabulary(language if _file(language).exists() else FALLBACK)

    def name(self, text: str | Mapping[str, str]) -> Printable:
        """Return a text of a file in this language."""
        return printable(in_language(text, self.language))

    def number(self, text: str) -> Printable:
        """Return a text of numbers as the language writes them: `12,630.5`, `12.630,5`."""
        return _written(text, *_MARKS.get(self.language, _MARKS[FALLBACK]))

    def date(self, day: date) -> Printable:
        """Return a day as the language writes it: `2026-06-30`, `30/06/2026`."""
        return self("date", year=f"{day:%Y}", month=f"{day:%m}", day=f"{day:%d}")

    def read(self, text: str) -> Fraction | None:
        """Return the number that a text writes as the language does, with no more than signs.

        There is none where it writes a bound, about how much, or several numbers.
        """
        return _read(text, *_MARKS.get(self.language, _MARKS[FALLBACK]))

    def __call__(self, key: str, **arguments: object) -> Printable:
        """Return the word or sentence of a key, filled in; numbers exactly, as it writes them."""
        filled = {
            name: self.number(decimal_text(value)) if isinstance(value, _NUMBERS) else value
            for name, value in arguments.items()
        }
        return printable(self._words[key].format_map(filled))


def written(text: str) -> Printable:
    """Return a text with its numbers as the language of the run writes them."""
    return Words(spoken()).number(text)


_NUMBERS = (Fraction, Decimal, int)
_DIGITS = re.compile(r"(?<![\w.])[0-9]+(?:\.[0-9]+)?")

# What is supposed, who leads, and how a figure is marked stand beside a number.
_ONE_NUMBER = re.compile(r"(?:[★※=] )*(-?[0-9][0-9.,]*)(?: %)?(?: [▲✓◐◔✗?→↓…■!])?")

_MARKS = {"en": (",", "."), "vi": (".", ","), "ar": (",", "."), PLAIN: ("", ".")}
"""What stands between thousands, and before decimals; Arabic has Latin digits here."""


@lru_cache(maxsize=REMEMBERED)
def _written(text: str, comma: str, point: str) -> Printable:
    def written(found: re.Match[str]) -> str:
        whole, _, decimals = found[0].partition(".")
        grouped = f"{int(whole):,}".replace(",", comma) if whole[0] != "0" else whole
        return f"{grouped}{point}{decimals}" if decimals else grouped

    return printable(_DIGITS.sub(written, text))


@lru_cache(maxsize=REMEMBERED)
def _read(text: str, comma: str, point: str) -> Fraction | None:
    found = _ONE_NUMBER.fullmatch(text)
    return Fraction(found[1].replace(comma, "").replace(point, ".")) if found else None


def in_language(text: str | Mapping[str, str], language: str) -> str:
    """Return a text in a language, else as given for all, in English, or in the first it has."""
    if isinstance(text, str):
        return text
    choices = (language, "", FALLBACK, *text)
    return next((text[choice] for choice in choices if choice in text), "")


@cache
def vocabulary(language: str) -> dict[str, str]:
    """Return the templates of a language by key."""
    words: dict[str, str] = json.loads(_file(language).read_text("utf-8"))
    return words


def _file(language: str) -> Path:
    return FOLDER / f"{language}.json"
