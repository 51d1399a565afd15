"""Slips of the keyboard: in a figure, and in its plan."""

import pytest
from builders import Table, framework, scorecard
from folders import found_together

from scorecard.measure.assessment import Assessment, assess

X: Table = {"unit": "things"}
TESTED = framework(
    {
        "x": X,
        "y": {**X, "limits": [0, 5000]},
        "z": {"method": "yes-no"},
        "aimed": {**X, "target": 4000},
        "share": {"unit": "percent", "target": 100},
        "own": {**X, "target": "own"},
        "beyond": {"unit": "percent", "limits": [0, 1], "target": 100},
    }
)


def card(period: str, figures: Table, *, edition: str = "1", **unit: object) -> Assessment:
    under = TESTED.model_copy(update={"edition": edition})
    return assess(scorecard(figures, period=period, **unit), under)


def told(files: dict[str, Assessment]) -> list[str]:
    """Return what is told of slips, each with its file and the number that may be meant."""
    found = [(name, each) for name, each in found_together(files) if each.code == "SC710"]
    return [f"{name}: {each.message} ({each.arguments['meant']})" for name, each in found]


def yearly(*values: object, name: str = "x") -> list[str]:
    """Return what is told of values in the years from 2021 on."""
    return told(
        {f"{2021 + at}.toml": card(f"{2021 + at}", {name: v}) for at, v in enumerate(values)}
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((12, 12), []),
        ((12, 60), []),
        ((12, 61), ['2022.toml: "x" is 61, but 12 in 2021.toml (6.1)']),
        ((12, 240), ['2022.toml: "x" is 240, but 12 in 2021.toml (24)']),
        ((12, 241), []),
        ((1204, 120.5), ['2022.toml: "x" is 120.5, but 1204 in 2021.toml (1205)']),
        ((74.34, 7434), ['2022.toml: "x" is 7434, but 74.34 in 2021.toml (74.34)']),
        ((2, 2000), ['2022.toml: "x" is 2000, but 2 in 2021.toml (2)']),
        ((2, 20000), []),
        (("~12", ">120"), ['2022.toml: "x" is >120, but ~12 in 2021.toml (>12)']),
        ((-12, -120), ['2022.toml: "x" is -120, but -12 in 2021.toml (-12)']),
        ((-12, 120), []),
        ((0, 10), []),
        ((10, 0), []),
        (("1/18", "10/18"), []),
        (("1..2", "10..20"), []),
        (({"absent": "missing"}, 12), []),
        ((12, {"absent": "missing"}), []),
        # There and back is one slip, and what stays is none any more.
        ((12, 120, 12, 12), ['2022.toml: "x" is 120, but 12 in 2021.toml (12)']),
        ((12, 120, 120), ['2022.toml: "x" is 120, but 12 in 2021.toml (12)']),
        (
            (12, 120, 1200),
            [
                '2022.toml: "x" is 120, but 12 in 2021.toml (12)',
                '2023.toml: "x" is 1200, but 120 in 2022.toml (120)',
            ],
        ),
    ],
)
def test_a_figure_is_held_against_the_last_one(
    values: tuple[object, ...], expected: list[str]
) -> None:
    assert yearly(*values) == expected


def test_a_target_beyond_its_limits_tells_nothing() -> None:
    assert yearly(0.95, name="share") == ['2021.toml: "share" is 0.95, but the target is 100 (95)']
    assert yearly(0.95, name="beyond") == []


def test_an_answer_is_no_number() -> None:
    assert yearly(True, False, name="z") == []


@pytest.mark.parametrize("values", [(900, 9000), (9000, 900)])
def test_a_figure_that_is_wrong_by_itself_is_not_told_again(values: tuple[int, int]) -> None:
    assert yearly(*values, name="y") == []


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (card("2024", {"x": 12}), card("2025", {"x": 120}, id="lao-cai")),
        (card("2024", {"x": 12}), card("2025", {"x": 120}, edition="2")),
        (card("2024", {"x": 12}), card("2025-H1", {"x": 120})),
        (card("2025-01/2025-06", {"x": 12}), card("2025-02/2025-07", {"x": 120})),
        (card("XXXX-H1", {"x": 12}), card("XXXX-H2", {"x": 120})),
        (card("2024", {}), card("2025", {"x": 120})),
    ],
    ids=["unit", "edition", "length", "overlap", "unstated", "absent"],
)
def test_only_the_period_before_is_the_last_one(earlier: Assessment, later: Assessment) -> None:
    assert told({"hue/a.toml": earlier, "hue/b.toml": later}) == []


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"aimed": 4.107}, '"aimed" is 4.107, but the target is 4000 (4107)'),
        ({"aimed": ">4.107"}, '"aimed" is >4.107, but the target is 4000 (>4107)'),
        ({"aimed": 41.07}, ""),
        ({"aimed": 1.107}, ""),
        ({"aimed": 400}, ""),
        ({"aimed": {"value": 4.107, "target": 5}}, ""),
        (
            {"aimed": {"value": 4.107, "target": 5000}},
            '"aimed" is 4.107, but the target is 5000 (4107)',
        ),
        ({"x": 4.107}, ""),
        ({"share": 0.9745}, '"share" is 0.9745, but the target is 100 (97.45)'),
        ({"share": 1}, '"share" is 1, but the target is 100 (100)'),
        ({"share": 0.4}, ""),
        ({"share": 9.5}, ""),
        ({"share": 0}, ""),
        (
            {"aimed": {"value": 4200, "target": "4.107"}},
            'the target of "aimed" is 4.107, but the target is 4000 (4107)',
        ),
    ],
)
def test_a_dot_or_a_share_of_one_is_held_against_the_target(figures: Table, expected: str) -> None:
    assert told({"a.toml": card("2025", figures)}) == ([f"a.toml: {expected}"] if expected else [])


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2025-H1", ['a.toml: "aimed" is 1.107, but the target is 4000 (1107)']),
        ("2025-Q1", ['a.toml: "aimed" is 1.107, but the target is 4000 (1107)']),
        ("2021/2025", []),
    ],
)
def test_a_part_of_a_year_with_a_dot_is_held_against_a_part_of_the_plan(
    period: str, expected: list[str]
) -> None:
    assert told({"a.toml": card(period, {"aimed": 1.107})}) == expected
    assert told({"a.toml": card(period, {"share": 0.3})}) == []


def beside(name: str, own: object, *others: object, level: str = "province") -> list[str]:
    files = {"hue.toml": card("2025", {name: own})}
    for at, value in enumerate(others):
        files[f"c-{at}.toml"] = card("2025", {name: value}, id=f"c-{at}", level=level)
    return told(files)


def test_a_figure_is_held_against_the_median_of_at_least_five_units_beside_it() -> None:
    words = '"x" is 974.5, but the median of 5 units beside it is 97'
    assert beside("x", 974.5, 95, 96, 97, 98, 99) == [f"hue.toml: {words} (97.45)"]
    assert beside("x", 974.5, 95, 96, 97, 98) == []
    assert beside("x", 974.5, 95, 96, 97, 98, {"absent": "missing"}) == []
    assert beside("x", 974.5, 95, 96, 97, 98, 99, level="district") == []
    assert beside("x", 174.5, 95, 96, 97, 98, 99) == []
    assert beside("x", 9.745, 95, 96, 97, 98, 99) != []
    # Units that differ by themselves say nothing of another.
    assert beside("x", 974.5, 40, 96, 97, 98, 99) == []
    assert beside("x", 974.5, 95, 96, 97, 98, 191) == []
    assert beside("x", 9.745, 95, 96, 97, 98, 191) == []


def test_a_unit_that_is_as_much_larger_as_its_target_is_no_slip() -> None:
    other: Table = {"value": 97, "target": 100}
    assert beside("own", {"value": 974, "target": 1000}, *[other] * 5) == []
    assert beside("own", {"value": 97, "target": 1000}, *[other] * 5) == [
        'hue.toml: the target of "own" is 1000, but the median of 5 units beside it is 100 (100)'
    ]


def test_a_plan_is_held_against_the_last_plan() -> None:
    assert yearly({"value": 90, "target": 100}, {"value": 900, "target": 10}, name="own") == [
        '2022.toml: "own" is 900, but 90 in 2021.toml (90)'
    ]
    values: list[Table] = [{"value": 90, "target": 100}, {"value": 95, "target": 1000}]
    words = 'the target of "own" is 1000, but 100 in 2021.toml (100)'
    assert yearly(*values, name="own") == [f"2022.toml: {words}"]


def test_a_range_is_no_number_that_a_plan_slips_from() -> None:
    for plans in (("10..13", 100), (100, "10..13"), ("10..13", "100..130")):
        assert yearly(*({"value": 50, "target": plan} for plan in plans), name="own") == []


def test_a_figure_of_its_usual_size_is_no_slip_beside_smaller_units() -> None:
    files = {"2024.toml": card("2024", {"x": 970}), "2025.toml": card("2025", {"x": 974})}
    files |= {f"c-{at}.toml": card("2025", {"x": 97}, id=f"c-{at}") for at in range(5)}
    assert told(files) == []


SHARES = ("1146/1248", "1100/1200", "1010/1090", "560/600", "90/96")


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (974.5, '"share" is 974.5, but the median of 5 units beside it is 92.66 (97.45)'),
        (9.745, '"share" is 9.745, but the median of 5 units beside it is 92.66 (97.45)'),
        (0.9745, '"share" is 0.9745, but the target is 100 (97.45)'),
        ("113.6/1248", '"share" is 113.6/1248, but the median of 5 units beside it is 92.66'),
        (97.45, ""),
        ("1136/1248", ""),
        # It would be 180 %.
        ("18/100", ""),
        ("0/0", ""),
        ("0/1248", ""),
    ],
)
def test_a_figure_is_held_against_the_ratio_of_shares_beside_it(own: object, expected: str) -> None:
    meant = " (1136/1248)" if isinstance(own, str) and expected else ""
    found = beside("share", own, *SHARES)
    assert found == ([f"hue.toml: {expected}{meant}"] if expected else [])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("1146/1248", 974.5), ['2022.toml: "share" is 974.5, but 1146/1248 in 2021.toml (97.45)']),
        (("1146/1248", 9.745), ['2022.toml: "share" is 9.745, but 1146/1248 in 2021.toml (97.45)']),
        (
            ("1146/1248", 0.9745),
            ['2022.toml: "share" is 0.9745, but the target is 100 (97.45)'],
        ),
        (
            ("1146/1248", "113.6/1248"),
            ['2022.toml: "share" is 113.6/1248, but 1146/1248 in 2021.toml (1136/1248)'],
        ),
        (
            ("1146/1248", "1136/12480", "1140/1248"),
            ['2022.toml: "share" is 1136/12480, but 1146/1248 in 2021.toml (1136/1248)'],
        ),
        (
            (91.8, "1136/12480"),
            ['2022.toml: "share" is 1136/12480, but 91.8 in 2021.toml (11360/12480)'],
        ),
        (
            (104.2, "129/1248"),
            ['2022.toml: "share" is 129/1248, but 104.2 in 2021.toml (1290/1248)'],
        ),
        # Both have grown, or too few are more than a tenth.
        (("1146/1248", "11360/12480"), []),
        (("7/80", "90/1000"), []),
        (("90/100", "17/100"), []),
        (("0/1248", "1136/12480"), []),
        (("0/0", "1136/12480"), []),
        # A small share is no part of 1.
        (("9/1248", "10/1248"), []),
        (("9/1248",), []),
    ],
)
def test_a_share_is_held_against_the_last_one(
    values: tuple[object, ...], expected: list[str]
) -> None:
    assert yearly(*values, name="share") == expected


def test_the_whole_of_what_is_counted_is_its_plan() -> None:
    assert yearly("12/18", "1.2/18") == ['2022.toml: "x" is 1.2/18, but 12/18 in 2021.toml (12/18)']
    assert yearly("12/18", "12/180") == ['2022.toml: "x" is 12/180, but 12/18 in 2021.toml (12/18)']
    assert yearly("12/18", "120/180") == []
    assert yearly(12, "120/180") == []
    assert yearly(12, "120/1800") == ['2022.toml: "x" is 120/1800, but 12 in 2021.toml (12/1800)']


def test_a_share_that_is_wrong_by_itself_is_not_told_again() -> None:
    files = {f"{year}.toml": card(year, {"y": "1/18"}) for year in ("2024", "2025")}
    assert told(files) == []
    assert yearly("-9/18", "-9/180", name="y") == []


def test_an_answer_is_no_plan_that_slips() -> None:
    files = {
        f"{year}.toml": card(year, {"own": {"value": 100, "target": target}})
        for year, target in (("2024", 100), ("2025", True))
    }
    assert told(files) == []
