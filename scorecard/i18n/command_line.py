"""The words of the command line, and typer's own: what is said for each English text of them."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Formatter

from scorecard.i18n.language import Language, spoken

# Typer builds its English from parts, and little of it by way of gettext. So whole sentences are
# looked up, with holes for what they quote, and ours as well, which stand where typer reads them.

_FURTHER = "reason"
"""The hole for a sentence, which is translated by itself."""


def translated(english: str) -> str:
    """Return a text of the help, or a sentence of typer, in the language of the run.

    What is not known is returned as it is.
    """
    plain = "\n\n".join(" ".join(part.split("\n")) for part in english.split("\n\n"))
    words = english_texts(spoken())
    if plain in words:
        return words[plain]
    for pattern, template in _templates(spoken()):
        if found := pattern.fullmatch(plain):
            holes = found.groupdict()
            if _FURTHER in holes:
                holes[_FURTHER] = translated(holes[_FURTHER])
            return template.format_map(holes)
    return english


@cache
def _templates(language: Language) -> Sequence[tuple[re.Pattern[str], str]]:
    """Return what is said for each text with holes, as a pattern, the most special first."""
    words = english_texts(language)
    # What begins with more words, or says more, leaves less for a hole to swallow.
    known = sorted(words, key=lambda each: (each.find("{"), len(each)), reverse=True)
    return [(_pattern(english), words[english]) for english in known if "{" in english]


def _pattern(template: str) -> re.Pattern[str]:
    parts = Formatter().parse(template)
    return re.compile(
        "".join(f"{re.escape(text)}{f'(?P<{name}>.+)' if name else ''}" for text, name, *_ in parts)
    )


@cache
def english_texts(language: Language) -> Mapping[str, str]:
    """Return what is said for each English text; of English itself nothing."""
    path = Path(__file__).with_name("command-line") / f"{language}.json"
    words: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return words
