"""Points under Decision 766 of the communes of what was Gia Lai province until July 2025."""

from published_data.facts import rows
from published_data.toml import claims, scorecard, source, table
from published_data.units import slug, unit_table

FIGURES = {
    "publicity_points": "CKMB",
    "on_time_points": "TDGQ",
    "online_services_points": "ONLINE",
    "online_payment_points": "TTTT",
    "digitisation_points": "MDSH",
    "satisfaction_points": "MDHL",
}

AMONG = "149"
"""Among how many the published rank is: agencies and communes of the province."""

NOTE = "The figures run to 10 October 2026; the month is not complete."
PROVINCES_OWN = {
    "en": "the points of the province, which all its communes have",
    "vi": "điểm của tỉnh, mọi xã, phường trong tỉnh đều có điểm này",
}
PORTAL = {
    "en": "National Public Service Portal, collected in the repository duynghiaqn/Crawler-766",
    "vi": "Cổng Dịch vụ công quốc gia, thu thập trong kho mã duynghiaqn/Crawler-766",
}


def files() -> dict[str, str]:
    """Return the scorecards of the communes."""
    made = {}
    title = {
        "en": "Points under Decision 766, 1 January to 10 October 2026",
        "vi": "Điểm theo Quyết định 766, từ 01/01 đến 10/10/2026",
    }
    where = source(
        title,
        PORTAL,
        "https://github.com/duynghiaqn/Crawler-766",
        "2026-10-10",
    )
    for row in rows("qd766_gia_lai_communes_2026-10-10"):
        name = row["name_vi"].removeprefix("UBND ").removeprefix("xã ").removeprefix("phường ")
        codes = table({"nso": row["nso_code"], "nspp": row["portal_code"]})
        unit = unit_table(slug(name), name, "commune", "gia-lai", f"codes = {codes}\n")
        figures = {key: row[column] for key, column in FIGURES.items()}
        own = f"{{ value = {row['CKMB']}, note = {table(PROVINCES_OWN)} }}"
        figures["publicity_points"] = own
        claimed = claims(row["total_published"], row["rank_published_of_149"], [AMONG])
        made[f"scorecards/gia-lai-communes/{slug(name)}/2026-01--2026-10.toml"] = scorecard(
            NOTE, "decision-766", "2026-01/2026-10", unit, where, figures, claimed
        )
    return made
