"""What a unit was at a time, and what became of it, by the registers that come with the program."""

from collections.abc import Mapping

import pytest
from builders import bundled_territory
from published_data.facts import rows

from scorecard.measure.territory import Found, Territory, Version, Who
from scorecard.numbers.period import parse
from scorecard.text.naming import plain

KNOWN = bundled_territory()
SEVEN = {
    "15": ("Yên Bái", "Lào Cai"),
    "24": ("Bắc Giang", "Bắc Ninh"),
    "44": ("Quảng Bình", "Quảng Trị"),
    "52": ("Bình Định", "Gia Lai"),
    "80": ("Long An", "Tây Ninh"),
    "82": ("Tiền Giang", "Đồng Tháp"),
    "91": ("Kiên Giang", "An Giang"),
}
"""The codes that another province had from July 2025 on than before."""


def named(versions: object) -> list[str]:
    assert isinstance(versions, list | tuple)
    return [dict(each.entry.name)["vi"] for each in versions]


def of_code(code: str, period: str) -> list[str]:
    having = KNOWN.with_code("province", "nso", code)
    return named([each for each in having if each.during(parse(period))])


def found(
    name: str,
    level: str,
    period: str,
    parent: str | None = None,
    codes: Mapping[str, str] | None = None,
) -> Found | None:
    who = Who("its-id", level, parent, name, codes or {})
    return KNOWN.find(who, parse(period))


def one(name: str, level: str, parent: str, period: str = "2025-06") -> Version:
    seen = found(name, level, period, parent)
    assert seen is not None
    (version,) = seen.named
    return version


@pytest.mark.parametrize("row", rows("lineage_provinces_63_to_34"), ids=lambda row: row["old_code"])
def test_every_code_is_that_of_one_province_on_each_day(row: Mapping[str, str]) -> None:
    # Thanh Hóa and Thanh Hoá are one name, and one version.
    before = row["new_name" if row["relation"] == "unchanged" else "old_name"]
    assert of_code(row["old_code"], "2025-06") == [before]
    assert of_code(row["new_code"], "2025-07") == [row["new_name"]]
    ended = row["relation"] == "merged, code ended"
    assert (of_code(row["old_code"], "2025-07") == []) == ended


def test_seven_codes_changed_hands() -> None:
    codes = {row["old_code"] for row in rows("lineage_provinces_63_to_34")}
    changed = {
        code: (before, after)
        for code in codes
        for before in of_code(code, "2025-06")
        for after in of_code(code, "2025-07")
        if plain(before) != plain(after)
    }
    assert changed == SEVEN
    assert of_code("24", "2025") == ["Bắc Giang", "Bắc Ninh"]


def test_sixty_three_provinces_became_thirty_four() -> None:
    provinces = [each for each in KNOWN.versions if each.entry.level == "province"]
    counts = [sum(each.during(parse(day)) for each in provinces) for day in ("2025-06", "2025-07")]
    assert counts == [63, 34]


@pytest.mark.parametrize(
    ("level", "parent", "before", "after"),
    [
        ("commune", "cao-bang", 0, 56),
        ("commune", "dien-bien", 0, 45),
        ("district", "dien-bien", 10, 0),
    ],
)
def test_what_lies_in_a_province(level: str, parent: str, before: int, after: int) -> None:
    here = [each.entry for each in KNOWN.versions]
    inside = [Version("", each) for each in here if (each.level, each.parent) == (level, parent)]
    counts = [sum(each.during(parse(day)) for each in inside) for day in ("2025-06", "2025-07")]
    assert counts == [before, after]


def test_fifteen_communes_of_a_district_went_to_six_of_which_one_is_shared() -> None:
    district = one("Nậm Pồ", "district", "dien-bien")
    assert len(KNOWN.inside(district)) == 15
    after = KNOWN.successors(district)
    assert sorted(named(after)) == [
        "Chà Tở",
        "Mường Chà",
        "Nà Bủng",
        "Nà Hỳ",
        "Quảng Lâm",
        "Si Pa Phìn",
    ]
    shared = {each.entry.id: named(KNOWN.others(district, each)) for each in after}
    assert {key: value for key, value in shared.items() if value} == {"quang-lam": ["Mường Nhé"]}


def test_a_province_is_made_of_those_that_went_to_it() -> None:
    (before,) = (each for each in KNOWN.with_code("province", "nso", "24") if each.entry.until)
    (after,) = KNOWN.successors(before)
    assert named(KNOWN.predecessors(after)) == ["Bắc Giang", "Bắc Ninh"]
    assert named(KNOWN.others(before, after)) == ["Bắc Ninh"]


@pytest.mark.parametrize(
    ("name", "level", "parent", "codes"),
    [
        # Places have namesakes, and codes of other countries are as short.
        ("Tân Giang", "commune", None, {}),
        ("Tân Giang", "commune", "can-tho", {}),
        ("Gozo", "province", "malta", {"nso": "04"}),
        ("Nậm Pồ", "village", "dien-bien", {}),
        ("Nowhere", "province", "viet-nam", {}),
    ],
)
def test_of_other_units_nothing_is_known(
    name: str, level: str, parent: str | None, codes: Mapping[str, str]
) -> None:
    assert found(name, level, "2026", parent, codes) is None


def test_of_a_year_that_is_not_stated_nothing_is_known() -> None:
    assert found("Nậm Pồ", "district", "XXXX-H1", "dien-bien", {"nso": "103"}) is None


def test_without_registers_nothing_is_known() -> None:
    assert Territory().find(Who("hue", "province", None, "Huế", {}), parse("2026")) is None


@pytest.mark.parametrize("name", ["Huế", "Thành phố Huế", "Thừa Thiên Huế", "Hue", "هوي"])
def test_a_name_may_say_more_or_be_in_other_letters(name: str) -> None:
    seen = found(name, "province", "2024", "viet-nam", {"nso": "46"})
    assert seen is not None
    assert named(seen.named) == ["Huế"]
