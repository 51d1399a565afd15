"""The map that is drafted of a book, and the framework where there is none."""

import json
import re
from pathlib import Path

import books
import pytest
from command import run
from drafts import both, draft
from openpyxl import Workbook

from scorecard.importers.heading import role_of, thousands
from scorecard.importers.words import same
from scorecard.project.letterhead import issuer_in, period_in
from scorecard.text.naming import slug

CARDS = Path(__file__).parents[2] / "scorecards" / "mobilization"
DRAFT = """# A draft: look through it, mend what has a question mark, and save it beside the book.
sheet = "Biểu 01"
layout = "indicators"
header = "6:7"
rows = "9:19"
columns = { name = "B", unit = "C", target = "E", value = "F", claimed = "G", note = "H" }
# Not read: D (TH năm 2025). What is of another period takes a map of its own: with that value and period, and without what is of this one.
thousands = "."
dash = "missing"  # ? "zero", "missing" or "not-applicable"
file = "scorecards/{unit}/{period}.toml"

[card]
framework = "../../framework.toml"
period = "2026-H1"  # ?
unit = { id = "na-hy", name = "Xã Nà Hỳ", level = "commune" }  # ?

[defaults]
target_period = "2026"  # ?

[figures]
"""  # noqa: E501 - a comment is a line
KNOWN = """production = "Tổng giá trị sản xuất"
farming    = "- Trong đó: Nông nghiệp"
on_time    = "Tỷ lệ hồ sơ đúng hạn"
poor       = "Tỷ lệ hộ nghèo"
mediated   = "Tỷ lệ hoà giải thành"
houses     = "Số nhà văn hóa"
villages   = "Thôn đạt chuẩn"
cases      = "Vụ việc phức tạp"
homes      = "Số hộ làm nhà"
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    books.folder_with(tmp_path)


def test_a_map_is_drafted_without_a_word_typed() -> None:
    ran = draft("--framework", "framework.toml")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == DRAFT + KNOWN


def test_a_framework_may_be_given_by_its_whole_path(tmp_path: Path) -> None:
    ran = draft("--framework", tmp_path / "framework.toml")
    assert (ran.code, ran.err, ran.out) == (0, "", DRAFT + KNOWN)


def test_the_framework_is_drafted_too_and_both_can_be_used() -> None:
    map_, framework = both()
    assert map_.startswith(DRAFT)
    assert map_.endswith('so_ho_lam_nha         = "Số hộ làm nhà"\n')
    head = "# The draft of a framework: look through it, and mend what has a question mark.\n"
    assert framework.startswith(f'{head}format = 1\nid = "drafted"  # ?\n')
    assert framework.endswith(
        '[[indicators]]\nid = "so_ho_lam_nha"\ngroup = "ve_xa_hoi"\nname = "Số hộ làm nhà"\n'
        'unit = "count"  # Hộ\nkind = "stock"  # ?\ndirection = "higher"  # ?\n'
    )
    assumed = "every indicator counts the same; leave this out where the decision says what"
    assert f'\nassumed = ["weights"]  # ? {assumed} each counts\n' in framework
    assert run("validate", "framework.toml").out == "1 file checked: no findings\n"
    ran = run("import", "book.xlsx", "--map", "map.toml", "--write")
    assert ran.out == "scorecards/na-hy/2026-H1.toml\n"
    assert ran.err.count("error[") == 3


ILLS = [
    ("Tỷ lệ hộ nghèo", True),
    ("TỶ LỆ HỘ NGHÈO ĐA CHIỀU (%)", True),
    ("Số vụ tai nạn giao thông", True),
    ("Hồ sơ giải quyết quá hạn", True),
    ("Số vụ vi phạm", True),
    ("Overdue dossiers", True),
    ("Infant mortality rate", True),
    ("معدل البطالة", True),
    ("Hộ nghèo được hỗ trợ nhà ở", False),
    ("Tỷ lệ giải quyết hồ sơ tồn đọng", False),
    ("Tỷ lệ giảm hộ nghèo", False),
    ("Hồ sơ chưa quá hạn", False),
    ("Overdue dossiers settled", False),
    ("Số hộ", False),
]


@pytest.mark.parametrize(("words", "lower"), ILLS)
def test_less_is_better_only_where_the_words_surely_say_so(words: str, lower: bool) -> None:
    save(["Chỉ tiêu", "ĐVT", "TH"], [words, "%", 4])
    direction = "lower" if lower else "higher"
    assert f'direction = "{direction}"  # ?\n' in both()[1]


def test_a_heading_may_end_with_its_unit_of_measure() -> None:
    save(["TT", "Xã", "Thu ngân sách (triệu đồng)", "Hộ (năm 2026)"], [1, "Xã Nà Hỳ", 1.5, 2])
    framework = both()[1]
    assert re.findall("unit = .*", framework) == ['unit = "triệu đồng"', 'unit = "count"']
    assert re.findall("name = .*", framework) == [
        *('name = "book"  # ?', 'name = "All indicators"  # ?'),
        *('name = "Thu ngân sách"', 'name = "Hộ (năm 2026)"'),
    ]
    assert "# target = 95 below an indicator: without a target there is no score" in framework


OF_COMMUNES = """sheet = "12 xã"
layout = "units"
header = "5:6"
rows = "8:22"
columns = { name = "B" }
thousands = "."  # ? 4.310: 4310 or 4.31
dash = "missing"  # ? "zero", "missing" or "not-applicable"
file = "scorecards/{unit}/{period}.toml"

[card]
framework = "../../framework.toml"
period = "2026-Q2"  # ?
unit = { level = "commune" }  # ?

[defaults]
target_period = "2026"  # ?

[figures]
ho_so_dung_han   = { target = "C", value = "D", claimed = "E" }
ho_so_truc_tuyen = { target = "F", value = "G", claimed = "H" }
thon_kh          = "I"
thon_xong        = "J"
muc_do_hai_long  = "K"

[units]
"""


def test_the_form_that_is_written_is_read_by_what_is_seen_in_it() -> None:
    form = ("--template", "TT,Chỉ tiêu,ĐVT,KH,TH,TH/KH", "--lang", "vi", "-o", "form.xlsx")
    assert run("show", CARDS / "cao-bang" / "2021--2025.toml", *form).code == 0
    map_ = run("import", "form.xlsx", "--framework", "mobilization").out
    # Behind it are two hidden columns with the ends of bounds.
    assert 'columns = { name = "B", unit = "C", target = "D", value = "E", claimed = "H" }' in map_
    unit = 'unit = { id = "cb", name = "Cao Bằng", level = "province" }'
    Path("map.toml").write_text(re.sub("unit = { id.*", unit, map_), "utf-8")
    out = run("import", "form.xlsx", "--map", "map.toml").out
    for line in (
        'health_insurance_coverage     = { value = ">98", source = "book#Bảng!E49" }',
        'congress_targets_met          = { value = "12/18", source = "book#Bảng!E36" }',
        'households_housing_support    = { value = "<~20000", source = "book#Bảng!E48" }',
    ):
        assert line in out


def test_twelve_communes_are_drafted_and_become_files_without_a_word_typed() -> None:
    books.communes().save("book.xlsx")
    map_, framework = both()
    begin, _, units = map_.partition("\n")[2].partition("na-hy = ")
    assert begin == OF_COMMUNES
    assert units.endswith('tua-chua = "Xã Tủa Chùa"\n\n[skip]\nrows = ["Tổng"]  # ?\n')
    assert framework.count('target = "own"\n') == 2
    ran = run("import", "book.xlsx", "--map", "map.toml", "--write", "-f", "json")
    assert ran.code == 1
    told = [(each["cell"], each["code"]) for each in json.loads(ran.out)["diagnostics"]]
    assert told == [("G10", "SC011"), ("J12", "SC013"), ("D16", "SC010")]
    # The map and what it remembers are no scorecards, and nothing is wrong with them.
    assert run("validate", ".").out == "15 files checked: no findings\n"
    assert len(list(Path("scorecards").glob("*/2026-Q2.toml"))) == 12
    text = Path("scorecards/na-hy/2026-Q2.toml").read_text("utf-8")
    assert (
        'ho_so_dung_han   = { value = 90, target = 98, source = "book#12 xã!D9", '
        "claimed = { completion = 91.8 } }\n"
        'ho_so_truc_tuyen = { value = 1001, target = 1000, source = "book#12 xã!G9" }\n'
    ) in text


def test_a_map_is_checked_as_one() -> None:
    Path("bieu-01.toml").write_text(books.MAP.replace('dash = "zero"', 'dash = "0"'), "utf-8")
    ran = run("validate", ".")
    assert ran.out.endswith("2 files checked: 1 error\n")
    assert "--> bieu-01.toml:7:8" in ran.out


HEADS = [
    ("Ước TH/KH (%)", "claimed"),
    ("So với kế hoạch", "claimed"),
    ("%", "claimed"),
    ("% hoàn thành", "claimed"),
    ("Kế hoạch giao", "target"),
    ("Số TT", "number"),
    ("Tên xã, phường", "units"),
    ("Thu nhập", None),
    ("So cùng kỳ", None),
]


@pytest.mark.parametrize(("text", "role"), HEADS)
def test_a_column_is_what_its_head_says(text: str, role: str | None) -> None:
    assert role_of(text) == role


LETTERHEADS = [
    (["UBND XÃ NÀ HỲ", "6 tháng đầu năm 2026"], "2026-H1", "Xã Nà Hỳ"),
    (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quý IV năm 2025"], "2025-Q4", ""),
    (["Lào Cai, ngày 5 tháng 1 năm 2027", "Năm 2026 so với 2025"], "2026", ""),
    (["Báo cáo ngày 5/1/2027", "giai đoạn 2021 - 2025"], "2021/2025", ""),
    (["9 tháng năm 2024, giai đoạn 2021-2025"], "2024-01/2024-09", ""),
    (["Biểu 01"], "", ""),
]


@pytest.mark.parametrize(("texts", "period", "unit"), LETTERHEADS)
def test_a_letterhead_says_whose_figures_of_when(texts: list[str], period: str, unit: str) -> None:
    assert (period_in(texts), issuer_in(texts).unit.name) == (period, unit)


ISSUERS = [
    # the lines over a table, and whose figures these are: id, name, level and superior
    (
        ["UBND TỈNH ĐIỆN BIÊN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ỦY BAN NHÂN DÂN XÃ NÀ HỲ"],
        ("na-hy", "Xã Nà Hỳ", "commune", "dien-bien"),
    ),
    (
        ["UBND TỈNH ĐIỆN BIÊN\nUỶ BAN NHÂN DÂN XÃ NÀ HỲ"],
        ("na-hy", "Xã Nà Hỳ", "commune", "dien-bien"),
    ),
    (
        ["UBND TỈNH ĐIỆN BIÊN ỦY BAN NHÂN DÂN XÃ NÀ HỲ"],
        ("dien-bien", "Tỉnh Điện Biên", "province", ""),
    ),
    (
        ["ỦY BAN NHÂN DÂN", "TỈNH CAO BẰNG", "ỦY BAN NHÂN DÂN", "PHƯỜNG THỤC PHÁN"],
        ("thuc-phan", "Phường Thục Phán", "commune", "cao-bang"),
    ),
    (
        ["UBND TỈNH ĐIỆN BIÊN", "UBND THÀNH PHỐ ĐIỆN BIÊN PHỦ", "UBND PHƯỜNG 2"],
        ("phuong-2", "Phường 2", "commune", "dien-bien-phu"),
    ),
    (
        ["UBND TỈNH ĐIỆN BIÊN", "UBND THÀNH PHỐ ĐIỆN BIÊN PHỦ"],
        ("dien-bien-phu", "Thành Phố Điện Biên Phủ", "district", "dien-bien"),
    ),
    (
        ["TỈNH ỦY ĐIỆN BIÊN", "HUYỆN ỦY NẬM PỒ", "*"],
        ("nam-po", "Huyện Nậm Pồ", "district", "dien-bien"),
    ),
    (
        ["UBND HUYỆN NẬM PỒ", "PHÒNG NỘI VỤ", "Kính gửi: UBND xã Nà Hỳ", "UBND tỉnh giao xã Na"],
        ("nam-po", "Huyện Nậm Pồ", "district", ""),
    ),
    (
        ["KẾT QUẢ CỦA CÁC XÃ TRÊN ĐỊA BÀN HUYỆN NẬM PỒ 6 THÁNG NĂM 2026"],
        ("nam-po", "Huyện Nậm Pồ", "district", ""),
    ),
    (
        ["UBND XÃ NÀ HỲ", "UBND TỈNH ĐIỆN BIÊN"],
        ("na-hy", "Xã Nà Hỳ", "commune", ""),
    ),
    (
        ["XÃ NÀ HỲ HOÀN THÀNH XUẤT SẮC CÁC CHỈ TIÊU PHÁT TRIỂN KINH TẾ VÀ XÃ HỘI CỦA NHIỆM KỲ"],
        ("na-hy-hoan-thanh-xuat", "Xã Nà Hỳ Hoàn Thành Xuất", "commune", ""),
    ),
    (["Các xã có tiến bộ", "Cộng hòa xã hội chủ nghĩa Việt Nam"], ("", "", "commune", "")),
]


@pytest.mark.parametrize(("texts", "issuer"), ISSUERS)
def test_the_figures_are_those_of_the_issuer_below_its_superior(
    texts: list[str], issuer: tuple[str, ...]
) -> None:
    found = issuer_in(texts)
    assert (*found.unit, found.level, found.parent) == issuer


def test_the_issuer_and_its_superior_are_drafted() -> None:
    save(
        ["UBND TỈNH ĐIỆN BIÊN", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["ỦY BAN NHÂN DÂN\nXÃ NÀ HỲ", None, "Độc lập - Tự do - Hạnh phúc"],
        ["Chỉ tiêu", "ĐVT", "TH"],
        ["Số hộ", "Hộ", 4],
    )
    unit = '{ id = "na-hy", name = "Xã Nà Hỳ", level = "commune", parent = "dien-bien" }'
    assert f"unit = {unit}  # ?\n" in draft().out


@pytest.mark.parametrize(
    ("above", "parent"),
    [
        (["UBND HUYỆN NẬM PỒ"], ', parent = "nam-po"'),
        (["UBND HUYỆN NẬM PỒ", "UBND XÃ NÀ HỲ"], ', parent = "nam-po"'),
        (["UBND XÃ NÀ HỲ"], ""),
    ],
)
def test_communes_lie_in_the_unit_that_tells_of_them(above: list[str], parent: str) -> None:
    letterhead: list[list[books.Value]] = [[line, None, None] for line in above]
    save(*letterhead, ["TT", "Xã", "Số hộ", "Số nhà"], [1, "Xã Nà Hỳ", 98, 12])
    assert f'\nunit = {{ level = "commune"{parent} }}  # ?\n' in draft().out


PARTS: list[list[books.Value]] = [
    ["TT", "Chỉ tiêu", "ĐVT", "KH", "TH"],
    [1, "Dân số", "Người", 5, 4],
    ["I", "KINH TẾ"],
    ["1", "Thu ngân sách", "tỷ đồng", 5, 4],
    [None, "Trong đó:"],
    [None, "- Thuế", "tỷ đồng", 5, 4],
    ["II. XÃ HỘI"],
    ["II.1", "Chung"],
    ["III", "Tỷ lệ hộ nghèo", "%", 5, 4],
]


def test_the_parts_of_a_table_are_the_groups_of_its_framework() -> None:
    save(*PARTS)
    framework = both()[1]
    groups = re.findall(r'\[\[groups\]\]\nid = "(.*)"\nname = "(.*)"', framework)
    assert groups == [("all", "All indicators"), ("kinh_te", "KINH TẾ"), ("xa_hoi", "XÃ HỘI")]
    assert re.findall(r'\nid = "(.*)"\ngroup = "(.*)"', framework) == [
        ("dan_so", "all"),
        ("thu_ngan_sach", "kinh_te"),
        ("thue", "kinh_te"),
        ("ty_le_ho_ngheo", "xa_hoi"),
    ]
    assert '\n[defaults]\ntarget = "own"\n' in framework
    assert run("validate", "framework.toml").out == "1 file checked: no findings\n"


def test_a_table_of_one_part_has_one_group() -> None:
    save(["Chỉ tiêu", "ĐVT", "TH"], ["I. ALL"], ["All", "%", 4], ["B"], ["Thuế", "%", 4])
    framework = both()[1]
    assert '[[groups]]\nid = "all_2"\nname = "ALL"  # ?\n' in framework
    assert '\n[defaults]\ngroup = "all_2"\n# target = 95' in framework
    assert re.findall('id = "(.*)"\nname', framework) == ["all_2", "all_3", "thue"]


def test_of_which_is_no_part_of_a_name_however_it_is_cut() -> None:
    save(
        ["Chỉ tiêu", "ĐVT", "TH"],
        ["- Trong đó: Thuế", "tỷ đồng", 4],
        ["Tr.đó: Phí", "tỷ đồng", 4],
        ["+ T.đó Lệ phí", "tỷ đồng", 4],
    )
    names = re.findall("^name = (.*)", both()[1], re.MULTILINE)
    assert names[2:] == ['"Thuế"', '"Phí"', '"Lệ phí"']


def test_a_numbering_that_names_no_column_decides_nothing() -> None:
    save(
        ["Chỉ tiêu", "KH", "TH 2025", "TH 2026", "Ghi chú"],
        ["A", 1, 2, 3, "4=9/1"],
        ["Số hộ", 5, 4, 3],
        ["Ngày 1/6", None, "Cộng", "ký"],
    )
    out = draft().out
    assert 'rows = "3:3"\n' in out
    assert (
        'columns = { name = "A", target = "B", value = "D", note = "E" }  # ? which: value' in out
    )


def save(*rows: list[books.Value], sheets: tuple[str, ...] = ("Sheet",)) -> None:
    book = Workbook()
    for number, name in enumerate(sheets):
        sheet = books.sheet_of(book) if not number else book.create_sheet(name)
        sheet.title = name
        for row, values in enumerate(rows, start=1):
            books.put(sheet, row, values)
    book.save("book.xlsx")


def test_a_sheet_of_communes() -> None:
    save(
        ["TT", "Xã", "Hồ sơ đúng hạn (%)", "Số nhà", "Ghi chú"],
        ["A", "B", 1, 2, 3],
        [1, "Xã Nà Hỳ", 98, 1234, "x"],
        [2, "Xã Mường Nhé", "97.5", 2],
        [3, "***", "97.5", 2],
        [None, "Người lập", "Chủ tịch"],
    )
    out, framework = both()
    assert 'layout = "units"\nheader = "1:1"\nrows = "3:5"\ncolumns = { name = "B" }\n' in out
    assert 'thousands = "."  # ? 4.310: 4310 or 4.31\n' in out
    assert 'period = ""  # ?\nunit = { level = "commune" }  # ?\n' in out
    assert 'ho_so_dung_han = "C"\nso_nha         = "D"\n' in out
    assert '[units]\nna-hy = "Xã Nà Hỳ"\nmuong-nhe = "Xã Mường Nhé"\n# ? = "***"\n' in out
    assert 'unit = "percent"\nkind = "rate"  # ?\n' in framework
    assert 'target = "own"' not in framework


def test_a_unit_a_sheet_and_rows_of_the_same_words() -> None:
    save(
        ["Quý II năm 2026", None, None, "HUYỆN MƯỜNG NHÉ"],
        ["Nội dung", "ĐVT", "Kế hoạch", "Thực hiện", "Ghi chú"],
        ["Số hộ", "Hộ", 5, 4],
        ["Số hộ", "Hộ", 5, 4],
        ["100 % hộ", "%", 5, 4],
        sheets=("Xã Một", "Xã Hai"),
    )
    out = draft().out
    assert out.splitlines()[1] == 'sheet = "*"'
    assert 'so_ho    = { row = "Số hộ", occurrence = 1 }\n' in out
    assert 'so_ho_2  = { row = "Số hộ", occurrence = 2 }\n' in out
    assert 'x_100_ho = "100 % hộ"\n' in out
    assert '\n[units]\nmot = "Xã Một"\nhai = "Xã Hai"\n' in out
    assert '\nunit = { level = "commune", parent = "muong-nhe" }  # ?\n' in out
    one = draft("--sheet", "xã hai").out
    assert one.splitlines()[1] == 'sheet = "Xã Hai"'
    assert 'period = "2026-Q2"  # ?\n' in one
    assert 'unit = { id = "muong-nhe", name = "Huyện Mường Nhé", level = "district" }  # ?' in one


def test_what_fits_no_indicator_is_left_to_people() -> None:
    save(
        ["Chỉ tiêu", "ĐVT", "TH"],
        ["Tỷ lệ hộ nghèo đa chiều", "%", 4],
        ["Tỷ lệ hộ nghèo", "%", 4],
        ["Khác hẳn", None, 4],
        ["- Trong đó: Nông nghiệp", "tỷ đồng", 4],
        ["VỀ XÃ HỘI"],
        ["Số nhà văn hoá xã", "Nhà", 4],
    )
    out = draft("--framework", "framework.toml").out
    assert out.endswith(
        '[figures]\npoor    = "Tỷ lệ hộ nghèo"\nfarming = "- Trong đó: Nông nghiệp"\n'
        'houses  = "Số nhà văn hoá xã"  # ?\n# ? = "Tỷ lệ hộ nghèo đa chiều"\n# ? = "Khác hẳn"\n'
    )


def test_what_cannot_be_drafted_is_said() -> None:
    assert draft("--sheet", "none").err == (
        'scorecard: there is no sheet "none": there is Biểu 01\n'
    )
    assert 'there is no framework "pc": the bundled ones are' in draft("--framework", "pc").err
    save(["a", "b"], [1, 2])
    assert draft().err == (
        "scorecard: no head of a table is found (TT, Chỉ tiêu, ĐVT, KH, TH): "
        "write the map by hand\n"
    )
    assert draft().code == 2


def test_a_csv_and_a_bundled_framework() -> None:
    Path("book.csv").write_text("TT;Đơn vị;KH;TH\n1;Xã Một;5;6\n", "utf-8")
    out = run("import", "book.csv", "--framework", "pci@2013").out
    assert out.splitlines()[1:5] == [
        'layout = "units"',
        'header = "1:1"',
        'rows = "2:2"',
        'columns = { name = "B" }',
    ]
    assert 'framework = "pci@2013"\n' in out
    assert '# ? = "C"\n# ? = "D"\n' in out


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["1.420,75"], (".", True)),
        (["1,420.75"], (",", True)),
        (["1.234.567"], (".", True)),
        (["4.310"], (".", False)),
        (["12"], (".", True)),
    ],
)
def test_thousands_are_sure_only_where_they_can_be_told(
    texts: list[str], said: tuple[str, bool]
) -> None:
    assert thousands(texts) == said


ALIKE = ["Hòa bình", "  HOÀ   BÌNH:", "- hoà bình", "Ho\u0300a bi\u0300nh.", "+ Hòa Bình ;"]


def test_words_are_the_same_whatever_their_case_dashes_tones_and_form() -> None:
    assert {same(text) for text in ALIKE} == {same("hòa bình")}
    assert same("hoa bình") != same("hòa bình")
    assert slug("Tỷ lệ hộ nghèo (%)", "_") == "ty_le_ho_ngheo"


def test_a_table_of_scores_is_told_from_one_of_figures() -> None:
    assert run("compare", CARDS, "-o", "scores.csv").code == 0
    ran = run("import", "scores.csv")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "scorecard: this table has scores and no figures: "
        "`show -o table.csv` and `compare -o table.xlsx` write figures\n"
    )
