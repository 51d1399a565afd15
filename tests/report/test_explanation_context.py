"""What surrounds a figure that is unfolded: its source, its change, its points, its record."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from builders import Table, framework, scorecard
from views import facts, headings

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, assess
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Scorecard
from scorecard.report.blocks import View
from scorecard.report.explanation import Explanation, explain_figure, explain_view, source_text
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
    return explain_figure(assessment, item, earlier, Words(language))


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
        ("report#p3", "vi", "Báo cáo, tại p3, The council, 2025-11-21, https://example.vn/a"),
        ("bare#2", "en", "Table, at 2"),
        ("bare", "en", "Table"),
        ("gone#p1", "en", "gone#p1"),
        ("Decision 12", "en", "Decision 12"),
    ],
)
def test_where_a_figure_comes_from(
    card: Scorecard, reference: str, language: str, expected: str
) -> None:
    assert source_text(card, reference, Words(language)) == expected


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
        ("2025", "vi", "x (km) · Huế · 2025"),
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
    ("none", 5, 1, "none: without a target, or not due or not applicable, it leaves the maximum"),
]


@pytest.mark.parametrize(("target", "value", "cap", "expected"), POINTS)
def test_points(target: object, value: object, cap: float, expected: str) -> None:
    of = framework({"x": {"target": target, "points": 3}}, scoring={"cap": cap})
    assert facts(view(unit({"x": value}, of)))["Points"] == expected


def test_a_target_that_is_reached_without_a_ratio_earns_all_points() -> None:
    of = framework({"x": {"target": 5, "points": 3, "direction": "lower"}})
    found = facts(view(unit({"x": 0}, of)))
    assert found["Points"] == (
        "3 of 3: the target is reached, and there is no ratio to a value that is not above 0"
    )
    assert not {"Formula", "Complete"} & set(found)


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
