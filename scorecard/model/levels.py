"""Levels by the words that people have for them, in every language."""

from collections.abc import Mapping
from functools import cache

from scorecard.i18n import Words
from scorecard.i18n.language import LANGUAGES, spoken
from scorecard.model.level import LEVELS, Level
from scorecard.text.naming import plain


def level_meant(word: str) -> Level | None:
    """Return the level that a word stands for (`commune`, `xã`, `cấp xã`); None of no one."""
    return kinds().get(plain(word))


def levels_named() -> list[str]:
    """Return a word for each level in the language of the run, the largest first."""
    words = Words(spoken())
    return [words(f"level.{level}") for level in LEVELS]


@cache
def kinds() -> Mapping[str, Level]:
    """Return the levels by their plain words: `xa`, `phuong`, `commune`.

    A word that stands for several is that of the first language, and there of the largest.
    """
    found: dict[str, Level] = {}
    for words in map(Words, LANGUAGES):
        for level in LEVELS:
            forms = (words(f"level.{level}"), *words(f"level.{level}.forms").split("; "))
            for form in (level, *forms):
                found.setdefault(plain(form), level)
    return found
