"""Published tables, read from their files: verdicts, completions, points and findings."""

from fractions import Fraction
from pathlib import Path

import pytest
from builders import interval, side_by_side
from views import columns, notes, shown

from scorecard.measure.assessment import Assessment
from scorecard.measure.measured import Measured
from scorecard.project.load import File, load_all

FOLDER = Path(__file__).parent / "published"


@pytest.fixture(scope="module")
def opened() -> dict[str, File]:
    return {file.path.stem: file for file in load_all(sorted(FOLDER.glob("*.toml")))}


@pytest.fixture(scope="module")
def units(opened: dict[str, File]) -> dict[str, Assessment]:
    return {name: file.assessment for name, file in opened.items() if file.assessment}


def found(unit: Assessment, indicator: str) -> Measured:
    return next(item for item in unit.measured if item.indicator.id == indicator)


FINDINGS = {
    "hue": ["SC601 the source claims the verdict met; its own figures give not met"],
    "viet-nam": ["SC601 the source claims the verdict exceeded; its own figures give met"],
    "ngan-son": ["SC601 the source claims a score of 87; its own figures give 78"],
}


def test_only_what_the_figures_contradict_is_found(opened: dict[str, File]) -> None:
    told = {
        name: [f"{item.code} {item.message}" for item in file.diagnostics]
        for name, file in opened.items()
    }
    assert {name: messages for name, messages in told.items() if messages} == FINDINGS
    assert len(opened) == 17


MEASURED = [
    # unit, indicator, verdict, completion, points
    ("hue", "poor_households", "not met", "1", "1"),
    ("hue", "growth", "not met", "359/375", "359/375"),
    ("hue", "agriculture", "not met", "-413/228", "0"),
    ("viet-nam", "investment", "met", "113/110", "1"),
    ("viet-nam", "poverty", "met", "11/10", "1"),
    ("quang-ninh", "review", None, "961/1000", "57.66"),
    ("quang-ninh", "results", None, "239/250", "9.56"),
    ("quang-ninh", "survey", None, "1883/2500", "18.83"),
    ("quang-ninh", "bonus", None, "1", "5"),
    ("ngan-son", "leadership", None, "63/80", "31.5"),
    ("ngan-son", "service", None, "31/40", "46.5"),
    ("agency", "applying", None, "277/286", "69.25"),
    ("agency", "one_stop", None, None, None),
    ("commune", "roads", "exceeded", "21/20", "1"),
    ("commune", "trees", "exceeded", "237/100", "1"),
    ("commune", "houses", "not met", "0", "0"),
    ("commune", "complaints", "exceeded", None, "1"),
]


@pytest.mark.parametrize(("unit", "indicator", "verdict", "completion", "points"), MEASURED)
def test_a_published_figure(
    units: dict[str, Assessment],
    unit: str,
    indicator: str,
    verdict: str | None,
    completion: str | None,
    points: str | None,
) -> None:
    item = found(units[unit], indicator)
    assert item.verdict == verdict
    assert item.completion == (None if completion is None else interval(completion))
    assert item.points == (None if points is None else interval(points))


SHOWN = {
    "hue": [
        ["Poor households", "7.6 %", "<7.6 % stated", "100.0", "◐ near"],
        ["Growth of the gross product", "7.18 %", "7.5–8.0 % stated", "95.7", "◐ near"],
        ["Growth of agriculture", "-4.13 %", "2.28 % stated", "-181.1", "✗ not met"],
    ],
    "viet-nam": [
        ["Investment, share of the gross product", "33.9 %", "33–34 % stated", "102.7", "✓ met"],
        ["Fall of the poverty rate, percentage points", "1.1", "1–1.5 stated", "110.0", "✓ met"],
    ],
    "district": [
        ["Revenue (billion VND)", "24.023", "55.87 stated", "43.0", "↓ behind, 86.0 % of pace"],
        ["– target council", "", "70.66 stated", "34.0", "↓ behind, 68.0 % of pace"],
    ],
    "agency": [
        ["What applies to every agency", "69.25", "71.5 maximum", "96.9", "–"],
        ["One-stop desk", "not applicable", "28.5 maximum", "–", "–"],
    ],
    "commune": [
        ["Roads built, km", "21", "20 stated", "105.0", "▲ exceeded"],
        ["Trees planted", "2,370", "1,000 stated", "237.0", "▲ exceeded"],
        ["Houses built", "0", "8 stated", "0.0", "✗ not met"],
        ["Complaints left open", "0", "5 stated", "at 0", "▲ exceeded"],
    ],
}


@pytest.mark.parametrize(("unit", "rows"), SHOWN.items(), ids=list(SHOWN))
def test_what_is_shown_of_a_published_table(
    units: dict[str, Assessment], unit: str, rows: list[list[str]]
) -> None:
    view = shown([units[unit]])
    names = ("Indicator", "Value", "Target", "Complete, %", "Verdict")
    assert columns(view, *names)[1:] == rows


def test_both_plans_of_a_district_at_mid_year(units: dict[str, Assessment]) -> None:
    item = found(units["district"], "revenue")
    plans = [item.outcome, *item.others]
    assert [plan.target.id for plan in plans if plan.target] == ["province", "council"]
    assert [plan.completion for plan in plans] == [interval("24023/55870"), interval("24023/70660")]
    assert [plan.course.elapsed for plan in plans] == [Fraction(1, 2)] * 2
    assert [plan.pace for plan in plans] == [interval("24023/27935"), interval("24023/35330")]
    assert [(plan.verdict, plan.mark) for plan in plans] == [(None, "behind")] * 2
    assert item.points == interval("24023/55870")


def test_quang_ninh_2020_is_91_05(units: dict[str, Assessment]) -> None:
    assert units["quang-ninh"].total.score == interval("91.05")


def test_what_a_unit_does_not_have_leaves_its_maximum(units: dict[str, Assessment]) -> None:
    total = units["agency"].total
    assert (total.points, total.most) == (interval("69.25"), Fraction("71.5"))
    assert total.score == interval("13850/143")
    assert round(Fraction(13850, 143), 2) == Fraction("96.85")


def test_ngan_son_is_ranked_by_what_it_was_appraised_at(units: dict[str, Assessment]) -> None:
    names = ["merged", "ngan-son", "late", "neighbour"]
    comparison = side_by_side([units[name] for name in names])
    assert [
        (each.assessment.scorecard.unit.id, each.rank and each.rank[:2], each.unranked)
        for each in comparison.standings
    ] == [
        ("neighbour", (1, 1), None),
        ("ngan-son", (2, 2), None),
        ("late", None, "not-eligible"),
        ("merged", None, "not-eligible"),
    ]
    assert units["ngan-son"].total.score == interval("78")


def test_a_unit_that_may_not_be_classed_is_listed_with_the_reason(
    units: dict[str, Assessment],
) -> None:
    found = shown([units[name] for name in ("neighbour", "ngan-son", "late", "merged")])
    assert [note for note in notes(found) if note.startswith("not ranked")] == [
        "not ranked: not eligible (no self-assessment was sent in)",
        "not ranked: not eligible (merged in the course of the year)",
    ]
