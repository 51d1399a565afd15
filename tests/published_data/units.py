"""Provinces before July 2025, by their code and by their name."""

import re
from functools import cache
from unicodedata import combining, normalize

from published_data.facts import rows
from published_data.toml import table


def plain(name: str) -> str:
    """Return a Vietnamese name without its marks."""
    spelled = normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in spelled if not combining(letter))


def slug(name: str) -> str:
    """Return the id of a Vietnamese name."""
    return re.sub("[^a-z0-9]+", "-", plain(name).lower()).strip("-")


@cache
def provinces() -> dict[str, tuple[str, str]]:
    """Return the id and the name of each province by its code.

    A province whose name went to another code is not its namesake of today.
    """
    found = {}
    for row in rows("lineage_provinces_63_to_34"):
        moved = row["name_kept_by_successor"] == "yes" and row["new_code"] != row["old_code"]
        unit = slug(row["old_name"]) + ("-until-2025" if moved else "")
        found[row["old_code"]] = (unit, row["old_name"])
    return found


@cache
def codes() -> dict[str, str]:
    """Return the code of each province by its name."""
    return {name: code for code, (_, name) in provinces().items()}


def province(code: str) -> str:
    """Return the table of a province."""
    unit, name = provinces()[code]
    codes = f'{{ nso = "{code}" }}'
    return unit_table(unit, name, "province", "viet-nam", f"codes = {codes}\n")


def unit_table(unit: str, name: str, level: str, parent: str = "", more: str = "") -> str:
    """Return the table of a unit."""
    above = f'parent = "{parent}"\n' if parent else ""
    names = table({"vi": name, "en": plain(name)})
    return f'[unit]\nid = "{unit}"\nname = {names}\nlevel = "{level}"\n{above}{more}'
