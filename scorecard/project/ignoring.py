"""Findings that a scorecard says to leave out, each with its reason."""

from collections.abc import Iterable

from scorecard.diagnostic import Finding
from scorecard.model.scorecard import Scorecard

ACROSS_FILES = "SC7"
"""How the codes begin of what only several files can get wrong together."""


def heeded(scorecard: Scorecard, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings without those that the scorecard's `[ignore]` names by their codes.

    A code that hides nothing is a finding itself, unless only other files could have given it.
    """
    found = tuple(findings)
    given = {finding.code for finding in found}
    left = tuple(finding for finding in found if finding.code not in scorecard.ignore)
    idle = tuple(
        Finding("SC902", ("ignore", code), {"code": code}, on_key=True)
        for code in scorecard.ignore
        if code not in given and not code.startswith(ACROSS_FILES)
    )
    return (*left, *idle)
