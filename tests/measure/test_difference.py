"""What differs between states: nothing from itself, and backwards the mirror image."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from builders import figure, framework, scorecard
from oracle.country import folder
from sampled import sampled

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.difference import (
    Change,
    Difference,
    State,
    UnitDifference,
    difference,
    kind,
    paired,
)
from scorecard.measure.stated import stated
from scorecard.model.framework import Framework
from scorecard.project.states import open_place

SEEDS = sampled(range(12), quick=3)
Tables = dict[str, Any]


def state(tables: Mapping[str, Tables], place: Path) -> State:
    for name, table in tables.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tomli_w.dumps(table), "utf-8")
    return open_place(place).state


def reversed_keys(table: Tables) -> Tables:
    return {
        key: reversed_keys(value) if isinstance(value, dict) else value
        for key, value in reversed(table.items())
    }


def changed(seed: int) -> dict[str, Tables]:
    """Return the tables of a folder in which something is otherwise."""
    found = dict(folder(seed))
    first, *others = [name for name in found if "figures" in found[name]]
    figures = dict(list(found[first]["figures"].items())[1:])
    found[first] = {**found[first], "figures": figures}
    if others:
        del found[others[-1]]
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_differs_from_itself_in_another_order_and_place(seed: int, tmp_path: Path) -> None:
    tables = folder(seed)
    turned = {name: reversed_keys(tables[name]) for name in reversed(tables)}
    one = state(tables, tmp_path / "one")
    other = state(turned, tmp_path / "other")
    assert difference(one, one) == ((), (), ())
    found = difference(one, other)
    assert (found.frameworks, found.units) == ((), ())


def told(unit: UnitDifference, *, backwards: bool = False) -> tuple[object, ...]:
    """Return what differs of a unit, or what would if the states changed places."""
    names = {"added": "gone", "gone": "added"} if backwards else {}
    card = unit.standing.assessment.scorecard
    figures = [
        (
            each.indicator,
            names.get(each.kind, each.kind),
            sorted((_turned(one) if backwards else one for one in each.changes), key=str),
            each.moved,
        )
        for each in unit.figures
    ]
    key = (card.unit.id, card.period.text, card.track or "")
    return *key, names.get(unit.kind, unit.kind), unit.moved, sorted(figures, key=str)


def _turned(each: Change) -> Change:
    return Change(each.key, each.now, each.then)


@pytest.mark.parametrize("seed", SEEDS)
def test_backwards_what_was_added_is_gone(seed: int, tmp_path: Path) -> None:
    one, other = state(folder(seed), tmp_path / "one"), state(changed(seed), tmp_path / "other")
    there, back = difference(one, other), difference(other, one)
    assert there.units
    mirrored = [told(unit, backwards=True) for unit in back.units]
    assert sorted(map(told, there.units), key=str) == sorted(mirrored, key=str)
    assert sorted(str(pair) for pair in there.findings) == sorted(
        str((then, now)) for now, then in back.findings
    )


def of(of: Framework, **figures: object) -> Assessment:
    return assess(scorecard(figures), of)


def between(then: Assessment, now: Assessment) -> Difference:
    return difference(State([then], []), State([now], []))


ONE = framework({"x": {"target": 10}, "y": {"target": 10}})


def test_what_moved_is_told_with_what_was_said() -> None:
    (unit,) = between(of(ONE, x=5, y=5), of(ONE, x=5, y=8)).units
    (found,) = unit.figures
    assert (found.indicator, found.kind, found.changes) == (
        "y",
        "changed",
        (Change("value", "5", "8"),),
    )
    assert found.moved == ("completion", "points")
    assert unit.moved == ("score",)


def test_a_figure_of_no_indicator_is_told() -> None:
    (unit,) = between(of(ONE, x=5), of(ONE, x=5, z={"absent": "missing"})).units
    (found,) = unit.figures
    assert (found.indicator, found.kind, found.moved) == ("z", "added", ())


def test_another_edition_of_a_framework_is_the_same_framework_that_moved() -> None:
    newer = framework({"x": {"target": 20}, "y": {"target": 10}}).model_copy(
        update={"edition": "2"}
    )
    found = between(of(ONE, x=5, y=5), of(newer, x=5, y=5))
    (moved,) = found.frameworks
    assert moved.changes == (
        Change("edition", "1", "2"),
        Change("indicators.x.target.value", "10", "20"),
    )
    (unit,) = found.units
    assert (unit.kind, unit.moved) == ("moved", ("score",))


def test_another_framework_came_and_this_one_went() -> None:
    other = ONE.model_copy(update={"id": "other"})
    found = between(of(ONE, x=5), of(other, x=5))
    assert [kind(each.frameworks) for each in found.frameworks] == ["gone", "added"]
    assert {unit.kind for unit in found.units} == {"gone", "added"}


def test_a_framework_that_is_read_twice_is_one() -> None:
    again = framework({"x": {"target": 10}, "y": {"target": 10}})
    cards = [of(ONE, x=5), of(again, x=5)]
    assert difference(State(cards, []), State(cards[:1], [])).frameworks == ()


def test_things_are_paired_by_the_first_key_that_fits() -> None:
    assert paired(["a1", "b1"], ["b2", "a1", "c3"], str, lambda each: each[0]) == [
        ("a1", "a1"),
        ("b1", "b2"),
        (None, "c3"),
    ]


def test_what_a_figure_states() -> None:
    two = [{"id": "plan", "value": ">95", "period": "2026"}, {"id": "dream", "value": 100}]
    assert stated(figure(value=True, target=two, claimed={"points": 1.5})) == {
        "value": "true",
        "target.decides": "plan",
        "target.plan.value": ">95",
        "target.plan.id": "plan",
        "target.plan.basis": "stated",
        "target.plan.period": "2026",
        "target.dream.value": "100",
        "target.dream.id": "dream",
        "target.dream.basis": "stated",
        "claimed.points": "1.5",
    }


def test_what_a_scorecard_and_a_framework_state() -> None:
    remark = {"kind": "model", "text": {"en": "Light", "vi": "Sáng"}}
    card = scorecard({}).model_copy()
    said = type(card).model_validate(
        {
            "format": 1,
            "framework": "tested",
            "period": "2025",
            "unit": {"id": "hue", "name": "Huế", "level": "province"},
            "figures": {},
            "remarks": [remark],
        }
    )
    assert stated(said) == {
        "unit.id": "hue",
        "unit.name": "Huế",
        "unit.level": "province",
        "unit.eligible": "true",
        "remarks.Light.kind": "model",
        "remarks.Light.text.en": "Light",
        "remarks.Light.text.vi": "Sáng",
    }
    steps = framework({"x": {"method": "steps", "steps": [[95, 1], [90, 0.5]]}})
    assert stated(steps)["indicators.x.steps"] == "[[95, 1], [90, 0.5]]"
