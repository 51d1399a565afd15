"""Frameworks: defaults, every field accepted and refused, closed at every level."""

from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from scorecard.model.framework import Framework, Indicator
from scorecard.numbers import period, quantity

Path = tuple[str | int, ...]

INDICATOR: dict[str, Any] = {
    "id": "dossiers_online",
    "group": "digital",
    "name": {"en": "Dossiers settled online"},
    "unit": "percent",
    "kind": "rate",
    "direction": "higher",
}
SMALL: dict[str, Any] = {
    "format": 1,
    "id": "mobilization",
    "edition": "2025",
    "name": "Mobilization",
    "basis": "Decision 1",
    "groups": [{"id": "digital", "name": "Digital government"}],
    "indicators": [INDICATOR],
}
FULL: dict[str, Any] = SMALL | {
    "scoring": {"cap": 1.2, "coverage": 0.75, "near": 0.95},
    "bands": [{"id": "good", "name": {"en": "Good", "vi": "Tốt"}, "from": 80}],
    "indicators": [
        INDICATOR
        | {
            "method": "steps",
            "target": [
                {
                    "value": ">95",
                    "id": "stage_1",
                    "basis": "external",
                    "source": "Decision 5",
                    "period": "2025",
                },
                {"value": 100, "basis": "ceiling"},
            ],
            "points": 10,
            "limits": [0, 100],
            "parts": ["one", "two"],
            "baseline": "~12.5",
            "steps": [[95, 1], [90, 0.5]],
        }
    ],
}


def changed(data: dict[str, Any], path: Path, value: object) -> dict[str, Any]:
    """The data with another value at the path."""
    data = deepcopy(data)
    holder: Any = data
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = value
    return data


def indicator(**fields: object) -> Indicator:
    return Indicator.model_validate(INDICATOR | fields)


def test_what_a_framework_leaves_out_has_its_stated_default() -> None:
    framework = Framework.model_validate(SMALL)
    scoring = framework.scoring
    assert [scoring.cap, scoring.coverage, scoring.near] == [1, Decimal("0.8"), Decimal("0.9")]
    assert framework.bands == []
    found = framework.indicators[0]
    assert (found.method, found.target) == ("ratio", [])
    assert found.points == 1
    assert (found.limits, found.parts, found.baseline, found.steps) == (None, [], None, [])


def test_every_field_is_read_exactly() -> None:
    framework = Framework.model_validate(FULL)
    assert framework.scoring.cap == Decimal("1.2")
    assert framework.bands[0].id == "good"
    assert framework.bands[0].start == 80
    found = framework.indicators[0]
    assert isinstance(found.target, list)
    first, second = found.target
    assert (first.value, first.id, first.basis) == (quantity.parse(">95"), "stage_1", "external")
    assert (first.source, first.period) == ("Decision 5", period.parse("2025"))
    assert (second.value, second.basis) == (quantity.parse("100"), "ceiling")
    assert found.points == 10
    assert found.limits == [Decimal(0), Decimal(100)]
    assert found.parts == ["one", "two"]
    assert found.baseline == quantity.parse("~12.5")
    assert found.steps == [[95, 1], [90, Decimal("0.5")]]


@pytest.mark.parametrize(
    ("target", "values", "bases"),
    [
        ("none", [], []),
        ([], [], []),
        (100, ["100"], ["stated"]),
        (">95", [">95"], ["stated"]),
        ("6.6..6.8", ["6.6..6.8"], ["stated"]),
        ({"value": 100, "basis": "implied"}, ["100"], ["implied"]),
        ([{"value": 1}, {"value": 2, "id": "later"}], ["1", "2"], ["stated", "stated"]),
    ],
)
def test_a_target_is_a_quantity_a_table_several_tables_or_none(
    target: object, values: list[str], bases: list[str]
) -> None:
    found = indicator(target=target).target
    assert isinstance(found, list)
    assert [quantity.spell(each.value) for each in found] == values
    assert [each.basis for each in found] == bases


@pytest.mark.parametrize(
    ("unit", "percent"),
    [
        ("percent", True),
        ("count", False),
        ("hectares", False),
        ({"en": "percent"}, False),
    ],
)
def test_only_the_known_unit_percent_is_a_percentage(unit: object, percent: bool) -> None:
    assert indicator(unit=unit).percent is percent


@pytest.mark.parametrize(
    ("field", "choices"),
    [
        ("kind", ["rate", "stock", "flow"]),
        ("direction", ["higher", "lower", "within", "none"]),
        ("method", ["ratio", "baseline", "within", "yes-no", "steps"]),
    ],
)
def test_the_choices_of_an_indicator(field: str, choices: list[str]) -> None:
    for choice in choices:
        assert getattr(indicator(**{field: choice}), field) == choice
    for other in ("", "Rate", "other", None, 1):
        with pytest.raises(ValidationError):
            indicator(**{field: other})


FIRST: Path = ("indicators", 0)
REFUSED: list[tuple[Path, object]] = [
    (("format",), 2),
    (("id",), "../mobilization"),
    (("edition",), 2025),
    (("edition",), ""),
    (("basis",), ""),
    (("groups",), {"id": "digital", "name": "Digital"}),
    (("groups", 0, "id"), "digital-government"),
    (("bands", 0, "from"), "80"),
    (("bands", 0, "id"), "Good"),
    (("scoring", "cap"), 0),
    (("scoring", "coverage"), 80),
    (("scoring", "near"), -0.1),
    ((*FIRST, "limits"), [100, 0]),
    ((*FIRST, "limits"), [0, 0]),
    ((*FIRST, "limits"), [0]),
    ((*FIRST, "limits"), [0, 50, 100]),
    ((*FIRST, "limits"), ["0", "100"]),
    ((*FIRST, "steps"), [[95]]),
    ((*FIRST, "steps"), [[95, 1, 1]]),
    ((*FIRST, "steps"), [[95, 1.1]]),
    ((*FIRST, "steps"), [[95, -0.1]]),
    ((*FIRST, "steps"), [95, 1]),
    ((*FIRST, "parts"), "one"),
    ((*FIRST, "parts"), ["One"]),
    ((*FIRST, "baseline"), "about 12"),
    ((*FIRST, "target"), "None"),
    ((*FIRST, "target"), ["none"]),
    ((*FIRST, "target", 0, "basis"), "guessed"),
    ((*FIRST, "target", 0, "period"), "2025-H3"),
    ((*FIRST, "target", 0, "id"), "stage-1"),
    ((*FIRST, "target", 0, "source"), "two\nlines"),
]


@pytest.mark.parametrize(("path", "value"), REFUSED, ids=[f"{row}" for row in REFUSED])
def test_refused(path: Path, value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Framework.model_validate(changed(FULL, path, value))
    assert all(error["loc"][: len(path)] == path for error in caught.value.errors())


def tables(value: object, path: Path = ()) -> Iterator[Path]:
    """The paths of all tables whose keys are fixed; texts by language are not."""
    if isinstance(value, dict) and "en" not in value:
        yield path
    items = value.items() if isinstance(value, dict) else ()
    for part, inner in enumerate(value) if isinstance(value, list) else items:
        yield from tables(inner, (*path, part))


@pytest.mark.parametrize("path", list(tables(FULL)), ids=str)
def test_no_table_takes_an_unknown_key(path: Path) -> None:
    with pytest.raises(ValidationError) as caught:
        Framework.model_validate(changed(FULL, (*path, "extra"), 1))
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [
        ("extra_forbidden", (*path, "extra"))
    ]


@pytest.mark.parametrize("key", SMALL)
def test_no_key_of_the_smallest_framework_can_be_left_out(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Framework.model_validate({name: SMALL[name] for name in SMALL if name != key})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [
        ("missing", (key,))
    ]


@pytest.mark.parametrize("key", [key for key in INDICATOR if key not in ("kind", "direction")])
def test_no_key_of_the_smallest_indicator_can_be_left_out(key: str) -> None:
    with pytest.raises(ValidationError, match=rf"{key}\n  Field required"):
        Indicator.model_validate({name: INDICATOR[name] for name in INDICATOR if name != key})
