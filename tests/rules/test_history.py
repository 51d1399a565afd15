"""Figures of one unit over its periods, and editions over time."""

import pytest
from builders import Table, framework, scorecard
from folders import folder as folder_of
from folders import found_together

from scorecard.measure.assessment import Assessment, assess
from scorecard.rules.history import older_editions, still_estimated

X: Table = {"unit": "things"}
TESTED = framework({"x": X, "y": {**X, "limits": [0, 5000]}, "z": {"method": "yes-no"}})


def card(period: str, figures: Table, *, unit: str = "hue", edition: str = "1") -> Assessment:
    under = TESTED.model_copy(update={"edition": edition})
    return assess(scorecard(figures, period=period, id=unit), under)


def jumps(*values: object, name: str = "x") -> list[str]:
    """Return what is told of values in the years from 2021 on."""
    files = {f"{2021 + at}.toml": card(f"{2021 + at}", {name: v}) for at, v in enumerate(values)}
    return [
        f"{file}: {each.message}"
        for file, each in found_together(files)
        if each.code == "SC710" and each.path == ("figures", name, "value")
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((12, 12), []),
        ((12, 100), []),
        ((12, 117), []),
        ((12, 118), ['2022.toml: "x" is 118, about 10 times the 12 in 2021.toml']),
        ((12, 122), ['2022.toml: "x" is 122, about 10 times the 12 in 2021.toml']),
        ((12, 123), []),
        ((1204, 120.5), ['2022.toml: "x" is 120.5, about a 10th of the 1204 in 2021.toml']),
        ((74.34, 7434), ['2022.toml: "x" is 7434, about 100 times the 74.34 in 2021.toml']),
        ((2, 2000), ['2022.toml: "x" is 2000, about 1000 times the 2 in 2021.toml']),
        ((2, 20000), []),
        (("~12", ">120"), ['2022.toml: "x" is >120, about 10 times the ~12 in 2021.toml']),
        ((-12, -120), ['2022.toml: "x" is -120, about 10 times the -12 in 2021.toml']),
        ((-12, 120), []),
        ((0, 10), []),
        ((10, 0), []),
        (("1/18", "10/18"), []),
        (("1..2", "10..20"), []),
        (({"absent": "missing"}, 12), []),
        ((12, {"absent": "missing"}), []),
        # There and back is one slip, and what stays is none any more.
        ((12, 120, 12, 12), ['2022.toml: "x" is 120, about 10 times the 12 in 2021.toml']),
        ((12, 120, 120), ['2022.toml: "x" is 120, about 10 times the 12 in 2021.toml']),
        (
            (12, 120, 1200),
            [
                '2022.toml: "x" is 120, about 10 times the 12 in 2021.toml',
                '2023.toml: "x" is 1200, about 10 times the 120 in 2022.toml',
            ],
        ),
        (
            (12, 120, 12, 120),
            [
                '2022.toml: "x" is 120, about 10 times the 12 in 2021.toml',
                '2024.toml: "x" is 120, about 10 times the 12 in 2023.toml',
            ],
        ),
    ],
)
def test_a_slipped_mark_is_a_jump(values: tuple[object, ...], expected: list[str]) -> None:
    assert jumps(*values) == expected


def test_an_answer_does_not_jump() -> None:
    assert jumps(True, False, name="z") == []


@pytest.mark.parametrize("values", [(900, 9000), (9000, 900)])
def test_a_figure_that_is_wrong_by_itself_is_not_told_again(values: tuple[int, int]) -> None:
    assert jumps(*values, name="y") == []


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (card("2024", {"x": 12}), card("2025", {"x": 120}, unit="lao-cai")),
        (card("2024", {"x": 12}), card("2025", {"x": 120}, edition="2")),
        (card("2024", {"x": 12}), card("2025-H1", {"x": 120})),
        (card("2025-01/2025-06", {"x": 12}), card("2025-02/2025-07", {"x": 120})),
        (card("XXXX-H1", {"x": 12}), card("XXXX-H2", {"x": 120})),
        (card("2024", {}), card("2025", {"x": 120})),
    ],
    ids=["unit", "edition", "length", "overlap", "unstated", "absent"],
)
def test_only_a_figure_of_the_period_before_is_jumped_from(
    earlier: Assessment, later: Assessment
) -> None:
    found = found_together({"hue/a.toml": earlier, "hue/b.toml": later})
    assert [each.code for _, each in found if each.code == "SC710"] == []


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
