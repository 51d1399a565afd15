"""Books made in code: a form as Vietnamese offices fill it in, and each oddity that books have."""

import datetime as dt
import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Biểu 01"

LETTERHEAD = (
    ("A1:D1", "UBND XÃ NÀ HỲ"),
    ("F1:I1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("A3:I3", "KẾT QUẢ THỰC HIỆN CHỈ TIÊU KINH TẾ - XÃ HỘI 6 THÁNG NĂM 2026"),
    ("A4:I4", "(Kèm theo Báo cáo số 12/BC-UBND)"),
)

HEADER = (
    ("A6:A7", "TT"),
    ("B6:B7", "Chỉ tiêu"),
    ("C6:C7", "ĐVT"),
    ("D6:D7", "TH năm 2025"),
    ("E6:F6", "Năm 2026"),
    ("G6:G7", "Tỷ lệ TH/KH"),
    ("H6:I7", "Ghi chú"),
)

NUMBERING = ("A", "B", "C", 1, 2, 3, "4=3/2", 5)

Value = str | int | float | dt.date | None

ROWS: tuple[tuple[Value, ...], ...] = (
    # TT, Chỉ tiêu, ĐVT, TH 2025, KH 2026, Ước TH 6 tháng, Tỷ lệ, Ghi chú
    ("I", "VỀ KINH TẾ", None, None, None, None, None, None),
    (1, "Tổng giá trị sản xuất", "Tỷ đồng", "1.310,5", "2.900", "1.420,75", 0.4899, None),
    (None, "- Trong đó: Nông nghiệp", "Tỷ đồng", 300, 640, 312.5, 0.488, None),
    (2, "Tỷ lệ hồ sơ đúng hạn", "%", "97", 98, "trên 98%", None, "Có  ghi chú"),
    ("II", "VỀ XÃ HỘI", None, None, None, None, None, None),
    (1, "Tỷ lệ hộ nghèo", "%", 0.152, 0.12, 0.131, None, None),
    (2, "Tỷ lệ hoà giải thành", "%", "95,1", "96", "97,6", None, None),
    (3, "Số nhà văn hóa", "Nhà", 4, 10, "đang thực hiện", None, None),
    (4, "Thôn đạt chuẩn", "Thôn", None, 19, dt.date(2026, 12, 19), None, None),
    (5, "Vụ việc phức tạp", "Vụ", None, 3, dt.date(2026, 6, 5), None, None),
    (6, "Số hộ làm nhà", "Hộ", 10, 20, "-", None, None),
)
FIRST_ROW = 9

SIGNATURES = ((23, "Người lập biểu", "TM. ỦY BAN NHÂN DÂN"), (24, "Lò Văn A", "CHỦ TỊCH"))

FORMATS = {(FIRST_ROW + 5, column): "0.0%" for column in (4, 5, 6)} | {
    (FIRST_ROW + at, 7): "0.0%" for at in (1, 2)
}


def form() -> Workbook:
    """Return the form of a commune for half a year."""
    book = Workbook()
    sheet = sheet_of(book)
    sheet.title = SHEET
    for cells, text in (*LETTERHEAD, *HEADER):
        sheet[cells.partition(":")[0]] = text
        sheet.merge_cells(cells)
    sheet["E7"], sheet["F7"] = "Kế hoạch", "Ước TH 6 tháng"
    put(sheet, 8, NUMBERING)
    for row, values in enumerate(ROWS, start=FIRST_ROW):
        put(sheet, row, values)
    for (row, column), format_ in FORMATS.items():
        sheet.cell(row, column).number_format = format_
    sheet.cell(FIRST_ROW + 8, 6).number_format = "d-mmm"
    for row, left, right in SIGNATURES:
        sheet.cell(row, 2, left)
        sheet.cell(row, 6, right)
    return book


def sheet_of(book: Workbook) -> Worksheet:
    """Return the first sheet of a book."""
    return book.worksheets[0]


def put(sheet: Worksheet, row: int, values: Iterable[Value]) -> None:
    """Write values into a row, from its first column on."""
    for column, value in enumerate(values, start=1):
        if value is not None:
            sheet.cell(row, column, value)


FRAMEWORK = """format = 1
id = "kt-xh"
edition = "2026"
name = "Kinh tế - xã hội"
basis = "Nghị quyết của HĐND xã"

[[groups]]
id = "all"
name = "Chung"

[defaults]
group = "all"
target = "own"

[[indicators]]
id = "production"
name = "Tổng giá trị sản xuất"
unit = "tỷ đồng"
kind = "flow"

[[indicators]]
id = "farming"
name = "Nông nghiệp"
unit = "tỷ đồng"
kind = "flow"

[[indicators]]
id = "on_time"
name = "Tỷ lệ hồ sơ đúng hạn"
unit = "percent"
kind = "rate"

[[indicators]]
id = "poor"
name = "Tỷ lệ hộ nghèo"
unit = "percent"
kind = "rate"
direction = "lower"

[[indicators]]
id = "mediated"
name = "Tỷ lệ hòa giải thành"
unit = "percent"
kind = "rate"

[[indicators]]
id = "houses"
name = "Số nhà văn hóa"
unit = "count"

[[indicators]]
id = "villages"
name = "Thôn đạt chuẩn"
unit = "count"

[[indicators]]
id = "cases"
name = "Vụ việc phức tạp"
unit = "count"

[[indicators]]
id = "homes"
name = "Số hộ làm nhà"
unit = "count"
kind = "flow"
"""

MAP = """sheet = "Biểu 01"
layout = "indicators"
header = "6:7"
rows = "9:20"
columns = { name = "B", unit = "C", target = "E", value = "F", claimed = "G", note = "H" }
thousands = "."
dash = "zero"
file = "scorecards/{unit}/{period}.toml"

[card]
framework = "../../framework.toml"
period = "2026-H1"
unit = { id = "na-hy", name = "Xã Nà Hỳ", level = "commune" }

[defaults]
status = "estimated"
target_period = "2026"

[figures]
production = "Tổng giá trị sản xuất"
farming = "Trong đó: Nông nghiệp"
on_time = "Tỷ lệ hồ sơ đúng hạn"
poor = "Tỷ lệ hộ nghèo"
mediated = "TỶ LỆ HÒA GIẢI  THÀNH"
houses = "Số nhà văn hóa"
villages = "Thôn đạt chuẩn"
cases = "Vụ việc phức tạp"
homes = "Số hộ làm nhà"
"""


def folder_with(place: Path) -> Path:
    """Write the form, its framework and its map into a folder, and return the book."""
    (place / "framework.toml").write_text(FRAMEWORK, "utf-8")
    (place / "bieu-01.toml").write_text(MAP, "utf-8")
    book = place / "book.xlsx"
    book.write_bytes(_saved_form())
    return book


@cache
def _saved_form() -> bytes:
    stream = io.BytesIO()
    form().save(stream)
    return stream.getvalue()


COMMUNES = ("Xã Nà Hỳ", "Xã Mường Nhé", "Xã Sín Thầu", "Phường Mường Lay", "Xã Pa Ham", "Xã Na")
FURTHER = ("Xã Mường Chà", "Xã Si Pa", "Xã Chà Tở", "Xã Pú Nhung", "Xã Búng Lao", "Xã Tủa Chùa")

GROUPS = (
    ("A5:A6", "TT"),
    ("B5:B6", "Tên xã, phường"),
    ("C5:E5", "Hồ sơ đúng hạn (%)"),
    ("F5:H5", "Hồ sơ trực tuyến"),
    ("I5:J5", "Thôn"),
    ("K5:K6", "Mức độ hài lòng (%)"),
    ("L5:L6", "Ghi chú"),
)


def communes() -> Workbook:
    """Return twelve communes on one sheet, with a plan, a value and a ratio for most indicators."""
    book = Workbook()
    sheet = sheet_of(book)
    sheet.title = "12 xã"
    for cells, text in (
        ("A1:D1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("A2:D2", "Điện Biên, ngày 5 tháng 1 năm 2027"),
        ("A3:L3", "KẾT QUẢ CẢI CÁCH HÀNH CHÍNH QUÝ II NĂM 2026 SO VỚI NĂM 2025"),
        *GROUPS,
    ):
        sheet[cells.partition(":")[0]] = text
        sheet.merge_cells(cells)
    put(sheet, 6, (None, None, "KH", "TH", "%", "Kế hoạch", "Thực hiện", "TH/KH", "KH", "Xong"))
    put(sheet, 7, ("A", "B", 1, 2, "3=2/1", 4, 5, "6=5/4", 7, 8, 9, 10))
    for number, name in enumerate((*COMMUNES, *FURTHER), start=1):
        row = number + (8 if number <= len(COMMUNES) else 9)
        put(sheet, row, (number, name, 0.98, 0.9, 0.9184, 1000, "1.0" + f"{number:02}"))
        put(sheet, row, (*(None,) * 8, 19, number, "90,5"))
        for column in (3, 4, 5):
            sheet.cell(row, column).number_format = "0.0%"
    sheet["B8"], sheet["B15"], sheet["B22"], sheet["G22"] = "KHU VỰC I", "KHU VỰC II", "Tổng", 9
    sheet["G10"], sheet["K11"], sheet["J12"] = "đang rà soát", "trên 90", dt.date(2026, 12, 19)
    sheet["D16"], sheet["K17"], sheet["B24"], sheet["G24"] = "#REF!", "-", "Người lập", "Chủ tịch"
    sheet["D16"].data_type = "e"
    return book
