"""What a unit that was merged is held against: the sums of all that it was made of, or nothing."""

import pytest
from builders import bundled_territory, framework, interval, scorecard

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.change import Earlier, change, earlier, history
from scorecard.measure.field import Fields
from scorecard.measure.territory import Territory
from scorecard.model.framework import Framework
from scorecard.model.register import Register

OF = framework(
    {
        "houses": {"unit": "count", "kind": "flow", "target": 100},
        "online": {"unit": "percent", "kind": "rate", "target": {"value": 100, "basis": "ceiling"}},
        "index": {"unit": "points", "kind": "rate", "target": 100},
    }
)
FIGURES = {"houses": 40, "online": "30/40", "index": 60}
PROVINCES = bundled_territory()


def card(name: str, period: str, of: Framework = OF, **figures: object) -> Assessment:
    id_ = {"Tuyên Quang": "tuyen-quang", "Hà Giang": "ha-giang", "Huế": "hue"}.get(name, "p")
    stated = {**FIGURES, **figures}
    unit = {"id": id_, "name": name, "level": "province", "parent": "viet-nam"}
    return assess(scorecard(stated, period=period, **unit), of)


def held(*cards: Assessment, known: Territory = PROVINCES) -> Earlier | None:
    """Return what the first of these is held against."""
    return earlier(cards[0], Fields(cards, known))


def broke(*cards: Assessment, known: Territory = PROVINCES) -> tuple[str, object]:
    found = held(*cards, known=known)
    assert found is not None
    assert found.broke is not None
    assert (found.score, found.rank) == (None, None)
    return found.broke.of, found.broke.was


NOW = card("Tuyên Quang", "2026-H1", houses=95, online="60/100", index=55)
THEN = card("Tuyên Quang", "2025-H1")
OTHER = card("Hà Giang", "2025-H1", houses=50, online="10/60")


def test_figures_are_held_against_sums_and_shares_against_all_numerators_and_wholes() -> None:
    found = held(NOW, THEN, OTHER)
    assert found is not None
    assert found.figures
    then = found.figures()
    changes = [change(item, then) for item in NOW.measured]
    # 95 - (40 + 50); 60/100 - (30 + 10)/(40 + 60); points of two units have no sum.
    assert [each and each.difference for each in changes] == [interval("5"), interval("20"), None]
    assert [each and each.since.text for each in changes] == ["2025-H1", "2025-H1", None]


def test_a_score_is_not_added_and_it_is_said_of_what_the_figures_are() -> None:
    names = {"vi": "Hà Giang, Tuyên Quang", "en": "Ha Giang, Tuyen Quang"}
    assert broke(NOW, THEN, OTHER) == ("merged", names)


def test_a_bound_of_a_part_is_one_of_the_sum() -> None:
    found = held(NOW, THEN, card("Hà Giang", "2025-H1", houses=">50"))
    assert found is not None
    assert found.figures
    changed = change(NOW.measured[0], found.figures())
    assert changed is not None
    assert (changed.difference, changed.arrow) == (interval("(-inf, 5)"), None)


def test_it_need_not_have_had_a_scorecard_under_its_name() -> None:
    assert broke(NOW, OTHER) == ("lacking", {"vi": "Tuyên Quang", "en": "Tuyen Quang"})


def test_where_a_part_has_no_scorecard_there_is_no_sum() -> None:
    lacking = {"vi": "Hà Giang", "en": "Ha Giang"}
    assert broke(NOW, THEN) == ("lacking", lacking)
    assert broke(NOW, THEN, card("Hà Giang", "2025-H2")) == ("lacking", lacking)


def test_a_period_in_which_it_was_merged_is_of_neither() -> None:
    assert broke(card("Tuyên Quang", "2025"), card("Tuyên Quang", "2024")) == (
        "borders",
        "2025-07-01",
    )
    assert broke(card("Tuyên Quang", "2026"), card("Tuyên Quang", "2025"), OTHER) == (
        "borders",
        "2025-07-01",
    )


def test_parts_of_another_edition_are_measured_otherwise() -> None:
    other = OF.model_copy(update={"edition": "2"})
    assert broke(NOW, THEN, card("Hà Giang", "2025-H1", other)) == ("edition", "2")


@pytest.mark.parametrize(
    ("now", "then"),
    [
        # After the merger, and before it, it is one unit.
        (card("Tuyên Quang", "2026-12"), card("Tuyên Quang", "2025-12")),
        (card("Tuyên Quang", "2024"), card("Tuyên Quang", "2023")),
        (card("Huế", "2026-H1"), card("Huế", "2025-H1")),
        (card("Nowhere", "2026-H1"), card("Nowhere", "2025-H1")),
    ],
)
def test_what_was_not_merged_in_between_is_held_against_itself(
    now: Assessment, then: Assessment
) -> None:
    found = held(now, then)
    assert found is not None
    assert (found.assessment is then, found.broke) == (True, None)
    assert history(now, Fields([now, then], PROVINCES)) == [then, now]


def test_a_line_over_time_begins_with_the_merger() -> None:
    after = [card("Tuyên Quang", period) for period in ("2026-12", "2025-12")]
    before = card("Tuyên Quang", "2024-12")
    assert history(after[0], Fields([*after, before], PROVINCES)) == after[::-1]


def test_a_unit_that_is_gone_is_held_against_nothing() -> None:
    assert broke(card("Hà Giang", "2026-H1"), OTHER) == ("gone", "")


def test_without_anything_earlier_there_is_nothing_to_be_held_against() -> None:
    assert held(NOW) is None


def register(*successors: object) -> Territory:
    """Return two provinces, of which the first went to these, and the second to the new one."""
    usual = {"level": "province"}
    ended = {**usual, "until": "2025-06-30"}
    new = [{"id": "new", "share": 1}]
    units = [
        {**ended, "id": "p", "name": "First", "successors": list(successors)},
        {**usual, "id": "new", "name": "New", "from": "2025-07-01"},
        {**usual, "id": "rest", "name": "Rest", "from": "2025-07-01"},
    ]
    if len(successors) > 1:
        units.append({**ended, "id": "q", "name": "Second", "successors": new})
    table = {"format": 1, "kind": "register", "id": "x", "name": "X", "basis": "B", "units": units}
    return Territory([Register.model_validate(table, strict=False)])


def named(name: str, id_: str, period: str) -> Assessment:
    return assess(scorecard(FIGURES, period=period, id=id_, name=name, level="province"), OF)


def test_what_was_divided_is_no_part_of_a_sum() -> None:
    known = register({"id": "new", "share": 0.6}, {"id": "rest", "share": 0.4})
    cards = (
        named("New", "new", "2026"),
        named("First", "p", "2024"),
        named("Second", "q", "2024"),
    )
    assert broke(*cards, known=known) == ("divided", {"": "First"})


def test_a_unit_that_was_only_renamed_is_the_same() -> None:
    cards = named("New", "new", "2026"), named("First", "p", "2024")
    found = held(*cards, known=register({"id": "new", "share": 1}))
    assert found is not None
    assert (found.assessment, found.broke, found.score is None) == (cards[1], None, False)
