"""Units that are not there in the period, or have the name, code or parent of another time."""

from datetime import date

import pytest
from builders import Table, bundled_territory, framework, scorecard
from folders import folder as folder_of

from scorecard.measure.assessment import assess
from scorecard.measure.territory import Territory
from scorecard.model.register import Register
from scorecard.rules.folder import Folder
from scorecard.rules.territory import as_of_the_period

KNOWN = bundled_territory()
TESTED = framework({"x": {}})
NAM_PO: Table = {"id": "nam-po", "name": "Nậm Pồ", "level": "district", "parent": "dien-bien"}

NA_HY: Table = {"id": "na-hy", "name": "Nà Hỳ", "level": "commune", "parent": "nam-po"}


def told(period: str, unit: Table, known: Territory = KNOWN) -> list[str]:
    records = folder_of({"a.toml": assess(scorecard({}, period=period, **unit), TESTED)}).records
    folder = Folder(records, lambda _: {}, territory=known)
    return [
        f"{each.code} {'.'.join(map(str, each.path))}: {each.message}: {each.hint}"
        for _, each in as_of_the_period(folder)
    ]


def province(name: str, code: str = "", parent: str | None = "viet-nam", id_: str = "p") -> Table:
    codes = {"codes": {"nso": code}} if code else {}
    above = {"parent": parent} if parent else {}
    return {"id": id_, "name": name, "level": "province", **above, **codes}


@pytest.mark.parametrize(
    ("period", "unit"),
    [
        ("2026", province("Huế", "46")),
        ("2024", NAM_PO),
        ("2025", NAM_PO),
        ("2021/2025", {**NAM_PO, "codes": {"nso": "103"}}),
        ("2024", province("Bắc Giang", "24")),
        ("2026", province("Bắc Ninh", "24")),
        ("2025", province("Bắc Ninh", "24")),
        ("2025", province("Bắc Ninh", "27")),
        ("2026", province("Bắc Ninh", parent=None)),
        ("2026", {**province("Bắc Ninh"), "codes": {"nspp": "H05"}}),
        # A region is above a province too, and no register says of which.
        ("2026", province("Bắc Ninh", "24", "trung-du")),
        ("2024", NA_HY),
        # It lies in the province as well.
        (
            "2024",
            {**NA_HY, "parent": "dien-bien", "codes": {"nso": "03169"}},
        ),
    ],
)
def test_nothing_is_told_of_what_is_right_in_its_time(period: str, unit: Table) -> None:
    assert told(period, unit) == []


def test_a_district_that_has_ended_is_told_with_what_became_of_it() -> None:
    assert told("2026", {**NAM_PO, "codes": {"nso": "103"}}) == [
        (
            'SC722 period: "Nậm Pồ" is not there in 2026: "Nam Po" was there until 2025-06-30, and '
            'went to "Muong Cha", "Quang Lam", "Na Hy", "Na Bung", "Cha To", "Si Pa Phin"; '
            'parts of "Quang Lam" belonged to "Muong Nhe" before, so no sum of these is exactly it'
        )
    ]


@pytest.mark.parametrize(
    ("period", "unit", "expected"),
    [
        (
            "2026",
            province("Hà Giang", parent=None),
            (
                'SC722 period: "Hà Giang" is not there in 2026: "Ha Giang" was there until '
                '2025-06-30, and went to "Tuyen Quang"; parts of "Tuyen Quang" belonged to '
                '"Tuyen Quang" (until 2025-06-30) before, so no sum of these is exactly it'
            ),
        ),
        (
            "2026",
            province("Bắc Giang", "24"),
            (
                'SC723 unit.codes.nso: in 2026 the nso code "24" is that of "Bac Ninh": '
                '"Bac Giang" was there until 2025-06-30, and went to "Bac Ninh"; parts of '
                '"Bac Ninh" belonged to "Bac Ninh" (until 2025-06-30) before, so no sum of these '
                "is exactly it"
            ),
        ),
        (
            "2024",
            province("Bắc Ninh", "24"),
            (
                'SC723 unit.codes.nso: in 2024 the nso code "24" is that of "Bac Giang": '
                'write "27", the code of "Bắc Ninh" at that time'
            ),
        ),
        (
            "2026",
            province("Bắc Ninh", "27"),
            (
                'SC723 unit.codes.nso: in 2026 the nso code "27" is that of no unit: write "24", '
                'the code of "Bắc Ninh" at that time'
            ),
        ),
        (
            "2026",
            province("Somewhere", "24"),
            (
                'SC724 unit.name: by its code this unit is "Bac Ninh" in 2026, and not "Somewhere"'
                ": look the code and the name up: one of them is of another unit"
            ),
        ),
        (
            "2026",
            NA_HY,
            (
                'SC725 unit.parent: in 2026 "Nà Hỳ" does not lie in "nam-po": its parent then is '
                '"dien-bien"'
            ),
        ),
        (
            "2024",
            {"id": "thuc-phan", "name": "Thục Phán", "level": "commune", "parent": "cao-bang"},
            (
                'SC722 period: "Thục Phán" is not there in 2024: it is there from 2025-07-01 on, '
                'made of "Song Hien", "Hop Giang", "De Tham", "Hoang Tung", "Hung Dao"'
            ),
        ),
    ],
)
def test_what_is_not_so_in_the_period_is_told(period: str, unit: Table, expected: str) -> None:
    assert told(period, unit) == [expected]


def test_an_odd_name_without_a_code_may_be_another_unit() -> None:
    assert told("2026", province("Somewhere", id_="bac-ninh")) == []


def test_of_a_unit_by_a_register_of_ones_own_it_is_told_what_that_says() -> None:
    units = [
        {"id": "old", "name": "Old", "level": "region", "until": date(2020, 6, 30)},
        {"id": "new", "name": "New", "level": "region", "from": date(2020, 7, 1)},
        {"id": "a", "name": "A", "level": "province", "parent": "old"},
    ]
    table = {"format": 1, "kind": "register", "id": "x", "name": "X", "basis": "B", "units": units}
    known = Territory([Register.model_validate(table)])
    region = {"level": "region"}
    assert told("2021", {**region, "id": "old", "name": "Old"}, known) == [
        'SC722 period: "Old" is not there in 2021: "Old" was there until 2020-06-30'
    ]
    assert told("2019", {**region, "id": "new", "name": "New"}, known) == [
        'SC722 period: "New" is not there in 2019: it is there from 2020-07-01 on'
    ]
    # What lies in nothing is not told of where it should lie.
    assert told("2021", {**region, "id": "new", "name": "New", "codes": {"x": "1"}}, known) == []
