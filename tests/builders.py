"""Frameworks and scorecards from short dicts, shaped as the files are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import rtoml

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.measure.comparison import Comparison, compared
from scorecard.measure.criteria import criterion
from scorecard.measure.field import Fields
from scorecard.measure.measured import Measured, measured_by
from scorecard.measure.target import Threshold, limits, threshold
from scorecard.measure.territory import Territory
from scorecard.model.framework import Framework, Indicator
from scorecard.model.register import Register
from scorecard.model.scorecard import Figure, Scorecard
from scorecard.model.target import Target
from scorecard.numbers.interval import Interval, between
from scorecard.numbers.period import parse
from scorecard.rules.findings import check_figures, check_scorecard, figure_faults

Table = Mapping[str, object]
BUNDLED = Path(__file__).parents[1] / "scorecard" / "registers"


def bundled_territory() -> Territory:
    """Return the units of all registers that come with the program."""
    texts = (path.read_text("utf-8") for path in sorted(BUNDLED.glob("*.toml")))
    return Territory(Register.model_validate(rtoml.loads(text)) for text in texts)


def indicator(**keys: object) -> Indicator:
    """Return an indicator of the group "all" that counts something: the more, the better."""
    return Indicator.model_validate(_indicator("x", keys))


def framework(
    indicators: Mapping[str, Table],
    bands: Mapping[str, object] | None = None,
    scoring: Table | None = None,
) -> Framework:
    """Return a framework of these indicators by id, with these bands' lower edges by id."""
    listed = [_indicator(name, keys) for name, keys in indicators.items()]
    groups = dict.fromkeys(str(keys["group"]) for keys in listed)
    return Framework.model_validate(
        {
            "format": 1,
            "id": "tested",
            "edition": "1",
            "name": "Tested",
            "basis": "Decision 1",
            "scoring": scoring or {},
            "bands": [{"id": k, "name": k, "from": start} for k, start in (bands or {}).items()],
            "groups": [{"id": name, "name": name} for name in groups],
            "indicators": listed,
        }
    )


def scorecard(figures: Table, *, period: object = "2025", **unit: object) -> Scorecard:
    """Return a scorecard of the unit "hue"; a figure is a value or a table."""
    return Scorecard.model_validate(
        {
            "format": 1,
            "framework": "tested",
            "period": period,
            "unit": {"id": "hue", "name": "Huế", "level": "province", **unit},
            "figures": dict(figures),
        }
    )


def figure(**keys: object) -> Figure:
    """Return one figure in its long form."""
    return Figure.model_validate(keys)


def measure(found: Figure | None, of: Indicator, under: Framework) -> Measured:
    """Measure one figure over 2025."""
    return measured_by(criterion(of, under), found, parse("2025"))


def side_by_side(units: Sequence[Assessment], sort: str = "rank") -> Comparison:
    """Return units side by side, ranked among one another."""
    return compared(units, Fields(units), sort)


def standings(found: Comparison) -> list[tuple[str, tuple[int, ...] | None, str | None]]:
    """Return the units in their order: best and worst rank, and why there is none."""
    return [
        (each.assessment.scorecard.unit.id, each.rank and each.rank[:2], each.unranked)
        for each in found.standings
    ]


def checked(assessment: Assessment) -> list[Finding]:
    """Return what is wrong in a scorecard, but for a target that its framework did not ask for."""
    own = check_figures(assessment.scorecard, assessment.framework)
    found = (*own, *check_scorecard(with_errors(assessment)))
    return [each for each in found if each.code != "SC416"]


def with_errors(assessment: Assessment) -> Assessment:
    """Return the assessment in which figures that are wrong by themselves count as missing."""
    own = check_figures(assessment.scorecard, assessment.framework)
    return replace(assessment, errors=figure_faults(own))


def target(value: object, of: Indicator) -> Threshold:
    """Return the target with this value for an indicator."""
    return threshold(Target.model_validate({"value": value}), of, limits(of))


def interval(text: str) -> Interval:
    """Return an interval from its text: `3/8`, `[0, 1)`, `(-inf, 1]`; `~` marks it approximate.

    A number with `+` or `-` behind it stands for one just above or just below it.
    """
    exact, text = not text.startswith("~"), text.removeprefix("~")
    if text[0] not in "[(":
        number = Fraction(text.rstrip("+-"))
        side = text.endswith("+") - text.endswith("-")
        return Interval(number, number, side, side, not exact)
    low, high = text[1:-1].split(", ")
    return between(
        (-1, Fraction(0), 0) if low == "-inf" else (0, Fraction(low), int(text[0] == "(")),
        (1, Fraction(0), 0) if high == "inf" else (0, Fraction(high), -int(text[-1] == ")")),
        approximate=not exact,
    )


def _indicator(name: str, keys: Table) -> dict[str, object]:
    usual = {"id": name, "group": "all", "name": name, "unit": "points", "kind": "stock"}
    return {**usual, "direction": "higher", **keys}
