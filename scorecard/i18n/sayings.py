"""What is said of files, commands and errors, in the language of the run: one JSON file each."""

import json
from collections.abc import Callable, Mapping
from errno import errorcode
from functools import cache
from pathlib import Path

from scorecard.i18n.language import Language, spoken
from scorecard.numbers.saying import Saying

FOLDER = Path(__file__).with_name("said")

FALLBACK: Language = "en"

PLURALS: Mapping[Language, Callable[[int], str]] = {
    "en": lambda number: "one" if number == 1 else "other",
    "vi": lambda _: "other",
    "ar": lambda number: _arabic(number, number % 100),
}
"""The form that goes with a whole number from 0, by the names of CLDR."""


def say(key: str, /, **arguments: object) -> str:
    """Return what a key says, with the arguments filled in; in English where it is not yet said."""
    return _template(key).format_map(arguments)


def told(what: Saying) -> str:
    """Return what is to be said, in the language of the run."""
    return say(what.key, **what.arguments)


def counted(key: str, number: int, /, **arguments: object) -> str:
    """Return what a key says of a number of things, in the form that goes with the number."""
    form = f"{key}.{PLURALS[spoken()](number)}"
    known = form if form in sayings(spoken()) else f"{key}.{PLURALS[FALLBACK](number)}"
    return say(known, number=number, **arguments)


def refusal(error: OSError) -> str:
    """Return why the system refuses something."""
    key = f"system.{errorcode.get(error.errno or 0, '')}"
    return say(key) if key in sayings(FALLBACK) else error.strerror or say("system.refuses")


@cache
def sayings(language: Language) -> Mapping[str, str]:
    """Return the templates of a language by key."""
    path = FOLDER / f"{language}.json"
    words: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return words


def _template(key: str) -> str:
    found = sayings(spoken()).get(key)
    return sayings(FALLBACK)[key] if found is None else found


def _arabic(number: int, hundredth: int) -> str:
    if number < 3:  # noqa: PLR2004 - none, one and two have forms of their own
        return ("zero", "one", "two")[number]
    if 3 <= hundredth <= 10:  # noqa: PLR2004
        return "few"
    return "many" if hundredth > 10 else "other"  # noqa: PLR2004
