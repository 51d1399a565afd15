"""Comma-separated values that a spreadsheet opens without running or guessing."""

import csv
import io
import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views import real_views

from scorecard.formats.csv import lines, render_csv
from scorecard.report.blocks import View
from scorecard.text.json import Raw
from scorecard.text.medium import Dialect, Medium
from scorecard.text.printable import printable

MEDIUM = Medium(1, colour=True)
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")


def written(*rows: tuple[Raw, ...], columns: tuple[str, ...] = ("a", "b")) -> str:
    return render_csv(View(tuple, dict, lambda: (columns, *rows)), MEDIUM)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_a_line_of_headings_and_a_line_a_row() -> None:
    rows: list[tuple[Raw, ...]] = [("x", None), ("", 0), ('a "b", c', Decimal("1.50"))]
    assert written(*rows) == 'a,b\nx,\n,0\n"a ""b"", c",1.5\n'
    assert written() == "a,b\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(1, 3), "0.333333333333333"),
        (Fraction(-17), "-17"),
        (Decimal("123456789012345.0"), "123456789012345"),
        (Decimal("1E-15"), "0.000000000000001"),
        ("-5", "'-5"),
        ("-5.25", "'-5.25"),
        ("2026-03", "'2026-03"),
        ("2025", "'2025"),
        ("2021/2025", "'2021/2025"),
        ("2025-H1", "2025-H1"),
        ("001", "'001"),
        ("1e5", "'1e5"),
        ("12/18", "'12/18"),
        ("1,5", "'1,5"),
        ("50 %", "'50 %"),
        ("12:30", "'12:30"),
        ("3 Mar", "'3 Mar"),
        ("March 2025", "'March 2025"),
        ("true", "'true"),
        ("March against the flood", "March against the flood"),
        ("decision-766", "decision-766"),
        ("Dec-766", "'Dec-766"),
        ("Sept. 2025", "'Sept. 2025"),
        (True, "true"),
        (False, "false"),
        ("-5-1", "'-5-1"),
        ("-1e5", "'-1e5"),
        ('=HYPERLINK("http://e")', '\'=HYPERLINK("http://e")'),
        ("+84 123", "'+84 123"),
        ("-", "'-"),
        (" =1", "' =1"),
        ("a=1;-b", "a=1;'-b"),
        ("@SUM(1)", "'@SUM(1)"),
        ("＝1＋1", "'＝1＋1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠a", "'＠a"),
        ("\t=1", r"\u0009=1"),
        ("\r\n=1", r"\u000d\u000a=1"),
        ("'=1", "'=1"),
        ("a=1", "a=1"),
        ("≥1", "≥1"),
        (">98", ">98"),
        ("<~20000", "<~20000"),
        ("##[x]", r"\u0023#[x]"),
        ("Cao Bằng", "Cao Bằng"),
    ],
)
def test_a_value_in_its_cell(value: Raw, expected: str) -> None:
    assert read(written((value, "z"))) == [["a", "b"], [expected, "z"]]


@given(st.lists(st.tuples(st.text(), st.text('=+-@＝"\n\r\t,; 1a'))))
def test_any_text_stays_in_its_cell_and_starts_no_formula(rows: list[tuple[str, str]]) -> None:
    text = written(*rows)
    assert text.count("\n") == len(rows) + 1
    found = read(text)[1:]
    assert [len(row) for row in found] == [2] * len(rows)
    for shown, row in zip(found, rows, strict=True):
        for cell, value in zip(shown, row, strict=True):
            assert cell.replace("'", "") == printable(value).replace("'", "")
            assert not re.match("[=+@＝＋－＠\t\r]", cell)
            assert not cell.startswith("-") or re.fullmatch(r"-[0-9]+(\.[0-9]+)?", cell)


@pytest.mark.parametrize("number", range(8))
def test_every_row_of_a_real_view_has_as_many_cells_and_no_formula(number: int) -> None:
    text = render_csv(real_views()[number], MEDIUM)
    head, *rows = read(text)
    assert len(rows) >= 3
    assert len(set(head)) == len(head)
    for row in rows:
        assert len(row) == len(head)
        for cell in row:
            assert not FORMULA.match(cell) or re.fullmatch(r"-[0-9]+(\.[0-9]+)?", cell)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\ufeff]", text)


@pytest.mark.parametrize("dialect", ["plain", "excel-vi"])
@given(st.lists(st.text('=+-@＝",; 1a')))
def test_no_spreadsheet_finds_a_formula_where_it_ends_cells_by_another_mark(
    dialect: Dialect, texts: list[str]
) -> None:
    text = lines([texts], dialect=dialect)
    for mark in ",;\t":
        cells = next(csv.reader(io.StringIO(text), delimiter=mark), [])
        assert not re.findall(r"^[=+\-@＝＋－＠]", "\n".join(cells), re.MULTILINE)


def test_what_ends_a_cell_somewhere_is_quoted_and_begins_no_formula_there() -> None:
    assert written(("z", "U;=HYPERLINK(1)")) == 'a,b\nz,"U;\'=HYPERLINK(1)"\n'
    assert written(("z", 'U;"+1')) == 'a,b\nz,"U;""\'+1"\n'
    assert written(("z", "U; -1")) == 'a,b\nz,"U; -1"\n'
    assert written(('a "b", c', "z")) == 'a,b\n"a ""b"", c",z\n'
    assert written(("plain =1", "z")) == "a,b\nplain =1,z\n"
