"""Registers: provinces before and after 1 July 2025, and the communes of two of them."""

from collections import Counter
from collections.abc import Iterator

from published_data.facts import Row, rows
from published_data.toml import quoted, table
from published_data.units import plain, slug

SOURCE = "https://github.com/thanglequoc/vietnamese-provinces-database"

PROVINCES = {
    "vi": "Nghị quyết 202/2025/QH15; mã số theo Quyết định 19/2025/QĐ-TTg",
    "en": "Resolution 202/2025/QH15; codes by Decision 19/2025/QĐ-TTg",
}
COMMUNES = {
    "vi": "Sắp xếp đơn vị hành chính năm 2025; mã số theo Quyết định 19/2025/QĐ-TTg",
    "en": "The new order of communes of 2025; codes by Decision 19/2025/QĐ-TTg",
}
KINDS = ("Thành phố ", "Thị xã ", "Thị trấn ", "Huyện ", "Phường ", "Xã ", "Tỉnh ")
"""What stands before a name, and says what kind of unit it is."""


def files() -> dict[str, str]:
    """Return the registers that come with the program."""
    made = {"viet-nam": _register("viet-nam", "Việt Nam", PROVINCES, _provinces())}
    for name in ("Cao Bằng", "Điện Biên"):
        told = rows(f"lineage_communes_{slug(name).replace('-', '_')}")
        made[slug(name)] = _register(slug(name), name, COMMUNES, _communes(slug(name), told))
    return {f"scorecard/registers/{id_}.toml": text for id_, text in made.items()}


def _register(id_: str, name: str, basis: dict[str, str], units: Iterator[str]) -> str:
    head = (
        "#:schema ../schemas/register.schema.json\n"
        f'format = 1\nkind = "register"\nid = "{id_}"\n'
        f"name = {table({'vi': name, 'en': plain(name)})}\n"
        f"basis = {table(basis)}\nurl = {quoted(SOURCE)}\n"
    )
    return "\n".join([head, *units])


def _provinces() -> Iterator[str]:
    """Yield each province before, one that stayed as it was once, and then each that is new."""
    told = rows("lineage_provinces_63_to_34")
    new: dict[str, Row] = {}
    for row in told:
        whose = (row["old_name"], "province", "viet-nam", row["old_code"])
        if row["relation"] == "unchanged":
            yield _unit(row["new_name"], *whose[1:])
        else:
            new[row["new_code"]] = row
            yield _unit(*whose, until=row["old_valid_to"], to=slug(row["new_name"]))
    for code, row in sorted(new.items()):
        yield _unit(row["new_name"], "province", "viet-nam", code, since=row["new_valid_from"])


def _communes(province: str, told: list[Row]) -> Iterator[str]:
    """Yield the districts, the communes in them, and then the communes in the province.

    Of two communes of one name, marks aside, each has the name of its district in its id; a
    district of the name of the province has its kind in it.
    """
    districts = {row["old_district_code"]: row for row in told}
    ids = {}
    for number, row in sorted(districts.items()):
        full, name = row["old_district_name"], _bare(row["old_district_name"])
        ids[number] = slug(full if slug(name) == province else name)
        until = row["old_valid_to"]
        yield _unit(name, "district", province, number, id_=ids[number], until=until)
    namesakes = Counter(slug(_bare(row["old_full_name"])) for row in told)
    for row in told:
        name, parent = _bare(row["old_full_name"]), ids[row["old_district_code"]]
        id_ = slug(name) + (f"-{parent}" if namesakes[slug(name)] > 1 else "")
        to = slug(_bare(row["new_full_name"]))
        until = row["old_valid_to"]
        yield _unit(name, "commune", parent, row["old_code"], id_=id_, until=until, to=to)
    for number, row in sorted({row["new_code"]: row for row in told}.items()):
        name = _bare(row["new_full_name"])
        yield _unit(name, "commune", province, number, since=row["new_valid_from"])


def _bare(name: str) -> str:
    """Return a name without what says the kind of unit."""
    return next(name.removeprefix(kind) for kind in KINDS if name.startswith(kind))


def _unit(
    name: str,
    level: str,
    parent: str,
    code: str,
    *,
    id_: str = "",
    since: str = "",
    until: str = "",
    to: str = "",
) -> str:
    """Return the table of a unit; what it went to took all of it."""
    lines = [
        "[[units]]",
        f'id = "{id_ or slug(name)}"',
        f"name = {table({'vi': name, 'en': plain(name)})}",
        f'level = "{level}"',
        f'parent = "{parent}"',
        f"codes = {table({'nso': code})}",
        f"from = {since}" if since else "",
        f"until = {until}" if until else "",
        f'successors = [{{ id = "{to}", share = 1 }}]' if to else "",
    ]
    return "".join(f"{line}\n" for line in lines if line)
