"""Rules on scoring: groups, bands and weights add up, and none of them is idle."""

from collections.abc import Iterator
from decimal import Decimal

from scorecard.diagnostic import Finding, Path, Rule, Severity
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text

EMPTY_GROUP = Rule(
    "SC504",
    Severity.WARNING,
    'no indicator belongs to the group "{name}"',
    'write group = "{name}" in its indicators, or delete it',
)
LOWEST_BAND = Rule(
    "SC505",
    Severity.WARNING,
    'the lowest band, "{name}", starts at {start}, and scores start at 0',
    "write from = 0, or add a band below it",
)
BAND_OUT_OF_REACH = Rule(
    "SC506",
    Severity.WARNING,
    'no score reaches the band "{name}": it starts at {start}, and the highest score is {most}',
    "check it and cap = …, up to which completions earn points; bands are in per cent",
)
NEARLY_100 = Rule(
    "SC507",
    Severity.WARNING,
    "the points of all indicators add up to {sum}, which is nearly 100",
    "check them against the document that the framework comes from",
)
IDLE_KEY = Rule(
    "SC508",
    Severity.WARNING,
    "{key} = … says nothing here: {reason}",
    "delete it, or mend what makes it idle",
)

HUNDRED = Decimal(100)
_OFF = Decimal(10)
"""Points that miss 100 by no more than this were meant to be 100."""


def empty_groups(framework: Framework) -> Iterator[Finding]:
    """Every group has an indicator, as far as all indicators are in groups that are there."""
    known = {group.id for group in framework.groups}
    used = {indicator.group for indicator in framework.indicators}
    if not used <= known:
        return
    for number, group in enumerate(framework.groups):
        if group.id not in used:
            yield Finding(EMPTY_GROUP, ("groups", number, "id"), {"name": group.id})


def bands_in_reach(framework: Framework) -> Iterator[Finding]:
    """Every score has a band, and every band a score."""
    if not framework.bands:
        return
    most = HUNDRED * framework.scoring.cap
    for number, band in enumerate(framework.bands):
        if band.start > most:
            path: Path = ("bands", number, "from")
            arguments = {
                "name": band.id,
                "start": decimal_text(band.start),
                "most": decimal_text(most),
            }
            yield Finding(BAND_OUT_OF_REACH, path, arguments)
    number, lowest = min(enumerate(framework.bands), key=lambda numbered: numbered[1].start)
    if lowest.start and lowest.start <= most:
        arguments = {"name": lowest.id, "start": decimal_text(lowest.start)}
        yield Finding(LOWEST_BAND, ("bands", number, "from"), arguments)


def points_nearly_100(framework: Framework) -> Iterator[Finding]:
    """Points that all are stated, and nearly add up to 100, do."""
    if any("points" not in indicator.model_fields_set for indicator in framework.indicators):
        return
    added = sum((indicator.points for indicator in framework.indicators), Decimal(0))
    if added != HUNDRED and abs(added - HUNDRED) <= _OFF:
        arguments = {"sum": decimal_text(added)}
        yield Finding(NEARLY_100, ("indicators",), arguments, on_key=True)


def idle_keys(framework: Framework) -> Iterator[Finding]:
    """What an indicator states is used by its method and direction."""
    for number, indicator in enumerate(framework.indicators):
        idle = {}
        if indicator.direction == "none" and "points" in indicator.model_fields_set:
            idle["points"] = 'direction "none" earns none'
        if indicator.baseline is not None and indicator.method != "baseline":
            idle["baseline"] = f'method "{indicator.method}" does not use it'
        if indicator.steps and indicator.method != "steps":
            idle["steps"] = f'method "{indicator.method}" does not use them'
        for key, reason in idle.items():
            arguments = {"key": key, "reason": reason}
            yield Finding(IDLE_KEY, ("indicators", number, key), arguments, on_key=True)
