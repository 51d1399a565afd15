"""Groups, bands and weights of a framework: none is idle, and they add up."""

from decimal import Decimal

import pytest
from builders import Table, framework

from scorecard.model.framework import Framework
from scorecard.rules.findings import check_framework


def told(checked: Framework) -> list[str]:
    return [
        f"{each.code} {'.'.join(map(str, each.path))}: {each.message}"
        for each in check_framework(checked)
    ]


@pytest.mark.parametrize(
    ("bands", "cap", "expected"),
    [
        ({}, 1, []),
        ({"good": 80, "weak": 0}, 1, []),
        ({"good": 100, "weak": 0}, 1, []),
        (
            {"good": 80, "fair": 50},
            1,
            ['SC505 bands.1.from: the lowest band, "fair", starts at 50, and scores start at 0'],
        ),
        (
            {"good": 80, "weak": -5},
            1,
            ['SC505 bands.1.from: the lowest band, "weak", starts at -5, and scores start at 0'],
        ),
        (
            {"best": 110, "weak": 0},
            1,
            [
                (
                    'SC506 bands.0.from: no score reaches the band "best": it starts at 110, and '
                    "the highest score is 100"
                )
            ],
        ),
        ({"best": 110, "weak": 0}, 1.2, []),
        (
            {"best": 110},
            1,
            [
                (
                    'SC506 bands.0.from: no score reaches the band "best": it starts at 110, and '
                    "the highest score is 100"
                )
            ],
        ),
    ],
)
def test_each_score_has_a_band_and_each_band_a_score(
    bands: Table, cap: float, expected: list[str]
) -> None:
    assert told(framework({"x": {}}, bands, {"cap": cap})) == expected


@pytest.mark.parametrize(
    ("points", "added"),
    [
        ((60, 40), None),
        ((60, 39.5), "99.5"),
        ((60, 50), "110"),
        ((60, 51), None),
        ((60, 30), "90"),
        ((60, 29), None),
        ((1, 1), None),
        # Where not all are stated, nothing was meant to add up.
        ((98, None), None),
    ],
)
def test_points_that_nearly_add_up_to_100_do(
    points: tuple[float | None, ...], added: str | None
) -> None:
    indicators = {
        f"x{at}": {} if each is None else {"points": each} for at, each in enumerate(points)
    }
    expected = (
        f"SC507 indicators: the points of all indicators add up to {added}, which is nearly 100"
    )
    assert told(framework(indicators)) == ([expected] if added else [])


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"points": 5}, []),
        ({"direction": "none"}, []),
        (
            {"direction": "none", "points": 5},
            ['points = … says nothing here: direction "none" earns none'],
        ),
        ({"baseline": 5}, ['baseline = … says nothing here: method "ratio" does not use it']),
        ({"baseline": 5, "method": "baseline", "target": 9}, []),
        ({"steps": [[5, 1]]}, ['steps = … says nothing here: method "ratio" does not use them']),
        ({"steps": [[5, 1]], "method": "steps"}, []),
    ],
)
def test_what_is_stated_is_used(keys: Table, expected: list[str]) -> None:
    key = expected[0].partition(" ")[0] if expected else ""
    assert told(framework({"x": keys})) == [
        f"SC508 indicators.0.{key}: {each}" for each in expected
    ]


def with_groups(*groups: str, of: str) -> Framework:
    data = framework({"x": {}}).model_dump(by_alias=True)
    data["groups"] = [{"id": name, "name": name} for name in groups]
    data["indicators"][0]["group"] = of
    data["indicators"].append({**data["indicators"][0], "id": "y"})
    return Framework.model_validate(data)


@pytest.mark.parametrize(
    ("groups", "of", "expected"),
    [
        (["all"], "all", []),
        (["all", "more"], "all", ['SC504 groups.1.id: no indicator belongs to the group "more"']),
        # The empty group is the one that was meant, and its name is told once.
        (["all"], "al", ['SC305 indicators.0.group: there is no group "al"']),
    ],
)
def test_each_group_has_an_indicator(groups: list[str], of: str, expected: list[str]) -> None:
    assert told(with_groups(*groups, of=of)) == expected


def nearly(added: str, scale: str) -> list[str]:
    return [
        f"SC507 indicators: the points of all indicators add up to {added}, which is nearly {scale}"
    ]


@pytest.mark.parametrize(
    ("points", "scale", "expected"),
    [
        (["60", "35"], 100, nearly("95", "100")),
        (["60", "40"], 100, []),
        (["60", "29"], 100, []),
        # The scale of the framework is what counts: 105 points are not nearly 10.
        (["60", "45"], 10, []),
        (["6", "3.5"], 10, nearly("9.5", "10")),
        (["600", "390"], 1000, nearly("990", "1000")),
        # Thirds and sixths, as they are printed.
        (["33.333334", "33.333334", "33.333335"], 100, []),
        (["33.3", "33.3", "33.3"], 100, []),
        (["33", "33", "33"], 100, nearly("99", "100")),
        (["33.3", "33.3", "33.6"], 100, []),
        (["33.3", "33.3", "33.8"], 100, nearly("100.4", "100")),
        # A penalty is on top.
        (["60", "40", "-5"], 100, []),
    ],
)
def test_points_that_nearly_add_up_to_the_scale(
    points: list[str], scale: int, expected: list[str]
) -> None:
    listed = {f"x{place}": {"points": Decimal(each)} for place, each in enumerate(points)}
    assert told(framework(listed, scoring={"scale": scale})) == expected


def test_a_bonus_is_not_among_the_points_that_add_up() -> None:
    listed: dict[str, Table] = {"x": {"points": 100}, "y": {"points": 5, "bonus": True}}
    assert told(framework(listed)) == []
