"""Rows for Python: typed, picklable, with the keys of the CSV, and safe as HTML."""

import csv
import io
import pickle
import re
from decimal import Decimal
from fractions import Fraction

from builders import framework, scorecard
from views import GOLDEN, assessments, shown, side_by_side, units_of

from scorecard.formats.csv import render_csv
from scorecard.measure.assessment import Assessment, assess
from scorecard.numbers.digits import decimal_text
from scorecard.report.figures import FigureRow, figure_rows
from scorecard.report.long_table import Figures
from scorecard.report.unit_rows import UnitRow
from scorecard.report.units import Units
from scorecard.text.json import Raw
from scorecard.text.medium import Medium

HOSTILE = "<script>alert(1)</script>&\"'\x1b[2J\u202e"
RULES = framework(
    {
        "a": {"unit": "percent", "kind": "rate", "limits": [0, 100], "target": 90},
        "b": {"target": "own"},
    },
    {"good": 80, "weak": 0},
)


def unit(id_: str, a: object, **keys: object) -> Assessment:
    return assess(scorecard({"a": a, "b": "1/3"}, id=id_, **keys), RULES)


def figures(*found: Assessment) -> Figures:
    return Figures(row for each in found for row in figure_rows(each))


def cells(html: str) -> list[list[str]]:
    return [re.findall(r"<t[hd]>(.*?)</t[hd]>", row) for row in re.findall("<tr>(.*?)</tr>", html)]


def test_a_figure_is_a_dict_of_values() -> None:
    first, second = figures(unit("hue", ">85", period="2025-H1")).to_dicts()
    expected = {
        "unit": "hue", "period": "2025-H1", "period_start": "2025-01-01",
        "period_end": "2025-06-30", "framework": "tested", "edition": "1", "group": "all",
        "indicator": "a", "indicator_name": "a", "printed": ">85", "eligible": True,
        "value_low": Fraction(85), "value_high": Fraction(100), "value_low_open": True,
        "absent": None, "target_low": Fraction(90), "target_basis": "stated",
        "verdict": "undecided", "mark": "undecided", "points_high": Fraction(1),
        "points_max": Fraction(1), "pace_low": None, "status": None, "source": None,
        "note": None,
    }  # fmt: skip
    assert {key: first[key] for key in expected} == expected
    # A number whose decimals do not end has 15 digits, and is rounded outward.
    assert first["completion_low"] == Decimal("94.4444444444444")
    assert first["completion_high"] == Decimal("111.111111111112")
    assert [second[key] for key in ("printed", "numerator", "denominator")] == ["1/3", 1, 3]


def test_texts_are_in_the_language_asked_for() -> None:
    name = {"en": "Hue", "vi": "Huế"}
    rows = Units(units_of([unit("hue", 90, name=name)]))
    assert [rows.to_dicts(language)[0]["name"] for language in ("en", "vi")] == ["Hue", "Huế"]
    assert rows.to_dicts()[0]["name"] == "Hue"


def test_the_dicts_are_the_rows_of_the_csv() -> None:
    found = assessments(GOLDEN / "ordinary")
    medium, rows = Medium(80, colour=False), units_of(found)
    in_order = figures(*(row.assessment for row in rows))
    assert plain(in_order.to_dicts()) == read(render_csv(shown(found), medium))
    units = plain(Units(rows).to_dicts())
    compare = read(render_csv(side_by_side(found), medium))
    assert units == [{key: row[key] for key in units[0]} for row in compare]


def read(text: str) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    # What marks a text that is no number is for spreadsheets alone.
    return [{key: value.removeprefix("'") for key, value in row.items()} for row in rows]


def plain(rows: list[dict[str, Raw]]) -> list[dict[str, str]]:
    """Return rows as a spreadsheet without formulas has them."""
    return [{key: _told(value) for key, value in row.items()} for row in rows]


def _told(value: Raw) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value or "" if isinstance(value, str | None) else decimal_text(value)


def test_rows_come_out_of_a_pickle_as_they_went_in() -> None:
    found = [unit("hue", ">85"), unit("lai", 70, level="district")]
    for rows in (figures(*found), Units(units_of(found))):
        again: Figures | Units = pickle.loads(pickle.dumps(rows))  # noqa: S301 - our own
        assert type(again) is type(rows)
        assert again.to_dicts("vi") == rows.to_dicts("vi")
        assert again._repr_html_() == rows._repr_html_()


def test_figures_as_html_name_the_unit_where_there_are_several() -> None:
    one, two = figures(unit("hue", 81)), figures(unit("hue", 81), unit("lai", 99, period="2024"))
    assert cells(one._repr_html_()) == [
        ["Indicator", "Value", "Target", "Complete, %", "Verdict", "Source", "Note"],
        ["a", "81 %", "90 % stated", "90.0", "◐ near", "", ""],
        ["b", "1/3", "3 whole", "33.3", "–", "", ""],
    ]
    assert [row[:4] for row in cells(two._repr_html_())] == [
        ["Unit", "Period", "Indicator", "Value"],
        ["Huế", "2025", "a", "81 %"],
        ["Huế", "2025", "b", "1/3"],
        ["Huế", "2024", "a", "99 %"],
        ["Huế", "2024", "b", "1/3"],
    ]


def test_units_as_html() -> None:
    units = Units(units_of([unit("hue", 81), unit("lai", 99)]))
    assert cells(units._repr_html_()) == [
        ["Rank of 2", "Unit", "Score", "Band", "Targets met"],
        ["1", "Huế (lai)", "66.7", "weak", "1 of 1"],
        ["2", "Huế (hue)", "61.7", "weak", "0 of 1"],
    ]
    assert cells(Units()._repr_html_()) == [["Rank", "Unit", "Score"]]


def test_no_text_of_a_file_is_html_or_steers_a_terminal() -> None:
    card = scorecard({"a": 81})
    hostile = card.unit.model_copy(update={"name": {"": HOSTILE}})
    assessment = assess(card.model_copy(update={"unit": hostile}), RULES)
    (row,) = units_of([assessment])
    html = Units([row])._repr_html_()
    assert (
        "<td>&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#x27;\\u001b[2J\\u202e</td>" in html
    )
    assert not set("\x1b\u202e") & set(html)


def test_rows_are_typed() -> None:
    found = unit("hue", 81)
    row: FigureRow = figures(found)[0]
    assert (row.unit.id, row.measured.verdict, row.figure.status) == ("hue", "not met", None)
    standing: UnitRow = Units(units_of([found]))[0]
    assert (standing.unit.id, standing.standing.unranked) == ("hue", "alone")
