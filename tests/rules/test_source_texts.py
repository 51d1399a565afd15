"""Figures looked up in the texts of their sources: the wrong ones are told, and no other."""

from pathlib import Path

import pytest
from builders import Table, checked, framework

from scorecard.measure.assessment import Assessment
from scorecard.model.scorecard import Scorecard
from scorecard.project.load import load_all
from scorecard.text.source import SourceText

TEXTS = Path(__file__).parents[1] / "cases" / "texts"
NEW = ("SC309", "SC310", "SC905", "SC906")

THIRTY = {
    "vi": [
        '89.56 is not in paragraph 1 of "report"',
        '<=7.5 is said in other words in paragraph 3 of "report": dưới 7,5',
        '6 is not in paragraph 5 of "report"',
    ],
    "en": [
        '12/19 is not in paragraph 1 of "report"',
        '231000 is said in other words in paragraph 2 of "report": over 231,000',
        '1263 is not in paragraph 4 of "report"',
    ],
    "ar": [
        '6.6..6.7 is not in paragraph 1 of "report"',
        '211334 is not in paragraph 4 of "report"',
        '<900 is said in other words in paragraph 6 of "report": قرابة 900',
    ],
}


@pytest.mark.parametrize("language", THIRTY)
def test_three_wrong_figures_of_thirty_are_told(language: str) -> None:
    (opened,) = load_all([TEXTS / f"{language}.toml"])
    assert opened.assessment
    assert len(opened.assessment.scorecard.figures) == 30
    told = [each.message for each in opened.diagnostics if each.code in NEW]
    assert told == THIRTY[language]


TEXT = """Mục tiêu năm 2025 là 95%; năm 2020 mới đạt 80,5%.

Đến nay đạt 91,2%, bằng 96% kế hoạch, được 9,6 điểm."""


def told(figure: Table, text: SourceText | str | None = None, **figures: Table) -> list[str]:
    card = Scorecard.model_validate(
        {
            "format": 1,
            "framework": "tested",
            "period": "2025",
            "unit": {"id": "hue", "name": "Huế", "level": "province"},
            "sources": {"report": {"title": "R"}, "plan": {"title": "P"}},
            "figures": {"x": figure, **figures},
        }
    )
    texts = {"report": text or SourceText(TEXT)}
    found = checked(Assessment(card, framework({"x": {}, "y": {}}), texts=texts))
    return [
        f"{'.'.join(map(str, each.path))}: {each.message}; {each.hint}"
        for each in found
        if each.code in NEW
    ]


REPORT: Table = {"source": "report#p2"}


def not_in(path: str, number: str, hint: str = "check it against the source") -> str:
    return f'figures.x.{path}: {number} is not in paragraph 2 of "report"; {hint}'


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ({"value": 91.2, **REPORT}, []),
        ({"value": 91.2, "source": "report"}, []),
        ({"value": 91.2, "source": "report#bảng 2"}, []),
        ({"value": 7, "source": "plan#p9"}, []),
        ({"value": 7}, []),
        ({"absent": "missing", **REPORT}, []),
        ({"value": True, **REPORT}, []),
        ({"value": 91, **REPORT}, [not_in("value", "91")]),
        (
            {"value": 80.5, **REPORT},
            [not_in("value", "80.5", 'it is in paragraph 1: write source = "report#p1"')],
        ),
        (
            {"value": "<80.5", **REPORT},
            [not_in("value", "<80.5", "paragraph 1 has this: 80,5")],
        ),
        (
            {"value": 91, "source": "report"},
            ['figures.x.value: 91 is not in the text of "report"; check it against the source'],
        ),
        (
            {"value": 91.2, "baseline": 81, **REPORT},
            [not_in("baseline", "81")],
        ),
        (
            {"value": 91.2, "claimed": {"completion": 97, "points": 9.7}, **REPORT},
            [not_in("claimed.completion", "97"), not_in("claimed.points", "9.7")],
        ),
        ({"value": 91.2, "claimed": {"completion": 96, "points": 9.6}, **REPORT}, []),
        # The target of the year stands in the first paragraph.
        (
            {"value": 91.2, "target": 95, **REPORT},
            [not_in("target.0.value", "95", 'it is in paragraph 1: write source = "report#p1"')],
        ),
        ({"value": 91.2, "target": {"value": 95, "source": "report#p1"}, **REPORT}, []),
        ({"value": 91.2, "target": {"value": 97, "source": "plan"}, **REPORT}, []),
        ({"value": 91.2, "target": {"value": 97, "basis": "implied"}, **REPORT}, []),
        ({"value": 91.2, "target": {"value": 100, "basis": "ceiling"}, **REPORT}, []),
        ({"value": 91.2, "target": "none", **REPORT}, []),
    ],
    ids=str,
)
def test_what_a_source_has_to_print(figure: Table, expected: list[str]) -> None:
    assert told(figure) == expected


def test_a_paragraph_that_is_not_there_is_told_once() -> None:
    missing: Table = {"value": 7, "source": "report#p3"}
    hint = "it has 2: blank lines part them, or the ends of lines where there are none"
    said = f'there is no paragraph 3 in the text of "report"; {hint}'
    assert told(missing, y=missing) == [f"figures.x.source: {said}"]
    assert told({"value": 7, "source": "report#p0"}) == [
        f"figures.x.source: {said.replace('3', '0', 1)}"
    ]
    target: Table = {"value": 91.2, "target": {"value": 95, "source": "report#p3"}, **REPORT}
    assert told(target) == [f"figures.x.target.0.source: {said}"]


def test_a_text_that_is_not_read_says_why_and_nothing_else() -> None:
    hint = "name a .txt file beside this one, or in a folder there, that is saved as UTF-8"
    said = "sources.report.text: the text of this source is not read: it is a link"
    assert told({"value": 7, **REPORT}, "it is a link") == [f"{said}; {hint}"]


def test_long_words_are_cut_in_a_message() -> None:
    text = SourceText(f"5 {'a' * 40} {'b' * 40} or more")
    (said,) = told({"value": 5, "source": "report"}, text)
    assert said == (
        f'figures.x.value: 5 is said in other words in the text of "report": 5 {"a" * 40} '
        f"{'b' * 17}…; write it as the source says it, so that it says no more and no less"
    )
