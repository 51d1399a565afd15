"""Frameworks and figures that bring scores close together, so that rounding decides ranks."""

from decimal import Decimal

from oracle.generate import Drawn, Table, framework_of


def close_framework(draw: Drawn) -> Table:
    """Return a framework of a few ratios without a day."""
    made = framework_of(draw)
    group = made["groups"][0]["id"]
    made["scoring"].pop("cap", None)
    made["indicators"] = [_indicator(draw, place, group) for place in range(draw.randint(1, 4))]
    for band in made.get("bands", ()):
        band.pop("requires", None)
    return made


def _indicator(draw: Drawn, place: int, group: str) -> Table:
    lower = draw.odds(30)
    return {
        "id": f"i{place}",
        "name": f"I{place}",
        "group": group,
        "unit": draw.one("percent", "points", "points", "count"),
        "direction": "lower" if lower else "higher",
        "target": "own" if draw.odds(25) else 40 if lower else 100,
        "limits": [0, 51] if lower else draw.one([0, 100], [0, 400]),
        "points": draw.one(1, 2, 10),
    }


def close_figure(draw: Drawn, indicator: Table) -> object:
    """Return a figure next to 50, mostly with as many decimals as others of its indicator."""
    if draw.odds(3):
        return None
    places = 0 if indicator["unit"] == "count" else int(indicator["id"][1:]) % 3
    number = Decimal(50) + Decimal(draw.randrange(-3, 4)).scaleb(-places)
    finer = places > 0 and draw.odds(10)
    text = f"{number:.{places + finer}f}"
    sign = draw.one("", "~", "<~", ">~", ">", "<=") if draw.odds(12) else ""
    if draw.odds(5):
        text, sign = f"{draw.randint(40, 60)}/100", ""
    value: object = f"{sign}{text}" if sign or "/" in text else Decimal(text)
    made: Table = {"source": "r", "value": value}
    if indicator["target"] == "own" and draw.odds(50):
        return {**made, "claimed": {"completion": draw.one(50, "51.5", "~52")}}
    target = 40 if indicator["direction"] == "lower" else 100
    return {**made, "target": target} if indicator["target"] == "own" else made
