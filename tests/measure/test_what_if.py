"""Values that nobody has reported: what they change, and what they leave."""

import pytest
from builders import Table, framework, interval, scorecard

from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.what_if import Supposition, suppose
from scorecard.numbers.quantity import DONE, parse

OF = framework(
    {
        "x": {"target": 100, "points": 6},
        "y": {"target": 10, "points": 3},
        "done": {"method": "yes-no", "unit": "yes-no"},
    }
)
CARD = assess(scorecard({"x": 50, "y": 5, "done": False}), OF)


def supposing(assessment: Assessment, *texts: str) -> Assessment:
    """Suppose values, each as `x=5` or, of one unit, as `hue:x=5`."""
    suppositions = []
    for text in texts:
        name, value = text.split("=")
        unit, _, indicator = name.rpartition(":")
        quantity = DONE if value == "true" else parse(value)
        suppositions.append(Supposition(unit or None, indicator, quantity))
    return suppose(assessment, suppositions)


def values(assessment: Assessment) -> dict[str, tuple[str, bool]]:
    return {
        item.indicator.id: (str(item.value and item.value.low), item.supposed)
        for item in assessment.measured
    }


@pytest.mark.parametrize(
    ("texts", "expected", "score"),
    [
        (["x=75"], {"x": ("75", True), "y": ("5", False), "done": ("0", False)}, "60"),
        (["hue:y=10"], {"x": ("50", False), "y": ("10", True), "done": ("0", False)}, "60"),
        (
            ["x=100", "done=true"],
            {"x": ("100", True), "y": ("5", False), "done": ("1", True)},
            "85",
        ),
        (["x=1", "hue:x=100"], {"x": ("100", True), "y": ("5", False), "done": ("0", False)}, "75"),
    ],
)
def test_a_supposed_value_counts_like_a_reported_one_and_is_marked(
    texts: list[str], expected: dict[str, tuple[str, bool]], score: str
) -> None:
    found = supposing(CARD, *texts)
    assert values(found) == expected
    assert found.total.score == interval(score)


def test_a_bound_may_be_supposed() -> None:
    found = supposing(CARD, "x=>75")
    assert found.total.score == interval("(60, 75]")


@pytest.mark.parametrize("texts", [[], ["son-la:x=5"]])
def test_where_nothing_is_supposed_of_a_unit_it_is_the_same(texts: list[str]) -> None:
    assert supposing(CARD, *texts) is CARD


def test_what_was_reported_stays_as_it_was() -> None:
    supposing(CARD, "x=75")
    assert CARD.scorecard.figures.keys() == {"x", "y", "done"}
    assert values(CARD) == {"x": ("50", False), "y": ("5", False), "done": ("0", False)}
    assert CARD.total.score == interval("45")


@pytest.mark.parametrize(
    "figure", [{"absent": "missing"}, {"absent": "not-due", "why": "not yet"}, None]
)
def test_a_value_may_be_supposed_where_there_is_none(figure: Table | None) -> None:
    given = {} if figure is None else {"x": figure}
    found = supposing(assess(scorecard({**given, "y": 5, "done": False}), OF), "x=100")
    assert found.total.score == interval("75")
    item = found.measured[0]
    assert (item.absent, item.supposed) == (None, True)
    assert item.figure is not None
    assert item.figure.why is None


def test_what_the_source_says_of_the_value_is_no_longer_said() -> None:
    stated = {
        "value": 50,
        "target": 80,
        "baseline": 40,
        "source": "report#p1",
        "status": "final",
        "note": "as of June",
        "claimed": {"completion": 62.5},
    }
    figure = supposing(assess(scorecard({"x": stated}), OF), "x=60").measured[0].figure
    assert figure is not None
    assert {name for name, value in figure if value} == {"value", "target", "baseline"}
    assert figure.value == parse("60")


SHARES = [
    # unit, figure, supposed, completion
    ("count", {"value": 12, "target": 30}, "15", "1/2"),
    ("count", {"value": "12/18", "target": 30}, "15/20", "1/2"),
    ("percent", "12/18", "15", "3/20"),
    ("percent", "12/18", "15/20", "3/4"),
    ("count", 12, "15", "3/20"),
]


@pytest.mark.parametrize(("unit", "figure", "value", "completion"), SHARES)
def test_the_target_stays(unit: str, figure: object, value: str, completion: str) -> None:
    of = framework({"x": {"unit": unit, "target": 100}})
    (found,) = supposing(assess(scorecard({"x": figure}), of), f"x={value}").measured
    assert found.completion == interval(completion)


@pytest.mark.parametrize(("value", "completion"), [("15/20", "3/4"), ("15", None), ("4/4", "1")])
def test_the_whole_is_that_of_what_is_supposed(value: str, completion: str | None) -> None:
    of = framework({"x": {"unit": "count", "target": "own"}})
    (found,) = supposing(assess(scorecard({"x": "12/18"}), of), f"x={value}").measured
    assert found.completion == (None if completion is None else interval(completion))
