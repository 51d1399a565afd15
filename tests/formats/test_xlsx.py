"""Workbooks: the numbers of the table, digit for digit, and text that stays text."""

import csv
import io
import json
import shutil
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import NoReturn
from zipfile import ZipFile

import pytest
from command import run
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as Read
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet
from pages import Page

from scorecard import pool
from scorecard.formats import DoesNotFitError, workbook, xlsx
from scorecard.formats.markdown import escaped
from scorecard.i18n import Words
from scorecard.numbers.interval import Interval, exactly
from scorecard.report.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Facts,
    Heading,
    LongTable,
    Note,
    Row,
    Table,
    View,
    Workbook,
)
from scorecard.text.json import Raw
from scorecard.text.medium import Medium
from scorecard.text.printable import printable

GOLDEN = Path(__file__).parents[1] / "golden"
MEDIUM = Medium(80, colour=False)

# What openpyxl does not read, it says.
pytestmark = pytest.mark.filterwarnings("ignore:.*not supported and will be removed:UserWarning")


def sheets(data: bytes) -> list[Worksheet]:
    book = load_workbook(io.BytesIO(data))
    return [book[name] for name in book.sheetnames]


def shown_as(cell: Read) -> str:
    """Return what Excel writes in a cell, with a point before decimals."""
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    assert isinstance(value, int | float)
    if cell.number_format == "General":
        return f"{value}"
    before, digits, after = pieces(cell.number_format)
    decimals = len(digits.partition(".")[2])
    number = Decimal(repr(value)) if "-" not in digits else Decimal(0)
    positive = abs(number) if ";" in cell.number_format else number
    return f"{before}{positive:,.{decimals}f}{after}"


def pieces(told: str) -> tuple[str, str, str]:
    """Return the texts before and behind the digits of a number format, and those."""
    parts = told.split(";", maxsplit=1)[0].split('"')
    place = next(number for number, part in enumerate(parts) if part.startswith("#"))
    return "".join(parts[:place]), parts[place], "".join(parts[place + 1 :])


def visible(sheet: Worksheet) -> Iterator[list[str]]:
    """Yield the rows of a sheet as one reads them, without hidden columns."""
    hidden = {
        number
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for number in range(dimension.min or 0, (dimension.max or 0) + 1)
    }
    for row in sheet.iter_rows():
        assert all(isinstance(cell, Read) or cell.value is None for cell in row)
        yield [
            shown_as(cell) if isinstance(cell, Read) else ""
            for cell in row
            if cell.column not in hidden
        ]


TOO_MANY_FIGURES = (
    "{} figures are more than a workbook holds: write the table as CSV, "
    "and every figure with scorecard export -o figures.parquet"
)

COMMANDS = [
    ("ordinary", ("show",)),
    ("ordinary", ("compare", "--rows", "units")),
    ("ordinary", ("compare",)),
    ("nasty", ("show",)),
    ("nasty", ("compare", "--rows", "units", "--by", "indicators")),
]


@pytest.mark.parametrize(("folder", "words"), COMMANDS)
def test_every_format_has_the_same_numbers(
    folder: str, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(GOLDEN)
    files = sorted(Path(folder).glob("[!f]*.toml"))
    paths = {ending: tmp_path / f"a.{ending}" for ending in ("xlsx", "md", "csv", "json", "html")}
    for path in paths.values():
        assert run(*words, *files, "-o", path).code == 0
    view, long, _ = sheets(paths["xlsx"].read_bytes())
    read = ["| " + " | ".join(escaped(printable(cell)) for cell in row) for row in visible(view)]
    # Each row of a table that Markdown has is one of the sheet: same texts, same digits.
    told = [line.replace("**", "") for line in paths["md"].read_text("utf-8").splitlines()]
    rows = [line.removesuffix(" |") for line in told if line.startswith("| ")]
    rows = [line for line in rows if not set(line) <= set("|-: ")]
    assert rows
    for line in rows:
        cells = [cell for cell in line.split(" | ") if not set(cell) & set("█▒░")]
        assert any(all(cell.strip("| ") in other for cell in cells) for other in read), line
    page = Page(paths["html"].read_text("utf-8"))
    in_page = [escaped(printable(text)) for text in page.cells if has_number(text)]
    for line in rows:
        texts = (cell.strip() for cell in line.removeprefix("| ").split(" | "))
        numbers = sorted(filter(has_number, texts))
        # A terminal has columns of right-to-left words last, a page where they belong.
        spans = (in_page[at : at + len(numbers)] for at in range(len(in_page) + 1))
        assert any(sorted(span) == numbers for span in spans), line
    if words == ("show",):
        assert_same_long_table(long, paths["csv"], paths["json"])


def has_number(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def assert_same_long_table(long: Worksheet, as_csv: Path, as_json: Path) -> None:
    keys, *rows = ([cell.value for cell in row] for row in long.iter_rows())
    by_csv = list(csv.DictReader(io.StringIO(as_csv.read_text("utf-8-sig"))))
    units = json.loads(as_json.read_text("utf-8"), parse_float=Decimal)["units"]
    by_json = [figure for unit in units for figure in unit["figures"]]
    assert len(rows) == len(by_csv) == len(by_json) > 0
    for row, in_csv, figure in zip(rows, by_csv, by_json, strict=True):
        told = dict(zip(keys, row, strict=True))
        for key in ("value", "completion"):
            for end in ("low", "high"):
                number = (figure[key] or {}).get(end)
                written = told[f"{key}_{end}"]
                assert in_csv[f"{key}_{end}"] == ("" if number is None else f"{number}")
                assert (written is None) == (number is None)
                if number is not None:
                    assert Decimal(str(written)) == Decimal(str(number))
        printed = figure["printed"]
        assert told["printed"] == printed
        assert in_csv["printed"].removeprefix("'") == (printed or "")


EDGES = [
    ("80.06", "#,##0.00", Fraction("80.06")),
    ("1,897.50", "#,##0.00", Fraction("1897.5")),
    ("0.0", "#,##0.0", Fraction(0)),
    ("-0.5", "#,##0.0", Fraction("-0.5")),
    ("★ 98.5 %", '"★ "#,##0.0" %"', Fraction("98.5")),
    ("※ 12 ✓", '"※ "#,##0" ✓"', Fraction(12)),
    *((text, "General", None) for text in ("> 98.0", "≥ 80.0", "≈ 4.5", "80.1–<92.8", "12/18")),
    *((text, "General", None) for text in ("18 of 34", "missing", "–", "", "98.5 ≈ ✓")),
]


@pytest.mark.parametrize(("text", "format_", "number"), EDGES)
def test_a_number_is_written_as_its_text_and_a_bound_is_text(
    text: str, format_: str, number: Fraction | None
) -> None:
    assert Words("en").read(text) == number
    cell = Cell(printable(text), number=number)
    [sheet] = sheets(xlsx.render_xlsx(table(cell), MEDIUM))
    read = sheet["A2"]
    assert isinstance(read, Read)
    assert (shown_as(read), read.number_format) == (text.replace("\\", ""), format_)


@pytest.mark.parametrize("text", ["1.897,5", "80,06", "★ 98,5 %"])
def test_a_number_is_read_as_its_language_writes_it(text: str) -> None:
    number = Words("vi").read(text)
    assert number in (Fraction("1897.5"), Fraction("80.06"), Fraction("98.5"))
    told = xlsx.number_format(Cell(printable(text), number=number))
    assert pieces(told)[1] == ("#,##0.00" if text == "80,06" else "#,##0.0")


def test_a_change_has_its_sign_once() -> None:
    cell = Cell(printable("▼ 2.4"), number=Fraction("-2.4"))
    assert xlsx.number_format(cell) == '"▼ "#,##0.0;"▼ "#,##0.0'


def table(*cells: Cell) -> View:
    columns = (Column(printable("a"), "number"),)
    return View(lambda: [Table(columns, tuple(Row((cell,)) for cell in cells))], dict)


HOSTILE = [
    *("=1+1", "@SUM(A1)", "+1", "-1", "https://a.example", "mailto:a@b.example", "00123"),
    *("123456789012345678901", "2026-03", "TRUE", "{=1}", "_x0041_", "a\tb", "<b>&amp;</b>"),
    *("internal:A1", "#REF!", "<r>a", "x" * 32_767),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    view, long, _ = sheets(xlsx.render_xlsx(everywhere(text), MEDIUM))
    for read in (view["A2"], long["A2"]):
        assert isinstance(read, Read)
        assert (unescape(str(read.value)), read.data_type) == (printable(text), "s")
        assert read.hyperlink is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<r><t>a</t></r>", "<r><t>a</t></r> "),
        (f"<r>{'z' * 32_760}</r>", f"<r>{'z' * 32_760}</r>"[:32_766] + "…"),
        ("a\ufffeb", "a\N{REPLACEMENT CHARACTER}b"),
        ("y" * 40_000, "y" * 32_766 + "…"),
        # Excel counts what lies beyond 16 bits twice.
        ("\U0001f33e" * 20_000, "\U0001f33e" * 16_383 + "…"),
        ("y" + "\U0001f33e" * 20_000, "y" + "\U0001f33e" * 16_382 + "…"),
    ],
)
def test_what_a_cell_cannot_hold_is_changed_so_that_it_can(text: str, read: str) -> None:
    view, long, _ = sheets(xlsx.render_xlsx(everywhere(text), MEDIUM))
    assert (view["A2"].value, long["A2"].value) == (read, read)


def test_no_row_is_higher_than_a_row_may_be() -> None:
    view = View(lambda: [Note(printable("long " * 6_000), printable("Note"))], dict)
    [sheet] = sheets(xlsx.render_xlsx(view, MEDIUM))
    assert sheet.row_dimensions[1].height == pytest.approx(409, abs=0.5)


def everywhere(text: str) -> View:
    """Return a view that has a text on its sheet and in its long table."""
    return table(Cell(printable(text)))._replace(book=book([[text]]))


def book(*units: list[list[Raw]], keys: int = 1) -> Workbook:
    """Return a workbook whose long table has these rows of units."""
    long = LongTable([f"key_{number}" for number in range(keys)], units, len, lambda unit: unit)
    return Workbook(("view", "long", "about"), right_to_left=True, figures=long)


def test_the_long_table_has_every_value_as_it_is() -> None:
    first: list[list[Raw]] = [
        [True, Fraction("0.5368"), " a ", None],
        [False, 10**15, "_x0041_", Decimal("1e3")],
    ]
    # A cell keeps 15 digits.
    second: list[list[Raw]] = [[None, Fraction("1234567.12345678"), "1234567.123456789", -7]]
    more: list[list[Raw]] = [[None, Fraction("1234567.123456789"), "", 0]]
    data = xlsx.render_xlsx(View(tuple, dict, book=book(first, [], second, more, keys=4)), MEDIUM)
    _, long, _ = sheets(data)
    assert [[cell.value for cell in row] for row in long.iter_rows(min_row=2)] == [
        [True, 0.5368, " a ", None],
        [False, 10**15, "_x005F_x0041_", 1000],
        [None, 1234567.12345678, "1234567.123456789", -7],
        [None, "1234567.123456789", "", 0],
    ]
    assert unescape(str(long["C3"].value)) == "_x0041_"
    assert (long.dimensions, long.auto_filter.ref, long.freeze_panes) == ("A1:D5", "A1:D5", "A2")
    assert (long.print_title_rows, long.sheet_view.rightToLeft) == ("$1:$1", True)
    assert long.column_dimensions["A"].width == pytest.approx(9.7, abs=0.1)


def test_a_long_table_is_the_same_by_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    units: list[list[list[Raw]]] = [[[Fraction(unit, 8)]] for unit in range(9)]
    view = View(tuple, dict, book=book(*units))
    by_one = xlsx.render_xlsx(view, MEDIUM)
    monkeypatch.setattr(pool, "FEW", 1)
    monkeypatch.setattr(pool, "BATCH", 2)
    assert xlsx.render_xlsx(view, MEDIUM) == by_one


def test_bounds_stand_in_hidden_columns_beside_their_text() -> None:
    cells = (
        Cell(printable("> 98.0"), bounds=Interval(Fraction(98), None, 1)),
        Cell(printable("≤ 33.4"), bounds=Interval(None, Fraction(100, 3))),
        Cell(printable("0.1"), number=Fraction("0.1"), bounds=exactly(Fraction(1, 10))),
        Cell(printable("≥ 1"), bounds=Interval(Fraction(1, 2**30), None)),
    )
    view = table(*cells)._replace(book=Workbook(("T", "", ""), ("from", "to")))
    [sheet] = sheets(xlsx.render_xlsx(view, MEDIUM))
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    # Ends are rounded outward, and digits that no cell keeps are text.
    assert values == [
        ["a", "a: from", "a: to"],
        ["> 98.0", 98, None],
        ["≤ 33.4", None, 33.3333333333334],
        [0.1, 0.1, 0.1],
        ["≥ 1", "0.000000000931322574615478515625", None],
    ]
    assert [sheet.column_dimensions[name].hidden for name in "AB"] == [False, True]


def test_blocks_of_every_kind_stand_below_one_another() -> None:
    columns = Column(printable("n"), key=True), Column(printable("b"), "ornament")
    cells = Cell(printable("x")), Cell(printable("█"), share=Fraction(1, 2))
    section = Row((Cell(printable("Group")), Cell(printable(""))), section=True)
    blocks: list[Block] = [
        Heading(printable("Title")),
        Facts(((printable("Score"), Cell(printable("9"))),)),
        Table(columns, (section, Row(cells))),
        Heading(printable("More"), 2),
        Code(printable("As"), (printable("a = 1"),)),
        Note(printable("well"), printable("Note")),
        Facts(((printable("Last"), Cell(printable("y"))),)),
        Table((columns[1],), ()),
    ]
    [sheet] = sheets(xlsx.render_xlsx(View(lambda: blocks, dict), MEDIUM))
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row for row in values if any(row)] == [
        ["Title", None],
        ["n", "b"],
        ["Group", None],
        ["x", 0.5],
        ["Score", "9"],
        ["More", None],
        ["As", None],
        ["a = 1", None],
        ["Note: well", None],
        ["b", None],
        ["Last", "y"],
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B3", "A2:B4")
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$2:$2", "landscape")
    assert str(sheet.page_setup.paperSize) == "9"


def test_a_note_over_a_table_of_one_column_is_in_its_one_cell() -> None:
    table = Table((Column(printable("n"), key=True),), (Row((Cell(printable("x")),)),))
    blocks: list[Block] = [Note(printable("a long note"), printable("Note")), table]
    [sheet] = sheets(xlsx.render_xlsx(View(lambda: blocks, dict), MEDIUM))
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row for row in values if any(row)] == [["Note: a long note"], ["n"], ["x"]]
    assert not sheet.merged_cells.ranges


def test_the_same_bytes_twice_and_no_clock_in_them(tmp_path: Path) -> None:
    words = ("compare", "--dir", GOLDEN / "ordinary", "--lang", "vi", "-o")
    for name in ("a.xlsx", "b.xlsx"):
        assert run(*words, tmp_path / name).code == 0
    first, second = ((tmp_path / name).read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert first == second
    with ZipFile(io.BytesIO(first)) as parts:
        assert "2000-01-01T00:00:00Z" in parts.read("docProps/core.xml").decode()


def test_the_third_sheet_says_what_all_was_made_of(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    folder = shutil.copytree(GOLDEN / "ordinary", tmp_path / "cards")
    card = folder / "an-phu.toml"
    title = 'title = "Report of the year"\n'
    source = f'{title}publisher = "Statistics office"\npublished = 2026-01-31\n'
    card.write_text(card.read_text("utf-8").replace(title, source), "utf-8")
    words = ("show", "an-phu", "--dir", folder, "--lang", "ar")
    assert run(*words, f"--output={path}").code == 0
    view, figures, about = sheets(path.read_bytes())
    told = {row[0].value: row[1].value for row in about.iter_rows(max_row=2, max_col=2)}
    assert list(told.values())[1] == " ".join(("scorecard", *map(str, words)))
    told_of_sources = {cell.value for row in about.iter_rows() for cell in row}
    assert {"report", "Statistics office", "31/01/2026"} <= told_of_sources
    assert all(sheet.sheet_view.rightToLeft for sheet in (view, figures, about))
    assert figures["C2"].value == "an-phu"
    assert figures["G2"].value is True


@pytest.mark.parametrize(
    ("module", "limit", "words", "said"),
    [
        (
            workbook,
            "MOST_ROWS",
            ("validate", "--no-cache"),
            "a workbook has at most 4 rows: write it as CSV",
        ),
        (workbook, "MOST_COLUMNS", ("show",), "a workbook has at most 4 columns: write it as CSV"),
        (workbook, "MOST_ROWS", ("show",), TOO_MANY_FIGURES.format(15)),
    ],
)
def test_what_no_workbook_holds_is_refused(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    module: ModuleType,
    limit: str,
    words: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.setattr(module, limit, 4)
    ran = run(*words, GOLDEN / "nasty", "-o", tmp_path / "a.xlsx")
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {said}\n")
    assert list(tmp_path.iterdir()) == []


def test_too_many_figures_are_refused_before_any_is_looked_at() -> None:
    def looked_at(*_: object) -> NoReturn:
        pytest.fail("a figure is looked at")

    long = LongTable(["key"], [None] * 100_000, lambda _: 40, looked_at)
    view = View(looked_at, dict, book=Workbook(figures=long))
    with pytest.raises(DoesNotFitError) as refused:
        xlsx.render_xlsx(view, MEDIUM)
    assert (refused.value.what, refused.value.number) == ("figures", 4_000_000)


@pytest.mark.parametrize("command", ["show", "validate"])
def test_without_the_library_it_is_said_where_it_comes_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    ran = run(command, GOLDEN / "ordinary", "-o", tmp_path / "a.xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("scorecard: workbooks need XlsxWriter: pip install XlsxWriter\n")


def test_findings_have_a_row_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GOLDEN)
    path = tmp_path / "findings.xlsx"
    ran = run("validate", "nasty", "--no-cache", "-o", path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    as_json = json.loads(run("validate", "nasty", "--no-cache", "-f", "json").out)
    [sheet] = sheets(path.read_bytes())
    _, heads, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert heads == ["File", "Place", "Severity", "Code", "What is wrong", "How to mend it"]
    assert rows == [
        [
            each["file"],
            f"{each['line']}:{each['column']}",
            each["severity"],
            each["code"],
            each["message"],
            each["hint"],
        ]
        for each in as_json["diagnostics"]
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", f"A2:F{len(rows) + 2}")
