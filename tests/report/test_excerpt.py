"""Which units are shown where not all are asked for, and what is said of the others."""

import pytest
from builders import Table, framework, scorecard
from views import grid, notes

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment, assess
from scorecard.measure.comparison import compared
from scorecard.measure.field import Fields
from scorecard.model.framework import Framework
from scorecard.report.blocks import View
from scorecard.report.comparison import Rows, compare_view
from scorecard.report.excerpt import Excerpt

RULES = framework({"a": {"target": 100}, "b": {"target": 100}})


def unit(name: str, a: object, rules: Framework = RULES, **keys: object) -> Assessment:
    period = keys.pop("period", "2025")
    return assess(scorecard({"a": a, "b": 50}, period=period, id=name, name=name, **keys), rules)


FIVE = [unit(name, 90 - 10 * at) for at, name in enumerate(("an", "be", "ca", "da", "en"))]


def view(
    asked: Excerpt,
    units: list[Assessment] = FIVE,
    rows: Rows = "units",
    language: str = "en",
    sort: str = "rank",
) -> View:
    fields = Fields(units)
    comparison = compared(units, fields, sort)
    return compare_view(comparison, fields, Words(language), asked=asked, rows=rows)


def names(found: View) -> list[str]:
    return [f"{row[0]} {row[1]}".strip() for row in grid(found)[1:]]


@pytest.mark.parametrize(
    ("asked", "shown", "said"),
    [
        (Excerpt(), ["1 an", "2 be", "3 ca", "4 da", "5 en"], []),
        (Excerpt(top=2), ["1 an", "2 be"], ["3 of 5 units are not shown (--top 2)"]),
        (Excerpt(bottom=1), ["5 en"], ["4 of 5 units are not shown (--bottom 1)"]),
        (
            Excerpt(top=1, bottom=2),
            ["1 an", "… 2 not shown", "4 da", "5 en"],
            ["2 of 5 units are not shown (--top 1 --bottom 2)"],
        ),
        (Excerpt(top=3, bottom=2), ["1 an", "2 be", "3 ca", "4 da", "5 en"], []),
        (Excerpt(top=4, bottom=4), ["1 an", "2 be", "3 ca", "4 da", "5 en"], []),
        (Excerpt(top=9), ["1 an", "2 be", "3 ca", "4 da", "5 en"], []),
    ],
)
def test_the_first_and_the_last_are_shown_and_the_others_are_counted(
    asked: Excerpt, shown: list[str], said: list[str]
) -> None:
    found = view(asked)
    assert names(found) == shown
    assert notes(found) == said
    assert [note.text for note in found.notes] == said
    kept = [name.split()[1] for name in shown if "…" not in name]
    assert [row[4] for row in list(found.sheet())[1:]] == kept
    assert found.record()["notes"] == [{"code": "left-out", "message": text} for text in said]


@pytest.mark.parametrize(
    ("asked", "sort", "shown"),
    [
        (Excerpt(top=2), "rank", ["1 an", "2 be", "2 ca"]),
        (Excerpt(top=2), "a", ["1 an", "2 be", "2 ca"]),
        (Excerpt(top=2), "unit", ["1 an", "2 be"]),
        (Excerpt(bottom=2), "rank", ["4 da", "4 en", "6 fu"]),
        (Excerpt(bottom=2), "unit", ["4 en", "6 fu"]),
        (Excerpt(top=1, bottom=1), "rank", ["1 an", "… 4 not shown", "6 fu"]),
        (Excerpt(top=2, bottom=2), "rank", ["1 an", "2 be", "2 ca", "4 da", "4 en", "6 fu"]),
    ],
)
def test_units_that_only_their_ids_tell_apart_stay_together(
    asked: Excerpt, sort: str, shown: list[str]
) -> None:
    values = {"an": 90, "be": 80, "ca": 80, "da": 70, "en": 70, "fu": 60}
    units = [unit(name, value) for name, value in values.items()]
    assert names(view(asked, units, sort=sort)) == shown


def test_units_may_have_columns() -> None:
    assert grid(view(Excerpt(top=1, bottom=1), rows="indicators"))[0] == [
        "Indicator",
        "Target",
        "an",
        "an: complete, %",
        "en",
        "en: complete, %",
    ]


def test_who_leads_leads_all_units_shown_or_not() -> None:
    (*_, best, _) = grid(view(Excerpt(top=1), rows="indicators"))
    assert best[2:] == ["90", "★ 90.0 ◐"]
    (*_, other, _) = grid(view(Excerpt(bottom=4), rows="indicators"))
    assert other[2:4] == ["80", "80.0 ✗"]


def test_what_is_said_of_units_by_name_is_said_of_those_that_are_shown() -> None:
    fewer: Table = {"absent": "not-applicable"}
    units = [*FIVE, unit("fu", fewer), unit("go", {"absent": "missing"})]
    assert notes(view(Excerpt(top=1), units)) == ["6 of 7 units are not shown (--top 1)"]
    assert notes(view(Excerpt(), units)) == [
        "go · not ranked: only 50.0 % of the points are reported, and 80 % are needed",
        "not all are scored on the same: others are on up to 2 points, fu 1",
    ]


def test_it_is_said_in_vietnamese() -> None:
    found = view(Excerpt(top=1, bottom=1), language="vi")
    assert names(found)[1] == "… 3 đơn vị không hiện"
    assert notes(found) == ["không hiện 3/5 đơn vị (--top 1 --bottom 1)"]
