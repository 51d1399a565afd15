"""Two schemes that score the mobilization work of offices: criteria, points, stars."""

from published_data.facts import Row, identifier, names, rows
from published_data.toml import framework, group, indicator, maximum, named, table

TAY_NINH, DONG_NAI = "dan-van-tay-ninh", "chinh-quyen-than-thien-dong-nai"

TAY_NINH_NOTE = """\
# For agencies, service units, districts and communes of the province. The source cuts the name
# of the sixth criterion off; its points are what is left of 100. No bands are known.
"""
DONG_NAI_NOTE = """\
# For communes: 100 points, and up to 5 more for what is new. The stars are bands: their edges are
# fixed.
"""


def files() -> dict[str, str]:
    """Return the frameworks of both schemes."""
    return {
        f"scorecard/frameworks/{TAY_NINH}.toml": _scheme(
            TAY_NINH,
            "Tây Ninh 1563",
            "2022",
            {
                "en": "Decision 1563/QĐ-UBND of Tây Ninh province (1 August 2022)",
                "vi": "Quyết định 1563/QĐ-UBND của tỉnh Tây Ninh (ngày 1/8/2022)",
            },
            '["agency", "district", "commune"]',
            TAY_NINH_NOTE,
        ),
        f"scorecard/frameworks/{DONG_NAI}.toml": _scheme(
            DONG_NAI,
            "Đồng Nai 54/2025",
            "2025",
            {
                "en": "Decision 54/2025/QĐ-UBND of Đồng Nai province",
                "vi": "Quyết định 54/2025/QĐ-UBND của tỉnh Đồng Nai",
            },
            '["commune"]',
            DONG_NAI_NOTE,
        ),
    }


def _scheme(id_: str, scheme: str, edition: str, basis: Row, levels: str, note: str) -> str:
    known = names(id_)
    told = [row for row in rows("dan_van_schemes") if row["scheme"].startswith(scheme)]
    head = (
        f'{note}format = 1\nid = "{id_}"\nedition = "{edition}"\n{named(names("framework")[id_])}'
        f"basis = {table(basis)}\n"
    )
    bands = [_band(row, known) for row in told if row["what"] == "band"]
    defaults = f'[defaults]\nunit = "points"\nkind = "rate"\nlevels = {levels}\n'
    criteria = [_criterion(row, known) for row in told if row["what"] in {"criterion", "bonus"}]
    return framework(head, [*bands, group("criteria", known["criteria"]), defaults, *criteria])


def _band(row: Row, known: dict[str, Row]) -> str:
    name = known[row["id"]]
    start, _, _ = row["name_or_rule"].partition(" to under")
    id_ = f"stars_{row['id'][0]}"
    return f'[[bands]]\nid = "{id_}"\n{named(name)}from = {start or 0}\n'


def _criterion(row: Row, known: dict[str, Row]) -> str:
    name, most = known[row["id"]], row["max_points"]
    keys = {"target": maximum(most), "points": most, "limits": f"[0, {most}]"}
    if row["what"] == "bonus":
        keys["bonus"] = "true"
    return indicator(identifier(name), name, "criteria", **keys)
