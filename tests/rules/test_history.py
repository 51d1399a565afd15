"""Figures of one unit over its periods, and editions over time."""

import pytest
from builders import Table, framework, scorecard
from folders import folder as folder_of

from scorecard.measure.assessment import Assessment, assess
from scorecard.rules.history import older_editions, still_estimated

X: Table = {"unit": "things"}
TESTED = framework({"x": X, "y": {**X, "limits": [0, 5000]}, "z": {"method": "yes-no"}})


def card(period: str, figures: Table, *, unit: str = "hue", edition: str = "1") -> Assessment:
    under = TESTED.model_copy(update={"edition": edition})
    return assess(scorecard(figures, period=period, id=unit), under)


ESTIMATED = {"x": {"value": 12, "status": "estimated"}}
FINAL = {"x": {"value": 13, "status": "final"}}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([("2024", ESTIMATED), ("2025", FINAL)], [("2024", "2025")]),
        ([("2024-H1", ESTIMATED), ("2024", FINAL)], [("2024-H1", "2024")]),
        ([("2023", ESTIMATED), ("2024", FINAL), ("2025", FINAL)], [("2023", "2025")]),
        ([("2025", FINAL), ("2023", ESTIMATED), ("2024", FINAL)], [("2023", "2025")]),
        ([("2024", FINAL), ("2025", ESTIMATED)], []),
        ([("2024", ESTIMATED), ("2025", ESTIMATED)], []),
        ([("2024", ESTIMATED), ("2025", {"x": 13})], []),
        ([("2024", ESTIMATED), ("2025", {"x": {"value": 13, "status": "preliminary"}})], []),
        ([("2024", ESTIMATED), ("2025", {"y": {"value": 13, "status": "final"}})], []),
        ([("XXXX-H1", ESTIMATED), ("2025", FINAL)], []),
    ],
)
def test_an_estimate_does_not_stay_behind_a_final_figure(
    files: list[tuple[str, Table]], expected: list[tuple[str, str]]
) -> None:
    found = list(
        still_estimated(folder_of({period: card(period, figures) for period, figures in files}))
    )
    assert all(each.path == ("figures", "x", "status") for _, each in found)
    assert [(name, each.message) for name, each in found] == [
        (name, f'"x" is still estimated here, and final for {later} in {later}')
        for name, later in expected
    ]


def test_the_final_figure_of_another_unit_is_another_one() -> None:
    files = {"a": card("2024", ESTIMATED), "b": card("2025", FINAL, unit="lao-cai")}
    assert list(still_estimated(folder_of(files))) == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([("2025", "2022"), ("2025", "2022")], []),
        ([("2025", "2022"), ("2025", "2025")], [("0", "2022", "2025", "1")]),
        # Earlier times keep the edition that held then.
        ([("2021", "2022"), ("2025", "2025")], []),
        ([("2026", "2022"), ("2025", "2025")], [("0", "2022", "2025", "1")]),
        (
            [("2026", "2022"), ("2027", "2025"), ("2025", "2025")],
            [("0", "2022", "2025", "2")],
        ),
        ([("2025", "2022-9"), ("2025", "2022-10")], [("0", "2022-9", "2022-10", "1")]),
        ([("2025", "draft"), ("2025", "2025")], []),
        ([("XXXX-H1", "2022"), ("2025", "2025")], []),
        ([("XXXX-H1", "2022")], []),
    ],
)
def test_one_time_has_one_edition(
    files: list[tuple[str, str]], expected: list[tuple[str, str, str, str]]
) -> None:
    cards = {
        str(at): card(period, {}, unit=f"u-{at}", edition=edition)
        for at, (period, edition) in enumerate(files)
    }
    found = list(older_editions(folder_of(cards)))
    assert all(each.path == ("framework",) for _, each in found)
    assert [(name, each.message) for name, each in found] == [
        (
            name,
            f'edition "{own}" of "tested" is older than edition "{newer}", which {other} is under',
        )
        for name, own, newer, other in expected
    ]
