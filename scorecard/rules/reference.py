"""Rules explained: why each is there, how its fault is mended, and an example either way."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from scorecard.diagnostic import Rule

TEXTS = Path(__file__).parent / "rules.toml"
"""What is said of each rule beside its message, by code."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule in words; what a finding fills in is left open as `…`.

    `bad` and `good` are lines of TOML: part of a file, or several files.
    """

    rule: Rule
    message: str
    why: str
    mend: str
    bad: str
    good: str


def explained(rule: Rule) -> Explained:
    """Return a rule with all that is said of it."""
    texts = _texts()[rule.code]
    return Explained(
        rule=rule,
        message=_left_open(rule.message),
        why=texts["why"],
        mend=texts.get("mend") or _left_open(rule.hint),
        bad=texts["bad"].strip("\n"),
        good=texts["good"].strip("\n"),
    )


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(TEXTS.read_text("utf-8"))


def _left_open(template: str) -> str:
    return "".join(
        text + ("" if name is None else "…") for text, name, *_ in Formatter().parse(template)
    )
