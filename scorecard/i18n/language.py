"""The language that people are spoken to in: one for the whole of a run."""

import re
from contextvars import ContextVar
from typing import Literal, get_args

Language = Literal["en", "vi", "ar"]
"""The languages that have all words."""

LANGUAGES: tuple[Language, ...] = get_args(Language)

FROM_RIGHT_TO_LEFT = {"ar"}
"""Those that are written from right to left."""

_spoken: ContextVar[Language] = ContextVar("language", default="en")


def speak(language: Language) -> None:
    """Speak a language from now on, in this process."""
    _spoken.set(language)


def spoken() -> Language:
    """Return the language that is spoken: English unless another was asked for."""
    return _spoken.get()


def understood(text: str) -> Language | None:
    """Return the language that is meant: `vi`, `VI`, `vi-VN`, `vi_VN.UTF-8`; None of no other."""
    short = re.split(r"[-_.@]", text.strip().casefold(), maxsplit=1)[0]
    return next((each for each in LANGUAGES if each == short), None)
