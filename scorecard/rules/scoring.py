"""Rules on scoring: groups, bands and weights add up, and none of them is idle."""

from collections.abc import Iterator
from decimal import Decimal

from scorecard.diagnostic import Finding, Path
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text
from scorecard.rules.registry import on_frameworks

HUNDRED = Decimal(100)
_OFF = Decimal(10)
"""Points that miss 100 by no more than this were meant to be 100."""


@on_frameworks("SC504")
def empty_groups(framework: Framework) -> Iterator[Finding]:
    """Every group has an indicator, as far as all indicators are in groups that are there."""
    known = {group.id for group in framework.groups}
    used = {indicator.group for indicator in framework.indicators}
    if not used <= known:
        return
    for number, group in enumerate(framework.groups):
        if group.id not in used:
            yield Finding("SC504", ("groups", number, "id"), {"name": group.id})


@on_frameworks("SC505", "SC506")
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
            yield Finding("SC506", path, arguments)
    number, lowest = min(enumerate(framework.bands), key=lambda numbered: numbered[1].start)
    if lowest.start and lowest.start <= most:
        arguments = {"name": lowest.id, "start": decimal_text(lowest.start)}
        yield Finding("SC505", ("bands", number, "from"), arguments)


@on_frameworks("SC507")
def points_nearly_100(framework: Framework) -> Iterator[Finding]:
    """Points that all are stated, and nearly add up to 100, do."""
    if any("points" not in indicator.model_fields_set for indicator in framework.indicators):
        return
    added = sum((indicator.points for indicator in framework.indicators), Decimal(0))
    if added != HUNDRED and abs(added - HUNDRED) <= _OFF:
        arguments = {"sum": decimal_text(added)}
        yield Finding("SC507", ("indicators",), arguments, on_key=True)


@on_frameworks("SC508")
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
            yield Finding("SC508", ("indicators", number, key), arguments, on_key=True)
