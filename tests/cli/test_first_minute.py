"""From nothing to a first comparison of twelve communes, by commands alone."""

import re
import shlex
import sys
from io import StringIO
from pathlib import Path

import books
import pytest
from command import run
from openpyxl import Workbook

COMMUNES = (
    *("Xã Nà Hỳ", "Xã Nà Bủng", "Xã Chà Tở", "Xã Si Pa Phìn", "Xã Nậm Kè", "Xã Mường Nhé"),
    *("Xã Sín Thầu", "Xã Quảng Lâm", "Xã Na Son", "Xã Xa Dung", "Xã Pu Nhi", "Xã Mường Luân"),
)
FIGURES = (
    *("dossiers_on_time=98,{n}%", "dossiers_online=4{n}.5", "procedures_one_stop=100"),
    *("complaints_settled=trên 8{n}", "health_insurance_coverage=>9{n}", "rural_clean_water=8{n}"),
    *("cultural_families=9{n},5", "cultural_agencies=9{n}", "income_per_capita=3{n},2"),
    *("households_housing_support=gần 1.0{n}0", "urbanisation_rate=2{n}"),
)
"""Eleven figures of each, as a report has them."""


def test_twelve_communes_take_at_most_ten_commands_and_no_toml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", StringIO())
    units = [word for name in COMMUNES for word in ("--unit", name)]
    common = ["--level", "commune", "--period", "2026-H1", "--framework", "mobilization"]
    assert run("new", *units, *common).code == 0
    paths = sorted(Path("scorecards").rglob("*.toml"))
    assert len(paths) == 12
    # The figures are what is typed by hand: into the files, as a report prints them.
    for number, path in enumerate(paths):
        text = path.read_text("utf-8")
        for figure in FIGURES[:-1]:
            name, _, value = figure.format(n=number % 10).partition("=")
            lines = text.splitlines(keepends=True)
            at = next(at for at, line in enumerate(lines) if line.startswith(name))
            lines[at] = lines[at].replace('absent = "missing"', f"value = {value}")
            text = "".join(lines)
        path.write_text(text, "utf-8")
    ran = run("validate", "--fix", "--fail-on", "warning", "--ignore", "SC9")
    assert (ran.code, ran.out) == (0, "12 files checked: no findings\n")
    ran = run("set", "scorecards", "urbanisation_rate=20,5%")
    assert ran.code == 0
    assert ran.out.splitlines()[0] == (
        'scorecards/cha-to/2026-H1.toml: urbanisation_rate: "missing" → 20.5'
    )
    ran = run("set", "na-hy", "dossiers_on_time=gần 99", "dossiers_on_time.note=ước")
    assert ran.out.splitlines()[-1] == "figures set: 2; files changed: 1"
    ran = run("compare", "--lang", "vi")
    assert ran.code == 0
    assert "Na Son" in ran.out


def test_who_names_nothing_to_show_is_told_the_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("show")
    said = "scorecard: scorecards: there is no such folder; scorecard new begins one"
    assert (ran.code, ran.err.startswith(said)) == (2, True)
    assert run("new", "example").code == 0
    ran = run("show")
    said = "give a unit, a file or a folder: scorecard show cao-bang"
    assert (ran.code, ran.err) == (2, f"scorecard: {said}; scorecard compare lists the units\n")
    # A folder of pages is told by its stroke.
    ran = run("show", "scorecards", "-o", "site")
    said = "site may be a folder or a file: write site/ for a folder with a page a unit, site.html"
    assert (ran.code, ran.err) == (2, f"scorecard: {said} for one page\n")
    assert not Path("site").exists()
    assert run("show", "scorecards", "-o", "site", "-f", "markdown").code == 0


HEADS = ("TT", "Xã", "Hồ sơ đúng hạn (%)", "Tỷ lệ hộ nghèo (%)", "Thu ngân sách (triệu đồng)")
BY_WORKBOOK = (
    "import xa.xlsx -o map.toml",
    "import xa.xlsx --map map.toml",
    "import xa.xlsx --map map.toml --write",
    "set 'Xã Nà Hỳ' 'Thu ngân sách=đạt 1.250,5 triệu' 'Tỷ lệ hộ nghèo=từ 10-12%'",
    "validate --fix",
    "compare",
    "set scorecards 'Hồ sơ đúng hạn.target=95'",
    "compare --lang en",
)


def test_a_workbook_of_twelve_communes_is_compared_in_eight_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    book = Workbook()
    sheet = books.sheet_of(book)
    books.put(sheet, 1, ["KẾT QUẢ 6 THÁNG ĐẦU NĂM 2026"])
    books.put(sheet, 3, list(HEADS))
    for number, name in enumerate(COMMUNES, start=1):
        values = (number, name, f"đạt 9{number % 5},5%", f"khoảng 1{number % 9}%", 1000.5 + number)
        books.put(sheet, 3 + number, list(values))
    book.save("xa.xlsx")
    env = {"SCORECARD_LANG": "vi"}
    rans = {command: run(*shlex.split(command), env=env) for command in BY_WORKBOOK}
    assert {command: ran.code for command, ran in rans.items() if ran.code} == {}
    # Nothing has a target yet, so that figures stand there and no score.
    first, last = rans["compare"].out, rans["compare --lang en"].out
    assert re.search("Xã Nà Hỳ  +–  +–  +91,5 %  +10–12 %  +1.250,5\n", first)
    assert re.search("Xã Nà Hỳ  +–  +–  +91.5 % ◐  +10–12 %  +1,250.5\n", last)
