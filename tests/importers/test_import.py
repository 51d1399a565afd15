"""`scorecard import`: a form into scorecards, its doubts at their cells, and hand edits kept."""

import datetime as dt
import json
import re
import sys
from pathlib import Path

import books
import pytest
from command import Ran, run
from openpyxl import Workbook, load_workbook

CARD = Path("scorecards/na-hy/2026-H1.toml")
MEMORY = Path("bieu-01.written.toml")

FIGURES = """[figures]
production = { value = 1420.75, target = 2900, source = "book#Biểu 01!F10", claimed = { completion = 49.0 } }
farming    = { value = 312.5, target = 640, source = "book#Biểu 01!F11", claimed = { completion = 48.8 } }
on_time    = { value = ">98", target = 98, source = "book#Biểu 01!F12", note = "Có ghi chú" }
poor       = { value = 13.1, target = 12, source = "book#Biểu 01!F14" }
mediated   = { value = 97.6, target = 96, source = "book#Biểu 01!F15" }
houses     = { absent = "missing", why = "đang thực hiện", target = 10, source = "book#Biểu 01!F16" }
villages   = { absent = "missing", why = "2026-12-19", target = 19, source = "book#Biểu 01!F17" }
cases      = { absent = "missing", why = "2026-06-05", target = 3, source = "book#Biểu 01!F18" }
homes      = { value = 0, target = 20, source = "book#Biểu 01!F19" }
"""  # noqa: E501 - a figure is a line
WHOLE = f"""format = 1
framework = "../../framework.toml"
period = "2026-H1"

[defaults]
status = "estimated"
target_period = "2026"

[unit]
id = "na-hy"
name = "Xã Nà Hỳ"
level = "commune"

[sources.book]
title = "book.xlsx"

{FIGURES}"""

DOUBTS = [("F16", "SC011"), ("F17", "SC013"), ("F18", "SC013")]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    books.folder_with(tmp_path)


def import_(*words: str | Path, map_: str = "bieu-01.toml") -> Ran:
    return run("import", "book.xlsx", "--map", map_, *words)


def found(*words: str | Path) -> list[tuple[object, str]]:
    """Return the cells and codes of what an import finds, else file and line."""
    ran = import_(*words, "-f", "json")
    items = json.loads(ran.out)["diagnostics"]
    return [
        (each.get("cell") or each.get("sheet") or each.get("line"), each["code"]) for each in items
    ]


def with_map(*changes: tuple[str, str]) -> None:
    text = books.MAP
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    Path("bieu-01.toml").write_text(text, "utf-8")


def test_what_would_be_written_is_shown_and_every_doubt_told_at_its_cell() -> None:
    ran = import_()
    assert ran.code == 1
    diff = "".join(f"+{line}\n" for line in WHOLE.splitlines())
    head = f"--- /dev/null\n+++ {CARD.as_posix()}\n@@ -0,0 +1,{len(WHOLE.splitlines())} @@\n"
    assert ran.out == head + diff
    assert (
        'error[SC011]: "đang thực hiện" states no quantity; nothing is imported from it\n'
        "  --> book.xlsx!Biểu 01!F16\n"
        "F16 | đang thực hiện\n"
        "    | ^^^^^^^^^^^^^^\n"
    ) in ran.err
    assert ran.err.endswith(
        "1 file checked: 3 errors\n"
        "files that would change: 1; figures: 6; doubtful, so missing: 3. "
        "Write them with --write.\n"
    )
    assert found() == DOUBTS
    assert not CARD.exists()
    assert not MEMORY.exists()


def test_it_is_written_and_what_is_written_is_valid() -> None:
    ran = import_("--write")
    assert (ran.code, ran.out) == (1, f"{CARD.as_posix()}\n")
    assert CARD.read_text("utf-8") == WHOLE
    assert run("validate", "scorecards").out == "1 file checked: no findings\n"
    again = import_("--write")
    assert (again.code, again.out) == (1, "")
    assert CARD.read_text("utf-8") == WHOLE


def test_a_share_where_an_indicator_counts_is_told_with_what_to_write() -> None:
    book = load_workbook("book.xlsx")
    books.sheet_of(book)["F16"] = "98%"
    book.save("book.xlsx")
    said = "where it counts, write the number, or how many of how many (12/18)\n"
    ran = import_()
    assert "error[SC015]: this cell shows 98%, but the indicator is not in per cent\n" in ran.err
    assert said in ran.err


def test_about_is_not_lost_in_what_is_offered_of_a_range() -> None:
    book = load_workbook("book.xlsx")
    books.sheet_of(book)["F16"] = "khoảng 5 – 6"
    book.save("book.xlsx")
    ran = import_()
    assert (
        "F16 | khoảng 5 – 6\n    | ^^^^^^^^^^^^\n"
        '  = help: a range does not say "about": write "5..6" if it is surely within that, '
        "else wider ends\n"
    ) in ran.err
    assert 'houses     = { absent = "missing", why = "khoảng 5 – 6", target = 10' in ran.out


def test_in_vietnamese() -> None:
    assert import_("--write", "--lang", "vi").err.endswith(
        "đã ghi 1 tệp; số liệu: 6; chưa chắc nên để trống: 3\n"
    )


def test_hand_edits_stay_and_are_told_beside_what_the_book_says() -> None:
    import_("--write")
    text = CARD.read_text("utf-8").replace("value = 1420.75", "value = 1421  ")
    text = text.replace('value = ">98"', "value = 98.5").replace("target = 96", "target = 95")
    text = "# mine\n" + text.replace("homes      =", "# homes =")
    CARD.write_text(text, "utf-8")
    book = load_workbook("book.xlsx")
    sheet = books.sheet_of(book)
    sheet["F11"], sheet["F15"], sheet["F16"], sheet["F12"] = 313, "đang làm", 5, "98,5"
    book.save("book.xlsx")
    ran = import_("--write")
    assert ran.code == 1
    expected = text.replace("value = 312.5", "value = 313")
    expected = expected.replace('absent = "missing", why = "đang thực hiện"', "value = 5")
    expected = expected.replace(
        'value = 97.6, target = 95, source = "book#Biểu 01!F15"',
        'absent = "missing", target = 95, source = "book#Biểu 01!F15", why = "đang làm"',
    )
    assert CARD.read_text("utf-8") == expected
    told = [line.partition("]: ")[2] for line in ran.err.splitlines() if "SC024" in line]
    by_hand = "was changed by hand to"
    assert told == [
        f"na-hy production {by_hand} value = 1421, which stays; the book says value = 1420.75",
        f"na-hy mediated {by_hand} target = 95, which stays; the book says target = 96",
        (
            f"na-hy homes {by_hand} nothing, which stays; the book says "
            '{ value = 0, target = 20, source = "book#Biểu 01!F19" }'
        ),
    ]


def test_a_dot_between_thousands_that_became_a_mark_is_told_at_its_cell() -> None:
    book = load_workbook("book.xlsx")
    sheet = books.sheet_of(book)
    sheet["F10"], sheet["G10"] = 1.421, None
    book.save("book.xlsx")
    assert ("F10", "SC710") in found()


def test_a_scorecard_of_before_gets_what_it_lacks() -> None:
    before = WHOLE.partition("[sources.book]")[0].encode().replace(b"\n", b"\r\n")
    CARD.parent.mkdir(parents=True)
    figures = "[figures]\r\n# kept\r\nproduction = 1420.75\r\npoor = 13.1  # by hand\r\n"
    CARD.write_bytes(b"\xef\xbb\xbf" + before + figures.encode())
    ran = import_("--write")
    assert ran.code == 1
    data = CARD.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + before)
    text = data.decode("utf-8-sig")
    assert "\r\n# kept\r\nproduction = { value = 1420.75, target = 2900" in text
    assert "poor = { value = 13.1, target = 12 }  # by hand\r\n" in text
    assert text.endswith('\r\n\r\n[sources]\r\nbook = { title = "book.xlsx" }\r\n')
    assert "na-hy poor was changed by hand to value = 13.1, which stays" not in ran.err


def test_of_a_scorecard_of_before_only_what_is_imported_is_told() -> None:
    import_("--write")
    CARD.write_text(CARD.read_text("utf-8") + "other = 5\n", "utf-8")
    assert found() == DOUBTS


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04", "this is a Word, Excel or zip file, not a text file"),
        (b"x = \n", "it is not TOML: scorecard validate says where"),
        (b"#" * (1 << 21), "this file has 2097152 bytes"),
    ],
)
def test_a_scorecard_that_cannot_be_changed_stops_all(data: bytes, why: str) -> None:
    CARD.parent.mkdir(parents=True)
    CARD.write_bytes(data)
    ran = import_("--write")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"scorecard: {CARD.as_posix()}: ")
    assert why in ran.err
    assert CARD.read_bytes() == data


PATTERN = 'file = "scorecards/{unit}/{period}.toml"'
OF_ANOTHER = (
    "scorecard: {} is no scorecard of na-hy in {}: name another place in the map, such as "
    'file = "scorecards/{{unit}}/{{period}}.toml"\n'
)


def test_no_period_and_no_unit_takes_the_place_of_another() -> None:
    one_file = (PATTERN, 'file = "a/b/card.toml"')
    with_map(one_file)
    assert import_("--write").out == "a/b/card.toml\n"
    # The same months in another spelling are the same period.
    with_map(one_file, ('"2026-H1"', '"2026-01/2026-06"'))
    assert import_("--write").code == 1
    before = Path("a/b/card.toml").read_bytes()
    with_map(one_file, ('"2026-H1"', '"2026-H2"'))
    ran = import_("--write")
    assert (ran.code, ran.err) == (2, OF_ANOTHER.format("a/b/card.toml", "2026-H2"))
    with_map(one_file, ('id = "na-hy"', 'id = "cha-to"'))
    ran = import_("--write")
    assert (ran.code, ran.err.partition(":")[2][:40]) == (
        2,
        " a/b/card.toml is no scorecard of cha-to",
    )
    assert Path("a/b/card.toml").read_bytes() == before


@pytest.mark.parametrize(
    "name", ["bieu-01.toml", "framework.toml", "pyproject.toml", "odd.toml", "some-day.toml"]
)
def test_what_is_no_scorecard_stays(name: str) -> None:
    Path("pyproject.toml").write_text("[tool.x]\na = 1\n", "utf-8")
    Path("some-day.toml").write_text('period = "some day"\nunit.id = "na-hy"\n', "utf-8")
    Path("odd.toml").write_text('unit = "na-hy"\nperiod = "2026-H1"\n', "utf-8")
    with_map((PATTERN, f'file = "{name}"'), ("../../framework", "framework"))
    before = Path(name).read_bytes()
    ran = import_("--write")
    assert (ran.code, ran.err) == (2, OF_ANOTHER.format(name, "2026-H1"))
    assert Path(name).read_bytes() == before


def test_the_memory_is_no_place_for_a_scorecard() -> None:
    with_map((PATTERN, f'file = "{MEMORY}"'), ("../../framework", "framework"))
    ran = import_("--write")
    assert ran.code == 1
    assert "error[SC025]: several files would have one name: the map does not fit\n" in ran.err
    assert "= help: write {unit} and {period} in it\n" in ran.err
    assert not MEMORY.exists()


def test_a_memory_that_is_none_is_told() -> None:
    MEMORY.write_text("a = 5\n", "utf-8")
    assert import_("--write").err == (
        "scorecard: bieu-01.written.toml is not what an import wrote: mend it, or delete it; what "
        "was imported before then counts as written by hand\n"
    )
    MEMORY.unlink()
    MEMORY.mkdir()
    assert "bieu-01.written.toml: this file cannot be read" in import_("--write").err


def test_another_period_has_a_file_of_its_own_and_the_memory_keeps_both() -> None:
    import_("--write")
    with_map(('"2026-H1"', '"2025/2026"'), ('target_period = "2026"', 'target_period = "year"'))
    assert import_("--write").out == "scorecards/na-hy/2025--2026.toml\n"
    assert 'target_period = "year"' in Path("scorecards/na-hy/2025--2026.toml").read_text("utf-8")
    memory = MEMORY.read_text("utf-8")
    assert memory.startswith("# What scorecard import wrote: by this it tells")
    assert memory.count("\n[") == 2


SKIP = '[skip]\nrows = ["- THÔN đạt  chuẩn:"]\n\n[figures]'

MAPS = [
    # what is changed in the map, and what is found: at a line of the map, or a cell
    ([('sheet = "Biểu 01"', 'sheet = "Biểu 1"')], [(1, "SC007")]),
    ([('sheet = "Biểu 01"\n', "")], DOUBTS),
    ([("production = ", "producton = ")], [(20, "SC302")]),
    ([('value = "F", ', "")], [(5, "SC025")]),
    ([('id = "na-hy", ', "")], [(13, "SC025")]),
    ([("Số nhà văn hóa", "Số nhà")], [(25, "SC021"), *DOUBTS[1:]]),
    (
        [('"Số nhà văn hóa"', '{ row = "Số nhà văn hóa", occurrence = 2 }')],
        [(25, "SC021"), *DOUBTS[1:]],
    ),
    (
        [('"Số nhà văn hóa"', '{ row = "Số nhà văn hóa", occurrence = 1 }')],
        DOUBTS,
    ),
    ([('villages = "Thôn đạt chuẩn"\n', "")], [DOUBTS[0], ("B17", "SC020"), DOUBTS[2]]),
    (
        [('villages = "Thôn đạt chuẩn"\n', ""), ("[figures]", SKIP)],
        [DOUBTS[0], DOUBTS[2]],
    ),
    ([("../../framework.toml", "../../none.toml")], [(11, "SC301")]),
    ([('thousands = "."', 'thousands = ";"')], [(6, "SC204")]),
    (
        [('layout = "indicators"', 'layout = "units"')],
        [(1, "SC025"), *((at, "SC025") for at in range(20, 29))],
    ),
    (
        [('sheet = "Biểu 01"', 'sheet = "*"'), ("{unit}/", ""), ("../../", "../")],
        [(1, "SC025"), (8, "SC025")],
    ),
    ([('homes = "Số hộ làm nhà"', 'homes = "F"')], [(28, "SC025")]),
    ([("scorecards/{unit}", "a\\u0000b")], [(8, "SC208")]),
    ([("scorecards/{unit}", "a\\u202eb")], [(8, "SC208")]),
]


@pytest.mark.parametrize(("changes", "expected"), MAPS)
def test_faults_of_a_map_are_findings_at_its_lines(
    changes: list[tuple[str, str]], expected: list[tuple[object, str]]
) -> None:
    with_map(*changes)
    assert found() == expected


FROM_SCORECARDS = (
    "a path counts from the scorecards, scorecards/{unit}/{period}.toml, and not from the map"
)
NAMED = [
    ("framework.toml", "SC301", f'{FROM_SCORECARDS}: write "../../framework.toml"'),
    ("./other/../framework.toml", "SC301", f'{FROM_SCORECARDS}: write "../../framework.toml"'),
    ("none.toml", "SC301", FROM_SCORECARDS),
    ("..\\\\framework.toml", "SC308", "give a bundled id, or a path to a .toml file"),
    ("mobilisation", "SC301", 'did you mean "mobilization"?'),
    ("/", "SC308", "give a bundled id, or a path to a .toml file"),
]


@pytest.mark.parametrize(("name", "code", "hint"), NAMED)
def test_a_framework_that_is_not_found_says_from_where_its_path_counts(
    name: str, code: str, hint: str
) -> None:
    Path("other").mkdir()
    with_map(("../../framework.toml", name))
    assert found() == [(11, code)]
    assert f"  = help: {hint}" in import_().err


def test_a_whole_path_of_a_framework_is_suggested_from_the_scorecards() -> None:
    with_map(("../../framework.toml", Path("framework.toml").absolute().as_posix()))
    assert f'{FROM_SCORECARDS}: write "../../framework.toml"\n' in import_().err


@pytest.mark.parametrize("word", ["xã", "Phường", "cấp xã", "ward"])
def test_a_level_may_be_named_in_any_language(word: str) -> None:
    with_map(('level = "commune"', f'level = "{word}"'))
    assert found("--write") == DOUBTS
    assert CARD.read_text("utf-8") == WHOLE


def test_units_in_rows_and_a_sheet_each() -> None:
    with_map(
        ('sheet = "Biểu 01"', 'sheet = "*"'),
        ('layout = "indicators"', 'layout = "units"'),
        ("[figures]", '[units]\nna-hy = "x"\n\n[figures]'),
    )
    assert found()[0] == (1, "SC025")


SHEET_CHANGES = [
    # cells that are changed, and what is found instead of what is found anyway
    ({"C10": "Triệu đồng"}, [("C10", "SC023")]),
    ({"C10": "tr.đ"}, [("C10", "SC023")]),
    ({"C10": "Tỉ đ"}, []),
    ({"C19": "1.000 hộ", "F19": 4}, [("C19", "SC023")]),
    ({"C10": "%"}, [("C10", "SC023")]),
    ({"C12": "phần trăm"}, []),
    ({"C12": "điểm"}, [("C12", "SC023")]),
    ({"F12": 0.985}, [("F12", "SC016")]),
    ({"F15": "976"}, [("F15", "SC019")]),
    ({"F15": 9.76}, []),
    ({"F14": 12.5}, [("F14", "SC019")]),
    ({"E12": "khoảng chừng"}, [("E12", "SC011"), ("F12", "SC411")]),
    ({"F10": "#REF!"}, [("F10", "SC010")]),
    ({"F10": "=1+1"}, [("F10", "SC012")]),
    ({"G15": 0.5}, [("G15", "SC016")]),
    ({"F10": dt.time(8, 30)}, [("F10", "SC011")]),
    ({"G15": "90"}, [("G15", "SC601")]),
    ({"B20": "Số hộ làm nhà", "F20": 5}, [(28, "SC022")]),
    ({"B20": "Chỉ tiêu khác", "F20": 5}, [("B20", "SC020")]),
]


@pytest.mark.parametrize(("cells", "expected"), SHEET_CHANGES)
def test_what_is_doubtful_in_a_cell_is_told_there(
    cells: dict[str, str | float | dt.time], expected: list[tuple[object, str]]
) -> None:
    book = books.form()
    for at, value in cells.items():
        books.sheet_of(book)[at] = value
    book.save("book.xlsx")
    others = [each for each in found() if each not in DOUBTS]
    assert others == expected


def test_nothing_is_written_of_a_row_in_another_unit_of_measure() -> None:
    book = books.form()
    books.sheet_of(book)["C10"], books.sheet_of(book)["F10"] = "Triệu đồng", "1.420.750"
    book.save("book.xlsx")
    ran = import_("--write")
    assert ran.code == 1
    assert (
        'error[SC023]: the row is in "Triệu đồng", but the indicator in "tỷ đồng"; '
        "nothing is imported from it\n"
        "  --> book.xlsx!Biểu 01!C10\n"
        "C10 | Triệu đồng\n"
        "    | ^^^^^^^^^^\n"
        '  = help: write the row in "tỷ đồng" in the book, or let the indicator be in '
        '"Triệu đồng"; nothing is converted\n'
    ) in ran.err
    written = 'absent = "missing", why = "1.420.750 Triệu đồng", source = "book#Biểu 01!F10" }'
    assert f"production = {{ {written}\n" in CARD.read_text("utf-8")


def test_merged_values_and_hidden_cells_are_told() -> None:
    book = books.form()
    sheet = books.sheet_of(book)
    sheet.merge_cells("F14:F15")
    sheet.row_dimensions[11].hidden = True
    sheet.column_dimensions["E"].hidden = True
    book.save("book.xlsx")
    assert [each for each in found() if each not in DOUBTS] == [
        ("E10", "SC017"), ("F11", "SC017"), ("F14", "SC018"), ("F15", "SC018"),
    ]  # fmt: skip
    ran = import_()
    assert 'poor       = { absent = "missing", why = "0.131", target = 12,' in ran.out


def test_a_hidden_sheet_is_told() -> None:
    book = books.form()
    book.create_sheet("Other")
    books.sheet_of(book).sheet_state = "hidden"
    book.save("book.xlsx")
    assert found()[0] == ("F10", "SC017")


def communes() -> list[str]:
    return [f"Xã Số {number}" for number in range(1, 13)]


def a_sheet_of_communes(book: Workbook) -> None:
    sheet = books.sheet_of(book)
    sheet.title = "Tổng hợp"
    books.put(
        sheet, 1, ("TT", "Xã", "Hồ sơ đúng hạn (%)", "KH", "Tỷ lệ", "Số nhà văn hóa", "Ghi chú")
    )
    for row, name in enumerate(communes(), start=2):
        books.put(sheet, row, (row - 1, name, "97,5" if row % 2 else 98, 98, None, row, "ghi"))
    books.put(sheet, 5, (4, communes()[3], "đang tổng hợp"))
    books.put(sheet, 14, (None, "Tổng cộng", None, None, None, 90))


UNITS_MAP = """sheet = "Tổng hợp"
layout = "units"
rows = "2:14"
columns = { name = "B" }
thousands = "."
file = "scorecards/{unit}/{period}.toml"

[card]
framework = "../../framework.toml"
period = "2026-H1"
track = "self"
unit = { level = "commune", parent = "dien-bien" }

[figures]
on_time = { value = "C", target = "D", claimed = "E", note = "G" }
houses = { value = "F", target = "D" }

[skip]
rows = ["Tổng cộng"]

[units]
""" + "".join(f'xa-{number} = "{name}"\n' for number, name in enumerate(communes(), start=1))


def test_twelve_communes_on_one_sheet_become_twelve_files() -> None:
    book = Workbook()
    a_sheet_of_communes(book)
    book.save("book.xlsx")
    Path("bieu-01.toml").write_text(UNITS_MAP, "utf-8")
    ran = import_("--write")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 12
    assert ran.err.count("error[") == 1
    assert "  --> book.xlsx!Tổng hợp!C5\n" in ran.err
    assert run("validate", "scorecards").out == "12 files checked: no findings\n"
    text = Path("scorecards/xa-4/2026-H1.toml").read_text("utf-8")
    assert 'track = "self"\n' in text
    assert 'parent = "dien-bien"\n' in text
    assert 'on_time = { absent = "missing", why = "đang tổng hợp", target = 98' in text
    Path("bieu-01.toml").write_text(UNITS_MAP.replace('"Xã Số 3"', '"Xã Số Ba"'), "utf-8")
    assert found()[:2] == [(24, "SC021"), ("B4", "SC020")]


def test_a_unit_a_sheet() -> None:
    book = books.form()
    other = book.copy_worksheet(books.sheet_of(book))
    other.title = "Xã Mường Nhé"
    book.create_sheet("Ghi chú")["A1"] = "…"
    book.save("book.xlsx")
    with_map(
        ('sheet = "Biểu 01"', 'sheet = "*"'),
        ('id = "na-hy", name = "Xã Nà Hỳ", ', ""),
        (
            "[figures]",
            '[units]\nna-hy = "Biểu 01"\nmuong-nhe = "XÃ MƯỜNG NHÉ"\nx = "y"\n\n[figures]',
        ),
    )
    ran = import_("--write")
    assert ran.out.splitlines() == [CARD.as_posix(), "scorecards/muong-nhe/2026-H1.toml"]
    assert "bieu-01.toml:22:5\n" in ran.err
    assert '"Ghi chú" has numbers, and the map does not name it\n' in ran.err
    assert "  --> book.xlsx!Ghi chú\n" in ran.err
    assert found("--sheet", "Biểu 01")[0] == (13, "SC025")


def test_names_in_languages_are_kept() -> None:
    with_map(
        ('name = "Xã Nà Hỳ"', 'name = { vi = "Xã Nà Hỳ", en = "Na Hy" }'),
        ('[defaults]\nstatus = "estimated"\ntarget_period = "2026"\n', ""),
    )
    ran = import_()
    assert '+name = { vi = "Xã Nà Hỳ", en = "Na Hy" }\n' in ran.out
    assert "[defaults]" not in ran.out


def test_without_targets_and_with_answers_and_points() -> None:
    text = books.FRAMEWORK.replace('target = "own"\n', "")
    text = text.replace('name = "Số nhà văn hóa"\nunit = "count"', 'name = "x"\nunit = "yes-no"')
    text = text.replace('name = "Thôn đạt chuẩn"\nunit = "count"', 'name = "y"\nunit = "points"')
    Path("framework.toml").write_text(text, "utf-8")
    book = books.form()
    sheet = books.sheet_of(book)
    sheet["E16"], sheet["F16"], sheet["F17"], sheet["C17"] = "Có", "không", 8, "ĐIỂM"
    sheet["F17"].number_format = "General"
    book.save("book.xlsx")
    with_map(('target_period = "2026"\n', ""))
    assert "+houses     = { value = false, target = true, source" in import_().out
    with_map(('target = "E", ', ""), ('target_period = "2026"\n', ""))
    out = import_().out
    assert "+villages   = { value = 8, source" in out
    assert '+[defaults]\n+status = "estimated"\n+\n' in out
    with_map(('status = "estimated"\n', ""))
    assert '+[defaults]\n+target_period = "2026"\n+\n' in import_().out


def test_what_is_wrong_with_a_new_file_is_told_at_its_line() -> None:
    with_map(("Xã Nà Hỳ", "Xã N\u0430 Hỳ"))  # with a letter of Cyrillic
    assert f"  --> {CARD.as_posix()}:11:" in import_().err


def test_the_memory_has_room_for_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    import_("--write")
    with_map(('"2026-H1"', '"2027-H1"'))
    monkeypatch.setattr("scorecard.project.import_memory.MOST_VALUES", 15)
    import_("--write")
    assert "2026-H1" not in MEMORY.read_text("utf-8")
    with_map(('"2026-H1"', '"2028-H1"'))
    monkeypatch.setattr("scorecard.project.import_memory.MOST_VALUES", 5)
    ran = import_("--write")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "scorecard: these are more figures than one import may write: part the book\n"
    )


def test_the_map_of_the_readme_is_one() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (map_,) = (
        each for each in re.findall("```toml\n(.*?)```", readme, re.DOTALL) if "[card]" in each
    )
    Path("bieu-01.toml").write_text(map_, "utf-8")
    unnamed = [(f"B{row}", "SC020") for row in (11, 12, 15, 17, 18)]
    assert set(found()) == {*unnamed, DOUBTS[0]}


@pytest.mark.parametrize("format_", ["json", "markdown", "github", "sarif", "junit", "gitlab"])
def test_every_format_names_the_cell(format_: str) -> None:
    ran = import_("-f", format_)
    assert ran.code == 1
    assert ran.err == ""
    place = '"sheet": "Biểu 01", "cell": "F16"' if format_ == "json" else "book.xlsx!Biểu 01!F16"
    assert place in ran.out.replace("\\!", "!")


def test_what_cannot_be_done_is_said() -> None:
    assert run("import", "none.xlsx").err == "scorecard: none.xlsx: there is no such file\n"
    assert "--write needs --map" in run("import", "book.xlsx", "--write").err
    assert run("import", "book.xlsx", "--map", "none.toml").code == 2


def test_where_the_libraries_are_missing_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "scorecard.importers.xlsx", None)
    ran = run("import", "book.xlsx")
    assert ran.code == 2
    assert ran.err.endswith("to read workbooks: pip install defusedxml openpyxl xlrd\n")


@pytest.mark.parametrize("repository", [True, False])
def test_nothing_is_written_outside_of_what_the_map_belongs_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, repository: bool
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    outside = tmp_path / "outside"
    root = tmp_path / "root"
    (root / "maps").mkdir(parents=True)
    outside.mkdir()
    books.folder_with(root / "maps")
    (root / "maps" / "link").symlink_to(outside, target_is_directory=True)
    if repository:
        (root / ".git").mkdir()
    monkeypatch.chdir(root / "maps")
    pattern = 'file = "scorecards/{unit}/{period}.toml"'
    for leads in ("../../outside/{unit}.toml", "link/a/{unit}.toml"):
        with_map((pattern, f'file = "{leads}"'))
        ran = import_("--write")
        assert (ran.code, list(outside.iterdir())) == (1, [])
        assert "error[SC025]: its scorecards would lie outside: the map does not fit\n" in ran.err
        assert f' | file = "{leads}"\n' in ran.err
    # A folder of one unit may lead out as well.
    (root / "maps" / "scorecards").mkdir()
    (root / "maps" / "scorecards" / "na-hy").symlink_to(outside, target_is_directory=True)
    with_map()
    assert "error[SC025]" in import_("--write").err
    assert list(outside.iterdir()) == []
    # Beside the map is in the repository, and else in the folder where the command runs.
    with_map((pattern, 'file = "../a/{unit}.toml"'), ("../../framework", "../maps/framework"))
    assert ("SC025" in import_().err) is not repository
    monkeypatch.chdir(root)
    assert "SC025" not in run("import", "maps/book.xlsx", "--map", "maps/bieu-01.toml").err


@pytest.mark.parametrize(
    ("change", "told", "hint"),
    [
        (
            ("scorecards/{unit}", "a\\u0007b"),
            "this text is no path of a .toml file that every system can have",
            (
                'write it with / between its parts, without \\ : * ? " < > | '
                "and without what cannot be seen: scorecards/{unit}/{period}.toml"
            ),
        ),
        (('value = "F"', 'value = "f"'), "this text names no column", 'write its letters: "F"'),
        (
            ('rows = "9:20"', 'rows = "9-20"'),
            "this text names no rows",
            'write the number of one, or the first and the last: "9:20"',
        ),
    ],
    ids=["file", "column", "rows"],
)
def test_what_is_misspelled_in_a_map_is_told_in_its_own_words(
    change: tuple[str, str], told: str, hint: str
) -> None:
    with_map(change)
    ran = import_()
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"error[SC208]: {told}\n")
    assert f"  = help: {hint}\n" in ran.err
