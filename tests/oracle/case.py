"""An indicator, and what one scorecard says of it: targets, limits, days and contradictions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from oracle.completion import Target, inside, on_the_way, ratio, steps
from oracle.quantities import (
    INFINITE,
    UNBOUNDED,
    Interval,
    Quantity,
    between,
    cut,
    held,
    months,
    point,
    read,
    scaled,
)

Table = Mapping[str, Any]

When = Literal["due", "running", "later", "waiting", "not held"]
"""How a figure's period lies to its target's: `running` begins with it, `later` is a later part."""

TARGETLESS = {"yes-no", "steps"}


@dataclass(frozen=True)
class Case:
    """An indicator under its framework, and a scorecard."""

    scoring: Table
    indicator: Table
    scorecard: Table
    off: Fraction = Fraction(0)
    """By how much its value may be off, as its source rounded it."""

    @cached_property
    def stated(self) -> Table | None:
        """What the scorecard says of it, None where it leaves it out."""
        found = self.scorecard["figures"].get(self.indicator["id"])
        return found if found is None or isinstance(found, Mapping) else {"value": found}

    @cached_property
    def said(self) -> Table:
        return self.stated or {}

    @cached_property
    def direction(self) -> str:
        return str(self.indicator.get("direction", "higher"))

    @cached_property
    def method(self) -> str:
        return str(self.indicator.get("method", "ratio"))

    @cached_property
    def worth(self) -> Fraction:
        return Fraction(self.indicator.get("points", 1))

    @cached_property
    def extra(self) -> bool:
        """Whether it is a bonus or a penalty."""
        return bool(self.indicator.get("bonus", False)) or self.worth < 0

    @cached_property
    def cap(self) -> Fraction:
        return Fraction(1) if self.worth < 0 else Fraction(self.scoring.get("cap", 1))

    @cached_property
    def quantity(self) -> Quantity | None:
        percent = self.indicator["unit"] == "percent"
        return read(self.said["value"], percent=percent) if "value" in self.said else None

    @cached_property
    def common(self) -> Target | None:
        """The target that the framework sets for all, uncut."""
        if self.method == "yes-no":
            return Target(point(Fraction(self.direction != "lower")))
        return None if self.method == "steps" else _target(self.indicator.get("target", "none"))

    @cached_property
    def own(self) -> Target | None:
        """The target that the figure brings, uncut."""
        stated = self.said.get("target", "none")
        return None if self.method in TARGETLESS else _target(stated, self.own_period)

    @cached_property
    def own_period(self) -> str | None:
        defaults = self.scorecard.get("defaults", {})
        period: str | None = self.said.get("target_period", defaults.get("target_period"))
        return period

    @cached_property
    def whole(self) -> Target | None:
        """The whole of n/d, which is a scale where more is better and nothing else is set."""
        whole = self.quantity.whole if self.quantity else None
        fits = self.direction == "higher" and self.method in {"ratio", "baseline"}
        unset = not self.own and not self.common
        return Target(point(whole), basis="whole") if whole and fits and unset else None

    @cached_property
    def limits(self) -> Interval:
        if "limits" in self.indicator:
            low, high = (Fraction(end) for end in self.indicator["limits"])
            return Interval((low, 0), (high, 0))
        for target in (self.common, self.own, self.whole):
            if target and target.scale:
                return Interval((0, 0), (target.number("higher"), 0))
        counted = self.indicator["unit"] == "count"
        return Interval((0, 0), (INFINITE, 0)) if counted else UNBOUNDED

    @cached_property
    def target(self) -> Target | None:
        found = self.own or self.common or self.whole
        bounds = cut(Quantity(found.value, found.sign), self.limits) if found else None
        return replace(found, value=bounds, stated=found.bounds) if found and bounds else found

    @cached_property
    def baseline(self) -> Interval | None:
        stated = self.said.get("baseline", self.indicator.get("baseline"))
        return None if stated is None else cut(read(stated), self.limits)

    @cached_property
    def reported(self) -> Interval | None:
        """The completion that the source prints, where no target is known to compute one from."""
        claimed = self.said.get("claimed", {}).get("completion")
        aimless = self.method in TARGETLESS or self.direction == "none"
        if claimed is None or self.target or aimless or not self.quantity:
            return None
        return scaled(read(claimed).bounds, Fraction(1, 100))

    def completion(self, value: Interval) -> Interval | None:
        """Return how far a value has come, None where no ratio can be taken."""
        if self.method == "steps":
            return steps(value, self.indicator["steps"], self.direction)
        assert self.target
        goal, found = self.target.bounds, None
        if self.method == "yes-no":
            found = point(Fraction(value == goal))
        elif self.method == "within":
            found = inside(value, goal)
        elif self.method == "ratio":
            found = ratio(value, self.target.number(self.direction), self.direction)
        elif self.baseline:
            found = on_the_way(value, self.baseline, self.target.number(self.direction))
        return replace(found, approximate=True) if found and goal.approximate else found

    @cached_property
    def scored(self) -> bool:
        aimed = self.method in TARGETLESS or self.indicator.get("target", "none") != "none"
        return self.worth != 0 and self.direction != "none" and (aimed or self.fault is not None)

    @cached_property
    def fault(self) -> str | None:
        """What contradicts itself in the framework."""
        alone = replace(self, scorecard={"figures": {}})
        if self.indicator["unit"] == "%":
            return "unit"
        if (self.method == "within") != (self.direction == "within"):
            return "within"
        if self.method in {"within", "baseline"} and self.indicator.get("target", "none") == "none":
            return "no target"
        return alone.contradiction

    @cached_property
    def contradiction(self) -> str | None:
        """What contradicts itself in the target that decides, and its baseline."""
        target = self.own or self.common or self.whole
        if target is None or self.method in TARGETLESS:
            return None
        if cut(Quantity(target.value, target.sign), self.limits) is None:
            return "beyond limits"
        if target.sign.rstrip("=") == {"higher": "<", "lower": ">"}.get(self.direction):
            return "against direction"
        number, lower = target.edges(self.direction)[0], self.direction == "lower"
        if target.scale and (lower or number <= 0):
            return "scale"
        base = self.baseline
        if self.method != "baseline":
            return None
        ahead = base and (base.low[0] > number if lower else base.high[0] < number)
        return None if ahead else "baseline"

    @cached_property
    def slip(self) -> str | None:
        """What is wrong with the value itself, or with the target that the figure brings."""
        stated = self.quantity
        if self.said.get("target") == "none":
            return "own none"
        if stated is None:
            return self.contradiction
        numbers = stated.numbers
        if (stated.sign == "?") != (self.method == "yes-no"):
            return "answer"
        if self.indicator["unit"] == "count" and any(n < 0 or n.denominator > 1 for n in numbers):
            return "count"
        if stated.sign == "/" and not 0 <= numbers[0] <= numbers[1]:
            return "share"
        return "limits" if self.given is None else self.contradiction

    @cached_property
    def given(self) -> Interval | None:
        """What the figure is within the limits, None where it cannot be."""
        return cut(self.quantity, self.limits) if self.quantity else None

    @cached_property
    def value(self) -> Interval | None:
        """The same, and as far beyond it as it may be off."""
        given, stated = self.given, self.quantity
        counted = self.indicator["unit"] == "count" or (stated and stated.sign in {"/", "?"})
        if not self.off or counted or given is None:
            return given
        # What is about a number may be either end of what is rounded to it.
        (low, first), (high, last) = given.ends
        first, last = (0, 0) if given.approximate else (first, last)
        wide = between((low - self.off, first), (high + self.off, last))
        return held(replace(wide, approximate=given.approximate), *self.limits.ends)

    @cached_property
    def error(self) -> str | None:
        return self.fault or self.slip

    @cached_property
    def until(self) -> str | None:
        """The period of its target or printed completion; "year" is that of the figure."""
        period: str = self.scorecard["period"]
        target = self.target
        if self.method in TARGETLESS or (target and target.scale):
            return None
        until = target.period if target else self.own_period if self.reported else None
        own = months(period)
        one_year = own and own[0] // 12 == own[1] // 12
        return period[:4] if until == "year" and one_year else until

    @cached_property
    def day(self) -> tuple[When, bool]:
        """How its target's day is met, and whether that day is still to come."""
        until, own = self.until, months(self.scorecard["period"])
        flow = self.indicator.get("kind", "stock") == "flow"
        if until in {None, self.scorecard["period"]}:
            return "due", False
        if own is None:
            return ("not held" if flow else "waiting"), True
        goal = months(str(until))
        if goal is None:  # the year of a figure of several years
            return "not held", False
        future = goal[1] > own[1]
        if not flow:
            return ("waiting" if future else "due"), future
        if own[0] < goal[0] or own[1] > goal[1]:
            return "not held", future
        return ("due" if own == goal else "running" if own[0] == goal[0] else "later"), own != goal

    @cached_property
    def passed(self) -> Fraction:
        """The share of the months of a running target that has passed."""
        own, goal = months(self.scorecard["period"]), months(str(self.until))
        assert own
        assert goal
        return Fraction(own[1] - own[0] + 1, goal[1] - goal[0] + 1)


def _target(stated: object, period: str | None = None) -> Target | None:
    """Return the first of the targets that are stated; a bare one is for a period."""
    first = stated[0] if isinstance(stated, list) else stated
    table: Table = first if isinstance(first, Mapping) else {"value": first}
    if table["value"] in ("own", "none"):
        return None
    quantity = read(table["value"])
    until = table.get("period", period)
    return Target(quantity.bounds, quantity.sign, table.get("basis", "stated"), until)
