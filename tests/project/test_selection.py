"""Which scorecards are shown: the latest of each unit, one framework, and who is a peer."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from command import run

from scorecard.measure.assessment import Assessment
from scorecard.project.errors import CannotRunError
from scorecard.project.selection import (
    Choice,
    latest,
    of_one_period,
    one_framework,
    refuse_two_meanings,
    select,
)
from scorecard.project.targets import Gathered, gather, read_period


class Card(NamedTuple):
    """What a scorecard is chosen by."""

    unit: str
    period: str = "2025"
    framework: str = "mobilization"
    level: str = "province"


CARDS = {
    "a": Card("hue", "2024"),
    "b": Card("hue", "2025-H1"),
    "c": Card("hue", "2025-Q1"),
    "d": Card("lao-cai", "2024"),
    "e": Card("sa-pa", "2023", level="district"),
    "f": Card("hue", "2023", "decision-766"),
    "g": Card("son-la", "2023", "decision-766"),
    "h": Card("can-tho", "2023", "decision-766-detail"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return put("units", CARDS)


def put(folder: str, cards: dict[str, Card]) -> Path:
    Path(folder).mkdir()
    for name, card in cards.items():
        Path(folder, f"{name}.toml").write_text(
            f'format = 1\nframework = "{card.framework}"\nperiod = "{card.period}"\n'
            f'unit = {{ id = "{card.unit}", name = "{card.unit}", level = "{card.level}" }}\n'
            "figures = {}\n",
            encoding="utf-8",
        )
    return Path(folder)


def names(assessments: list[Assessment]) -> list[str]:
    cards = [each.scorecard for each in assessments]
    return [f"{card.unit.id} {card.period.text} {card.framework}" for card in cards]


MOBILIZATION = ["hue 2025-H1 mobilization", "lao-cai 2024 mobilization", "sa-pa 2023 mobilization"]
SERVICE = ["hue 2023 decision-766", "son-la 2023 decision-766"]
DETAIL = ["can-tho 2023 decision-766-detail"]


@pytest.mark.parametrize(
    ("targets", "choice", "expected"),
    [
        # The latest of each unit under each framework: what ends last, and starts last of those.
        ([], Choice(), [*MOBILIZATION, SERVICE[0], SERVICE[1], *DETAIL]),
        (["hue"], Choice(), [MOBILIZATION[0], SERVICE[0]]),
        (["hue@2025-Q1"], Choice(), ["hue 2025-Q1 mobilization"]),
        # Files that were named are all taken, and go before what is found.
        (
            ["units/a.toml", "units/c.toml", "hue"],
            Choice(),
            [
                "hue 2024 mobilization",
                "hue 2025-Q1 mobilization",
                MOBILIZATION[0],
                SERVICE[0],
            ],
        ),
        ([], Choice(framework="decision-766"), SERVICE),
        ([], Choice(level="district"), [MOBILIZATION[2]]),
        (
            [],
            Choice(period=read_period("2024-01/2024-12")),
            ["hue 2024 mobilization", MOBILIZATION[1]],
        ),
        (
            ["units/a.toml", "units/f.toml"],
            Choice(framework="decision-766", period=read_period("2023")),
            [SERVICE[0]],
        ),
    ],
)
def test_what_is_chosen(
    targets: list[str], choice: Choice, expected: list[str], folder: Path
) -> None:
    assert names(select(gather(targets, folder), choice)) == expected


@pytest.mark.parametrize(
    ("framework", "hint"),
    [
        ("mobilisation", 'did you mean "mobilization"?'),
        ("poverty", "there is decision-766, decision-766-detail, mobilization"),
    ],
)
def test_a_framework_that_nothing_is_under(framework: str, hint: str, folder: Path) -> None:
    with pytest.raises(CannotRunError) as error:
        select(gather([], folder), Choice(framework=framework))
    assert str(error.value) == f'no scorecard is under a framework "{framework}": {hint}'


def test_where_nothing_can_be_measured_nothing_is_chosen(folder: Path) -> None:
    (folder / "broken.toml").write_text("format = ", encoding="utf-8")
    gathered = gather(["units/broken.toml"], folder)
    assert select(gathered, Choice(framework="poverty")) == []


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (["2024", "2025"], "2025"),
        (["2025", "2024"], "2025"),
        (["2025", "2025-Q4"], "2025-Q4"),
        (["2025-Q4", "2025"], "2025-Q4"),
        (["2021/2025", "2025-H1"], "2021/2025"),
        (["XXXX-H1", "2001"], "2001"),
        (["2001", "XXXX-H1"], "2001"),
        # Which of two years is later cannot be told where neither is stated: the last is taken.
        (["XXXX-H2", "XXXX-H1"], "XXXX-H2"),
        (["XXXX-H1", "XXXX-H2"], "XXXX-H2"),
    ],
)
def test_the_latest_period(
    periods: list[str], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = put("units", {str(n): Card("hue", period) for n, period in enumerate(periods)})
    files = gather([], folder).everything
    (found,) = latest(file.assessment for file in files if file.assessment)
    assert found.scorecard.period.text == expected


def chosen(targets: list[str], folder: Path) -> tuple[list[Assessment], Gathered]:
    gathered = gather(targets, folder)
    return select(gathered, Choice()), gathered


@pytest.mark.parametrize(
    ("targets", "expected", "others"),
    [
        ([], MOBILIZATION, [("decision-766", "2022"), ("decision-766-detail", "2022")]),
        (["hue"], ["hue 2023 decision-766"], [("mobilization", "2025")]),
        # Among equals the one in which more of the named units are.
        (["hue", "lao-cai"], MOBILIZATION[:2], [("decision-766", "2022")]),
        (["hue", "son-la"], SERVICE, [("mobilization", "2025")]),
        (["units/a.toml", "units/d.toml"], ["hue 2024 mobilization", MOBILIZATION[1]], []),
        (["units/g.toml"], [SERVICE[1]], []),
    ],
)
def test_the_framework_of_most_units_is_taken(
    targets: list[str], expected: list[str], others: list[tuple[str, str]], folder: Path
) -> None:
    kept, left = one_framework(*chosen(targets, folder))
    assert names(kept) == expected
    assert left == others


@pytest.mark.parametrize(
    ("targets", "kept", "left"),
    [
        (["lao-cai", "son-la"], ("son-la", "decision-766"), ("lao-cai", "mobilization")),
        (["units/a.toml", "units/g.toml"], ("son-la", "decision-766"), ("hue", "mobilization")),
        (["units/g.toml", "units"], ("hue", "mobilization"), ("son-la", "decision-766")),
    ],
)
def test_what_was_named_is_never_left_out(
    targets: list[str], kept: tuple[str, str], left: tuple[str, str], folder: Path
) -> None:
    with pytest.raises(CannotRunError) as error:
        one_framework(*chosen(targets, folder))
    editions = {"decision-766": "2022", "mobilization": "2025"}
    both = [f'"{unit}" is under "{of}", edition {editions[of]}' for unit, of in (kept, left)]
    assert str(error.value) == (
        f"units under different frameworks cannot be compared: {both[0]}, and {both[1]}"
    )


def test_the_framework_of_a_named_unit_goes_before_that_of_a_folder(folder: Path) -> None:
    kept, _ = one_framework(*chosen(["can-tho", "units"], folder))
    assert names(kept) == DETAIL


def test_editions_of_one_framework_are_not_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for edition in ("1", "2"):
        Path(f"f{edition}.toml").write_text(
            f'format = 1\nid = "f"\nedition = "{edition}"\nname = "F"\nbasis = "Decision 1"\n'
            "groups = []\nindicators = []\n",
            encoding="utf-8",
        )
    cards = {"a": Card("hue", framework="../f1.toml"), "b": Card("son-la", framework="../f2.toml")}
    with pytest.raises(CannotRunError) as error:
        one_framework(*chosen(["hue", "son-la"], put("units", cards)))
    assert str(error.value) == (
        'units under different frameworks cannot be compared: "son-la" is under "f", edition 2, '
        'and "hue" is under "f", edition 1'
    )


INDICATOR = 'group = "g"\nkind = "stock"\nunit = "houses"\ndirection = "higher"\n'
TWO = f"""
format = 1
id = "f"
edition = "1"
name = "F"
basis = "Decision 1"
groups = [{{ id = "g", name = "G" }}]
[[indicators]]
id = "x"
name = "X"
{INDICATOR}
[[indicators]]
id = "y"
name = "Y"
{INDICATOR}
"""


@pytest.mark.parametrize(
    ("old", "new"), [('"x"', '"z"'), ('name = "X"', 'name = "X"\ntarget = 5'), ("houses", "roads")]
)
def test_frameworks_of_one_id_and_edition_must_be_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("f", TWO), ("same", f"{TWO}\n# the same"), ("g", TWO.replace(old, new, 1))):
        Path(f"{name}.toml").write_text(text, "utf-8")
    cards = {name: Card(name, framework=f"../{name}.toml") for name in ("f", "same", "g")}
    folder = put("units", cards)
    kept, others = one_framework(*chosen(["f", "same"], folder))
    assert ([each.scorecard.unit.id for each in kept], others) == (["f", "same"], [])
    refuse_two_meanings(kept)
    all_of_them, _ = one_framework(*chosen(["units"], folder))
    with pytest.raises(CannotRunError) as error:
        refuse_two_meanings(all_of_them)
    assert str(error.value) == (
        '"f" and "g" are under two frameworks that are not the same, but both are "f", edition 1: '
        "give one of them another edition"
    )


def test_where_nothing_is_chosen_that_is_said(folder: Path) -> None:
    with pytest.raises(
        CannotRunError,
        match=r"of the level village; there are such of the level province, district$",
    ):
        select(gather([], folder), Choice(level="village"))


PERIODS = [
    # units and their periods, the level with most of them first; what is compared, what is not
    ({"a": "2025", "b": "2025", "c": "2025"}, "a b c", "", ""),
    # One that is early is not held against those of the period before.
    ({"a": "2025 2026", "b": "2025", "c": "2025"}, "a b c", "a 2026", ""),
    ({"a": "2025 2026", "b": "2025 2026", "c": "2025"}, "a b", "", "c 2025"),
    (
        {"a": "2025 2026", "b": "2025 2026", "c": "2025", "d": "2025"},
        "a b c d",
        "a 2026 b 2026",
        "",
    ),
    # Where no period has more than half, it is the latest.
    ({"a": "2024", "b": "2025", "c": "2026"}, "c", "", "a 2024 b 2025"),
    ({"a": "2025", "b": "2025-01/2025-12", "c": "2024"}, "a b", "", "c 2024"),
]


@pytest.mark.parametrize(("units", "shown", "later", "lacking"), PERIODS)
def test_units_are_compared_for_the_period_that_more_than_half_of_them_have(
    units: dict[str, str], shown: str, later: str, lacking: str, tmp_path: Path
) -> None:
    cards = {
        f"{unit}-{number}": Card(unit, period)
        for unit, periods in units.items()
        for number, period in enumerate(periods.split())
    }
    cards["x"] = Card("x", "2026", level="district")
    (tmp_path / "here").mkdir()
    folder = put(str(tmp_path / "here" / "units"), cards)
    gathered = gather([str(folder)], folder)
    found = of_one_period(select(gathered, Choice(), every_period=True), gathered)
    by_level = [each for each in found.chosen if each.scorecard.unit.id != "x"]
    assert " ".join(each.scorecard.unit.id for each in by_level) == shown
    assert spelled(found.later).replace(" x 2026", "").replace("x 2026", "") == later
    assert spelled(found.lacking).replace(" x 2026", "").replace("x 2026", "") == lacking


def spelled(assessments: Iterable[Assessment]) -> str:
    cards = [each.scorecard for each in assessments]
    return " ".join(f"{card.unit.id} {card.period.text}" for card in cards)


def test_files_that_are_named_are_compared_whatever_their_periods(folder: Path) -> None:
    gathered = gather(["units/a.toml", "units/d.toml", "lao-cai"], folder)
    found = of_one_period(select(gathered, Choice(), every_period=True), gathered)
    assert (names(found.chosen), found.lacking) == (
        ["hue 2024 mobilization", "lao-cai 2024 mobilization"],
        (),
    )


SETTINGS = 'framework = "decision-766"\nlevel = "province"\n'


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ((), ["cao-bang"]),
        (("--framework", "decision-766"), ["cao-bang"]),
        (("--level", "commune"), ["alba"]),
        (("--framework", "mobilization"), ["nam-po"]),
    ],
)
def test_the_settings_of_a_folder_say_what_is_compared(
    tmp_path: Path, words: tuple[str, ...], units: list[str]
) -> None:
    data = Path(__file__).parents[2] / "scorecards"
    for each in ("decision-766/cao-bang", "gia-lai-communes/alba", "mobilization/nam-po"):
        shutil.copytree(data / each, tmp_path / each)
    (tmp_path / "scorecard.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "mobilization" / "scorecard.toml").write_text("expect = []\n", "utf-8")
    ran = run("compare", tmp_path, *words, "-f", "json")
    assert [each["id"] for each in json.loads(ran.out)["units"]] == units
    told = "scorecards under other frameworks are not shown: mobilization" in ran.out
    assert told is ("--framework" not in words)
    one = tmp_path / "gia-lai-communes" / "alba" / "2026-01--2026-10.toml"
    ran = run("compare", one, "-f", "json")
    assert [each["id"] for each in json.loads(ran.out)["units"]] == ["alba"]
