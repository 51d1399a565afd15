"""Published tables as folders of scorecards, with what they print beside their figures."""

from collections.abc import Iterable

from published_data import decision_766, pci, reform
from published_data.facts import Row, rows
from published_data.toml import claims, missing, quoted, scorecard, source
from published_data.units import codes, province, provinces, slug, unit_table

TOTAL = """\
format = 1
id = "total"
edition = "1"
name = "Total"
basis = "a published table"

[[groups]]
id = "total"
name = "Total"

[[indicators]]
id = "total"
group = "total"
name = "Total"
unit = "points"
kind = "rate"
target = { value = 100, basis = "maximum" }
points = 100
"""
"""A framework of totals, behind which nothing is known."""

PLANS = """\
format = 1
id = "plans"
edition = "1"
name = "Plans"
basis = "the press"

[[groups]]
id = "all"
name = "All"

[defaults]
group = "all"
unit = "units"
kind = "flow"
target = "own"
"""

METRICS = {
    "RECEIVED_ON_TIME": "on_time",
    "PUBLISH_ON_TIME": "publish_on_time",
    "PUBLIC_UPDATE_ON_TIME": "public_update_on_time",
    "PUBLIC_CONTENT_FULL": "public_content_full",
    "DOSSIER_SYNC": "dossier_sync",
    "ORIGINAL_RESULT_AVAILABLE": "original_result_available",
    "SO_HOA_GIAY_TO_GIAI_QUYET": "documents_digitised",
    "REUSED_DIGITIZED_DATA": "digitised_data_reused",
    "SYNCED_WITH_DVCQG_PERSONAL_STORAGE": "synced_personal_storage",
    "CITIZEN_DATA_CONNECTED_DOSSIER": "citizen_data_dossiers",
    "CITIZEN_DATA_CONNECTED_FORMALITY": "citizen_data_formalities",
    "ELECTRONIC_CERTIFIED_COPY": "electronic_certified_copy",
    "DOSSIER_RECEIVING_SATISFACTION": "dossier_receiving_satisfaction",
    "PETITION_PROCESSING_ON_TIME": "petition_processing_on_time",
    "PETITION_HANDLING_SATISFACTION": "petition_handling_satisfaction",
    "PAYMENT_GROUP": "online_payment_points",
    "ONLINE_GROUP": "online_services_points",
}
"""What the metrics of two units are in the framework; the others are behind the payment group."""

SOURCE = source({"en": "A published table"}, {}, "")


def par_2012_in_the_press() -> dict[str, str]:
    """Return the index as the press printed it, beside its two parts."""
    made = {}
    for row in rows("par_2012_top19_two_tracks"):
        figures = {
            "par_index": row["press_value"] or row["par_index"],
            "ministry_points": reform.points(row["score_ministry"]),
            "survey_points": reform.points(row["score_survey"]),
        }
        claimed = claims("", row["rank"])
        made[_path(row["nso_code"], "2012")] = _card(
            "par-index@2012", "2012", province(row["nso_code"]), figures, claimed
        )
    return made


def pci_series() -> dict[str, str]:
    """Return the years of one province whose weights are known, rounded to two decimals."""
    made = {}
    for row in rows("pci_series_phu_tho_2006_2022"):
        if of := pci.edition(row["year"]):
            figures = {each["id"]: row[each["id"]] for each in pci.sub_indices(of)}
            claimed = claims(row["pci_published"], "")
            unit = province(row["nso_code"])
            made[_path(row["nso_code"], row["year"])] = _card(
                f"pci@{of}", row["year"], unit, figures, claimed
            )
    return made


def pci_totals() -> dict[str, str]:
    """Return totals and ranks as the press printed them."""
    told = [row for row in rows("pci_published_totals_2017_2024") if row["unit"] in codes()]
    return {"total.toml": TOTAL} | _totals(
        (codes()[row["unit"]], row["year"], row["pci"], row["rank"]) for row in told
    )


def sipas() -> dict[str, str]:
    """Return the ten first of a year."""
    return {"total.toml": TOTAL} | _totals(
        (row["nso_code"], row["year"], row["sipas_pct"], row["rank_published"])
        for row in rows("sipas_2015_top10")
    )


def par_and_sipas() -> dict[str, str]:
    """Return what was printed of provinces; of two values for one, the second is claimed alone."""
    told = [row for row in rows("par_sipas_published") if row["unit"] in codes() and row["rank"]]
    made: dict[str, str] = {}
    for index, year in sorted({(row["index"].lower(), row["year"]) for row in told}):
        own = [row for row in told if (row["index"].lower(), row["year"]) == (index, year)]
        folder = f"{index}-{year}"
        made[f"{folder}/total.toml"] = TOTAL.replace('id = "total"', f'id = "{folder}"', 1)
        found = _totals((codes()[r["unit"]], r["year"], r["value"], r["rank"]) for r in own)
        made |= {f"{folder}/{path}": text for path, text in found.items()}
    return made


def metrics_of_two() -> dict[str, str]:
    """Return the metrics of an agency and a commune, with the points that they earn."""
    told = rows("qd766_metrics_two_units_gia_lai")
    made = {}
    for code in sorted({row["portal_code"] for row in told}):
        own = [row for row in told if row["portal_code"] == code and row["metric"] in METRICS]
        name = own[0]["name_vi"]
        level = "commune" if name.startswith("UBND") else "agency"
        figures = {METRICS[row["metric"]]: _metric(row) for row in own}
        unit = unit_table(slug(name), name, level, "gia-lai")
        made[f"{slug(name)}.toml"] = _card("decision-766-detail", "2026", unit, figures, {})
    return made


def communes() -> dict[str, str]:
    """Return the communes of Gia Lai."""
    return decision_766.files()


def plans() -> dict[str, str]:
    """Return plans and results, each figure with what is printed of its completion."""
    made: dict[str, str] = {}
    for number, row in enumerate(rows("plan_result_press")):
        if not (row["actual"] and (row["target"] or row["printed_pct"])):
            continue
        id_ = slug(row["indicator"]).replace("-", "_")
        under = PLANS.replace("plans", f"plans-{number}")
        plan = f'{under}\n[[indicators]]\nid = "{id_}"\nname = {quoted(row["indicator"])}\n'
        period = row["period"].removesuffix(" (about)")
        unit = unit_table(slug(row["unit"]), row["unit"], row["level"])
        folder = f"{number}/{slug(row['unit'])}"
        made[f"{folder}/plan.toml"] = plan
        made[f"{folder}/{slug(row['unit'])}.toml"] = _card(
            "plan.toml", period, unit, {id_: _result(row)}, {}
        )
    return made


SIGNS = {"nearly": "<~", "about": "~"}


def _result(row: Row) -> str:
    keys = [f"value = {row['actual']}"]
    if row["target"]:
        keys.append(f"target = {row['target']}")
    if row["printed_pct"]:
        sign = SIGNS.get(row["pct_qualifier"], "")
        keys.append(f'claimed = {{ completion = "{sign}{row["printed_pct"]}" }}')
    return f"{{ {', '.join(keys)} }}"


def _metric(row: Row) -> str:
    group = row["metric"].endswith("_GROUP")
    share = f'"{row["numerator"]}/{row["denominator"]}"' if row["denominator"] else ""
    value = row["points"] if group else share or row["ratio_printed"]
    return f"{{ value = {value}, claimed = {{ points = {row['points']} }} }}"


def _totals(told: Iterable[tuple[str, str, str, str]]) -> dict[str, str]:
    made: dict[str, str] = {}
    first: dict[tuple[str, str], str] = {}
    for code, year, value, rank in told:
        said = first.setdefault((code, year), value)
        figures = {"total": said or missing(reform.RANK_ALONE)}
        claimed = claims(value, rank)
        card = _card("../total.toml", year, province(code), figures, claimed)
        made[_path(code, year)] = card
    return made


def _card(under: str, period: str, unit: str, figures: dict[str, str], more: dict[str, str]) -> str:
    return scorecard("", under, period, unit, SOURCE, figures, more)


def _path(code: str, year: str) -> str:
    return f"{provinces()[code][0]}/{year}.toml"
