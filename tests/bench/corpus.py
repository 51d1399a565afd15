"""A made-up archive of scorecards in each layout, the same bytes on every machine."""

import hashlib
import random
from collections.abc import Iterable, Iterator
from itertools import chain, count, islice
from pathlib import Path

from bench.layouts import Card, Pairs, laid_out

SEED = 2026
MONTHS = 12
COMMUNES = 49
"""How many communes belong to one district; with its own, a district has 50 files a month."""

RATES, COUNTS = 20, 20
"""How many indicators are shares in per cent, and how many are counted."""

_LETTERS = "abcdefghijklmnopqrst"
RATE_IDS = [f"share_on_time_{letter}" for letter in _LETTERS[:RATES]]
COUNT_IDS = [f"households_reached_{letter}" for letter in _LETTERS[:COUNTS]]

Scorecard = tuple[str, str]
"""Where a scorecard lies in the folder, and its text."""

_NOTES = (
    "as the office of the People's Committee printed it in the monthly account",
    "tính từ đầu năm, theo báo cáo của Ủy ban nhân dân xã gửi huyện ngày cuối tháng",
    "average over the month; the account does not say how late dossiers were counted",
    "bao gồm cả các hộ cận nghèo theo Quyết định của Chủ tịch Ủy ban nhân dân huyện",
)
_COUNTED = "# Counted from the registers of the unit; households that moved away are left out."
_LIT = "Đường giao thông nông thôn được thắp sáng nhờ người dân góp công, góp của"
_REMARK = (
    ("kind", '"model"'),
    ("text", f'{{ vi = "{_LIT}", en = "Lighting up the country road" }}'),
    ("place", '"Thạch An"'),
    ("source", '"account#p2"'),
)

_HEAD = """format = 1
id = "monthly-account"
edition = "2025"
name = { en = "Monthly account", vi = "Báo cáo tháng" }
basis = "made up for measuring"

[[bands]]
id = "good"
name = { en = "Good", vi = "Tốt" }
from = 80

[[bands]]
id = "fair"
name = { en = "Fair", vi = "Khá" }
from = 0
"""


def framework() -> str:
    """Return the framework of 40 indicators in five groups that all scorecards are under."""
    lines = [_HEAD]
    for number in range(5):
        lines += ["[[groups]]", f'id = "group_{number}"']
        lines += [f'name = {{ en = "Group {number}", vi = "Nhóm {number}" }}', ""]
    for number, name in enumerate((*RATE_IDS, *COUNT_IDS)):
        rate = number < RATES
        label = name.replace("_", " ")
        lines += [
            "[[indicators]]",
            f'id = "{name}"',
            f'group = "group_{number % 5}"',
            f'name = {{ en = "{label.capitalize()}", vi = "Chỉ tiêu {label}" }}',
            f'unit = "{"percent" if rate else "count"}"',
            f'kind = "{"rate" if rate else "flow"}"',
            'direction = "higher"',
        ]
        lines += (
            ['target = { value = 100, basis = "ceiling" }', "limits = [0, 100]", ""]
            if rate
            else ['target = { value = 1000, basis = "stated" }', ""]
        )
    return "\n".join(lines)


def scorecards(size: int, layout: str = "inline") -> Iterator[Scorecard]:
    """Yield as many scorecards as asked for, district by district and month by month.

    A district's own comes after those of its communes, whose figures it sums up: wherever the
    row is cut off, what is there agrees.
    """
    cards = chain.from_iterable(_district(number, MONTHS) for number in count())
    return ((card.path, laid_out(card, layout)) for card in islice(cards, size))


def one_month(units: int, layout: str = "inline") -> Iterator[Scorecard]:
    """Yield the first month of as many communes as asked for."""
    cards = chain.from_iterable(islice(_district(number, 1), COMMUNES) for number in count())
    return ((card.path, laid_out(card, layout)) for card in islice(cards, units))


def write(folder: Path, size: int) -> None:
    """Write the framework and as many scorecards as asked for."""
    put(folder, scorecards(size))


def put(folder: Path, cards: Iterable[Scorecard]) -> None:
    """Write the framework and these scorecards."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "framework.toml").write_text(framework(), "utf-8")
    made: set[Path] = set()
    for name, text in cards:
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(text.encode())


def digest(layout: str) -> str:
    """Return what tells an archive in this layout from one that is made in another way."""
    texts = (framework(), *chain.from_iterable(scorecards(100, layout)))
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]


def _district(number: int, months: int) -> Iterator[Card]:
    draw = random.Random(f"{SEED}-{number}")  # noqa: S311 - figures, not secrets
    levels = [{name: draw.randrange(90, 900) for name in COUNT_IDS} for _ in range(COMMUNES)]
    district = f"district-{number:04d}"
    for month in range(1, months + 1):
        sums = dict.fromkeys(COUNT_IDS, 0)
        for commune, level in enumerate(levels):
            counts = {name: usual + draw.randrange(-9, 10) for name, usual in level.items()}
            figures = {name: _figure(draw, value) for name, value in counts.items()}
            for name, pairs in figures.items():
                # An absent figure adds nothing to the district's own.
                sums[name] += counts[name] if pairs[0][0] == "value" else 0
            unit = f"commune-{number:04d}-{commune:02d}"
            yield _card(draw, (unit, district), month, figures)
        figures = {name: _figure(draw, value) for name, value in sums.items()}
        yield _card(draw, (district, ""), month, figures)


def _card(
    draw: random.Random, family: tuple[str, str], month: int, counted: dict[str, Pairs]
) -> Card:
    unit, parent = family
    title = unit.replace("-", " ").title()
    time = f"2025-{month:02d}"
    return Card(
        f"{parent or unit}/{unit}/{time}.toml",
        (
            f"# {title}: the account of month {month} of 2025, as the unit sent it in.",
            "# In a source, p1 is the first page of the account; notes are the unit's own.",
        ),
        (("format", "1"), ("framework", '"../../framework.toml"'), ("period", f'"{time}"')),
        {"unit": _unit(unit, parent, title), **_sources(unit, month, time)},
        {**{name: _figure(draw, None) for name in RATE_IDS}, **counted},
        {COUNT_IDS[0]: _COUNTED},
        _REMARK if draw.random() < 0.1 else (),
    )


def _unit(unit: str, parent: str, title: str) -> Pairs:
    return (
        ("id", f'"{unit}"'),
        ("name", f'{{ vi = "{"Xã" if parent else "Huyện"} {title}", en = "{title}" }}'),
        ("level", '"commune"' if parent else '"district"'),
        *([("parent", f'"{parent}"')] if parent else []),
        ("codes", f'{{ nso = "{unit.partition("-")[2].replace("-", "")}" }}'),
    )


def _sources(unit: str, month: int, time: str) -> dict[str, Pairs]:
    title = f'{{ vi = "Báo cáo tháng {month} năm 2025", en = "Account of month {time}" }}'
    return {
        "sources.account": (
            ("title", title),
            ("publisher", '"Ủy ban nhân dân"'),
            ("published", f"{'2026-01' if month == MONTHS else f'2025-{month + 1:02d}'}-05"),
            ("url", f'"https://example.org/accounts/{unit}/{time}.html"'),
        ),
        "sources.yearbook": (
            ("title", '{ vi = "Niên giám thống kê", en = "Statistical yearbook" }'),
            ("published", "2026-06-30"),
        ),
    }


def _figure(draw: random.Random, counted: int | None) -> Pairs:
    """Return a figure: of a count, or of a share in per cent."""
    source = "account" if counted is None else "yearbook"
    place = ("source", f'"{source}#p{draw.randrange(1, 12)}"')
    chance = draw.random()
    if chance < 0.04:
        why = ("why", '"named in the account, and no value is given"')
        return (("absent", '"missing"'), why, place)
    if chance < 0.06:
        return (("absent", '"not-applicable"'), place)
    pairs = [("value", _rate(draw) if counted is None else _count(draw, counted)), place]
    if chance > 0.2:
        pairs.append(("status", f'"{draw.choice(("preliminary", "final"))}"'))
    if chance > 0.3:
        pairs.append(("note", f'"{draw.choice(_NOTES)}"'))
    return tuple(pairs)


def _rate(draw: random.Random) -> str:
    value = f"{draw.uniform(40, 99.9):.{draw.randrange(1, 3)}f}"
    form = draw.random()
    if form < 0.05:
        return f'">{value}"'
    if form < 0.08:
        whole = draw.randrange(20, 400)
        return f'"{draw.randrange(whole * 2 // 5, whole)}/{whole}"'
    return value


def _count(draw: random.Random, counted: int) -> str:
    form = draw.random()
    if form < 0.04:
        return f'">{counted}"'
    if form < 0.07:
        return f'"~{counted}"'
    return str(counted)
