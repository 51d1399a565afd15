"""One mistake is one finding, in one file and across files."""

import shutil
from pathlib import Path

import pytest
from builders import Table, checked, framework, scorecard
from folders import found_together

from scorecard.measure.assessment import Assessment, assess
from scorecard.project.folders import files_at
from scorecard.project.load import load_all

PROVINCE = "decision-766/cao-bang/2026-01--2026-09.toml"
METRICS = "decision-766-detail/dong-thap/2026-01--2026-10.toml"
REPORT = "mobilization/cao-bang/2021--2025.toml"
HALF_YEAR = "mobilization/nam-po/XXXX-H1.toml"

MISTAKES = [
    (PROVINCE, "value = 11.74", "value = 117.4", "SC403 publicity_points"),
    (PROVINCE, "value = 11.74", "value = 12.47", "SC601 score"),
    (PROVINCE, "rank = 18", "rank = 12", "SC702 rank"),
    (PROVINCE, "publicity_points ", "publicity_point ", "SC302 publicity_point"),
    (PROVINCE, 'value = 8.5, source = "portal#H14"', "value = 8.5", "SC901 online_services_points"),
    (PROVINCE, 'source = "portal#H14" }', 'source = "protal#H14" }', "SC303 source"),
    (PROVINCE, "published = 2026", "published = 2025", "SC904 published"),
    (PROVINCE, 'id = "cao-bang"', 'id = "dien-bien"', "SC701 id"),
    (PROVINCE, 'id = "cao-bang"', 'id = "cao-bnag"', "SC708 id"),
    (METRICS, '"45/52"', '"54/52"', "SC408 public_update_on_time"),
    (METRICS, '"45/52"', '"35/52"', "SC601 points"),
    (METRICS, '"Đồng Tháp"', '"Ðồng Tháp"', "SC801 vi"),
    (REPORT, "value = 4930,", "value = 4.930,", "SC409 dissemination_conferences"),
    (REPORT, "value = 4930,", "value = true,", "SC402 dissemination_conferences"),
    (HALF_YEAR, '"~201"', '"~210"', "SC405 production_value_total"),
    (HALF_YEAR, '"Friendly government', '"Friendly  government', "SC803 en"),
]


@pytest.fixture(scope="module")
def folder(several_frameworks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(several_frameworks, tmp_path_factory.mktemp("data") / "own"))


@pytest.mark.parametrize(
    ("name", "right", "wrong", "expected"), MISTAKES, ids=[each[-1] for each in MISTAKES]
)
def test_a_mistake_in_a_good_folder_is_one_finding(
    name: str, right: str, wrong: str, expected: str, folder: Path
) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), "utf-8")
    found = [
        (file.path, each)
        for file in load_all(map(Path, files_at([folder])))
        for each in file.findings
        if each.code != "SC703"
    ]
    path.write_text(text, "utf-8")
    ((where, finding),) = found
    code, _, what = expected.partition(" ")
    assert (where, finding.code) == (path, code)
    assert what in map(str, finding.path)


COUNTED = framework({"x": {"limits": [0, 1000]}, "y": {"unit": "percent"}})


def card(unit: str, figures: Table, *, parent: str | None = None) -> Assessment:
    return assess(scorecard(figures, id=unit, name=unit, parent=parent), COUNTED)


@pytest.mark.parametrize(
    ("own", "children", "expected"),
    [
        (30, [10, 20], []),
        (30, [10, 22], ["SC705"]),
        (30, [10, 18], ["SC706"]),
        (30, [10, 21], []),
        # Rounding explains one thing and one alone.
        ("~30", [10, 20], []),
        ("~30", [10, 40], ["SC705"]),
        (30, [10, None], []),
        (30, [40, None], ["SC705"]),
        (30, [None, None], []),
        (30, [30, {"absent": "not-applicable"}], []),
        (30, [20, {"absent": "not-applicable"}], ["SC706"]),
        (30, [], []),
        ({"absent": "missing"}, [10, 40], []),
        # What is wrong by itself says nothing of its family.
        (30, [10, 2000], []),
        (3000, [10, 20], []),
        (30.5, [10, 20], []),
    ],
)
def test_children_are_held_against_their_parent(
    own: object, children: list[object], expected: list[str]
) -> None:
    files = {"hue.toml": card("hue", {"x": own, "y": "1/2"})}
    for at, value in enumerate(children):
        figures = {"y": "3/4"} if value is None else {"x": value, "y": "3/4"}
        files[f"c-{at}.toml"] = card(f"c-{at}", figures, parent="hue")
    found = list(found_together(files))
    assert [each.code for _, each in found] == expected
    assert {name for name, _ in found} <= {"hue.toml"}


def test_children_without_a_parent_here_are_held_against_nothing() -> None:
    files = {f"c-{at}.toml": card(f"c-{at}", {"x": 10}, parent="hue") for at in range(2)}
    assert list(found_together(files)) == []


def test_a_parent_may_have_a_parent() -> None:
    files = {
        "viet-nam.toml": card("viet-nam", {"x": 30}),
        "hue.toml": card("hue", {"x": 40}, parent="viet-nam"),
        "c.toml": card("c", {"x": 50}, parent="hue"),
    }
    assert [(name, each.code) for name, each in found_together(files)] == [
        ("viet-nam.toml", "SC705"),
        ("hue.toml", "SC705"),
    ]


def test_a_unit_that_is_its_own_parent_agrees_with_itself() -> None:
    assert list(found_together({"hue.toml": card("hue", {"x": 30}, parent="hue")})) == []


def test_findings_are_those_of_the_file_alone() -> None:
    found = checked(card("hue", {"x": 5000, "z": 1, "y": {"absent": "missing"}}))
    assert sorted(each.code for each in found) == ["SC302", "SC403", "SC901"]
