"""Who is ranked with whom: the same framework, months, level and track."""

from builders import framework, scorecard

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.field import Fields
from scorecard.model.framework import Framework

UNDER = framework({"x": {"target": 100}})


def unit(
    name: str,
    value: object,
    under: Framework = UNDER,
    *,
    period: str = "2025",
    track: str | None = None,
    level: str = "province",
) -> Assessment:
    card = scorecard({"x": value}, period=period, id=name, level=level)
    return assess(card.model_copy(update={"track": track}), under)


def told(units: list[Assessment]) -> list[str]:
    """Return each unit's rank of how many, or why it has none."""
    found = []
    for standing in map(Fields(units).standing, units):
        rank = standing.rank
        text = f"{rank.best} of {rank.of}" if rank else standing.unranked
        found.append(f"{standing.assessment.scorecard.unit.id} {text}")
    return found


def test_a_field_is_of_one_period_level_and_track() -> None:
    units = [
        unit("a", 50),
        unit("b", 60),
        unit("c", 70, period="2024"),
        unit("d", 80, level="commune"),
        unit("e", 90, level="commune"),
        unit("f", 95, track="own"),
    ]
    assert told(units) == ["a 2 of 2", "b 1 of 2", "c alone", "d 2 of 2", "e 1 of 2", "f alone"]


def test_frameworks_that_are_alike_are_one() -> None:
    copy = framework({"x": {"target": 100}})
    other = framework({"x": {"target": 90}})
    units = [unit("a", 50), unit("b", 60, copy), unit("c", 70, other)]
    assert told(units) == ["a 2 of 2", "b 1 of 2", "c alone"]


def test_who_has_nothing_to_be_held_against_is_in_no_field() -> None:
    bare = framework({"x": {}})
    assert told([unit("a", 50, bare), unit("b", 60, bare)]) == ["a no-target", "b no-target"]


def test_a_period_that_is_spelled_otherwise_is_the_same() -> None:
    assert told([unit("a", 50, period="2025"), unit("b", 60, period="2025-01/2025-12")]) == [
        "a 2 of 2",
        "b 1 of 2",
    ]
