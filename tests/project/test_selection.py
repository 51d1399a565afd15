"""Which scorecards are shown: the latest of each unit, one framework, and who is a peer."""

from pathlib import Path
from typing import NamedTuple

import pytest

from scorecard.measure.assessment import Assessment
from scorecard.project.errors import CannotRunError
from scorecard.project.selection import Choice, latest, one_framework, peers, select
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
        'units under different frameworks cannot be compared: "hue" is under "f", edition 1, and '
        '"son-la" is under "f", edition 2'
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
    with pytest.raises(CannotRunError) as error:
        one_framework(*chosen(["units"], folder))
    assert str(error.value) == (
        '"f" and "g" are under two frameworks that are not the same, but both are "f", edition 1: '
        "give one of them another edition"
    )


def test_where_nothing_is_chosen_that_is_said(folder: Path) -> None:
    with pytest.raises(CannotRunError, match=r"scorecards here is of the level village$"):
        select(gather([], folder), Choice(level="village"))


def test_a_unit_is_ranked_among_the_latest_of_the_others_and_itself(folder: Path) -> None:
    opened = gather([], folder).everything
    by_name = {file.path.stem: file.assessment for file in opened}
    everything = [file.assessment for file in opened if file.assessment]
    quarter, service = by_name["c"], by_name["g"]
    assert quarter is not None
    assert service is not None
    assert names(peers(quarter, everything)) == ["hue 2025-Q1 mobilization", *MOBILIZATION[1:]]
    assert names(peers(service, everything)) == [SERVICE[1], SERVICE[0]]
    assert peers(quarter, []) == [quarter]
