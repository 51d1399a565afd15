"""No English is left in what `import` says: drafts, findings, refusals and what is to change."""

import re
from collections.abc import Mapping
from pathlib import Path

import books
import pytest
from command import Ran, run
from left_english import left, texts_of
from openpyxl import load_workbook
from sampled import sampled

from scorecard.i18n.language import Language

BOTH: tuple[Language, ...] = ("vi", "ar")
EACH = pytest.mark.parametrize("language", sampled(BOTH))
"""Either language; what is tried at length is tried in one of them by default."""

BY_MAP = ("import", "book.xlsx", "--map", "bieu-01.toml")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    books.folder_with(tmp_path)


def english(ran: Ran, language: Language, *typed: str) -> list[str]:
    """Return the English words that are left, what is quoted from the book and the map apart."""
    known = texts_of([Path("framework.toml"), Path("bieu-01.toml")], language)
    return left(ran.out + ran.err, " ".join((*known, *typed)), language)


@pytest.mark.parametrize("language", BOTH)
def test_drafts_and_figures_are_told_in_the_language(language: Language) -> None:
    env = {"SCORECARD_LANG": language}
    for words in (("import", "book.xlsx"), BY_MAP, (*BY_MAP, "--write"), (*BY_MAP, "--write")):
        assert english(run(*words, env=env), language, *words) == []
    assert english(run(*BY_MAP, "-f", "markdown", env=env), language) == []
    memory = Path("bieu-01.written.toml").read_text("utf-8").partition("\n")[0]
    assert left(memory, "", language) == []


CELLS: tuple[Mapping[str, str | float], ...] = (
    {"C10": "Triệu đồng"},
    {"F10": "#REF!"},
    {"F10": "=1+1"},
    {"F12": 0.985},
    {"F10": "4.310"},
    {"B10": "Khác"},
    {"E12": "khoảng chừng"},
    {"F16": 0.5},
)


@EACH
@pytest.mark.parametrize("cells", CELLS, ids=str)
def test_doubtful_cells_are_told_in_the_language(
    cells: Mapping[str, str | float], language: Language
) -> None:
    book = load_workbook("book.xlsx")
    sheet = book["Biểu 01"]
    for place, said in cells.items():
        sheet[place] = said
    sheet["F14"].number_format = "General"
    sheet.merge_cells("F17:F18")
    sheet.row_dimensions[11].hidden = True
    sheet.column_dimensions["E"].hidden = True
    book.save("book.xlsx")
    ran = run(*BY_MAP, env={"SCORECARD_LANG": language})
    assert english(ran, language) == []
    # Amounts are quoted as they stand in the book, or in the scorecard that is made.
    told = re.sub(r'"[^"\n]*"|2\.900|4\.310|0\.5 ', "", ran.err)
    assert language == "ar" or re.findall(r"[0-9]\.[0-9]", told) == []


MAPS = (
    ('layout = "indicators"', 'layout = "units"'),
    ('sheet = "Biểu 01"', 'sheet = "*"'),
    ('sheet = "Biểu 01"', 'sheet = "Biểu 2"'),
    ('sheet = "Biểu 01"', 'sheet = "Khác hẳn"'),
    ('id = "na-hy", name = "Xã Nà Hỳ", ', ""),
    ('value = "F", ', ""),
    ('homes = "', 'homess = "'),
    ('homes = "', 'something = "'),
    ('"Số hộ làm nhà"', '"Số hộ làm nha"'),
    ('"Số hộ làm nhà"', '"Khác"'),
    ('"Số hộ làm nhà"', '{ row = "Số hộ làm nhà", occurrence = 3 }'),
    ('"Số hộ làm nhà"', '"F"'),
    ("[figures]", '[units]\na = "x"\n\n[figures]'),
    ('framework = "../../framework.toml"', 'framework = "nope"'),
    ('thousands = "."', 'thousands = ";"'),
)


@EACH
@pytest.mark.parametrize(("old", "new"), MAPS)
def test_maps_that_do_not_fit_are_told_in_the_language(
    old: str, new: str, language: Language
) -> None:
    path = Path("bieu-01.toml")
    path.write_text(books.MAP.replace(old, new), "utf-8")
    ran = run(*BY_MAP, env={"SCORECARD_LANG": language})
    assert ran.code == 1
    assert english(ran, language, new) == []


BOOKS: dict[str, bytes] = {
    "empty": b"",
    "word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "old-excel": b"\x09\x00\x04\x00\x02\x00\x10\x00",
    "zip": b"PK\x03\x04",
    "html": b"<html><table><tr><td>1</td></tr></table></html>",
    "pdf": b"%PDF-1.7",
    "binary": b"\x00\x01\x02\x03" * 99,
    "wide": b"\xff\xfea\0b",
    "encoding": b"a;b\n\xff\xfe\xfa;\x81\n",
    "table": b"a;b\n" * 20_001,
}


@EACH
@pytest.mark.parametrize("name", BOOKS)
def test_what_is_no_book_is_told_in_the_language(name: str, language: Language) -> None:
    Path("book.xlsx").write_bytes(BOOKS[name])
    ran = run("import", "book.xlsx", env={"SCORECARD_LANG": language})
    assert (ran.code, english(ran, language, "Word Excel zip PDF")) == (1, [])


CANNOT_RUN = (
    "import nope.xlsx",
    "import book.xlsx --write",
    "import book.xlsx --map nope.toml",
    "import book.xlsx --sheet nope",
    "import book.xlsx --framework nope",
    "import framework.toml",
    "export -o a.docx",
    "export nope",
    "export --partition-by period",
    "export --format parquet",
)


@EACH
@pytest.mark.parametrize("words", CANNOT_RUN)
def test_what_cannot_be_run_is_told_in_the_language(words: str, language: Language) -> None:
    ran = run(*words.split(), env={"SCORECARD_LANG": language})
    assert (ran.code, ran.out, english(ran, language, words)) == (2, "", [])
