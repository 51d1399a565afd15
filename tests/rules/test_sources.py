"""Where figures come from: each mistake in it told once."""

from collections.abc import Mapping
from datetime import date

import pytest
from builders import Table, checked, framework

from scorecard.measure.assessment import assess
from scorecard.model.scorecard import Scorecard

TESTED = framework({"x": {}, "y": {}, "z": {}})
REPORT: Table = {"title": "Báo cáo"}
BOTH = {"report": REPORT, "annex": REPORT}
SOURCED: Table = {"value": 5, "source": "report#p3"}


def told(
    figures: Table,
    sources: Mapping[str, Table],
    *,
    period: str = "2025",
    remarks: list[Table] | None = None,
) -> list[str]:
    card = Scorecard.model_validate(
        {
            "format": 1,
            "framework": "tested",
            "period": period,
            "unit": {"id": "hue", "name": "Huế", "level": "province"},
            "sources": sources,
            "figures": figures,
            "remarks": remarks or [],
        }
    )
    return [
        f"{each.code} {'.'.join(map(str, each.path))}: {each.message}"
        for each in checked(assess(card, TESTED))
    ]


NO_REPORT = 'there is no source "reprot" in this file'


@pytest.mark.parametrize(
    ("figures", "sources", "expected"),
    [
        ({"x": SOURCED}, {"report": REPORT}, []),
        ({}, {}, []),
        ({"x": 5}, {}, ['SC901 figures.x: "x" has no source']),
        ({"x": 5, "y": 6}, {}, ["SC901 figures: all 2 figures of this file have no source"]),
        ({"x": SOURCED, "y": 6}, {"report": REPORT}, ['SC901 figures.y: "y" has no source']),
        # What is absent has no page to be traced to.
        ({"x": {"absent": "missing"}}, {}, []),
        # A source that is not listed is told once, at the first that refers to it.
        ({"x": {"value": 5, "source": "reprot"}}, {}, [f"SC303 figures.x.source: {NO_REPORT}"]),
        (
            {"x": {"value": 5, "source": "reprot#p1"}, "y": {"value": 5, "source": "reprot#p2"}},
            {"report": REPORT},
            [f"SC303 figures.x.source: {NO_REPORT}"],
        ),
        (
            {"x": {**SOURCED, "target": {"value": 5, "source": "reprot"}}},
            {"report": REPORT},
            [f"SC303 figures.x.target.0.source: {NO_REPORT}"],
        ),
        (
            {
                "x": {
                    **SOURCED,
                    "target": [{"id": "a", "value": 5}, {"id": "b", "value": 5, "source": "plan"}],
                }
            },
            {"report": REPORT},
            ['SC303 figures.x.target.1.source: there is no source "plan" in this file'],
        ),
        # A source that seems idle may be the one that was meant.
        (
            {"x": SOURCED},
            BOTH,
            ['SC903 sources.annex: nothing in this file is taken from the source "annex"'],
        ),
        ({"x": SOURCED, "y": 6}, BOTH, ['SC901 figures.y: "y" has no source']),
        (
            {"x": SOURCED, "y": {"value": 5, "source": "anex"}},
            BOTH,
            ['SC303 figures.y.source: there is no source "anex" in this file'],
        ),
        ({"x": {**SOURCED, "target": {"value": 5, "source": "annex"}}}, BOTH, []),
        (
            {},
            {"report": REPORT},
            ['SC903 sources.report: nothing in this file is taken from the source "report"'],
        ),
    ],
)
def test_one_mistake_is_told_once(
    figures: Table, sources: Mapping[str, Table], expected: list[str]
) -> None:
    assert told(figures, sources) == expected


def test_a_remark_takes_from_a_source_too() -> None:
    remark = {"kind": "task", "text": "Nhân rộng", "source": "report"}
    assert told({}, {"report": REPORT}, remarks=[remark]) == []
    plain = {"kind": "task", "text": "Nhân rộng"}
    wrong = {**remark, "source": "Báo cáo, tr. 3"}
    assert told({}, {"report": REPORT}, remarks=[plain, wrong]) == [
        'SC303 remarks.1.source: there is no source "Báo cáo, tr. 3" in this file'
    ]


@pytest.mark.parametrize(
    ("period", "published", "wrong"),
    [
        ("2025", "2025-01-01", False),
        ("2025", "2024-12-31", True),
        ("2025-H2", "2025-06-30", True),
        ("2025-H2", "2025-07-01", False),
        # A report of the year so far comes before the year ends.
        ("2026-01/2026-09", "2026-09-26", False),
        ("2021/2025", "2025-11-21", False),
        ("XXXX-H1", "1999-01-01", False),
    ],
)
def test_no_document_reports_what_had_not_begun(
    period: str, published: str, *, wrong: bool
) -> None:
    dated = {**REPORT, "published": date.fromisoformat(published)}
    assert told({"x": SOURCED}, {"report": dated}, period=period) == (
        [
            (
                f"SC904 sources.report.published: this document was published on {published}, "
                f"before {period} began, and cannot report on it"
            )
        ]
        if wrong
        else []
    )
    # A plan may be as old as it likes.
    planned = {"x": {**SOURCED, "target": {"value": 9, "source": "annex"}}}
    assert told(planned, {"report": REPORT, "annex": dated}, period=period) == []
