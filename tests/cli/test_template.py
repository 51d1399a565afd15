"""The form that offices fill in, and CSV for a Vietnamese Excel."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import run
from openpyxl import load_workbook

from scorecard.cli.spreadsheets import command_line
from scorecard.report.form import roman

GOLDEN = Path(__file__).parents[1] / "golden"
# What openpyxl does not read, it says.
pytestmark = pytest.mark.filterwarnings("ignore:.*not supported and will be removed:UserWarning")

MOBILIZATION = Path(__file__).parents[2] / "scorecards" / "mobilization"
FORM = "TT,Chỉ tiêu,ĐVT,KH,TH,TH/KH,Ghi chú"
SHOW = ("show", "an-phu", "--dir", GOLDEN / "ordinary", "--lang", "vi")


def test_the_form_has_plan_result_and_completion_below_each_group() -> None:
    ran = run(*SHOW, "--template", FORM, "-f", "csv")
    assert (ran.code, ran.err) == (0, "")
    assert list(csv.reader(io.StringIO(ran.out))) == [
        FORM.split(","),
        ["I", "Dịch vụ công", "", "", "", "", ""],
        ["1", "Hồ sơ giải quyết đúng hạn", "%", "", "98.56", "", ""],
        ["2", "Đơn thư tồn đọng", "%", "≤5", "0", "bằng 0", ""],
        ["3", "Công khai kế hoạch", "có/không", "đã làm", "đã làm", "100", ""],
        ["II", "Đời sống", "", "", "", "", ""],
        ["1", "Hộ có Internet", "%", "90", "95", "110", "fixed and mobile"],
        ["2", "Tăng trưởng sản xuất", "%", "6,5–7,5", "6,6–6,8", "100", ""],
        ["3", "Nhà xây cho hộ nghèo", "căn", "", "512", "", ""],
        ["4", "Lượt khách", "số lượng", "", "1250000", "", ""],
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "STT,Nội dung,Đơn vị tính,Kế hoạch,Thực hiện,Tỷ lệ,Note",
        "Số thứ tự,TÊN CHỈ TIÊU,đơn vị,Mục tiêu,Kết quả,% TH/KH,ghi chú",
        "TT,Indicator,Unit,Target,Value,Mức độ hoàn thành,Note",
    ],
)
def test_a_form_may_have_the_synonyms_that_import_knows(headings: str) -> None:
    ours = run(*SHOW, "--template", FORM, "-f", "csv").out.partition("\n")[2]
    ran = run(*SHOW, "--template", headings, "-f", "csv")
    head = headings.replace("ghi chú", "Ghi chú")
    assert (ran.code, ran.out) == (0, f"{head}\n{ours}")


def test_a_workbook_of_the_form_has_one_sheet(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    headings = "tt, Chỉ tiêu,nguồn, TH/KH"
    assert run(*SHOW, "--template", headings, "-o", path).code == 0
    book = load_workbook(path)
    assert book.sheetnames == ["Bảng"]
    rows = [[cell.value for cell in row] for row in book["Bảng"].iter_rows(max_row=4)]
    assert rows == [
        ["An Phú · năm 2025", None, None, None],
        ["TT", "Chỉ tiêu", "Nguồn", "TH/KH"],
        ["I", "Dịch vụ công", "", ""],
        [1, "Hồ sơ giải quyết đúng hạn", "report#p1", ""],
    ]


def test_the_form_goes_into_every_format_and_its_json_is_that_of_show() -> None:
    assert "Lượt khách" in run(*SHOW, "--template", FORM).out
    told = json.loads(run(*SHOW, "--template", FORM, "-f", "json").out)
    assert told["units"] == json.loads(run(*SHOW, "-f", "json").out)["units"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--template", "TT,Năm trước"),
            f'biểu mẫu không có cột "Năm trước": các cột có là {FORM.replace(",", ", ")}, Nguồn',
        ),
        (
            ("--template", "TT,Xã"),
            f'biểu mẫu không có cột "Xã": các cột có là {FORM.replace(",", ", ")}, Nguồn',
        ),
        (
            ("--template", "TT", "--since", "2024"),
            "--template chỉ cho một kỳ: dùng --period thay cho --since",
        ),
    ],
)
def test_what_no_form_has_is_an_error(words: tuple[str, ...], said: str) -> None:
    ran = run(*SHOW, *words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {said}\n")


def test_what_is_over_time_is_shown_without_a_form() -> None:
    ran = run("show", GOLDEN / "ordinary", "--since", "2024", "-f", "csv")
    assert ran.code == 0


def test_groups_are_numbered_in_roman() -> None:
    numbers = {1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 99: "XCIX", 100: "C"}
    assert {number: roman(number) for number in numbers} == numbers


def test_csv_for_a_vietnamese_excel_is_the_plain_one_with_other_marks() -> None:
    plain = run("show", GOLDEN / "ordinary", "-f", "csv")
    other = run("show", GOLDEN / "ordinary", "-f", "csv", "--csv-dialect", "excel-vi")
    assert (other.code, other.err) == (0, "")
    rows = [
        list(csv.reader(io.StringIO(text), delimiter=mark))
        for text, mark in ((plain.out, ","), (other.out, ";"))
    ]
    assert rows[0] != rows[1]
    ends = ("_low", "_high", "_least", "_points", "_due", "scale", "claimed")
    numbers = [key for key in rows[0][0] if key.endswith(ends)]
    for first, second in zip(*rows, strict=True):
        for key, told, written in zip(rows[0][0], first, second, strict=True):
            assert written == (told.replace(".", ",") if key in numbers else told)
    assert ";'2025;" in other.out
    assert ";98,56;98,56;" in other.out


def test_what_is_computed_has_the_decimal_comma_and_what_is_printed_stays() -> None:
    words = ("compare", MOBILIZATION, "-f", "csv", "--csv-dialect", "excel-vi")
    assert '">80,0–92,9"' in run(*words).out
    sums = run(*words, "--by-parent").out
    assert ";4930;4930;4930;" in sums
    assert ";> 231000;231000;" in sums
    assert ";'98.56;" in run("show", *words[1:]).out


def test_a_workbook_goes_through_a_pipe() -> None:
    words = [*map(str, SHOW), "-f", "xlsx", "-o", "-"]
    ran = subprocess.run(
        [sys.executable, "-m", "scorecard", *words], capture_output=True, check=True
    )
    assert load_workbook(io.BytesIO(ran.stdout)).sheetnames == ["Bảng", "Số liệu", "Nguồn"]


@pytest.mark.parametrize(
    "words",
    [
        ("show", "-o", "a.xlsx", "a b"),
        ("show", "-oa.xlsx", "a b"),
        ("show", "a b", "--output=x"),
        ("show", "--output", "x", "a b"),
    ],
)
def test_where_it_went_is_no_part_of_the_command(words: tuple[str, ...]) -> None:
    assert command_line(words) == "scorecard show 'a b'"
