"""Rules on scoring: groups, bands and weights add up, and none of them is idle."""

from decimal import Decimal

from scorecard.i18n import written
from scorecard.model.framework import Framework
from scorecard.numbers.digits import decimal_text
from scorecard.rules.registry import Findings, finding, finding_on_key, on_frameworks

HALF = Decimal("0.5")
_OFF = Decimal("0.1")
"""Points that miss the scale by no more than this share of it were meant to be it."""


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
            said = {"start": decimal_text(band.start), "most": written(decimal_text(most))}
            yield finding("SC506", "bands", number, "from", name=band.id, **said)
    number, lowest = min(enumerate(framework.bands), key=lambda numbered: numbered[1].start)
    if lowest.start and lowest.start <= most:
        start = decimal_text(lowest.start)
        yield finding("SC505", "bands", number, "from", name=lowest.id, start=start)


@on_frameworks("SC507")
def points_nearly_the_scale(framework: Framework) -> Findings:
    """Points that all are stated, and nearly add up to the scale of the framework, do.

    What decimals leave open is no fault: weights in thirds add up to 100.000003. A bonus and a
    penalty are on top.
    """
    scale = framework.scoring.scale
    if all("points" in indicator.model_fields_set for indicator in framework.indicators):
        points = [each.points for each in framework.indicators if not each.bonus]
        weights = [each for each in points if each > 0]
        off = abs(sum(weights, Decimal(0)) - scale)
        if sum(map(_rounded_off, weights), Decimal(0)) < off <= scale * _OFF:
            added = written(decimal_text(sum(weights, Decimal(0))))
            said = {"sum": added, "scale": decimal_text(scale)}
            yield finding_on_key("SC507", "indicators", **said)


def _rounded_off(weight: Decimal) -> Decimal:
    """Return by how much a weight may be rounded or cut: its last decimal; halves are exact."""
    exponent = weight.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return Decimal(0) if weight % HALF == 0 else Decimal(1).scaleb(-decimals)
