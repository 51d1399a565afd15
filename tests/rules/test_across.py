"""What units say beside each other and over time."""

import pytest
from builders import Table, framework, scorecard
from folders import found_together

from scorecard.measure.assessment import Assessment, assess

TESTED = framework(
    {
        "houses": {"unit": "count", "kind": "flow", "target": 100},
        "change": {"unit": "things", "kind": "flow", "limits": [-100, 100]},
        "open": {"unit": "things", "kind": "stock"},
        "own": {"unit": "count", "kind": "flow", "target": "own"},
        "debt": {"unit": "things", "kind": "stock", "target": "own", "limits": [-9, 900]},
        "share": {"unit": "percent", "target": "own"},
    }
)
RATES = framework({"share": {"unit": "percent"}})


def card(unit: str, figures: Table, under: object = TESTED, **keys: object) -> Assessment:
    assert under in (TESTED, RATES)
    of = TESTED if under == TESTED else RATES
    keys = {"name": f"The unit {unit}", **keys}
    return assess(scorecard(figures, id=unit, **keys), of)


def told(code: str, files: dict[str, Assessment]) -> list[str]:
    return [
        f"{name}: {'.'.join(map(str, each.path))}: {each.message}"
        for name, each in found_together(files)
        if each.code == code
    ]


def over_time(values: Table, name: str = "houses", **keys: object) -> list[str]:
    files = {
        period: card("hue", {name: value}, period=period, **keys)
        for period, value in values.items()
    }
    return [each.partition("value: ")[2] for each in told("SC712", files)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"2025-Q1": 30, "2025-Q2": 30, "2025-H1": 60}, []),
        (
            {"2025-Q1": 30, "2025-Q2": 30, "2025-H1": 50},
            ['"houses" is 50 for 2025-H1, but 60 for 2025-Q1 and 2025-Q2'],
        ),
        (
            {"2025-Q1": 30, "2025-Q2": 30, "2025-H1": 61},
            ['"houses" is 61 for 2025-H1, but 60 for 2025-Q1 and 2025-Q2'],
        ),
        ({"XXXX-Q1": 9, "XXXX-H1": 8}, ['"houses" is 8 for XXXX-H1, but 9 for XXXX-Q1']),
        ({"XXXX-Q1": 9, "2025-H1": 8}, []),
        ({"2025-H1": 50, "2025": 40}, ['"houses" is 40 for 2025, but 50 for 2025-H1']),
        ({"2025-H1": 50, "2025": 90, "2024-H1": 95}, []),
        # What is counted up never falls.
        (
            {"2025-01/2025-06": 50, "2025-01/2025-09": 40},
            ['"houses" is 40 for 2025-01/2025-09, but 50 for 2025-01/2025-06'],
        ),
        ({"2025-02/2025-03": 20, "2025-06": 30, "2025": 60}, []),
        ({"2025-02/2025-03": 20, "2025-03/2025-05": 90, "2025": 30}, []),
        # Of one slip, that which it is nearest to is told.
        (
            {"2025-Q1": 30, "2025-Q2": 300, "2025-H1": 60, "2025-H2": 40, "2025": 100},
            ['"houses" is 60 for 2025-H1, but 330 for 2025-Q1 and 2025-Q2'],
        ),
        ({"2025-H1": ">50", "2025": ">40"}, []),
        ({"2025-H1": -50, "2025": 40}, []),
        ({"2025-H1": 5.5, "2025": 4}, []),
        ({"2025-H1": {"absent": "missing"}, "2025": 4}, []),
        ({"2025-H1": 4, "2025": {"absent": "missing"}}, []),
    ],
)
def test_parts_of_a_time_add_up_to_it(values: Table, expected: list[str]) -> None:
    assert over_time(values) == expected


def test_only_what_adds_up_over_time_does() -> None:
    assert over_time({"2025-H1": 50, "2025": 40}, "open") == []
    assert over_time({"2025-H1": 50, "2025": 40}, "change") == []
    assert over_time({"2025-H1": 5, "2025-H2": 4, "2025": 20}, "change") != []
    files = {
        "a": card("hue", {"houses": 50}, period="2025-H1"),
        "b": card("hue", {"houses": 40}, period="2025"),
    }
    other = files["b"].scorecard.model_copy(update={"track": "self"})
    assert len(told("SC712", files)) == 1
    assert told("SC712", {**files, "b": assess(other, TESTED)}) == []


def coded(unit: str, code: str, period: str = "2025") -> Assessment:
    return card(unit, {}, period=period, codes={"nso": code})


def test_two_units_have_two_codes_in_one_period() -> None:
    files = {"a": coded("lai-chau", "14"), "b": coded("son-la", "14"), "c": coded("hue", "46")}
    assert told("SC713", files) == ['b: unit.codes.nso: "lai-chau" has the nso code "14" too, in a']
    assert told("SC713", {"a": coded("old", "14", "2024"), "b": coded("new", "14")}) == []


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ({"2023": "A", "2024": "A", "2025": "B"}, []),
        ({"2023": "A", "2024": "B", "2025": "C"}, []),
        ({"2023": "A", "2024": "B", "2025": "A"}, ["2024"]),
        ({"2025-H1": "A", "2025": "A", "2025-Q2": "B"}, ["2025-Q2"]),
        ({"2024": "A", "2025": "A", "XXXX-H1": "B"}, ["XXXX-H1"]),
    ],
)
@pytest.mark.parametrize("key", ["name", "codes"])
def test_a_name_or_code_that_changes_for_good_is_no_fault(
    periods: dict[str, str], expected: list[str], key: str
) -> None:
    files = {
        period: card("hue", {}, period=period, **{key: said if key == "name" else {"nso": said}})
        for period, said in periods.items()
    }
    assert [each.partition(":")[0] for each in told("SC707", files)] == expected


def test_two_units_of_one_level_and_parent_have_two_names() -> None:
    def named(unit: str, **keys: object) -> Assessment:
        return card(unit, {}, **{"name": {"vi": "Tân Lập", "en": "Tan Lap"}, **keys})

    files = {"a": named("tan-lap-1"), "b": named("tan-lap-2")}
    words = 'b: unit.name: "tan-lap-1" is called "Tân Lập" too, in a'
    assert told("SC714", files) == [words]
    assert told("SC714", {**files, "b": named("tan-lap-2", parent="hoa-an")}) == []
    assert told("SC714", {**files, "b": named("tan-lap-2", level="commune")}) == []
    assert told("SC714", {**files, "b": named("tan-lap-2", period="2024")}) == []


@pytest.mark.parametrize(
    ("parent", "meant"),
    [
        ("hoa-ann", "hoa-an"),
        ("hoa-a", "hoa-an"),
        ("hoa-am", "hoa-an"),
        ("hao-an", "hoa-an"),
        ("hoa-na", "hoa-an"),
        ("hoa-binh", ""),
        ("hoa-an1", ""),
        ("caobang", "cao-bang"),
    ],
)
def test_a_parent_that_is_a_letter_off(parent: str, meant: str) -> None:
    files = {
        "p": card("cao-bang", {}),
        "a": card("a", {}, parent="hoa-an", level="district"),
        "b": card("b", {}, parent="hoa-an", level="district"),
        "c": card("c", {}, parent=parent, level="district"),
    }
    words = f'c: unit.parent: no other unit lies in "{parent}": did you mean "{meant}"?'
    assert told("SC715", files) == ([words] if meant else [])
    assert told("SC715", {**files, "d": card("d", {}, parent=parent, level="district")}) == []


def test_short_ids_are_too_much_alike() -> None:
    parents = {"a": "hue", "b": "hue", "c": "hua"}
    files = {unit: card(unit, {}, parent=parent) for unit, parent in parents.items()}
    assert told("SC715", files) == []


def aimed(*targets: object, name: str = "houses") -> list[str]:
    files = {}
    for at, target in enumerate(targets):
        figure = {"value": 50} if target is None else {"value": 50, "target": target}
        files[f"{at}"] = card(f"u-{at}", {name: figure})
    return told("SC716", files)


def test_a_target_unlike_those_of_others_is_told() -> None:
    words = '"houses" is held against a target of its own, {}, and in {} other units against {}'
    assert aimed(10, None, None) == ["0: figures.houses.target: " + words.format(10, 2, 100)]
    assert aimed(10, None) == ["0: figures.houses.target: " + words.format(10, 1, 100)]
    assert aimed(10, 10, 90) == ["2: figures.houses.target: " + words.format(90, 2, 10)]
    assert aimed(10, 20, 30) == []
    assert aimed(100, None) == []
    assert aimed(10) == []
    assert aimed(10, 10, 90, name="own") == []
    assert told("SC716", {"a": card("a", {"houses": {"absent": "missing", "target": 9}})}) == []


def planned(own: object, *plans: object, name: str = "own") -> list[str]:
    files = {"p": card("hue", {name: {"value": 9, "target": own}})}
    for at, plan in enumerate(plans):
        figure = {"value": 3} if plan is None else {"value": 3, "target": plan}
        files[f"{at}"] = card(f"u-{at}", {name: figure}, parent="hue", level="district")
    return told("SC717", files)


def test_plans_add_up_to_the_parent_s() -> None:
    words = 'p: figures.own.target: the target of "own" is 200, and those of {} units below it '
    assert planned(200, 80, 120) == []
    assert planned(200, 80, 140) == [words.format("2 of 2") + "add up to 220"]
    assert planned(200, 80, 110) == [words.format("2 of 2") + "add up to 190"]
    assert planned(200, 80, None) == []
    assert planned(200, 220, None) == [words.format("1 of 2") + "add up to ≥ 220"]
    assert planned(200, None, None) == []
    assert planned(200, 220, None, name="debt") == []
    assert planned(20, 22, name="share") == []


def reporting(*years: str) -> dict[str, Assessment]:
    return {
        f"{unit}-{year}": card(unit, {}, period=year)
        for year, units in zip(("2023", "2024", "2025"), years, strict=False)
        for unit in units
    }


def test_a_unit_that_drops_out_is_told_once_most_others_have_reported() -> None:
    words = 'c-2024: period: "c" has no scorecard for 2025, as 2 of the 3 units of this period have'
    assert told("SC718", reporting("", "abc", "ab")) == [words]
    assert told("SC718", reporting("", "abc", "a")) == []
    assert len(told("SC718", reporting("", "abcdefgh", "abcdef"))) == 2
    assert told("SC718", reporting("", "abcdefgh", "abcde")) == []
    assert told("SC718", reporting("abcd", "abc", "abc")) == []
    ahead = told("SC718", reporting("abcde", "abcd", "a"))
    assert [each.partition(":")[0] for each in ahead] == ["e-2023"]
    assert told("SC718", reporting("", "", "abc")) == []
    assert told("SC718", {"a": card("a", {}, period="XXXX-H1")}) == []


def test_children_of_two_levels_are_told_once() -> None:
    def child(unit: str, level: str, **keys: object) -> Assessment:
        return card(unit, {}, parent="prov", level=level, **keys)

    files = {"c": child("c", "commune"), "d": child("d", "district"), "e": child("e", "commune")}
    files["f"] = child("f", "commune", period="2024")
    files["g"] = child("g", "district", period="2024")
    words = 'units of the levels district and commune lie in "prov": what one reports may be a '
    assert told("SC719", files) == [f"c: unit.parent: {words}part of what another does"]
    assert told("SC719", {"a": child("a", "agency"), "d": child("d", "district")}) == []
    rates = {"c": child("c", "commune", under=RATES), "d": child("d", "district", under=RATES)}
    assert told("SC719", rates) == []


def test_two_names_in_one_period_are_a_fault() -> None:
    card_of = {name: card("hue", {}, name=name) for name in "AB"}
    other = card_of["B"].scorecard.model_copy(update={"track": "self"})
    files = {"a": card_of["A"], "b": assess(other, TESTED)}
    words = 'b: unit.name: the name of "hue" is "B" here, and "A" in a'
    assert told("SC707", files) == [words]
    assert told("SC701", files) == []
