"""Folders of scorecards from a seed: units with parents, levels, tracks and several periods."""

from collections.abc import Callable, Collection, Sequence
from decimal import Decimal

from oracle.close import close_figure, close_framework
from oracle.generate import Drawn, Table, figure_of, framework_of

ONE_PERIOD = (
    *("2026", "2026-H1", "2026-Q1", "2026-01/2026-09", "2026-H2", "2026-Q2"),
    *("2025-07/2026-06", "2021/2025", "XXXX-H1"),
)
MANY_PERIODS = (
    ("2026", "2025", "2024"),
    ("2026", "2023"),
    ("2026-H1", "2025-H2", "2025-H1"),
    ("2026-H1", "2025", "2024-H1"),
    ("2026-H1", "2025-H1", "2024-H1"),
    ("2026-Q2", "2026-Q1", "2025-Q2", "2025-Q1"),
    ("2026-01/2026-09", "2026-H1", "2025-01/2025-09"),
    ("2021/2025", "2016/2020", "2011/2015"),
    ("2025-07/2026-06", "2024-07/2025-06"),
    ("2025-01/2026-06", "2023-07/2024-12", "2022-01/2023-06"),
    ("2026-06", "2026-05", "2025-06"),
)
"""The latest first; no two of them end together, as the page does not say which is later."""


def folder(seed: int) -> dict[str, Table]:
    """Return the tables of a folder by the names of its files: frameworks, and their scorecards."""
    draw = Drawn(seed)
    close = draw.odds(25)
    framework = close_framework(draw) if close else framework_of(draw)
    figure = close_figure if close else figure_of
    if draw.odds(50):
        framework["scoring"]["coverage"] = 0
    periods = draw.choice(MANY_PERIODS) if draw.odds(75) else (draw.choice(ONE_PERIOD),)
    parted = {each["id"] for each in framework["indicators"] if draw.odds(25)}
    cards: list[Table] = []
    for unit in units_of(draw):
        for period in reversed(periods):
            if draw.odds(4):  # from now on
                unit.update(draw.one({"name": "Newly named"}, {"codes": {"nso": "new"}}))
            if draw.odds(75) or not cards:
                card = scorecard_of(draw, unit, framework, period, figure)
                beside = [other["figures"] for other in cards if other["period"] == period]
                if beside and draw.odds(25):
                    card["figures"] = nearly(draw, draw.choice(beside))
                part(draw, card["figures"], parted)
                cards.append(card)
    if draw.odds(12):
        cards += [{**card, "track": "self"} for card in cards if draw.odds(40)]
    files = {name_of(card): card for card in cards}
    if len({card["unit"]["id"] for card in cards[1:]}) > 1 and draw.odds(20):
        files["other.toml"] = {**framework, "edition": "2"}
        cards[0]["framework"] = "other.toml"
    return {"framework.toml": framework, **files}


def nearly(draw: Drawn, figures: Table) -> Table:
    """Return figures of which some differ in a last decimal, or none."""
    changed = dict(figures)
    for name, figure in figures.items():
        value = figure.get("value") if isinstance(figure, dict) else None
        if isinstance(value, Decimal) and draw.odds(40):
            changed[name] = {**figure, "value": value + Decimal(draw.one("0.01", "-0.01"))}
    return changed


def part(draw: Drawn, figures: Table, names: Collection[str]) -> None:
    """Let figures with these names be parts of a whole."""
    for name in names:
        figure = figures.get(name)
        if isinstance(figure, dict) and not isinstance(figure.get("value", True), bool):
            figures[name] = {**figure, "value": f"{draw.randint(0, 20)}/20"}


def name_of(card: Table) -> str:
    parts = (card["unit"]["id"], card.get("track", "all"), card["period"].replace("/", "--"))
    return f"{'@'.join(parts)}.toml"


def units_of(draw: Drawn) -> list[Table]:
    """Return provinces, districts and communes; of districts there are the most."""
    places = [f"d{number}" for number in range(draw.randint(3, 6))]
    districts = [unit_of(draw, place, "district", ("p", "p", "q")) for place in places]
    communes = [
        unit_of(draw, f"c{number}", "commune", (*places, "p"))
        for number in range(draw.randrange(len(districts)))
    ]
    provinces = [unit_of(draw, name, "province", ("n",)) for name in "pq" if draw.odds(30)]
    return [*districts, *communes, *provinces[: len(districts) - 1]]


def unit_of(draw: Drawn, name: str, level: str, parents: Sequence[str]) -> Table:
    made: Table = {"id": name, "name": name.upper(), "level": level}
    if draw.odds(75):
        made["parent"] = draw.choice(parents)
    if draw.odds(50):
        made["codes"] = {"nso": name}
    if draw.odds(6):
        made |= {"eligible": False, "why": "newly made"}
    return made


def scorecard_of(
    draw: Drawn,
    unit: Table,
    framework: Table,
    period: str,
    figure: Callable[[Drawn, Table], object],
) -> Table:
    made: Table = {"format": 1, "framework": "framework.toml", "period": period}
    if draw.odds(10):
        made["defaults"] = {"target_period": draw.one("2026", "2030", "2026-H1", "2025")}
    figures = {each["id"]: figure(draw, each) for each in framework["indicators"]}
    stated = {name: said for name, said in figures.items() if said is not None}
    return {**made, "unit": dict(unit), "sources": {"r": {"title": "Report"}}, "figures": stated}
