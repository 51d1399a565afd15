"""Rules on ratios: there is a target to measure against, and something to be measured by it."""

from collections.abc import Iterator

from scorecard.diagnostic import Finding, Path
from scorecard.measure.target import ANYTHING, Threshold, targets_of, threshold
from scorecard.model.framework import Framework, Indicator
from scorecard.numbers.quantity import DONE, NOT_DONE, Quantity, bounds, spell
from scorecard.rules.scales import (
    Pairs,
    Scale,
    beyond,
    scale,
    stated_by_figure,
    stated_by_indicator,
)


def targets_without_ratio(figures: Pairs) -> Iterator[Finding]:
    """A figure's own target is one that a ratio can be taken of."""
    for name, figure, allowed in figures:
        for number, target in enumerate(figure.target or ()):
            path: Path = ("figures", name, "target", number)
            yield from _no_ratio(path, allowed, threshold(target, allowed.indicator))


def framework_targets_without_ratio(framework: Framework) -> Iterator[Finding]:
    """A framework's target is one that a ratio can be taken of."""
    for position, indicator in enumerate(framework.indicators):
        for number, target in enumerate(indicator.target):
            path: Path = ("indicators", position, "target", number)
            yield from _no_ratio(path, scale(indicator), threshold(target, indicator))


def baselines_at_the_target(figures: Pairs) -> Iterator[Finding]:
    """A figure's own baseline or target leaves a way from the one to the other."""
    for name, figure, allowed in figures:
        if any(beyond(each, allowed) for _, each in stated_by_figure(name, figure)):
            continue
        own = figure.baseline is not None
        path: Path = ("figures", name, "baseline" if own else "target")
        targets = targets_of(figure, allowed.indicator)
        yield from _no_way(path, allowed.indicator, figure.baseline, targets)


def framework_baselines_at_the_target(framework: Framework) -> Iterator[Finding]:
    """A framework's baseline is another value than its target."""
    for position, indicator in enumerate(framework.indicators):
        allowed = scale(indicator)
        if not any(beyond(each, allowed) for _, each in stated_by_indicator(position, indicator)):
            path: Path = ("indicators", position, "baseline")
            yield from _no_way(path, indicator, None, targets_of(None, indicator))


def missing_targets(figures: Pairs) -> Iterator[Finding]:
    """Where a framework measures by a target but leaves it to each unit, the unit gives one.

    That is what the methods "baseline" and "within" do; "ratio" is usual, and asks for nothing.
    """
    for name, figure, allowed in figures:
        if not allowed.aimless or figure.target is not None or figure.value is None:
            continue
        indicator = allowed.indicator
        if targets_of(figure, indicator):
            continue
        arguments = {"method": indicator.method, "name": name}
        yield Finding("SC411", ("figures", name), arguments, on_key=True)


def _no_ratio(path: Path, allowed: Scale, target: Threshold) -> Iterator[Finding]:
    indicator = allowed.indicator
    if indicator.method != "ratio" or indicator.direction in ("none", "within"):
        return
    # What is no such value at all, or outside the limits, is told as that, and once.
    if target.stated in (DONE, NOT_DONE) or beyond(target.stated, allowed):
        return
    if target.nearer > 0 or (target.nearer == 0 and indicator.direction == "lower"):
        return
    yield Finding("SC404", path, {"target": spell(target.stated), "name": indicator.id})


def _no_way(
    path: Path, indicator: Indicator, own: Quantity | None, targets: list[Threshold]
) -> Iterator[Finding]:
    baseline = own or indicator.baseline
    if indicator.method != "baseline" or baseline is None:
        return
    start = bounds(baseline, ANYTHING, percent=indicator.percent)
    for target in targets:
        if target.nearer in start:
            arguments = {
                "baseline": spell(baseline),
                "name": indicator.id,
                "target": spell(target.stated),
            }
            yield Finding("SC410", path, arguments)
            return
