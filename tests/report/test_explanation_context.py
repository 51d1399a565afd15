"""What surrounds a figure that is unfolded: its source, its change, its points, its record."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from builders import Table, framework, scorecard
from views import facts, headings

from scorecard.diagnostic import Finding
from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.change import earlier as held_against
from scorecard.measure.field import Fields
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Scorecard
from scorecard.report import texts
from scorecard.report.blocks import View
from scorecard.report.explanation import Explanation, explain_figure, explain_view
from scorecard.text.json import json_text
from scorecard.toml.load import load

OF = framework({"x": {"target": 100, "points": 3, "unit": "km"}, "y": {"target": 1}})
SOURCES = """
format = 1
framework = "tested"
period = "2025"
unit = { id = "hue", name = "Huế", level = "province" }
figures = {}
[sources]
bare.title = "Table"
[sources.report]
title = { en = "Report", vi = "Báo cáo" }
publisher = "The council"
published = 2025-11-21
url = "https://example.vn/a"
"""


def unfolded(
    assessment: Assessment, earlier: Assessment | None = None, language: str = "en"
) -> Explanation:
    item = assessment.measured[0]
    then = held_against(assessment, Fields([assessment, earlier])) if earlier else None
    return explain_figure(assessment, item, then, Words(language))


def view(assessment: Assessment, earlier: Assessment | None = None, language: str = "en") -> View:
    return explain_view([unfolded(assessment, earlier, language)])


def unit(figures: Table, of: Framework = OF, period: str = "2025") -> Assessment:
    return assess(scorecard(figures, period=period), of)


@pytest.fixture
def card(tmp_path: Path) -> Scorecard:
    path = tmp_path / "hue.toml"
    path.write_text(SOURCES, "utf-8")
    found = load(path, "hue.toml", Scorecard).model
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("reference", "language", "expected"),
    [
        ("report#p3", "en", "Report, at p3, The council, 2025-11-21, https://example.vn/a"),
        ("report", "en", "Report, The council, 2025-11-21, https://example.vn/a"),
        ("report#p3", "vi", "Báo cáo, tại p3, The council, 21/11/2025, https://example.vn/a"),
        ("bare#2", "en", "Table, at 2"),
        ("bare", "en", "Table"),
        ("gone#p1", "en", "gone#p1"),
        ("Decision 12", "en", "Decision 12"),
    ],
)
def test_where_a_figure_comes_from(
    card: Scorecard, reference: str, language: str, expected: str
) -> None:
    assert texts.source_text(card, reference, Words(language)) == expected


def test_the_source_of_a_figure_and_that_of_its_target(card: Scorecard) -> None:
    stated = {"value": 50, "source": "bare#2", "target": {"value": 80, "source": "report"}}
    figures = scorecard({"x": stated}).figures
    found = facts(view(assess(card.model_copy(update={"figures": figures}), OF)))
    assert found["Source"] == "Table, at 2"
    assert found["Target"] == (
        "80, stated in a document, Report, The council, 2025-11-21, https://example.vn/a"
    )


def test_what_is_said_of_a_figure_is_said_again() -> None:
    stated = {"value": 50, "status": "preliminary", "note": "as of June"}
    found = facts(view(unit({"x": stated})))
    assert (found["Status"], found["Note"]) == ("preliminary", "as of June")
    assert facts(view(unit({"x": {"absent": "missing", "why": "not counted"}})))["Why"] == (
        "not counted"
    )
    assert not {"Status", "Note", "Why", "Source"} & set(facts(view(unit({"x": 50}))))


@pytest.mark.parametrize(
    ("period", "language", "expected"),
    [
        ("2025", "en", "x (km) · Huế · 2025"),
        ("XXXX-H1", "en", "x (km) · Huế · XXXX-H1 (year not stated)"),
        ("2025", "vi", "x (km) · Huế · năm 2025"),
    ],
)
def test_the_heading_names_indicator_unit_and_period(
    period: str, language: str, expected: str
) -> None:
    assert headings(view(unit({"x": 50}, period=period), language=language)) == [expected]


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (40, 50, "▲ 10.0 since 2024"),
        (50, 47.5, "▼ 2.5 since 2024"),
        (50, 50, "= 0.0 since 2024"),
        (98, ">98", "▲ > 0.0 since 2024"),
        (">98", 98, "▼ > 0.0 since 2024"),
        ("40..50", "45..55", "-5.0–15.0 since 2024"),
    ],
)
def test_the_change_since_the_period_before(then: object, now: object, expected: str) -> None:
    earlier = unit({"x": then}, period="2024")
    assert facts(view(unit({"x": now}), earlier))["Change"] == expected


def test_without_a_period_before_there_is_no_change() -> None:
    assert "Change" not in facts(view(unit({"x": 50})))


POINTS = [
    # target, value, cap, points
    (80, 60, 1, "2.25 of 3: completion × 3, held between 0 and 100 % of it"),
    (80, 100, 1, "3 of 3: completion × 3, held at the cap: between 0 and 100 % of it"),
    (80, 100, 1.2, "3.6 of 3: completion × 3, held at the cap: between 0 and 120 % of it"),
    (80, -5, 1, "0 of 3: completion × 3, held between 0 and 100 % of it"),
    (80, "40..60", 1, "1.5 – 2.25 of 3: completion × 3, held between 0 and 100 % of it"),
    (70, 50, 1, "2.142857… of 3: completion × 3, held between 0 and 100 % of it"),
    (80, {"absent": "missing"}, 1.2, "0 – 3.6 of 3, as nobody knows"),
    ("none", 5, 1, "none: the framework has no target for it, so it leaves the maximum"),
]


@pytest.mark.parametrize(("target", "value", "cap", "expected"), POINTS)
def test_points(target: object, value: object, cap: float, expected: str) -> None:
    of = framework({"x": {"target": target, "points": 3}}, scoring={"cap": cap})
    assert facts(view(unit({"x": value}, of)))["Points"] == expected


OPEN = "no ratio is taken where the value or the target is not above 0"
YEAR = {"value": 100, "period": "2025"}
LIMIT: Table = {"kind": "flow", "direction": "lower"}
WITHIN: Table = {"direction": "within", "method": "within", "target": "-1..1"}
WITHOUT_A_SIMPLE_SUM = [
    (
        {"target": {**YEAR, "value": 0}, **LIMIT},
        0,
        "2025-H1",
        f"3 of 3: the limit is kept so far, and {OPEN}",
    ),
    # indicator, value, period, points
    ({"target": 5, "direction": "lower"}, 0, "2025", f"3 of 3: the target is reached, and {OPEN}"),
    ({"target": -2}, 1, "2025", f"3 of 3: the target is reached, and {OPEN}"),
    (WITHIN, -2, "2025", f"0 of 3: the target is not reached, and {OPEN}"),
    (WITHIN, "-2..0", "2025", f"0 – 3 of 3: whether the target is reached is open, and {OPEN}"),
    (
        {"target": YEAR, **LIMIT},
        60,
        "2025-H1",
        "2.5 of 3: pace × 3, held between 0 and 100 % of it",
    ),
    (
        {"target": YEAR, **LIMIT},
        40,
        "2025-H1",
        "3 of 3: pace × 3, held at the cap: between 0 and 100 % of it",
    ),
    (
        {"target": YEAR, "kind": "flow"},
        60,
        "2025-H2",
        "0 – 3 of 3: it covers only a later part of the time of its target, so not all is known",
    ),
    (
        {"target": YEAR, "kind": "flow"},
        60,
        "2024",
        "0 – 3 of 3: it counts as missing: its target is for another time",
    ),
    ({"target": 5, "points": 0}, 1, "2025", "none: it is listed, and not scored"),
    (
        {"direction": "none"},
        1,
        "2025",
        "none: neither side of it is better, so it leaves the maximum",
    ),
    (
        {"target": 5, "unit": "percent"},
        "0/0",
        "2025",
        "3 of 3: 0 of 0 asks for nothing, and the rules give all points for it",
    ),
]


@pytest.mark.parametrize(("keys", "value", "period", "expected"), WITHOUT_A_SIMPLE_SUM)
def test_points_that_are_no_completion_say_how_they_come_about(
    keys: Table, value: object, period: str, expected: str
) -> None:
    of = framework({"x": {"points": 3, **keys}}, scoring={"zero_of_zero": "full"})
    found = facts(view(unit({"x": value}, of, period)))
    assert found["Points"] == expected


def test_a_reported_completion_is_said_to_be_one() -> None:
    of = framework({"x": {"target": "own"}})
    found = facts(view(unit({"x": {"value": 10, "claimed": {"completion": 60}}}, of)))
    assert found["Target"] == "none is stated: the completion is the one that the source states"


def test_of_a_figure_that_counts_as_missing_no_target_is_denied() -> None:
    of = framework({"x": {"points": 3, "method": "baseline", "baseline": 66, "target": 16}})
    fault = Finding("SC410", ("indicators", 0, "baseline"))
    found = facts(view(replace(unit({"x": 58}, of), errors={"x": fault})))
    assert found["Points"] == "0 – 3 of 3: it counts as missing: SC410"
    assert "Target" not in found


def test_without_a_ratio_there_is_no_formula() -> None:
    of = framework({"x": {"target": 5, "points": 3, "direction": "lower"}})
    assert not {"Formula", "Complete"} & set(facts(view(unit({"x": 0}, of))))


def test_the_share_of_the_group_and_of_the_total() -> None:
    indicators: Table = {"target": 100, "group": "one", "points": 3}
    of = framework({"x": indicators, "y": {**indicators, "points": 5}, "z": {"target": 1}})
    found = facts(view(unit({"x": 50, "y": 100, "z": 1}, of)))
    assert found["Group"] == "37.5 % of the 8 points of one"
    assert found["Score"] == "it brings 16.666666… of at most 33.333333… to the score of 83.3"


def steps(explanation: Explanation) -> Sequence[tuple[str, str]]:
    found = explanation.record["steps"]
    assert isinstance(found, list)
    return [(each["step"], each["text"]) for each in found]


def test_the_same_is_told_to_programs() -> None:
    plans = [{"id": "a", "value": 80}, {"id": "b", "value": 100, "basis": "external"}]
    found = unfolded(unit({"x": {"value": 60, "target": plans}, "y": 1}))
    assert steps(found) == [
        ("value", "60"),
        ("bounds", "exactly 60"),
        ("target", "a: 80, stated in a document"),
        ("formula", "value ÷ target: 60 ÷ 80 = 75 %"),
        ("completion", "75.0 %"),
        ("verdict", "not met: no value that the figure allows reaches the target"),
        ("target-2", "b: 100, set elsewhere"),
        ("target-2-formula", "value ÷ target: 60 ÷ 100 = 60 %"),
        ("target-2-completion", "60.0 %"),
        ("target-2-verdict", "not met: no value that the figure allows reaches the target"),
        ("points", "2.25 of 3: completion × 3, held between 0 and 100 % of it"),
        ("group", "75 % of the 4 points of all"),
        ("total", "it brings 56.25 of at most 75 to the score of 81.3"),
    ]
    names = ("unit", "period", "framework", "figure", "steps")
    assert tuple(found.record) == names
    assert json_text(found.record["framework"]) == '{"id": "tested", "edition": "1"}'


def test_explanations_stand_below_one_another() -> None:
    several = [unfolded(unit({"x": 50})), unfolded(unit({"x": 60}, period="2024"))]
    found = explain_view(several)
    assert headings(found) == ["x (km) · Huế · 2025", "x (km) · Huế · 2024"]
    assert (found.record()["version"], found.record()["command"]) == (2, "explain")
    assert found.record()["explanations"] == [each.record for each in several]
    assert found.sheet() == ()


def test_what_the_rules_leave_out_says_so_and_not_that_it_has_no_target() -> None:
    under = framework({"x": {"target": 10}, "y": {}}, scoring={"missing": "left-out"})
    unit = assess(scorecard({"x": {"absent": "missing"}, "y": {"absent": "missing"}}), under)
    explained = [explain_figure(unit, each, None, Words("en")) for each in unit.measured]
    told = [facts(explain_view([each])) for each in explained]
    assert [each["Absence"] for each in told] == [
        "it should be there; the rules leave it out of the score",
        "it should be there; without a target it counts for nothing",
    ]
    assert told[0]["Target"] == "10, stated in a document"
