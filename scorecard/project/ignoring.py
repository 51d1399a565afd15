"""Findings that a scorecard says to leave out, each with its reason."""

from collections.abc import Collection, Container, Iterable

from scorecard.diagnostic import Finding
from scorecard.i18n.rules import rules
from scorecard.i18n.sayings import say

ACROSS_FILES = "SC7"
"""How the codes begin of what only several files can get wrong together."""


def heeded(ignored: Collection[str], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings without those whose codes a scorecard's `[ignore]` names.

    A code that hides nothing is a finding itself, unless only other files could have given it.
    """
    found = tuple(findings)
    given = {finding.code for finding in found}
    left = tuple(finding for finding in found if finding.code not in ignored)
    return (*left, *(_idle(code) for code in ignored if _hides_nothing(code, given)))


def _hides_nothing(code: str, given: Container[str]) -> bool:
    return code not in given and not (code in rules() and code.startswith(ACROSS_FILES))


def _idle(code: str) -> Finding:
    why, hint = say("ignore.idle", code=code), say("hint.delete-line")
    if code not in rules():
        near = say("hint.did-you-mean", name=code.upper()) if code.upper() in rules() else hint
        why, hint = say("ignore.no-rule", code=code), near
    return Finding("SC902", ("ignore", code), {"why": why, "hint": hint}, on_key=True)
