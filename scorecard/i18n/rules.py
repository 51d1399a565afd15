"""What is said of each rule: its weight, its message and hint, why it is there, and examples."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import rtoml

from scorecard.i18n.language import Language, spoken

FOLDER = Path(__file__).parent
"""Where each language has the words of all rules, by code."""


class Severity(Enum):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def weight(self) -> int:
        """3 for an error, 2 for a warning, 1 for a note."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


class Rule(NamedTuple):
    """A rule in words; `message` and `hint` are templates that a finding's arguments fill in.

    `mend` says how the fault is mended where the hint alone does not. `bad` and `good` are lines
    of TOML: part of a file, or several files.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    why: str
    mend: str
    bad: str
    good: str

    @property
    def left_open(self) -> str:
        """The message with `…` for what a finding fills in."""
        return _left_open(self.message)

    @property
    def mending(self) -> str:
        """How the fault is mended, with `…` for what a finding fills in."""
        return self.mend or _left_open(self.hint)


def rules() -> Mapping[str, Rule]:
    """Return every rule by its code, in the order of the codes, in the language that is spoken."""
    return _rules(spoken())


@cache
def _rules(language: Language) -> Mapping[str, Rule]:
    english = rules_in("en")
    said = english if language == "en" else rules_in(language)
    return {code: _rule(code, **(english[code] | said.get(code, {}))) for code in sorted(english)}


def rules_in(language: Language) -> Mapping[str, dict[str, str]]:
    """Return what a language says of each rule, by code; English has examples and weight too."""
    path = FOLDER / f"rules.{language}.toml"
    words: Mapping[str, dict[str, str]] = rtoml.loads(path.read_text("utf-8"))
    return words


def _rule(code: str, severity: str, bad: str, good: str, **words: str) -> Rule:
    texts = {"hint": "", "mend": "", "bad": bad.strip("\n"), "good": good.strip("\n"), **words}
    return Rule(code, Severity(severity), **texts)


def _left_open(template: str) -> str:
    return "".join(
        text + ("" if name is None else "…") for text, name, *_ in Formatter().parse(template)
    )
