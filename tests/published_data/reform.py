"""PAR INDEX and SIPAS: totals as far as they are published, with what is printed before them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from published_data.facts import Row, names, rows
from published_data.toml import (
    claims,
    framework,
    group,
    indicator,
    maximum,
    missing,
    named,
    quoted,
    scorecard,
    source,
    table,
)
from published_data.units import codes, province, provinces, slug, unit_table

PROVINCES = "63"
MEAN = "region mean: "
WHOLE = "mean of 63"
BANDS = "2021"
"""The edition whose groups have the fixed edges that those of 2023 and 2024 have as well."""

FIGURE = {"PAR": "par_index", "SIPAS": "sipas"}
UNDER = {"PAR": "par-index@2021", "SIPAS": "sipas"}
FOLDER = {"PAR": "par-index", "SIPAS": "sipas"}
TITLE = {"PAR": "PAR INDEX", "SIPAS": "SIPAS"}

Said = Mapping[str, str]
"""A text by language."""

MINISTRY = {"en": "Ministry of Home Affairs", "vi": "Bộ Nội vụ"}
RANK_ALONE = {"en": "its rank alone was published", "vi": "chỉ công bố thứ hạng"}
OF_ALL = {
    "en": "what was published of all 63 provinces, or of the first of them",
    "vi": "điều đã công bố về cả 63 tỉnh, thành phố, hoặc về nhóm đầu",
}


def files() -> dict[str, str]:
    """Return the frameworks of both indices, and the scorecards under each of them."""
    made = {
        "scorecard/frameworks/par-index@2012.toml": _two_hands(),
        "scorecard/frameworks/par-index@2021.toml": _total_with_bands(),
        "scorecard/frameworks/sipas.toml": _satisfaction(),
    }
    for row in rows("par_2012_top19_two_tracks"):
        made[_path("PAR", _unit(row), "2012")] = _by_two_hands(row)
    for row in rows("sipas_2015_top10"):
        made[_path("SIPAS", _unit(row), "2015")] = _first_ten(row)
    for row in rows("par_sipas_published"):
        found = _place(row)
        if found:
            path = _path(row["index"], found[0], row["year"])
            made.setdefault(path, _as_printed(row, found[1]))
    return made


def _head(id_: str, edition: str, basis: Said, note: str) -> str:
    return (
        f'{note}format = 1\nid = "{id_}"\nedition = "{edition}"\n'
        f"{named(names('framework')[id_])}basis = {table(basis)}\n"
    )


def _by_ministry(index: str) -> Said:
    return {"en": f"{index} of the {MINISTRY['en']}", "vi": f"{index} của {MINISTRY['vi']}"}


def _total(of: str, **keys: str) -> str:
    whole = {"unit": '"points"', "kind": '"rate"', "target": maximum("100"), "points": "100"}
    return indicator(of, names("reform")[of], "total", **whole, limits="[0, 100]", **keys)


def _two_hands() -> str:
    note = (
        "# The ministry's points and those of a survey are added. The most that each may give,\n"
        "# and each field, is not known: only their sum is held against 100.\n"
    )
    parts = ("ministry_points", "survey_points")
    known = names("reform")
    none = {"unit": '"points"', "kind": '"rate"'}
    return framework(
        _head("par-index", "2012", _by_ministry("PAR INDEX 2012"), note),
        [
            group("total", known["total"]),
            _total("par_index", parts=f'["{parts[0]}", "{parts[1]}"]'),
            *(indicator(each, known[each], "total", **none) for each in parts),
        ],
    )


def _total_with_bands() -> str:
    note = (
        "# The total alone: the most points of the fields behind it are not known.\n"
        "# Groups A, B and C have fixed edges, and so are bands.\n"
    )
    known = names("reform")
    bands = [
        f'[[bands]]\nid = "{row["band"].lower()}"\n{named(known[row["band"].lower()])}'
        f"from = {row['from'] or 0}\n"
        for row in rows("par_bands")
        if row["edition"] == BANDS
    ]
    head = _head("par-index", BANDS, _by_ministry("PAR INDEX"), note)
    return framework(head, [*bands, group("total", known["total"]), _total("par_index")])


def _satisfaction() -> str:
    note = "# The total alone, in per cent: what is behind it was not found. No bands are known.\n"
    keys = {"unit": '"percent"', "kind": '"rate"'}
    keys |= {"target": '{ value = 100, basis = "ceiling" }', "points": "100"}
    known = names("reform")
    total = indicator("sipas", known["sipas"], "total", **keys)
    head = _head("sipas", "2015", _by_ministry("SIPAS"), note)
    return framework(head, [group("total", known["total"]), total])


def _unit(row: Row) -> str:
    return provinces()[row["nso_code"]][0]


def _path(index: str, unit: str, year: str) -> str:
    return f"scorecards/{FOLDER[index]}/{unit}/{year}.toml"


def _by_two_hands(row: Row) -> str:
    press = row["press_value"]
    other = press and press != row["par_index"]
    note = {"en": f"the press printed {press}", "vi": f"báo chí in {_comma(press)}"}
    figures = {
        "par_index": _figure(row["par_index"], note if other else {}),
        "ministry_points": points(row["score_ministry"]),
        "survey_points": points(row["score_survey"]),
    }
    where = source(_title("PAR", "2012"), MINISTRY, "")
    claimed = claims(row["par_index"], row["rank"])
    unit = province(row["nso_code"])
    return scorecard("", "par-index@2012", "2012", unit, where, figures, claimed)


def points(number: str) -> str:
    """Return points with the two decimals of their column, of which the facts drop zeros."""
    return f"{Decimal(number):.2f}"


def _first_ten(row: Row) -> str:
    where = source(_title("SIPAS", "2015"), MINISTRY, row["source"])
    claimed = claims(row["sipas_pct"], row["rank_published"])
    unit = province(row["nso_code"])
    return scorecard("", "sipas", "2015", unit, where, {"sipas": row["sipas_pct"]}, claimed)


def _place(row: Row) -> tuple[str, str] | None:
    """Return the id and the table of a province, a region or the nation; None for what is else."""
    name = row["unit"]
    if name in codes() and row["qualifier"] in {"exact", "rank only"}:
        return provinces()[codes()[name]][0], province(codes()[name])
    if name.startswith(MEAN):
        region = name.removeprefix(MEAN)
        return slug(region), unit_table(slug(region), region, "region", "viet-nam")
    if name == WHOLE:
        return "viet-nam", unit_table("viet-nam", "Việt Nam", "nation")
    return None


def _as_printed(row: Row, unit: str) -> str:
    index, year = row["index"], row["year"]
    notes = list(_notes(row))
    note = {each: "; ".join(said[each] for said in notes) for each in ("en", "vi") if notes}
    value = row["value"] or _at_least(row)
    said = missing(RANK_ALONE) if not value else _figure(value, note)
    where = source(_title(index, year), {}, _address(row))
    claimed = claims(row["value"], row["rank"], [PROVINCES])
    return scorecard("", UNDER[index], year, unit, where, {FIGURE[index]: said}, claimed)


def _notes(row: Row) -> Iterator[Said]:
    """Yield what a reader should know of a value: whose mean it is, or who prints another."""
    if row["unit"].startswith(MEAN):
        yield {"en": "the mean of its provinces", "vi": "trung bình các tỉnh của vùng"}
    elif row["unit"] == WHOLE:
        yield {"en": "the mean of the 63 provinces", "vi": "trung bình 63 tỉnh, thành phố"}
    for other in rows("par_sipas_published"):
        same = all(other[key] == row[key] for key in ("index", "year", "unit"))
        if same and other["value"] and other["value"] != row["value"]:
            printed, where = other["value"], other["source"]
            yield {
                "en": f"another source prints {printed}: {where}",
                "vi": f"nguồn khác in {_comma(printed)}: {where}",
            }
    if not row["value"] and _at_least(row):
        yield OF_ALL


def _at_least(row: Row) -> str:
    """Return the bound that is known of a province of which its rank alone was published."""
    alike = [
        each
        for each in rows("par_sipas_published")
        if (each["index"], each["year"]) == (row["index"], row["year"])
    ]
    for each in alike:
        first = each["unit"] == "group A (90 and more)"
        if first and row["rank"] and int(row["rank"]) <= int(each["value"]):
            return quoted(">=90")
    for each in alike:
        if each["unit"] == "all 63":
            return quoted(f">={each['value']}")
    return ""


def _figure(value: str, note: Said) -> str:
    return f"{{ value = {value}, note = {table(note)} }}" if note else value


def _comma(number: str) -> str:
    """Return a number as it is written in Vietnamese."""
    return number.replace(".", ",")


def _title(index: str, year: str) -> dict[str, str]:
    return {"en": f"{TITLE[index]} {year}", "vi": f"Chỉ số {TITLE[index]} {year}"}


def _address(row: Row) -> str:
    """Return the address of a row; "same as above" is that of the row before."""
    if row["source"].startswith("http"):
        return row["source"]
    known = rows("par_sipas_published")
    return _address(known[known.index(row) - 1])
