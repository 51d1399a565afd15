"""Frameworks and figures from a seed: mostly valid, with every odd thing often."""

import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

Table = dict[str, Any]

DAYS = (
    *("2026", "2026", "2026", "year", "year", "year", "2026/2030"),
    *("2026-H1", "2025", "2030", "2021/2025", "2027-Q1"),
)
PARTS = (
    "0",
    "0.23",
    "0.25",
    "0.4",
    "0.45",
    "0.48",
    "0.5",
    "0.85",
    "0.9",
    "0.95",
    "1",
    "1",
    "1.05",
    "1.3",
    "2",
)
"""Values are drawn as these parts of what they are held against, so that they touch its edges."""


class Drawn(random.Random):
    """Draws from one seed; `odds` is true in so many cases of a hundred."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.running = self.odds(30)
        """Whether it is the middle of a year that has plans."""

    def odds(self, percent: int) -> bool:
        return self.randrange(100) < percent

    def one(self, *choices: Any) -> Any:  # noqa: ANN401 - as TOML has it
        return self.choice(choices)

    def number(self, near: object, *, whole: bool = False) -> Decimal:
        """Return a part of a number, which is often one at an edge of it."""
        part = Decimal(self.choice(PARTS))
        part = part if self.odds(85) else Decimal(self.randrange(-50, 250)) / 100
        drawn = (Decimal(str(near)) * part).quantize(Decimal("0.01"))
        drawn = drawn.quantize(Decimal(1)) if whole and not self.odds(2) else drawn
        return drawn + 0  # no zero below 0

    def spelled(self, number: Decimal, signs: Sequence[str] = ("",)) -> object:
        """Return a number with one of these signs, or as the start of a range (..)."""
        sign = self.choice(signs)
        if sign == "..":
            return f"{number}..{number + self.randrange(6)}"
        return f"{sign}{number}" if sign else plain(number)


def plain(number: Decimal) -> int | Decimal:
    return int(number) if number == number.to_integral_value() else number


SIGNS = ("", "", "", "", ">", ">=", "<", "<=", "~", "<~", ">~", "..", "..")


def target_of(draw: Drawn, indicator: Table) -> object:
    """Return a target that mostly fits the direction: a number, a bound, a range or a table."""
    higher, within = indicator["direction"] == "higher", indicator["direction"] == "within"
    number = Decimal(draw.one(5, 10, 20, 60, 80, 100, 100))
    if indicator["unit"] != "count" and "limits" not in indicator and draw.odds(8):
        number = Decimal(draw.one(0, -5))
    signs = ["", "", "", "~", "<~", ".."]
    signs += [">", ">=", ">~"] if higher else ["<", "<="]
    if draw.odds(3):
        signs = ["<", ">", "<="]  # against the direction, whichever it is
    if within:
        signs = ["..", "..", "..", "<=", "<", ">=", ""]
        number = draw.one(Decimal(-5), number, number)
    value = draw.spelled(number, signs)
    if higher and draw.odds(20):
        value = int(number) if draw.odds(97) else 0
        return {"value": value, "basis": draw.one("ceiling", "maximum")}
    table: Table = {"value": value}
    if draw.odds(70 if draw.running else 30):
        table["period"] = "year" if draw.running else draw.choice(DAYS)
    if draw.odds(20):
        table |= {"basis": "external", "source": "r"} if draw.odds(50) else {"basis": "implied"}
    if draw.odds(6):
        return [{"id": "first", **table}, {"id": "second", "value": 5}]
    return table if len(table) > 1 or draw.odds(30) else value


def number_of(target: object) -> Decimal:
    """Return the first number of a target."""
    first = target[0] if isinstance(target, list) else target
    value = first["value"] if isinstance(first, dict) else first
    return Decimal(str(value).lstrip("<>=~").split("..")[0])


def ratio(draw: Drawn, made: Table) -> None:
    made["direction"] = draw.one("higher", "higher", "lower")
    if draw.odds(30):
        made["limits"] = draw.one([0, 100], [0, 120], [0, 400])
    elif made["unit"] != "count" and draw.odds(6):
        made["limits"] = [-50, 400]
    made["target"] = target_of(draw, made)
    if draw.odds(25):
        made["target"] = draw.one("own", "own", "none")
    if draw.odds(2):
        made["direction"] = "none"
        made["target"] = "none"


def baseline(draw: Drawn, made: Table) -> None:
    made |= {"method": "baseline", "direction": draw.one("higher", "lower")}
    number = Decimal(draw.one(40, 50, 60))
    away = Decimal(draw.one(10, 20, 32)) * (1 if made["direction"] == "lower" else -1)
    away = Decimal(0) if draw.odds(4) else -away if draw.odds(4) else away
    inward, outward = ("<", "<=") if away < 0 else (">", ">=")
    made["baseline"] = draw.spelled(number + away, ("", "", "", "~", "..", inward, outward))
    made["target"] = {"value": plain(number)}
    if draw.odds(30):
        made["target"]["period"] = draw.choice(DAYS)
    if draw.odds(15):
        made["limits"] = [0, 100]


def within(draw: Drawn, made: Table) -> None:
    made |= {"method": "within", "direction": "within" if draw.odds(97) else "higher"}
    made["target"] = target_of(draw, {**made, "direction": "within"})


def yes_no(draw: Drawn, made: Table) -> None:
    made |= {"method": "yes-no", "unit": "yes-no", "direction": draw.one("higher", "lower")}


def steps(draw: Drawn, made: Table) -> None:
    made |= {"method": "steps", "direction": draw.one("higher", "lower")}
    edges = [95, 80, 50] if made["direction"] == "higher" else [5, 10, 30]
    shares = [Decimal(draw.one("1", "1", "0.9")), Decimal("0.5"), Decimal("0.25")]
    made["steps"] = [[edge, plain(share)] for edge, share in zip(edges, shares, strict=True)]


WAYS: tuple[Callable[[Drawn, Table], None], ...] = (
    *(ratio, ratio, ratio, ratio, ratio, baseline, within, yes_no, steps),
)


def indicator_of(draw: Drawn, place: int, groups: Sequence[Table]) -> Table:
    made: Table = {"id": f"i{place}", "name": f"I{place}", "group": draw.choice(groups)["id"]}
    made["unit"] = draw.one("percent", "percent", "count", "points", "billion VND")
    made["kind"] = draw.one("rate", "stock", "flow", "flow") if draw.odds(60) else "flow"
    draw.choice(WAYS)(draw, made)
    if draw.odds(70):
        made["points"] = draw.one(1, 2, 5, 10, Decimal("2.5"))
    if draw.odds(8):
        made["points"] = -5
    elif draw.odds(6):
        made["points"] = 0
    elif draw.odds(8):
        made["bonus"] = True
    if draw.odds(6):
        made["levels"] = ["province"]
    if draw.randrange(400) == 0:
        made["unit"] = "%"
    return made


def scoring_of(draw: Drawn) -> Table:
    choices: Table = {
        "cap": draw.one(1, Decimal("1.2"), Decimal("1.5"), 2),
        "coverage": draw.one(Decimal("0.5"), Decimal("0.2"), 0),
        "near": draw.one(Decimal("0.8"), Decimal("0.95")),
        "scale": draw.one(10, 1, 80, 1000),
        "missing": "left-out",
        "zero_of_zero": "full",
    }
    scoring = {key: value for key, value in choices.items() if draw.odds(35)}
    return {**scoring, "cap": draw.one(100, Decimal("0.5"))} if draw.odds(1) else scoring


def bands_of(draw: Drawn, scale: object, targets: Sequence[str]) -> list[Table]:
    bands: list[Table] = []
    lowest = draw.one("0", "0", "0.3")
    for name, start in (("good", "0.8"), ("fair", draw.one("0.5", "0.65")), ("weak", lowest)):
        band: Table = {
            "id": name,
            "name": name,
            "from": plain(Decimal(start) * Decimal(str(scale))),
        }
        if name != "weak" and draw.odds(25):
            band["requires"] = "all" if draw.odds(50) or not targets else [draw.choice(targets)]
        bands.append(band)
    return bands


def framework_of(draw: Drawn) -> Table:
    weighed = draw.odds(35)
    groups: list[Table] = [{"id": name, "name": name} for name in "ab"[: draw.one(1, 2)]]
    for group in groups:
        if weighed and not draw.odds(1):
            group["weight"] = draw.one(20, 50, Decimal("12.5"))
    listed = [indicator_of(draw, place, groups) for place in range(draw.randint(1, 8))]
    scoring = scoring_of(draw)
    targets = [
        each["id"]
        for each in listed
        if each.get("target", "own") != "none" and each.get("points", 1) > 0 and "bonus" not in each
    ]
    made: Table = {
        "format": 1,
        "id": "drawn",
        "edition": "1",
        "name": "Drawn",
        "basis": "Decision 1",
    }
    if draw.odds(15):
        made["assumed"] = draw.one(["weights"], ["weights", "bands"])
    made |= {"scoring": scoring, "groups": groups, "indicators": listed}
    if draw.odds(85):
        made["bands"] = bands_of(draw, scoring.get("scale", 100), targets)
    if draw.odds(10):
        made["defaults"] = {"points": 3}
    return made


def value_of(draw: Drawn, indicator: Table, near: Decimal) -> object:
    if indicator.get("method") == "yes-no":
        return draw.one(True, False) if draw.odds(98) else 1
    unit = indicator["unit"]
    if (
        unit in {"percent", "count"}
        and indicator.get("method", "ratio") == "ratio"
        and draw.odds(20)
    ):
        whole = draw.one(8, 18, 20, 20) if draw.odds(85) else 0
        part = draw.randint(0, whole) if draw.odds(97) else 0 if not whole else whole + 2
        return f"{part}/{whole}"
    signs = [sign for sign in SIGNS if unit != "count" or sign not in {"~", ".."}]
    return draw.spelled(draw.number(near, whole=unit == "count"), signs)


def figure_of(draw: Drawn, indicator: Table) -> object:
    """Return what a scorecard says of an indicator, or None where it leaves it out."""
    if draw.odds(8):
        return None
    common = indicator.get("target", "none")
    aimed = indicator.get("method", "ratio") in {"ratio", "baseline", "within"}
    free = aimed and indicator.get("direction") != "none"
    made: Table = {"source": "r"}
    own = common == "own" and draw.odds(70)
    if free and indicator.get("method", "ratio") == "ratio" and (own or draw.odds(8)):
        made["target"] = target_of(draw, {**indicator, "method": "ratio"})
    if common != "none" and draw.odds(1):
        made["target"] = "none"
    if free and draw.odds(8):
        made["target_period"] = draw.choice([day for day in DAYS if day != "year"])
    if draw.odds(12):
        absent = draw.one("missing", "not-due", "not-applicable")
        return {**made, "absent": absent, "why": "so it is"}
    target = made.get("target", common)
    numbered = target not in ("own", "none")
    near = number_of(target) if numbered else Decimal(draw.one(50, 100))
    made["value"] = value_of(draw, indicator, near if near > 0 or draw.odds(50) else Decimal(10))
    if not numbered and aimed and draw.odds(40):
        percent = draw.spelled(draw.number(100), ("", "", ">", ">=", "<", "~", ".."))
        made["claimed"] = {"completion": percent}
    return made
