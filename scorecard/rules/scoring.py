"""Rules on scoring: groups, bands and weights add up, and none of them is idle."""

from decimal import Decimal

from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text
from scorecard.rules.registry import Findings, finding, finding_on_key, on_frameworks

HUNDRED = Decimal(100)
_OFF = Decimal(10)
"""Points that miss 100 by no more than this were meant to be 100."""


@on_frameworks("SC504")
def empty_groups(framework: Framework) -> Findings:
    """Every group has an indicator, as far as all indicators are in groups that are there."""
    known = {group.id for group in framework.groups}
    used = {indicator.group for indicator in framework.indicators}
    for number, group in enumerate(framework.groups if used <= known else ()):
        if group.id not in used:
            yield finding("SC504", "groups", number, "id", name=group.id)


@on_frameworks("SC505", "SC506")
def bands_in_reach(framework: Framework) -> Findings:
    """Every score has a band, and every band a score."""
    if not framework.bands:
        return
    if any(each.bonus for each in framework.indicators):
        return
    # A cap below 1 is told as that.
    most = framework.scoring.scale * max(framework.scoring.cap, Decimal(1))
    for number, band in enumerate(framework.bands):
        if band.start > most:
            said = {"start": decimal_text(band.start), "most": decimal_text(most)}
            yield finding("SC506", "bands", number, "from", name=band.id, **said)
    number, lowest = min(enumerate(framework.bands), key=lambda numbered: numbered[1].start)
    if lowest.start and lowest.start <= most:
        start = decimal_text(lowest.start)
        yield finding("SC505", "bands", number, "from", name=lowest.id, start=start)


@on_frameworks("SC507")
def points_nearly_100(framework: Framework) -> Findings:
    """Points that all are stated, and nearly add up to 100, do."""
    if all("points" in indicator.model_fields_set for indicator in framework.indicators):
        added = sum((indicator.points for indicator in framework.indicators), Decimal(0))
        if added != HUNDRED and abs(added - HUNDRED) <= _OFF:
            yield finding_on_key("SC507", "indicators", sum=decimal_text(added))
