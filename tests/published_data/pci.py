"""PCI: ten sub-indices under the weights of 2013 to 2021, and nine under those of 2012."""

from decimal import Decimal

from published_data.facts import Row, names, rows
from published_data.toml import (
    claims,
    framework,
    group,
    indicator,
    maximum,
    named,
    quoted,
    scorecard,
    source,
    table,
)
from published_data.units import province, provinces

WEIGHTS = {"2012": "weight_pct_2012", "2013": "weight_pct_2013_on"}
"""The column of the weights of each edition."""

UNTIL = {"2012": "2012", "2013": "2021"}
"""The last year of each edition; nothing is known of the weights before 2012 and after 2021."""

PROVINCES = "63"

ROUNDING = Decimal("0.055")
"""How far off a total can be at the most, where it and all sub-indices have two decimals."""

BASIS = {
    "en": "Published sub-indices and totals of VCCI; weights computed from them",
    "vi": "Chỉ số thành phần và tổng điểm do VCCI công bố; trọng số tính từ đó",
}
WORKBOOKS = {
    "en": "VCCI; official workbooks in the repository mdtrinh/vietnamdata",
    "vi": "VCCI; bảng tính chính thức trong kho mã mdtrinh/vietnamdata",
}

UNLIKE = "printed so: no rounding of the sub-indices gives this total, and either may be wrong"


def files() -> dict[str, str]:
    """Return the framework of both editions, and the scorecards under each of them."""
    made = {f"scorecard/frameworks/pci@{each}.toml": _edition(each) for each in WEIGHTS}
    for row in rows("pci_2015_2016"):
        made[_path(row)] = _of_workbook(row)
    for row in rows("pci_series_phu_tho_2006_2022"):
        if edition(row["year"]) and _path(row) not in made:
            made[_path(row)] = _of_series(row)
    return made


def edition(year: str) -> str:
    """Return the edition whose weights are those of a year; empty where none is known."""
    return next((each for each, last in UNTIL.items() if each <= year <= last), "")


def sub_indices(of: str) -> list[Row]:
    """Return the sub-indices of an edition."""
    return [row for row in rows("pci_structure") if row[WEIGHTS[of]]]


def _edition(of: str) -> str:
    head = (
        "# The weights are computed from published totals, which they give within 0.0001.\n"
        "# No bands: the published classes have no fixed edges, they depend on the year.\n"
        f'format = 1\nid = "pci"\nedition = "{of}"\n{named(names("framework")["pci"])}'
        f"basis = {table(BASIS)}\n"
    )
    defaults = (
        '[defaults]\nunit = "points"\nkind = "rate"\n'
        f'target = {maximum("10")}\nlimits = [0, 10]\nlevels = ["province"]\n'
    )
    known = names("pci")
    own = [(row["id"], known[row["id"]], row[WEIGHTS[of]]) for row in sub_indices(of)]
    groups = [group(id_, name) for id_, name, _ in own]
    indicators = [indicator(id_, name, id_, points=weight) for id_, name, weight in own]
    return framework(head, [*groups, defaults, *indicators])


def _path(row: Row) -> str:
    unit, _ = provinces()[row["nso_code"]]
    return f"scorecards/pci/{unit}/{row['year']}.toml"


def _of_workbook(row: Row) -> str:
    where = source(
        _title(row["year"]),
        WORKBOOKS,
        "https://github.com/mdtrinh/vietnamdata",
    )
    claimed = claims(row["pci_published"], row["rank_published"])
    return _scorecard(row, where, claimed | {"class": quoted(row["class_published_vi"])})


def contradicts_itself(row: Row) -> bool:
    """Whether no rounding of the sub-indices gives the total."""
    of = edition(row["year"])
    total = sum(
        (Decimal(row[each["id"]]) * Decimal(each[WEIGHTS[of]]) / 10 for each in sub_indices(of)),
        start=Decimal(0),
    )
    return abs(total - Decimal(row["pci_published"])) > ROUNDING


def _of_series(row: Row) -> str:
    where = source(_title(row["year"]), dict.fromkeys(("en", "vi"), "VCCI"), row["source"])
    claimed = claims(row["pci_published"], row["rank_published"], [PROVINCES])
    return _scorecard(row, where, claimed)


def _title(year: str) -> dict[str, str]:
    return {"en": f"PCI {year}", "vi": f"Chỉ số PCI {year}"}


def _scorecard(row: Row, where: str, claimed: dict[str, str]) -> str:
    of = edition(row["year"])
    figures = {each["id"]: row[each["id"]] for each in sub_indices(of)}
    unit = province(row["nso_code"])
    wrong = {"SC601": UNLIKE} if contradicts_itself(row) else {}
    return scorecard("", f"pci@{of}", row["year"], unit, where, figures, claimed, wrong)
