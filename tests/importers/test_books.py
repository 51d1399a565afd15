"""Books of every kind: what each comes to, or why it is not opened."""

import csv
import io
import json
import tomllib
import tracemalloc
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import books
import pytest
import xlwt  # type: ignore[import-untyped]
from command import run
from openpyxl import Workbook
from openpyxl.styles import Font

from scorecard.importers.csv import read_csv
from scorecard.importers.xlsx import read_xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CSV = "TT;Chỉ tiêu;ĐVT;KH;Ước TH;Tỷ lệ\n1;Tỷ lệ hộ nghèo;%;12;13,1;\n2;Hồ sơ;%;98;97,6;\n"
MAP = """rows = "2:3"
columns = { name = "B", unit = "C", target = "D", value = "E" }
thousands = "."
file = "{unit}.toml"

[card]
framework = "framework.toml"
period = "2026-H1"
unit = { id = "na-hy", name = "Xã Nà Hỳ", level = "commune" }

[figures]
poor = "Tỷ lệ hộ nghèo"
on_time = "Hồ sơ"
"""
NO_MORE: Mapping[str, str] = {}
READ = [("poor", 13.1), ("on_time", 97.6)]


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def table(book: Workbook | None = None) -> Workbook:
    book = book or Workbook()
    for row, line in enumerate(CSV.splitlines(), start=1):
        books.put(books.sheet_of(book), row, [each or None for each in line.split(";")])
    return book


def zipped(**parts: str | bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def with_part(
    name: str, text: str | bytes, more: Mapping[str, str] = NO_MORE, before: bytes = b""
) -> bytes:
    """Return the table, or another book, with one part in the place of its own, and more parts."""
    stream, data = io.BytesIO(), before or saved(table())
    with ZipFile(io.BytesIO(data)) as now, ZipFile(stream, "w", ZIP_DEFLATED) as then:
        for each in now.namelist():
            then.writestr(each, text if each == name else now.read(each))
        if name not in now.namelist():
            then.writestr(name, text)
        for other, said in more.items():
            then.writestr(other, said)
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
TYPES = "http://schemas.openxmlformats.org"
SHEET_ELSEWHERE = (
    f'<Relationships xmlns="{TYPES}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{TYPES}/officeDocument/2006/relationships/worksheet" Target="/xl/s.bin"/>'
    "</Relationships>"
)


def a_sheet(inside: str, before: str = "") -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return with_part(SHEET, f'{head}{before}<worksheet xmlns="{NS}">{inside}</worksheet>')


def rows(inside: str) -> bytes:
    return a_sheet(f"<sheetData>{inside}</sheetData>")


def many_files() -> bytes:
    return zipped(**{f"xl/{number}.xml": "<a/>" for number in range(2001)})


def xls() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Biểu 01", cell_overwrite_ok=True)
    for row, line in enumerate(CSV.splitlines()):
        for column, text in enumerate(line.split(";")):
            sheet.write(row, column, text)
    sheet.write(1, 4, 0.131, xlwt.easyxf(num_format_str="0.0%"))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def locked() -> bytes:
    return OLE + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")


def locked_member() -> bytes:
    data = bytearray(saved(table()))
    for at in range(len(data)):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    return bytes(data)


def twice_named() -> bytes:
    stream = io.BytesIO(saved(table()))
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(stream, "a") as archive:
        archive.writestr(SHEET, "<a/>")
    return stream.getvalue()


def not_all() -> bytes:
    data = saved(table())
    return data[: len(data) // 2]


def sheets_of_one_part(number: int, inside: str) -> bytes:
    data = with_part(SHEET, f'<worksheet xmlns="{NS}"><sheetData>{inside}</sheetData></worksheet>')
    relations = f"{TYPES}/officeDocument/2006/relationships"
    sheets = "".join(f'<sheet name="{at}" sheetId="{at}" r:id="rId1"/>' for at in range(number))
    text = f'<workbook xmlns="{NS}" xmlns:r="{relations}"><sheets>{sheets}</sheets></workbook>'
    return with_part("xl/workbook.xml", text, before=data)


def merged(areas: str) -> bytes:
    return a_sheet(f"{ONE}<mergeCells>{areas}</mergeCells>")


ONE = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
BAD_MERGE = '<mergeCells><mergeCell ref="?"/></mergeCells>'
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "' + "x" * 1000 + '">]>'

REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (lambda: b"\r\n", "SC001", "an empty file"),
    "html": (lambda: b"<html><table><tr><td>1</td></tr></table></html>", "SC001", "HTML"),
    "html-wide": (lambda: "<HTML><TABLE>".encode("utf-16"), "SC001", "HTML"),
    "spreadsheetml": (lambda: b'<?xml version="1.0"?><Workbook xmlns="x">', "SC001", "XML"),
    "pdf": (lambda: b"%PDF-1.7", "SC001", "a PDF file"),
    "picture": (lambda: b"\x00\x01\x02\x03" * 99, "SC001", "only a program can read"),
    "word": (lambda: zipped(**{"word/document.xml": "<a/>"}), "SC001", "a Word file"),
    "opendocument": (lambda: zipped(**{"content.xml": "<a/>"}), "SC001", "an OpenDocument file"),
    "xlsb": (lambda: zipped(**{"xl/workbook.bin": b"1"}), "SC001", "(.xlsb)"),
    "zip": (lambda: zipped(a="b"), "SC001", "a zip file"),
    "old-word": (lambda: OLE + "WordDocument".encode("utf-16-le"), "SC001", "an old Word file"),
    "ole": (lambda: OLE, "SC001", "a file of another program"),
    "locked": (locked, "SC002", "password"),
    "locked-xls": (
        lambda: xls().replace(b"\x42\0\2\0", b"\x2f\0\2\0", 1), "SC002", "password",
    ),
    "oldest": (lambda: bytes.fromhex("0900040002001000"), "SC005", "damaged"),
    "doctype-in-other-part": (
        lambda: with_part(RELATIONS, SHEET_ELSEWHERE, more={"xl/s.bin": DOCTYPE}),
        "SC004", "a sheet in it has a document type",
    ),
    "locked-member": (locked_member, "SC002", "password"),
    "many-files": (many_files, "SC003", "2,001 files in it, and at most 2,000 are read"),
    "bomb": (lambda: with_part("xl/media/a.bin", b"\0" * (65 << 20)), "SC003", "64 MB when"),
    "tags": (lambda: rows("<row/>" * 1_000_001), "SC003", "more cells and texts"),
    "rows": (lambda: rows('<row r="20001"><c r="A20001"/></row>'), "SC003", "row 20,001"),
    "columns": (lambda: rows('<row r="1"><c r="XFD1"/></row>'), "SC003", "column 16,384"),
    "cells": (lambda: rows(f"<row>{'<c/>' * 300}</row>" * 400), "SC003", "100,000 cells"),
    "styles": (
        lambda: with_part("xl/styles.xml", "<xf/>" * 100_001), "SC003", "more cells and texts",
    ),
    "sheets": (
        lambda: sheets_of_one_part(4, f"<row>{'<c/>' * 300}</row>" * 300),
        "SC003", "more than 200,000 cells",
    ),
    "far-rows": (
        lambda: sheets_of_one_part(20, '<row r="20000"><c r="A20000"/></row>'),
        "SC003", "more than 200,000 cells",
    ),
    "hidden-before": (
        lambda: a_sheet('<cols><col min="-60000000" max="1" hidden="1"/></cols>' + ONE),
        "SC005", "damaged",
    ),
    "rows-twice": (
        lambda: rows('<row r="2"><c r="A2"/></row><row r="1"><c r="A1"/></row>'),
        "SC005", "a sheet in it cannot be read",
    ),
    "merged-twice": (
        lambda: merged('<mergeCell ref="A1:B1"/>' * 401), "SC005", "a sheet in it cannot be read",
    ),
    "merged-rows": (
        lambda: a_sheet(
            '<sheetData><row r="9000"><c r="A9000"/></row></sheetData><mergeCells>'
            + '<mergeCell ref="A1:B9000"/>' * 12 + "</mergeCells>"
        ),
        "SC003", "100,000 cells",
    ),
    "hidden-columns": (
        lambda: a_sheet("<cols>" + '<col min="1" max="400" hidden="1"/>' * 251 + "</cols>"),
        "SC003", "100,000 cells",
    ),
    "long-csv": (lambda: b"a;b\n" * 20_001, "SC003", "20,000 rows"),
    "one-line": (lambda: b";" * 2_000_000, "SC003", "400 columns"),
    "wide-csv": (lambda: b"a;" * 401, "SC003", "400 columns"),
    "doctype": (lambda: a_sheet("<sheetData/>", DOCTYPE), "SC004", "document type"),
    "doctype-elsewhere": (lambda: with_part("docProps/x.xml", DOCTYPE), "SC004", "docProps/x.xml"),
    "doctype-wide": (
        lambda: with_part(SHEET, DOCTYPE.encode("utf-16")), "SC004", "document type",
    ),
    "long-tag": (
        lambda: a_sheet(f'<sheetData><row a="{">" * (1 << 18)}"/></sheetData>'),
        "SC005", "a sheet in it cannot be read",
    ),
    "long-comment": (
        lambda: a_sheet(f"<!--{'<a>' * (1 << 16)}-->{ONE}"),
        "SC005", "a sheet in it cannot be read",
    ),
    "wide-part": (
        lambda: with_part(SHEET, "<a/>".encode("utf-16")), "SC005", "a sheet in it cannot be read",
    ),
    "many-lines": (lambda: b"a\n" * (1 << 24), "SC003", "20,000 rows"),
    "half": (not_all, "SC005", "damaged"),
    "no-xml": (lambda: with_part(SHEET, "<a"), "SC005", "damaged"),
    "no-number": (lambda: rows('<row r="x"/>'), "SC005", "damaged"),
    "twice-named": (twice_named, "SC005", "two files in it have one name"),
    "half-xls": (lambda: xls().replace(b"\x09\x08", b"\0\0", 1), "SC005", "damaged"),
    "utf-16-in-part": (lambda: b"\xff\xfea\0b", "SC005", "UTF-16 only in part"),
    "no-encoding": (lambda: b"a;b\n\xff\xfe\xfa;\x81\n", "SC005", "its encoding is not known"),
    "bad-merge": (
        lambda: a_sheet(f"{ONE}{BAD_MERGE}"),
        "SC005", "damaged",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_book_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make, code, said = REFUSED[name]
    Path("book.xlsx").write_bytes(make())
    ran = run("import", "book.xlsx", "-f", "json")
    (told,) = json.loads(ran.out)["diagnostics"]
    assert (ran.code, told["code"]) == (1, code)
    assert said in told["message"]
    assert (told["file"], told["sheet"], told["cell"]) == ("book.xlsx", None, None)


def in_old_font() -> bytes:
    book = table()
    sheet = books.sheet_of(book)
    # "Tỷ lệ hộ nghèo" and "Hồ sơ" as a font of TCVN3 has them.
    for at, text in (("B2", "Tû lÖ hé nghÌo"), ("B3", "Hå s¬")):
        sheet[at] = text
        sheet[at].font = Font(name=".VnTime")
    return saved(book)


def percent_of_one() -> bytes:
    book = table()
    sheet = books.sheet_of(book)
    sheet["E2"], sheet["E3"] = 0.131, 97.6
    sheet["E2"].number_format = "0.0%"
    return saved(book)


def wide_merge() -> bytes:
    text = ZipFile(io.BytesIO(saved(table()))).read(SHEET).decode()
    merged = '<mergeCells><mergeCell ref="G1:XFD1048576"/></mergeCells>'
    link = '<hyperlinks><hyperlink ref="H1:XFD1048576" display="x"/></hyperlinks>'
    return with_part(SHEET, text.replace("<pageMargins", f"{merged}{link}<pageMargins"))


def merged_many() -> bytes:
    text = ZipFile(io.BytesIO(saved(table()))).read(SHEET).decode()
    areas = "".join(f'<mergeCell ref="G{row}:H{row}"/>' for row in range(1, 50_001))
    merged = f"<mergeCells>{areas}</mergeCells>"
    return with_part(SHEET, text.replace("<pageMargins", f"{merged}<pageMargins"))


OPENED: dict[str, Callable[[], bytes]] = {
    "xlsx": percent_of_one,
    "xls": xls,
    "csv": CSV.encode,
    "csv-bom": lambda: b"\xef\xbb\xbf" + CSV.encode(),
    "csv-utf-16": lambda: CSV.encode("utf-16"),
    "csv-tab": lambda: CSV.replace(";", "\t").encode(),
    "csv-comma": lambda: CSV.replace(",", ".").replace(";", ",").encode(),
    "csv-angle": lambda: CSV.replace("TT", "<tt>").encode(),
    "csv-crlf": lambda: CSV.replace("\n", "\r\n").encode(),
    "old-font": in_old_font,
    "wide-merge": wide_merge,
    "no-styles": lambda: with_part("xl/styles.xml", "<a/>"),
    "asides": lambda: with_part(
        "xl/worksheets/unused.xml", "<!-- made by < --><?a b?><a><![CDATA[<x>]]></a>"
    ),
    "merged-many": merged_many,
    "more-parts": lambda: with_part("xl/worksheets/unused.xml", "<a/>", {"empty.txt": ""}),
}


@pytest.mark.parametrize("name", OPENED)
def test_every_kind_of_book_gives_the_same_figures(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("framework.toml").write_text(books.FRAMEWORK, "utf-8")
    text = MAP.replace('thousands = "."', 'thousands = ","') if name == "csv-comma" else MAP
    Path("map.toml").write_text(text, "utf-8")
    Path("book").write_bytes(OPENED[name]())
    ran = run("import", "book", "--map", "map.toml", "--write")
    assert ran.out == "na-hy.toml\n", ran.err
    assert ran.code == 0
    card = Path("na-hy.toml").read_text("utf-8")
    for id_, value in READ:
        assert f"{id_} " in card
        assert f"= {{ value = {value}, target =" in card
    place = "book#E2" if name.startswith("csv") else "!E2"
    assert place in card
    told = "are in TCVN3 (ABC), told by their fonts or letters" in ran.err
    assert told is (name == "old-font")


TCVN3 = (
    b"TT;Ch\xd8 ti\xaau;\xa7VT;KH;\xa6\xadc TH\n1;T\xfb l\xd6 h\xe9 ngh\xcco;%;12;13,1\n"
    b"2;H\xe5 s\xac;%;98;97,6\n"
)


def test_a_csv_in_tcvn3_is_read_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("framework.toml").write_text(books.FRAMEWORK, "utf-8")
    Path("map.toml").write_text(f'sheet = "any"\n{MAP}', "utf-8")
    Path("book.csv").write_bytes(TCVN3)
    ran = run("import", "book.csv", "--map", "map.toml", "--write")
    assert (ran.code, ran.out) == (0, "na-hy.toml\n")
    assert ran.err.startswith(
        "warning[SC008]: the texts of this sheet are in TCVN3 (ABC), told by their fonts"
    )
    assert "  --> book.csv\n" in ran.err


def test_a_book_from_before_1997_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # No library writes such books any more.
    monkeypatch.setattr("scorecard.importers.xls.UNICODE", 90)
    Path("framework.toml").write_text(books.FRAMEWORK, "utf-8")
    Path("map.toml").write_text(MAP, "utf-8")
    Path("book.xls").write_bytes(xls())
    ran = run("import", "book.xls", "--map", "map.toml")
    assert ran.code == 0
    assert "warning[SC006]: this workbook is of a format from before 1997" in ran.err
    assert "  --> book.xls\n" in ran.err


def test_cells_of_every_kind_in_an_old_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    for row, value in enumerate(("Chỉ tiêu", "a", "b", "c", "d")):
        sheet.write(row, 1, value)
    sheet.write(1, 4, True)
    sheet.write(2, 4, 46_000, xlwt.easyxf(num_format_str="d-mmm"))
    sheet.row(3).set_cell_error(4, "#DIV/0!")
    sheet.write_merge(4, 4, 4, 5, 98)
    sheet.row(4).hidden = True
    book.save("book.xls")
    Path("framework.toml").write_text(books.FRAMEWORK, "utf-8")
    figures = 'poor = "a"\non_time = "b"\nmediated = "c"\ncases = "d"\n'
    text = f"{MAP.partition('poor =')[0]}{figures}".replace("2:3", "2:9")
    Path("map.toml").write_text(text, "utf-8")
    ran = run("import", "book.xls", "--map", "map.toml", "-f", "json")
    told = [(each["cell"], each["code"]) for each in json.loads(ran.out)["diagnostics"]]
    assert told == [
        ("E2", "SC011"),
        ("E3", "SC013"),
        ("E4", "SC010"),
        ("E5", "SC017"),
        ("E5", "SC411"),
    ]


def test_a_number_that_is_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    for row, number in enumerate((float("nan"), float("-inf")), start=1):
        sheet.write(row, 1, CSV.splitlines()[row].split(";")[1])
        sheet.write(row, 4, number, xlwt.easyxf(num_format_str="0.00"))
    book.save("book.xls")
    Path("framework.toml").write_text(books.FRAMEWORK, "utf-8")
    Path("map.toml").write_text(MAP, "utf-8")
    ran = run("import", "book.xls", "--map", "map.toml")
    assert ran.code == 1
    assert 'error[SC011]: "nan" states no quantity; nothing is imported from it' in ran.err
    assert 'error[SC011]: "-inf" states no quantity; nothing is imported from it' in ran.err


def test_an_old_book_is_no_larger_than_its_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    book = xlwt.Workbook()
    for number in range(11):
        sheet = book.add_sheet(f"{number}")
        sheet.write(0, 255, 1)
        sheet.write(19_999, 0, 1)
    book.save("book.xls")
    tracemalloc.start()
    ran = run("import", "book.xls")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "this book is too large: more than 200,000 cells" in ran.err
    assert peak < 100 << 20


@pytest.mark.slow
def test_an_old_book_has_no_more_than_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    book = xlwt.Workbook()
    book.add_sheet("a").write(20_001, 0, 1)
    book.save("book.xls")
    assert "SC003" in run("import", "book.xls").err
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row in range(400):
        for column in range(256):
            sheet.write(row, column, 1)
    book.save("book.xls")
    assert "SC003" in run("import", "book.xls").err


def test_a_book_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Path("book.xlsx").open("wb") as file:
        file.truncate((64 << 20) + 1)
    assert "67,108,865 bytes, and at most 67,108,864 are read" in run("import", "book.xlsx").err


def test_cells_of_a_hostile_book_steer_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("framework.toml").write_text(books.FRAMEWORK, "utf-8")
    Path("map.toml").write_text(MAP, "utf-8")
    hostile = '1;Tỷ lệ hộ nghèo;%;12;"x\x1b[31m\n::error::\u202e"";'
    Path("book.csv").write_text(f'TT;B;C;D;E\n{hostile}"\n2;Hồ sơ;%;98;97,6\n', "utf-8")
    ran = run("import", "book.csv", "--map", "map.toml")
    assert ran.code == 1
    for unsafe in ("\x1b", "\u202e", "::error"):
        assert unsafe not in ran.out + ran.err


def test_the_draft_of_a_hostile_book_steers_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    book = table()
    books.sheet_of(book)["B2"] = "##[command]Tỷ lệ"
    plain = saved(book)
    with ZipFile(io.BytesIO(plain)) as archive:
        parts = archive.read("xl/workbook.xml")
    named = parts.replace(b'name="Sheet"', 'name="\x9b31m\u202e::error"'.encode())
    Path("book.xlsx").write_bytes(with_part("xl/workbook.xml", named, before=plain))
    out = run("import", "book.xlsx").out
    assert 'sheet = "\\u009b31m\\u202e\\u003a:error"\n' in out
    assert ' = "\\u0023#[command]Tỷ lệ"\n' in out
    read = tomllib.loads(out)
    assert read["sheet"] == "\x9b31m\u202e::error"
    assert "##[command]Tỷ lệ" in read["figures"].values()


def test_a_short_table_leaves_longer_fields_to_others() -> None:
    before = csv.field_size_limit()
    assert read_csv(b"a;b\n1;2\n").cells[2, 2].value == "2"
    assert csv.field_size_limit() == before


def test_the_first_and_the_last_cell_of_the_largest_sheet_are_read() -> None:
    first, last = (
        f'<row r="{row}"><c r="{cell}"><v>{row}</v></c></row>'
        for row, cell in ((1, "A1"), (20_000, "OJ20000"))
    )
    (sheet,) = read_xlsx(rows(first + last))
    found = {at: cell.value for at, cell in sheet.cells.items()}
    assert found == {(1, 1): 1, (20_000, 400): 20_000}
