"""What has changed since the same part of the year before, and what is held against nothing."""

from itertools import permutations

import pytest
from builders import Table, framework, interval, scorecard, with_errors

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.change import Break, break_between, change, earlier, previous, score_change
from scorecard.measure.field import Fields
from scorecard.measure.merger import as_it_was
from scorecard.report.texts import break_text

OF = framework({"x": {"target": 100}, "done": {"method": "yes-no", "unit": "yes-no"}})


def card(period: str, value: object = 50, name: str = "hue", **unit: object) -> Assessment:
    return assess(scorecard({"x": value, "done": True}, period=period, id=name, **unit), OF)


PREVIOUS = [
    # the period, other periods, the previous one
    ("2025", ["2024"], "2024"),
    ("2025", ["2022", "2024", "2023"], "2024"),
    ("2025", ["2022", "2026"], "2022"),
    # A half-year goes by the season: the same half of the year before, and no other half.
    ("2025-H2", ["2025-H1", "2024-H2", "2023-H2"], "2024-H2"),
    ("2025-H1", ["2024-07/2024-12"], None),
    ("2025-H1", ["2024-H2", "2022-H1", "2021-H1"], "2022-H1"),
    ("2025-Q3", ["2025-Q2", "2024-07/2024-09"], "2024-07/2024-09"),
    ("2025-03", ["2024-03", "2025-02"], "2024-03"),
    ("2025-01/2025-09", ["2024-01/2024-09", "2024-04/2024-12"], "2024-01/2024-09"),
    # What is as long as a year or longer goes by what ended just before.
    ("2021/2025", ["2016/2020", "2011/2015"], "2016/2020"),
    ("2021/2025", ["2011/2015", "2015/2019"], "2015/2019"),
    ("2024-07/2025-12", ["2023-01/2024-06", "2022-07/2023-12"], "2023-01/2024-06"),
    ("2024-07/2025-12", ["2022-10/2024-03", "2020-07/2021-12"], "2020-07/2021-12"),
    ("2025", ["2025"], None),
    ("2025", ["2026"], None),
    ("2025", ["2024-H1", "2023/2024"], None),
    ("2023/2024", ["2022/2023"], None),
    ("2025-H1", ["XXXX-H1"], None),
    ("XXXX-H1", ["2024-H1"], None),
    ("2025", [], None),
]


@pytest.mark.parametrize(("period", "others", "expected"), PREVIOUS)
def test_what_is_held_against_is_of_the_same_part_of_the_year(
    period: str, others: list[str], expected: str | None
) -> None:
    for order in permutations(others):
        found = previous(card(period), [card(other) for other in order])
        assert (found and found.scorecard.period.text) == expected


def test_another_unit_framework_or_track_is_not_held_against() -> None:
    other = assess(scorecard({"x": 50}, period="2024"), framework({"x": {"target": 90}}))
    checked = card("2024").scorecard.model_copy(update={"track": "appraised"})
    others = [card("2024", name="ha-noi"), other, assess(checked, OF)]
    assert previous(card("2025"), others) is None


CHANGES = [
    # then, now, the difference
    (50, 60, "10"),
    (60, 50, "-10"),
    (50, 50, "0"),
    (98, ">98", "(0, inf)"),
    (">98", 98, "(-inf, 0)"),
    (">97", ">98", "(-inf, inf)"),
    ("~50", 60, "~10"),
    ("40..50", "50..60", "[0, 20]"),
    ({"absent": "missing"}, 50, None),
    (50, {"absent": "not-due"}, None),
    (50, {"value": 60, "target": -1, "baseline": 4}, "10"),
]


@pytest.mark.parametrize(("then", "now", "expected"), CHANGES)
def test_the_change_is_as_sure_as_both_values(
    then: object, now: object, expected: str | None
) -> None:
    earlier = card("2024", then)
    found = change(card("2025", now).measured[0], as_it_was(earlier))
    assert (found and found.difference) == (None if expected is None else interval(expected))
    assert found is None or found.since == earlier.scorecard.period


def test_without_a_previous_period_or_a_number_there_is_no_change() -> None:
    number, answer = card("2025").measured
    assert change(number, None) is None
    assert change(answer, as_it_was(card("2024"))) is None


@pytest.mark.parametrize(("then", "now"), [(50, -3), (-3, 50)])
def test_a_value_with_an_error_has_not_changed(then: object, now: object) -> None:
    of = framework({"x": {"target": 100, "limits": [0, 100]}})
    units = [
        with_errors(assess(scorecard({"x": value}, period=period), of))
        for period, value in (("2024", then), ("2025", now))
    ]
    assert change(units[1].measured[0], as_it_was(units[0])) is None


ARROWS = [
    # then, now, the arrow, what is told of the difference
    (50, 60, "up", "10"),
    (60, 50, "down", "-10"),
    (50, 50, None, "0"),
    ("~50", 60, None, "~10"),
    ("~50", "~50.1", None, "~1/10"),
    ("40..50", "45..55", None, "[-5, 15]"),
    # An end that limits alone set is not told, unless there is no other.
    (80, ">80", "up", "(0, inf)"),
    (">80", 80, "down", "(-inf, 0)"),
    ("<20", 20, "up", "(0, inf)"),
    (">80", ">90", None, "(-10, 20)"),
    ("60..70", "80..90", "up", "[10, 30]"),
    (0, "0..100", None, "[0, 100]"),
    ("0..10", 0, None, "[-10, inf)"),
]


@pytest.mark.parametrize(("then", "now", "arrow", "told"), ARROWS)
def test_an_arrow_is_given_where_bounds_decide_the_sign(
    then: object, now: object, arrow: str | None, told: str
) -> None:
    of = framework({"x": {"unit": "percent", "target": 100, "limits": [0, 100]}})
    units = [
        assess(scorecard({"x": value}, period=period), of)
        for period, value in (("2024", then), ("2025", now))
    ]
    found = change(units[1].measured[0], as_it_was(units[0]))
    assert found is not None
    assert (found.arrow, found.told) == (arrow, interval(told))
    score = score_change(units[1], units[0])
    assert score is not None
    assert (score.arrow, score.difference) == (arrow, found.difference)


def test_a_score_that_there_is_not_has_not_changed() -> None:
    absent = assess(scorecard({"x": {"absent": "not-due"}}), framework({"x": {"target": 1}}))
    then = assess(scorecard({"x": 1}, period="2024"), framework({"x": {"target": 1}}))
    assert score_change(absent, then) is None


def test_nothing_is_held_against_a_score_that_could_have_been_any() -> None:
    of = framework({"x": {"target": 100}, "told": {"target": "none"}})
    then = assess(scorecard({"told": 4}, period="2024", id="hue"), of)
    now = assess(scorecard({"x": 8.2, "told": 6}, period="2025", id="hue"), of)
    found = earlier(now, Fields([now, then]))
    assert found
    assert (found.since, found.score, found.broke) == (None, None, Break("unreported"))
    # What was reported then is still held against.
    assert found.figures
    assert change(now.measured[0], found.figures()) is None
    told = change(now.measured[1], found.figures())
    assert told
    assert told.difference == interval("2")
    said = break_text(Break("unreported"), then, Words("en"))
    assert said == "none since 2024, of which no scored figure is reported"


NAMES = [
    # the name and the codes then, and now, what it was then
    ({"name": "Huế"}, {"name": "Huế"}, None),
    ({"name": "Thừa Thiên Huế"}, {"name": "Huế"}, "Thừa Thiên Huế"),
    # How a name is spelled does not matter, nor which languages it is given in.
    ({"name": "HOÀ  AN"}, {"name": "Hòa An"}, None),
    ({"name": "Huế"}, {"name": {"vi": "Huế", "en": "Hue"}}, None),
    ({"name": {"vi": "Huế"}}, {"name": {"en": "Hue City"}}, None),
    ({"name": {"vi": "Huế", "en": "Hue"}}, {"name": {"vi": "Huế", "en": "Hue City"}}, None),
    ({"name": {"vi": "A", "en": "B"}}, {"name": {"vi": "C", "en": "D"}}, {"vi": "A", "en": "B"}),
    ({"name": {"vi": "A"}}, {"name": "B"}, {"vi": "A"}),
    ({"codes": {"nso": "46"}}, {"codes": {"nso": "46", "moha": "1"}}, None),
    ({"codes": {"nso": "46"}}, {"codes": {"nso": "45"}}, "nso 46"),
    ({"codes": {"nso": "46"}}, {"codes": {"moha": "45"}}, None),
]


@pytest.mark.parametrize(("then", "now", "expected"), NAMES)
def test_a_unit_of_another_name_or_code_was_another_unit(
    then: Table, now: Table, expected: object
) -> None:
    last, own = (
        assess(scorecard({"x": 50}, period=period, **unit), OF)
        for period, unit in (("2024", then), ("2025", now))
    )
    broke = break_between(last, own)
    assert broke == (expected and ("unit", expected))
    found = earlier(own, Fields([last, own]))
    assert found is not None
    assert (found.broke, found.since is None) == (broke, expected is not None)
    assert (found.score is None) is (expected is not None)


def test_the_rank_of_then_is_among_those_of_then() -> None:
    everything = [
        card("2024", 50),
        card("2024", 70, "lai"),
        card("2024", 90, "hanoi", level="district"),
        card("2024", 80, "vinh", eligible=False),
        card("2023", 60),
        card("2025", 10),
        card("2025", 20, "lai"),
        card("2025", 20, "bac"),
        card("2025", 20, "hanoi", level="district"),
        card("2025", 20, "vinh"),
    ]
    fields = Fields(everything)
    then = [earlier(everything[place], fields) for place in (5, 6, 7, 8, 9, 0)]
    found = [
        each and (each.since and each.since.text, each.assessment, each.rank and each.rank[:2])
        for each in then
    ]
    assert found == [
        ("2024", everything[0], (2, 2)),
        ("2024", everything[1], (1, 1)),
        None,
        # One that was ranked alone has no rank, nor has one that was not eligible.
        ("2024", everything[2], None),
        ("2024", everything[3], None),
        ("2023", everything[4], None),
    ]
